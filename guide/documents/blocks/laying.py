"""Lays any page out as blocks: on which sheet of paper, in which size, with what on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from guide.documents.blocks import pages, sheets
from guide.documents.blocks.model import Block, Blocks
from guide.documents.blocks.parts import Maker
from guide.documents.blocks.steps import stepped
from guide.documents.says import Voice

_Lays = Callable[[Any, Maker], list[Block]]


@dataclass(frozen=True)
class _Kind:
    """How one layout stands on paper."""

    lays: _Lays
    sheet: str = "A4"
    on_side: bool = False
    margin: float = 14.0
    style: str = "words"


_KINDS: Final[Mapping[str, _Kind]] = {
    "columns": _Kind(sheets.columns_blocks, "A3", on_side=True, margin=13.0),
    "houses": _Kind(sheets.houses_blocks, on_side=True, margin=11.0, style="child"),
    "ring": _Kind(sheets.rings_blocks),
    "stops": _Kind(sheets.stops_blocks, on_side=True),
    "own": _Kind(pages.own_blocks),
    "preparation": _Kind(pages.preparation_blocks),
    "summary": _Kind(pages.summary_blocks),
    "example": _Kind(pages.example_blocks, sheet="A5"),
    "slips": _Kind(pages.slips_blocks),
    "story": _Kind(pages.story_blocks),
    "record": _Kind(pages.record_blocks),
}
LAYOUTS: Final = frozenset(_KINDS)
"""Every layout that can be written as blocks."""


def blocks_of(page: Any, voice: Voice) -> Blocks:
    """Return a page as blocks."""
    kind = _KINDS[page.layout]
    shape = Blocks(
        tab=getattr(page, "tab", "") or page.title,
        lang=voice.lang,
        blocks=(),
        running=page.face.running,
        sheet=kind.sheet,
        on_side=kind.on_side,
        margin=kind.margin,
    )
    made = kind.lays(page, Maker(voice, shape.inside, kind.style))
    return replace(shape, blocks=stepped(made, "".join(page.face.colours[:1])))
