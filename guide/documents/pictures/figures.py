"""One whole person: feet on nought, up is negative, so that a figure is put onto the floor by one move."""

from typing import Final

from guide.documents.pictures import hair
from guide.documents.pictures.faces import FACES
from guide.documents.pictures.looks import Look
from guide.documents.pictures.marks import INK, WHITE, circle, ellipse, group, n, path, rect
from guide.frozen import frozen

Point = tuple[float, float]


@frozen
class Build:
    """How somebody of one size is built."""

    height: float
    head: float
    """The head's radius."""
    shoulder: float
    """Half the width of the shoulders."""
    limb: float

    @property
    def neck(self) -> float:
        """Where the jumper begins."""
        return -(self.height - 2 * self.head) - 3

    @property
    def hip(self) -> float:
        """Where it ends."""
        return self.neck * 0.46


BUILDS: Final = {
    "baby": Build(66, 19, 13, 8),
    "toddler": Build(90, 20.5, 13.5, 8.5),
    "child": Build(112, 21.5, 15, 9),
    "teen": Build(140, 22, 17, 9.5),
    "adult": Build(160, 22.5, 19, 10.5),
    "elder": Build(152, 22.5, 19, 10.5),
}
_WHEELS: Final = 38
"""Half the width of a wheelchair."""
_BABY_HEAD: Final = 13


@frozen
class Pose:
    """What somebody's hands are doing."""

    left: Point | None = None
    """Where the hand is that holds the one to the left, in the figure's own unit."""
    right: Point | None = None
    lifts: bool = False
    """Whether the right hand holds something up."""
    baby: Look | None = None
    """Who is in their arms, and how that one feels."""
    baby_feels: str = "ok"


@frozen
class Figure:
    """One person drawn."""

    svg: str
    heads: tuple[tuple[float, float, float], ...]
    """Middle and radius of each head, the baby's in their arms last."""
    top: float
    """Above this nothing of them stands: negative."""
    hand: Point
    """Where something held stands."""


def half_width(look: Look, *, lifts: bool = False) -> float:
    """Return how far somebody reaches to either side."""
    if look.wheelchair:
        return _WHEELS + 4 + (14 if lifts else 0)
    build = BUILDS[look.size]
    return max(build.head + 7, build.shoulder + 13) + (16 if lifts else 0)


def hand_height(look: Look) -> float:
    """Return where a hand hangs."""
    build = BUILDS[look.size]
    return build.hip + 4 + (-14 if look.wheelchair else _sits(look, build))


def height(look: Look) -> float:
    """Return how tall somebody stands, hair and hat too."""
    build = BUILDS[look.size]
    return build.height - _sits(look, build) + hair.rise(look) * build.head / 20


def figure(look: Look, feeling: str, pose: Pose) -> Figure:
    """Return one person with this face, doing this with their hands."""
    build = BUILDS[look.size]
    down = _sits(look, build)
    neck, hip = build.neck + down, build.hip + down
    head = neck - build.head + 4
    sized = build.head / 20
    parts = [group(hair.behind(look), 0, head, sized)]
    parts.append(_chair_behind(hip) if look.wheelchair else "" if look.sits else _legs(build, look))
    parts += [_arms(build, look, pose, neck, hip), _top(build, look, neck, hip)]
    if look.wheelchair or look.sits:
        parts.append(_lap(build, look, hip))
    face = hair.beard(look) + FACES.get(feeling, "") + hair.over(look) + hair.glasses(look)
    parts += [circle(0, head, build.head), group(face, 0, head, sized)]
    heads = [(0.0, head, build.head)]
    if pose.baby:
        parts.append(_bundle(pose, look, neck))
        heads.append((-7, neck + 27, _BABY_HEAD))
    top = head - build.head - hair.rise(look) * sized
    return Figure("".join(parts), tuple(heads), top, (build.shoulder + 17, neck + 31))


def _sits(look: Look, build: Build) -> float:
    """Return how much lower somebody is who sits, in a wheelchair or on a sofa."""
    return max(0.0, -build.hip - 34) if look.wheelchair or look.sits else 0.0


def _legs(build: Build, look: Look) -> str:
    step = build.shoulder * 0.48
    lines = "".join(f"M{n(x)} {n(build.hip - 4)}V-6" for x in (-step, step))
    wide = build.shoulder * 0.74
    shoes = "".join(
        ellipse(x + (2 if x > 0 else -2), -4, build.limb * 0.86, 4.6) for x in (-step, step)
    )  # fmt: skip
    return path(lines, "none", wide + 4.6) + path(lines, "none", wide, look.legs) + shoes


def _top(build: Build, look: Look, neck: float, hip: float) -> str:
    s = build.shoulder
    shape = (
        f"M{n(-s)} {n(hip)}L{n(1.5 - s)} {n(neck + 12)}Q{n(1.5 - s)} {n(neck)} {n(11 - s)} {n(neck)}"
        f"H{n(s - 11)}Q{n(s - 1.5)} {n(neck)} {n(s - 1.5)} {n(neck + 12)}L{n(s)} {n(hip)}"
        f"Q{n(s)} {n(hip + 4)} {n(s - 4)} {n(hip + 4)}H{n(4 - s)}Q{n(-s)} {n(hip + 4)} {n(-s)} {n(hip)}z"
    )
    return path(shape, look.top) + _pattern(look, s, neck, hip)


