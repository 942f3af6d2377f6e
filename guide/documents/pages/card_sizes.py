"""Finds the largest letters in which the words of a card fit on it, measured in the font of the papers."""

from collections.abc import Iterable, Sequence
from typing import Final

from guide.documents.measure import wrap

_MM: Final = 25.4 / 72
"""Millimetres in a point."""

WIDE: Final = 86.0
"""Millimetres of a line; the style leaves two more, for browsers that round otherwise."""
FRONT_HIGH: Final = 110.0
BACK_HIGH: Final = 115.0
FRONT_SIZES: Final = (26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.0, 8.5, 7.0, 6.0)
BACK_SIZES: Final = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
UNDER: Final = 0.56
"""How large what stands under a question is, beside it."""

_LINE: Final = 1.3
"""The height of a line, in letters; as in the style."""


def named(size: float) -> str:
    """Return what a size is called in the style: a page may not carry sizes of its own."""
    return f"pt{size:g}".replace(".", "-")


def front_size(question: str, under: Sequence[str]) -> float:
    """Return the size of a question in points; the smallest when nothing fits."""
    for size in FRONT_SIZES:
        small = size * UNDER
        high = _high([question], size, WIDE) + _high(under, small, WIDE - 5) + len(under) * small * _MM * 0.6
        if high <= FRONT_HIGH and not _has_broken_words(question, size):
            return size
    return FRONT_SIZES[-1]


def back_size(kind: str, parts: Sequence[tuple[str, Sequence[str]]]) -> float:
    """Return the size of the back in points; the smallest when nothing fits."""
    for size in BACK_SIZES:
        high = _high([kind], size, WIDE)
        for _, texts in parts:
            high += 2.1 * size * _MM  # its heading and the room above it
            high += _high(texts, size, WIDE - (4 if len(texts) > 1 else 0)) + len(texts) * 0.25 * size * _MM
        if high <= BACK_HIGH:
            return size
    return BACK_SIZES[-1]


def _high(texts: Iterable[str], size: float, wide: float) -> float:
    """Return how high texts stand, each on lines of its own, in millimetres."""
    letter = size * _MM
    lines = sum(len(wrap(line, wide, letter)) or 1 for text in texts for line in text.split("\n"))
    return lines * letter * _LINE


def _has_broken_words(text: str, size: float) -> bool:
    """Whether a word is so long that it would have to be broken in this size."""
    return any(len(wrap(word, WIDE, size * _MM)) > 1 for word in text.split())
