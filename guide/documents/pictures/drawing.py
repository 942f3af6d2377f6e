"""Draws one picture: words, bubbles and faces each get a place of their own, whatever was chosen."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any, Final

from guide.documents.pictures import places, things
from guide.documents.pictures.box import Box
from guide.documents.pictures.bubbles import GAP, Bubbles, Said, bubbles
from guide.documents.pictures.bubbles import height as bubbles_height
from guide.documents.pictures.described import described_scene
from guide.documents.pictures.figures import Figure, Pose, figure, hand_height, height
from guide.documents.pictures.furnishing import (
    is_meeting,
    put_above,
    put_long_table,
    put_sofa,
    put_thing,
    rise_of,
    top_of,
)
from guide.documents.pictures.grouping import TABLE, seated, sits_on_sofa
from guide.documents.pictures.layers import EDGE, Sheet
from guide.documents.pictures.lettering import Lines, lines
from guide.documents.pictures.lexicon import lexicon
from guide.documents.pictures.looks import Look
from guide.documents.pictures.marks import INK, LINE, WHITE, group, n, path, rect
from guide.documents.pictures.scene import Scene, scene_of
from guide.documents.pictures.standing import NOTE, Column, Row, rows
from guide.frozen import frozen

Json = Any

WIDTH: Final = places.WIDTH
FONT: Final = "Lexend,'Noto Naskh Arabic','Noto Sans','Segoe UI','DejaVu Sans',sans-serif"
_WIDER: Final = (0, 120, 240)
"""How much wider a stage may be, so that everybody stands in one row."""
_DEPTH: Final = 12
"""How far in front of the wall people stand."""
_BLEED: Final = 480
"""How far wall and floor go on over every edge: where the picture's frame is wider, they fill it."""
_STAGE: Final = 184
"""From the bubbles down to the floor, at least."""
_IN_HAND: Final = 30.0
"""No thing in a hand is wider."""
_MEETING: Final = 120.0
"""A table that several people sit at is wider."""


@frozen
class Drawing:
    """One picture drawn."""

    svg: str
    """The whole picture: one `svg` element, with nothing loaded from outside."""
    width: float
    height: float
    says: str
    """What it shows, in words."""
    boxes: tuple[Box, ...]
    """Everything that nothing else may cover."""


def draw(
    picture: Mapping[str, Json],
    people: Iterable[Mapping[str, Json]] = (),
    looks: Mapping[str, Look] | None = None,
    lang: str = "en",
) -> Drawing:
    """Return a panel's picture drawn; `people` as in the record, `looks` as `looks_of` gives them."""
    words = lexicon(lang)
    scene = scene_of(picture, list(people), looks or {}, words)
    says = described_scene(scene, words)
    on_sofa = sits_on_sofa(scene)
    scene = seated(scene) if on_sofa else scene
    room, standing = _standing(scene)
    sheet = Sheet(is_seated=is_meeting(scene, standing))
    y = float(EDGE)
    label = _label(scene, sheet, room)
    if label:
        y += label.height + 12
    said = _said(scene, standing[0] if standing else None)
    taken = bubbles_height(said, room)
    floor = y + taken + max(_STAGE, _tallest(standing[0]) if standing else 0)
    spoken = bubbles(said, EDGE, room, y, floor)
    sheet.boxes.extend(spoken.boxes)
    end = _stand(standing, floor, sheet)
    if sheet.is_seated:
        put_long_table(standing[0], floor, sheet)
    before = [put_sofa(standing[0], floor, sheet)] if on_sofa and len(standing) == 1 else []
    total = round(max(end + 10, floor + 34))
    size = round(room + 2 * EDGE), total
    back = _background(scene, floor, size, [*sheet.boxes, *before]) + _board(label, scene)
    return _drawing(back, sheet, spoken, size, says)


def _standing(scene: Scene) -> tuple[float, list[Row]]:
    """Return the narrowest stage on which everybody stands in one row, or the widest."""
    for more in _WIDER:
        room = float(WIDTH + more - 2 * EDGE)
        standing = rows(scene, room)
        if len(standing) <= 1:
            break
    return room, standing


def _drawing(back: str, sheet: Sheet, spoken: Bubbles, size: tuple[int, int], says: str) -> Drawing:
    wide, total = size
    drawn = group(
        back + "".join(sheet.people) + spoken.svg,
        fill="none", stroke=INK, stroke_width=n(LINE), stroke_linecap="round", stroke_linejoin="round",
    )  # fmt: skip
    written = group("".join(sheet.words) + spoken.words, font_family=FONT, fill=INK, text_anchor="middle")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 {wide} {total}" role="img"'
        f' aria-label="{escape(says)}">{drawn}{written}</svg>'
    )
    return Drawing(svg, wide, total, says, tuple(sheet.boxes))


