"""Writes down what was changed by hand: corrections, what was taken off, moved, added, cleared, exported."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.frozen import replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.fold_story import correct_panel
from guide.map.ledger import Ledger
from guide.map.model import Answer, Entry, Rating
from guide.map.sharing import cleared, held_as, touch


def _cleared(ledger: Ledger, event: Event, what: ev.Cleared) -> None:
    stamp = {"by": what.by, "at": event.at, "why": what.why}
    for target in what.entries:
        cleared(ledger, target, what.viewer, stamp)


def _corrected(ledger: Ledger, event: Event, what: ev.Corrected) -> None:
    answers = ledger.of("answers")
    if what.target in ledger.of("panels"):
        correct_panel(ledger, what.target, what.value)
        return
    if what.target not in answers:
        _correct_held(ledger, event, what.target, what.value, what.by)
        return
    answer: Answer = answers[what.target]
    by = answer.by if what.by is None else what.by
    value = None if what.passed else what.value
    answers[what.target] = replace(
        answer, value=value, by=by, passed=what.passed, was=(*answer.was, answer.value)
    )
    if what.passed:
        return
    if answer.panel:
        correct_panel(ledger, answer.panel, what.value)
    _correct_held(ledger, event, answer.entry or answer.rating, what.words or what.value, by)


def _correct_held(ledger: Ledger, event: Event, target: str, value: object, by: str | None) -> None:
    """Put an entry's words or a rating's mark right; the first stand beside them."""
    one = held_as(ledger, target)
    if one is None:
        return
    changes: dict[str, Any] = {"by": one.by if by is None else by}
    if isinstance(one, Rating):
        changes |= {"value": value, "was": (*one.was, one.value)}
    else:
        changes |= {"text": value, "was": (*one.was, one.text)}
    if value != (one.value if isinstance(one, Rating) else one.text):
        changes["share"] = {}  # nobody wished or cleared it as it stands now
    touch(ledger, target, **changes)
    ledger.of("changed")[target] = event.deed


def _removed(ledger: Ledger, _event: Event, what: ev.Removed) -> None:
    ledger.set("removed", ledger.get("removed") | {what.target})


def _moved(ledger: Ledger, event: Event, what: ev.Moved) -> None:
    moved = ledger.of("moved")
    moved[what.entry] = (*moved.get(what.entry, ()), (event.deed, what.area))
    ledger.of("changed")[what.entry] = event.deed


def _added(ledger: Ledger, event: Event, what: ev.Added) -> None:
    ledger.of("entries")[what.entry] = Entry(
        what.entry, what.text, what.by, event.at, "", (what.area,), None, what.form, what.typed_by,
        what.source, what.from_, what.about,
    )  # fmt: skip
    ledger.set("added", (*ledger.get("added"), what.entry))
    ledger.of("changed")[what.entry] = event.deed


def _finished(ledger: Ledger, event: Event, what: ev.Finished) -> None:
    ledger.set("finished", event.at)
    ledger.set("finished_by_hand", what.by_hand)


def _exported(ledger: Ledger, event: Event, what: ev.Exported) -> None:
    ledger.set("exported", (*ledger.get("exported"), (what.paper, what.format, what.viewer, event.at)))


CHANGES: Final[Mapping[type, Callable[..., None]]] = {
    ev.Cleared: _cleared,
    ev.Corrected: _corrected,
    ev.Removed: _removed,
    ev.Moved: _moved,
    ev.Added: _added,
    ev.Finished: _finished,
    ev.Exported: _exported,
}
