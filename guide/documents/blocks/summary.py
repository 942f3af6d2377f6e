"""What a meeting came to as blocks: goal and questions shaded, next steps in a frame."""

from collections.abc import Iterable, Sequence

from guide.documents.blocks.height import cell_height
from guide.documents.blocks.looks import PALES
from guide.documents.blocks.model import Block, Cell, Items, Run, Table, Words, words
from guide.documents.blocks.parts import Maker
from guide.documents.pages import sheet as laid
from guide.documents.pages.summary import Block as Told
from guide.documents.pages.summary import Summary

_APART = 6.0
_LINE = 0.15
"""How high the line may be, as a part of the page: it is to be one side."""


def summary_blocks(page: Summary, make: Maker) -> list[Block]:
    """Return what a meeting came to."""
    found = make.top(page)
    for one in page.first:
        found += _shaded(_told(one, make), 0, make)
    found += _beside([_told(one, make) for one in page.found], make)
    for line in page.lines:
        found += make.line(line, reasons=line.drawing is None, high=_LINE)
    found += _beside([_told(one, make) for one in page.after_line], make)
    if page.questions:
        found += _shaded([words(page.questions_title, "place"), _questions(page)], 1, make)
    found += _onward(page, make)
    return found + _useful(page.useful, make)


def _told(one: Told, make: Maker) -> list[Block]:
    return [words(one.title, "place"), *make.quotes(one.quotes)]


def _questions(page: Summary) -> Items:
    return Items(
        tuple(
            (
                words(one.quote.text, of=one.quote.id, origin=one.quote.origin),
                *([words(one.kind, "who")] if one.kind else []),
            )
            for one in page.questions
        ),
        first=1,
    )


def _shaded(blocks: Iterable[Block], shade: int, make: Maker) -> list[Block]:
    return [
        Table((make.inside,), ((Cell(tuple(blocks), fill=PALES[shade], pad=2.5, rounded=2.5),),), whole=True)
    ]


def _beside(parts: Sequence[Sequence[Block]], make: Maker) -> list[Block]:
    """Return parts beside each other, two in a row; one alone over the whole page."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing stands beside it
        return [block for part in parts for block in part]
    return make.beside([Cell(tuple(part), pad=0) for part in parts], 2)


def _onward(page: Summary, make: Maker) -> list[Block]:
    """Return what is taken away beside what comes next; nothing is agreed where nothing was decided."""
    left = [block for one in page.taken for block in _told(one, make)]
    left += _told(page.telling, make) if page.telling else []
    left += [words(page.telling_gap, "asked")] if page.telling_gap and not page.telling else []
    right: list[Block] = [words(page.undecided, bold=True)] if page.undecided else []
    for one in (None if page.undecided else page.agreed, page.ideas):
        right += _told(one, make) if one else []
    wide = (make.inside - _APART) / 2
    cells = [Cell(tuple(left), pad=0)] if left else []
    cells += [Cell(tuple(right), edges="tblr", pad=2.5, rounded=2.5)] if right else []
    if not cells:
        return []
    widths = (wide,) * 2 if len(cells) > 1 else (make.inside,)
    high = max(cell_height(one, wide) for one in cells)
    return [Table(widths, (tuple(cells),), apart=_APART, whole=high < make.high / 2)]


def _useful(line: laid.Line | None, make: Maker) -> list[Block]:
    """Return how useful it was to each: everybody's own number, in a few lines."""
    if line is None:
        return []
    runs: list[Run] = []
    for one in line.reasons:
        runs += [Run("    ")] if runs else []
        runs += [Run(f"{one.mark.number} ", badge=True), Run(one.mark.name, bold=True)]
        runs += [Run(f" {text}", soft=True) for text in one.mark.because]
    return [words(make.voice.say("summary.useful"), "place"), Words(tuple(runs), "more")]
