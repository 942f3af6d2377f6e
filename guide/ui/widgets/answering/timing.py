"""Quiet minutes as words and a bar: nothing blinks, and the end of the time stops nobody."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from guide.map.stage import StageClock, left
from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.choices import Bar, Choices
from guide.ui.widgets.room.clock_line import Ticking
from guide.ui.widgets.words import MUTED, lines, own

_BAR = 60
"""Columns of the bar at most."""


class TimerBar(Ticking):
    """How much of a quiet time is left, for whoever sits there."""

    DEFAULT_CSS = """
    TimerBar { padding: 1 1 0 1; }
    """

    def words(self, clock: StageClock, now: str) -> str:
        """Return roughly how much is left: nobody has to count."""
        seconds = left(clock, now)
        if seconds <= 0:
            return say("timer.over")
        return say("timer.nearly") if seconds < 60 else say("timer.left", minutes=round(seconds / 60))  # noqa: PLR2004

    def cells(self, width: int, words: str) -> int:  # noqa: ARG002 – the words stand under the bar
        """Return as many as there is room for."""
        return min(_BAR, width)

    def line(self, width: int, cells: int, words: str) -> Content:
        """Return the bar, and the words under it."""
        whole = self.cells(width, words)
        bar = Content.assemble(("━" * cells, "$accent"), ("─" * (whole - cells), MUTED))
        return lines([bar, own(words)])


class InQuiet(Answering):
    """Quiet minutes, and a word to go on with whenever the room is ready."""

    DEFAULT_CSS = """
    InQuiet.-team > TimerBar { display: none; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the bar and the word."""
        yield TimerBar()
        yield Bar()

    def show(self, now: Now) -> None:
        """Offer to go on; before a team the clock stands at the top already."""
        self.set_class(now.asks.held_with == "team", "-team")
        self.query_one(Bar).show({"next": say("go_on")})

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Go on."""
        chosen.stop()
        self.give({"next": True})
