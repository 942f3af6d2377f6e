"""Which way words run, and which letters our own fonts have."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from guide.documents.pictures.lettering import letters as signs

_LEFTWARDS: Final = frozenset({"R", "AL"})
_ARABIC: Final = (0x0600, 0x08FF)
_LONG: Final = 24
_PIECE: Final = 12
_WORD: Final = re.compile(r"\s+|\S+")


def runs_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter that has a direction says so."""
    kinds = (unicodedata.bidirectional(one) for one in text)
    return next((kind in _LEFTWARDS for kind in kinds if kind in {"L", *_LEFTWARDS}), False)


def has_arabic(text: str) -> bool:
    """Whether a text has letters of the Arabic script."""
    return any(_ARABIC[0] <= ord(one) <= _ARABIC[1] for one in text)


def breakable(text: str) -> str:
    """Return a text whose longest words can be broken, by spaces of no width; other words stay whole."""
    if all(len(word) < _LONG for word in text.split()):
        return text
    return "".join(_in_pieces(word) if len(word) >= _LONG else word for word in _WORD.findall(text))


def _in_pieces(word: str) -> str:
    """Return a long word with places to break it, none of them inside what is read as one sign."""
    read = signs(word)
    return "\u200b".join("".join(read[at : at + _PIECE]) for at in range(0, len(read), _PIECE))


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
