"""Draws a line with everybody's mark on it; a guess is hollow."""

from collections.abc import Sequence

from textual.content import Content

from guide.frozen import frozen
from guide.ui.widgets.words import MUTED, lines, own


@frozen
class Mark:
    """Somebody's place on the line."""

    name: str
    value: float
    is_guess: bool = False


def dot(mark: Mark) -> str:
    """Return a mark's own sign: full for one's own number, hollow for a guess."""
    return "○" if mark.is_guess else "●"


def draw_line(marks: Sequence[Mark], width: int, *, most: int = 10) -> Content:
    """Draw the line from 0 to `most` with a row for each mark, its name beside it."""
    room = max(most * 2, min(width - 2, most * 5))
    rows = [_rail(room, most)]
    rows.extend(_row(mark, room, most, width) for mark in marks)
    return lines(rows)


def place_on(value: float, room: int, most: int) -> int:
    """Return the column of a value on a line `room` wide."""
    return round(value * room / most) if most else 0


def _rail(room: int, most: int) -> Content:
    rail = list("─" * (room + 2))
    for value in range(most + 1):
        at = place_on(value, room, most)
        label = str(value)
        rail[at : at + len(label)] = label
    return Content.styled("".join(rail), MUTED)


def _row(mark: Mark, room: int, most: int, width: int) -> Content:
    at = place_on(mark.value, room, most)
    label = own(f"{mark.name} {mark.value:g}")
    sign = Content.styled(dot(mark), "bold $accent")
    if at + 2 + label.cell_length <= width:
        return Content.assemble(" " * at, sign, " ", label)
    left = max(0, at - 1 - label.cell_length)
    return Content.assemble(" " * left, label, " ", sign).truncate(width, ellipsis=True)
