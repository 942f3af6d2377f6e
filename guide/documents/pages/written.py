"""Writes any value of a record so that it can be read: keys as labels, ids as names, areas and words."""

from collections.abc import Mapping
from typing import Any

from guide.documents.names import Names
from guide.documents.shapes import Sheet, Step
from guide.frozen import field, frozen

Json = Any


@frozen
class Standing:
    """An entry and everywhere it stands."""

    entry: Mapping[str, Json]
    areas: list[str] = field(default_factory=list)


@frozen
class Written:
    """Writes the values of one record."""

    names: Names
    sheets: tuple[Sheet, ...]
    standing: Mapping[str, Standing]

    def say(self, key: str, **given: object) -> str:
        """Say something in the program's own voice."""
        return self.names.voice.say(key, **given)

    def answer(self, answer: Mapping[str, Json], step: Step | None) -> tuple[str, str]:
        """Return the words of an answer, and what the program says where there are none."""
        passed, value = answer.get("pass"), answer.get("value")
        if answer.get("given"):
            return "", self.say("record.given")
        if passed:
            known = self.names.voice.knows(f"record.passed_{passed}")
            return "", self.say(f"record.passed_{passed}") if known else str(passed)
        if step is not None and step.kind == "timer":
            return "", self.say("record.wrote")
        if value is None:
            return "", self.say("record.later") if answer.get("status") == "later" else ""
        if step is not None and step.options:
            keys = value if isinstance(value, list) else [value]
            return "\n".join(step.options.get(str(key)) or str(key) for key in keys), ""
        return self.value(value), ""

    def value(self, value: Json) -> str:
        """Return any value as text: lists line by line, what has a name by its name."""
        match value:
            case None:
                return ""
            case bool():
                return self.say("record.yes" if value else "record.no")
            case int() | float():
                return f"{value:g}"
            case list() | tuple():
                return "\n".join(text for text in map(self.value, value) if text)
            case Mapping() if "name" in value:
                return str(value["name"])
            case Mapping():
                lines = [(self.called(str(key)), self.value(one)) for key, one in value.items()]
                return "\n".join(f"{key}: {text}" for key, text in lines if text)
            case _:
                return self.called(str(value))

    def called(self, word: str) -> str:
        """Return a person's name, an area's title or an entry's words for its id; other words as they are."""
        if word in self.names.people:
            return self.names.of(word)
        if word in self.standing:
            return str(self.standing[word].entry.get("text") or "")
        titles = {area.id: area.title for sheet in self.sheets for area in sheet.areas}
        return titles.get(word, word)

    def role(self, person: Mapping[str, Json]) -> str:
        """Return who somebody is here: name, role, age, and whether they have left."""
        role = str(person.get("as", ""))
        known = self.names.voice.knows(f"roles.{role}")
        parts = [
            self.names.of(person["id"]),
            self.say(f"roles.{role}") if known else role.replace("_", " "),
            str(person["age"]) if person.get("age") is not None else "",
            self.say("record.left") if person.get("left") else "",
        ]
        return ", ".join(part for part in parts if part)

    def share(self, one: Mapping[str, Json]) -> tuple[str, ...]:
        """Return both decisions about showing it, a line for each viewer."""
        return tuple(self._shared(viewer, each) for viewer, each in (one.get("share") or {}).items())

    def _shared(self, viewer: str, decision: Mapping[str, Json]) -> str:
        wish = str(decision.get("wish") or "undecided")
        said = self.say(f"record.{wish}") if self.names.voice.knows(f"record.{wish}") else wish
        if decision.get("words"):
            said = self.say("record.yes_but", wish=said, words=decision["words"])
        cleared = decision.get("cleared") or {}
        stamp = cleared if isinstance(cleared, Mapping) else {"by": cleared}
        by = stamp.get("by")
        done = self.say("record.cleared", name=self.names.of(by)) if by else self.say("record.not_cleared")
        why = f" ({stamp['why']})" if stamp.get("why") else ""
        return self.say("record.share", viewer=self.names.of(viewer), wish=said, cleared=done) + why

    def urgent(self, one: Json) -> tuple[str, ...]:
        """Return something urgent line by line: when, and all that was written down about it."""
        if not isinstance(one, Mapping):
            return (str(one),)
        held = {key: self.value(value) for key, value in one.items() if key not in {"id", "at"}}
        told = (f"{self._label(key)}: {text}" for key, text in held.items() if text)
        lines = (self.names.voice.time(str(one.get("at") or "")), *told)
        return tuple(line for line in lines if line)

    def _label(self, key: str) -> str:
        known = self.names.voice.knows(f"urgent.{key}")
        return self.say(f"urgent.{key}") if known else key.replace("_", " ")


def standing_in(record: Mapping[str, Json], sheets: tuple[Sheet, ...]) -> dict[str, Standing]:
    """Return every entry with the places where it stands."""
    standing: dict[str, Standing] = {}
    for sheet in sheets:
        areas = ((record.get("sheets") or {}).get(sheet.id) or {}).get("areas") or {}
        for area in sheet.areas:
            for one in areas.get(area.id) or ():
                if isinstance(one, Mapping) and "text" in one:
                    place = f"{sheet.title}: {area.title}"
                    standing.setdefault(one["id"], Standing(one)).areas.append(place)
    return standing
