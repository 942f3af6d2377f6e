"""Gives headings levels that follow each other, and an agency's colour."""

from collections.abc import Iterable

from guide.documents.blocks.looks import ACCENT, LOOKS
from guide.documents.blocks.model import Block, Cell, Items, Table, Words
from guide.frozen import replace


def stepped(blocks: Iterable[Block], colour: str = "") -> tuple[Block, ...]:
    """Return the same blocks with no heading more than one level below the one before it.

    Whoever listens to a page finds their way by them. `colour` is an agency's own, for headings and numbers.
    """
    return _Steps(colour).several(blocks)


class _Steps:
    def __init__(self, colour: str) -> None:
        self.last = 0
        self.colour = colour

    def several(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return blocks in order."""
        return tuple(self.one(block) for block in blocks)

    def one(self, block: Block) -> Block:
        """Return one block, and all that stands in it."""
        match block:
            case Words():
                return self.words(block)
            case Items():
                colour = self.colour if block.badge else ""
                return replace(block, items=tuple(self.several(one) for one in block.items), colour=colour)
            case Table():
                rows = tuple(tuple(self.cell(cell) for cell in row) for row in block.rows)
                return replace(block, rows=rows)
            case _:
                return block

    def cell(self, cell: Cell) -> Cell:
        """Return a cell."""
        return replace(cell, blocks=self.several(cell.blocks))

    def words(self, words: Words) -> Words:
        """Return words; a heading with the level it may have here."""
        look = LOOKS[words.style]
        level = look.level
        if self.colour:
            own = look.colour == ACCENT or words.style == "title"
            runs = (replace(run, colour=self.colour) if own or run.badge else run for run in words.runs)
            words = replace(words, runs=tuple(runs))
        if not level:
            return words
        self.last = min(level, self.last + 1)
        return replace(words, level=self.last)
