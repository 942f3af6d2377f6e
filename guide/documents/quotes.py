"""One thing said, as it stands on a paper: the words as they were heard, and whose they are."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.documents.names import Names
from guide.documents.quoted import whose
from guide.documents.sharing import disputes
from guide.frozen import frozen

Json = Any

TEN: Final = 10
"""The highest mark of a line; a child's stones may be fewer."""

_TAKEN: Final = re.compile(r"[0-9a-f]{6,}:[a-z]\d+\Z")
"""What something was taken from, where it stood in an earlier conversation: its session and its id there."""
_FORMS: Final = frozenset({"said", "wrote", "drew", "pointed", "signed", "picked", "composed", "observed"})


@frozen
class Disagreement:
    """Somebody who sees it differently, and how they put it."""

    who: str
    words: str


@frozen
class Quote:
    """One thing said."""

    id: str
    text: str
    who: str
    """Whose words, and whether said, written or drawn."""
    source: str = ""
    """How they know, and when it was."""
    more: tuple[str, ...] = ()
    """What was said about it afterwards."""
    was: tuple[str, ...] = ()
    """The words it was first put in."""
    agreed: str = ""
    disputed: tuple[Disagreement, ...] = ()
    together: tuple[str, ...] = ()
    """With whom only it may be read."""
    number: int = 0
    """Its number, when something else answers to it."""
    answers: int = 0
    """The number of what it answers to: a goal and its worry."""
    answers_to: str = ""
    """The same in words."""
    origin: str = ""
    """Where it comes from: what was asked, and when it was said; as far as this reader may know."""

    @property
    def small(self) -> tuple[str, ...]:
        """What is printed small beside the words, in order."""
        agreed = "" if self.disputed else self.agreed
        return tuple(one for one in (self.who, self.answers_to, self.source, agreed, *self.together) if one)


