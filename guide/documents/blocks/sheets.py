"""The blocks of sheets: in columns, as houses, as rings, as a line with stops."""

from guide.documents.blocks.looks import PALES, ROOFS, TINTS
from guide.documents.blocks.model import Block, Cell, Items, NewPage, Picture, Table, words
from guide.documents.blocks.parts import Maker
from guide.documents.pages.columns import Columns
from guide.documents.pages.houses import House, Houses, Walk
from guide.documents.pages.ring import Rings
from guide.documents.pages.stops import Stops
from guide.documents.render import drawn
from guide.documents.svg import standalone

_APART = 9.0
"""Between two houses, in millimetres."""
_WALLS = 56.0
"""How high walls are at least, in millimetres."""
_PATH = 160.0
_ACROSS = 3


def columns_blocks(page: Columns, make: Maker) -> list[Block]:
    """Return a sheet in columns."""
    found = make.top(page) + make.boxes(page.above, across=4)
    below = make.boxes(page.below, across=4)
    if page.columns:
        found.append(_columns(page, make))
    else:
        found += below
    for line in page.lines:
        found += make.line(line)
    return found + below if page.columns else found


def _columns(page: Columns, make: Maker) -> Table:
    many, apart = len(page.columns), 3.0
    wide = (make.inside - apart * (many - 1)) / many
    head = tuple(
        Cell((words(one.title, "column"),), fill=TINTS[at % len(TINTS)])
        for at, one in enumerate(page.columns)
    )
    row = tuple(
        Cell(tuple(block for cell in one.cells for block in make.cell(cell)), fill=PALES[at % len(PALES)])
        for at, one in enumerate(page.columns)
    )
    return Table((wide,) * many, (head, row), heads=1, apart=apart)


def houses_blocks(page: Houses, make: Maker) -> list[Block]:
    """Return the houses with their roofs, the path, and what others said beside them."""
    found = make.top(page)
    for row in page.rows:
        found += _houses(row, make)
    if page.walk:
        found += _walk(page.walk, make)
    for line in page.lines:
        found += make.line(line)
    if page.beside:
        found.append(NewPage())
        found += [words(page.beside_title, "heading")] if page.beside_title else []
        found += [block for one in page.beside for block in make.cell(one)]
    return found


def _houses(row: tuple[House, ...], make: Maker) -> list[Block]:
    """Return houses beside each other: their roofs, and under them what each is called and what is in it."""
    many = max(len(row), 2)
    wide = (make.inside - _APART * (many - 1)) / many
    roofs = tuple(Cell((Picture(_roof(at), "", wide),), pad=0) for at, _ in enumerate(row))
    names = tuple(_wall(_name(one), at, "lr") for at, one in enumerate(row))
    walls = tuple(_wall(_inside(one, make), at, "lrb") for at, one in enumerate(row))
    widths = (wide,) * len(row)
    return [
        Table(widths, (roofs,), apart=_APART, joined=True),
        Table(widths, (names, walls), heads=1, least=_WALLS, apart=_APART),
    ]


def _wall(blocks: list[Block], at: int, edges: str) -> Cell:
    return Cell(tuple(blocks), fill=PALES[at % len(PALES)], edges=edges, bold_edges=True)


def _roof(at: int) -> str:
    # Cut where the eaves end, so that roof and walls are of one width.
    svg = drawn("_houses", "roof").replace('viewBox="0 -8 320 112"', 'viewBox="6.5 -8 307 110.5"')
    return standalone(svg, "houses", fills=f"#{ROOFS[at % len(ROOFS)]}")


def _name(house: House) -> list[Block]:
    about = [house.means, *house.about_name]
    return [words(house.name, "called"), *(words(one, "means") for one in about if one)]


def _inside(house: House, make: Maker) -> list[Block]:
    found = make.quotes(house.quotes)
    return [*found, words(house.who, "who")] if house.who else found


def _walk(walk: Walk, make: Maker) -> list[Block]:
    svg = standalone(drawn("_houses", "path", walk.drawing), "houses")
    found: list[Block] = [words(walk.drawing.title, "place"), Picture(svg, walk.drawing.says, _PATH)]
    if walk.has_words:
        cells = [Cell(tuple(make.reason(one)), pad=1) for one in walk.reasons]
        cells += [Cell(tuple(make.cell(one)), pad=1) for one in walk.cells]
        found += make.beside(cells, _ACROSS)
    return found + (make.over_time(walk.over) if walk.over else [])


def rings_blocks(page: Rings, make: Maker) -> list[Block]:
    """Return the rings, and everything that stands on them in full."""
    svg = standalone(
        drawn("_ring", "picture", page.title, page.inner, page.rings, page.middle, page.spots), "ring"
    )
    says = ". ".join(f"{cell.title}: {', '.join(one.text for one in cell.quotes)}" for cell, _ in page.cells)
    found = [*make.top(page), Picture(svg, says or page.title, 150.0)]
    for cell, first in page.cells:
        found.append(words(cell.title, "place"))
        found.append(Items(tuple(make.quote(one) for one in cell.quotes), first=first))
    for line in page.lines:
        found += make.line(line)
    return found


def stops_blocks(page: Stops, make: Maker) -> list[Block]:
    """Return the stops in the order of the sheet."""
    found = make.top(page)
    for one in page.stops:
        found += make.cell(one)
    for line in page.lines:
        found += make.line(line)
    return found
