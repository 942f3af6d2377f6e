"""Speech and thought bubbles over people's heads: beside each other, never over a face."""

from typing import Final

from guide.documents.pictures.box import Box
from guide.documents.pictures.lettering import Lines, lines
from guide.documents.pictures.marks import WHITE, circle, n, path
from guide.frozen import frozen

SIZE: Final = 14.5
GAP: Final = 9
_PAD: Final = 13
_WIDEST: Final = 270
_BESIDE: Final = 3
"""So many with a tail stand beside each other; more would be too narrow to read."""
_STRAIGHT: Final = 16
"""So far a tail may lean when it goes past other heads."""
ROOM: Final = 20
"""Between the bubbles and the tallest head."""


@frozen
class Said:
    """What somebody says or thinks."""

    text: str
    by: str
    """Whose it is, as it was written; nothing where nobody was named."""
    thought: bool
    x: float = 0
    """Where their head is."""
    top: float = 0
    """How high it is, from the floor up: negative."""
    has_tail: bool = False


@frozen
class Bubbles:
    """All bubbles of a picture, in a place of their own."""

    svg: str
    words: str
    boxes: tuple[Box, ...]


def height(said: list[Said], room: float) -> float:
    """Return how much room they need above the heads."""
    pointed, alone = _written(said, room)
    tall = max((one.height for one in pointed), default=0)
    rows = [*([tall] if pointed else []), *(one.height for one in alone)]
    return sum(rows) + GAP * max(0, len(rows) - 1) + (ROOM if rows else 0)


def bubbles(said: list[Said], left: float, room: float, top: float, floor: float) -> Bubbles:
    """Return them drawn: from `top` down, those without a tail first; heads stand above `floor`."""
    pointed, alone = _written(said, room)
    drawn, words, boxes = [], [], []
    y = top
    for one in alone:
        at = Box("bubble", left + (room - one.width) / 2, y, one.width, one.height, one.said.text)
        drawn.append(_outline(one.said, at))
        words.append(one.svg(at))
        boxes.append(at)
        y += one.height + GAP
    foot = y + max((one.height for one in pointed), default=0)
    for one, x in zip(pointed, _beside(pointed, left, room), strict=True):
        at = Box("bubble", x, foot - one.height, one.width, one.height, one.said.text)
        drawn.append(_outline(one.said, at) + _tail(one.said, at, floor))
        words.append(one.svg(at))
        boxes.append(at)
    return Bubbles("".join(drawn), "".join(words), tuple(boxes))


@frozen
class _Written:
    """A bubble with its words in lines."""

    said: Said
    head: Lines | None
    """Whose it is, where no tail says so."""
    text: Lines

    @property
    def pad(self) -> float:
        """From the edge to the words."""
        return _PAD + (9 if self.said.thought else 0)

    @property
    def width(self) -> float:
        """From edge to edge."""
        return max(self.text.width, self.head.width if self.head else 0, 30) + 2 * self.pad

    @property
    def height(self) -> float:
        """From top to foot, without the tail."""
        return (
            self.text.height + (self.head.height if self.head else 0) + 15 + (12 if self.said.thought else 0)
        )

    def svg(self, at: Box) -> str:
        """Return the words in their place."""
        middle, y = at.x + at.width / 2, at.y + 7 + (6 if self.said.thought else 0)
        if self.head is None:
            return self.text.svg(middle, y)
        return self.head.svg(middle, y) + self.text.svg(middle, y + self.head.height)


def _written(said: list[Said], room: float) -> tuple[list[_Written], list[_Written]]:
    """Return those whose tail points at a head, from left to right, and the others."""
    pointed: list[Said] = []
    for one in said:
        if one.has_tail and len(pointed) < _BESIDE and all(one.x != other.x for other in pointed):
            pointed.append(one)
    alone = [one for one in said if not any(one is other for other in pointed)]
    many = max(1, len(pointed))
    slot = min((room - GAP * (many - 1)) / many, _WIDEST)
    left_to_right = sorted(pointed, key=lambda one: one.x)
    return [_in_lines(one, slot, "") for one in left_to_right], [
        _in_lines(one, room, one.by) for one in alone
    ]


