"""Places behind people: quiet lines and light colour; the floor's far edge is nought, up is negative."""

from collections.abc import Container, Iterable
from typing import Final, NamedTuple

from guide.documents.pictures.box import Box
from guide.documents.pictures.marks import SOFT, WHITE, circle, group, n, path, rect
from guide.frozen import frozen

WIDTH: Final = 480
HEIGHT: Final = 178
"""No place stands higher above its floor."""
_OVERLAP: Final = 6
"""So far something may stand before a piece of furniture and be seen apart from it."""


class Piece(NamedTuple):
    """One thing that stands or hangs in a place; what is chosen to stand there has its room."""

    x: float
    y: float
    width: float
    height: float
    drawn: str
    shows: str = ""
    """The thing it is: asked for, it stays whatever stands before it."""

    def is_hidden(self, boxes: Iterable[Box]) -> bool:
        """Return whether something chosen would stand before it."""
        own = Box("thing", self.x, self.y, self.width, self.height)
        return any(own.covers(one, _OVERLAP) for one in boxes)


Pieces = tuple[Piece, ...]


@frozen
class Place:
    """A place to stand in."""

    wall: str
    """The colour of the wall, or of the sky."""
    floor: str
    drawn: Pieces


def _window(x: float, y: float, w: float, h: float, inside: str = "#eaf5fb") -> str:
    cross = f"M{n(x + w / 2)} {n(y)}v{n(h)}M{n(x)} {n(y + h / 2)}h{n(w)}"
    return (
        rect(x, y, w, h, 4, inside) + path(cross, width=1.4) + path(f"M{n(x - 6)} {n(y + h + 3)}h{n(w + 12)}")
    )


def _curtains(x: float, y: float, w: float, h: float, colour: str) -> str:
    left = f"M{n(x - 12)} {n(y - 6)}h20q2 {n(h * 0.6)}-12 {n(h + 12)}h-8z"
    right = f"M{n(x + w + 12)} {n(y - 6)}h-20q-2 {n(h * 0.6)} 12 {n(h + 12)}h8z"
    return path(left, colour) + path(right, colour) + path(f"M{n(x - 18)} {n(y - 6)}h{n(w + 36)}", width=2.6)


def _pictures(x: float, y: float) -> str:
    return (
        rect(x, y, 34, 42, 2) + path(f"M{n(x + 7)} {n(y + 32)}l8-12 6 7 4-5 5 10z", "#e9efe2", 1.3)
        + rect(x + 44, y + 8, 28, 28, 2) + circle(x + 58, y + 22, 7, "#fbeccb", 1.3)
    )  # fmt: skip


def _cloud(x: float, y: float, scale: float = 1) -> str:
    return group(path("M0 0h44a11 11 0 0 0 0-22 16 16 0 0 0-30-5A13 13 0 0 0 0 0z", WHITE), x, y, scale)


def _sun(x: float, y: float) -> str:
    rays = "M0-24v-7M0 24v7M-24 0h-7M24 0h7M-17-17l-5-5M17-17l5-5M-17 17l-5 5M17 17l5 5"
    return group(circle(0, 0, 16, "#fbeab5") + path(rays), x, y)


def _tree(x: float, scale: float = 1) -> str:
    crown = "M-4-46a23 23 0 0 1-26-20 21 21 0 0 1 8-33 25 25 0 0 1 44 0 21 21 0 0 1 8 33 23 23 0 0 1-26 20z"
    return group(path("M-5 0V-52H5V0z", "#eadcc3") + path(crown, "#dcebd0"), x, 0, scale)


def _panes(x: float, y: float, w: float, many: int) -> str:
    step = w / many
    return "".join(rect(x + step * (at + 0.5) - 9, y, 18, 22, 2, "#eaf5fb", 1.5) for at in range(many))


def _sofa(x: float, colour: str) -> str:
    return group(
        path("M-62-14V-50q0-12 12-12H50q12 0 12 12v36z", colour) + path("M0-60v30", width=1.4)
        + path("M-58-4q-16 0-16-14v-14q0-10 10-10t10 10v8H54v-8q0-10 10-10t10 10v14q0 14-16 14z", colour)
        + path("M-54-4v6M54-4v6", width=3), x, 0
    )  # fmt: skip


