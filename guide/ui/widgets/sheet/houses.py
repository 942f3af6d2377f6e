"""Draws houses with a child's own names over the door and their own words inside."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from textual.content import Content

from guide.flow.model import Sheet
from guide.frozen import frozen
from guide.map.model import Entry
from guide.ui.seen import Seen
from guide.ui.widgets.sheet.marks import marks_piece
from guide.ui.widgets.sheet.piece import Piece
from guide.ui.widgets.words import lines, own

_LEAST_WIDTH: Final = 16
_MOST_WIDTH: Final = 34
_MOST: Final = 24
"""How many things are drawn in a house; all of them are on the whole sheet."""
_GAP: Final = 2
_ROOF_ROWS: Final = 3
_ROOF: Final = "$roof"
_WALL: Final = "$roof"


@frozen
class House:
    """One house."""

    name: str
    """What the child called it, else its plain name."""
    texts: tuple[str, ...]
    is_open: bool = False
    """Whether what is said now goes in here."""


def houses_of(seen: Seen, sheet: Sheet, into: tuple[str, ...]) -> list[House]:
    """Return a sheet's houses: every column that has an area of its own name holding words."""
    houses = []
    for column, title in sheet.columns.items():
        area = sheet.areas.get(f"{sheet.id}.{column}")
        if area is None or area.holds != "entries":
            continue
        called = sheet.areas.get(f"{sheet.id}.{column}_name")
        names = seen.place(called).entries if called else ()
        entries = seen.place(area).entries
        texts = tuple(_told(one) for one in entries[-_MOST:])
        if len(entries) > _MOST:
            texts = ("…", *texts)
        houses.append(House(names[-1].text if names else title, texts, area.id in into))
    return houses


def house_pieces(seen: Seen, sheet: Sheet, into: tuple[str, ...]) -> Iterator[Piece]:
    """Yield the houses as one picture, then each line with its marks."""
    houses = houses_of(seen, sheet, into)
    if houses:
        newest = next((area for area in into if area in sheet.areas), "")
        yield Piece(tuple(houses), partial(draw_houses, houses), newest, partial(newest_row, houses))
    for place in seen.places(sheet):
        if place.ratings:
            yield Piece("", lambda _: Content(""))
            yield marks_piece(place.ratings, seen.name)


def _told(entry: Entry) -> str:
    """Return what was said, with what was said more about it beneath."""
    return "\n".join([entry.text, *(f"– {one.text}" for one in entry.followups)])


def draw_houses(houses: Sequence[House], width: int) -> Content:
    """Draw the houses beside each other where there is room, else under each other; all of one size."""
    if not houses:
        return Content("")
    beside = (width - _GAP * (len(houses) - 1)) // len(houses)
    if beside < _LEAST_WIDTH:
        each = min(width, _MOST_WIDTH)
        return Content("\n\n").join(lines(_house(one, each, 0, 1)) for one in houses)
    each = min(beside, _MOST_WIDTH)
    floor = max(7, *(len(_inside(one, each)) for one in houses))
    door = max(len(_name(one, each)) for one in houses)
    drawn = [_house(one, each, floor, door) for one in houses]
    gap = Content(" " * _GAP)
    return lines(gap.join(row) for row in zip(*drawn, strict=True))


def newest_row(houses: Sequence[House], width: int) -> int:
    """Return the row of the last thing said in the open house: what is to stay in sight; 0 where none is."""
    at = next((at for at, one in enumerate(houses) if one.is_open and one.texts), None)
    if at is None:
        return 0
    beside = (width - _GAP * (len(houses) - 1)) // len(houses)
    if beside < _LEAST_WIDTH:
        each = min(width, _MOST_WIDTH)
        above = sum(len(_house(one, each, 0, 1)) + 1 for one in houses[:at])
        return above + _ROOF_ROWS + len(_name(houses[at], each)) + len(_inside(houses[at], each)) - 1
    each = min(beside, _MOST_WIDTH)
    door = max(len(_name(one, each)) for one in houses)
    return _ROOF_ROWS + door + len(_inside(houses[at], each)) - 1


def _house(house: House, width: int, floor: int, door: int) -> list[Content]:
    """Return the rows of one house: its roof, its name over `door` rows, and `floor` rows of room."""
    empty = Content(" " * (width - 4))
    name, inside = _name(house, width), _inside(house, width)
    rows = [*name, *([empty] * (door - len(name))), *inside, *([empty] * (floor - len(inside)))]
    walls = [Content.assemble(("│ ", _WALL), row, (" │", _WALL)) for row in rows]
    return [*_roof(width), *walls, Content.styled(f"└{'─' * (width - 2)}┘", _WALL)]


def _roof(width: int) -> list[Content]:
    """Return a gentle roof of three rows."""
    rows = []
    for row in range(_ROOF_ROWS):
        half = max(1, width * (row + 1) // 6 - 1)
        body = "▄▄" + "█" * (2 * half - 2) + "▄▄" if row else "▄" * (2 * half + 2)
        rows.append(Content.styled(body[:width].center(width), _ROOF))
    return rows


def _name(house: House, width: int) -> list[Content]:
    """Return the name in the middle, over as many rows as it takes."""
    room = width - 4
    name = own(house.name, "bold $accent" if house.is_open else "bold")
    rows = []
    for row in name.wrap(room):
        word = row.rstrip()
        left = (room - word.cell_length) // 2
        rows.append(Content.assemble(" " * left, word, " " * (room - word.cell_length - left)))
    return rows


def _inside(house: House, width: int) -> list[Content]:
    room = width - 4
    rows: list[Content] = []
    for text in house.texts:
        rows.append(Content(" " * room))
        rows.extend(
            line.rstrip().pad_right(room - line.rstrip().cell_length) for line in own(text).wrap(room)
        )
    rows.append(Content(" " * room))
    return rows


def draw_strip(houses: Sequence[House], width: int) -> Content:
    """Draw the houses as one line where there is no room: a name, and a window for each thing inside."""
    parts = []
    for one in houses:
        windows = "▪" * len(one.texts)
        style = "bold $accent" if one.is_open else ""
        parts.append(
            Content.assemble(("⌂ ", _ROOF), own(one.name, style), (f" {windows}" if windows else "", _ROOF))
        )
    return Content("   ").join(parts).truncate(width, ellipsis=True)
