"""Says again what is legal at any turn: people, asides, what was put by hand, something urgent, the end."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from guide.engine.recording.naming import Keys, Naming, one_or_all
from guide.log import events as ev

Json = Any
Happened = Sequence[ev.What]


def _handed(*_: object) -> Iterator[Keys]:
    yield {"next": True}


def _resumed(happened: Happened, _: Naming) -> Iterator[Keys]:
    passed = next((one for one in happened if isinstance(one, ev.Passed)), None)
    yield {"pass": passed.way} if passed else {"next": True}


def _people(happened: Happened, naming: Naming) -> Iterator[Keys]:
    areas = next((one.areas for one in happened if isinstance(one, ev.Joined) and one.areas), ())
    told = {"people": naming.people(happened), **({"into": one_or_all(areas)} if areas else {})}
    yield told
    for answer in naming.walked.record.answers.values():
        if answer.kind == "people":
            yield {"correct": answer.id, **told}


def _named(happened: Happened, naming: Naming) -> Iterator[Keys]:
    known = {one.person: one.name for one in happened if isinstance(one, ev.Joined)}
    for one in happened:
        if isinstance(one, ev.Named):
            yield {"named": known.get(one.person) or naming.person(one.person), **naming.by(one.by)}


def _noted(happened: Happened, naming: Naming) -> Iterator[Keys]:
    for one in happened:
        if isinstance(one, ev.Noted):
            yield {"aside": one.text, **({"seen": True} if one.seen else {}), **naming.by(one.by)}


def _cleared(happened: Happened, naming: Naming) -> Iterator[Keys]:
    own = [one for one in happened if isinstance(one, ev.Cleared)]
    viewers = {naming.person(one.viewer): [naming.thing(name) for name in one.entries] for one in own}
    yield {"clear": viewers, **naming.by(own[0].by), **({"why": own[0].why} if own[0].why else {})}


def _removed(happened: Happened, naming: Naming) -> Iterator[Keys]:
    for one in happened:
        if isinstance(one, ev.Removed):
            yield {"remove": naming.called.one(one.target)}


def _moved(happened: Happened, naming: Naming) -> Iterator[Keys]:
    yield {"move": {naming.called.one(one.entry): one.area for one in happened if isinstance(one, ev.Moved)}}


def _added(happened: Happened, naming: Naming) -> Iterator[Keys]:
    for one in happened:
        if isinstance(one, ev.Added):
            yield {"add": {"area": one.area, "say": one.text}, **naming.by(one.by), **naming.about(one)}


def _urged(happened: Happened, naming: Naming) -> Iterator[Keys]:
    """Say it without words, which takes the last that were said; then with its own."""
    fields = next((dict(one.fields) for one in happened if isinstance(one, ev.UrgentTold)), None)
    urged = next((one for one in happened if isinstance(one, ev.Urged)), None)
    if urged is None:
        name = next(one.urgent for one in happened if isinstance(one, ev.UrgentTold))
        yield {"urgent": fields or {}}
        yield {"urgent": {"id": naming.called.one(name), **(fields or {})}}
    elif fields is not None:
        yield {"urgent": fields}
    else:
        yield {"urgent": ""}
        yield {"urgent": urged.words}


def _finished(happened: Happened, _: Naming) -> Iterator[Keys]:
    if any(isinstance(one, ev.Finished) and one.by_hand for one in happened):
        yield {"finish": True}


BY_HAND: Final[Mapping[type, Callable[[Happened, Naming], Iterator[Keys]]]] = {
    ev.Handed: _handed,
    ev.Resumed: _resumed,
    ev.Joined: _people,
    ev.Described: _people,
    ev.Named: _named,
    ev.Noted: _noted,
    ev.Cleared: _cleared,
    ev.Removed: _removed,
    ev.Moved: _moved,
    ev.Added: _added,
    ev.Urged: _urged,
    ev.UrgentTold: _urged,
    ev.Finished: _finished,
}
