"""Draws everybody's mark on its line: own marks full, guesses hollow, crowded ones under each other."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from textual.content import Content

from guide.frozen import field, frozen, mutable
from guide.map.model import Rating
from guide.ui.says import say
from guide.ui.widgets.sheet.line import place_on
from guide.ui.widgets.words import MUTED, PICKED, own

Name = Callable[[str | None], str]

_TEN: Final = 10
_GAP: Final = 2
"""Columns between two marks on one row."""
MOST: Final = 6
"""Columns from one number to the next at most: a longer line is harder to read, not easier."""
_STONES: Final = 10
"""Columns from one stone to the next at most."""


@frozen
class Mark:
    """One mark, where it stands and what is written beside it."""

    id: str
    at: int
    sign: str
    label: Content

    @property
    def right(self) -> tuple[int, int]:
        """The columns it takes with its name on the right."""
        return self.at, self.at + 2 + self.label.cell_length

    @property
    def left(self) -> tuple[int, int]:
        """The columns it takes with its name on the left."""
        return self.at - 1 - self.label.cell_length, self.at + 1


@mutable
class _Row:
    """Marks beside each other, each with the columns it takes."""

    held: list[tuple[int, int, Content]] = field(default_factory=list)

    def is_free(self, span: tuple[int, int], width: int) -> bool:
        inside = span[0] >= 0 and span[1] <= width
        return inside and all(span[1] + _GAP <= one[0] or span[0] >= one[1] + _GAP for one in self.held)

    def drawn(self) -> Content:
        line = Content("")
        for begin, _, content in sorted(self.held, key=lambda one: one[0]):
            line = Content.assemble(line, " " * max(0, begin - line.cell_length), content)
        return line


def draw_marks(ratings: Iterable[Rating], name: Name, width: int, *, picked: str = "") -> list[Content]:
    """Return a line for each length that was used (0 to 10, four stones …) with its marks under it."""
    lengths: dict[int, list[Rating]] = {}
    for one in ratings:
        lengths.setdefault(one.of, []).append(one)
    rows: list[Content] = []
    for of, own_marks in lengths.items():
        rows += [Content("")] if rows else []
        rows += _line(own_marks, of, name, width, picked)
    return rows


def who_of(rating: Rating, name: Name) -> str:
    """Return whose mark it is; a guess says whose guess."""
    who = name(rating.by) or say("somebody")
    if rating.guessed_by is None:
        return who
    return say("guess_of", who=who, by=name(rating.guessed_by) or say("somebody"))


def mark_text(rating: Rating, name: Name) -> str:
    """Return a mark in words: whose it is, and on a line of numbers which one; stones are not counted."""
    return who_of(rating, name) if rating.of != _TEN else f"{who_of(rating, name)} {rating.value:g}"


def sign_of(rating: Rating) -> str:
    """Return a mark's own sign: full for one's own, hollow for a guess."""
    return "●" if rating.guessed_by is None else "○"


def room_of(of: int, width: int) -> int:
    """Return how many columns a line takes from its first place to its last."""
    return max(of, min(width - 3, of * (MOST if of == _TEN else _STONES)))


def _line(ratings: Sequence[Rating], of: int, name: Name, width: int, picked: str) -> list[Content]:
    room = room_of(of, width)
    ordered = sorted(ratings, key=lambda one: (one.value, one.guessed_by is not None))
    marks = [_mark(one, of, room, name, picked) for one in ordered]
    return [_rail(of, room) if of == _TEN else stones(of, room), *_under(marks, width)]


def _mark(rating: Rating, of: int, room: int, name: Name, picked: str) -> Mark:
    label = own(mark_text(rating, name), PICKED if rating.id == picked else "")
    return Mark(rating.id, place_on(min(rating.value, of), room, of), sign_of(rating), label)


def _rail(of: int, room: int) -> Content:
    rail = list("─" * (room + 1))
    for value in range(of + 1):
        at = place_on(value, room, of)
        rail[at : at + len(str(value))] = str(value)
    return Content.styled("".join(rail), MUTED)


def stones(of: int, room: int) -> Content:
    """Return a path of stones; it begins where nobody stands on one yet."""
    path = list("─" * (room + 2))
    path[0] = "·"
    for value in range(1, of + 1):
        at = place_on(value, room, of)
        path[at - 1 : at + 2] = "( )"
    return Content.styled("".join(path), MUTED)


def _under(marks: Sequence[Mark], width: int) -> list[Content]:
    """Return rows in which no mark covers another; a name with no room beside its mark stands under it."""
    rows: list[_Row] = []
    for mark in marks:
        if mark.right[1] > width and mark.left[0] < 0:
            rows += _on_two(mark, width)
            continue
        row, span = _place(mark, rows, width)
        row.held.append((*span, _beside(mark, span)))
    return [row.drawn() for row in rows]


def _place(mark: Mark, rows: list[_Row], width: int) -> tuple[_Row, tuple[int, int]]:
    for row in rows:
        for span in (mark.right, mark.left):
            if row.is_free(span, width):
                return row, span
    rows.append(_Row())
    return rows[-1], mark.right if mark.right[1] <= width else mark.left


def _beside(mark: Mark, span: tuple[int, int]) -> Content:
    sign = Content.styled(mark.sign, "bold $accent")
    parts = (sign, " ", mark.label) if span == mark.right else (mark.label, " ", sign)
    return Content.assemble(*parts)


def _on_two(mark: Mark, width: int) -> list[_Row]:
    sign = Content.styled(mark.sign, "bold $accent")
    label = mark.label.truncate(width, ellipsis=True)
    begin = max(0, min(mark.at, width - label.cell_length))
    # Closed rows: nothing else may stand between a mark and its name.
    return [_Row([(mark.at, width, sign)]), _Row([(begin, width, label)])]
