"""The lines of a sheet with everybody's mark on them, drawn as the whole sheet draws them."""

from collections.abc import Callable, Sequence

from guide.map.model import Rating
from guide.ui.widgets.sheet.piece import Piece
from guide.ui.widgets.words import lines


def marks_piece(ratings: Sequence[Rating], name: Callable[[str | None], str]) -> Piece:
    """Return the piece with these marks; a guess is hollow and says whose it is."""
    from guide.ui.widgets.map.marks import draw_marks, who_of

    says = tuple((one.value, one.of, one.guessed_by is None, who_of(one, name)) for one in ratings)
    return Piece(says, lambda width: lines(draw_marks(ratings, name, width)))
