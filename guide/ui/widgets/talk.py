"""The left side of a conversation: what was said, what is asked, and the place to answer."""

from collections.abc import Sequence

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from guide.engine.turn import Item, Said
from guide.ui.replying import ways_of
from guide.ui.widgets.answering.base import Now
from guide.ui.widgets.bubble import Name
from guide.ui.widgets.choices import Ways
from guide.ui.widgets.question import Question
from guide.ui.widgets.reply import Reply
from guide.ui.widgets.transcript import Transcript
from guide.ui.widgets.words import own


class Talk(Vertical):
    """Shows one turn of a conversation; it hears nothing itself."""

    DEFAULT_CSS = """
    Talk { width: 1fr; height: 1fr; max-width: 92; }
    Talk > #notice { margin: 1 1 0 1; padding: 0 1; border-left: outer $warning; }
    Talk > #ways { padding: 0 2 1 2; }
    Talk Phrase { margin: 0 1; }
    #ways.-empty, Talk.-marking Reply, Talk.-marking #ways { display: none; }
    """

    lines = getters.query_one(Transcript)
    question = getters.query_one(Question)
    reply = getters.query_one(Reply)
    ways = getters.query_one("#ways", Ways)

    def __init__(self, now: Now | None = None, said: Sequence[Said] = (), name: Name = str) -> None:
        super().__init__(classes="" if said else "-fresh")
        self.first, self.said, self.speaker = now, said, name

    def compose(self) -> ComposeResult:
        """Lay out the conversation, the question and the place to answer, with all that is known of them."""
        now = self.first
        yield Transcript(self.said, self.speaker)
        yield Question(now.asks, now.step) if now is not None else Question()
        yield Reply(now)
        ways = ways_of(now.asks, urgent=now.offers_urgent) if now is not None else {}
        yield Ways(ways, id="ways", classes="" if ways else "-empty")

    async def show(self, now: Now, *, instead: str = "") -> None:
        """Show what is asked now; `instead` is what the helper asks in place of it."""
        await self.leave_phrase()
        self.tell("")
        self.question.show(now.asks, now.step, instead=instead)
        ways = ways_of(now.asks, urgent=now.offers_urgent)
        self.ways.set_class(not ways, "-empty")
        self.ways.show(ways)
        await self.reply.show(now)

    def show_lines(self, said: Sequence[Said], *, again: bool) -> None:
        """Show what was said: only the new lines, or all of them `again`."""
        self.lines.show(said, again=again)
        self.set_class(not self.lines.bubbles, "-fresh")

    def tell(self, text: str) -> None:
        """Say one calm sentence over the place to answer; it stays until the next turn."""
        notice = self.query_one_optional("#notice", Static)
        if notice is not None:
            notice.display = bool(text)
            notice.update(own(text))
        elif text:
            self.mount(Static(own(text), id="notice"), before=self.reply)

    # Giving back a phrase

    async def mark_phrase(self, items: Sequence[Item]) -> None:
        """Let a phrase of these be marked, in place of the answer."""
        from guide.ui.widgets.phrase import Phrase

        await self.leave_phrase()
        phrase = Phrase()
        await self.mount(phrase, before=self.reply)
        self.add_class("-marking")
        phrase.show(items)
        phrase.focus()

    async def leave_phrase(self) -> None:
        """Go back to the place to answer."""
        if self.has_class("-marking"):
            self.remove_class("-marking")
            await self.query("Phrase").remove()

    # Keys between the parts

    @on(Transcript.Left)
    def back_to_answer(self) -> None:
        """Let the keys go to the place to answer again."""
        self.reply.focus_now()
