"""Which way words run, and which letters our own fonts have."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LEFTWARDS: Final = frozenset({"R", "AL"})
_ARABIC: Final = re.compile("[\u0600-\u08ff]")
_LONG: Final = 24
_PIECE: Final = 12


def runs_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter that has a direction says so."""
    kinds = (unicodedata.bidirectional(one) for one in text)
    return next((kind in _LEFTWARDS for kind in kinds if kind in {"L", *_LEFTWARDS}), False)


def has_arabic(text: str) -> bool:
    """Whether a text has letters of the Arabic script."""
    return _ARABIC.search(text) is not None


def breakable(text: str) -> str:
    """Return a text whose longest words can be broken, by spaces of no width."""
    if all(len(word) < _LONG for word in text.split()):
        return text
    return "".join(_pieces(text))


def _pieces(text: str) -> list[str]:
    out, run = [], 0
    for letter in text:
        run = 0 if letter.isspace() else run + 1
        out.append(letter)
        if run and run % _PIECE == 0:
            out.append("\u200b")
    return out


@lru_cache(maxsize=1)
def our_letters() -> frozenset[str]:
    """Return every letter that Lexend has."""
    from guide.documents.measure import letters

    return letters()


def missing_letters(text: str) -> str:
    """Return the letters that none of our own fonts has, each once."""
    own = our_letters()
    return "".join(
        dict.fromkeys(
            one
            for one in text
            if one not in own and one.isprintable() and not one.isspace() and not has_arabic(one)
        )
    )
