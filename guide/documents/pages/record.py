"""The full record: every answer by section, with the question as it was put, and all that belongs to the file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guide.documents.face import Face
from guide.documents.names import Names
from guide.documents.quotes import Quote, Quoting
from guide.documents.shapes import Flow, Sheet, Step

Json = Any


@dataclass(frozen=True)
class Given:
    """One answer as it was given."""

    asked: str
    text: str
    """The person's words; empty when it was passed."""
    note: str
    """What the program says in their place: passed, put off, given but not shown."""
    who: str
    when: str
    aside: bool = False
    """Set aside: the conversation took another way."""
    was: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    """What was asked about it afterwards, and the words."""
    places: tuple[str, ...] = ()
    """Where on the sheets it stands."""
    share: tuple[str, ...] = ()
    quote: Quote | None = None


@dataclass(frozen=True)
class Part:
    """A titled part of the record."""

    title: str
    given: tuple[Given, ...]


@dataclass(frozen=True)
class Full:
    """The whole record."""

    title: str
    whom: str
    face: Face
    people: tuple[str, ...]
    parts: tuple[Part, ...]
    asides: tuple[Given, ...] = ()
    urgent: tuple[tuple[str, ...], ...] = ()
    gaps: tuple[str, ...] = ()
    layout: str = "record"


@dataclass(frozen=True)
class _Standing:
    """Where an entry stands, and how it stands there."""

    entry: Mapping[str, Json]
    areas: list[str] = field(default_factory=list)


def record_page(record: Mapping[str, Json], flow: Flow, sheets: tuple[Sheet, ...], quoting: Quoting,
                face: Face, whom: str) -> Full:  # fmt: skip
    """Return everything that may be seen, by section."""
    return _Writer(record, flow, sheets, quoting, _standing(record, sheets)).page(face, whom)


