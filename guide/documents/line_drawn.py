"""Draws a line from 0 to 10 with everybody's mark as SVG, for every format alike; every word is escaped."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.documents.line import Drawing, Flag


class DrawnLine(str):
    """SVG that is safe as it is: a template writes it without escaping it again."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the drawing's own lines."""
        return self


def draw(it: "Drawing", number: int) -> DrawnLine:
    """Return a line as SVG; `number` tells it from the others of its page."""
    named = f"line-{number}-title", f"line-{number}-desc"
    head = (
        f'<svg class="drawing" viewBox="0 0 {it.width} {it.height:.0f}" role="img"'
        f' aria-labelledby="{" ".join(named)}">'
    )
    told = (
        f'<title id="{named[0]}">{escape(it.title)}</title>\n<desc id="{named[1]}">{escape(it.says)}</desc>'
    )
    stems = (_line("stem", flag.x, flag.top + flag.height, flag.x, it.axis) for flag in it.flags)
    axis = f'<line class="axis" x1="30" y1="{it.axis:.1f}" x2="{it.width - 30}" y2="{it.axis:.1f}"/>'
    flags = (mark for flag in it.flags for mark in _flag(flag))
    return DrawnLine("\n".join((head, told, *stems, axis, *_ticks(it), *_dots(it), *flags, "</svg>")))


def _ticks(it: "Drawing") -> Iterator[str]:
    for x, label in it.ticks:
        yield _line("tick", x, it.axis - 8, x, it.axis + 8)
        yield _words("number", x, it.axis + 34, label)


def _dots(it: "Drawing") -> Iterator[str]:
    for x, hollow in it.dots:
        kind = "dot hollow" if hollow else "dot"
        yield f'<circle class="{kind}" cx="{x:.1f}" cy="{it.axis:.1f}" r="9"/>'


def _flag(flag: "Flag") -> Iterator[str]:
    yield f'<g class="{"flag hollow" if flag.hollow else "flag"}">'
    yield (
        f'<rect x="{flag.left:.1f}" y="{flag.top:.1f}" width="{flag.width:.1f}" height="{flag.height:.1f}"'
        ' rx="9"/>'
    )
    for at, name in enumerate(flag.lines):
        yield _words("name", flag.left + 11, flag.top + 19 + 20 * at, name)
    yield _words("mark", flag.left + flag.width - 11, flag.top + 19, flag.number)
    under = flag.top + 17 + 20 * len(flag.lines)
    for at, note in enumerate(flag.notes):
        yield _words("note", flag.left + 11, under + 15 * at, note)
    yield "</g>"


def _line(kind: str, x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line class="{kind}" x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"/>'


def _words(kind: str, x: float, y: float, text: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(text)}</text>'
