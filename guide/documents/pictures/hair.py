"""Hair, headwear, glasses and beards, on a head of radius 20 around nought: all white, to be coloured in."""

from typing import Final

from guide.documents.pictures.looks import Look
from guide.documents.pictures.marks import WHITE, circle, path

_W: Final = 2.2
_CROWN: Final = "M-20-1C-21-17-11-23 0-23S21-17 20-1"

_OVER: Final = {
    "short": path(f"{_CROWN}C18-9 15-12 11-13.5 3-10-9-10-13-12.5-17-10-19-6-20-1z", WHITE, _W),
    "fringe": path(f"{_CROWN}C19-6 17-9 15-11H-15C-17-9-19-6-20-1z", WHITE, _W)
    + path("M-7-17v5M0-18v6M7-17v5", width=1.5),
    "tousled": path(
        "M-20-1C-22-9-20-13-22-18q5 0 6.5-3 1-4 4-5 1 3 4 2 2-4 6-4.5 0 3 3 4 4-2 7-.5 0 3 3 4 4 0"
        " 6 2-3 4-1 9 1 5 0 9-2-7-6-10.5-3 1-5-1-3 2.5-6 0-4 3-7 .5-3 2-6 0-5 3-5.5 11z",
        WHITE, _W,
    ),
    "curly": path(
        "M-20 1a6.5 6.5 0 0 1-2-10 6.5 6.5 0 0 1 5-9 7 7 0 0 1 10-6.5 7.5 7.5 0 0 1 14 0 7 7 0 0 1 10 6.5"
        " 6.5 6.5 0 0 1 5 9 6.5 6.5 0 0 1-2 10 5 5 0 0 1-4-6 6 6 0 0 1-6-5 7 7 0 0 1-10-1 7 7 0 0 1-10 1"
        " 6 6 0 0 1-6 5 5 5 0 0 1-4 6z",
        WHITE, _W,
    ),
    "bob": path(
        "M-20 14C-27 10-24-23 0-23.5S27 10 20 14c-3-1-4-4-3-8 2-6 1-12-2-16-8 3-20 3-28 0-4 4-5 10-3 16"
        " 1 4-1 7-4 8z",
        WHITE, _W,
    ),
    "long": path(f"{_CROWN}C18-9 12-14 4-17-4-11-15-10-20-1z", WHITE, _W),
    "bun": circle(0, -25, 7, WHITE, _W)
    + path(f"{_CROWN}C15-12 8-14 0-14S-15-12-20-1z", WHITE, _W) + path("M-4-27q4-3 7 1", width=1.5),
    "plaits": path(f"{_CROWN}C16-9 6-12 0-18-6-12-16-9-20-1z", WHITE, _W)
    + "".join(
        circle(s * 22.5, 5, 5, WHITE, _W) + circle(s * 24, 13, 4.5, WHITE, _W)
        + circle(s * 24, 20.5, 3.8, WHITE, _W)
        for s in (-1, 1)
    ),
    "ponytail": path(f"{_CROWN}C15-12 8-14 0-14S-15-12-20-1z", WHITE, _W),
    "wisp": path("M-5-20q-1-6 4-7M1-20q1-6 6-6", width=_W),
    "bald": "",
}  # fmt: skip
_BEHIND: Final = {
    "long": path("M-20-4C-26-30 26-30 20-4c2 12 7 24 4 34-8 5-40 5-48 0-3-10 2-22 4-34z", WHITE, _W),
    "ponytail": path("M12-20c14-6 20 6 15 18-2 6 0 12-3 16-6-6-8-14-9-22z", WHITE, _W),
}
_HEADS: Final = {
    "cap": path("M-20.5-6C-20-25 20-25 20.5-6zM-6-6C0-10 26-11 31-5 24-3 8-4-6-6z", WHITE, _W),
    "hat": path("M-20-7C-20-28 20-28 20-7z", WHITE, _W) + circle(0, -26, 4.5, WHITE, _W)
    + path("M-21.5-12h43q2.5 3.5 0 7.5h-43q-2.5-4 0-7.5z", WHITE, _W),
    "turban": path("M-21-4C-29-22-13-32 0-30S29-22 21-4C14-13-14-13-21-4z", WHITE, _W)
    + path("M-22-12Q0-26 15-27M-14-9Q8-14 22-19", width=1.7),
    "kippah": path("M-14-15C-11-25 11-25 14-15-5-18 5-18-14-15z", WHITE, _W),
    "headscarf": (
        f'<path fill-rule="evenodd" fill="{WHITE}" stroke-width="{_W}" '
        'd="M-23 2C-26-31 26-31 23 2 23 15 29 25 25 33'
        'c-12 8-38 8-50 0-4-8 2-18 2-31zM-15.5 1a15.5 17 0 1 0 31 0 15.5 17 0 1 0-31 0z"/>'
        + path("M13 14Q10 27-5 34", width=1.7)
    ),
}  # fmt: skip
_GLASSES: Final = (
    circle(-7.5, -1, 6, "none", 1.7) + circle(7.5, -1, 6, "none", 1.7)
    + path("M-1.5-2q1.5-1 3 0M-13.5-2l-5-1.5M13.5-2l5-1.5", width=1.7)
)  # fmt: skip
_BEARD: Final = path(
    "M-20-1C-20 17-11 24 0 24S20 17 20-1C16 3 15 10 11 14 6 17-6 17-11 14-15 10-16 3-20-1z", WHITE, _W
) + path("M-9 18v2.5M-3 19.5v2M3 19.5v2M9 18v2.5", width=1.4)

RISE: Final = {"bun": 12.5, "tousled": 6, "curly": 5, "wisp": 8, "bob": 4, "turban": 11, "hat": 11, "cap": 2}
"""How far hair or headwear stands above the head."""


def behind(look: Look) -> str:
    """Return what falls behind the shoulders."""
    return "" if look.head == "headscarf" else _BEHIND.get(look.hair, "")


def over(look: Look) -> str:
    """Return what lies on the head; a beard goes under the face, so it is not here."""
    covers = look.head in {"headscarf", "turban", "hat", "cap"}
    top = "" if covers else _OVER.get(look.hair, "")
    if look.head in {"hat", "cap"} and look.hair in {"plaits", "bob"}:
        top = _OVER[look.hair]
    return top + _HEADS.get(look.head, "")


def beard(look: Look) -> str:
    """Return what lies under the mouth."""
    return _BEARD if look.beard else ""


def glasses(look: Look) -> str:
    """Return what lies before the eyes."""
    return _GLASSES if look.glasses else ""


def rise(look: Look) -> float:
    """Return how far the head's own covering stands above a head of radius 20."""
    return max(2.0, RISE.get(look.head, 0), RISE.get(look.hair, 0) if look.head in {"", "kippah"} else 0)