@dataclass(frozen=True)
class _Writer:
    record: Mapping[str, Json]
    flow: Flow
    sheets: tuple[Sheet, ...]
    quoting: Quoting
    standing: Mapping[str, _Standing]

    @property
    def names(self) -> Names:
        return self.quoting.names

    def say(self, key: str, **given: object) -> str:
        return self.names.voice.say(key, **given)

    def page(self, face: Face, whom: str) -> Full:
        parts = (*self._sections(), self._by_hand(), self._lines(), self._put_off())
        return Full(
            self.say("record.title"),
            whom,
            face,
            tuple(self._person(one) for one in self.record.get("people") or ()),
            tuple(part for part in parts if part.given),
            asides=tuple(self._aside(one) for one in self.record.get("asides") or ()),
            urgent=tuple(self._urgent(one) for one in self.record.get("urgent") or ()),
            gaps=tuple(str(one.get("says", "")) for one in self.record.get("gaps") or ()),
        )

    def _person(self, person: Mapping[str, Json]) -> str:
        role = str(person.get("as", ""))
        known = self.names.voice.knows(f"roles.{role}")
        parts = [self.names.of(person["id"]), self.say(f"roles.{role}") if known else role.replace("_", " ")]
        parts += [str(person["age"])] if person.get("age") is not None else []
        parts += [self.say("record.left")] if person.get("left") else []
        return ", ".join(part for part in parts if part)

    def _sections(self) -> Iterable[Part]:
        """Return the answers in the sections they were given in; where a step is unknown, by themselves."""
        by_section: dict[str, list[Given]] = {section.id: [] for section in self.flow.sections}
        for answer in self.record.get("answers") or ():
            step = self.flow.steps.get(str(answer.get("step")))
            by_section.setdefault(step.section if step else "", []).append(self._given(answer, step))
        titles = {section.id: section.title for section in self.flow.sections}
        return [Part(titles.get(name, self.flow.title), tuple(given)) for name, given in by_section.items()]

    def _given(self, answer: Mapping[str, Json], step: Step | None) -> Given:
        linked = [self.standing[name] for name in answer.get("entries") or () if name in self.standing]
        quote = self.quoting.quote(linked[0].entry) if linked else None
        entry = linked[0].entry if linked else {}
        text, note = self._value(answer, step)
        text = "\n".join(str(one.entry.get("text") or "") for one in linked) or text
        who = quote.who if quote else self.names.of(answer["by"]) if answer.get("by") else ""
        return Given(
            asked=str(answer.get("asked") or ""),
            text=text,
            note=note,
            who=who,
            when=self.names.voice.time(str(answer.get("at") or "")),
            aside=answer.get("status") == "aside",
            was=tuple(map(self._written, answer.get("was") or ())) or tuple(entry.get("was") or ()),
            more=_more(entry),
            places=tuple(place for one in linked for place in one.areas),
            share=self._share(entry),
            quote=quote,
        )

    def _value(self, answer: Mapping[str, Json], step: Step | None) -> tuple[str, str]:
        """Return the words of an answer, and what the program says where there are none."""
        passed, value = answer.get("pass"), answer.get("value")
        if passed:
            known = self.names.voice.knows(f"record.passed_{passed}")
            return "", self.say(f"record.passed_{passed}") if known else str(passed)
        if isinstance(value, Mapping) and value.get("given") is True:
            return "", self.say("record.given")
        if value is None:
            return "", self.say("record.later") if answer.get("status") == "later" else ""
        if step is not None and step.options:
            keys = value if isinstance(value, list) else [value]
            return "\n".join(step.options.get(str(key)) or str(key) for key in keys), ""
        return self._written(value), ""

    def _written(self, value: Json) -> str:
        """Return any value as it can be read: lists line by line, people and areas by their names."""
        match value:
            case None:
                return ""
            case bool():
                return self.say("record.yes" if value else "record.no")
            case int() | float():
                return f"{value:g}"
            case list() | tuple():
                return "\n".join(text for text in map(self._written, value) if text)
            case Mapping() if "name" in value:
                return str(value["name"])
            case Mapping():
                lines = [(self._called(str(key)), self._written(one)) for key, one in value.items()]
                return "\n".join(f"{key}: {text}" for key, text in lines if text)
            case _:
                return self._called(str(value))

    def _called(self, word: str) -> str:
        """Return a person's name, an area's title or an entry's words for its id; other words as they are."""
        if word in self.names.people:
            return self.names.of(word)
        for sheet in self.sheets:
            found = next((area.title for area in sheet.areas if area.id == word), "")
            if found:
                return found
        return word

    def _share(self, entry: Mapping[str, Json]) -> tuple[str, ...]:
        lines = []
        for viewer, one in (entry.get("share") or {}).items():
            wish = str(one.get("wish") or "undecided")
            known = self.names.voice.knows(f"record.{wish}")
            said = self.say(f"record.{wish}") if known else wish
            if one.get("words"):
                said = self.say("record.yes_but", wish=said, words=one["words"])
            cleared = one.get("cleared")
            by = cleared.get("by") if isinstance(cleared, Mapping) else cleared
            done = (
                self.say("record.cleared", name=self.names.of(by)) if by else self.say("record.not_cleared")
            )
            why = f" ({cleared['why']})" if isinstance(cleared, Mapping) and cleared.get("why") else ""
            lines.append(
                self.say("record.share", viewer=self.names.of(viewer), wish=said, cleared=done) + why
            )
        return tuple(lines)

    def _by_hand(self) -> Part:
        """Return what stands on a sheet without having been an answer."""
        linked = {name for answer in self.record.get("answers") or () for name in answer.get("entries") or ()}
        given = []
        for name, one in self.standing.items():
            if name in linked:
                continue
            quote, entry = self.quoting.quote(one.entry), one.entry
            when = self.names.voice.time(str(entry.get("at") or ""))
            given.append(Given(str(entry.get("asked") or ""), quote.text, "", quote.who, when, was=quote.was,
                               more=_more(entry), places=tuple(one.areas), share=self._share(entry), quote=quote))  # fmt: skip
        return Part(self.say("record.hand"), tuple(given))

    def _lines(self) -> Part:
        given = []
        for sheet in self.sheets:
            held = (self.record.get("sheets") or {}).get(sheet.id) or {}
            for area in sheet.areas:
                for rating in (held.get("scales") or {}).get(area.id) or ():
                    given.append(self._rating(rating, f"{sheet.title}: {area.title}"))
        return Part(self.say("record.lines"), tuple(given))

    def _rating(self, rating: Mapping[str, Json], place: str) -> Given:
        mark = self.quoting.mark(rating)
        more = [("", text) for text in mark.because]
        for key in ("lower", "higher", "small_step"):
            more += [(self.say(f"line.{key}"), text) for text in getattr(mark, key)]
        when = self.names.voice.time(str(rating.get("at") or ""))
        was = tuple(map(self._written, rating.get("was") or ()))
        return Given(str(rating.get("asked") or ""), mark.says, "", self.quoting.guess(rating), when, was=was,
                     more=tuple(more), places=(place,), share=self._share(rating))  # fmt: skip

    def _put_off(self) -> Part:
        given = []
        for one in self.record.get("later") or ():
            asked = str(one.get("asked") or one.get("step") or "") if isinstance(one, Mapping) else str(one)
            given.append(Given(asked, "", self.say("record.later"), "", ""))
        return Part(self.say("record.later_title"), tuple(given))

    def _aside(self, one: Mapping[str, Json]) -> Given:
        who = self.names.of(one.get("by"))
        who = f"{who} · {self.say('record.seen')}" if one.get("seen") else who
        return Given("", str(one.get("text") or ""), "", who, self.names.voice.time(str(one.get("at") or "")))

    def _label(self, key: str) -> str:
        return self.say(f"urgent.{key}") if self.names.voice.knows(f"urgent.{key}") else key.replace("_", " ")

    def _urgent(self, one: Json) -> tuple[str, ...]:
        if not isinstance(one, Mapping):
            return (str(one),)
        held = {key: value for key, value in one.items() if key not in {"id", "at"}}
        at = self.names.voice.time(str(one.get("at") or ""))
        lines = [
            f"{self._label(key)}: {text}" for key, value in held.items() if (text := self._written(value))
        ]
        return tuple(line for line in (at, *lines) if line)


def _standing(record: Mapping[str, Json], sheets: tuple[Sheet, ...]) -> dict[str, _Standing]:
    """Return every entry with the places where it stands."""
    standing: dict[str, _Standing] = {}
    for sheet in sheets:
        areas = ((record.get("sheets") or {}).get(sheet.id) or {}).get("areas") or {}
        for area in sheet.areas:
            for one in areas.get(area.id) or ():
                if isinstance(one, Mapping) and "text" in one:
                    standing.setdefault(one["id"], _Standing(one)).areas.append(
                        f"{sheet.title}: {area.title}"
                    )
    return standing


def _more(entry: Mapping[str, Json]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(one.get("asked") or ""), str(one.get("text") or "")) for one in entry.get("followups") or ()
    )
