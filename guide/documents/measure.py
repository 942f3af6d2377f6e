"""Measures words in the papers' own font, so that names on a line are wrapped and kept apart."""

import json
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Final

_UNKNOWN: Final = 1000
"""Thousandths of the letter size taken for a letter the font does not have, such as an emoji."""


@lru_cache(maxsize=1)
def _widths() -> dict[bool, dict[str, int]]:
    text = (files("guide.documents") / "fonts" / "lexend-widths.json").read_text(encoding="utf-8")
    tables = json.loads(text)
    return {
        bold: {letter: int(width) for width, letters in tables[weight].items() for letter in letters}
        for bold, weight in ((False, "400"), (True, "700"))
    }


def letters() -> frozenset[str]:
    """Return every letter the font has."""
    return frozenset(_widths()[False])


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in the unit of `size`."""
    table = _widths()[bold]
    return sum(map(table.get, text, repeat(_UNKNOWN))) * size / 1000


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines no wider than `room`; a word that is too long is broken, nothing is left out."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, room, size, bold=bold)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines)


def _broken(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """Return a word in pieces that fit."""
    pieces, piece = [], ""
    for letter in word:
        if piece and width(piece + letter, size, bold=bold) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
