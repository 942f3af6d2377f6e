"""Draws one page of a showing for a whole room: few words a line, air between them."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final

from textual.content import Content

from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.present.blocks import Block, StagePage
from guide.ui.widgets.words import MUTED, hung, lines, own

_MOST: Final = 66
"""Columns of a line at most: about twelve words, which can be read from the back of a room."""

_GAP: Final = 6
_BESIDE: Final = 96
"""Columns from which two things stand beside each other."""

_STYLES: Final = {
    "title": "bold $accent", "words": "bold", "think": "bold $accent", "ours": "bold $accent",
    "weaker": "bold", "strong": "bold", "asked": MUTED, "quiet": MUTED, "test": "", "plain": "",
}  # fmt: skip
_CLOSE: Final = frozenset({"test"})
"""Blocks of these stand close under their own kind."""


class Stage(Drawn):
    """The page that stands."""

    DEFAULT_CSS = """
    Stage { max-width: 140; }
    """

    def __init__(self, page: StagePage | None = None) -> None:
        super().__init__()
        self.page = page

    def show(self, page: StagePage) -> None:
        """Show another page."""
        self.page = page
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the page in the middle of the width."""
        if self.page is None:
            return Content("")
        if self.page.beside and width >= _BESIDE:
            each = min(_MOST, (width - _GAP) // 2)
            rows = _side_by_side(_rows(self.page.blocks, each), _rows(self.page.beside, each), each)
            return _in_middle(rows, 2 * each + _GAP, width)
        each = min(_MOST, width)
        return _in_middle(_rows(_under_each_other(self.page), each), each, width)


def _under_each_other(page: StagePage) -> Sequence[Block]:
    """Return what stands on the page where nothing fits beside: our question, and the last weaker one."""
    if not page.beside:
        return page.blocks
    ours = [one for one in page.blocks if one.role in {"asked", "ours"}]
    last = max(at for at, one in enumerate(page.beside) if one.role == "weaker")
    return (*ours, *page.beside[last:])


def _in_middle(rows: Iterable[Content], taken: int, width: int) -> Content:
    margin = Content(" " * ((width - taken) // 2))
    return lines(margin + row for row in rows)


def _side_by_side(left: Sequence[Content], right: Sequence[Content], each: int) -> list[Content]:
    empty = Content("")
    return [
        Content.assemble(one, " " * (each - one.cell_length + _GAP), other)
        for one, other in zip_longest(left, right, fillvalue=empty)
    ]


def _rows(blocks: Sequence[Block], width: int) -> list[Content]:
    rows: list[Content] = []
    before = ""
    for one in blocks:
        close = one.role in _CLOSE and before == one.role
        if rows and not close:
            rows.append(Content(""))
        rows += _block(one, width)
        before = one.role
    return rows


def _block(block: Block, width: int) -> list[Content]:
    head = [*own(block.label, MUTED).wrap(width)] if block.label else []
    text = own(block.text, _STYLES[block.role])
    if block.role == "test":
        text = hung(Content.styled("· ", "$accent"), text, width)
        return [*head, *text.split("\n")]
    return [row.rstrip() for row in (*head, *text.wrap(width))]
