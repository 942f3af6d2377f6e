"""A room answers live: in a conversation of its own, from the moment the talk was left."""

from guide.clock import StillClock
from guide.engine.beats import beats_of
from guide.engine.branch import branch, has_words
from guide.log.memory import Memory
from tests.engine.before_a_room import played


def test_a_branch_stands_where_the_talk_was_left_and_knows_what_was_said() -> None:
    run = played()
    turn = beats_of(run)[1].before
    store = Memory()

    session = branch(run, turn, store, StillClock())

    assert session.turn.asks == turn.asks
    assert [one.text for one in session.transcript()][-1] == "Third night without sleep"
    assert session.record.invented
    assert not has_words(session, turn)


def test_what_is_answered_live_changes_nothing_of_the_talk() -> None:
    run = played()
    turn = beats_of(run)[1].before
    before = len(run.store.rows(turn.session)), len(turn.record.events), len(run.store.sessions())

    session = branch(run, turn, Memory(), StillClock())
    session.hear({"rate": 9, "by": "Imran"})

    assert has_words(session, turn)
    assert (len(run.store.rows(turn.session)), len(turn.record.events), len(run.store.sessions())) == before
    assert branch(run, turn, Memory(), StillClock()).turn.asks == turn.asks


def test_two_branches_of_one_talk_are_two_sessions() -> None:
    run, store = played(), Memory()
    turn = beats_of(run)[0].before

    first, second = (branch(run, turn, store, StillClock()) for _ in range(2))
    first.hear({"more": False})

    assert len(store.sessions()) == 2
    assert second.turn.asks == turn.asks
