"""What stays at the top of a team's page: the clock, what this time is for, and a quiet cue."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content

from guide.frozen import frozen
from guide.map.stage import StageClock
from guide.ui.says import say
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.room.clock_line import ClockLine, Now
from guide.ui.widgets.words import MUTED, lines, own, plain

_ROWS: Final = 2
"""Rows of the pinned words at most."""


@frozen
class InSight:
    """What is kept in sight now."""

    clock: StageClock | None = None
    pinned: str = ""
    cue: str = ""
    stage: str = ""
    """The section that stands: while it does, the cue's row stays where it was needed once."""
    lang: str = "en"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing."""
        return self.clock is None and not self.pinned and not self.cue


class Pinned(Drawn):
    """The answer that stays in sight, word for word as far as two lines hold it, and the cue under it."""

    def __init__(self, sight: InSight) -> None:
        super().__init__(classes="" if sight.pinned or sight.cue else "-empty")
        self.words, self.cue, self.stage = sight.pinned, sight.cue, sight.stage
        self.keeps_row = bool(sight.cue)
        """Whether the cue has a row: one that comes and goes would move all that stands under it."""
        self._drawn: tuple[int, Content] | None = None
        """At which width it looks how: whoever lays the page out asks at every answer."""

    def show(self, sight: InSight) -> None:
        """Keep these words in sight."""
        keeps_row = bool(sight.cue) or (self.keeps_row and sight.stage == self.stage)
        before = self.words, self.cue, self.keeps_row
        self.words, self.cue, self.stage, self.keeps_row = sight.pinned, sight.cue, sight.stage, keeps_row
        if before != (self.words, self.cue, self.keeps_row):
            self._drawn = None
            self.set_class(not (self.words or self.cue), "-empty")
            self.redraw()

    def draw(self, width: int) -> Content:
        """Return the words beside their heading, and the cue."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self._draw(width)
        return self._drawn[1]

    def _draw(self, width: int) -> Content:
        rows = self._pinned(width) if self.words else []
        if self.keeps_row:
            rows.append(own(self.cue, f"italic {MUTED}").truncate(width, ellipsis=True))
        return lines(rows)

    def _pinned(self, width: int) -> list[Content]:
        head = own(f"{say('room.pinned')}  ", MUTED)
        room = max(8, width - head.cell_length)
        rows = [row.rstrip() for row in own(" ".join(plain(self.words).split()), "bold").wrap(room)]
        if len(rows) > _ROWS:
            rows = [*rows[: _ROWS - 1], Content.assemble(rows[_ROWS - 1], " …").truncate(room, ellipsis=True)]
        indent = Content(" " * head.cell_length)
        return [(indent if at else head) + row for at, row in enumerate(rows)]


class RoomHead(VerticalGroup):
    """The top of a team's page; nothing of it takes the keys."""

    DEFAULT_CSS = """
    RoomHead { padding: 0 2; height: auto; }
    RoomHead.-empty, RoomHead > .-empty { display: none; }
    """

    def __init__(self, sight: InSight, now: Now) -> None:
        super().__init__()
        self.now = now
        self.clock = ClockLine(sight.clock, now, sight.lang)
        self.pinned = Pinned(sight)
        self.clock.set_class(sight.clock is None, "-empty")

    def compose(self) -> ComposeResult:
        """Lay out the clock and the words under it."""
        yield self.clock
        yield self.pinned

    def show(self, sight: InSight) -> None:
        """Keep this in sight; what looks as before is not painted."""
        self.set_class(sight.is_empty, "-empty")
        self.clock.set_class(sight.clock is None, "-empty")
        self.clock.show(sight.clock, self.now, sight.lang)
        self.pinned.show(sight)
