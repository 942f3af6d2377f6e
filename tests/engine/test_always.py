"""What holds after any conversation, whatever is said and taken back in it."""

import json
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.engine.session import Session, events_from
from guide.engine.walk import Walk, walk
from guide.errors import Refused
from guide.frozen import fields, replace
from guide.map.deeds import Counts
from guide.map.fold import fold
from guide.map.model import Key, Record
from tests.engine.everything import begun
from tests.engine.talking import Talking, example
from tests.strategies import Deed, act, conversations, line_of

IN_CI = settings(max_examples=40, derandomize=True)
GONE = st.integers(0, 45)


def replayed(talking: Talking) -> Record:
    return fold(events_from(talking.store.rows(talking.session.id)), talking.session.id)


def told(walked: Walk) -> dict[str, Any]:
    """Return everything a walk knows, without the flow and the record it goes over."""
    own = {
        one.name: getattr(walked, one.name) for one in fields(walked) if one.name not in {"flow", "record"}
    }
    sight = own.pop("sight")
    seen = {one.name: getattr(sight, one.name) for one in fields(sight) if one.name not in {"flow", "record"}}
    seen["placed"] = {area: list(held) for area, held in seen["placed"].items() if held}
    return {**own, **{f"sight.{name}": value for name, value in seen.items()}}


def without_traces(record: Record) -> Record:
    """Return a record without what an undone deed may leave: used-up ids, the journal, what can be redone."""
    return replace(record, counts=Counts(), events=(), undone=(), finished="", sits="")


@IN_CI
@given(GONE, conversations())
def test_replaying_the_journal_gives_the_record_that_lives(gone: int, deeds: list[Deed]) -> None:
    for talking in (begun(gone), example()):
        for deed in deeds:
            act(talking.session, deed)

        assert replayed(talking) == talking.session.record
        assert talking.resumed().turn.as_json()["turn"] == talking.turn.n


@IN_CI
@given(GONE, conversations())
def test_a_walk_carried_on_is_a_walk_from_the_start(gone: int, deeds: list[Deed]) -> None:
    for talking in (begun(gone), example()):
        for deed in deeds:
            act(talking.session, deed)

            assert told(talking.session.walk) == told(walk(talking.session.flow, talking.session.record))


@IN_CI
@given(GONE, conversations(), conversations(1))
def test_back_leaves_no_trace_and_redo_brings_it_all_back(
    gone: int, deeds: list[Deed], last: list[Deed]
) -> None:
    talking = begun(gone)
    for deed in deeds:
        act(talking.session, deed)
    before, asked = talking.session.record, asks_of(talking.session)
    if not last or {"back", "redo"} & line_of(last[0], talking.session).keys():
        return
    if not act(talking.session, last[0]) or talking.session.record.deeds[-1].kind != "said":
        return
    after = talking.session.record

    talking.back()

    assert without_traces(talking.session.record) == without_traces(before)
    assert asks_of(talking.session) == asked
    talking.hear(redo=True)
    assert without_traces(talking.session.record) == without_traces(after)


def asks_of(session: Session) -> Any:
    asks = dict(session.turn.as_json().get("asks", {}))
    asks["accepts"] = [one for one in asks.get("accepts", ()) if not {"back", "redo"} & one.keys()]
    return asks


@IN_CI
@given(GONE, conversations())
def test_back_takes_everything_back_to_the_start_or_to_what_was_opened(gone: int, deeds: list[Deed]) -> None:
    talking = begun(gone)
    for deed in deeds:
        act(talking.session, deed)

    while talking.turn.can_back:
        talking.back()

    kinds = [deed.kind for deed in talking.session.record.deeds]
    opened = max((at for at, kind in enumerate(kinds) if kind == "reveal"), default=-1)
    assert "said" not in kinds[opened + 1 :]
    assert opened >= 0 or not (talking.session.record.answers or talking.session.record.asides)


PRIVATE = "canary 7391"


@IN_CI
@given(st.integers(6, 30), conversations())
def test_nothing_private_is_ever_seen_before_it_is_opened(gone: int, deeds: list[Deed]) -> None:
    talking = begun(gone)

    for deed in deeds:
        _act_privately(talking, deed)

        visit = talking.session.record.visit(Key("today"))
        shown = json.dumps(
            [talking.json, talking.record, [repr(one) for one in talking.session.transcript()]]
        )
        assert visit.revealed or PRIVATE not in shown


def _act_privately(talking: Talking, deed: Deed) -> None:
    line = dict(line_of(deed, talking.session))
    answers = talking.asks.private and "correct" not in line
    if answers and "rate" in line:
        line["because"] = PRIVATE
    elif answers and "say" in line:
        line["say"] = PRIVATE
    with suppress(Refused):
        talking.session.hear(line)
