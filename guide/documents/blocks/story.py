"""A story as blocks: panels share a page evenly, and each picture takes what its words leave."""

from typing import Final

from guide.documents.blocks.height import cell_height, height_of
from guide.documents.blocks.model import Block, Cell, Items, Picture, Run, Table, Words, words
from guide.documents.blocks.parts import Maker
from guide.documents.pages.story import PER_PAGE, Panel, Story
from guide.documents.svg import standalone
from guide.frozen import frozen

_PAD: Final = 3.0
_APART: Final = 4.0
_UNDER: Final = 2.2
"""Between two rows of panels, in millimetres."""
_NUMBER: Final = 9.0
"""How far the words stand in from the number of their panel."""
_SIZES: Final = {1: 19.0, 2: 15.0, 4: 13.5}
"""The letters of the sentences, in points, by how many panels share a page."""
_SMALLER: Final = (1.0, 0.93, 0.87)
_LEAST: Final = {1: 70.0, 2: 52.0, 4: 34.0}
"""How high a picture should be at least before the words under it become smaller, and when they are."""
_ROUND: Final = 4.0
_FULL: Final = 0.99
"""The part of a page over which a panel has to go on on the next."""


@frozen
class _Slot:
    """The place of one panel."""

    wide: float
    high: float
    many: int
    """How many panels share its page."""

    @property
    def inside(self) -> float:
        """How much room there is across, in its frame."""
        return self.wide - 2 * _PAD


def story_blocks(page: Story, make: Maker) -> list[Block]:
    """Return the pictures, each over its sentences and whole on one page, and room for one of one's own."""
    found = _top(page, make)
    many = page.per_page if len(page.panels) > 1 else min(page.per_page, 2)
    room = make.high - height_of(found, make.inside)
    panels = [*enumerate(page.panels, 1)]
    for at in range(0, len(panels), many):
        found += _page(panels[at : at + many], many, room, make, is_last=at + many >= len(panels))
        room = make.high
    return found


def _top(page: Story, make: Maker) -> list[Block]:
    """Return title and face, which is one small paragraph: the first page is to hold as much as others."""
    face = page.face
    told = (face.organisation, face.contact, face.invented, face.viewer, face.preparation)
    runs = [Run(" · ".join(one for one in told if one), bold=True)]
    runs += [Run(f" · {one}") for one in (face.work, face.official) if one]
    return [*make.logo(page), words(page.title, "title"), Words(tuple(runs), "fine")]


def _page(
    panels: list[tuple[int, Panel]], many: int, room: float, make: Maker, *, is_last: bool
) -> list[Block]:
    """Return one page of panels; on the last the room that is left is for a picture of one's own."""
    across, down = (2, 2) if many == max(PER_PAGE) else (1, many)
    wide = (make.inside - _APART * (across - 1)) / across
    slot = _Slot(wide, room / down - _UNDER, many)
    cells = [_framed(_panel(panel, number, slot)) for number, panel in panels]
    if is_last and len(cells) % across:
        cells.append(_own(make))
        is_last = False
    found: list[Block] = [_row(cells[at : at + across], slot, make) for at in range(0, len(cells), across)]
    if is_last:
        high = slot.high if len(cells) < many else make.high - _UNDER
        found.append(_row([_own(make)], _Slot(make.inside, high, many), make))
    return found


def _row(cells: list[Cell], slot: _Slot, make: Maker) -> Table:
    """Return panels beside each other on one page, unless there is more to read than stands on one."""
    whole = max(cell_height(one, slot.wide) for one in cells) < make.high * _FULL
    return Table((slot.wide,) * len(cells), (tuple(cells),), least=slot.high, whole=whole, apart=_APART)


def _own(make: Maker) -> Cell:
    return _framed([words(make.voice.say("story.own"), "asked")])


def _framed(blocks: list[Block]) -> Cell:
    return Cell(tuple(blocks), edges="tblr", pad=_PAD, rounded=_ROUND, fill="ffffff")


def _panel(panel: Panel, number: int, slot: _Slot) -> list[Block]:
    """Return a picture over its words; where there are many words they become a little smaller first."""
    told, left = _fitting(panel, slot)
    drawn = panel.picture.drawing
    high = max(left, _LEAST[slot.many] * 0.8)
    wide = min(slot.inside, high * drawn.width / drawn.height)
    picture = Picture(
        standalone(drawn.svg, "story"), panel.seen, wide, in_middle=True, rounded=_ROUND - 1, under=_UNDER
    )
    return [picture, Items((tuple(told),), first=number, badge=True)]


def _fitting(panel: Panel, slot: _Slot) -> tuple[list[Block], float]:
    """Return the words under a picture, and how much of the slot they leave to it."""
    for share in _SMALLER:
        told = _told(panel, _SIZES[slot.many] * share)
        left = slot.high - 2 * _PAD - height_of(told, slot.inside - _NUMBER) - 2 * _UNDER
        if left >= _LEAST[slot.many]:
            break
    return told, left


def _told(panel: Panel, size: float) -> list[Block]:
    said: list[Block] = [Words((Run(one),), "panel", size=size) for one in panel.sentences]
    if panel.title:
        said.insert(0, Words((Run(panel.title),), "panel_title", size=size))
    if panel.is_crowded:
        said.append(words(panel.seen, "asked"))
    return said or [words("", "panel")]
