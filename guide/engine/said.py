"""What was heard and done, as lines of a conversation: for the turn, and for the transcript."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from guide.engine.turn import Said
from guide.engine.walk import Walk
from guide.flow.evaluate import and_join, fill
from guide.log import events as ev
from guide.log.events import Event
from guide.map.as_json import is_hidden
from guide.map.model import Answer, Key


def said_of(walked: Walk, events: Iterable[Event]) -> tuple[Said, ...]:
    """Return the lines for these events; private values that are not opened say only that they were given."""
    return tuple(line for event in events for line in _lines(walked, event))


def transcript(walked: Walk, last: int | None = None) -> list[Said]:
    """Return the conversation so far without what was taken back; `last` keeps that many lines."""
    record = walked.record
    standing = {deed.number for deed in record.deeds}
    events = (one for one in record.events if one.deed in standing)
    if last is None:
        return list(said_of(walked, events))
    found: list[Said] = []
    for event in reversed(record.events):
        if event.deed in standing:
            found.extend(reversed(list(_lines(walked, event))))
        if len(found) >= last:
            break
    return list(reversed(found[:last]))


def _lines(walked: Walk, event: Event) -> Iterator[Said]:
    writer = _LINES.get(type(event.what))
    if writer is not None:
        yield from writer(walked, event)


def _held_with(walked: Walk, step: str) -> str:
    known = walked.flow.steps.get(step)
    return walked.flow.held_with(known) if known else "worker"


def _line(walked: Walk, event: Event, by: str | None, text: str, kind: str, **more: str) -> Said:
    step = getattr(event.what, "step", "")
    own = {
        "at": event.at,
        "deed": event.deed,
        "held_with": _held_with(walked, step),
        "form": more.pop("form", "said"),
    }
    return Said(by or None, step, text, kind=kind, **more, **own)  # type: ignore[arg-type]


def _asked(walked: Walk, event: Event, asked: str | None) -> Iterator[Said]:
    if asked:
        yield _line(walked, event, None, asked, "guide")


def _went_on(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.WentOn)
    yield from _asked(walked, event, what.asked)


def _answered(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Answered)
    yield from _asked(walked, event, what.asked)
    answer = walked.record.answers.get(what.answer)
    if is_hidden(walked.flow, walked.record, Key(what.step, what.item, what.returned)):
        yield Said(what.by or None, what.step, "", given=True, at=event.at, deed=event.deed)
        return
    if answer is None:
        return
    kind = {"scale": "rated", "choose": "chose", "people": "joined"}.get(what.kind, "said")
    text = answer_text(walked, answer)
    yield _line(
        walked, event, answer.by, text, kind,
        answer=answer.id, entry=answer.entry, rating=answer.rating, form=what.form,
    )  # fmt: skip


def answer_text(walked: Walk, answer: Answer) -> str:
    """Return an answer as words."""
    record, step = walked.record, walked.flow.steps[answer.key.step]
    if answer.entry and answer.entry in record.entries:
        return record.entries[answer.entry].text
    match answer.kind:
        case "choose":
            options = step.options
            keys = [key for key in answer.value if key in options]
            return and_join([fill(options[key].for_band("adult"), walked.sight) for key in keys])
        case "scale" | "number":
            return f"{answer.value:g}"
        case "people":
            return and_join([record.people[one].name for one in answer.value if one in record.people])
        case "panel":
            value: Mapping[str, list[str]] = answer.value
            return "\n".join(value.get("text", ()))
        case _:
            return str(answer.value) if answer.value is not None else ""


def _passed(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Passed)
    yield from _asked(walked, event, what.asked)
    if is_hidden(walked.flow, walked.record, Key(what.step, what.item, what.returned)):
        yield Said(what.by or None, what.step, "", given=True, at=event.at, deed=event.deed)
        return
    yield _line(walked, event, what.by, what.way, "passed", answer=what.answer)


def _followed(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Followed)
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, what.by, what.text, "followed", entry=what.entry, form=what.form)


def _reasoned(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Reasoned)
    if is_hidden(walked.flow, walked.record, Key(what.step, what.item, what.returned)):
        return
    yield from _asked(walked, event, what.asked)
    rating = walked.record.ratings.get(what.rating)
    yield _line(walked, event, rating.by if rating else "", what.text, "reason", rating=what.rating)


def _part(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.PartGiven)
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, what.by, and_join(list(what.texts)), "said")


def _noted(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Noted)
    yield Said(what.by or None, what.step, what.text, kind="aside", at=event.at, deed=event.deed)


def _urged(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Urged)
    yield Said(what.by or None, what.step, what.words, kind="urgent", at=event.at, deed=event.deed)


def _placed(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Sorted)
    areas = walked.flow.areas
    titles = [areas[area].title for area in dict.fromkeys(what.placed.values()) if area in areas]
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, what.by, and_join(titles), "placed", answer=what.answer)


def _reviewed(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Reviewed)
    yield from _asked(walked, event, what.asked)
    yield _line(walked, event, what.by, "", "reviewed", answer=what.answer)


def _added(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Added)
    entry = walked.record.entries.get(what.entry)
    yield _line(walked, event, what.by, entry.text if entry else what.text, "added", entry=what.entry)


def _joined(walked: Walk, event: Event) -> Iterator[Said]:
    what = event.what
    assert isinstance(what, ev.Joined)
    if not what.step:
        yield _line(walked, event, None, what.name, "joined")


def _plain(kind: str) -> Callable[[Walk, Event], Iterator[Said]]:
    def write(walked: Walk, event: Event) -> Iterator[Said]:
        yield _line(walked, event, None, "", kind)

    return write


_LINES: Final[Mapping[type, Callable[[Walk, Event], Iterator[Said]]]] = {
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
    ev.TookBack: _plain("back"),
    ev.PutBack: _plain("redo"),
    ev.Finished: _plain("finished"),
}
