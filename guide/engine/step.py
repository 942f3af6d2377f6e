"""Decides what one reply makes happen: pure, touching neither disk nor screen nor clock."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from guide.engine.stage import clocks_due
from guide.engine.standing import asked_in_order
from guide.engine.turn import Asks
from guide.engine.walk import Walk, carry, walk
from guide.flow.model import Flow
from guide.frozen import frozen
from guide.log import events as ev
from guide.log.events import Event
from guide.map.fold import fold_more
from guide.map.model import Key, Record

Json = Any


@frozen
class Moved:
    """What one reply brings: the events, and the record and walk after them."""

    events: tuple[Event, ...]
    walk: Walk

    @property
    def record(self) -> Record:
        """The record after the events."""
        return self.walk.record


def step(flow: Flow, record: Record, heard: Json, now: str) -> list[Event]:
    """Return the events `heard` makes happen; raises Refused when it is not legal here."""
    return list(decide(walk(flow, record), heard, now).events)


def decide(walked: Walk, heard: Json, now: str, asks: Asks | None = None) -> Moved:
    """As `step`, carried on from a walk over the record; raises Refused."""
    from guide.engine.hear import hear  # the first question is put without it

    return settle(walked, hear(walked, heard, asks), now)


def settle(walked: Walk, happened: Sequence[ev.What], now: str) -> Moved:
    """Return what `happened` brings, with everything that follows from it by itself."""
    deed = walked.record.counts.deed + 1
    events: list[Event] = []
    was_ended = walked.ended or any(isinstance(what, ev.TookBack | ev.PutBack) for what in happened)
    happened = happened or _follows(walked, was_ended=was_ended)
    while happened:
        new = [Event(deed, now, what) for what in happened]
        events.extend(new)
        walked = carry(walked, fold_more(walked.record, new), happened)
        happened = _follows(walked, was_ended=was_ended)
    return Moved(tuple(events), walked)


def _follows(walked: Walk, *, was_ended: bool) -> list[ev.What]:
    """Return what follows by itself: who is asked, what is opened, which clock begins, the end."""
    standing = walked.standing
    if standing is not None and standing.mode == "put":
        known = walked.flow.steps[standing.key.step]
        people = asked_in_order(walked.record, known.by, known.last)
        if standing.key.returned:
            people = _put_off_by(walked.record, standing.key, people)
        return [ev.Put(**_place(standing.key), people=people)]
    opened = _to_reveal(walked) or clocks_due(walked)
    if opened:
        return opened
    if walked.ended and (not walked.record.finished or not was_ended) and not _just_finished(walked):
        return [ev.Finished()]
    return []


def _put_off_by(record: Record, key: Key, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return those a question comes back to: whoever put it off."""
    voices = record.visit(Key(key.step, key.item)).voices
    return tuple(one for one in people if one in voices and voices[one].passed == "later")


@lru_cache(maxsize=8)
def _private_steps(flow: Flow) -> frozenset[str]:
    return frozenset(one.id for one in flow.steps.values() if one.private)


def _to_reveal(walked: Walk) -> list[ev.What]:
    """Return what is opened now: the walk has passed the step, or the conversation ends while it stands."""
    private = _private_steps(walked.flow)
    if not private:
        return []
    return [
        ev.Revealed(**_place(key))
        for key, visit in walked.record.visits.items()
        if key.step in private and visit.answers and not visit.revealed and _is_over(walked, key)
    ]


def _is_over(walked: Walk, key: Key) -> bool:
    if walked.standing is not None and walked.standing.key == key:
        return walked.record.finished_by_hand
    return key in walked.visited and key not in walked.deferred


def _just_finished(walked: Walk) -> bool:
    last = walked.record.events[-1].what if walked.record.events else None
    return isinstance(last, ev.Finished | ev.Exported)


def _place(key: Key) -> dict[str, Any]:
    return {"step": key.step, "item": key.item, "returned": key.returned}
