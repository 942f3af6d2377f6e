"""The conversation: what was said, what is asked, the place to answer, and the sheet that grows beside it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from guide.engine.session import Session
from guide.errors import GuideError
from guide.frozen import replace
from guide.log.draft import DraftKeeper
from guide.log.store import Conflict
from guide.ui.commands.command import bindings
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.commands.room import ROOM
from guide.ui.replying import Line, reply_for_way
from guide.ui.screens.correcting import Correcting
from guide.ui.screens.covering import Covering
from guide.ui.seen import panels_seen, who_sits
from guide.ui.staging import everybody
from guide.ui.status import status_of
from guide.ui.talking import Talking
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.answering.in_words import InWords
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.sheet.panel import SheetPanel
from guide.ui.widgets.status_line import StatusLine
from guide.ui.widgets.talk import Talk


class ConversationScreen(Covering, Correcting):
    """One conversation, a question at a time."""

    CSS_PATH = "conversation.tcss"
    AUTO_FOCUS = "Answering.-now *"
    COMMAND_SET = {**CONVERSATION, **ROOM}  # noqa: RUF012 – typed by the base class
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(CONVERSATION.values()),
        *bindings(ROOM.values()),
        Binding("escape", "leave_correcting", show=False),
    ]

    def __init__(self, session: Session, *, keeper: DraftKeeper | None = None, draft: str = "") -> None:
        super().__init__(Talking(session, keeper))
        self.draft = draft
        """What had been typed when the conversation was left."""

    def compose(self) -> ComposeResult:
        """Lay out the first line, the conversation, its sheet and the keys, with all that is known of them.

        What is filled in afterwards would be styled and laid out a second time before anything can be read.
        """
        yield StatusLine(*status_of(self.talking))
        if self.asks.held_with == "child":
            from guide.ui.widgets.sheet.strip import HouseStrip

            yield HouseStrip(self.turn)
        yield from self.room_head()
        with Horizontal(id="room"):
            yield Talk(self._now(), self.talking.all_lines(), self.talking.name)
            yield SheetPanel(self.turn)
        yield KeyLine(self.keys_offered())

    async def on_mount(self) -> None:
        """Cover everything where a calm page stands; follow where another window writes."""
        if self.is_covered:
            await self.cover(self.asks)
        self.show_bars()
        if self.talking.session.readonly:
            self.set_interval(1.0, self.follow)

    # Showing

    async def show(self, *, again: bool | None = None) -> None:
        """Show the turn that stands; what was said is drawn `again` from the first, added to, or left."""
        uncovered = self.has_class("-covered") and not self.is_covered
        if await self.open_line():
            self.show_around()
            self.show_keys()
            return
        self.dress()
        self.show_keys()
        if self.is_covered:
            await self.cover(self.asks)
            return
        if again is not None:
            again = again or uncovered
            lines = self.talking.all_lines() if again else self.talking.new_lines()
            self.talk.show_lines(lines, again=again)
        self.show_around()
        await self.talk.show(self._now(), instead=self.manner.asked)
        self.show_bars()

    def _now(self) -> Now:
        titles = {area.id: area.title for area in self.talking.session.flow.areas.values()}
        text, self.draft = self.words_to_correct or self.draft, ""
        asks = self.talking.asks()
        step = self.talking.session.flow.steps.get(asks.step or "")
        put_to = everybody(self.turn.record, step, asks.held_with) if self.talking.correcting is None else ()
        review = asks.kind == "review"
        viewers = self.talking.viewers() if review else self.people_here
        read = self.talking.read_back() if review else frozenset[str]()
        behind = self.talking.standing_behind() if review else {}
        names = tuple(self.talking.people().values()) if asks.kind == "panel" else ()
        picture = self._picture_to_correct() if asks.kind == "panel" else None
        return Now(
            asks,
            step,
            titles,
            viewers,
            text,
            put_to,
            self.talking.offers_urgent,
            read,
            behind,
            names,
            picture,
        )

    def _picture_to_correct(self) -> Mapping[str, Any] | None:
        """Return the picture that is being put right; None for a new one."""
        record, said = self.turn.record, self.talking.correcting
        answer = record.answers.get(said.answer) if said is not None else None
        return record.panels[answer.panel].picture if answer is not None and answer.panel else None

    # Saying

    async def say(self, line: Line) -> None:
        """Say a line; a refusal is one calm sentence, and what was typed stays."""
        typed = self.talk.reply.typed
        try:
            again = self.talking.hear(line)
        except GuideError as refused:
            if isinstance(refused, Conflict) and self.talking.session.follow():
                await self.show(again=True)
            self.talking.keep(typed)
            self.tell(str(refused))
            return
        await self.show(again=again)

    def say_later(self, line: Line) -> None:
        """Say a line when the key that meant it is done with."""
        self.call_next(self.say, line)

    def change_manner(self, **how: Any) -> None:
        """Change how the next answer comes."""
        self.talking.manner = replace(self.manner, **how)
        self.talk.question.show(self.asks, self.turn.step, instead=self.manner.asked)
        self.query_one(StatusLine).show(*status_of(self.talking))

    async def follow(self) -> None:
        """Show what another window wrote."""
        if self.talking.session.follow():
            await self.show(again=True)

    # What comes from the parts

    @on(Answering.Given)
    async def take_answer(self, given: Answering.Given) -> None:
        """Say what was answered, or put right what is being put right."""
        line = self.talking.whole(given.line)
        await (self.correct(line) if "correct" in line else self.say(line))

    @on(Choices.Chosen, "#ways")
    async def take_way(self, chosen: Choices.Chosen) -> None:
        """Take one of the ways beside answering."""
        if chosen.keys[0] == "urgent":
            self.app.urgent()
            return
        line = reply_for_way(chosen.keys[0])
        await (self.mark_phrase() if line is None else self.say(self.talking.whole(line)))

    @on(InWords.Typed)
    def keep_typed(self, typed: InWords.Typed) -> None:
        """Have half a sentence kept."""
        self.talking.keep(typed.text)

    @on(AnswerBox.Undo)
    @on(AnswerBox.Redo)
    async def undo_or_redo(self, wish: AnswerBox.Undo | AnswerBox.Redo) -> None:
        """Take back or do again: the box was empty."""
        await self.action_command("back" if isinstance(wish, AnswerBox.Undo) else "redo")

    # Places to go

    def open_map(self) -> None:
        """Open the whole sheet."""
        from guide.ui.screens.map import MapScreen

        self.app.push_screen(MapScreen(self.talking), lambda _: self.call_next(self.show, again=True))

    @property
    def has_story(self) -> bool:
        """Whether there is a story to show to whoever sits here, or one to be made with a helper."""
        if self.is_covered and not self.turn.is_finished:
            return False
        if self.is_familys:
            return bool(self.turn.record.panels and panels_seen(self.turn, who_sits(self.turn)))
        steps = self.talking.session.flow.steps.values()
        return bool(self.turn.record.panels) or any(one.kind == "panel" for one in steps)

    def open_story(self) -> None:
        """Open the story."""
        from guide.ui.screens.story import StoryScreen

        self.app.push_screen(StoryScreen(self.talking), lambda _: self.call_next(self.show, again=True))

    def open_papers(self) -> None:
        """Open what can be made."""
        from guide.ui.screens.papers import PapersScreen

        self.app.push_screen(PapersScreen(self.talking))
