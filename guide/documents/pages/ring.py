"""A sheet drawn as rings around the person it is about: who or what is near stands near."""

import math
from typing import Final

from guide.documents.face import Face
from guide.documents.measure import width, wrap
from guide.documents.pages.sheet import Cell, Laid, Line
from guide.frozen import frozen

SIDE: Final = 1000.0
_INNER: Final = 92.0
_SIZE: Final = 17.0
_ROOM: Final = 116.0
_TITLE: Final = 1.1
"""The part of each ring, in radians, that is kept for its title."""
_TURNS: Final = (0.0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4)
_SHORT: Final = 3
"""Lines that still fit a place on a ring; longer words stand there as a number and in full beside it."""


@frozen
class Ring:
    """One ring with its title on the top of it."""

    radius: float
    title: str


@frozen
class Spot:
    """One thing said, standing on a ring."""

    x: float
    y: float
    lines: tuple[str, ...]
    width: float
    height: float


@frozen
class Rings:
    """A sheet drawn as rings."""

    title: str
    whom: str
    face: Face
    middle: tuple[str, ...]
    inner: float
    rings: tuple[Ring, ...]
    spots: tuple[Spot, ...]
    cells: tuple[tuple[Cell, int], ...]
    """Each area in full, with the number its first entry carries on the picture."""
    lines: tuple[Line, ...]
    layout: str = "ring"


def ring_page(laid: Laid) -> Rings:
    """Return the rings, the first area of the sheet nearest to the middle."""
    areas = [area for area in laid.sheet.areas if area.holds != "ratings"]
    cells = [laid.cell(area) for area in areas]
    step = (SIDE / 2 - _INNER - 6) / max(len(cells), 1)
    spots: list[Spot] = []
    numbered: list[tuple[Cell, int]] = []
    for at, cell in enumerate(cells):
        numbered.append((cell, len(spots) + 1))
        _stand(spots, cell, _INNER + step * (at + 0.58), len(spots) + 1)
    rings = tuple(Ring(_INNER + step * (at + 1), cell.title) for at, cell in enumerate(cells))
    children = laid.names.voice.join(one.name for one in laid.names.children())
    middle = wrap(children, 2 * _INNER - 30, 22, bold=True) if children else ()
    return Rings(laid.sheet.title, laid.whom(), laid.face, middle, _INNER, rings, tuple(spots),
                 tuple(one for one in numbered if one[0].quotes), laid.lines())  # fmt: skip


def _stand(spots: list[Spot], cell: Cell, radius: float, first: int) -> None:
    """Give everything in an area its place on the ring; the top of a ring is its title's."""
    many = len(cell.quotes)
    for at, quote in enumerate(cell.quotes):
        angle = -math.pi / 2 + _TITLE / 2 + (math.tau - _TITLE) * (at + 0.5) / many
        lines = wrap(quote.text, _ROOM - 20, _SIZE)
        tries = [lines, (str(first + at),)] if 0 < len(lines) <= _SHORT else [(str(first + at),)]
        found = (_spot(words, radius, angle + turn) for words in tries for turn in _TURNS)
        free = next((spot for spot in found if not any(_touch(spot, other) for other in spots)), None)
        spots.append(free or _spot(tries[-1], radius, angle))


def _spot(lines: tuple[str, ...], radius: float, angle: float) -> Spot:
    broad = max(width(line, _SIZE) for line in lines) + 22
    x, y = SIDE / 2 + radius * math.cos(angle), SIDE / 2 + radius * math.sin(angle)
    return Spot(x, y, lines, max(broad, 34.0), 21.0 * len(lines) + 12)


def _touch(one: Spot, other: Spot) -> bool:
    beside = abs(one.x - other.x) < (one.width + other.width) / 2 + 4
    return beside and abs(one.y - other.y) < (one.height + other.height) / 2 + 4
