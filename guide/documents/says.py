"""Says what papers say in the program's own voice, in the language of the conversation."""

import re
import tomllib
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from guide.frozen import frozen

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}\Z")


@frozen
class Voice:
    """The program's own words in one language."""

    lang: str
    """The language the words are really in, for the page's `lang`."""
    words: Any

    def say(self, key: str, **given: object) -> str:
        """Return the sentence `table.key` with what is given put in; raises KeyError for an unknown one."""
        table, _, name = key.partition(".")
        sentence: str = self.words[table][name]
        return sentence.format(**given)

    def knows(self, key: str) -> bool:
        """Return whether there is such a sentence."""
        table, _, name = key.partition(".")
        return bool(self.words.get(table, {}).get(name))

    def join(self, names: Iterable[str]) -> str:
        """Return names as one reads them aloud: "Dee, Rob and Ash"."""
        *before, last = list(names) or [""]
        return f"{self.words['list_comma'].join(before)} {self.words['and']} {last}" if before else last

    def date(self, at: str) -> str:
        """Return a time of the record, which is UTC, as the day it was here; other texts as they are."""
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            return at
        if moment.tzinfo is not None:
            moment = moment.astimezone()
        month = self.words["months"][moment.month - 1]
        day: str = self.words["day"]
        return day.format(day=moment.day, month=month, year=moment.year)

    def time(self, at: str) -> str:
        """Return the day and the time of day it was here."""
        try:
            moment = datetime.fromisoformat(at).astimezone()
        except ValueError:
            return at
        return f"{self.date(at)}, {moment:%H:%M}"


@lru_cache(maxsize=8)
def voice(lang: str) -> Voice:
    """Return the voice for a language; English where papers have not been put into it yet."""
    room = files("guide.documents")
    beside = room / f"{lang}.toml"
    known = bool(_LANGUAGE.match(lang)) and beside.is_file()
    text = (beside if known else room / "en.toml").read_text(encoding="utf-8")
    return Voice(lang if known else "en", tomllib.loads(text))
