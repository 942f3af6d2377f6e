"""Which question stands at one visit of a step, and for whom."""

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

_ORDER = {"child": 0, "worker": 2, "case_holder": 2, "lead": 3, "manager": 4, "chair": 4}


def asked_in_order(record: Record, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return everybody of these roles: children first, then family and others, then workers.

    Whoever is accountable comes last, so that nobody has to be brave.
    """
    people = record.of_roles(roles)
    return tuple(one.id for one in sorted(people, key=lambda one: _ORDER.get(one.role, 1)))


def standing_at(flow: Flow, record: Record, step: Step, key: Key) -> Standing | None:
    """Return the question that stands at this visit, or None when it is settled."""
    visit = record.visit(key)
    if visit.finished_here or visit.went_on:
        return None
    if not step.asks:
        return Standing(key, "next")
    if step.by:
        return _with_several(flow, record, step, key, visit)
    return _with_voice(flow, step, key, "", visit.voices.get("", EMPTY_VOICE))


def _with_several(flow: Flow, record: Record, step: Step, key: Key, visit: Visit) -> Standing | None:
    if visit.put is None:
        return Standing(key, "put")
    waiting = tuple(one for one in visit.put if _still_to_answer(record, visit, one))
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
