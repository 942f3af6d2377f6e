"""The blocks that a paper is made of: words, lists, tables, pictures, room to write."""

from typing import Final

from guide.documents.agency import Logo
from guide.frozen import frozen

SHEETS: Final = {"A5": (148.0, 210.0), "A4": (210.0, 297.0), "A3": (297.0, 420.0)}
"""Width and height upright, in millimetres."""
FOOT: Final = 16.0
"""What is kept at the foot of every page for its line, in millimetres."""


@frozen
class Run:
    """Words in one weight and colour."""

    text: str
    bold: bool = False
    soft: bool = False
    badge: bool = False
    """A number that something else answers to."""
    colour: str = ""
    """An agency's own, as six digits."""


@frozen
class Words:
    """A paragraph or a heading; `style` is a name in `blocks.looks`."""

    runs: tuple[Run, ...]
    style: str = "words"
    of: str = ""
    """The entry whose words they are."""
    origin: str = ""
    """Where they come from, for whoever asks."""

    level: int = -1
    """Of a heading, when it is not the one its style usually has."""
    size: float = 0.0
    """In points, when it is not the one its style usually has."""

    @property
    def text(self) -> str:
        """All of it, without weight and colour."""
        return "".join(run.text for run in self.runs)


@frozen
class Items:
    """A list; each item is blocks."""

    items: tuple[tuple["Block", ...], ...]
    first: int = 0
    """The number of the first item; 0 for a list without numbers."""
    badge: bool = False
    """Whether each number stands in a ring of its own."""
    colour: str = ""
    """An agency's own, as six digits, for the numbers."""


@frozen
class Picture:
    """A picture that stands on its own: SVG with everything in it."""

    svg: str
    says: str
    """What is to be seen, for whoever cannot see it; empty for mere decoration."""
    wide: float
    """In millimetres."""
    in_middle: bool = False
    rounded: float = 0.0
    """How round its corners are, in millimetres, where a format can round them."""
    under: float = 0.0
    """Room under it, in millimetres."""


@frozen
class Badge:
    """An agency's logo."""

    logo: Logo
    says: str
    wide: float
    """In millimetres, at most; it is never higher than sixteen."""


@frozen
class Cell:
    """One cell of a table."""

    blocks: tuple["Block", ...] = ()
    fill: str = ""
    """A colour such as `fdf6ea`."""
    edges: str = ""
    """Which edges are drawn: any of `tblr`."""
    bold_edges: bool = False
    edge_colour: str = ""
    """An agency's own, as six digits."""
    pad: float = 3.0
    """Room around what stands in it, in millimetres."""
    rounded: float = 0.0
    """How round its corners are, in millimetres, where a format can round them."""


@frozen
class Table:
    """A table of things that belong in rows and columns."""

    widths: tuple[float, ...]
    """Of each column, in millimetres."""
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    """How many rows at the top are headings; they come again on the next page."""
    joined: bool = False
    """Whether what follows stands right under it, on the same page."""
    least: float = 0.0
    """How high the last row is at least, in millimetres."""
    whole: bool = False
    """Whether a row stays on one page."""
    apart: float = 0.0
    """Room between two columns, in millimetres."""
    rooms: tuple[float, ...] = ()
    """How much of its page is left to its rows, and of every later page, where it may run over."""


@frozen
class WriteIn:
    """Lines to write on by hand."""

    lines: int = 1


@frozen
class NewPage:
    """What follows begins on a new page."""


Block = Words | Items | Picture | Badge | Table | WriteIn | NewPage


@frozen
class Blocks:
    """A whole paper."""

    tab: str
    """Its title as others may see it on a screen, without anybody's name."""
    lang: str
    blocks: tuple[Block, ...]
    running: str = ""
    """What stands at the foot of every page."""
    sheet: str = "A4"
    on_side: bool = False
    margin: float = 14.0
    """At the sides and at the top, in millimetres."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page in millimetres."""
        wide, high = SHEETS[self.sheet]
        return (high, wide) if self.on_side else (wide, high)

    @property
    def inside(self) -> float:
        """How wide the page is between its margins."""
        return self.size[0] - 2 * self.margin

    @property
    def high(self) -> float:
        """How high the page is between its margins."""
        return self.size[1] - self.margin - FOOT


def words(text: str, style: str = "words", *, bold: bool = False, of: str = "", origin: str = "") -> Words:
    """Return a paragraph in one weight."""
    return Words((Run(text, bold=bold),), style, of, origin)
