"""The clock of a stage, one quiet line in words and a bar: it takes no keys and ends nothing."""

from collections.abc import Callable
from typing import Final

from textual.content import Content
from textual.timer import Timer

from guide.map.stage import StageClock, left, told
from guide.ui.says import say
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import ACCENT, MUTED, own

Now = Callable[[], str]
"""Tells the time."""

EVERY: Final = 5.0
"""Seconds between two looks at the clock; what is seen changes by the minute, and the bar by a cell."""

_LONG_OVER: Final = -3600
"""Seconds over from which nobody wants to know how many: a computer slept, or a night lies between."""

_BAR: Final = 40
"""Columns of the bar at most."""


class Ticking(Drawn):
    """Draws the clock that runs, and draws it again only when it would look different.

    It keeps its height, so that no look at it has anything else laid out: typing is slowed by nothing.
    """

    def __init__(self, clock: StageClock | None = None, now: Now | None = None, lang: str = "en") -> None:
        super().__init__()
        self.clock, self.lang = clock, lang
        self._now = now
        self._timer: Timer | None = None
        self._looks: tuple[int, str] | None = None

    def on_mount(self) -> None:
        """Look at the clock every now and then."""
        self._tick()

    def show(self, clock: StageClock | None, now: Now, lang: str = "en") -> None:
        """Show this clock; `now` tells the time."""
        self.clock, self._now, self.lang = clock, now, lang
        if (self._timer is not None) != self._runs:
            self._tick()
        self.look()

    @property
    def _runs(self) -> bool:
        return self.clock is not None and not self.clock.paused

    def _tick(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_interval(EVERY, self.look) if self._runs else None

    def look(self) -> None:
        """Look at the clock; paint the line when it has changed."""
        if self.content_size.width and self._looking(self.content_size.width) != self._looks:
            self.redraw()

    def draw(self, width: int) -> Content:
        """Return the line as it stands now."""
        self._looks = self._looking(width)
        return self.line(width, *self._looks)

    def line(self, width: int, cells: int, words: str) -> Content:
        """Return the line: so many cells of the bar are full."""
        raise NotImplementedError

    def cells(self, width: int, words: str) -> int:
        """Return how many cells the bar has."""
        raise NotImplementedError

    def words(self, clock: StageClock, now: str) -> str:
        """Return how much is left, in words."""
        raise NotImplementedError

    def _looking(self, width: int) -> tuple[int, str]:
        if self.clock is None or self._now is None:
            return 0, ""
        now = self._now()
        words = self.words(self.clock, now)
        whole = (self.clock.minutes + self.clock.extra) * 60
        part = max(0.0, left(self.clock, now) / whole) if whole else 0.0
        return round(self.cells(width, words) * part), words


class ClockLine(Ticking):
    """The clock over a team's page: what is left of the bar is what is left of the time."""

    DEFAULT_CSS = """
    ClockLine { height: 1; }
    """

    def words(self, clock: StageClock, now: str) -> str:
        """Return how much is left; what is over is said kindly."""
        seconds = left(clock, now)
        if seconds <= _LONG_OVER:
            return say("room.long_over")
        words = told(clock, now, self.lang)
        return words if seconds > 0 or clock.paused else say("room.over", told=words)

    def cells(self, width: int, words: str) -> int:
        """Return as many as there is room for beside the words."""
        return max(0, min(_BAR, width - own(words).cell_length - 2))

    def line(self, width: int, cells: int, words: str) -> Content:
        """Return the bar and the words."""
        whole = self.cells(width, words)
        bar = Content.assemble(("━" * cells, ACCENT), ("─" * (whole - cells), MUTED))
        return Content.assemble(bar, "  ", own(words)).truncate(width)
