"""A Session writes before it shows, and is opened again where it stopped."""

import json

import pytest

from guide.clock import StillClock
from guide.engine.session import Session
from guide.engine.step import step
from guide.errors import NotSaved, Refused
from guide.log.memory import Memory
from tests.engine.talking import FAMILY, Talking, example, section, talk, tiny

ONE = section(
    "{ask: a, text: 'A?', more: ['B?'], into: look.harm}",
    "{ask: c, text: 'C?'}",
)


def test_an_answer_is_written_before_the_turn_is_returned() -> None:
    talking = talk(ONE)
    seen: list[int] = []
    append = talking.store.append

    def watched(*given: object, **named: object) -> int:
        seen.append(talking.turn.n)
        return append(*given, **named)  # type: ignore[arg-type]

    talking.store.append = watched  # type: ignore[method-assign]
    before = talking.turn.n
    talking.hear(say="x")

    assert seen == [before]


def test_what_the_disk_does_not_take_has_not_happened() -> None:
    talking = talk(ONE)
    record, turn = talking.session.record, talking.turn
    append = talking.store.append

    def refuse(*_given: object, **_named: object) -> int:
        raise NotSaved("The disk is full: make room and say it again.")

    talking.store.append = refuse  # type: ignore[method-assign]
    with pytest.raises(NotSaved):
        talking.session.hear({"say": "x"})
    assert (talking.session.record, talking.turn) == (record, turn)

    talking.store.append = append  # type: ignore[method-assign]
    talking.hear(say="x")
    assert talking.texts("look.harm") == ["x"]


def test_resumed_it_stands_where_it_stopped() -> None:
    talking = talk(ONE)
    talking.hear(say="x")

    again = talking.resumed()

    assert again.turn.asks == talking.turn.asks
    assert again.record_json() == talking.record
    assert [one.as_json() for one in again.transcript()] == [
        one.as_json() for one in talking.session.transcript()
    ]


def test_a_session_carries_its_own_flow() -> None:
    talking = talk(ONE)
    compiled = json.loads(talking.store.compiled(talking.session.id))

    assert compiled == talking.session.flow.source


def test_somebody_who_only_follows_says_nothing_and_sees_everything() -> None:
    talking = talk(ONE)
    second = talking.resumed()
    second.readonly = True
    with pytest.raises(Refused):
        second.hear({"say": "x"})

    assert not second.follow()
    talking.hear(say="x")
    assert second.follow()

    assert second.turn.asks == talking.turn.asks
    assert [one.text for one in second.turn.said if one.kind == "said"] == ["x"]


def test_the_store_is_told_how_many_answers_stand() -> None:
    talking = talk(ONE)
    before = talking.store.find(talking.session.id).answers
    talking.hear(say="x")

    assert talking.store.find(talking.session.id).answers == before + 1


def test_what_it_starts_with_stands_in_the_record() -> None:
    session = Session.start(
        Memory(), tiny(ONE), StillClock(), form="short", thread="t1", lang="cy", origin="s1", invented=True
    )

    assert session.record_json()["session"] == {
        "id": session.id, "thread": "t1", "flow": "tiny", "version": 1, "form": "short", "level": "",
        "lang": "cy",
        "invented": True, "started": "2026-11-21T10:00:00Z", "finished": None,
    }  # fmt: skip


def test_without_a_form_it_is_the_first() -> None:
    assert Talking(tiny(ONE)).record["session"]["form"] == "full"


def test_deciding_touches_nothing() -> None:
    talking = talk(ONE)
    record = talking.session.record

    events = step(talking.session.flow, record, {"say": "x"}, "2026-11-21T10:00:00Z")

    assert [type(one.what).__name__ for one in events] == ["Answered"]
    assert talking.session.record is record


def test_nothing_undoes_the_start() -> None:
    talking = example()

    assert not talking.turn.can_back
    talking.is_refused(back=True)
    talking.meet(*FAMILY)
