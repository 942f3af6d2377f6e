"""Folds the journal into the record: the only place where facts change."""

from collections.abc import Iterable, Sequence
from typing import Final

from guide.frozen import fields, replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.deeds import Counts, Deed
from guide.map.fold_answers import ANSWERS
from guide.map.fold_changes import CHANGES
from guide.map.fold_clocks import CLOCKS
from guide.map.fold_people import PEOPLE
from guide.map.fold_story import STORY
from guide.map.ledger import Ledger
from guide.map.model import Record

_WRITERS: Final = {**ANSWERS, **CHANGES, **PEOPLE, **CLOCKS, **STORY}
_IDS: Final = {
    kind: tuple(one.name for one in fields(kind) if one.name in Counts.__annotations__) for kind in _WRITERS
}
"""Which ids each kind of event may hold."""
_NOTHING_NEW: Final = (
    ev.TookBack, ev.PutBack, ev.Handed, ev.Put, ev.Exported, ev.Urged, ev.UrgentTold,
    ev.ClockBegan, ev.ClockSet,
)  # fmt: skip
_STRONGER: Final = ("", "next", "fixed", "said", "reveal", "start")


def fold(events: Sequence[Event], session: str = "") -> Record:
    """Return the record of a whole journal; undone deeds leave no trace in it but their used-up ids.

    Undo moves nobody: who sits before the screen is whoever it was handed to last.
    """
    gone, redo = _undone(events)
    ledger = Ledger.after(Record(session=session))
    for event in events:
        _count(ledger, event)
        if event.deed not in gone:
            _write(ledger, event)
        elif isinstance(event.what, ev.Handed):
            ledger.set("sits", event.what.to)
    ledger.set("undone", redo)
    return ledger.frozen(tuple(events))


def fold_more(record: Record, events: Sequence[Event]) -> Record:
    """Return the record after `events`; equal to folding the whole journal again."""
    whole = (*record.events, *events)
    if any(isinstance(event.what, ev.TookBack | ev.PutBack) for event in events):
        return fold(whole, record.session)
    ledger = Ledger.after(record)
    for event in events:
        _count(ledger, event)
        _write(ledger, event)
        if closes_redo(event.what):
            ledger.set("undone", ())
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
    if isinstance(what, ev.Finished):
        return what.by_hand
    return not isinstance(what, _NOTHING_NEW)


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
        case ev.Put() | ev.ClockBegan() | ev.ClockSet() | ev.Finished(by_hand=False):
            return ""
        case _:
            return "said"


def _count(ledger: Ledger, event: Event) -> None:
    ledger.counts["deed"] = max(ledger.counts.get("deed", 0), event.deed)
    for kind in _IDS.get(type(event.what), ()):
        name = getattr(event.what, kind)
        if name:
            ledger.count(kind, name)


def _write(ledger: Ledger, event: Event) -> None:
    """Write one event into the ledger; undo itself is no fact."""
    if isinstance(event.what, ev.TookBack | ev.PutBack):
        return
    _write_deed(ledger, event)
    _WRITERS[type(event.what)](ledger, event, event.what)


def _write_deed(ledger: Ledger, event: Event) -> None:
    kind = deed_kind(event.what)
    last = ledger.deeds[-1] if ledger.deeds else None
    if last is None or last.number != event.deed:
        ledger.deeds.append(Deed(event.deed, kind, getattr(event.what, "step", "")))
    elif _STRONGER.index(kind) > _STRONGER.index(last.kind):
        ledger.deeds[-1] = replace(last, kind=kind)
