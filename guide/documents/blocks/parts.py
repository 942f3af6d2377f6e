"""What every sheet's blocks are made of: a quote, a cell, a line with its marks, the face of a paper."""

from collections.abc import Iterable, Sequence
from typing import Any

from guide.documents.blocks.height import cell_height
from guide.documents.blocks.model import Badge, Block, Cell, Items, Picture, Run, Table, Words, words
from guide.documents.pages import sheet as laid
from guide.documents.pages.over_time import OverTime, Told
from guide.documents.quotes import TEN, Mark, Quote
from guide.documents.render import drawn
from guide.documents.says import Voice
from guide.documents.svg import standalone
from guide.frozen import frozen

_SIDES = " · "
_LINE, _NARROWEST = 0.38, 0.75
"""How high a line with its marks may be, as a part of the page, and how narrow it may become for that."""
_WHOLE = 0.4
"""The part of a page that things beside each other may take before they are broken over two."""
_PIXEL = 25.4 / 96 * 0.75
"""A unit of the plot in millimetres: three quarters of a CSS pixel, so that a page holds everybody's row."""
_BESIDE = 8.0
"""Between a picture and the table beside it, in millimetres."""
_COLUMN = 30.0
"""How wide a column of that table is at least; with less room it stands under the picture."""


@frozen
class Maker:
    """Makes the blocks of one paper."""

    voice: Voice
    inside: float
    """How wide the page is between its margins, in millimetres."""
    style: str = "words"
    """How what was said looks here."""
    high: float = 250.0
    """How high the page is between its margins, in millimetres."""

    def top(self, page: Any, *, whom: str | None = None, also: str = "") -> list[Block]:
        """Return the head of a page: its title, whom it is about, and its face beside it."""
        about = getattr(page, "whom", "") if whom is None else whom
        name = [*self.logo(page), words(page.title, "title")]
        if about and not hasattr(page, "tab"):
            name.append(words(about, "whom"))
        if also:
            name.append(words(also, "face", bold=True))
        face = self.face(page, preparation=not also)
        wide, second = self.inside * 0.42, "".join(page.face.colours[1:])
        row = (Cell(tuple(name), pad=0), Cell(tuple(face), edges="l", pad=2.5, edge_colour=second))
        return [Table((self.inside - wide, wide), (row,))]

    @staticmethod
    def logo(page: Any) -> list[Block]:
        """Return an agency's logo, if it has one."""
        logo = page.face.logo
        return [Badge(logo, page.face.organisation, 60.0)] if logo else []

    def face(self, page: Any, *, preparation: bool = True) -> list[Block]:
        """Return what every paper says on its face."""
        face = page.face
        first = [face.invented, face.viewer, face.preparation if preparation else ""]
        told = " ".join(one for one in first if one)
        lines: list[Block] = [words(face.organisation, "face", bold=True)] if face.organisation else []
        lines += [words(face.contact, "face")] if face.contact else []
        lines.append(words(told, "face", bold=True))
        lines += [words(face.replaces, "face", bold=True)] if face.replaces else []
        return lines + [words(line, "face") for line in (face.work, face.official) if line]

    def quote(self, quote: Quote, *, style: str = "") -> tuple[Block, ...]:
        """Return one thing said, with what is printed small beside it."""
        runs = [Run(f"({quote.number}) ", badge=True)] if quote.number else []
        runs += [Run(f"({quote.answers}) ", badge=True)] if quote.answers and not quote.number else []
        said: list[Block] = [Words((*runs, Run(quote.text)), style or self.style, quote.id, quote.origin)]
        said += [words(more, "more", of=quote.id) for more in quote.more]
        if quote.small:
            said.append(self._small(quote))
        if quote.disputed:
            said += [words(quote.agreed, "who")] if quote.agreed else []
            said += [self._other(one.who, one.words) for one in quote.disputed]
        return tuple(said)

    @staticmethod
    def _small(quote: Quote) -> Words:
        runs = []
        for at, line in enumerate(quote.small):
            runs += [Run(_SIDES)] if at else []
            runs.append(Run(line, bold=line in quote.together))
        return Words(tuple(runs), "who")

    @staticmethod
    def _other(who: str, said: str) -> Words:
        return Words((Run(f"{who}: " if said else who, soft=True), Run(said)), "more")

    def quotes(self, quotes: Iterable[Quote], *, style: str = "") -> list[Block]:
        """Return several things said as a list; nothing where nothing was."""
        items = tuple(self.quote(one, style=style) for one in quotes)
        return [Items(items)] if items else []

    def cell(self, cell: laid.Cell) -> list[Block]:
        """Return an area with its heading and what stands in it."""
        head: list[Block] = [words(cell.title, "place")]
        if cell.people:
            runs = [(Run(one.text, bold=True), Run(f"  {one.who}", soft=True)) for one in cell.quotes]
            return [*head, Items(tuple((Words(pair),) for pair in runs))] if runs else head
        if cell.quotes:
            return head + self.quotes(cell.quotes)
        return [*head, words(cell.gap, "asked")] if cell.gap else head

    def boxes(self, cells: Sequence[laid.Cell], *, across: int) -> list[Block]:
        """Return areas as cards beside each other."""
        return self.beside([Cell(tuple(self.cell(one)), edges="tblr") for one in cells], across)

    def beside(self, cells: Sequence[Cell], across: int) -> list[Block]:
        """Return cells in rows of so many."""
        if not cells:
            return []
        across = min(across, len(cells))
        apart = 3.0
        wide = (self.inside - apart * (across - 1)) / across
        full = [*cells, *[Cell()] * (-len(cells) % across)]
        rows = tuple(tuple(full[at : at + across]) for at in range(0, len(full), across))
        lowest = max(cell_height(one, wide) for one in cells)
        return [Table((wide,) * across, rows, whole=lowest < self.high * _WHOLE, apart=apart)]

    def line(self, line: laid.Line, *, reasons: bool = True, high: float = _LINE) -> list[Block]:
        """Return a line with everybody's mark, and what they said; `high` is a part of the page."""
        found: list[Block] = [words(line.title, "heading")]
        if line.drawing:
            svg = standalone(line.drawing.drawn(1), "line")
            lower = self.high * high / (self.inside * line.drawing.height / line.drawing.width)
            wide = self.inside * min(1.0, max(lower, _NARROWEST))
            found.append(Picture(svg, line.drawing.says, wide, in_middle=True))
        if line.zero or line.ten:
            ends = [
                Words((Run(number, bold=True), Run(text)), style)
                for number, text, style in (("0  ", line.zero, "ends"), ("10  ", line.ten, "far"))
            ]
            row = tuple(Cell((one,) if one.runs[1].text else (), pad=0) for one in ends)
            found.append(Table((self.inside / 2,) * 2, (row,)))
        if line.has_guess:
            found.append(words(self.voice.say("line.hollow"), "who"))
        found += self.reasons(line, also_without_words=not line.drawing) if reasons else []
        return found + (self.over_time(line.over) if line.over and reasons else [])

    def over_time(self, over: OverTime) -> list[Block]:
        """Return the same line over time: pictures, each with the same as a table under it."""
        how = " ".join((over.how, self.voice.say("line.hollow"))) if over.has_guess else over.how
        found: list[Block] = [words(over.title, "place"), words(how, "asked")]
        found += [words(note, "asked") for note in over.notes]
        for plot, told in zip(over.plots, over.tables, strict=True):
            svg = standalone(drawn("_parts", "plotted", plot, 1), "line")
            # The page may be narrower than the picture.
            wide = min(plot.width * _PIXEL, self.inside)
            picture, rest = Picture(svg, plot.says, wide), self.inside - wide - _BESIDE
            if rest < _COLUMN * (len(told.dates) + 1):
                found += [picture, self._told(told, self.inside)]
                continue
            cells = (Cell((picture,), pad=0), Cell((self._told(told, rest),), pad=0))
            found.append(Table((wide, rest), (cells,), whole=True, apart=_BESIDE))
        return found

    def _told(self, told: Told, inside: float) -> Table:
        """Return the marks of one picture as a table, each with why where that stands nowhere else."""
        wide = min(60.0, inside / (len(told.dates) + 1))
        head = (self.voice.say("line.over_who"), *told.dates)
        rows = [tuple(Cell((words(one, "who"),), edges="tblr", pad=1.5) for one in head)]
        for name, cells in told.rows:
            row = [Cell((words(name, bold=True),), edges="tblr", pad=1.5)]
            for cell in cells:
                why = tuple(words(text, "more") for text in cell.because)
                row.append(Cell((words(cell.text, bold=bool(cell.marks)), *why), edges="tblr", pad=1.5))
            rows.append(tuple(row))
        return Table((wide,) * (len(told.dates) + 1), tuple(rows), heads=1)

    def reasons(self, line: laid.Line, *, also_without_words: bool = True) -> list[Block]:
        """Return what everybody said about their mark, in as many columns as there is room for."""
        told = [one for one in line.reasons if also_without_words or one.guess or _because(one.mark)]
        cells = [Cell(tuple(self.reason(one)), pad=1) for one in told]
        return self.beside(cells, max(1, int(self.inside // 85)))

    def reason(self, one: laid.Reasons) -> list[Block]:
        """Return one person's mark and what they said about it."""
        mark = one.mark
        of = "" if mark.of == TEN else f" / {mark.of}"
        guess = [Run(f"  {one.guess}", soft=True)] if one.guess else []
        head = Words((Run(f"{mark.number}{of}  ", badge=True), Run(mark.name, bold=True), *guess), of=mark.id)
        return [head, *self.because(mark)]

    def because(self, mark: Mark) -> list[Block]:
        """Return what somebody said about their mark."""
        said: list[Block] = [words(text, of=mark.id) for text in mark.because]
        for key in ("lower", "higher", "small_step"):
            label = Run(f"{self.voice.say(f'line.{key}')} ", soft=True)
            said += [Words((label, Run(text)), of=mark.id) for text in getattr(mark, key)]
        return said


def _because(mark: Mark) -> bool:
    return bool(mark.because or mark.lower or mark.higher or mark.small_step)