def _pattern(look: Look, s: float, neck: float, hip: float) -> str:
    """Return what tells somebody's jumper from another's without colours; it keeps clear of the chin."""
    low, tall = (neck + hip) / 2 + 7, hip - neck
    match look.pattern:
        case "stripes":
            rows = (neck + tall * part for part in (0.5, 0.7, 0.9))
            return path("".join(f"M{n(2.5 - s)} {n(y)}H{n(s - 2.5)}" for y in rows), "none", 1.6)
        case "dots":
            spots = ((-7, 0.5), (7, 0.5), (0, 0.68), (-7, 0.86), (7, 0.86))
            return "".join(circle(x, neck + tall * y, 1.7, INK, 0.1) for x, y in spots)
        case "heart":
            return group(path("M0 7C-12-1-7-9 0-4 7-9 12-1 0 7z", WHITE, 1.6), 0, low)
        case "star":
            return group(
                path("M0-8l2.3 5.2 5.7.5-4.3 3.7 1.3 5.6-5-3-5 3 1.3-5.6-4.3-3.7 5.7-.5z", WHITE, 1.6), 0, low
            )
        case "pocket":
            return path(f"M-8 {n(low - 3)}h16v6q0 5-5 5h-6q-5 0-5-5z", "none", 1.6)
        case "wave":
            return path(f"M{n(3 - s)} {n(low)}q{n((s - 3) / 4)}-7 {n((s - 3) / 2)} 0t{n((s - 3) / 2)} 0"
                        f" {n((s - 3) / 2)} 0 {n((s - 3) / 2)} 0", "none", 1.6)  # fmt: skip
    return ""


def _arms(build: Build, look: Look, pose: Pose, neck: float, hip: float) -> str:
    s, low = build.shoulder, hip + 3
    left = pose.left or (-s - 6, low)
    right = pose.right or ((s + 8, neck + 32) if pose.lifts else (s + 6, low))
    drawn = ""
    for side, (x, y) in ((-1, left), (1, right)):
        if pose.baby:
            continue
        start, bend = (side * (s - 5), neck + 9), (side * (s + 6), (neck + y) / 2 + (12 if pose.lifts else 2))
        line = f"M{n(start[0])} {n(start[1])}Q{n(bend[0])} {n(bend[1])} {n(x)} {n(y)}"
        drawn += circle(x, y, build.limb * 0.5)
        drawn += path(line, "none", build.limb + 4.6) + path(line, "none", build.limb, look.top)
        drawn += circle(x, y, build.limb * 0.52)
    return drawn


def _bundle(pose: Pose, look: Look, neck: float) -> str:
    """Return a baby in a blanket, and the arms around it."""
    baby = pose.baby or Look("baby")
    build, y = BUILDS[look.size], neck + 30
    far = f"23 {n(y + 3)} 28 {n(y + 16)} 8 {n(y + 25)}-6 {n(y + 22)}z"
    edge = f"M-14 {n(y + 10)}C-2 {n(y - 2)} 14 {n(y - 8)} {far}"
    blanket = path(edge, baby.top)
    head = circle(-7, neck + 27, _BABY_HEAD) + group(
        FACES.get(pose.baby_feels, "") + hair.over(baby), -7, neck + 27, _BABY_HEAD / 20
    )
    return blanket + head + _around(build, neck, look.top)


def _around(build: Build, neck: float, sleeve: str) -> str:
    s, limb = build.shoulder, build.limb
    line = f"M{n(s - 4)} {n(neck + 10)}Q{n(s + 13)} {n(neck + 44)} {n(4)} {n(neck + 50)}"
    other = f"M{n(4 - s)} {n(neck + 10)}Q{n(-s - 14)} {n(neck + 48)} {n(-6)} {n(neck + 49)}"
    return "".join(
        path(one, "none", limb + 4.6) + path(one, "none", limb, sleeve) for one in (line, other)
    ) + circle(4, neck + 50, limb * 0.52)  # fmt: skip


def _chair_behind(hip: float) -> str:
    """Return the back of a wheelchair and its wheels."""
    w = _WHEELS
    back = rect(-23, hip - 34, 46, 40, 6) + path(f"M-23 {n(hip - 32)}h-7M23 {n(hip - 32)}h7", width=4)
    wheels = "".join(ellipse(x, -29, 6.5, 28) + path(f"M{x} -50v42", width=1.4) for x in (-w + 5, w - 5))
    return back + wheels + path(f"M{5 - w} -29H{w - 5}", width=2.4)


def _lap(build: Build, look: Look, hip: float) -> str:
    """Return the legs of somebody who sits, seen from before, and the rest for the feet."""
    step = build.shoulder * 0.5
    wide = build.shoulder * 0.74
    lines = "".join(f"M{n(x)} {n(hip + 2)}V-8" for x in (-step, step))
    legs = path(lines, "none", wide + 4.6) + path(lines, "none", wide, look.legs)
    shoes = "".join(ellipse(x, -6, build.limb * 0.8, 4.4) for x in (-step, step))
    return legs + (rect(-20, -4, 40, 4, 2) if look.wheelchair else "") + shoes
