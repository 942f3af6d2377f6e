"""A conversation before a room of colleagues: its clock, everybody's number at once, and what is opened."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from guide.engine.turn import Turn
from guide.errors import GuideError
from guide.log.store import Conflict
from guide.ui.says import say
from guide.ui.screens.dressed import Dressed
from guide.ui.seen import WITH_SOMEBODY
from guide.ui.staging import is_muted, stands_alone
from guide.ui.widgets.room.told import GivenByAll, Looked

if TYPE_CHECKING:
    from guide.ui.widgets.room.head import InSight, RoomHead
    from guide.ui.widgets.room.opened import Opened


class InRoom(Dressed):
    """The part of a conversation's screen that a room of colleagues needs."""

    head: "RoomHead | None" = None
    """The top of the page, once it was needed."""
    has_bars = False
    """Whether a quiet time has a bar that runs."""
    opened: "Opened | None" = None
    """The line with everybody's mark, while the room looks at it."""
    opened_at = -1
    """The turn that brought it: it is looked at once."""

    @property
    def has_opened(self) -> bool:
        """Whether the room looks at what was opened."""
        return self.opened is not None

    @property
    def is_covered(self) -> bool:
        """Whether a calm page covers everything; what was opened is looked at first."""
        return self.opened is None and super().is_covered

    # What stays in sight

    @property
    def has_head(self) -> bool:
        """Whether something is kept in sight; never before a child or a family."""
        if self.asks.held_with in WITH_SOMEBODY or self.is_familys or self.is_covered:
            return False
        return self.turn.clock is not None or bool(self.turn.pinned)

    def room_head(self) -> Iterator[Widget]:
        """Yield the top of the page where it is needed: other starts do not pay for it."""
        if self.has_head:
            from guide.ui.widgets.room.head import RoomHead

            self.head = RoomHead(self._in_sight(), self.app.clock.now)
            yield self.head

    def show_around(self) -> None:
        """Show what stands around the conversation, over it the clock and what this time is for."""
        super().show_around()
        self.show_head()

    def show_head(self) -> None:
        """Show the clock, the pinned words and the cue; they cost nothing where there are none."""
        if self.head is not None:
            self.head.show(self._in_sight())
        elif self.has_head:
            self.mount(*self.room_head(), before="#room")

    def show_bars(self) -> None:
        """Show a quiet time's own bar, and let it stand still when another question is there."""
        if self.asks.kind == "timer" or self.has_bars:
            from guide.ui.widgets.answering.timing import TimerBar

            self.has_bars = self.asks.kind == "timer"
            for bar in self.query(TimerBar):
                bar.show(self.turn.clock if self.has_bars else None, self.app.clock.now)

    def _in_sight(self) -> "InSight":
        from guide.ui.widgets.room.head import InSight

        if not self.has_head:
            return InSight()
        turn = self.turn
        cue = None if stands_alone(self.asks, turn.step) or self.has_opened else turn.cue
        stage = turn.step.section if turn.step is not None else ""
        lang = self.talking.session.record.lang
        return InSight(turn.clock, turn.pinned, cue.says if cue else "", stage, lang)

    def set_clock(self, way: str) -> None:
        """Stop the clock, let it go on or give it more time; nothing that is being typed or marked moves."""
        try:
            self.talking.set_clock(way)
        except GuideError as refused:
            self.tell(str(refused))
            return
        self.show_head()
        self.show_bars()
        self.show_keys()

    def tell(self, text: str) -> None:
        """Say one calm sentence."""
        if self.opened is not None:
            self.opened.tell(text)
        else:
            self.talk.tell(text)

    def fold_sheet(self) -> None:
        """Fold the sheet away or look at it, unless nothing of anybody's is to be seen."""
        if self.opened is not None or is_muted(self.asks):
            self.tell(say("room.muted"))
        else:
            super().fold_sheet()

    # Everybody's number at once

    @on(GivenByAll)
    async def hear_all(self, given: GivenByAll) -> None:
        """Say everybody's number, each written down by itself; what was said before a refusal stays."""
        asked = {"asked": self.manner.asked} if self.manner.asked else {}
        try:
            for reply in given.replies:
                self.talking.hear({**reply, **({} if "by" not in reply or "pass" in reply else asked)})
        except GuideError as refused:
            if isinstance(refused, Conflict):
                self.talking.session.follow()
            await self.show(again=True)
            self.tell(str(refused))
            return
        await self.show(again=True)

    # What is opened

    async def open_line(self) -> bool:
        """Show everybody's mark on one line where numbers were opened just now; return whether it stands."""
        if self.opened is None and self.turn.n != self.opened_at and _has_opened(self.turn):
            from guide.ui.opening import opened_line
            from guide.ui.widgets.room.opened import Opened, OpenedPage

            self.opened_at, line = self.turn.n, opened_line(self.turn)
            if line is not None:
                self.opened = Opened(line)
                self.dress()
                await self.query_one("#room").mount(OpenedPage(self.opened))
                self.opened.focus()
        return self.opened is not None

    @on(Looked)
    async def go_on_from_opened(self) -> None:
        """Go on to the question that stands: the sheet beside it shows the marks as well."""
        if self.opened is not None:
            self.opened = None
            await self.query("OpenedPage").remove()
            self.dress()
            await self.show(again=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let *take back* have its key after something was opened too: it is told why nothing moves."""
        if action == "command" and parameters == ("back",) and self.is_opened_for_good:
            return True
        return super().check_action(action, parameters)

    @property
    def is_opened_for_good(self) -> bool:
        """Whether what was opened last stands in the way of taking anything back."""
        from guide.engine.undo import to_take_back

        return to_take_back(self.talking.session.record)[1]


def _has_opened(turn: Turn) -> bool:
    return any(one.kind == "revealed" for one in turn.said)