def _background(scene: Scene, floor: float, size: tuple[int, int], boxes: Iterable[Box]) -> str:
    place = places.PLACES[scene.place]
    back = floor - _DEPTH
    wide, total = size
    across = f"h{wide + 2 * _BLEED}"
    above = f"M{-_BLEED} {-_BLEED}{across}v{total + 2 * _BLEED}H{-_BLEED}z"
    below = f"M{-_BLEED} {n(back)}{across}V{total + _BLEED}H{-_BLEED}z"
    wall, ground = path(above, place.wall, 0, "none"), path(below, place.floor, 0, "none")
    left = (wide - WIDTH) / 2
    before = [one.moved(-left, -back) for one in boxes if one.kind == "thing" and one.width > _IN_HAND]
    asked = {one.key for one in scene.things if one.is_there}
    asked -= {TABLE} if any(one.width > _MEETING for one in before) else set()
    return wall + ground + group(places.behind(scene.place, back, before, asked), left)


def _label(scene: Scene, sheet: Sheet, room: float) -> Lines | None:
    """Write the place in the words of whoever chose it, where the drawing does not say them."""
    if not scene.label:
        return None
    broken = lines(scene.label, room - 24, NOTE + 0.5)
    sheet.write("caption", scene.label, broken, EDGE + 10 + broken.width / 2, EDGE + 3)
    return broken


def _board(label: Lines | None, scene: Scene) -> str:
    if label is None:
        return ""
    dashes = "" if scene.place != "plain" else ' stroke-dasharray="1 5"'
    board = rect(EDGE, EDGE - 1, label.width + 20, label.height + 8, 8, WHITE, 1.6)
    return board.replace("<rect", f"<rect{dashes}")


def _tallest(row: Row) -> float:
    """Return how high a row reaches above its floor."""
    people = (top_of(one) * row.scale for one in row.columns if one.who)
    put = (rise_of(one) * row.scale for one in row.columns if one.thing)
    return max([*people, *put, 60.0]) + 6


def _said(scene: Scene, row: Row | None) -> list[Said]:
    """Return what is said, with the head it belongs to where that stands in the hindmost row."""
    heads = {}
    for one in row.columns if row else ():
        if one.who:
            top = -height(one.who.look) * row.scale if row else 0.0
            heads[one.who.name.casefold()] = (one.x + EDGE, top)
    said = []
    for each in scene.bubbles:
        x, top = heads.get(each.by.casefold(), (0.0, 0.0))
        said.append(
            Said(each.text, each.by, each.thought, x, top, each.by.casefold() in heads and bool(each.by))
        )
    return said


def _stand(standing: list[Row], floor: float, sheet: Sheet) -> float:
    """Put every row onto the floor, its words under it; return where the last ends."""
    end = floor + 8
    for at, row in enumerate(standing):
        y = floor if at == 0 else end + GAP + _tallest(row)
        bottoms = [y + 8]
        for place, column in enumerate(row.columns):
            bottoms.append(_put(column, row, place, y, sheet))
        end = max(bottoms)
    return end


def _put(column: Column, row: Row, place: int, y: float, sheet: Sheet) -> float:
    x = column.x + EDGE
    if column.thing is not None:
        put_thing(column, x, y, row.scale, sheet)
    elif column.who is not None:
        _put_person(row, place, x, y, sheet)
    end = y + 7
    for (text, is_name), broken in zip(column.labels, column.words, strict=True):
        end = sheet.write("name" if is_name else "caption", text, broken, x, end)
    return end


def _put_person(row: Row, place: int, x: float, y: float, sheet: Sheet) -> None:
    column = row.columns[place]
    who = column.who
    if who is None:
        return
    drawn = figure(who.look, who.feeling, _pose(row, place))
    held = ""
    if who.holds is not None:
        size = 25.0
        hx, hy = drawn.hand
        held = group(things.thing(who.holds.key, size), hx, hy + 4)
        sheet.boxes.append(
            Box("thing", x + (hx - size / 2) * row.scale, y + (hy + 4 - size) * row.scale,
                size * row.scale, size * row.scale, who.holds.words)
        )  # fmt: skip
    if column.above is not None:
        put_above(column.above, who.look, (x, y), row.scale, sheet)
    sheet.people.append(group(drawn.svg + held, x, y, row.scale))
    sheet.boxes.extend(_faces(drawn, x, y, row.scale))


def _faces(drawn: Figure, x: float, y: float, scale: float) -> list[Box]:
    return [
        Box("face", x + (hx - r) * scale, y + (hy - r) * scale, 2 * r * scale, 2 * r * scale)
        for hx, hy, r in drawn.heads
    ]


def _pose(row: Row, place: int) -> Pose:
    column = row.columns[place]
    who, baby = column.who, column.baby
    left = _meets(row, place - 1) if place and row.columns[place - 1].linked else None
    right = _meets(row, place) if column.linked else None
    return Pose(
        None if left is None else ((left[0] - column.x) / row.scale, left[1]),
        None if right is None else ((right[0] - column.x) / row.scale, right[1]),
        lifts=who is not None and who.holds is not None,
        baby=baby.look if baby else None,
        baby_feels=baby.feeling if baby else "ok",
    )


def _meets(row: Row, place: int) -> tuple[float, float]:
    """Return where the hands of two neighbours meet: between them, at a height both can reach."""
    one, other = row.columns[place], row.columns[place + 1]
    heights = [hand_height(each.who.look) for each in (one, other) if each.who]
    return (one.x + other.x) / 2, sum(heights) / len(heights)
