"""What has been drawn of a picture so far, layer by layer, and the places that are taken."""

from typing import Final

from guide.documents.pictures.box import Box, Kind
from guide.documents.pictures.lettering import Lines
from guide.frozen import field, mutable

EDGE: Final = 14
"""Between the picture's edge and whatever stands in it."""


@mutable
class Sheet:
    """Mutable while one picture is drawn."""

    people: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    is_seated: bool = False
    """Whether one long table stands before everybody: then no small one has legs."""

    def write(self, kind: Kind, text: str, broken: Lines, middle: float, top: float) -> float:
        """Write words; return where they end."""
        self.words.append(broken.svg(middle, top))
        self.boxes.append(Box(kind, middle - broken.width / 2, top, broken.width, broken.height, text))
        return top + broken.height
