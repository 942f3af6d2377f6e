"""Folds the journal into the record: the only place where facts change."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from guide.log import events as ev
from guide.log.events import Event
from guide.map.model import (
    EMPTY_VISIT,
    EMPTY_VOICE,
    Answer,
    Aside,
    Counts,
    Deed,
    Entry,
    Followup,
    Key,
    Panel,
    Person,
    Rating,
    Record,
    Share,
    Urgent,
    Visit,
    Voice,
)

_DICTS: Final = (
    "people", "named", "visits", "answers", "entries", "ratings", "panels", "moved", "urgent", "changed",
)  # fmt: skip
_ID: Final = re.compile(r"[a-z](\d+)\Z")


@dataclass
class _Ledger:
    """A record while it is being written; mutable for the length of one fold."""

    base: Record
    dicts: dict[str, dict[Any, Any]] = field(default_factory=dict)
    plain: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def of(self, name: str) -> dict[Any, Any]:
        """Return one of the record's dictionaries, copied the first time it is written."""
        if name not in self.dicts:
            self.dicts[name] = dict(getattr(self.base, name))
        return self.dicts[name]

    def get(self, name: str) -> Any:
        return self.plain[name] if name in self.plain else getattr(self.base, name)

    def set(self, name: str, value: Any) -> None:
        self.plain[name] = value

    def count(self, kind: str, name: str) -> None:
        """Remember the highest number given out, so that no id is ever used again."""
        found = _ID.match(name)
        if found:
            self.counts[kind] = max(self.counts.get(kind, 0), int(found[1]))

    def visit(self, place: ev.Place) -> tuple[Key, Visit]:
        key = Key(place.step, place.item, place.returned)
        return key, self.of("visits").get(key, EMPTY_VISIT)

    def voice(self, place: ev.Place, who: str, at: str, **changes: Any) -> None:
        """Change one person's turns at a visit."""
        key, visit = self.visit(place)
        voice = replace(visit.voices.get(who, EMPTY_VOICE), **changes)
        self.of("visits")[key] = replace(visit, voices={**visit.voices, who: voice}, at=at)

    def heard(self, place: ev.Place, who: str) -> Voice:
        """Return one person's turns at a visit as they stand."""
        return self.visit(place)[1].voices.get(who, EMPTY_VOICE)

    def frozen(self, events: tuple[Event, ...]) -> Record:
        counts = replace(self.base.counts, **self._highest())
        return replace(self.base, **self.dicts, **self.plain, counts=counts, events=events)

    def _highest(self) -> dict[str, int]:
        return {kind: max(getattr(self.base.counts, kind), new) for kind, new in self.counts.items()}


def fold(events: Sequence[Event], session: str = "") -> Record:
    """Return the record of a whole journal; undone deeds leave no trace in it but their used-up ids."""
    return _folded(Record(session=session), events)


def fold_more(record: Record, events: Sequence[Event]) -> Record:
    """Return the record after `events`; equal to folding the whole journal again."""
    if any(isinstance(event.what, ev.TookBack | ev.PutBack) for event in events):
        return fold((*record.events, *events), record.session)
    return _folded(record, events)


def _folded(record: Record, events: Sequence[Event]) -> Record:
    whole = (*record.events, *events)
    gone, redo = _undone(whole) if not record.events else (frozenset(), ())
    ledger = _Ledger(record)
    if not record.events:
        ledger.set("undone", redo)
    for event in events:
        _count(ledger, event)
        if event.deed not in gone and not isinstance(event.what, ev.TookBack | ev.PutBack):
            _write(ledger, event)
    return ledger.frozen(whole)


def _undone(events: Iterable[Event]) -> tuple[frozenset[int], tuple[tuple[int, ...], ...]]:
    """Return the deeds that are undone now, and the groups that `redo` would do again."""
    gone: set[int] = set()
    groups: list[tuple[int, ...]] = []
    for event in events:
        match event.what:
            case ev.TookBack(deeds=deeds):
                gone.update(deeds)
                groups.append(deeds)
            case ev.PutBack(deeds=deeds):
                gone.difference_update(deeds)
                groups.pop()
            case what if closes_redo(what):
                groups.clear()
            case _:
                pass
    return frozenset(gone), tuple(groups)


