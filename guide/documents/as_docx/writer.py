"""Writes blocks as a DOCX: everything in it stays editable, and its fonts and pictures travel inside."""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

from guide.documents.as_docx import dressing, marks
from guide.documents.as_docx.flowing import flowing
from guide.documents.as_docx.pictures import Pictures
from guide.documents.blocks.looks import ACCENT, LOOKS, SOFT, Look
from guide.documents.blocks.model import (
    Badge,
    Block,
    Blocks,
    Cell,
    Items,
    NewPage,
    Picture,
    Run,
    Table,
    Words,
    WriteIn,
)
from guide.documents.letters import runs_left

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STYLES: Final = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
_INDENT: Final = 14.0
_COUNTED: Final = 20.0
_NUMBER: Final = 24.0
"""How far what stands in a list is moved in, in points: by a dot, by a number, by the number of a panel."""


def written(paper: Blocks, *, today: str, sources: bool = False) -> bytes:
    """Return a paper as DOCX; `sources` puts a comment beside everything said: where it comes from."""
    writer = _Writer(paper, sources=sources)
    writer.several(writer.document, paper.blocks, inside=paper.inside)
    marks.ended(writer.document)
    dressing.close(writer.document, paper, today)
    held = BytesIO()
    writer.document.save(held)
    return held.getvalue()


class _Writer:
    """One DOCX on its way; `place` is the document or a cell, whatever takes paragraphs and tables."""

    def __init__(self, paper: Blocks, *, sources: bool) -> None:
        self.document: Any = dressing.empty(paper)
        self.pictures = Pictures(self.document)
        self.sources = sources
        self.in_cell = 0
        """How many cells deep the writer is."""
        if sources:
            dressing.ready_for_comments(self.document)
        self.lists = marks.Lists(self.document)

    def several(self, place: Any, blocks: Iterable[Block], *, inside: float) -> None:
        """Write blocks one after the other."""
        for block in blocks:
            self.block(place, block, inside=inside)

    def block(self, place: Any, block: Block, *, inside: float) -> None:
        """Write one block."""
        match block:
            case Words():
                self.words(place.add_paragraph(), block)
            case Items():
                self.items(place, block, inside)
            case Picture():
                self.picture(place, block, inside)
            case Badge():
                self.pictures.badge(place.add_paragraph(), block)
            case Table():
                self.table(place, block)
            case WriteIn():
                for at in range(block.lines):
                    marks.underline(place.add_paragraph(), at)
            case NewPage():
                marks.new_page(place.add_paragraph())

    def words(self, paragraph: Any, block: Words) -> None:
        """Write a paragraph or a heading."""
        look = LOOKS[block.style].at(block.size)
        if look.level:
            paragraph.style = self.document.styles[_STYLES[block.level if block.level > 0 else look.level]]
        left = runs_left(block.text)
        # In a cell it would hold the whole table to what follows it; there `flowing` keeps things together.
        marks.space(paragraph, look, left=left, keeps=look.keeps and not self.in_cell)
        for run in block.runs:
            self.run(paragraph, run, look, left=left)
        if self.sources and block.origin and paragraph.runs:
            self.document.add_comment(paragraph.runs, text=_clean(block.origin), author="", initials="")

    def run(self, paragraph: Any, run: Run, look: Look, *, left: bool) -> None:
        """Write words in one weight and colour; a line break stays one."""
        made = paragraph.add_run()
        for at, line in enumerate(_clean(run.text).split("\n")):
            if at:
                made.add_break()
            made.add_text(line)
        colour = run.colour or (ACCENT if run.badge else SOFT if run.soft else look.colour)
        bold = run.bold or run.badge or look.bold
        marks.letters(made, size=look.size, bold=bold, colour=colour, left=left)

    def items(self, place: Any, block: Items, inside: float) -> None:
        """Write a list: its first paragraph carries the mark, the others stand under it."""
        number = self.lists.plain
        if block.first:
            number = self.lists.numbered(block.first, (block.colour or ACCENT) if block.badge else "")
        indent = _NUMBER if block.badge else _COUNTED if block.first else _INDENT
        for item in block.items:
            for at, one in enumerate(item):
                if isinstance(one, Words):
                    paragraph = place.add_paragraph()
                    self.words(paragraph, one)
                    marks.listed(paragraph, number if at == 0 else None, indent)
                else:
                    self.block(place, one, inside=inside)

    def picture(self, place: Any, block: Picture, inside: float) -> None:
        """Draw a picture; where it cannot be drawn here its words stand in its place."""
        paragraph = place.add_paragraph()
        if not self.pictures.draw(paragraph, block, min(block.wide, inside)):
            if block.says:
                self.words(paragraph, Words((Run(block.says),), "asked"))
            return
        marks.tight(paragraph, under=block.under)
        marks.in_middle(paragraph, wanted=block.in_middle)
        paragraph.paragraph_format.keep_with_next = not block.says  # a roof goes with its walls

    def table(self, place: Any, block: Table) -> None:
        """Write a table; room between two columns is a narrow empty one."""
        block = flowing(block)
        widths = marks.spread(block.widths, block.apart)
        step = 2 if block.apart else 1
        made = marks.table_in(place, len(block.rows), widths)
        for at, row in enumerate(block.rows):
            marks.row(made.rows[at], head=at < block.heads, whole=block.whole)
            if block.least and at == len(block.rows) - 1:
                marks.least(made.rows[at], block.least)
            for column, cell in enumerate(row):
                self.cell(made.cell(at, column * step), cell, widths[column * step])
        marks.after(place, joined=block.joined)

    def cell(self, place: Any, cell: Cell, wide: float) -> None:
        """Write what stands in a cell; Word wants a paragraph at its end."""
        marks.edge(place, cell)
        first = place.paragraphs[0]
        self.in_cell += 1
        self.several(place, cell.blocks, inside=wide - 2 * cell.pad)
        self.in_cell -= 1
        if cell.blocks and not isinstance(cell.blocks[0], Table):
            first._element.getparent().remove(first._element)
        elif cell.blocks:
            marks.tight(first)
        else:
            marks.tight(first)


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