def _lamp(x: float, tall: float) -> str:
    return path(f"M{n(x)} -2V{n(-tall)}M{n(x - 12)} -1h24") + path(
        f"M{n(x - 18)} {n(-tall + 4)}l8-26h20l8 26z", "#fbeab5"
    )


def _shelf(x: float, y: float) -> str:
    books = "".join(
        rect(x + 6 + at * 11, y - tall, 9, tall, 1, colour, 1.3)
        for at, (tall, colour) in enumerate(
            ((26, "#e0d4f3"), (22, "#cfe6d0"), (28, "#f6d5c8"), (20, "#f3e8a6"))
        )
    )
    return books + path(f"M{n(x)} {n(y)}h60", width=2.6)


def _home() -> Pieces:
    return (
        Piece(318, -164, 108, 84, _curtains(330, -158, 84, 72, "#f6e3d3") + _window(330, -158, 84, 72)),
        Piece(60, -150, 72, 42, _pictures(60, -150), "photo"),
        Piece(166, -62, 148, 62, _sofa(240, "#e8eedf"), "sofa"),
        Piece(422, -118, 36, 118, _lamp(440, 96)),
    )


def _bedroom() -> Pieces:
    bed = (
        path("M40 0v-66q0-6 6-6h8V0M196 0v-40", "#f2e6d2", 2.4) + rect(52, -30, 144, 22, 5, "#f2ecf9")
        + path("M52-30h144V-40q0-10-12-10H96q-8 0-8 8v12z", "#e0d4f3")
        + path("M56-30q-2-18 10-18h10q10 0 12 18z", WHITE)
    )  # fmt: skip
    sky = path("M404-132a15 15 0 1 0 13 23 18 18 0 0 1-13-23z", "#fbeab5", 1.5) + path(
        "M372-136v8M368-132h8M380-106v6M377-103h6", width=1.4
    )
    night = rect(350, -158, 84, 72, 4, "#dfe5f2") + sky + path("M344-83h96")
    lamp = rect(206, -40, 34, 40, 3, "#f2e6d2") + group(_lamp(223, 22), 0, -40)
    return (
        Piece(338, -164, 108, 84, _curtains(350, -158, 84, 72, "#ece3f6") + night, "moon-stars"),
        Piece(40, -72, 156, 72, bed, "bed"),
        Piece(205, -84, 36, 84, lamp),
        Piece(230, -156, 60, 28, _shelf(230, -128)),
    )


def _kitchen() -> Pieces:
    units = rect(20, -62, 200, 62, 3, "#f2ead9") + rect(14, -70, 212, 9, 3, "#e2dccd")
    doors = path("M87-61V0M154-61V0M78-34v10M96-34v10M163-34v10", width=1.5)
    cupboards = rect(20, -170, 92, 50, 3, "#f2ead9") + path("M66-170v50M60-132v6M72-132v6", width=1.5)
    kettle = group(path("M-14 0q-4-22 4-26h20q8 4 4 26zM-6-26q6-10 12 0M14-18l9-6", "#dfe9ee"), 52, -70)
    tap = path("M150-71v-20q0-10 10-10t10 10v4", width=2.6)
    fridge = rect(386, -128, 64, 128, 5, "#eaf0ee") + path("M386-84h64M394-98v-16M394-74v22", width=1.6)
    return (
        Piece(14, -70, 212, 70, units + doors + tap),
        Piece(34, -102, 42, 32, kettle),
        Piece(20, -170, 92, 50, cupboards),
        Piece(134, -166, 88, 65, _window(140, -166, 76, 62)),
        Piece(386, -128, 64, 128, fridge),
    )


def _school() -> str:
    flag = path("M300-146v-30", width=2) + path("M300-176h22l-6 7 6 7h-22z", "#f6d5c8")
    front = path("M262-120l38-28 38 28z", "#efd9c2") + rect(264, -120, 72, 120, 2, "#fbf1e2")
    wings = rect(150, -92, 300, 92, 2, "#fbf1e2") + path("M144-92l14-16h284l14 16z", "#efd9c2")
    clock = circle(300, -128, 0.1) + circle(300, -98, 13) + path("M300-106v8l5 4", width=1.6)
    door = rect(284, -48, 32, 48, 2, "#dfe9ee") + path("M300-48V0", width=1.5)
    panes = (
        _panes(154, -76, 106, 4)
        + _panes(154, -42, 106, 4)
        + _panes(340, -76, 106, 4)
        + _panes(340, -42, 106, 4)
    )
    return wings + panes + flag + front + clock + door + _tree(70) + _cloud(40, -146, 0.9)