def closes_redo(what: ev.What) -> bool:
    """Whether after this there is nothing to do again: somebody said or decided something new."""
    return not isinstance(
        what, ev.TookBack | ev.PutBack | ev.Exported | ev.Urged | ev.UrgentTold | ev.Put | ev.Finished
    )


def deed_kind(what: ev.What) -> str:
    """How undo sees an event; see `Deed.kind`."""
    match what:
        case ev.Revealed():
            return "reveal"
        case ev.WentOn() | ev.Handed() | ev.Resumed():
            return "next"
        case ev.Started():
            return "start"
        case ev.Exported() | ev.Urged() | ev.UrgentTold():
            return "fixed"
        case ev.Put() | ev.Finished(by_hand=False):
            return ""
        case _:
            return "said"


_STRONGER: Final = ("", "next", "fixed", "said", "reveal", "start")


def _count(ledger: _Ledger, event: Event) -> None:
    ledger.counts["deed"] = max(ledger.counts.get("deed", 0), event.deed)
    what = event.what
    for kind in ("person", "answer", "entry", "rating", "panel", "urgent"):
        name = getattr(what, kind, "")
        if name:
            ledger.count(kind, name)


def _write(ledger: _Ledger, event: Event) -> None:
    """Write one event into the ledger."""
    what = event.what
    _write_deed(ledger, event)
    if ledger.base.events and closes_redo(what):
        ledger.set("undone", ())
    _WRITERS[type(what)](ledger, event, what)


def _write_deed(ledger: _Ledger, event: Event) -> None:
    kind = deed_kind(event.what)
    deeds: tuple[Deed, ...] = ledger.get("deeds")
    step = getattr(event.what, "step", "")
    if not deeds or deeds[-1].number != event.deed:
        ledger.set("deeds", (*deeds, Deed(event.deed, kind, step)))
    elif _STRONGER.index(kind) > _STRONGER.index(deeds[-1].kind):
        ledger.set("deeds", (*deeds[:-1], replace(deeds[-1], kind=kind)))


def _started(ledger: _Ledger, event: Event, what: ev.Started) -> None:
    for name in ("flow", "version", "form", "level", "lang", "thread", "invented", "origin"):
        ledger.set(name, getattr(what, name))
    ledger.set("started", event.at)


def _joined(ledger: _Ledger, _event: Event, what: ev.Joined) -> None:
    ledger.of("people")[what.person] = Person(
        what.person, what.name, what.role, what.age, what.band, step=what.step, areas=what.areas
    )


def _described(ledger: _Ledger, _event: Event, what: ev.Described) -> None:
    people = ledger.of("people")
    changes = {
        one.name: getattr(what, one.name)
        for one in fields(what)
        if one.name != "person" and getattr(what, one.name) is not None
    }
    people[what.person] = replace(people[what.person], **changes)


def _named(ledger: _Ledger, _event: Event, what: ev.Named) -> None:
    named = ledger.of("named")
    known = named.get(what.by, ())
    if what.person not in known:
        named[what.by] = (*known, what.person)


def _handed(ledger: _Ledger, _event: Event, what: ev.Handed) -> None:
    ledger.set("sits", what.to)
    ledger.set("handed_at", Key(what.step, what.item))


def _put(ledger: _Ledger, event: Event, what: ev.Put) -> None:
    key, visit = ledger.visit(what)
    ledger.of("visits")[key] = replace(visit, put=what.people, at=event.at)


def _went_on(ledger: _Ledger, event: Event, what: ev.WentOn) -> None:
    key, visit = ledger.visit(what)
    ledger.of("visits")[key] = replace(visit, went_on=True, at=event.at)


def _paused(ledger: _Ledger, _event: Event, _what: ev.Paused) -> None:
    ledger.set("paused", True)


def _resumed(ledger: _Ledger, _event: Event, _what: ev.Resumed) -> None:
    ledger.set("paused", False)


