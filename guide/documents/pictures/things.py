"""Things: line icons by others, a few of our own; what we do not know is an empty frame to draw in."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Final

from guide.documents.pictures.marks import INK, WHITE, circle, group, n, path

_FIELD: Final = 24
"""Icons are drawn on a field of so many units."""
_STROKE: Final = 2.2
_SIZES: Final = {
    "door": 104, "tree": 88, "sofa": 74, "bed": 74, "bath": 62, "armchair": 62, "desk": 66, "car": 70,
    "ambulance": 70, "bus": 62, "train": 62, "bike": 58, "baby-carriage": 58, "home": 60, "shopping-cart": 52,
}  # fmt: skip
_USUAL: Final = 46


def size_of(key: str) -> float:
    """Return how large a thing stands beside people."""
    return float(_SIZES.get(key, _USUAL))


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
