"""Puts into words what is asked now: the step that stands, for this person, in this band."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from guide.engine.accepts import accepts_of
from guide.engine.standing import Standing, in_order
from guide.engine.turn import Asked, Asks
from guide.engine.walk import Walk
from guide.engine.worded import band_of, given_parts, items_of, question, range_of, worded
from guide.flow.evaluate import and_join
from guide.flow.model import Flow, Step
from guide.flow.possible import known_by_form, possible_steps
from guide.frozen import replace
from guide.map.model import Answer, Key, Person, Record
from guide.map.placing import is_hidden
from guide.words.voice import say

_AS_IT_IS: Final = (
    "into", "private", "unit", "optional", "urgent", "many", "approximate", "roles", "shows",
    "guess",
)  # fmt: skip


_ASKED_FOR: Final = ("people.parent", "people.carer", "people.family", "people.friend")
"""The steps whose people sit there, when it is not a child's own page."""
_HELPERS: Final = ("worker", "lead", "case_holder")


def side(held_with: str) -> str:
    """Which of the two sides sits before the screen: the worker, or those the worker is with."""
    return "worker" if held_with == "worker" else "others"


def asks_of(walked: Walk) -> Asks:
    """Return what is asked now: a step, a hand-over page, a break or the end."""
    record, standing = walked.record, walked.standing
    if standing is None or record.finished_by_hand:
        return Asks(None, "end", record.sits, "")
    step = walked.flow.steps[standing.key.step]
    held_with = walked.flow.held_with(step)
    if side(held_with) != side(record.sits):
        return Asks(None, "hand-over", held_with, _greeting(walked, held_with), accepts=({"next": True},))
    if record.paused:
        text = say("break", record.lang)
        return Asks(step.id, "break", held_with, text, accepts=({"next": True}, {"pass": "finish-here"}))
    return _step_asks(walked, standing, step, held_with)


def _greeting(walked: Walk, held_with: str) -> str:
    record = walked.record
    if held_with == "worker":
        workers = and_join([one.name for one in helpers_of(walked)])
        return say("back_to_worker", record.lang, names=workers) if workers else say("back_to_somebody")
    names = "" if held_with == "team" else _greeted(walked, held_with)
    return say("hello", record.lang, names=names) if names else say("hello_all", record.lang)


def _greeted(walked: Walk, held_with: str) -> str:
    """Name whoever is known to sit there: who was asked for at the start, and who has spoken here.

    Others may be known by name only, and be elsewhere; so is whoever a worker only wrote down words of.
    """
    record = walked.record
    if held_with == "child":
        return _names(record, ("child",))
    here = {one.by for one in record.answers.values() if _is_said_with_them(walked, one)}
    for step in _ASKED_FOR:
        here |= {one for name in record.visit(Key(step)).answers for one in record.answers[name].value or ()}
    family = record.of_roles(("child", "parent", "carer", "family", "friend"))
    return and_join([one.name for one in family if one.id in here or one.step in _ASKED_FOR])


def _is_said_with_them(walked: Walk, answer: Answer) -> bool:
    step = walked.flow.steps.get(answer.key.step)
    return step is not None and walked.flow.held_with(step) != "worker"


def _names(record: Record, roles: tuple[str, ...]) -> str:
    return and_join([one.name for one in record.of_roles(roles)])


def _step_asks(walked: Walk, standing: Standing, step: Step, held_with: str) -> Asks:
    record = walked.record
    band = band_of(record, held_with)
    open_turn = (standing.who,) if standing.who else ()
    asks = Asks(
        step=step.id,
        kind=step.kind,
        held_with=held_with,
        text=question(walked, standing),
        why=worded(walked, step.why, band) or None,
        part=standing.part or ("sentence" if standing.mode == "sentence" else None),
        of=standing.key.item or None,
        band=band,
        by=tuple(_asked(record, one) for one in (*open_turn, *standing.waiting)),
        who=standing.who,
        reveals=_reveals(standing, step),
        quiet=standing.mode == "quiet",
        more=standing.mode == "more",
        range=range_of(step, band) if standing.mode == "first" else None,
        items=items_of(walked, standing, step),
        left=left_after(walked.flow, step, record.form),
        mode=standing.mode,
        title=_title(walked, step, band),
        given={} if is_hidden(walked.flow, record, standing.key) else given_parts(walked, standing),
        returned=standing.key.returned,
        speaks=speaker_of(walked, held_with, step.section),
        wrote=_written(record, standing, step),
        **_as_written(walked, step, band),
    )
    return replace(asks, accepts=accepts_of(walked, standing, step, asks))