def _answered(ledger: _Ledger, event: Event, what: ev.Answered) -> None:
    key = Key(what.step, what.item, what.returned)
    ledger.of("answers")[what.answer] = Answer(
        what.answer, key, what.by, what.kind, what.value, event.at, what.asked,
        entry=what.entry, rating=what.rating, panel=what.panel, deed=event.deed,
    )  # fmt: skip
    if what.entry:
        ledger.of("entries")[what.entry] = _entry_of(event, what)
    if what.rating:
        ledger.of("ratings")[what.rating] = _rating_of(event, what)
    if what.panel:
        ledger.of("panels")[what.panel] = _panel_of(event, what)
    for touched in (what.entry, what.rating):
        if touched:
            ledger.of("changed")[touched] = event.deed
    _, visit = ledger.visit(what)
    ledger.of("visits")[key] = replace(visit, answers=(*visit.answers, what.answer))
    _voice_answered(ledger, event, what)


def _voice_answered(ledger: _Ledger, event: Event, what: ev.Answered) -> None:
    who = who_speaks(ledger.visit(what)[1], what)
    voice = ledger.heard(what, who)
    guess = what.guessed_by is not None
    ledger.voice(
        what, who, event.at,
        answers=(*voice.answers, what.answer), more=False, echo=None, passed="",
        rating=what.rating or voice.rating, guessed=guess, reasons=frozenset(),
    )  # fmt: skip


def who_speaks(visit: Visit, what: ev.Answered | ev.Passed | ev.Closed | ev.PartGiven) -> str:
    """Return whose turns an event belongs to: the person's where several are asked, else everybody's."""
    return what.by if visit.put is not None else ""


def _entry_of(event: Event, what: ev.Answered) -> Entry:
    return Entry(
        what.entry, str(what.value), what.by, event.at, what.step, what.areas, what.asked, what.form,
        what.typed_by, what.source, what.from_, what.about, what.item, what.answer, what.was,
    )  # fmt: skip


def _rating_of(event: Event, what: ev.Answered) -> Rating:
    return Rating(
        what.rating, what.by, what.value, event.at, what.step, what.areas, what.of, what.guessed_by,
        what.asked, what.item, what.answer,
    )  # fmt: skip


def _panel_of(event: Event, what: ev.Answered) -> Panel:
    value: Mapping[str, Any] = what.value
    return Panel(
        what.panel, tuple(value.get("text", ())), value.get("picture", {}), event.at, what.step,
        value.get("title", ""), what.answer, tuple(value.get("from", ())),
    )  # fmt: skip


def _passed(ledger: _Ledger, event: Event, what: ev.Passed) -> None:
    key, visit = ledger.visit(what)
    ledger.of("answers")[what.answer] = Answer(
        what.answer,
        key,
        what.by,
        "pass",
        None,
        event.at,
        what.asked,
        passed=what.way,
        part=what.part,
        deed=event.deed,
    )
    finished = visit.finished_here or what.way == "finish-here"
    ledger.of("visits")[key] = replace(
        visit, answers=(*visit.answers, what.answer), finished_here=finished, at=event.at
    )
    if what.way == "finish-here":
        return
    who = who_speaks(visit, what)
    voice = ledger.heard(what, who)
    if not what.part:
        ledger.voice(what, who, event.at, passed=what.way, closed=True, more=False, echo=None)
    elif voice.rating:
        ledger.voice(what, who, event.at, reasons=voice.reasons | {what.part})
    else:
        ledger.voice(what, who, event.at, parts={**voice.parts, what.part: None})


def _more_asked(ledger: _Ledger, event: Event, what: ev.MoreAsked) -> None:
    ledger.voice(what, what.by, event.at, more=True, echo=None)


def _echoed(ledger: _Ledger, event: Event, what: ev.Echoed) -> None:
    ledger.voice(what, what.by, event.at, echo=(what.entry, what.phrase, what.asked), more=False)


def _followed(ledger: _Ledger, event: Event, what: ev.Followed) -> None:
    entries = ledger.of("entries")
    entry: Entry = entries[what.entry]
    more = Followup(what.asked, what.text, event.at, what.by)
    entries[what.entry] = replace(entry, followups=(*entry.followups, more))
    ledger.of("changed")[what.entry] = event.deed
    _, visit = ledger.visit(what)
    who = what.by if visit.put is not None else ""
    ledger.voice(what, who, event.at, echo=None, more=False)


def _closed(ledger: _Ledger, event: Event, what: ev.Closed) -> None:
    ledger.voice(what, what.by, event.at, closed=True, more=False, echo=None)