def _hospital() -> str:
    walls = rect(170, -130, 280, 130, 3, "#f7f4ec") + rect(262, -172, 96, 172, 3, "#fdfaf3")
    cross = rect(292, -164, 36, 36, 5, "#f6d5c8") + path("M310-157v22M299-146h22", width=4.4)
    panes = "".join(_panes(172, y, 88, 3) + _panes(360, y, 88, 3) for y in (-116, -82, -48))
    inner = _panes(264, -118, 92, 3) + _panes(264, -86, 92, 3)
    door = rect(286, -46, 48, 46, 2, "#eaf5fb") + path("M310-46V0M278-50h64", width=1.8)
    return walls + panes + cross + inner + door + _tree(90, 0.86) + _cloud(60, -134)


def _court() -> str:
    roof = path("M146-118L300-174 454-118z", "#f3ead9")
    columns = "".join(
        rect(164 + at * 46, -102, 18, 84, 2, "#fdf8ee")
        + path(f"M{158 + at * 46}-104h30M{158 + at * 46}-16h30", width=2)
        for at in range(6)
    )
    scales = group(path("M0-14V10M-8 10H8M-14-10H14M-14-10l-6 12h12zM14-10l-6 12h12z", WHITE, 1.6), 300, -136)
    steps = rect(150, -16, 300, 8, 1, "#f3ead9") + rect(138, -8, 324, 8, 1, "#f3ead9")
    return rect(152, -118, 296, 14, 1, "#f3ead9") + roof + scales + columns + steps + _tree(70, 0.9)


def _office() -> Pieces:
    board = rect(70, -162, 120, 72, 4) + path("M84-146h60M84-132h88M84-118h46", width=1.6)
    table = path("M136-44h208q10 0 10 8H126q0-8 10-8z", "#f2e2c8") + path("M156-36V0M324-36V0", width=3)
    plant = path("M430 0l-5-24h34l-5 24z", "#f2e2c8") + path(
        "M442-24q-22-8-20-34 18 6 20 34zM442-24q-4-30 8-44 10 20-8 44zM442-24q16-8 24-24-18-2-24 24z",
        "#dcebd0",
    )
    return (
        Piece(70, -162, 120, 72, board),
        Piece(314, -160, 108, 72, _window(320, -160, 96, 68)),
        Piece(126, -44, 228, 44, table, "desk"),
        Piece(422, -68, 52, 68, plant, "plant"),
    )


def _park() -> str:
    swing = path("M300 0l26-128M352 0l-26-128M432 0l-26-128M458 0l-26-128M326-128h106", "none", 2.6) + path(
        "M362-128v84M398-128v84", "none", 1.5
    )
    seat = rect(354, -46, 52, 7, 2, "#f6d5c8")
    hill = path("M-480 0V-12Q-220-30 0-10 80-34 150-16t170 4 160-6Q700-26 960-10V0z", "#e0edd4", 1.4)
    return hill + _sun(126, -146) + _cloud(200, -142, 0.8) + _tree(60, 1.25) + _tree(150, 0.8) + swing + seat


def _car() -> str:
    car = path(
        "M178-18q-8-34 26-40l30-34q8-8 20-8h76q12 0 22 10l34 32q46 4 50 30l2 12q0 8-10 8H188q-8 0-10-10z",
        "#dcebf3",
        2.2,
    )
    glass = path("M226-58l22-26q4-4 10-4h26v30zM296-88h32q8 0 14 6l24 24h-70z", WHITE, 1.8)
    wheels = "".join(circle(x, -10, 20, "#e4e0d7", 2.2) + circle(x, -10, 8) for x in (236, 376))
    hill = path("M-480 0V-10Q-220-26 0-8 90-30 190-12t290-8Q700-6 960-16V0z", "#e0edd4", 1.4)
    return (
        hill
        + _cloud(60, -128)
        + _cloud(380, -140, 0.8)
        + _tree(70, 0.9)
        + car
        + glass
        + wheels
        + path("M322-48h12", width=2)
    )


