"""Faces by feeling, on a head of radius 20 around nought; "blank" leaves the face for the child to draw."""

from typing import Final

from guide.documents.pictures.marks import INK, WHITE, circle, ellipse, path

_W: Final = 2.2
_EYES: Final = circle(-7, -1, 2.3, INK, 0.1) + circle(7, -1, 2.3, INK, 0.1)
_SHUT: Final = path("M-10-2q3 3.4 6 0M4-2q3 3.4 6 0", width=_W)
_BEAMING: Final = path("M-10 0q3-4.6 6 0M4 0q3-4.6 6 0", width=_W)
_RAISED: Final = path("M-11-7q3-1 5-3.4M11-7q-3-1-5-3.4", width=_W)
_LOWERED: Final = path("M-11-9.5l7 3M11-9.5l-7 3", width=_W)
_HIGH: Final = path("M-11-10q3-3 6-2M11-10q-3-3-6-2", width=_W)
_WIDE: Final = "".join(
    circle(x, -1, 4.2, WHITE, 1.8) + circle(x, -1, 1.5, INK, 0.1) for x in (-7, 7)
)  # fmt: skip
_FROWN: Final = path("M-6 11q6-6 12 0", width=_W)
_WAVE: Final = path("M-8 9.5q2.7-4.6 5.3 0t5.3 0 5.3 0", width=_W)
_TEAR: Final = path("M-9.5 3q-3 4.6 0 5.8 3-1.2 0-5.8z", WHITE, 1.5)

FACES: Final = {
    "ok": _EYES + path("M-6 7.5q6 3.4 12 0", width=_W),
    "happy": _EYES + path("M-8 6q8 9.4 16 0", width=_W),
    "very_happy": _BEAMING + path("M-8.5 5h17q-2 9.5-8.5 9.5T-8.5 5z", WHITE, _W),
    "calm": _SHUT + path("M-6 7q6 5 12 0", width=_W),
    "sad": _EYES + _RAISED + _FROWN,
    "crying": _SHUT + _RAISED + _FROWN + _TEAR,
    "worried": _EYES + _RAISED + path("M-6 9.5q3-3.4 6-1.4t6-1.4", width=_W),
    "scared": _WIDE + _HIGH + _WAVE,
    "angry": _EYES + _LOWERED + path("M-6.5 10q6.5-4 13 0", width=_W),
    "shouting": _EYES + _LOWERED + ellipse(0, 9, 5, 5.6, WHITE, _W),
    "sleepy": _SHUT + circle(0, 9, 2.4, WHITE, 1.8),
    "confused": _EYES
    + path("M-11-8.5h6.5M4.5-10q3.5-3.4 6.5-.6", width=_W)
    + path("M-6 9.5l12-2.6", width=_W),
    "surprised": _EYES + _HIGH + ellipse(0, 9, 3.4, 4.2, WHITE, _W),
    "unwell": path("M-10-4l5.5 2.8-5.5 2.8M10-4l-5.5 2.8 5.5 2.8", width=_W) + _WAVE,
    "blank": "",
}
