"""The marks pictures are made of: lines, rings and words of SVG, every word escaped."""

from html import escape
from typing import Final

INK: Final = "#26303a"
WHITE: Final = "#fff"
"""Skin and hair stay white, to be coloured in."""
SOFT: Final = "#8d8577"
"""The line of what stands in the background."""

LINE: Final = 2.4


def n(value: float) -> str:
    """Return a number as short as it can be written: a story of many panels is sent by e-mail."""
    return f"{value:.1f}".removesuffix(".0")


def path(d: str, fill: str = "", width: float = 0, stroke: str = "") -> str:
    """Return a line; what is left out is taken from the group it stands in."""
    return f'<path d="{d}"{_look(fill, width, stroke)}/>'


def circle(x: float, y: float, r: float, fill: str = WHITE, width: float = 0) -> str:
    """Return a ring."""
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}"{_look(fill, width)}/>'


def ellipse(  # noqa: PLR0913, PLR0917 - as many as an oval has
    x: float, y: float, rx: float, ry: float, fill: str = WHITE, width: float = 0
) -> str:  # fmt: skip
    """Return an oval."""
    return f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}"{_look(fill, width)}/>'


def rect(  # noqa: PLR0913, PLR0917 - as many as a box has
    x: float, y: float, w: float, h: float, r: float = 3, fill: str = WHITE, width: float = 0
) -> str:  # fmt: skip
    """Return a box with round corners."""
    place = f'x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="{n(r)}"'
    return f"<rect {place}{_look(fill, width)}/>"


def group(inner: str, x: float = 0, y: float = 0, scale: float = 1, **more: str) -> str:
    """Return marks moved and sized together; nothing at all for no marks."""
    if not inner:
        return ""
    sized = "" if scale == 1 else f" scale({scale:.3g})"
    moved = f' transform="translate({n(x)} {n(y)}){sized}"' if x or y or sized else ""
    looks = "".join(f' {key.replace("_", "-")}="{escape(value)}"' for key, value in more.items())
    return f"<g{moved}{looks}>{inner}</g>"


def _look(fill: str, width: float, stroke: str = "") -> str:
    filled = f' fill="{fill}"' if fill else ""
    wide = f' stroke-width="{n(width)}"' if width else ""
    return filled + wide + (f' stroke="{stroke}"' if stroke else "")