def _in_lines(one: Said, most: float, head: str) -> _Written:
    inner = most - 2 * (_PAD + (9 if one.thought else 0))
    named = lines(f"{head}:", inner, SIZE - 1.5, bold=True) if head else None
    return _Written(one, named, lines(one.text, inner, SIZE))


def _beside(pointed: list[_Written], left: float, room: float) -> list[float]:
    """Return the left edges: each as near to its head as the others leave room for."""
    widths = [one.width for one in pointed]
    places: list[float] = []
    least = left
    for one, wide in zip(pointed, widths, strict=True):
        places.append(max(least, one.said.x - wide / 2))
        least = places[-1] + wide + GAP
    most = left + room
    for at in range(len(places) - 1, -1, -1):
        places[at] = min(places[at], most - widths[at])
        most = places[at] - GAP
    return places


def _outline(one: Said, at: Box) -> str:
    r = min(15.0, at.height / 2)
    if one.thought:
        return _cloud(at)
    return path(
        f"M{n(at.x + r)} {n(at.y)}h{n(at.width - 2 * r)}q{n(r)} 0 {n(r)} {n(r)}v{n(at.height - 2 * r)}"
        f"q0 {n(r)} {n(-r)} {n(r)}h{n(2 * r - at.width)}q{n(-r)} 0 {n(-r)} {n(-r)}v{n(2 * r - at.height)}"
        f"q0 {n(-r)} {n(r)} {n(-r)}z",
        WHITE,
    )


def _cloud(at: Box) -> str:
    """Return a cloud whose every bulge keeps inside the box."""
    x, y, wide, tall = at.x + 7, at.y + 7, at.width - 14, at.height - 14
    across, down = max(3, round(wide / 26)), max(1, round(tall / 24))
    a, b = wide / across, tall / down
    steps = [(a, 0.0)] * across + [(0.0, b)] * down + [(-a, 0.0)] * across + [(0.0, -b)] * down
    arcs = "".join(_bulge(right, below) for right, below in steps)
    return path(f"M{n(x)} {n(y)}{arcs}z", WHITE)


def _bulge(right: float, below: float) -> str:
    """Return an arc that rises about seven over its chord."""
    chord = abs(right) + abs(below)
    r = n(max(chord / 2, (chord * chord / 4 + 49) / 14))
    return f"a{r} {r} 0 0 1 {n(right)} {n(below)}"


def _tail(one: Said, at: Box, floor: float) -> str:
    """Return what points at the head: all the way when it is below, else a short piece that leans to it."""
    root = min(max(one.x, at.x + 24), at.x + at.width - 24)
    foot, lean = at.y + at.height, one.x - root
    if abs(lean) > _STRAIGHT:
        tip = (root + (12 if lean > 0 else -12), foot + 13)
    else:
        tip = (one.x, min(max(foot + 8, floor + one.top - 5), foot + 46))
    return _dots(root, foot - 2, tip) if one.thought else _point(root, foot, tip)


def _dots(root: float, foot: float, tip: tuple[float, float]) -> str:
    low = min(max(tip[1] - foot - 3, 14), 18)
    return circle(root + (tip[0] - root) * 0.3, foot + 7, 4.5) + circle(tip[0], foot + low, 2.8)


def _point(root: float, foot: float, tip: tuple[float, float]) -> str:
    out, back = f"{n(root - 3)} {n(foot + 6)}", f"{n(root + 5)} {n(foot + 6)}"
    edge = f"M{n(root - 8)} {n(foot)}Q{out} {n(tip[0])} {n(tip[1])} {back} {n(root + 8)} {n(foot)}"
    return path(edge, WHITE) + path(f"M{n(root - 4.6)} {n(foot)}h9.2", "none", 3.4, WHITE)