@frozen
class Mark:
    """One person's place on a line."""

    id: str
    name: str
    value: float
    of: int
    hollow: bool
    """A guess, by somebody who is not the one it is about."""
    says: str
    """The mark in words: "Katy: 7, a guess by Aoife"."""
    because: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    higher: tuple[str, ...] = ()
    small_step: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The value as one writes it: 4, 3.5."""
        return f"{self.value:g}"


@frozen
class Quoting:
    """Turns entries and ratings of one record into what stands on a paper."""

    names: Names
    pairs: Mapping[str, str]
    """Entry to the entry it was asked about: a goal to its worry."""
    numbers: Mapping[str, int]
    """Entry to the number it carries because another one answers to it."""

    def quote(self, entry: Json) -> Quote:
        """Return one entry as it stands on a paper."""
        if not isinstance(entry, Mapping) or "text" not in entry:
            return self._person(entry)
        answers = self.numbers.get(self.pairs.get(entry["id"], ""), 0)
        return Quote(
            id=entry["id"],
            text=str(entry.get("text") or ""),
            who=self._who(entry),
            source=self._source(entry),
            more=tuple(str(one.get("text") or "") for one in entry.get("followups") or ()),
            was=tuple(first for first in map(_words, entry.get("was") or ()) if first),
            agreed=self._agreed(entry),
            disputed=tuple(
                Disagreement(self._say("who.dispute", name=self.names.of(who)), words)
                for who, words in disputes(entry.get("disputed_by"))
            ),
            together=self._together(entry),
            number=self.numbers.get(entry["id"], 0),
            answers=answers,
            answers_to=self._say("who.answers_to", number=answers) if answers else "",
            origin=self._origin(entry),
        )

    def quotes(self, entries: Iterable[Json]) -> tuple[Quote, ...]:
        """Return several entries as they stand on a paper."""
        return tuple(self.quote(one) for one in entries)

    def mark(self, rating: Mapping[str, Json]) -> Mark:
        """Return one rating as it stands on a line."""
        value, of = float(rating.get("value") or 0), int(rating.get("of") or 10)
        name, shown = self.names.of(rating.get("by")), f"{float(rating.get('value') or 0):g}"
        shown = shown if of == TEN else self._say("line.stones", value=shown, of=of)
        guesser = rating.get("guessed_by")
        says = (
            self._say("line.guessed", name=name, value=shown, by=self.names.of(guesser))
            if guesser
            else self._say("line.mark", name=name, value=shown)
        )
        reasons = {key: _listed(rating.get(key)) for key in ("because", "lower", "higher", "small_step")}
        return Mark(str(rating.get("id", "")), name, value, of, bool(guesser), says, **reasons)

    def guess(self, rating: Mapping[str, Json]) -> str:
        """Return "Aoife's guess", or nothing for somebody's own mark."""
        if not rating.get("guessed_by"):
            return ""
        return self._say("who.guess", name=self.names.of(whose(rating)))

    def _say(self, key: str, **given: object) -> str:
        return self.names.voice.say(key, **given)

    def _person(self, entry: Json) -> Quote:
        """Return somebody who stands on a sheet, such as in a network."""
        who = entry.get("id") or entry.get("person") if isinstance(entry, Mapping) else entry
        person = self.names.people.get(str(who))
        name = (
            person.name
            if person
            else str(entry.get("name") or "")
            if isinstance(entry, Mapping)
            else str(entry)
        )
        role = person.role if person else ""
        known = self.names.voice.knows(f"roles.{role}")
        return Quote(str(who), name, self._say(f"roles.{role}") if known else role.replace("_", " "))

    def _who(self, entry: Mapping[str, Json]) -> str:
        by, form, typed = entry.get("by"), str(entry.get("form") or "said"), entry.get("typed_by")
        person = self.names.people.get(str(by))
        if form not in _FORMS or (form == "said" and person is not None and person.is_team):
            form = "plain"
        said = self._say(f"who.{form}", name=self.names.of(by))
        if typed and typed != by and form == "said":
            return f"{said} · {self._say('who.typed', name=self.names.of(typed))}"
        return said

    def _source(self, entry: Mapping[str, Json]) -> str:
        source, told_by, about = entry.get("source"), entry.get("from"), entry.get("about")
        parts = []
        if told_by and _TAKEN.match(str(told_by)):
            parts.append(self._say("who.taken"))
            source, told_by = "", ""
        match source:
            case "seen" | "told" if not told_by:
                parts.append(self._say(f"who.{source}_by_somebody"))
            case "seen" | "told":
                parts.append(self._say(f"who.{source}", name=self.names.of(told_by)))
            case "read":
                parts.append(self._say("who.read_in", name=told_by) if told_by else self._say("who.read"))
            case "research":
                parts.append(self._say("who.research"))
            case _ if told_by:
                parts.append(self._say("who.told", name=self.names.of(told_by)))
            case _:
                pass
        if about and entry["id"] not in self.pairs:
            parts.append(self._say("who.about", name=self.names.of(about)))
        return " · ".join(parts)

    def _origin(self, entry: Mapping[str, Json]) -> str:
        asked, at = str(entry.get("asked") or ""), str(entry.get("at") or "")
        told = self._say("who.asked", question=asked) if asked else ""
        parts = (told, self.names.voice.time(at) if at else "")
        return " · ".join(part for part in parts if part)

    def _agreed(self, entry: Mapping[str, Json]) -> str:
        agreed = entry.get("agreed_by") or ()
        return self._say("who.agree", names=self.names.all(agreed)) if agreed else ""

    def _together(self, entry: Mapping[str, Json]) -> tuple[str, ...]:
        wished = any(one.get("wish") == "with-me" for one in (entry.get("share") or {}).values())
        return (self._say("who.together", name=self.names.of(entry.get("by"))),) if wished else ()


def quoting(record: Mapping[str, Json], whole: Mapping[str, Json], names: Names) -> Quoting:
    """Return what turns this record into quotes; `whole` tells only which entry was asked about which."""
    shown = [
        one["id"]
        for sheet in (record.get("sheets") or {}).values()
        for held in (sheet.get("areas") or {}).values()
        for one in held
        if isinstance(one, Mapping) and "text" in one
    ]
    linked = _pairs(whole)
    pairs = {name: linked[name] for name in shown if linked.get(name) in shown}
    order = [name for name in dict.fromkeys(shown) if name in pairs.values()]
    return Quoting(names, pairs, {name: number for number, name in enumerate(order, 1)})


def _pairs(whole: Mapping[str, Json]) -> dict[str, str]:
    """Return entry to the entry it was said about: as the record says, or as the question went over it."""
    entries: dict[str, str] = {}
    for sheet in (whole.get("sheets") or {}).values():
        for held in (sheet.get("areas") or {}).values():
            entries.update((one["id"], one.get("about") or "") for one in held if isinstance(one, Mapping))
    asked = {
        name: str(answer["of"])
        for answer in whole.get("answers") or ()
        if answer.get("of") in entries
        for name in answer.get("entries") or ()
    }
    return {name: about if about in entries else asked.get(name, "") for name, about in entries.items()}


def _listed(value: Json) -> tuple[str, ...]:
    """Return reasons as a list, also where only one was written."""
    if not value:
        return ()
    return (value,) if isinstance(value, str) else tuple(str(one) for one in value)


def _words(first: Json) -> str:
    """Return the first words of something put right, however the record writes them."""
    if isinstance(first, Mapping):
        return str(first.get("text") or "")
    return str(first) if first is not None else ""
