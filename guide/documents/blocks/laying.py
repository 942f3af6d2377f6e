"""Lays any page out as blocks: on which sheet of paper, in which size, with what on it."""

import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.documents.blocks import handout, pages, sheets, story, summary
from guide.documents.blocks.height import ends_at
from guide.documents.blocks.model import Block, Blocks
from guide.documents.blocks.parts import Maker
from guide.documents.blocks.scaling import scaled
from guide.documents.blocks.steps import stepped
from guide.documents.says import Voice
from guide.frozen import frozen, replace

_Lays = Callable[[Any, Maker], list[Block]]

_TIGHTER: Final = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
_FINEST: Final = 0.76
"""How small letters may become of what they are on the sheet that a page is made for."""
_LITTLE: Final = 0.2
"""The part of a last page that is next to nothing."""
_HALF: Final = 0.5
"""The same for what is meant for one side."""
_NEARLY: Final = 0.93
"""The part of a last page over which the next could begin after all."""
_LARGER: Final = math.sqrt(2)
"""From A4 to A3."""
_SMALLER: Final = 0.85
"""From A3 to A4: letters stay large enough to be read, and the sheet runs over sooner."""

_WIDE: Final = frozenset({1, 4})
"""How many pictures of a story stand on a page that lies on its side."""


@frozen
class _Kind:
    """How one layout stands on paper."""

    lays: _Lays
    sheet: str = "A4"
    on_side: bool = False
    margin: float = 14.0
    style: str = "words"
    shares: tuple[float, ...] = ()
    """How much smaller it may become, so that no page holds next to nothing, in this order."""
    little: float = _LITTLE
    """The part of a last page that has to be full, where there is more than one."""
    other: float = 0.0
    """How many times as large it stands on the other of A4 and A3; 0 for what has one sheet alone."""


_KINDS: Final[Mapping[str, _Kind]] = {
    "columns": _Kind(sheets.columns_blocks, "A3", on_side=True, margin=13.0, other=_SMALLER, shares=_TIGHTER),
    "houses": _Kind(
        sheets.houses_blocks, on_side=True, margin=11.0, style="child", other=_LARGER, shares=_TIGHTER
    ),
    "ring": _Kind(sheets.rings_blocks, other=_LARGER, shares=_TIGHTER),
    "stops": _Kind(sheets.stops_blocks, on_side=True, other=_LARGER, shares=_TIGHTER),
    "own": _Kind(pages.own_blocks, shares=_TIGHTER, little=_HALF),
    "preparation": _Kind(pages.preparation_blocks, shares=_TIGHTER, little=_HALF),
    "summary": _Kind(summary.summary_blocks, margin=13.0, shares=_TIGHTER, little=_HALF),
    "example": _Kind(pages.example_blocks, sheet="A5"),
    "slips": _Kind(pages.slips_blocks),
    "handout": _Kind(handout.handout_blocks, shares=_TIGHTER),
    "story": _Kind(story.story_blocks, margin=12.0, other=_LARGER),
    "record": _Kind(pages.record_blocks),
}
LAYOUTS: Final = frozenset(_KINDS)
"""Every layout that can be written as blocks."""


def blocks_of(page: Any, voice: Voice, sheet: str = "") -> Blocks:
    """Return a page as blocks; `sheet` is A4 or A3 where another is wished for than the page is made for.

    Where next to nothing would stand on the last page, everything is made a little smaller.
    """
    kind = _KINDS[page.layout]
    times = kind.other if kind.other and sheet not in {"", kind.sheet} else 1.0
    shape = Blocks(
        tab=getattr(page, "tab", "") or page.title,
        lang=voice.lang,
        blocks=(),
        running=page.face.running,
        sheet=kind.sheet if times == 1 else sheet,
        on_side=kind.on_side or getattr(page, "per_page", 0) in _WIDE,
        margin=kind.margin * times,
    )
    shares = (share for share in kind.shares if times * share >= _FINEST)
    tries = ((share, _laid(page, voice, kind, shape, times * share)) for share in shares)
    share, made = next(
        (one for one in tries if _ends_well(one[1], shape, times * one[0], kind.little)), (1.0, None)
    )
    made = made or _laid(page, voice, kind, shape, times)
    colour = "".join(page.face.colours[:1])
    return replace(shape, blocks=scaled(stepped(made, colour), times * share))


def _laid(page: Any, voice: Voice, kind: _Kind, shape: Blocks, times: float) -> list[Block]:
    return kind.lays(page, Maker(voice, shape.inside / times, kind.style, shape.high / times))


def _ends_well(made: list[Block], shape: Blocks, times: float, little: float) -> bool:
    """Whether the last page is neither next to empty nor so full that it may run over after all."""
    before, full = ends_at(made, shape.inside / times, shape.high / times)
    return (full > little or not before) and full < _NEARLY
