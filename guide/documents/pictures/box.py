"""A place taken in a picture, so that it can be proved that no two things stand on one another."""

from collections.abc import Iterable
from itertools import combinations
from typing import Literal

from guide.frozen import frozen, replace

Kind = Literal["face", "name", "bubble", "caption", "thing"]


@frozen
class Box:
    """Something in a picture that nothing else may cover."""

    kind: Kind
    x: float
    """The left edge; all four in the picture's own unit."""
    y: float
    """The upper edge."""
    width: float
    height: float
    text: str = ""
    """The words in it, as they were given."""

    def covers(self, other: "Box", slack: float = 0.5) -> bool:
        """Return whether two boxes lie on one another by more than `slack`."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return across > slack and down > slack

    def moved(self, x: float, y: float) -> "Box":
        """Return the box shifted."""
        return replace(self, x=self.x + x, y=self.y + y)


def covered(boxes: Iterable[Box]) -> list[tuple[Box, Box]]:
    """Return every two boxes that lie on one another."""
    return [pair for pair in combinations(boxes, 2) if pair[0].covers(pair[1])]
