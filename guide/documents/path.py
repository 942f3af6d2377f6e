"""Draws a child's path between two of their houses: stones to walk on, and a flag on the one they are on."""

import math
from collections.abc import Sequence
from typing import Final

from guide.documents.measure import width, wrap
from guide.documents.quotes import TEN, Mark
from guide.frozen import frozen

WIDE: Final = 760.0
_FROM, _TO = 106.0, 654.0
_NAME: Final = 15.0


@frozen
class Stone:
    """One stone of the path."""

    x: float
    y: float
    number: str
    stood_on: bool


@frozen
class Standing:
    """A flag over a stone, with a name on it."""

    x: float
    y: float
    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]
    hollow: bool
    says: str


@frozen
class Path:
    """The whole path, ready to be drawn."""

    height: float
    way: str
    """The line of the path as SVG writes it."""
    stones: tuple[Stone, ...]
    flags: tuple[Standing, ...]
    zero: tuple[str, ...]
    """The name of the house it starts at, in lines."""
    ten: tuple[str, ...]
    title: str
    says: str
    ground: float
    """How far down the two houses stand."""


def draw_path(marks: Sequence[Mark], *, zero: str, ten: str, title: str, says: str) -> Path:
    """Return the path; it has as many stones as the child was shown, and 0 to 10 when there were none."""
    of = marks[0].of if marks else 10
    first = 0 if of == TEN else 1
    values = list(range(first, of + 1))
    above = _stack(marks)
    stones = tuple(_stone(value, values, above, marks) for value in values)
    points = [_at(step / 60, above) for step in range(61)]
    way = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    names = (wrap(zero, 112, _NAME, bold=True), wrap(ten, 112, _NAME, bold=True))
    lines = max(len(names[0]), len(names[1]), 1)
    ground = above + 78
    return Path(ground + 24 * lines, way, stones, _flags(marks, values, above), *names, title, says, ground)


def _at(share: float, above: float) -> tuple[float, float]:
    """Return a point of the path: a gentle walk up and down."""
    return _FROM + share * (_TO - _FROM), above + 50 + 13 * math.sin(share * math.tau * 1.5)


def _share(value: float, values: Sequence[int]) -> float:
    return (value - values[0] + 0.5) / len(values) if values[0] else (value + 0.35) / (values[-1] + 0.7)


def _stone(value: int, values: Sequence[int], above: float, marks: Sequence[Mark]) -> Stone:
    x, y = _at(_share(value, values), above)
    return Stone(x, y, str(value), any(mark.value == value and not mark.hollow for mark in marks))


def _sign(mark: Mark) -> tuple[str, ...]:
    return wrap(mark.name, 170, _NAME, bold=True) or ("?",)


def _stack(marks: Sequence[Mark]) -> float:
    """Return the room needed above the path: flags at one place stand on one another."""
    tall: dict[float, float] = {}
    for mark in marks:
        tall[mark.value] = tall.get(mark.value, 0.0) + 18.0 * len(_sign(mark)) + 13
    return max(tall.values(), default=0.0) + 6


def _flags(marks: Sequence[Mark], values: Sequence[int], above: float) -> tuple[Standing, ...]:
    raised: dict[float, float] = {}
    flags: list[Standing] = []
    for mark in sorted(marks, key=lambda one: one.value):
        x, y = _at(_share(mark.value, values), above)
        lines = _sign(mark)
        broad = max(width(line, _NAME, bold=True) for line in lines) + 22
        high = 18.0 * len(lines) + 8
        bottom = raised.get(mark.value, y - 34)
        raised[mark.value] = bottom - high - 5
        left = min(max(x - 9, 0.0), WIDE - broad)
        flags.append(Standing(x, y, left, bottom - high, broad, high, lines, mark.hollow, mark.says))
    return tuple(flags)
