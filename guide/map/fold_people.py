"""Writes down who there is, who sits before the screen, what a helper saw, and what could not wait."""

from collections.abc import Callable, Mapping
from typing import Final

from guide.frozen import fields, replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.ledger import Ledger
from guide.map.model import Aside, Key, Person, Urgent


def _started(ledger: Ledger, event: Event, what: ev.Started) -> None:
    for name in ("flow", "version", "form", "level", "lang", "thread", "invented", "origin"):
        ledger.set(name, getattr(what, name))
    ledger.set("started", event.at)


def _joined(ledger: Ledger, _event: Event, what: ev.Joined) -> None:
    ledger.of("people")[what.person] = Person(
        what.person, what.name, what.role, what.age, what.band, step=what.step, areas=what.areas
    )


def _described(ledger: Ledger, _event: Event, what: ev.Described) -> None:
    people = ledger.of("people")
    changes = {
        one.name: getattr(what, one.name)
        for one in fields(what)
        if one.name != "person" and getattr(what, one.name) is not None
    }
    people[what.person] = replace(people[what.person], **changes)


def _named(ledger: Ledger, _event: Event, what: ev.Named) -> None:
    named = ledger.of("named")
    known = named.get(what.by, ())
    if what.person not in known:
        named[what.by] = (*known, what.person)


def _handed(ledger: Ledger, _event: Event, what: ev.Handed) -> None:
    ledger.set("sits", what.to)
    ledger.set("handed_at", Key(what.step, what.item))


def _noted(ledger: Ledger, event: Event, what: ev.Noted) -> None:
    ledger.set("asides", (*ledger.get("asides"), Aside(what.text, what.by, what.seen, event.at, what.step)))


def _urged(ledger: Ledger, event: Event, what: ev.Urged) -> None:
    ledger.of("urgent")[what.urgent] = Urgent(
        what.urgent, what.words, what.asked, what.by, event.at, what.step
    )


def _urgent_told(ledger: Ledger, _event: Event, what: ev.UrgentTold) -> None:
    urgent = ledger.of("urgent")
    known: Urgent = urgent[what.urgent]
    urgent[what.urgent] = replace(known, fields={**known.fields, **what.fields})


PEOPLE: Final[Mapping[type, Callable[..., None]]] = {
    ev.Started: _started,
    ev.Joined: _joined,
    ev.Described: _described,
    ev.Named: _named,
    ev.Handed: _handed,
    ev.Noted: _noted,
    ev.Urged: _urged,
    ev.UrgentTold: _urgent_told,
}
