"""Which way words run, and which letters our own fonts have."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LEFTWARDS: Final = frozenset({"R", "AL"})
_ARABIC: Final = re.compile("[\u0600-\u08ff]")
_LONG: Final = 24
_PIECE: Final = 12
_WORD: Final = re.compile(r"\s+|\S+")
_JOINS: Final = frozenset("\u200d\ufe0e\ufe0f\u20e3")
_FLAGS: Final = range(0x1F1E6, 0x1F200)
_TONES: Final = range(0x1F3FB, 0x1F400)


def runs_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: most of its letters that have a direction say so.

    Not the first: a sentence in English may begin with a name in Arabic script, and one in Urdu with Mum's.
    """
    kinds = [unicodedata.bidirectional(one) for one in text]
    return sum(kind in _LEFTWARDS for kind in kinds) > kinds.count("L")


def has_arabic(text: str) -> bool:
    """Whether a text has letters of the Arabic script."""
    return _ARABIC.search(text) is not None


def breakable(text: str) -> str:
    """Return a text whose longest words can be broken, by spaces of no width; other words stay whole."""
    if all(len(word) < _LONG for word in text.split()):
        return text
    return "".join(_in_pieces(word) if len(word) >= _LONG else word for word in _WORD.findall(text))


def signs(text: str) -> list[str]:
    """Return a text letter by letter as a reader sees them: accents, tones and flags stay in one piece."""
    seen: list[str] = []
    for letter in text:
        if seen and _belongs(seen[-1], letter):
            seen[-1] += letter
        else:
            seen.append(letter)
    return seen


def _belongs(before: str, letter: str) -> bool:
    code = ord(letter)
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Mc", "Me"}:
        return True
    if letter in _JOINS or code in _TONES or before[-1] == "\u200d":
        return True
    return code in _FLAGS and len(before) == 1 and ord(before) in _FLAGS


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
