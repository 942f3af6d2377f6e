"""Quiet minutes as words and a bar: nothing blinks, and the end of the time stops nobody."""

from time import monotonic

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer

from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.choices import Bar, Choices
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, lines, own

_EVERY = 5.0
"""Seconds between two drawings: slow enough to be no movement."""


class TimerBar(Drawn):
    """How much of the time is left."""

    DEFAULT_CSS = """
    TimerBar { padding: 1 1 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.minutes = 0.0
        self.began = 0.0
        self.ticking: Timer | None = None

    def show(self, minutes: float) -> None:
        """Begin these minutes."""
        self.stop()
        self.minutes, self.began = minutes, monotonic()
        self.ticking = self.set_interval(_EVERY, self.refresh)
        self.redraw()

    def stop(self) -> None:
        """Stop counting."""
        if self.ticking is not None:
            self.ticking.stop()
            self.ticking = None

    def draw(self, width: int) -> Content:
        """Return the bar and the words."""
        gone = (monotonic() - self.began) / 60
        left = max(0.0, self.minutes - gone)
        room = min(60, width)
        full = round(room * left / self.minutes) if self.minutes else 0
        bar = Content.assemble(("━" * full, "$accent"), ("─" * (room - full), MUTED))
        return lines([bar, own(_words(left))])


def _words(left: float) -> str:
    if left <= 0:
        return say("timer.over")
    if left < 1:
        return say("timer.nearly")
    return say("timer.left", minutes=round(left))


class InQuiet(Answering):
    """Quiet minutes, and a word to go on with whenever the room is ready."""

    def compose(self) -> ComposeResult:
        """Lay out the bar and the word."""
        yield TimerBar()
        yield Bar()

    def show(self, now: Now) -> None:
        """Begin the minutes."""
        self.query_one(TimerBar).show(now.asks.minutes)
        self.query_one(Bar).show({"next": say("go_on")})

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Go on."""
        chosen.stop()
        self.query_one(TimerBar).stop()
        self.give({"next": True})
