"""The blocks of sheets: in columns, as houses, as rings, as a line with stops."""

from guide.documents.blocks.height import cell_height, height_of
from guide.documents.blocks.looks import PALES, ROOFS, TINTS
from guide.documents.blocks.model import Block, Cell, Items, NewPage, Picture, Table, words
from guide.documents.blocks.parts import Maker
from guide.documents.pages.columns import Columns
from guide.documents.pages.houses import House, Houses, Walk
from guide.documents.pages.ring import Rings
from guide.documents.pages.stops import Stops
from guide.documents.render import drawn
from guide.documents.svg import standalone

_RINGS = 105.0, 158.0
"""How wide the rings are at least and at most, in millimetres."""
_BETWEEN = 8.0
"""What is kept free around the rings, in millimetres."""
_APART = 9.0
"""Between two houses, in millimetres."""
_WALLS = 56.0
"""How high walls are at least, in millimetres."""
_PATH = 160.0
_PAD = 4.0
_BESIDE = 60.0
"""How much may stand beside the path, in millimetres; more goes under it."""
_ACROSS = 3
_HEAD = 14.0
"""What a row of headings takes, in millimetres."""
_ROUNDS = 3
_NARROW, _BROAD = 0.72, 1.7
"""How narrow and how wide a column may become beside the others."""


def columns_blocks(page: Columns, make: Maker) -> list[Block]:
    """Return a sheet in columns."""
    found = make.top(page) + make.boxes(page.above, across=4)
    below = make.boxes(page.below, across=4)
    if page.columns:
        found.append(_columns(page, make, make.high - height_of(found, make.inside)))
    else:
        found += below
    for line in page.lines:
        found += make.line(line)
    return found + below if page.columns else found


def _columns(page: Columns, make: Maker, room: float) -> Table:
    """Return the columns; `room` is what is left of the first page."""
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
    return Table(
        _wide_enough(row, (wide,) * many, room), (head, row), heads=1, apart=apart,
        rooms=(room - _HEAD, make.high - _HEAD),
    )  # fmt: skip


def _wide_enough(row: tuple[Cell, ...], widths: tuple[float, ...], room: float) -> tuple[float, ...]:
    """Return the columns' widths: equal while they fit the page, else wider where more was said."""
    equal, whole = widths, sum(widths)
    for _ in range(_ROUNDS):
        highs = [cell_height(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        if widths is equal and max(highs) <= room - _HEAD:
            break
        wanted = [wide * (high / max(highs)) ** 0.8 for wide, high in zip(widths, highs, strict=True)]
        shares = [min(max(one / sum(wanted), _NARROW / len(row)), _BROAD / len(row)) for one in wanted]
        widths = tuple(whole * share / sum(shares) for share in shares)
    return widths


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
    path: list[Block] = [words(walk.drawing.title, "place"), Picture(svg, walk.drawing.says, _PATH)]
    return _along(path, walk, make) + (make.over_time(walk.over) if walk.over else [])


def _along(path: list[Block], walk: Walk, make: Maker) -> list[Block]:
    """Return the path with what was said on it: beside it where that is little, else under it."""
    if not walk.has_words:
        return path
    told = [block for one in walk.reasons for block in make.reason(one)]
    told += [block for one in walk.cells for block in make.cell(one)]
    beside = make.inside - _PATH - _PAD
    if height_of(told, beside) < _BESIDE:
        row = (Cell(tuple(path), pad=0), Cell(tuple(told), pad=_PAD))
        return [Table((_PATH, make.inside - _PATH), (row,), whole=True)]
    cells = [Cell(tuple(make.reason(one)), pad=1) for one in walk.reasons]
    cells += [Cell(tuple(make.cell(one)), pad=1) for one in walk.cells]
    return path + make.beside(cells, _ACROSS)


def rings_blocks(page: Rings, make: Maker) -> list[Block]:
    """Return the rings, and everything that stands on them in full."""
    svg = standalone(
        drawn("_ring", "picture", page.title, page.inner, page.rings, page.middle, page.spots), "ring"
    )
    says = ". ".join(f"{cell.title}: {', '.join(one.text for one in cell.quotes)}" for cell, _ in page.cells)
    found = make.top(page)
    half = (make.inside - _APART) / 2
    listed: list[list[Block]] = [
        [words(cell.title, "place"), Items(tuple(make.quote(one) for one in cell.quotes), first=first)]
        for cell, first in page.cells
    ]
    left, right = _halves(listed, half)
    high = max(height_of(left, half), height_of(right, half))
    room = make.high - height_of(found, make.inside)
    wide = min(max(room - high - _BETWEEN, _RINGS[0]), _RINGS[1])
    found.append(Picture(svg, says or page.title, wide, in_middle=True, under=2.0))
    row = (Cell(tuple(left), pad=0), Cell(tuple(right), pad=0))
    found.append(Table((half, half), (row,), apart=_APART, rooms=(room - wide - _BETWEEN, make.high)))
    for line in page.lines:
        found += make.line(line)
    return found


def _halves(parts: list[list[Block]], wide: float) -> tuple[list[Block], list[Block]]:
    """Return parts in two columns of much the same height, in their order."""
    highs = [height_of(one, wide) for one in parts]
    before = [sum(highs[:at]) for at in range(len(parts) + 1)]
    cut = min(range(len(parts) + 1), key=lambda at: max(before[at], before[-1] - before[at]))
    return [one for part in parts[:cut] for one in part], [one for part in parts[cut:] for one in part]


def stops_blocks(page: Stops, make: Maker) -> list[Block]:
    """Return the stops in the order of the sheet."""
    found = make.top(page)
    for one in page.stops:
        found += make.cell(one)
    for line in page.lines:
        found += make.line(line)
    return found
