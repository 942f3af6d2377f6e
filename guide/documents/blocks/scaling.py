"""Makes a paper larger or smaller for another sheet of paper: its letters, its pictures, its tables."""

from collections.abc import Iterable

from guide.documents.blocks.looks import LOOKS
from guide.documents.blocks.model import Block, Cell, Items, Picture, Table, Words
from guide.frozen import replace


def scaled(blocks: Iterable[Block], times: float) -> tuple[Block, ...]:
    """Return the same blocks so many times as large; lines to write on stay as they are, for hands do too."""
    return tuple(blocks) if times == 1 else tuple(_scaled(one, times) for one in blocks)


def _scaled(block: Block, times: float) -> Block:
    match block:
        case Words():
            return replace(block, size=(block.size or LOOKS[block.style].size) * times)
        case Items():
            return replace(block, items=tuple(scaled(one, times) for one in block.items))
        case Picture():
            return replace(
                block, wide=block.wide * times, under=block.under * times, rounded=block.rounded * times
            )
        case Table():
            rows = tuple(tuple(_cell(cell, times) for cell in row) for row in block.rows)
            widths = tuple(wide * times for wide in block.widths)
            rooms = tuple(room * times for room in block.rooms)
            least, apart = block.least * times, block.apart * times
            return replace(block, rows=rows, widths=widths, rooms=rooms, least=least, apart=apart)
        case _:
            return block


def _cell(cell: Cell, times: float) -> Cell:
    return replace(
        cell, blocks=scaled(cell.blocks, times), pad=cell.pad * times, rounded=cell.rounded * times
    )
