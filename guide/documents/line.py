"""Places everybody's mark on a line from 0 to 10: names stay readable, however many stand at one place."""

from collections.abc import Sequence
from typing import Final

from guide.documents.line_drawn import DrawnLine, draw
from guide.documents.measure import width, wrap
from guide.documents.quotes import Mark
from guide.frozen import frozen, replace

_SIZE: Final = 16.0
"""Letter size of the names; one unit is one CSS pixel on A3."""
_LINE: Final = 20.0
_PAD: Final = 11.0
_LEVEL: Final = 34.0
"""From one row of flags to the next."""
_NAME_ROOM: Final = 215.0
"""A longer name goes on in a second line."""
_EDGE: Final = 60.0
_GAP: Final = 8.0
_MOST_LEVELS: Final = 60


@frozen
class Flag:
    """A name above the line, on a stem from its place."""

    x: float
    """Where on the line it stands."""
    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    """Small print under the name: whose guess it is."""
    number: str
    hollow: bool
    says: str

    @property
    def middle(self) -> float:
        """The middle of the flag, from the left."""
        return self.left + self.width / 2


@frozen
class Drawing:
    """A line with everybody's mark, ready to be drawn."""

    width: float
    height: float
    axis: float
    """How far down the line itself lies."""
    ticks: tuple[tuple[float, str], ...]
    flags: tuple[Flag, ...]
    dots: tuple[tuple[float, bool], ...]
    """Place and whether hollow; solid when anybody stands there themselves."""
    title: str
    says: str

    def drawn(self, number: int) -> DrawnLine:
        """Return it as SVG; `number` tells it from the other lines of its page."""
        return draw(self, number)


@frozen
class _Box:
    left: float
    right: float
    low: int
    high: int
    x: float

    def raised(self, rows: int) -> "_Box":
        """Return the same place some rows higher."""
        return replace(self, low=self.low + rows, high=self.high + rows)


def draw_line(marks: Sequence[tuple[Mark, str]], *, wide: float, title: str, says: str) -> Drawing:
    """Return the line with a flag for each mark and its small print.

    Flags stand in rows; each takes the lowest row where it covers nobody's flag and nobody's stem.
    """
    ordered = sorted(marks, key=lambda one: (one[0].value / one[0].of, one[0].hollow))
    places = [_place(one.value / one.of, wide) for one, _ in ordered]
    boxes: list[_Box] = []
    for at, (mark, note) in enumerate(ordered):
        later = [x for x in places[at + 1 :] if x != places[at]]
        boxes.append(_stand(_spots(mark, note, places[at], wide), boxes, later))
    top = max((box.high for box in boxes), default=0) + 1
    axis = top * _LEVEL + 18
    flags = tuple(_flag(mark, note, box, axis) for (mark, note), box in zip(ordered, boxes, strict=True))
    ticks = tuple((_place(step / 10, wide), str(step)) for step in range(11))
    return Drawing(wide, axis + 46, axis, ticks, flags, _dots(ordered, places), title, says)


def _place(share: float, wide: float) -> float:
    return _EDGE + min(max(share, 0.0), 1.0) * (wide - 2 * _EDGE)


def _dots(marks: Sequence[tuple[Mark, str]], places: Sequence[float]) -> tuple[tuple[float, bool], ...]:
    hollow: dict[float, bool] = {}
    for (mark, _), x in zip(marks, places, strict=True):
        hollow[x] = hollow.get(x, True) and mark.hollow
    return tuple(hollow.items())


def _size(mark: Mark, note: str) -> tuple[float, tuple[str, ...], int]:
    """Return how wide a flag is, its lines, and how many rows it needs."""
    lines = wrap(mark.name, _NAME_ROOM, _SIZE, bold=True) or ("?",)
    number = width(f" {mark.number}", _SIZE, bold=True) + _GAP
    names = max(width(line, _SIZE, bold=True) for line in lines) + number
    small = max((width(line, 12.5) for line in _small(note)), default=0.0)
    rows = 1 + (len(lines) - 1 + len(_small(note)) * 0.8) * _LINE / _LEVEL
    return max(names, small) + 2 * _PAD, lines, int(rows + 0.999)


def _small(note: str) -> tuple[str, ...]:
    return wrap(note, _NAME_ROOM, 12.5)


def _spots(mark: Mark, note: str, x: float, wide: float) -> list[_Box]:
    """Return where a flag could stand in the lowest row: over its stem, left of it, right of it."""
    broad, _, rows = _size(mark, note)
    lefts = (x - broad / 2, x - broad + _PAD, x - _PAD)
    held = (min(max(left, 0.0), max(wide - broad, 0.0)) for left in lefts)
    return [_Box(left, left + broad, 0, rows - 1, x) for left in held]


def _stand(spots: Sequence[_Box], boxes: Sequence[_Box], later: Sequence[float]) -> _Box:
    """Return the lowest free place for a flag.

    It leaves the stems of later marks free where it can, or they would have to pass behind it.
    """
    free = [spot for spot in spots if not any(spot.left - 3 < other < spot.right + 3 for other in later)]
    for chosen in (free, spots):
        for low in range(_MOST_LEVELS):
            for box in (spot.raised(low) for spot in chosen):
                if not any(_in_the_way(box, other) for other in boxes):
                    return box
    return spots[0].raised(max((box.high for box in boxes), default=-1) + 1)


def _in_the_way(new: _Box, old: _Box) -> bool:
    """Return whether a flag would cover another, or stand in the way of a stem."""
    apart = new.left >= old.right + _GAP or old.left >= new.right + _GAP
    if not apart and new.low <= old.high and old.low <= new.high:
        return True
    under_old_flag = old.high < new.low and new.x != old.x and old.left - 2 < new.x < old.right + 2
    over_old_stem = new.high < old.low and new.x != old.x and new.left - 2 < old.x < new.right + 2
    return under_old_flag or over_old_stem


def _flag(mark: Mark, note: str, box: _Box, axis: float) -> Flag:
    _, lines, _ = _size(mark, note)
    height = _LINE * len(lines) + 15.0 * len(_small(note)) + 8
    bottom = axis - 20 - box.low * _LEVEL
    return Flag(
        box.x, box.left, bottom - height, box.right - box.left, height, lines, _small(note),
        mark.number, mark.hollow, mark.says,
    )  # fmt: skip
