"""The full record: every answer by section with the question as it was put, and all that is for the file."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guide.documents.face import Face
from guide.documents.pages.written import Written, standing_in
from guide.documents.quotes import Disagreement, Quoting
from guide.documents.shapes import Area, Flow, Sheet, Step
from guide.frozen import frozen

Json = Any


@frozen
class Given:
    """One answer as it was given."""

    asked: str
    text: str
    """The person's words; empty when it was passed."""
    who: str
    when: str
    note: str = ""
    """What the program says in their place: passed, put off, given but not shown."""
    source: str = ""
    aside: bool = False
    """Set aside: the conversation took another way."""
    was: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    """What was asked about it afterwards, and the words."""
    places: tuple[str, ...] = ()
    """Where on the sheets it stands."""
    agreed: str = ""
    disputed: tuple[Disagreement, ...] = ()
    share: tuple[str, ...] = ()
    id: str = ""
    """Of what stands on a sheet, else of the answer."""

    @property
    def origin(self) -> tuple[str, ...]:
        """Who, how it is known, when, and where it stands: as much of it as there is."""
        return tuple(filter(None, (self.who, self.source, self.when, *self.places)))


@frozen
class Part:
    """A titled part of the record."""

    title: str
    given: tuple[Given, ...]


@frozen
class Full:
    """The whole record."""

    title: str
    whom: str
    face: Face
    people: tuple[str, ...]
    parts: tuple[Part, ...]
    asides: tuple[Given, ...]
    urgent: tuple[tuple[str, ...], ...]
    gaps: tuple[str, ...]
    layout: str = "record"


@frozen
class Recording:
    """Lays out one record."""

    record: Mapping[str, Json]
    flow: Flow
    sheets: tuple[Sheet, ...]
    quoting: Quoting
    written: Written

    def page(self, face: Face, whom: str) -> Full:
        """Return everything that may be seen, by section."""
        parts = (*self._sections(), self._by_hand(), self._lines(), self._put_off())
        held = self.record.get
        return Full(
            self.written.say("record.title"),
            whom,
            face,
            people=tuple(self.written.role(one) for one in held("people") or ()),
            parts=tuple(part for part in parts if part.given),
            asides=tuple(self._aside(one) for one in held("asides") or ()),
            urgent=tuple(self.written.urgent(one) for one in held("urgent") or ()),
            gaps=tuple(str(one.get("says", "")) for one in held("gaps") or ()),
        )

    def _sections(self) -> Iterable[Part]:
        """Return the answers in the sections they were given in; those before the first section first."""
        by_section: dict[str, list[Given]] = {"": [], **{section.id: [] for section in self.flow.sections}}
        for answer in filter(_was_put, self.record.get("answers") or ()):
            step = self.flow.steps.get(str(answer.get("step")))
            name = step.section if step else str(answer.get("step")).removesuffix("_again")
            by_section[name if name in by_section else ""].append(self._given(answer, step))
        titles = {section.id: section.title for section in self.flow.sections}
        return [Part(titles.get(name, self.flow.title), tuple(given)) for name, given in by_section.items()]

    def _given(self, answer: Mapping[str, Json], step: Step | None) -> Given:
        linked = [name for name in answer.get("entries") or () if name in self.written.standing]
        if linked:
            return self._entry(linked[0], answer)
        text, note = self.written.answer(answer, step)
        return Given(
            asked=str(answer.get("asked") or ""),
            text=text,
            who=self.quoting.names.of(answer["by"]) if answer.get("by") else "",
            when=self._when(answer),
            note=note,
            aside=answer.get("status") == "aside",
            was=tuple(text for text in map(self.written.value, answer.get("was") or ()) if text),
            id=str(answer.get("id") or ""),
        )

    def _entry(self, name: str, answer: Mapping[str, Json]) -> Given:
        """Return what stands on a sheet; `answer` is how it came there, empty when it was put by hand."""
        standing = self.written.standing[name]
        entry, quote = standing.entry, self.quoting.quote(standing.entry)
        more = tuple(
            (str(one.get("asked") or ""), str(one.get("text") or "")) for one in entry.get("followups") or ()
        )
        return Given(
            asked=str(answer.get("asked") or entry.get("asked") or ""),
            text=quote.text,
            who=quote.who,
            when=self._when(answer or entry),
            source=quote.source,
            aside=answer.get("status") == "aside",
            was=quote.was,
            more=more,
            places=tuple(standing.areas),
            agreed=quote.agreed,
            disputed=quote.disputed,
            share=self.written.share(entry),
            id=name,
        )

    def _by_hand(self) -> Part:
        """Return what stands on a sheet without having been an answer."""
        answered = {
            name for answer in self.record.get("answers") or () for name in answer.get("entries") or ()
        }
        added = [name for name in self.written.standing if name not in answered]
        return Part(self.written.say("record.hand"), tuple(self._entry(name, {}) for name in added))

    def _lines(self) -> Part:
        rated = tuple(
            self._rating(one, f"{sheet.title}: {area.title}") for sheet, area, one in self._ratings()
        )
        return Part(self.written.say("record.lines"), rated)

    def _ratings(self) -> Iterator[tuple[Sheet, Area, Mapping[str, Json]]]:
        for sheet in self.sheets:
            scales = ((self.record.get("sheets") or {}).get(sheet.id) or {}).get("scales") or {}
            for area in sheet.areas:
                yield from ((sheet, area, rating) for rating in scales.get(area.id) or ())

    def _rating(self, rating: Mapping[str, Json], place: str) -> Given:
        mark = self.quoting.mark(rating)
        more = [("", text) for text in mark.because]
        for key in ("lower", "higher", "small_step"):
            more += [(self.written.say(f"line.{key}"), text) for text in getattr(mark, key)]
        was = tuple(map(self.written.value, rating.get("was") or ()))
        return Given(
            asked=str(rating.get("asked") or ""),
            text=mark.says,
            who=self.quoting.guess(rating),
            when=self._when(rating),
            was=was,
            more=tuple(more),
            places=(place,),
            share=self.written.share(rating),
            id=str(rating.get("id") or ""),
        )

    def _put_off(self) -> Part:
        """Return the questions that still wait, in the words they were put."""
        waiting = [one for one in self.record.get("later") or () if isinstance(one, Mapping)]
        note = self.written.say("record.later")
        asked = [
            Given(str(one.get("asked") or one.get("step") or ""), "", "", "", note=note) for one in waiting
        ]
        return Part(self.written.say("record.later_title"), tuple(asked))

    def _aside(self, one: Mapping[str, Json]) -> Given:
        who = self.quoting.names.of(one.get("by"))
        who = f"{who} · {self.written.say('record.seen')}" if one.get("seen") else who
        return Given("", str(one.get("text") or ""), who, self._when(one))

    def _when(self, one: Mapping[str, Json]) -> str:
        return self.quoting.names.voice.time(str(one.get("at") or ""))


def _was_put(answer: Mapping[str, Json]) -> bool:
    """Return whether anybody was asked: people known from before stand in the list of everybody alone."""
    return answer.get("kind") != "people" or bool(answer.get("asked"))


def recording(
    record: Mapping[str, Json], flow: Flow, sheets: tuple[Sheet, ...], quoting: Quoting
) -> Recording:
    """Return what lays out this record."""
    return Recording(
        record, flow, sheets, quoting, Written(quoting.names, sheets, standing_in(record, sheets))
    )
