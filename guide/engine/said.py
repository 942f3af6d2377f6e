"""What was heard and done, as lines of a conversation: for the turn, and for the transcript."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from guide.engine.turn import Said
from guide.engine.walk import Walk
from guide.engine.worded import plain_number
from guide.flow.evaluate import and_join, fill
from guide.flow.model import Step
from guide.frozen import replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.model import Answer, Key
from guide.map.placing import is_hidden
from guide.words.voice import say

Lines = Iterator[Said]


def said_of(walked: Walk, events: Iterable[Event]) -> tuple[Said, ...]:
    """Return the lines for these events; private values that are not opened say only that they were given."""
    new = list(events)
    told = {event.what.answer for event in new if isinstance(event.what, ev.Answered | ev.Passed)}
    lines: list[Said] = []
    for event in new:
        lines += _lines(walked, event)
        if isinstance(event.what, ev.Revealed):
            lines += _opened(walked, event, event.what, told)
    return tuple(lines)


def _opened(walked: Walk, event: Event, what: ev.Revealed, told: set[str]) -> Lines:
    """Say what was given privately before, now that everybody may hear it."""
    visit = walked.record.visit(Key(what.step, what.item, what.returned))
    for answer in (walked.record.answers[name] for name in visit.answers if name not in told):
        yield _said(walked, event, answer)


def transcript(walked: Walk, last: int | None = None) -> list[Said]:
    """Return the conversation so far without what was taken back; `last` keeps that many lines."""
    record = walked.record
    standing = {deed.number for deed in record.deeds}
    if last is None:
        return [line for one in record.events if one.deed in standing for line in _lines(walked, one)]
    found: list[Said] = []
    for event in reversed(record.events):
        if len(found) >= last:
            break
        if event.deed in standing:
            found.extend(reversed(list(_lines(walked, event))))
    return list(reversed(found[:last]))


def _lines(walked: Walk, event: Event) -> Lines:
    writer = _LINES.get(type(event.what))
    if writer is not None:
        yield from writer(walked, event, event.what)


def _held_with(walked: Walk, step: str) -> str:
    known = walked.flow.steps.get(step)
    return walked.flow.held_with(known) if known else "worker"


def _line(walked: Walk, event: Event, by: str | None, text: str, kind: str, **more: Any) -> Said:
    step = getattr(event.what, "step", "")
    held_with = _held_with(walked, step)
    return Said(by or None, step, text, kind=kind, at=event.at, deed=event.deed, held_with=held_with, **more)


def _asked(walked: Walk, event: Event, asked: str | None) -> Lines:
    if asked:
        yield _line(walked, event, None, asked, "guide")


def _is_private(walked: Walk, place: ev.Place) -> bool:
    return is_hidden(walked.flow, walked.record, Key(place.step, place.item, place.returned))


def _given(walked: Walk, event: Event, by: str) -> Said:
    """Say that something private was given, never what."""
    return _line(walked, event, by, "", "said", given=True)


def _went_on(walked: Walk, event: Event, what: ev.WentOn) -> Lines:
    yield from _asked(walked, event, what.asked)


def _answered(walked: Walk, event: Event, what: ev.Answered) -> Lines:
    yield from _asked(walked, event, what.asked)
    answer = walked.record.answers.get(what.answer)
    if _is_private(walked, what):
        yield _given(walked, event, what.by)
    elif answer is not None:
        yield _said(walked, event, answer, what.form)


def _said(walked: Walk, event: Event, answer: Answer, form: str = "said") -> Said:
    if answer.passed:
        return _line(walked, event, answer.by, answer.passed, "passed", answer=answer.id)
    kind = {"scale": "rated", "choose": "chose", "people": "joined", "timer": "wrote"}.get(
        answer.kind, "said"
    )
    return _line(
        walked, event, answer.by, answer_text(walked, answer), kind,
        answer=answer.id, entry=answer.entry, rating=answer.rating, form=form,
    )  # fmt: skip


def answer_text(walked: Walk, answer: Answer) -> str:
    """Return an answer as words."""
    record = walked.record
    if answer.entry in record.entries:
        return record.entries[answer.entry].text
    if answer.value is None:
        return ""
    match answer.kind:
        case "choose":
            return _chosen(walked, walked.flow.steps[answer.key.step], answer.value)
        case "scale" | "number":
            return plain_number(answer.value)
        case "people":
            return and_join([record.people[one].name for one in answer.value if one in record.people])
        case "timer":
            return say("wrote", record.lang)
        case "panel":
            return "\n".join(answer.value.get("text", ()))
        case _:
            return str(answer.value)


def _chosen(walked: Walk, step: Step, keys: Iterable[str]) -> str:
    known = [step.options[key] for key in keys if key in step.options]
    return and_join([fill(wording.for_band("adult"), walked.sight) for wording in known])


def _passed(walked: Walk, event: Event, what: ev.Passed) -> Lines:
    yield from _asked(walked, event, what.asked)
    answer = walked.record.answers.get(what.answer)
    if _is_private(walked, what):
        yield _given(walked, event, what.by)
    elif answer is None or answer.passed:
        yield _line(walked, event, what.by, what.way, "passed", answer=what.answer)


def _followed(walked: Walk, event: Event, what: ev.Followed) -> Lines:
    if _is_private(walked, what):
        yield _given(walked, event, what.by)
        return
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, what.by, what.text, "followed", entry=what.entry, form=what.form)


def _reasoned(walked: Walk, event: Event, what: ev.Reasoned) -> Lines:
    rating = walked.record.ratings.get(what.rating)
    by = rating.by if rating else ""
    if _is_private(walked, what):
        yield _given(walked, event, by)
        return
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, by, what.text, "reason", rating=what.rating)


def _part(walked: Walk, event: Event, what: ev.PartGiven) -> Lines:
    yield from _asked(walked, event, what.asked)
    if _is_private(walked, what):
        yield _given(walked, event, what.by)
    else:
        yield _line(walked, event, what.by, and_join(list(what.texts)), "said")


def _noted(walked: Walk, event: Event, what: ev.Noted) -> Lines:
    yield _apart(_line(walked, event, what.by, what.text, "aside"))


def _urged(walked: Walk, event: Event, what: ev.Urged) -> Lines:
    yield _apart(_line(walked, event, what.by, what.words, "urgent"))


def _apart(said: Said) -> Said:
    """Return a line as one for the worker alone, wherever it was written."""
    return replace(said, held_with="worker")


def _placed(walked: Walk, event: Event, what: ev.Sorted) -> Lines:
    areas = walked.flow.areas
    titles = [areas[area].title for area in dict.fromkeys(what.placed.values()) if area in areas]
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, what.by, and_join(titles), "placed", answer=what.answer)


def _reviewed(walked: Walk, event: Event, what: ev.Reviewed) -> Lines:
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, what.by, "", "reviewed", answer=what.answer)


def _added(walked: Walk, event: Event, what: ev.Added) -> Lines:
    entry = walked.record.entries.get(what.entry)
    yield _line(walked, event, what.by, entry.text if entry else what.text, "added", entry=what.entry)


def _panel_added(walked: Walk, event: Event, what: ev.PanelAdded) -> Lines:
    if what.split_from:
        yield _line(walked, event, None, "", "split")
    else:
        yield _line(walked, event, what.by, "\n".join(what.value.get("text", ())), "added")


def _joined(walked: Walk, event: Event, what: ev.Joined) -> Lines:
    if not what.step:
        yield _line(walked, event, None, what.name, "joined")


def _plain(kind: str) -> Callable[[Walk, Event, Any], Lines]:
    def write(walked: Walk, event: Event, _what: ev.What) -> Lines:
        yield _line(walked, event, None, "", kind)

    return write


_LINES: Final[Mapping[type, Callable[[Walk, Event, Any], Lines]]] = {
    ev.WentOn: _went_on,
    ev.Answered: _answered,
    ev.Passed: _passed,
    ev.Followed: _followed,
    ev.Reasoned: _reasoned,
    ev.PartGiven: _part,
    ev.Noted: _noted,
    ev.Urged: _urged,
    ev.Sorted: _placed,
    ev.Reviewed: _reviewed,
    ev.Added: _added,
    ev.Joined: _joined,
    ev.Handed: _plain("handed"),
    ev.Revealed: _plain("revealed"),
    ev.Corrected: _plain("corrected"),
    ev.Removed: _plain("removed"),
    ev.Moved: _plain("moved"),
    ev.PanelAdded: _panel_added,
    ev.PanelMoved: _plain("moved"),
    ev.PanelAgreed: _plain("agreed"),
    ev.LookSaid: _plain("look"),
    ev.TookBack: _plain("back"),
    ev.PutBack: _plain("redo"),
    ev.Finished: _plain("finished"),
}
