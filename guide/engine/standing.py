"""Which question stands at one visit of a step, and for whom."""

from collections.abc import Iterable
from typing import Literal

from guide.flow.model import Flow, Step
from guide.frozen import frozen
from guide.map.model import EMPTY_VOICE, Key, Record, Visit, Voice

Mode = Literal["put", "next", "first", "more", "quiet", "echo", "reason", "part", "sentence"]


@frozen
class Standing:
    """The question that waits for a reply."""

    key: Key
    mode: Mode
    """put: somebody must be counted first; next: a text or a timer; first: the question itself; more: what
    else; quiet: nothing moves until a key; echo: a phrase was given back; reason: words to a number; part:
    one part of a sentence; sentence: the whole sentence."""
    who: str = ""
    """Whose turns are open; empty when nobody in particular."""
    part: str = ""
    waiting: tuple[str, ...] = ()
    """People still to answer, in the order they are asked."""


QUIET: frozenset[str] = frozenset({"child", "family"})
"""Held with these, nothing moves by itself after something was said."""

_FAMILY = 1
_ORDER = {
    "child": 0, "observer": 2, "school": 2, "health": 2, "police": 2, "worker": 3, "case_holder": 4,
    "advisor": 5, "lead": 6, "chair": 7, "manager": 8,
}  # fmt: skip
"""Who speaks before whom, lowest power first; roles that are not here stand with the family."""
_BEHIND = 9


def in_order(record: Record, people: Iterable[str], last: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return these people in the order they speak: children, family and others, outside colleagues, workers.

    Whoever is accountable comes last, so that nobody has to be brave; behind them the roles in `last`.
    """

    def rank(person: str) -> int:
        role = record.people[person].role
        return _BEHIND + last.index(role) if role in last else _ORDER.get(role, _FAMILY)

    return tuple(sorted(people, key=rank))


def asked_in_order(record: Record, roles: tuple[str, ...], last: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return everybody of these roles who has not left, in the order they speak; see `in_order`."""
    return in_order(record, [one.id for one in record.of_roles(roles)], last)


def standing_at(flow: Flow, record: Record, step: Step, key: Key) -> Standing | None:
    """Return the question that stands at this visit, or None when it is settled."""
    visit = record.visit(key)
    if visit.finished_here or visit.went_on:
        return None
    if not step.asks:
        return _going_on(record, step, key, visit)
    if step.by:
        return _with_several(flow, record, step, key, visit)
    return _with_voice(flow, step, key, "", visit.voices.get("", EMPTY_VOICE))


def _going_on(record: Record, step: Step, key: Key, visit: Visit) -> Standing:
    """Return a text with who reads aloud, in order, or a quiet time with who has not written yet."""
    if step.kind != "timer":
        return Standing(key, "next", waiting=asked_in_order(record, step.by, step.last))
    if step.by and visit.put is None:
        return Standing(key, "put")
    return Standing(key, "next", waiting=_waiting(record, step, visit))


def _waiting(record: Record, step: Step, visit: Visit) -> tuple[str, ...]:
    still = (one for one in visit.put or () if _still_to_answer(record, visit, one))
    return in_order(record, still, step.last)


def _with_several(flow: Flow, record: Record, step: Step, key: Key, visit: Visit) -> Standing | None:
    if visit.put is None:
        return Standing(key, "put")
    waiting = _waiting(record, step, visit)
    for who in _latest_first(record, visit):
        open_turn = _with_voice(flow, step, key, who, visit.voices[who])
        if open_turn is not None and not record.people[who].left and _has_begun(visit.voices[who]):
            others = tuple(one for one in waiting if one != who)
            return Standing(key, open_turn.mode, who, open_turn.part, others)
    return Standing(key, "first", waiting=waiting) if waiting else None


def _has_begun(voice: Voice) -> bool:
    return bool(voice.answers or voice.parts)


def _latest_first(record: Record, visit: Visit) -> list[str]:
    """Who has turns here, the last to speak first: their turns are finished before the next."""
    last = {record.answers[name].by: at for at, name in enumerate(visit.answers)}
    return sorted(visit.voices, key=lambda who: last.get(who, len(last)), reverse=True)


def _still_to_answer(record: Record, visit: Visit, person: str) -> bool:
    if record.people[person].left:
        return False
    voice = visit.voices.get(person, EMPTY_VOICE)
    return not (voice.answers or voice.closed or voice.passed)


def _with_voice(flow: Flow, step: Step, key: Key, who: str, voice: Voice) -> Standing | None:
    if voice.closed or voice.passed:
        return None
    match step.kind:
        case "ask":
            return _asking(flow, step, key, who, voice)
        case "scale":
            return _scaling(step, key, who, voice)
        case "compose":
            return _composing(step, key, who, voice)
        case _:
            return None if voice.answers else Standing(key, "first", who)


def _asking(flow: Flow, step: Step, key: Key, who: str, voice: Voice) -> Standing | None:
    if not voice.answers:
        return Standing(key, "first", who)
    if not step.more:
        return None
    if voice.echo is not None:
        return Standing(key, "echo", who)
    if voice.more or flow.held_with(step) not in QUIET:
        return Standing(key, "more", who)
    return Standing(key, "quiet", who)


def _scaling(step: Step, key: Key, who: str, voice: Voice) -> Standing | None:
    if not voice.answers:
        return Standing(key, "first", who)
    if voice.guessed:
        return None
    for part, _ in step.because_parts:
        if part not in voice.reasons:
            return Standing(key, "reason", who, part)
    return None


def _composing(step: Step, key: Key, who: str, voice: Voice) -> Standing | None:
    if voice.answers:
        return None
    for part in step.parts:
        if part not in voice.parts:
            return Standing(key, "part", who, part)
    return Standing(key, "sentence", who)
