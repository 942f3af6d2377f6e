"""Words in a picture: broken into lines that fit whatever the script, measured, and written as SVG."""

import unicodedata
from functools import lru_cache
from html import escape
from typing import Final

from guide.documents.letters import missing_letters, signs
from guide.documents.measure import width as _measured
from guide.documents.pictures.marks import n
from guide.frozen import frozen

LEAD: Final = 1.24
"""From one line to the next, in letter sizes."""

_LENT: Final = "'Noto Sans','Segoe UI','DejaVu Sans',Lexend,sans-serif"
"""For words with letters that our own fonts have not got: a plain font first, or any would be taken."""
_GREEK: Final = 0x370
_PUNCTUATION: Final = range(0x1E00, 0x2100)
_SIGNS: Final = range(0x2100, 0x2C00)
_PICTURES: Final = 0x1F000


@frozen
class Lines:
    """Words broken into lines."""

    text: tuple[str, ...]
    size: float
    bold: bool
    width: float
    """Of the longest line."""

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.text) * self.size * LEAD

    def svg(self, middle: float, top: float) -> str:
        """Return them written, each line centred on `middle`."""
        return "".join(
            self._line(one, middle, top + self.size * LEAD * at + self.size * 0.95)
            for at, one in enumerate(self.text)
        )

    def _line(self, text: str, x: float, y: float) -> str:
        weight = ' font-weight="700"' if self.bold else ""
        way = ' direction="rtl"' if is_right_to_left(text) else ""
        place = f'x="{n(x)}" y="{n(y)}" font-size="{n(self.size)}"'
        lent = f' font-family="{_LENT}"' if missing_letters(text) else ""
        return f"<text {place}{weight}{way}{lent}>{escape(text)}</text>"


def lines(text: str, room: float, size: float, *, bold: bool = False) -> Lines:
    """Return a text in lines no wider than `room`; a long word is broken between letters."""
    done: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        done += [line] if line else []
        *full, line = _pieces(word, room, size, bold=bold)
        done += full
    done += [line] if line else []
    widest = max((width(one, size, bold=bold) for one in done), default=0)
    return Lines(tuple(done), size, bold, widest)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is at most, whichever font it ends up in."""
    return sum(_wide(letter, bold=bold) for letter in signs(text)) * size


@lru_cache(maxsize=4000)
def _wide(letter: str, *, bold: bool) -> float:
    """Return how wide one letter is, in letter sizes; of scripts that our font lacks, about as any is."""
    first = letter[0]
    code = ord(first)
    if code < _GREEK or code in _PUNCTUATION:
        return _measured(first, 1, bold=bold)
    if code > _PICTURES or code in _SIGNS:
        return 1.4
    return 1.05 if unicodedata.east_asian_width(first) in {"W", "F"} else 0.8


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest word."""
    return max((width(one, size, bold=bold) for one in text.split()), default=0)


def is_right_to_left(text: str) -> bool:
    """Return whether a text begins from the right, by its first letter that has a direction."""
    for letter in text:
        way = unicodedata.bidirectional(letter)
        if way in {"L", "R", "AL"}:
            return way != "L"
    return False


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    pieces, piece = [], ""
    for letter in signs(word):
        if piece and width(piece + letter, size, bold=bold) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
