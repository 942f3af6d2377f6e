"""Says a correction again: by the step where that is enough, then by its number there, then by its id."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.engine.recording.naming import Keys, Naming, one_or_all
from guide.engine.recording.told import opinions, value_of
from guide.engine.worded import items_read
from guide.log import events as ev
from guide.map.model import Answer

Json = Any
Happened = Sequence[ev.What]


def corrections(happened: Happened, naming: Naming) -> Iterator[Keys]:
    """Return the lines by which something said before may have been put right, or given later."""
    for one in happened:
        match one:
            case ev.Corrected():
                values = _corrected(happened, one, naming)
                yield from (
                    {"correct": name, **values, **more} for name, more in _meant(one.target, None, naming)
                )
            case ev.Answered():
                values = _given(happened, one, naming)
                target = one.answer
                yield from ({"correct": name, **values, **more} for name, more in _meant(target, one, naming))
            case ev.Sorted():
                values = {"sort": {naming.called.one(name): area for name, area in one.placed.items()}}
                yield from _put_right(one, values, naming)
            case ev.Reviewed():
                items = items_read(naming.walked, naming.walked.flow.steps[one.step])
                yield from _put_right(one, {"ok": True, **opinions(one, naming, items)}, naming)
            case ev.Reasoned():
                yield from _reason_later(one, naming)
            case _:
                pass


def _put_right(what: ev.Sorted | ev.Reviewed, values: Keys, naming: Naming) -> Iterator[Keys]:
    asked = {"asked": what.asked} if what.asked else {}
    own = {**naming.by(what.by), **values, **asked}
    yield from ({"correct": name, **own, **more} for name, more in _meant(what.answer, what, naming))


def _meant(target: str, what: ev.Place | None, naming: Naming) -> Iterator[tuple[str, Keys]]:
    """Return the ways to say which answer is meant, the plainest first."""
    name = naming.called.one(target)
    answer = naming.walked.record.answers.get(name)
    if answer is not None:
        yield from ((answer.key.step, keys) for keys in _by_step(answer, naming))
    elif what is not None and what.step in naming.walked.flow.steps:
        yield what.step, _of(what.step, naming.called.one(what.item), naming) or {}
    yield name, {}


def _by_step(answer: Answer, naming: Naming) -> Iterator[Keys]:
    """Return how an answer is told from the others at its step; nothing when its item is in no list now."""
    record, step = naming.walked.record, naming.walked.flow.steps[answer.key.step]
    of = _of(step.id, answer.key.item, naming)
    if of is not None:
        by = {"by": naming.person(answer.by)} if step.by and answer.by else {}
        yield {**of, **by}
        beside = [one.id for one in record.answers.values() if _is_beside(one, answer)]
        if answer.id in beside:
            yield {**of, **by, "item": beside.index(answer.id) + 1}


def _is_beside(one: Answer, answer: Answer) -> bool:
    """Whether two answers stand at the same visit and are counted together."""
    return one.key.step == answer.key.step and one.key.item == answer.key.item and not one.part


def _of(step: str, item: str, naming: Naming) -> Keys | None:
    """Return which item is meant, from 1; None for one that its section does not go over any more."""
    if not item:
        return {}
    items = list(naming.walked.items.get(naming.walked.flow.steps[step].section, ()))
    return {"of": items.index(item) + 1} if item in items else None


def _corrected(happened: Happened, what: ev.Corrected, naming: Naming) -> Keys:
    by = {} if what.by is None else naming.by(what.by)
    if what.passed:
        return {"pass": what.passed, **by}
    answer = naming.walked.record.answers.get(naming.called.one(what.target))
    if answer is None:
        told = (
            value_of("panel", what.value, naming) if isinstance(what.value, Mapping) else {"say": what.value}
        )
        return {**told, **by}
    kind = naming.walked.flow.steps[answer.key.step].kind
    if kind == "people":
        return {"people": naming.people(happened)}
    return {**value_of(kind, what.value, naming), **by}


def _given(happened: Happened, what: ev.Answered, naming: Naming) -> Keys:
    """Return an answer that was given at a question that did not stand."""
    asked = {"asked": what.asked} if what.asked else {}
    if what.kind == "people":
        return {"people": naming.people(happened), **naming.by(what.by), **asked}
    steps = naming.walked.flow.steps
    usual = steps[what.step].into if what.step in steps else ()
    into = {"into": one_or_all(what.areas)} if what.areas and tuple(what.areas) != tuple(usual) else {}
    return {
        **naming.by(what.by),
        **value_of(what.kind, what.value, naming),
        **naming.about(what),
        **into,
        **asked,
    }


def _reason_later(what: ev.Reasoned, naming: Naming) -> Iterator[Keys]:
    """Return the words to a number that were passed first and said later."""
    item = naming.called.one(what.item)
    for one in naming.walked.record.answers.values():
        if one.part == what.part and one.key.step == what.step and one.key.item == item:
            yield {"correct": one.id, "say": what.text}
            if what.asked:
                yield {"correct": one.id, "say": what.text, "asked": what.asked}
