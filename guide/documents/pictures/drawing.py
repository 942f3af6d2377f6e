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
from guide.documents.pictures.lettering import Lines, lines
from guide.documents.pictures.lexicon import lexicon
from guide.documents.pictures.looks import Look
from guide.documents.pictures.marks import INK, LINE, WHITE, group, n, path, rect
from guide.documents.pictures.scene import Scene, scene_of
from guide.documents.pictures.standing import FRAME, NOTE, Column, Row, rows
from guide.frozen import frozen, mutable

Json = Any

WIDTH: Final = places.WIDTH
FONT: Final = "Lexend,'Noto Naskh Arabic','Noto Sans','Segoe UI','DejaVu Sans',sans-serif"
_EDGE: Final = 14
_ROOM: Final = WIDTH - 2 * _EDGE
_DEPTH: Final = 12
"""How far in front of the wall people stand."""
_BLEED: Final = 480
"""How far wall and floor go on over every edge: where the picture's frame is wider, they fill it."""
_STAGE: Final = 184
"""From the bubbles down to the floor, at least."""
_AIR: Final = 92
"""How high things in the air hang."""


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


@mutable
class _Sheet:
    """What has been drawn so far, layer by layer."""

    people: list[str]
    words: list[str]
    boxes: list[Box]

    def write(self, kind: Any, text: str, broken: Lines, middle: float, top: float) -> float:
        """Write words; return where they end."""
        self.words.append(broken.svg(middle, top))
        self.boxes.append(Box(kind, middle - broken.width / 2, top, broken.width, broken.height, text))
        return top + broken.height


def draw(
    picture: Mapping[str, Json],
    people: Iterable[Mapping[str, Json]] = (),
    looks: Mapping[str, Look] | None = None,
    lang: str = "en",
) -> Drawing:
    """Return a panel's picture drawn; `people` as in the record, `looks` as `looks_of` gives them."""
    words = lexicon(lang)
    scene = scene_of(picture, list(people), looks or {}, words)
    sheet = _Sheet([], [], [])
    standing = rows(scene, _ROOM)
    y = float(_EDGE)
    label = _label(scene, sheet)
    if label:
        y += label.height + 12
    said = _said(scene, standing[0] if standing else None)
    taken = bubbles_height(said, _ROOM)
    floor = y + taken + max(_STAGE, _tallest(standing[0]) if standing else 0)
    spoken = bubbles(said, _EDGE, _ROOM, y, floor)
    sheet.boxes.extend(spoken.boxes)
    end = _stand(standing, floor, sheet)
    total = round(max(end + 10, floor + 34))
    back = _background(scene, floor, total) + _board(label, scene)
    return _drawing(back, sheet, spoken, total, described_scene(scene, words))


def _drawing(back: str, sheet: _Sheet, spoken: Bubbles, total: int, says: str) -> Drawing:
    drawn = group(
        back + "".join(sheet.people) + spoken.svg,
        fill="none", stroke=INK, stroke_width=n(LINE), stroke_linecap="round", stroke_linejoin="round",
    )  # fmt: skip
    written = group("".join(sheet.words) + spoken.words, font_family=FONT, fill=INK, text_anchor="middle")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 {WIDTH} {total}" role="img"'
        f' aria-label="{escape(says)}">{drawn}{written}</svg>'
    )
    return Drawing(svg, WIDTH, total, says, tuple(sheet.boxes))


def _background(scene: Scene, floor: float, total: int) -> str:
    place = places.PLACES[scene.place]
    back = floor - _DEPTH
    across = f"h{WIDTH + 2 * _BLEED}"
    above = f"M{-_BLEED} {-_BLEED}{across}v{total + 2 * _BLEED}H{-_BLEED}z"
    below = f"M{-_BLEED} {n(back)}{across}V{total + _BLEED}H{-_BLEED}z"
    wall, ground = path(above, place.wall, 0, "none"), path(below, place.floor, 0, "none")
    return wall + ground + places.behind(scene.place, back)


def _label(scene: Scene, sheet: _Sheet) -> Lines | None:
    """Write the place in the words of whoever chose it, where the drawing does not say them."""
    if not scene.label:
        return None
    broken = lines(scene.label, _ROOM - 24, NOTE + 0.5)
    sheet.write("caption", scene.label, broken, _EDGE + 10 + broken.width / 2, _EDGE + 3)
    return broken


def _board(label: Lines | None, scene: Scene) -> str:
    if label is None:
        return ""
    dashes = "" if scene.place != "plain" else ' stroke-dasharray="1 5"'
    board = rect(_EDGE, _EDGE - 1, label.width + 20, label.height + 8, 8, WHITE, 1.6)
    return board.replace("<rect", f"<rect{dashes}")


def _tallest(row: Row) -> float:
    """Return how high a row reaches above its floor."""
    people = (height(one.who.look) * row.scale for one in row.columns if one.who)
    put = (
        things.size_of(one.thing.key) * row.scale + (_AIR if one.thing.in_air else 0)
        for one in row.columns if one.thing
    )  # fmt: skip
    return max([*people, *put, 60.0]) + 6


def _said(scene: Scene, row: Row | None) -> list[Said]:
    """Return what is said, with the head it belongs to where that stands in the hindmost row."""
    heads = {}
    for one in row.columns if row else ():
        if one.who:
            top = -height(one.who.look) * row.scale if row else 0.0
            heads[one.who.name.casefold()] = (one.x + _EDGE, top)
    said = []
    for each in scene.bubbles:
        x, top = heads.get(each.by.casefold(), (0.0, 0.0))
        said.append(
            Said(each.text, each.by, each.thought, x, top, each.by.casefold() in heads and bool(each.by))
        )
    return said


def _stand(standing: list[Row], floor: float, sheet: _Sheet) -> float:
    """Put every row onto the floor, its words under it; return where the last ends."""
    end = floor + 8
    for at, row in enumerate(standing):
        y = floor if at == 0 else end + GAP + _tallest(row)
        bottoms = [y + 8]
        for place, column in enumerate(row.columns):
            bottoms.append(_put(column, row, place, y, sheet))
        end = max(bottoms)
    return end


def _put(column: Column, row: Row, place: int, y: float, sheet: _Sheet) -> float:
    x = column.x + _EDGE
    if column.thing is not None:
        _put_thing(column, x, y, row.scale, sheet)
    elif column.who is not None:
        _put_person(row, place, x, y, sheet)
    end = y + 7
    for (text, is_name), broken in zip(column.labels, column.words, strict=True):
        end = sheet.write("name" if is_name else "caption", text, broken, x, end)
    return end


def _put_thing(column: Column, x: float, y: float, scale: float, sheet: _Sheet) -> None:
    thing = column.thing
    if thing is None:
        return
    size = things.size_of(thing.key) * scale
    wide = size if thing.key else FRAME * scale
    low = y - (_AIR if thing.in_air else 0)
    drawn = things.thing(thing.key, size) if thing.key else things.frame(wide, size)
    sheet.people.append(group(drawn, x, low))
    sheet.boxes.append(Box("thing", x - wide / 2, low - size, wide, size, thing.words))


def _put_person(row: Row, place: int, x: float, y: float, sheet: _Sheet) -> None:
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
