"""Which words ask for which part of a picture, in one language, and which are never drawn."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any, Final

from guide.frozen import frozen

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}\Z")
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@frozen
class Lexicon:
    """The words of one language."""

    table: Mapping[str, Any]

    def feeling(self, words: str) -> str:
        """Return the face that words ask for; nothing when they name no one feeling that we can draw."""
        if not words.strip():
            return "ok"
        found = self._exact(self.table["feelings"], words)
        if found:
            return found
        if any(one in self.hints("no") for one in split(words)):
            return ""
        rest = " ".join(one for one in split(words) if one not in self.hints("fill"))
        return self._exact(self.table["feelings"], rest)

    def place(self, words: str) -> str:
        """Return the place that words ask for; nothing for a place unknown to us."""
        key = "_".join(split(words))
        if key in self.table["places"]:
            return key
        return "" if self.is_never(words) else self.within(self.places, words)

    def thing(self, words: str) -> str:
        """Return the thing that words ask for; nothing for an unknown one, and for what is never drawn."""
        return "" if self.is_never(words) else self.within(self.table["things"], words)

    def look(self, words: str) -> str:
        """Return what words say about somebody's looks."""
        return self.within(self.table["looks"], words)

    def is_plain(self, part: str, key: str, words: str) -> bool:
        """Return whether words say no more than the picture itself: then they need not stand in it."""
        table = self.places if part == "places" else self.table[part]
        said = " ".join(split(words))
        return key in {said, said.replace(" ", "_"), said.replace(" ", "-")} or said in _known(table[key])

    def is_never(self, words: str) -> bool:
        """Return whether words name a blow, a wound, a body or a weapon."""
        never = self.table["never"]
        said = " ".join(split(words))
        for one in never["but"]:
            said = said.replace(one, " ")
        return any(one in never["whole"] or one.startswith(tuple(never["starts"])) for one in said.split())

    def within(self, table: Mapping[str, Iterable[str]], words: str) -> str:
        """Return what the longest known words within these ask for."""
        said = f" {' '.join(split(words))} "
        found = [(len(known), key) for key, many in table.items() for known in _known(many)
                 if f" {known} " in said]  # fmt: skip
        return max(found, key=lambda one: one[0])[1] if found else ""

    def hints(self, name: str) -> frozenset[str]:
        """Return the small words a suggestion goes by."""
        return frozenset(self.table["hints"][name])

    def says(self, key: str, **given: str) -> str:
        """Return a sentence of a description."""
        sentence: str = self.table["says"][key]
        return sentence.format(**given)

    def said(self, part: str, key: str) -> str:
        """Return how a description names a feeling, a place, a thing or a look."""
        held = self.table[part][key]
        name: str = held["says"] if part == "places" else held[0]
        return name

    @cached_property
    def places(self) -> dict[str, tuple[str, ...]]:
        """What people write for each place."""
        return {key: tuple(one["words"]) for key, one in self.table["places"].items()}

    def _exact(self, table: Mapping[str, Iterable[str]], words: str) -> str:
        said = " ".join(split(words))
        by_key = (key for key in table if key.replace("_", " ") == said)
        return next(by_key, "") or next((key for key, many in table.items() if said in _known(many)), "")


def split(words: str) -> list[str]:
    """Return the words of a text in small letters, without marks between them."""
    return [one.replace("’", "'") for one in _WORD.findall(words.casefold())]


@lru_cache(maxsize=2000)
def _plain(words: str) -> str:
    return " ".join(split(words))


def _known(many: Iterable[str]) -> list[str]:
    return [_plain(one) for one in many]


@lru_cache(maxsize=8)
def lexicon(lang: str) -> Lexicon:
    """Return the words of a language; English where there are none of it yet."""
    room = files("guide.documents.pictures")
    beside = room / f"{lang}.toml"
    known = bool(_LANGUAGE.match(lang)) and beside.is_file()
    return Lexicon(tomllib.loads((beside if known else room / "en.toml").read_text(encoding="utf-8")))
