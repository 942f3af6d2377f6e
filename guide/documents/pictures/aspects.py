"""What can be said of how somebody looks, one thing at a time: how old, the hair, the head."""

from collections.abc import Iterable, Mapping
from typing import Final

from guide.documents.pictures.lexicon import Lexicon
from guide.documents.pictures.looks import HEADS, SIZES, STYLES, described_looks

ASPECTS: Final[Mapping[str, tuple[str, ...]]] = {
    "age": SIZES,
    "hair": STYLES,
    "head": (*HEADS, "bare"),
    "glasses": ("glasses", "no_glasses"),
    "beard": ("beard", "no_beard"),
    "wheelchair": ("wheelchair", "no_wheelchair"),
}
"""Each with what can be chosen for it; there is none for skin, which is left to be coloured in."""


def aspect_of(words: str, lexicon: Lexicon) -> str:
    """Return what words are about; nothing for words that stand under the name instead."""
    key = lexicon.look(words)
    return next((aspect for aspect, keys in ASPECTS.items() if key in keys), "")


def said_of(look: str, aspect: str, lexicon: Lexicon) -> str:
    """Return what is said of one thing, of none what stands under the name; empty for nothing yet."""
    own = [one for one in described_looks(look) if aspect_of(one, lexicon) == aspect]
    return (own[-1] if aspect else joined(own)) if own else ""


def with_said(look: str, aspect: str, words: str, lexicon: Lexicon) -> str:
    """Return the look with one thing said, in the place of what was said of it before; no words unsay it."""
    kept = [one for one in described_looks(look) if aspect_of(one, lexicon) != aspect]
    return joined([*kept, *described_looks(words)])


def joined(looks: Iterable[str]) -> str:
    """Return everything said as one text, each once."""
    return ", ".join(dict.fromkeys(looks))
