"""One piece of a sheet's drawing, known by what it says, so that it is drawn once."""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from textual.content import Content


class Piece(NamedTuple):
    """A heading, a thing said, a line with its marks."""

    says: Hashable
    """Everything that can be seen in it: two pieces that say the same look the same at one width."""
    draw: Callable[[int], Content]
    """Draws it at a width."""
    area: str = ""
    """The area it belongs to."""
    row: Callable[[int], int] = lambda _: 0
    """The row of it to be seen before the others, where that is not its first, at a width."""