def _reasoned(ledger: _Ledger, event: Event, what: ev.Reasoned) -> None:
    ratings = ledger.of("ratings")
    rating: Rating = ratings[what.rating]
    ratings[what.rating] = replace(rating, **{what.part: (*getattr(rating, what.part), what.text)})
    ledger.of("changed")[what.rating] = event.deed
    voice = ledger.heard(what, what.by)
    ledger.voice(what, what.by, event.at, reasons=voice.reasons | {what.part})


def _part_given(ledger: _Ledger, event: Event, what: ev.PartGiven) -> None:
    who = who_speaks(ledger.visit(what)[1], what)
    voice = ledger.heard(what, who)
    ledger.voice(what, who, event.at, parts={**voice.parts, what.part: what.texts})


def _sorted(ledger: _Ledger, event: Event, what: ev.Sorted) -> None:
    key, visit = ledger.visit(what)
    ledger.of("answers")[what.answer] = Answer(
        what.answer, key, what.by, "sort", dict(what.placed), event.at, what.asked, deed=event.deed
    )
    ledger.of("visits")[key] = replace(
        visit, answers=(*visit.answers, what.answer), placed=(*visit.placed, (event.deed, what.placed))
    )
    voice = ledger.heard(what, "")
    ledger.voice(what, "", event.at, answers=(*voice.answers, what.answer))


def _reviewed(ledger: _Ledger, event: Event, what: ev.Reviewed) -> None:
    key, visit = ledger.visit(what)
    ledger.of("answers")[what.answer] = Answer(
        what.answer, key, what.by, "review", list(what.read), event.at, what.asked, deed=event.deed
    )
    ledger.of("visits")[key] = replace(visit, answers=(*visit.answers, what.answer), read=what.read)
    voice = ledger.heard(what, "")
    ledger.voice(what, "", event.at, answers=(*voice.answers, what.answer))
    for target, wishes in what.share.items():
        _wish(ledger, target, wishes)
    for target, people in what.agree.items():
        _touch(ledger, target, lambda one, people=people: {
            "agreed_by": tuple(dict.fromkeys((*one.agreed_by, *people))),
            "disputed_by": tuple(pair for pair in one.disputed_by if pair[0] not in people),
        })  # fmt: skip
    for target, words in what.dispute.items():
        _touch(ledger, target, lambda one, words=words: {
            "disputed_by": (*(p for p in one.disputed_by if p[0] not in words), *words.items()),
            "agreed_by": tuple(one_by for one_by in one.agreed_by if one_by not in words),
        })  # fmt: skip


WISHES: Final = ("yes", "no", "with-me", "later")


def _wish(ledger: _Ledger, target: str, wishes: Mapping[str, str]) -> None:
    def changed(one: Entry | Rating) -> dict[str, Any]:
        share = dict(one.share)
        for viewer, wish in wishes.items():
            known = share.get(viewer, Share())
            plain = wish in WISHES
            share[viewer] = replace(known, wish=wish if plain else "no", words="" if plain else wish)
        return {"share": share}

    _touch(ledger, target, changed)


def _touch(ledger: _Ledger, target: str, changes: Callable[[Any], dict[str, Any]]) -> None:
    """Change an entry or a rating."""
    for name in ("entries", "ratings"):
        held = ledger.of(name)
        if target in held:
            held[target] = replace(held[target], **changes(held[target]))


def _cleared(ledger: _Ledger, event: Event, what: ev.Cleared) -> None:
    stamp = {"by": what.by, "at": event.at, "why": what.why}
    for target in what.entries:
        _touch(ledger, target, lambda one: {
            "share": {**one.share, what.viewer: replace(one.share.get(what.viewer, Share()), cleared=stamp)}
        })  # fmt: skip


def _corrected(ledger: _Ledger, event: Event, what: ev.Corrected) -> None:
    answers = ledger.of("answers")
    if what.target not in answers:
        by_hand = what.by
        _touch(ledger, what.target, lambda one: {
            "text": what.value, "by": one.by if by_hand is None else by_hand, "was": (*one.was, one.text)
        })  # fmt: skip
        ledger.of("changed")[what.target] = event.deed
        return
    answer: Answer = answers[what.target]
    by = answer.by if what.by is None else what.by
    value = None if what.passed else what.value
    answers[what.target] = replace(
        answer, value=value, by=by, passed=what.passed, was=(*answer.was, answer.value)
    )
    if what.passed:
        return
    if answer.entry:
        _touch(ledger, answer.entry, lambda one: {"text": what.value, "by": by, "was": (*one.was, one.text)})
    if answer.rating:
        _touch(ledger, answer.rating, lambda one: {
            "value": what.value, "by": by, "was": (*one.was, one.value)
        })  # fmt: skip
    if answer.panel:
        _correct_panel(ledger, answer.panel, what.value)
    for touched in (answer.entry, answer.rating):
        if touched:
            ledger.of("changed")[touched] = event.deed


