"""How high blocks will stand on a page, roughly: what shares a page is decided before anything is set."""

import math
import re
from collections.abc import Iterable
from typing import Final

from guide.documents.blocks.looks import LOOKS
from guide.documents.blocks.model import Badge, Block, Cell, Items, NewPage, Picture, Table, Words, WriteIn
from guide.documents.letters import has_arabic
from guide.documents.measure import width

MM: Final = 25.4 / 72
"""Millimetres in one point."""
_PITCH: Final = 1.34
"""From one line to the next, as a multiple of the letters' size: what PDF has; DOCX has a little less."""
_ARABIC: Final = 1.75
"""The same where Naskh is set, in an office program."""
_LEADING: Final = 0.14
"""What stands between two lines only."""
_INDENT: Final = 5.0
_LINE: Final = 8.5
"""A line to write on, in millimetres."""
_LOGO: Final = 16.0
_BETWEEN: Final = 2.1
"""What stands above and below a table."""
_UNEVEN: Final = 1.04
"""Lines end at a word, so that none is quite full."""
_VIEW: Final = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


def height_of(blocks: Iterable[Block], wide: float) -> float:
    """Return how many millimetres blocks take one under the other, where there is so much room across."""
    return sum(_height(one, wide) for one in blocks)


def ends_at(blocks: Iterable[Block], wide: float, high: float) -> tuple[int, float]:
    """Return on which page blocks end, counted from 0, and what part of it is full."""
    page, used, leading = 0, 0.0, 0.0
    for block in blocks:
        tall = leading + _height(block, wide)
        if isinstance(block, Words) and LOOKS[block.style].keeps:
            leading = tall
            continue
        leading = 0.0
        if isinstance(block, NewPage) or (_is_whole(block) and used and used + tall > high):
            page, used = page + 1, 0.0
        used += tall
        while used > high:
            page, used = page + 1, used - high
    return page, used / high


def _is_whole(block: Block) -> bool:
    """Whether something goes to the next page as it is where there is no room for it."""
    return isinstance(block, Picture | Badge) or (isinstance(block, Table) and block.whole)


def cell_height(cell: Cell, wide: float) -> float:
    """Return how high a cell of this width is with all that stands in it."""
    return height_of(cell.blocks, wide - 2 * cell.pad) + 2 * cell.pad


def text_height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Return how high a text in this size stands, in millimetres; `room` is in millimetres too."""
    lines = (width(line, size * MM, bold=bold) for line in text.split("\n"))
    many = sum(1 if one <= room else math.ceil(one * _UNEVEN / max(room, 1.0)) for one in lines)
    if has_arabic(text):
        return many * _ARABIC * size * MM
    return (many * _PITCH - _LEADING) * size * MM


def _height(block: Block, wide: float) -> float:
    match block:
        case Words():
            look = LOOKS[block.style]
            size = block.size or look.size
            return text_height(block.text, size, wide, bold=look.bold) + (look.before + look.after) * MM
        case Items():
            return sum(height_of(item, wide - _INDENT) + 0.4 for item in block.items)
        case Picture():
            return min(block.wide, wide) * _rise(block.svg)
        case Badge():
            return _LOGO
        case Table():
            high = sum(_row(block, row) for row in block.rows)
            return max(high, block.least) + (0.0 if block.joined else _BETWEEN)
        case WriteIn():
            return block.lines * _LINE
        case _:
            return 0.0


def _row(table: Table, row: tuple[Cell, ...]) -> float:
    return max(cell_height(cell, wide) for cell, wide in zip(row, table.widths, strict=True))


def _rise(svg: str) -> float:
    """Return how high a picture is for each millimetre across."""
    found = _VIEW.search(svg)
    return float(found[2]) / float(found[1]) if found else 1.0
