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
    wishes: Keys = {}
    for one in happened:
        if isinstance(one, ev.Moved):
            wishes[naming.called.one(one.entry)] = one.area
        elif isinstance(one, ev.PanelMoved):
            side = "before" if one.before else "after"
            wishes[naming.called.one(one.panel)] = {side: naming.called.one(one.before or one.after)}
    yield {"move": wishes}


def _added(happened: Happened, naming: Naming) -> Iterator[Keys]:
    for one in happened:
        if isinstance(one, ev.Added):
            yield {"add": {"area": one.area, "say": one.text}, **naming.by(one.by), **naming.about(one)}


def _panel_added(happened: Happened, naming: Naming) -> Iterator[Keys]:
    for one in happened:
        if isinstance(one, ev.PanelAdded) and not one.split_from:
            where = {"before": one.before, "after": one.after}
            beside = {key: naming.called.one(name) for key, name in where.items() if name}
            value = naming.called.value(one, one.value)
            typed = {"typed_by": naming.person(one.typed_by)} if one.typed_by else {}
            yield {"add": {"panel": value, **beside}, **naming.by(one.by), **typed}
    split = next((one for one in happened if isinstance(one, ev.PanelAdded) and one.split_from), None)
    whole = next((one for one in happened if isinstance(one, ev.Corrected)), None)
    if split is not None and whole is not None:
        yield {"split": {naming.called.one(split.split_from): len(whole.value["text"])}}


def _agreed(happened: Happened, naming: Naming) -> Iterator[Keys]:
    """Say who agrees to which sentence by the sentences' numbers, as they stand now."""
    panels = naming.walked.record.panels
    agree: Keys = {}
    dispute: Keys = {}
    for one in happened:
        if isinstance(one, ev.PanelAgreed) and (name := naming.called.one(one.panel)) in panels:
            text = panels[name].text
            agree[name] = {
                str(text.index(words) + 1): [naming.person(who) for who in own]
                for words, own in one.agree.items()
            }
            dispute[name] = {
                str(text.index(words) + 1): {naming.person(who): says for who, says in own.items()}
                for words, own in one.dispute.items()
            }
    told = {key: {name: own for name, own in said.items() if own} for key, said in
            (("agree", agree), ("dispute", dispute))}  # fmt: skip
    by = next((one.by for one in happened if isinstance(one, ev.PanelAgreed)), "")
    yield {**{key: own for key, own in told.items() if own}, **naming.by(by)}


def _look_said(happened: Happened, naming: Naming) -> Iterator[Keys]:
    own = [one for one in happened if isinstance(one, ev.LookSaid)]
    yield {"look": {one.name: one.look for one in own}, **naming.by(own[0].by)}


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
    ev.PanelMoved: _moved,
    ev.PanelAdded: _panel_added,
    ev.PanelAgreed: _agreed,
    ev.LookSaid: _look_said,
    ev.Added: _added,
    ev.Urged: _urged,
    ev.UrgentTold: _urged,
    ev.Finished: _finished,
}