def _as_written(walked: Walk, step: Step, band: str) -> dict[str, Any]:
    """Return what the flow itself says of a step, whoever answers it."""
    return {
        **{name: getattr(step, name) for name in _AS_IT_IS},
        "minutes": step.minutes or _stage_minutes(walked, step),
        "options": {key: worded(walked, text, band) for key, text in step.options.items()},
        "zero": worded(walked, step.zero, band),
        "ten": worded(walked, step.ten, band),
        "places": {area: worded(walked, text, band) for area, text in step.where.items()},
        "parts": {part: worded(walked, one.ask, band) for part, one in step.parts.items()},
    }


def _stage_minutes(walked: Walk, step: Step) -> float:
    """Return what a quiet time without minutes of its own may take: as long as its stage."""
    section = walked.flow.section_of.get(step.section)
    return section.minutes if section is not None and step.kind == "timer" else 0


def speaker_of(walked: Walk, held_with: str, section: str) -> str:
    """Return whose words a reply is when nobody is named.

    With a child the child, with a worker the worker, else the last one named in this section, else nobody.
    """
    record = walked.record
    if held_with in {"child", "worker"}:
        people = record.of_roles(("child",)) if held_with == "child" else helpers_of(walked)
        own = [one for one in people if one.role == held_with] or list(people)
        return own[0].id if own else ""
    steps = walked.flow.steps
    for step, who in reversed(list(record.spoke.items())):
        if step in steps and steps[step].section == section:
            return who
    return ""


def helpers_of(walked: Walk) -> tuple[Person, ...]:
    """Return whose pages the worker's are: those of these roles whom the flow asks for at its start.

    A colleague who only sits in the room is no helper there; where the flow asks for none of them, all are.
    """
    asked_for = {one.role for one in walked.flow.people} & set(_HELPERS)
    return walked.record.of_roles(tuple(asked_for) or _HELPERS)


def reask(walked: Walk, key: Key) -> Asks:
    """Return a question that was answered as it would be put now, so that the answer can be changed."""
    step = walked.flow.steps[key.step]
    looking = walked.copy(walked.record)
    looking.look_from(step, key)
    return _step_asks(looking, Standing(key, "first"), step, walked.flow.held_with(step))


def _asked(record: Record, person: str) -> Asked:
    one = record.people[person]
    return Asked(one.id, one.name, one.role)


def _written(record: Record, standing: Standing, step: Step) -> tuple[str, ...]:
    """Return who has written in a quiet time."""
    if step.kind != "timer" or not step.by:
        return ()
    voices = record.visit(standing.key).voices
    return tuple(one for one in in_order(record, filter(None, voices), step.last) if voices[one].answers)


def _title(walked: Walk, step: Step, band: str) -> str:
    section = walked.flow.section_of.get(step.section)
    return worded(walked, section.title, band) if section else ""


def _reveals(standing: Standing, step: Step) -> bool:
    """Whether the next answer or pass may be the last before what is private is opened."""
    return step.private and len({standing.who, *standing.waiting} - {""}) == 1


@lru_cache(maxsize=8)
def _counts(flow: Flow, form: str) -> Mapping[str, tuple[int, int]]:
    least = most = 0
    counts: dict[str, tuple[int, int]] = {}
    possible = {step.id for step in possible_steps(flow, form)}
    for name, step in reversed(list(flow.steps.items())):
        section = flow.section_of.get(step.section)
        conditions = (step.when, section.when if section else None)
        sure = all(known_by_form(one, form) for one in conditions) and not step.optional
        counts[name] = (least, most)
        if step.asks and name in possible:
            most += 1
            least += 1 if sure and not step.again and not (section and section.for_each) else 0
    return counts


def left_after(flow: Flow, step: Step, form: str) -> tuple[int, int]:
    """Return roughly how many questions of this form follow in file order, at least and at most."""
    return _counts(flow, form)[step.id]
