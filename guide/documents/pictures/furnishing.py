"""Puts things into a picture: on the floor, in the air, on a table, over a head, a table before a meeting."""

from typing import Final

from guide.documents.pictures import things
from guide.documents.pictures.box import Box
from guide.documents.pictures.figures import height
from guide.documents.pictures.layers import EDGE, Sheet
from guide.documents.pictures.looks import Look
from guide.documents.pictures.marks import group
from guide.documents.pictures.scene import Scene, Thing
from guide.documents.pictures.standing import Column, Row, is_table, thing_width

_AIR: Final = 104
"""How high things in the air hang."""
_OVER: Final = 8
"""So far over a head something is."""
_TALL: Final = ("teen", "adult", "elder")
"""Whoever can be seen over a table."""
_AROUND: Final = 84
"""So much longer a table is than from the first who sits there to the last."""
_SOFA: Final = 124
"""So much longer a sofa is than from the first who sits there to the last."""
_ON_DOOR: Final = 34
"""How large something is on a door."""


def top_of(one: Column) -> float:
    """Return how high somebody reaches, with what is over their head."""
    tall = height(one.who.look) if one.who else 0.0
    return tall + (_OVER + things.size_of(one.above.key) if one.above else 0)


def rise_of(one: Column) -> float:
    """Return how high a thing reaches, with what stands on it."""
    if one.thing is None:
        return 0
    if is_table(one):
        return things.TABLE_HEIGHT * (2 if one.on else 1)
    return things.size_of(one.thing.key) + (_AIR if one.thing.in_air else 0)


def put_thing(column: Column, x: float, y: float, scale: float, sheet: Sheet) -> None:
    """Put a thing where its column stands."""
    thing = column.thing
    if thing is None:
        return
    if is_table(column):
        _put_table(column, x, y, scale, sheet)
        return
    size = things.size_of(thing.key) * scale
    wide = thing_width(column) * scale
    low = y - (_AIR * scale if thing.in_air else 0)
    drawn = things.thing(thing.key, size) if thing.key else things.frame(wide, size)
    sheet.people.append(group(drawn, x, low))
    for one in column.on:
        sheet.people.append(group(things.thing(one.key, _ON_DOOR * scale), x, low - size * 0.56))
    sheet.boxes.append(Box("thing", x - wide / 2, low - size, wide, size, thing.words))


def _put_table(column: Column, x: float, y: float, scale: float, sheet: Sheet) -> None:
    keys = [one.key for one in column.on]
    sheet.people.append(group(things.table(keys, has_legs=not sheet.is_seated), x, y, scale))
    names = [column.thing.words if column.thing else "", *(one.words for one in column.on)]
    boxes = list(zip(names, things.table_boxes(len(keys)), strict=True))
    for words, (left, top, wide, high) in boxes[sheet.is_seated :]:
        sheet.boxes.append(Box("thing", x + left * scale, y + top * scale, wide * scale, high * scale, words))


def put_above(thing: Thing, look: Look, at: tuple[float, float], scale: float, sheet: Sheet) -> None:
    """Put something over the head of whoever looks so and stands at `at`."""
    size, (x, y) = things.size_of(thing.key) * scale, at
    low = y - (height(look) + _OVER) * scale
    sheet.people.append(group(things.thing(thing.key, size), x, low))
    sheet.boxes.append(Box("thing", x - size / 2, low - size, size, size, thing.words))


def put_sofa(row: Row, floor: float, sheet: Sheet) -> Box:
    """Put a sofa behind everybody who sits on it; return the place it takes."""
    middles = [one.x for one in row.columns if one.who]
    wide = max(middles) - min(middles) + _SOFA * row.scale
    x = (max(middles) + min(middles)) / 2 + EDGE
    sheet.people.insert(0, group(things.sofa(wide / row.scale), x, floor, row.scale))
    return Box("thing", x - wide / 2, floor - 72, wide, 72)


def is_meeting(scene: Scene, standing: list[Row]) -> bool:
    """Return whether everybody sits at one table: it would cover no face and nothing that is held."""
    row = standing[0] if len(standing) == 1 else Row((), 1)
    people = [one for one in row.columns if one.who]
    return scene.place == "office" and bool(people) and all(_can_sit(one) for one in people)


def _can_sit(one: Column) -> bool:
    who = one.who
    return who is not None and who.look.size in _TALL and not (who.look.wheelchair or who.holds or one.baby)


def put_long_table(row: Row, floor: float, sheet: Sheet) -> None:
    """Put one table before everybody who meets, and under whatever stands on a table there."""
    middles = [one.x for one in row.columns if one.who or is_table(one)]
    wide = max(middles) - min(middles) + _AROUND
    x = (max(middles) + min(middles)) / 2 + EDGE
    high = things.TABLE_HEIGHT * row.scale
    sheet.people.append(group(things.long_table(wide / row.scale), x, floor + 4, row.scale))
    sheet.boxes.append(Box("thing", x - wide / 2, floor - high, wide, high))
