"""Invented people and real ones never come together, and nobody becomes invented afterwards."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pytest

from guide.errors import Refused, WrongUse
from guide.log.memory import Memory
from tests.engine.talking import FAMILY, Talking, section, tiny

FLOW = tiny(section('{ask: things, text: "What?"}'))


def begun(store: Memory, **how: Any) -> Talking:
    return Talking(FLOW, store=store, **how).meet(*FAMILY)


def is_invented(talking: Talking) -> bool:
    return bool(talking.record["session"]["invented"])


def test_it_is_said_when_a_conversation_begins_and_stays() -> None:
    store = Memory()

    assert not is_invented(begun(store))
    invented = begun(store, invented=True)
    invented.hear(people=[{"name": "Pop", "as": "family"}])
    assert is_invented(invented)
    assert invented.resumed().record.invented


@pytest.mark.parametrize("line", [{"invented": True}, {"people": [{"id": "p1", "invented": True}]}])
def test_no_line_makes_real_people_invented(line: Mapping[str, Any]) -> None:
    talking = begun(Memory())

    with suppress(Refused):
        talking.hear(line)

    assert not is_invented(talking)
    assert not talking.resumed().record.invented


@pytest.mark.parametrize("beside", ["thread", "origin"])
def test_real_people_are_never_brought_into_an_invented_conversation(beside: str) -> None:
    store = Memory()
    real = begun(store, thread="t1")

    with pytest.raises(WrongUse, match="real"):
        Talking(
            FLOW, store=store, invented=True, **{beside: {"thread": "t1", "origin": real.session.id}[beside]}
        )


def test_a_conversation_begun_with_invented_people_is_invented_too() -> None:
    store = Memory()
    first = begun(store, invented=True)

    again = Talking(FLOW, store=store, origin=first.session.id)

    assert is_invented(again)
    assert [one["name"] for one in again.record["people"]] == ["Ash", "Dee", "Rob", "Imran"]


def test_a_real_conversation_does_not_slip_into_an_invented_thread() -> None:
    store = Memory()
    begun(store, thread="t1", invented=True)

    with pytest.raises(WrongUse, match=r"“t1” is invented.*--invented"):
        Talking(FLOW, store=store, thread="t1")
    assert is_invented(Talking(FLOW, store=store, thread="t1", invented=True))


def test_another_thread_is_another_family() -> None:
    store = Memory()
    begun(store, thread="t1", invented=True)

    assert not is_invented(begun(store, thread="t2"))
