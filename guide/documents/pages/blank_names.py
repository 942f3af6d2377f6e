"""Fills a flow's texts where nobody is there yet: a name is a line to say it at, the rest stays out."""

from collections.abc import Mapping
from typing import Any, Final

from guide.flow.evaluate import fill
from guide.flow.model import ROLES, Flow, Pieces, Section, Wording

BLANK: Final = "____"
"""Where a name is said."""

_WORDS: Final = "…"
"""Where somebody's own words are said."""


class Nobody:
    """What an expression sees before a conversation: no answers, and nobody's name."""

    def __init__(self, flow: Flow, form: str, section: Section | None = None) -> None:
        """See a flow as one form has it, with the first level's words."""
        self._form = form
        self._level: Mapping[str, str] = next(iter(flow.levels.values()), {})
        own = (role for step in flow.steps.values() for role in (*step.roles, step.role) if role)
        self._roles = frozenset((*ROLES, *own))
        self._item = section.for_each.name if section and section.for_each else ""

    def name(self, name: str) -> Any:
        """Return the value of a name."""
        if name == "level":
            return self._level
        if name == "form":
            return self._form
        if name == self._item:
            return {"text": _WORDS, "name": BLANK, "by": BLANK}
        return {"name": BLANK} if name in self._roles else None

    def call(self, function: str, _argument: str) -> Any:
        """Return what a function gives: people are blanks, nothing else is there."""
        return BLANK if function in {"people", "named"} else None


def worded(wording: Wording | None, band: str, sight: Nobody) -> str:
    """Return a text for a band with its blanks; nothing for no text."""
    return "" if wording is None else plain(wording.for_band(band), sight)


def plain(pieces: Pieces, sight: Nobody) -> str:
    """Return pieces with their blanks."""
    return fill(pieces, sight).strip()