def _correct_panel(ledger: _Ledger, name: str, value: Mapping[str, Any]) -> None:
    panels = ledger.of("panels")
    panel: Panel = panels[name]
    first = {"text": list(panel.text), "picture": dict(panel.picture)}
    panels[name] = replace(
        panel,
        text=tuple(value.get("text", panel.text)),
        picture=value.get("picture", panel.picture),
        was=(*panel.was, first),
    )


def _removed(ledger: _Ledger, _event: Event, what: ev.Removed) -> None:
    ledger.set("removed", ledger.get("removed") | {what.target})


def _moved(ledger: _Ledger, event: Event, what: ev.Moved) -> None:
    moved = ledger.of("moved")
    moved[what.entry] = (*moved.get(what.entry, ()), (event.deed, what.area))
    ledger.of("changed")[what.entry] = event.deed


def _added(ledger: _Ledger, event: Event, what: ev.Added) -> None:
    ledger.of("entries")[what.entry] = Entry(
        what.entry, what.text, what.by, event.at, "", (what.area,), None, what.form, what.typed_by,
        what.source, what.from_, what.about,
    )  # fmt: skip
    ledger.set("added", (*ledger.get("added"), what.entry))
    ledger.of("changed")[what.entry] = event.deed


def _noted(ledger: _Ledger, event: Event, what: ev.Noted) -> None:
    ledger.set("asides", (*ledger.get("asides"), Aside(what.text, what.by, what.seen, event.at, what.step)))


def _urged(ledger: _Ledger, event: Event, what: ev.Urged) -> None:
    ledger.of("urgent")[what.urgent] = Urgent(
        what.urgent, what.words, what.asked, what.by, event.at, what.step
    )


def _urgent_told(ledger: _Ledger, _event: Event, what: ev.UrgentTold) -> None:
    urgent = ledger.of("urgent")
    known: Urgent = urgent[what.urgent]
    urgent[what.urgent] = replace(known, fields={**known.fields, **what.fields})


def _revealed(ledger: _Ledger, _event: Event, what: ev.Revealed) -> None:
    key, visit = ledger.visit(what)
    ledger.of("visits")[key] = replace(visit, revealed=True)


def _finished(ledger: _Ledger, event: Event, what: ev.Finished) -> None:
    ledger.set("finished", event.at)
    ledger.set("finished_by_hand", what.by_hand)


def _exported(ledger: _Ledger, event: Event, what: ev.Exported) -> None:
    ledger.set("exported", (*ledger.get("exported"), (what.paper, what.format, what.viewer, event.at)))


_WRITERS: Final[dict[type, Callable[..., None]]] = {
    ev.Started: _started,
    ev.Joined: _joined,
    ev.Described: _described,
    ev.Named: _named,
    ev.Handed: _handed,
    ev.Put: _put,
    ev.WentOn: _went_on,
    ev.Paused: _paused,
    ev.Resumed: _resumed,
    ev.Answered: _answered,
    ev.Passed: _passed,
    ev.MoreAsked: _more_asked,
    ev.Echoed: _echoed,
    ev.Followed: _followed,
    ev.Closed: _closed,
    ev.Reasoned: _reasoned,
    ev.PartGiven: _part_given,
    ev.Sorted: _sorted,
    ev.Reviewed: _reviewed,
    ev.Cleared: _cleared,
    ev.Corrected: _corrected,
    ev.Removed: _removed,
    ev.Moved: _moved,
    ev.Added: _added,
    ev.Noted: _noted,
    ev.Urged: _urged,
    ev.UrgentTold: _urgent_told,
    ev.Revealed: _revealed,
    ev.Finished: _finished,
    ev.Exported: _exported,
}
