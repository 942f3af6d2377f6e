"""Breaks a table that runs over into rows of a page each: no heading stands alone at the foot of one.

PDF breaks within a row and keeps a heading with what follows; office programs break a row anywhere.
"""

from collections.abc import Iterator
from itertools import zip_longest

from guide.documents.blocks.height import cell_height, height_of
from guide.documents.blocks.looks import LOOKS
from guide.documents.blocks.model import Block, Cell, Items, Table, Words
from guide.frozen import replace


def flowing(table: Table) -> Table:
    """Return a table whose rows each fit what is left of the first page, then a whole one."""
    if not table.rooms:
        return table
    heads = table.rows[: table.heads]
    rows = tuple(new for row in table.rows[table.heads :] for new in _rows(table, row))
    return replace(table, rows=(*heads, *rows), whole=len(rows) > 1)


def _rows(table: Table, row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    first, later = table.rooms
    high = max(cell_height(cell, wide) for cell, wide in zip(row, table.widths, strict=True))
    if high <= first:
        yield row
        return
    columns = [
        _pieces(cell, wide - 2 * cell.pad, (first - 2 * cell.pad, later - 2 * cell.pad))
        for cell, wide in zip(row, table.widths, strict=True)
    ]
    for pieces in zip_longest(*columns, fillvalue=()):
        yield tuple(replace(cell, blocks=piece) for cell, piece in zip(row, pieces, strict=True))


def _pieces(cell: Cell, wide: float, rooms: tuple[float, float]) -> list[tuple[Block, ...]]:
    """Return what stands in a cell page by page; what leads to something stays on its page."""
    pieces: list[tuple[Block, ...]] = []
    here: list[Block] = []
    used, room = 0.0, rooms[0]
    for kept in _kept(cell.blocks):
        high = height_of(kept, wide)
        if here and used + high > room:
            pieces.append(tuple(here))
            here, used, room = [], 0.0, rooms[1]
        here += kept
        used += high
    return [*pieces, tuple(here)]


def _kept(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """Yield what has to stay together: headings with the one thing that follows them."""
    leading: list[Block] = []
    for block in blocks:
        for one in _single(block):
            leading.append(one)
            if not (isinstance(one, Words) and LOOKS[one.style].keeps):
                yield leading
                leading = []
    if leading:
        yield leading


def _single(block: Block) -> Iterator[Block]:
    """Yield a list as lists of one item each; anything else as it is."""
    if not isinstance(block, Items):
        yield block
        return
    for at, item in enumerate(block.items):
        yield replace(block, items=(item,), first=block.first + at if block.first else 0)
