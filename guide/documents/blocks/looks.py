"""How each kind of words looks on paper: one table for every format that has letters in sizes."""

from typing import Final

from guide.frozen import frozen, replace

INK: Final = "26303a"
SOFT: Final = "56616d"
RULE: Final = "cfc7b8"
ACCENT: Final = "235466"
TINTS: Final = ("f0dbb9", "bce6f7", "e5d6f9")
PALES: Final = ("fdf6ea", "eef9fe", "f9f4fe")
ROOFS: Final = ("dbb87e", "7fcae7", "cab0ea")


@frozen
class Look:
    """How words look; sizes and distances in points."""

    size: float
    bold: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 3.0
    level: int = 0
    """Of a heading; 0 for a paragraph."""
    align: str = "start"
    leads: bool = False
    """Whether it stays on the page of what it leads to, though it is no heading."""

    def at(self, size: float) -> "Look":
        """Return the same look in another size of letters; 0 for its own."""
        if not size or size == self.size:
            return self
        more = size / self.size
        return replace(self, size=size, before=self.before * more, after=self.after * more)

    @property
    def keeps(self) -> bool:
        """Whether it stays on the page of what follows it."""
        return self.leads or bool(self.level)


LOOKS: Final = {
    "title": Look(22, bold=True, after=2, level=1),
    "whom": Look(14, colour=SOFT, after=4),
    "face": Look(9, colour=SOFT, after=1),
    "heading": Look(14, bold=True, before=10, after=4, level=2),
    "column": Look(15, bold=True, after=0, level=2),
    "panel_title": Look(15, bold=True, after=2, level=2),
    "fine": Look(7.5, colour=SOFT, after=6),
    "place": Look(11, bold=True, colour=ACCENT, before=6, after=3, level=3),
    "called": Look(16, bold=True, after=0, level=2, align="center"),
    "means": Look(9, colour=SOFT, after=1, align="center"),
    "words": Look(11),
    "child": Look(13),
    "large": Look(15, after=5),
    "panel": Look(15, after=2.5),
    "more": Look(10.5, after=2),
    "who": Look(8.5, colour=SOFT, after=3),
    "asked": Look(9.5, colour=SOFT, after=1, leads=True),
    "ends": Look(10, colour=SOFT, after=2),
    "far": Look(10, colour=SOFT, after=2, align="end"),
}
