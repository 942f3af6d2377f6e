"""Putting right what was said before, and giving back what was said just now."""

from textual import on

from guide.engine.turn import Effect, Said
from guide.errors import GuideError
from guide.ui.replying import Line
from guide.ui.says import say
from guide.ui.screens.talk_page import TalkPage
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.marked import GivenBack, IsName, NothingMarked
from guide.ui.widgets.transcript import Transcript


class Correcting(TalkPage):
    """The part of a conversation's screen that goes back to things said."""

    # Putting right

    @on(AnswerBox.WentUp)
    def go_up(self) -> None:
        """Go to what was said before."""
        self.talk.lines.focus()

    @on(Transcript.Taken)
    async def put_right(self, taken: Transcript.Taken) -> None:
        """Ask the old question again, with the words as they are."""
        self.talking.correcting = taken.said
        await self.show()
        self.talk.tell(say("correct.how"))

    @property
    def words_to_correct(self) -> str:
        """The words being put right, as they stand."""
        said: Said | None = self.talking.correcting
        return said.text if said is not None else ""

    async def action_leave_correcting(self) -> None:
        """Leave everything as it was said."""
        if self.talking.correcting is not None:
            self.talking.correcting = None
            await self.show()

    async def correct(self, line: Line) -> None:
        """Put it right; on a worker's page what this would bring is shown first."""
        try:
            effect = self.talking.effect(line)
        except GuideError as refused:
            self.talk.tell(str(refused))
            return
        if effect is None:
            await self.say(line)
        else:
            self._confirm(effect, line)

    def _confirm(self, effect: Effect, line: Line) -> None:
        from guide.ui.screens.dialogs import Pick

        options = {"yes": say("effect.yes"), "no": say("effect.no")}
        dialog = Pick(say("effect.title"), options, about=_in_words(effect))
        self.app.push_screen(dialog, lambda key: self.call_next(self.say, line) if key == "yes" else None)

    # Giving back

    async def mark_phrase(self) -> None:
        """Let a phrase of theirs be marked."""
        await self.talk.mark_phrase(self.talking.told())

    @on(GivenBack)
    async def give_back(self, given: GivenBack) -> None:
        """Give the phrase back to them."""
        await self.say({"echo": given.phrase, "entry": given.entry})

    @on(IsName)
    async def keep_name(self, named: IsName) -> None:
        """Keep that they spoke of somebody."""
        by = self.talking.turn.asks.speaks
        await self.say({"named": named.name, "by": by} if by else {"named": named.name})

    @on(NothingMarked)
    async def leave_phrase(self) -> None:
        """Give nothing back."""
        await self.talk.leave_phrase()
        self.talk.reply.focus_now()


def _in_words(effect: Effect) -> str:
    """Return what a correction would bring, a sentence each."""
    counts = {"aside": len(effect.aside), "asks": len(effect.asks), "entries": len(effect.entries)}
    return "\n".join(say(f"effect.{key}", n=n) for key, n in counts.items() if n)
