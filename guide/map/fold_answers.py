"""Writes down what happened at a question: answers, passes, parts, reasons, what was sorted or read back."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.frozen import replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.fold_story import told
from guide.map.ledger import Ledger
from guide.map.model import EMPTY_VOICE, Answer, Entry, Followup, Key, Panel, Rating, Visit, Voice
from guide.map.sentences import agreed_to_sentence, disputed_sentence
from guide.map.sharing import agreed, disputed, wish


def _put(ledger: Ledger, event: Event, what: ev.Put) -> None:
    ledger.change_visit(what, put=what.people, at=event.at)


def _went_on(ledger: Ledger, event: Event, what: ev.WentOn) -> None:
    who = who_speaks(ledger.visit(what)[1], what)
    if what.part:
        parts = ledger.heard(what, who).parts
        ledger.change_voice(what, who, event.at, parts={**parts, what.part: None})
    elif who:
        ledger.change_voice(what, who, event.at, closed=True)
    else:
        ledger.change_visit(what, went_on=True, at=event.at)


def _paused(ledger: Ledger, _event: Event, _what: ev.Paused) -> None:
    ledger.set("paused", True)


def _resumed(ledger: Ledger, _event: Event, _what: ev.Resumed) -> None:
    ledger.set("paused", False)


def who_speaks(visit: Visit, what: ev.Answered | ev.Passed | ev.Followed | ev.PartGiven | ev.WentOn) -> str:
    """Return whose turns an event belongs to: the person's where several are asked, else everybody's."""
    return what.by if visit.put is not None else ""


def _answered(ledger: Ledger, event: Event, what: ev.Answered) -> None:
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
        told(ledger, _panel_of(event, what))
    for touched in (what.entry, what.rating):
        if touched:
            ledger.of("changed")[touched] = event.deed
    ledger.spoke(what, what.guessed_by or what.by)
    _, visit = ledger.visit(what)
    who = who_speaks(visit, what)
    voice = _voice_after(visit.voices.get(who, EMPTY_VOICE), what)
    ledger.answer_at(what, what.answer, event.at, voices={**visit.voices, who: voice})


def _voice_after(voice: Voice, what: ev.Answered) -> Voice:
    answers = voice.answers
    if what.answer in answers:
        answers = tuple(one for one in answers if one != what.answer)
    return replace(
        voice, answers=(*answers, what.answer), more=False, echo=None, passed="", reasons=frozenset(),
        rating=what.rating or voice.rating, guessed=what.guessed_by is not None,
    )  # fmt: skip


def _entry_of(event: Event, what: ev.Answered) -> Entry:
    words = what.words or str(what.value)
    return Entry(
        what.entry, words, what.by, event.at, what.step, what.areas, what.asked, what.form, what.typed_by,
        what.source, what.from_, what.about, what.item, what.answer, what.was,
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
        value.get("title", ""), what.answer, tuple(value.get("from", ())), by=what.by,
    )  # fmt: skip


def _passed(ledger: Ledger, event: Event, what: ev.Passed) -> None:
    key, visit = ledger.visit(what)
    ledger.of("answers")[what.answer] = Answer(
        what.answer, key, what.by, "pass", None, event.at, what.asked, passed=what.way, part=what.part,
        deed=event.deed,
    )  # fmt: skip
    finished = visit.finished_here or what.way == "finish-here"
    ledger.answer_at(what, what.answer, event.at, finished_here=finished)
    if what.way != "finish-here":
        ledger.spoke(what, what.by)
        _voice_passed(ledger, event, what)


def _voice_passed(ledger: Ledger, event: Event, what: ev.Passed) -> None:
    who = who_speaks(ledger.visit(what)[1], what)
    voice = ledger.heard(what, who)
    if not what.part:
        ledger.change_voice(what, who, event.at, passed=what.way, closed=True, more=False, echo=None)
    elif voice.rating:
        ledger.change_voice(what, who, event.at, reasons=voice.reasons | {what.part})
    else:
        ledger.change_voice(what, who, event.at, parts={**voice.parts, what.part: None})


def _more_asked(ledger: Ledger, event: Event, what: ev.MoreAsked) -> None:
    ledger.change_voice(what, what.by, event.at, more=True, echo=None)


def _echoed(ledger: Ledger, event: Event, what: ev.Echoed) -> None:
    ledger.change_voice(what, what.by, event.at, echo=(what.entry, what.phrase, what.asked), more=False)


def _followed(ledger: Ledger, event: Event, what: ev.Followed) -> None:
    entries = ledger.of("entries")
    entry: Entry = entries[what.entry]
    more = Followup(what.asked, what.text, event.at, what.by)
    entries[what.entry] = replace(entry, followups=(*entry.followups, more))
    ledger.of("changed")[what.entry] = event.deed
    ledger.spoke(what, what.by)
    who = who_speaks(ledger.visit(what)[1], what)
    ledger.change_voice(what, who, event.at, echo=None, more=False)


def _closed(ledger: Ledger, event: Event, what: ev.Closed) -> None:
    ledger.change_voice(what, what.by, event.at, closed=True, more=False, echo=None)


def _reasoned(ledger: Ledger, event: Event, what: ev.Reasoned) -> None:
    ratings = ledger.of("ratings")
    rating: Rating = ratings[what.rating]
    known: tuple[str, ...] = getattr(rating, what.part)
    changes: dict[str, Any] = {what.part: (*known, what.text)}
    ratings[what.rating] = replace(rating, **changes)
    ledger.of("changed")[what.rating] = event.deed
    voice = ledger.heard(what, what.by)
    ledger.change_voice(what, what.by, event.at, reasons=voice.reasons | {what.part})


def _part_given(ledger: Ledger, event: Event, what: ev.PartGiven) -> None:
    who = who_speaks(ledger.visit(what)[1], what)
    voice = ledger.heard(what, who)
    ledger.change_voice(what, who, event.at, parts={**voice.parts, what.part: what.texts})
    ledger.spoke(what, what.by)


def _sorted(ledger: Ledger, event: Event, what: ev.Sorted) -> None:
    answer = _settled(ledger, event, what, "sort", dict(what.placed))
    _, visit = ledger.visit(what)
    placed = (*visit.placed, (event.deed, what.placed))
    ledger.answer_at(what, answer.id, event.at, placed=placed)


def _reviewed(ledger: Ledger, event: Event, what: ev.Reviewed) -> None:
    answer = _settled(ledger, event, what, "review", list(what.read))
    ledger.answer_at(what, answer.id, event.at, read=what.read)
    for target, wishes in what.share.items():
        wish(ledger, target, wishes)
    for target, people in what.agree.items():
        if not agreed_to_sentence(ledger, event, target, people):
            agreed(ledger, target, people)
    for target, words in what.dispute.items():
        if not disputed_sentence(ledger, event, target, words):
            disputed(ledger, target, words)


def _settled(ledger: Ledger, event: Event, what: ev.Sorted | ev.Reviewed, kind: str, value: object) -> Answer:
    """Write down one answer for everybody; a later one of the same id is its correction."""
    answers = ledger.of("answers")
    before: Answer | None = answers.get(what.answer)
    key = Key(what.step, what.item, what.returned)
    answer = Answer(
        what.answer, key, what.by, kind, value, event.at, what.asked, deed=event.deed,
        was=() if before is None else (*before.was, before.value),
    )  # fmt: skip
    answers[what.answer] = answer
    ledger.change_voice(what, "", event.at, answers=(what.answer,))
    ledger.spoke(what, what.by)
    return answer


def _revealed(ledger: Ledger, _event: Event, what: ev.Revealed) -> None:
    ledger.change_visit(what, revealed=True)


ANSWERS: Final[Mapping[type, Callable[..., None]]] = {
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
    ev.Revealed: _revealed,
}
