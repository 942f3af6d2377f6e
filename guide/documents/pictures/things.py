"""Things: line icons by others, a few of our own; what we do not know is an empty frame to draw in."""

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

from guide.documents.pictures.marks import INK, WHITE, circle, group, n, path

_FIELD: Final = 24
"""Icons are drawn on a field of so many units."""
_STROKE: Final = 2.2
_SIZES: Final = {
    "door": 138, "tree": 88, "sofa": 74, "bed": 74, "bath": 62, "armchair": 62, "desk": 66, "car": 70,
    "ambulance": 70, "bus": 62, "train": 62, "bike": 58, "baby-carriage": 58, "home": 60, "shopping-cart": 52,
}  # fmt: skip
_USUAL: Final = 46
_NARROW: Final = {"door": 70}
"""How wide a thing is that is not as wide as it is tall."""
TABLE_HEIGHT: Final = 50
_ON_TABLE: Final = 36
"""How large something stands on a table: as it would beside the hand that put it there."""


def size_of(key: str) -> float:
    """Return how large a thing stands beside people."""
    return float(_SIZES.get(key, _USUAL))


def width_of(key: str) -> float:
    """Return how wide a thing stands beside people."""
    return float(_NARROW.get(key, size_of(key)))


def table_width(many: int) -> float:
    """Return how wide a table is that so many things stand on."""
    return float(max(62, many * (_ON_TABLE + 6) + 14))


def table(keys: Sequence[str], *, has_legs: bool = True) -> str:
    """Return a table with these on it; the middle of its feet is nought."""
    half = table_width(len(keys)) / 2
    top = f"M{n(-half)} {-TABLE_HEIGHT}h{n(2 * half)}v7h{n(-2 * half)}z"
    legs = f"M{n(8 - half)} {7 - TABLE_HEIGHT}V0M{n(half - 8)} {7 - TABLE_HEIGHT}V0"
    step = 2 * half / max(1, len(keys))
    placed = (
        group(thing(key, _ON_TABLE), step * (at + 0.5) - half, -TABLE_HEIGHT) for at, key in enumerate(keys)
    )
    stands = path(legs, width=3.4) + path(top, "#f2e2c8") if has_legs else ""
    return stands + "".join(placed)


def long_table(wide: float) -> str:
    """Return a table that several people sit at, a little before their feet."""
    half = wide / 2
    high = TABLE_HEIGHT + 4
    top = f"M{n(-half)} {-high}h{n(wide)}q4 0 4 9H{n(-half - 4)}q0-9 4-9z"
    front = f"M{n(12 - half)} {9 - high}h{n(wide - 24)}V0h-8V-26H{n(20 - half)}V0h-8z"
    return path(front, "#ead7b6") + path(top, "#f2e2c8")


def sofa(wide: float) -> str:
    """Return a sofa that people sit on; the middle of its feet is nought."""
    half = wide / 2
    back = f"M{n(-half)} -16V-60q0-12 12-12H{n(half - 12)}q12 0 12 12v44z"
    seat = f"M{n(-half)} -34H{n(half)}V-8H{n(-half)}z"
    arms = "".join(f"M{n(x)} -6V-42q0-9 9-9t9 9V-6z" for x in (-half - 12, half - 6))
    feet = f"M{n(6 - half)} -8V0M{n(half - 6)} -8V0"
    return path(feet, width=3.4) + path(back, "#e8eedf") + path(seat, "#dfe8d5") + path(arms, "#e8eedf")


def table_boxes(many: int) -> list[tuple[float, float, float, float]]:
    """Return the places taken by a table and by each thing on it: left, upper edge, width, height."""
    wide = table_width(many)
    step = wide / max(1, many)
    own = [(step * (at + 0.5) - (wide + _ON_TABLE) / 2, -TABLE_HEIGHT - _ON_TABLE) for at in range(many)]
    size = float(_ON_TABLE)
    return [(-wide / 2, -TABLE_HEIGHT, wide, TABLE_HEIGHT), *((x, y, size, size) for x, y in own)]


@lru_cache(maxsize=1)
def _icons() -> dict[str, list[str]]:
    room = files("guide.documents.pictures") / "icons" / "tabler.json"
    icons: dict[str, list[str]] = json.loads(room.read_text(encoding="utf-8"))
    return icons


def is_drawn(key: str) -> bool:
    """Return whether there is a drawing of it."""
    return key in _OWN or key in _icons()


def thing(key: str, size: float) -> str:
    """Return a thing in a square of this size whose lower edge's middle is nought."""
    if key in _OWN:
        return group(_OWN[key], 0, 0, size / 48, stroke_width=n(_STROKE * 48 / size))
    lines = "".join(path(one, WHITE) for one in _icons()[key])
    scale = size / _FIELD
    return group(lines, -size / 2, -size + 2 * scale, scale, stroke_width=f"{_STROKE / scale:.2f}")


def frame(width: float, height: float) -> str:
    """Return an empty frame to draw in; the middle of its lower edge is nought."""
    edge = f"M{n(6 - width / 2)} {n(-height)}h{n(width - 12)}q6 0 6 6v{n(height - 12)}q0 6-6 6"
    back = f"h{n(12 - width)}q-6 0-6-6v{n(12 - height)}q0-6 6-6z"
    return f'<path d="{edge}{back}" fill="{WHITE}" stroke-width="1.8" stroke-dasharray="1 5"/>'


_OWN: Final = {
    "door": path("M-13.5 0v-48h27V0z", "#e6d6bc") + path("M-10.5 0v-44.5h21V0z", "#f7ecd9")
    + path("M-6.5-40h13v13h-13zM-6.5-21h13v13h-13z", width=0.6) + circle(7.6, -23.5, 1.3, INK, 0.1)
    + path("M-17 0h34", width=0.9),
    "guinea-pig": path("M-21-8q-1-15 17-16 12 0 16 6 9 1 10 9 0 7-7 7H-15q-6 0-6-6z", WHITE)
    + path("M-6-24q-1 9-7 22M8-18q-3-6 1-7 5 1 3 7", WHITE, 2) + circle(14, -13, 1.6, INK, 0.1)
    + path("M20-9q-2 1-3 3M-12-2v3M8-2v3", width=2),
    "teddy": circle(-10, -41, 5) + circle(10, -41, 5) + circle(-13, -4, 5) + circle(13, -4, 5)
    + circle(-15, -19, 4.5) + circle(15, -19, 4.5) + circle(0, -13, 13) + circle(0, -33, 13)
    + circle(-5, -35, 1.6, INK, 0.1) + circle(5, -35, 1.6, INK, 0.1) + circle(0, -29, 4.6, WHITE, 1.6)
    + path("M-3-13q3 3 6 0M-1.2-30.5h2.4", width=1.8),
    "bed": path("M-22-1v-32M22-1v-18M-22-8h44") + path("M-22-8v-10h44v10zM-19-18q-1-8 5-8h5q5 0 6 8z", WHITE)
    + path("M-3-18q1-6 7-6h12q6 0 6 6z", WHITE),
    "bike": circle(-13, -9, 9) + circle(13, -9, 9)
    + path("M-13-9l7-14h12l-7 14zM-6-23l7 14M13-9L5-29h6M-10-27h8M-6-23v-4", width=2.2),
}  # fmt: skip
"""Drawn by us, because those to be had show somebody lying or riding: on a field of 48."""