def _house(x: float, w: float, h: float, wall: str, roof: str) -> str:
    return (
        rect(x, -h, w, h, 1, wall) + path(f"M{n(x - 9)} {n(-h)}l{n(w / 2 + 9)} -38 {n(w / 2 + 9)} 38z", roof)
        + rect(x + w / 2 - 13, -44, 26, 44, 2, "#f2e2c8") + _panes(x, -h + 16, w, 2)
    )  # fmt: skip


def _street() -> str:
    lamp = path("M60 0v-140q0-14 14-14h8", "none", 2.6) + path("M76-154h18l-4 10h-10z", "#fbeab5")
    houses = _house(128, 92, 104, "#fbf1e2", "#efd9c2") + _house(232, 92, 112, "#f2f4ea", "#d9e2cf")
    return (
        _cloud(96, -146, 0.8) + lamp + houses + _house(336, 92, 104, "#f4eff8", "#dcd2e8") + _tree(456, 0.62)
    )


def _contact() -> Pieces:
    shelves = rect(24, -96, 96, 96, 3, "#f2e6d2") + path("M24-64h96M24-32h96M72-96V0", width=1.6)
    toys = (
        circle(46, -42, 8, "#f6d5c8", 1.4) + rect(82, -82, 16, 18, 2, "#cfe6d0", 1.4)
        + rect(100, -76, 12, 12, 2, "#f3e8a6", 1.4)
        + path("M34-65l10-20 10 20z", "#c3e3f3", 1.4) + rect(84, -20, 24, 18, 3, "#e0d4f3", 1.4)
        + path("M34-1l6-18h12l6 18z", "#f3e8a6", 1.4)
    )  # fmt: skip
    return (
        Piece(24, -96, 96, 96, shelves + toys),
        Piece(176, -62, 148, 62, _sofa(250, "#f6e3d3"), "sofa"),
        Piece(354, -156, 96, 74, _window(360, -156, 84, 70)),
        Piece(60, -158, 72, 42, _pictures(60, -158), "photo"),
    )


def _whole(drawn: str) -> Pieces:
    """Return what is too large for anything to hide it."""
    return (Piece(0, 0, 0, 0, drawn),)


PLACES: Final = {
    "home": Place("#fdf5e6", "#f3e7d1", _home()),
    "bedroom": Place("#f7f3fb", "#ece3d6", _bedroom()),
    "kitchen": Place("#fcf8e8", "#ece6d8", _kitchen()),
    "school": Place("#eff7fb", "#e3eed9", _whole(_school())),
    "hospital": Place("#eef7f4", "#e6e9e2", _whole(_hospital())),
    "court": Place("#f2f6fb", "#e9e5db", _whole(_court())),
    "office": Place("#f8f5ee", "#eae3d6", _office()),
    "park": Place("#eff8fb", "#d9e9cb", _whole(_park())),
    "car": Place("#eff7fb", "#e4e3de", _whole(_car())),
    "street": Place("#eff7fb", "#e6e4de", _whole(_street())),
    "contact": Place("#fdf4ee", "#f0e5d8", _contact()),
    "plain": Place("#fdf8ee", "#f5ecdb", ()),
}

SHOWS: Final = {
    "home": ("sofa", "photo"), "bedroom": ("bed", "moon-stars"), "office": ("desk", "plant"), "car": ("car",),
    "street": ("home",), "contact": ("sofa", "photo"), "park": ("tree", "sun"),
}  # fmt: skip
"""Things that a place shows already: asked for there, they are not drawn a second time."""


def behind(key: str, floor: float, before: Iterable[Box], asked: Container[str]) -> str:
    """Return a place, its floor's far edge at this height, without what would stand behind these boxes.

    Boxes are counted from that edge; what was `asked` for by name is there all the same.
    """
    boxes = list(before)
    seen = (one.drawn for one in PLACES[key].drawn if one.shows in asked or not one.is_hidden(boxes))
    drawn = "".join(seen)
    return group(drawn, 0, floor, 1, stroke=SOFT, stroke_width="1.8") if drawn else ""
