"""Reads the pages of a story for words that should be looked at again; it asks, and never decides.

Only English is read for single words.  A page may well keep what is asked about: a person looks.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from guide.frozen import frozen
from guide.map.model import Panel
from guide.map.sight import Sight

_LOOKS: Final[Mapping[str, re.Pattern[str]]] = {
    "label": re.compile(
        r"\b(neglect\w*|domestic (?:violence|abuse)|(?:substance |alcohol )?misuse|abus(?:e|ed|es|ive)"
        r"|mental health|contact|placements?|siblings?|perpetrators?|incidents?|issues|concerns"
        r"|professionals|services|interventions?|assessments?)\b",
        re.IGNORECASE,
    ),
    "blame": re.compile(
        r"(?<!not )(?<!never )\b(because (?:of )?you|your fault|if only|refused|chose to"
        r"|made (?:him|her|mum|dad|them) (?:do|hit|angry|cross|shout|drink))\b",
        re.IGNORECASE,
    ),
    "promise": re.compile(
        r"\b(promises?|will never|you will (?:come|go|be) home|will be (?:fine|all right|ok|okay)"
        r"|everything is (?:fine|all right|ok|okay))\b",
        re.IGNORECASE,
    ),
}
"""A grown-ups' label, what could be read as blame, and what nobody may be able to keep."""

_MOST: Final = {"younger": 25, "adapted": 25, "observer": 25, "middle": 40, "teen": 60, "adult": 60}
"""Band to how many words a page has at most."""


@frozen
class Doubt:
    """Something on one page that somebody should look at again."""

    kind: str
    """label, blame, promise or long."""
    panel: str
    page: int
    words: str = ""
    many: int = 0
    most: int = 0


def doubts_of(sight: Sight) -> Iterator[Doubt]:
    """Yield what should be looked at again, page by page."""
    most = _most_words(sight)
    for page, panel in enumerate(sight.panels(), 1):
        if sight.record.lang.startswith("en"):
            yield from _worded(panel, page)
        many = len(" ".join(panel.text).split())
        if many > most:
            yield Doubt("long", panel.id, page, many=many, most=most)


def _worded(panel: Panel, page: int) -> Iterator[Doubt]:
    text = "\n".join(panel.text)
    for kind, looks in _LOOKS.items():
        for words in dict.fromkeys(found[0] for found in looks.finditer(text)):
            yield Doubt(kind, panel.id, page, words)


def _most_words(sight: Sight) -> int:
    """Return how many words a page may have for the oldest child it is for."""
    bands = [one.understanding for one in sight.record.of_roles(("child",))]
    return max((_MOST.get(one, 0) for one in bands), default=0) or _MOST["middle"]
