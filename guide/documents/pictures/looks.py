"""What somebody looks like: from who they are, the same in every picture, changed by what is described."""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.documents.pictures.lexicon import Lexicon, split
from guide.frozen import frozen, replace

Json = Any

TOPS: Final = ("#f3dcb4", "#c3e3f3", "#e0d4f3", "#cfe6d0", "#f6d5c8", "#f3e8a6", "#d3dcf2", "#f0d3e2")
LEGS: Final = ("#e4e0d7", "#d5dfe3", "#e6dccb", "#dcd9e6", "#dbe3d4")
"""Light enough to write on, each its own grey on a printer without colours."""
PATTERNS: Final = ("plain", "stripes", "dots", "heart", "pocket", "star", "wave")
HAIR: Final = ("fringe", "curly", "short", "tousled")
"""What hair somebody has until it is described."""
HEADS: Final = ("cap", "headscarf", "turban", "kippah", "hat")
STYLES: Final = (*HAIR, "bob", "long", "bun", "plaits", "ponytail", "bald")
SIZES: Final = ("baby", "toddler", "child", "teen", "adult", "elder")

_WORN: Final = ("glasses", "beard", "wheelchair")
_UNTIL: Final = ((1, "baby"), (4, "toddler"), (12, "child"), (17, "teen"), (64, "adult"))


@frozen
class Look:
    """One person's looks."""

    size: str = "adult"
    """One of SIZES: by age where it is known."""
    top: str = TOPS[0]
    legs: str = LEGS[0]
    pattern: str = "plain"
    hair: str = "short"
    head: str = ""
    glasses: bool = False
    beard: bool = False
    wheelchair: bool = False
    sits: bool = False
    """Whether they sit on a sofa in this picture."""
    said: tuple[tuple[str, str], ...] = ()
    """What somebody said of it, and nobody guessed: the part, and the key of its word."""

    def with_words(self, words: str, words_of: Lexicon) -> "Look":
        """Return the look changed by one thing described; words we cannot draw change nothing."""
        found = words_of.look(words)
        if found in SIZES:
            return self._with("size", found, found)
        if found in STYLES:
            return self._with("hair", found, found)
        if found in HEADS or found == "bare":
            return self._with("head", found, found if found in HEADS else "")
        part = found.removeprefix("no_")
        return self._with(part, found, found == part) if part in _WORN else self

    def _with(self, part: str, key: str, value: Any) -> "Look":
        others = (one for one in self.said if one[0] != part)
        return replace(self, said=(*others, (part, key)), **{part: value})


def look_of(name: str, person: Mapping[str, Json] | None, words: Lexicon) -> Look:
    """Return the looks of somebody before anything is described; `person` as the record knows them."""
    who = str((person or {}).get("id") or name.casefold())
    number = int(who[1:]) - 1 if who[1:].isdecimal() and len(who) < 9 else zlib.crc32(who.encode())  # noqa: PLR2004
    size = _size(name, person or {}, words)
    return Look(
        size,
        TOPS[number % len(TOPS)],
        LEGS[number % len(LEGS)],
        PATTERNS[(number + number // len(TOPS)) % len(PATTERNS)],
        "wisp" if size == "baby" else HAIR[number % len(HAIR)],
        glasses=size == "elder" and number % 2 == 0,
    )


def looks_of(
    panels: Iterable[Mapping[str, Json]], people: Iterable[Mapping[str, Json]], words: Lexicon
) -> dict[str, Look]:
    """Return everybody's looks by name in small letters: what is described once holds in every panel."""
    known = {str(one.get("name", "")).casefold(): one for one in people}
    looks: dict[str, Look] = {}
    for panel in panels:
        for one in (panel.get("picture") or {}).get("people") or ():
            name = str(one.get("name", "")) if isinstance(one, Mapping) else str(one)
            key = name.casefold()
            look = looks.get(key) or look_of(name, known.get(key), words)
            for described in described_looks(one.get("look") if isinstance(one, Mapping) else ()):
                look = look.with_words(described, words)
            looks[key] = look
    return looks


def described_looks(said: Json) -> list[str]:
    """Return what was described one by one: a list of words, or words with commas between them."""
    parts = said.replace(";", ",").split(",") if isinstance(said, str) else said or ()
    return [one for part in parts if (one := " ".join(str(part).split()))]


def _size(name: str, person: Mapping[str, Json], words: Lexicon) -> str:
    age = person.get("age")
    if isinstance(age, int | float) and not isinstance(age, bool):
        return next((size for until, size in _UNTIL if age <= until), "elder")
    called = set(split(name))
    ages = words.table["ages"]
    told = next((size for size, many in ages.items() if called & set(many)), "")
    role = str(person.get("as") or "")
    return told or ("child" if role == "child" else "adult")
