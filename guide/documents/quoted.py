"""Finds what a child said inside somebody else's words: told by the child, or repeated letter for letter.

A worker's note is the worker's own to give, but what a child said in it is the child's.  Nothing is guessed
from the sense of words: a note counts as repeating a child when it was written down as coming from that
child, or when a run of the child's own words stands in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from guide.frozen import frozen

Json = Any

_RUN: Final = 5
"""So many words of a child's after one another are the child's; a shorter saying counts whole."""
_LEAST: Final = 3
"""A saying of one or two words stands in anybody's sentences."""
_ANY_WIDTH: Final = range(_LEAST, _RUN + 1)


@frozen
class Childs:
    """A child's part in what somebody else put down."""

    is_told: bool = False
    """Whether it was written down as coming from a child."""
    repeats: frozenset[frozenset[str]] = frozenset()
    """For each run of a child's words that stands in it, everything children said that holds the run."""


def said_by(record: Mapping[str, Json], people: frozenset[str]) -> dict[str, Mapping[str, Json]]:
    """Return what these people said, by its id: what stands on a sheet, and what stands on none.

    Answers that are on no sheet, or no longer; words before they were put right; a picture they told, what
    they saw differently in one, and what was urgent: nobody was ever given those.
    """
    standing = {one["id"]: one for one in _held(record)}
    answers = [one for one in record.get("answers") or () if isinstance(one.get("value"), str)]
    beside = {
        one["id"]: {**one, "text": one["value"]}
        for one in answers
        if standing.keys().isdisjoint(one.get("entries") or ())
    }
    every = {**dict(_never_given(record)), **beside, **standing}
    return {name: one for name, one in every.items() if whose(one) in people}


def _never_given(record: Mapping[str, Json]) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Yield what was said and can be given to nobody, under names of its own."""
    for one in _held(record):
        for at, was in enumerate(one.get("was") or ()):
            yield f"{one['id']} was {at}", {"by": one.get("by"), "text": str(was)}
    for panel in record.get("story") or ():
        yield panel["id"], {"by": panel.get("by"), "text": " ".join(map(str, panel.get("text") or ()))}
        for at, sentence in enumerate(panel.get("sentences") or ()):
            for number, each in enumerate(sentence.get("disputed_by") or ()):
                told = {"by": each.get("by"), "text": str(each.get("says") or "")}
                yield f"{panel['id']} {at} {number}", told
    for at, one in enumerate(record.get("urgent") or ()):
        yield f"urgent {at}", {"by": one.get("by"), "text": str(one.get("words") or "")}


def childs_part(record: Mapping[str, Json], children: frozenset[str]) -> dict[str, Childs]:
    """Return entry or rating to the child's part in it, for everything that others said and that has one."""
    held = {one["id"]: one for one in _held(record)}
    runs = childs_runs(record, children)
    found = {
        name: Childs(one.get("from") in children, repeated(list(_texts(one)), runs))
        for name, one in held.items()
        if whose(one) not in children
    }
    return {name: part for name, part in found.items() if part != Childs()}


def childs_runs(record: Mapping[str, Json], children: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return each run of words that is a child's, with everything children said that holds it."""
    return runs_of(said_by(record, children))


def runs_of(said: Mapping[str, Mapping[str, Json]]) -> dict[str, frozenset[str]]:
    """Return each run of words in what was said, with everything that holds it."""
    runs: dict[str, set[str]] = {}
    for name, one in said.items():
        for run in _runs(_texts(one)):
            runs.setdefault(run, set()).add(name)
    return {run: frozenset(names) for run, names in runs.items()}


def repeated(texts: Iterable[str], runs: Mapping[str, frozenset[str]]) -> frozenset[frozenset[str]]:
    """Return, for each of these runs that stands in the texts, everything that holds it."""
    return frozenset(runs[run] for run in _runs(texts, widths=_ANY_WIDTH) & runs.keys())


def whose(one: Mapping[str, Json]) -> str | None:
    """Return whose words these are: a guess is the words of whoever guessed."""
    found = one.get("guessed_by") or one.get("by")
    return str(found) if found else None


def _held(record: Mapping[str, Json]) -> Iterator[Mapping[str, Json]]:
    for sheet in (record.get("sheets") or {}).values():
        for places in ("areas", "scales"):
            for held in (sheet.get(places) or {}).values():
                yield from (one for one in held if isinstance(one, Mapping) and "name" not in one)


def _texts(one: Mapping[str, Json]) -> Iterator[str]:
    """Yield everything that is said in an entry or beside a mark."""
    yield str(one.get("text") or "")
    yield from (str(more.get("text") or "") for more in one.get("followups") or ())
    for part in ("because", "lower", "higher", "small_step"):
        yield from map(str, one.get(part) or ())


def _runs(texts: Iterable[str], widths: Iterable[int] = (_RUN,)) -> set[str]:
    """Return the runs of so many words in what was said; a shorter saying is one run."""
    found: set[str] = set()
    for text in texts:
        words = _plain(text)
        for wide in {min(width, len(words)) for width in widths}:
            if wide >= _LEAST:
                found |= {" ".join(words[at : at + wide]) for at in range(len(words) - wide + 1)}
    return found


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
