"""Reads the words as a child or a family will: whether they lead, hurry, blame or talk over a head.

Nothing here is certain.  It asks whoever writes the flow to look again; only names a child has not spoken,
and sorting in front of a family, are refused.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from guide.flow.findings import Finding, finding
from guide.flow.gathered import Condition, Spoken
from guide.flow.jargon import jargon
from guide.flow.model import With
from guide.flow.reading import Reading

MOST_WORDS: Final = {
    "younger": 12,
    "adapted": 12,
    "middle": 16,
    "teen": 20,
    "any": 16,
    "adult": 25,
    "observer": 25,
}
"""Words in one sentence, by band; the adults' figure is that of plain language."""

_BAND: Final = {
    "younger": "younger children", "adapted": "adapted wording", "middle": "the middle years",
    "teen": "teenagers", "any": "one wording for all", "adult": "adults", "observer": "observers",
}  # fmt: skip
_QUESTIONS: Final = frozenset(
    {"text", "more", "because", "lower", "higher", "small_step", "ask", "read_back"}
)
_SHOWN: Final = _QUESTIONS | {"why", "options", "zero", "ten", "title"}
_ADULTS: Final = frozenset({"adult", "observer"})
_PERSON: Final = (
    r"(?:mum|mummy|mam|mom|mother|dad|daddy|father|step-?(?:mum|dad|mother|father)|nan|nana|nain|gran|granny"
    r"|grandma|grandpa|grandad|taid|brother|sister|uncle|aunt|auntie|parents?|family|teacher)"
)
_ACT: Final = (
    r"(?:hits?|hitting|smack\w*|slap\w*|punch\w*|kick\w*|hurt(?:s|ing)?|shout\w*|yell\w*|scream\w*|touch\w*|drinks?"
    r"|drinking|drunk|drugs?|fight\w*|arrest\w*|violen\w+|abus\w+|threaten\w*)"
)
_LEADS: Final = (
    r"\b(?:is|are|was|were|do|does|did|has|have|ca|could|wo|would|should)n[’']t (?:it|s?he|they|you|we)\b",
    rf"\b(?:did|does|has|was|is) (?:he|she|they|(?:your )?{_PERSON}|any(?:one|body)|some(?:one|body))\b",
    r"\b(?:(?:you|that|it) must (?:feel|be|have)|(?:is|was) it because)\b",
    r",\s*(?:right|yes|no|okay|ok)\?\s*$",
    r"\b(?:do|don[’']t) you (?:think|agree|want to tell)\b",
)
_HELPER: Final = re.compile(
    r"\b(?:(?:the|this) child|the young person|ask (?:him|her|them)\b|read (?:it |this )?aloud to"
    r"|let (?:him|her|them)|write down (?:exactly )?what (?:he|she|they)|note for"
    r"|for the (?:worker|helper)|(?:worker|helper)s?:)",
    re.IGNORECASE,
)
_TWO: Final = re.compile(
    r"\band (?:also )?(?:who|what|where|when|how|which|do|does|did|is|are|was)\b", re.IGNORECASE
)
_WHY: Final = re.compile(r"\b(?:why|how come|what for)\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?:…])[\"”’']?\s+")


def check_wording(reading: Reading) -> Iterator[Finding]:
    """Yield what a child or a family should not have to read."""
    held = {section.id: section.held_with for section in reading.flow.sections}
    for spoken in reading.compiled.gathered.texts:
        with_whom = held.get(spoken.section, "worker")
        if with_whom in {"child", "family"} and spoken.key in _SHOWN:
            yield from _read(spoken, with_whom)
    for condition in reading.compiled.gathered.conditions:
        if held.get(condition.section) == "child":
            yield from _names(reading, condition)
    yield from _sorting(reading, held)


def _read(spoken: Spoken, with_whom: With) -> Iterator[Finding]:
    text = "".join(piece if isinstance(piece, str) else "Rosa" for piece in spoken.pieces)
    place = spoken.place
    for code, words, instead in jargon(text):
        yield finding(code, place, words=words, instead=instead)
    if with_whom != "child":
        return
    yield from _length(spoken, text)
    if spoken.band in _ADULTS:
        return
    if helper := _HELPER.search(text):
        yield finding("G107", place, words=helper[0])
    if spoken.kind in {"say", "timer", "section"} or spoken.key not in _QUESTIONS:
        return
    yield from _question(spoken, text)


def _length(spoken: Spoken, text: str) -> Iterator[Finding]:
    most = MOST_WORDS[spoken.band]
    longest = max(len(sentence.split()) for sentence in _SENTENCE.split(text))
    if longest > most:
        yield finding("G102", spoken.place, length=longest, band=_BAND[spoken.band], most=most)


def _question(spoken: Spoken, text: str) -> Iterator[Finding]:
    place = spoken.place
    if leads := _leads().search(text):
        yield finding("G100", place, words=leads[0])
    if text.count("?") > 1 or ("?" in text and _TWO.search(text)):
        yield finding("G101", place)
    if why := _WHY.search(text):
        yield finding("G103", place, words=why[0])
    if "?" in text and (named := _unspoken().search("".join(p for p in spoken.pieces if isinstance(p, str)))):
        yield finding("G104", place, words=named[0])


@cache
def _leads() -> re.Pattern[str]:
    return re.compile("|".join(_LEADS), re.IGNORECASE)


@cache
def _unspoken() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_PERSON}|{_ACT})\b", re.IGNORECASE)


def _names(reading: Reading, condition: Condition) -> Iterator[Finding]:
    """Yield names in a child's text that the child may not have spoken."""
    if condition.key in {"when", "then", "for_each"}:
        return
    for name in _people_in(condition.tree):
        if name in reading.roles and name not in reading.flow.steps and name not in {"child", "worker"}:
            yield finding("G108", condition.place, words=name)


def _people_in(tree: object) -> Iterator[str]:
    match tree:
        case ["name", str(name)] | ["call", "people", str(name)]:
            yield name
        case list():
            for part in tree:
                yield from _people_in(part)


def _sorting(reading: Reading, held: dict[str, With]) -> Iterator[Finding]:
    for step in reading.steps():
        with_whom = held[step.section]
        if step.kind == "sort" and with_whom in {"child", "family"}:
            whom = "a child" if with_whom == "child" else "a family"
            yield finding("G109", reading.place_of(step.id), whom=whom)
