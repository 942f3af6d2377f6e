"""What every store promises, whatever stands behind it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.errors import GuideError, NotSaved, WrongUse
from guide.log.store import Conflict, Draft, NewRow, SessionRow, Store
from tests.log.rows import AT, a_row, a_session, begin, rows_of, texts_of

Opener = Callable[[], Store]
NINE, TEN, NOON = "2026-11-21T09:00:00Z", AT, "2026-11-21T12:00:00Z"


def test_a_new_session_stands_with_its_flow_and_its_first_rows(store: Store) -> None:
    rows = [a_row("one"), a_row("two", deed=2, at=NOON)]

    head = store.create(a_session(label="the K. family"), '{"flow": "three-houses"}', rows)

    assert head == store.head("aa11") == 2
    assert store.compiled("aa11") == '{"flow": "three-houses"}'
    assert [(row.seq, row.event_id, row.deed, row.payload) for row in store.rows("aa11")] == [
        (1, rows[0].event_id, 1, '{"text": "one"}'),
        (2, rows[1].event_id, 2, '{"text": "two"}'),
    ]
    found = store.find("aa11")
    assert found == SessionRow(
        "aa11",
        "t1",
        "three-houses",
        1,
        "Three Houses",
        AT,
        NOON,
        None,
        0,
        2,
        found.head_hash,
        "the K. family",
    )
    assert len(bytes.fromhex(found.head_hash)) == 32


def test_what_was_appended_is_there_for_the_next_program(open_store: Opener) -> None:
    first = open_store()
    begin(first)

    assert first.append("aa11", rows_of(["two", "three"]), 1) == 3

    second = open_store()
    assert texts_of(second) == ["begun", "two", "three"]
    assert [row.seq for row in second.rows("aa11", after=2)] == [3]
    assert second.verify("aa11") == []


def test_an_append_says_when_it_finished_and_how_many_answers_stand(store: Store) -> None:
    begin(store)

    store.append("aa11", [a_row(at=NOON)], 1, finished=NOON, answers=7)
    finished = store.find("aa11")
    store.append("aa11", [a_row(at=NOON)], 2)
    untouched = store.find("aa11")
    store.append("aa11", [a_row(at=NOON)], 3, finished=None, answers=6)
    taken_up_again = store.find("aa11")

    assert (finished.changed, finished.finished, finished.answers) == (NOON, NOON, 7)
    assert (untouched.finished, untouched.answers) == (NOON, 7)
    assert (taken_up_again.finished, taken_up_again.answers) == (None, 6)


def test_whoever_read_an_older_head_writes_nothing(open_store: Opener) -> None:
    mine, theirs = open_store(), open_store()
    begin(mine)
    theirs.append("aa11", rows_of(["theirs"]), 1)

    with pytest.raises(Conflict, match="Another window"):
        mine.append("aa11", rows_of(["mine", "mine too"]), 1, finished=NOON)

    assert texts_of(mine) == ["begun", "theirs"]
    assert mine.find("aa11").finished is None


def test_saying_the_same_again_writes_it_once(store: Store) -> None:
    first = rows_of(["begun"])
    rows = rows_of(["two", "three"])

    assert [store.create(a_session(), "{}", first) for _ in range(2)] == [1, 1]
    assert [store.append("aa11", rows, 1) for _ in range(2)] == [3, 3]
    assert store.append("aa11", rows, 3) == 3
    store.append("aa11", rows_of(["four"]), 3)
    assert store.append("aa11", rows, 1) == 3

    assert texts_of(store) == ["begun", "two", "three", "four"]


def test_rows_of_which_some_stand_already_are_a_conflict(store: Store) -> None:
    begin(store)
    said = a_row("said")
    store.append("aa11", [said], 1)

    with pytest.raises(Conflict):
        store.append("aa11", [a_row("new"), said], 2)

    assert texts_of(store) == ["begun", "said"]
    assert store.verify("aa11") == []


def test_an_id_is_never_taken_twice(store: Store) -> None:
    begin(store)

    with pytest.raises(Conflict):
        store.create(a_session(), "{}", rows_of(["another"]))

    assert texts_of(store) == ["begun"]


def test_nothing_can_be_added_to_a_session_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotSaved, match="'zz99' is not in this vault"):
        store.append("zz99", [a_row()], 0)


@pytest.mark.parametrize("ask", [Store.compiled, Store.head, Store.verify, Store.find])
def test_asking_for_a_session_that_is_not_there_is_wrong_use(
    store: Store, ask: Callable[[Store, str], object]
) -> None:
    with pytest.raises(WrongUse, match="no session 'zz99'"):
        getattr(store, ask.__name__)("zz99")


def test_the_last_changed_stands_first(store: Store) -> None:
    for session, at in (("nine", NINE), ("noon", NOON), ("ten", TEN)):
        store.create(a_session(session, started=at), "{}", [a_row(at=at)])
    assert [one.session for one in store.sessions()] == ["noon", "ten", "nine"]

    store.append("nine", [a_row(at="2026-11-21T13:00:00Z")], 1)

    assert [one.session for one in store.sessions()] == ["nine", "noon", "ten"]


def test_a_session_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    for session in ("ab12", "ab34", "cd56"):
        begin(store, session)

    assert store.find("cd").session == "cd56"
    assert store.find(" AB12 ").session == "ab12"
    with pytest.raises(WrongUse, match=r"'ab' begins the id of 2 sessions \(ab12, ab34\)"):
        store.find("ab")
    with pytest.raises(WrongUse, match="did you mean cd56"):
        store.find("cd57")


def test_a_label_is_the_workers_own_and_can_be_changed(store: Store) -> None:
    begin(store)

    store.label("aa11", "Tuesday's visit 🌧 \x00 \udc80")

    assert store.find("aa11").label == "Tuesday's visit 🌧 \x00 "
    assert store.verify("aa11") == []


@given(words=st.text(st.characters(), max_size=200))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_words_come_back_as_they_were_given(store: Store, words: str) -> None:
    session = f"s{len(store.sessions())}"

    begin(store, session, [words])

    assert texts_of(store, session) == [words]
    assert store.verify(session) == []


def test_a_very_long_answer_is_kept_whole(store: Store) -> None:
    long = "x" * 1_000_000

    begin(store, texts=[long])

    assert texts_of(store) == [long]


def test_the_newest_draft_is_kept_until_the_answer_is_written(open_store: Opener) -> None:
    store = open_store()
    begin(store)
    store.keep_draft("aa11", Draft("good", "", "Dr", NINE))
    store.keep_draft("aa11", Draft("good", "i2", "Drumming \x00 \u202e \udc80", TEN))

    assert open_store().draft("aa11") == Draft("good", "i2", "Drumming \x00 \u202e ", TEN)
    store.append("aa11", [a_row()], 1, clear_draft=False)
    assert store.draft("aa11") is not None
    store.append("aa11", [a_row()], 2)
    assert store.draft("aa11") is None


def test_a_conflict_leaves_the_draft_alone(store: Store) -> None:
    begin(store)
    store.keep_draft("aa11", Draft("good", "", "Drumming", TEN))

    with pytest.raises(Conflict):
        store.append("aa11", [a_row()], 99)

    assert store.draft("aa11") == Draft("good", "", "Drumming", TEN)


def test_a_label_for_no_session_is_wrong_use(store: Store) -> None:
    with pytest.raises(WrongUse, match="no session 'zz99'"):
        store.label("zz99", "x")


def test_a_draft_of_nothing_is_no_draft(store: Store) -> None:
    begin(store)
    store.keep_draft("aa11", Draft("good", "", "D", TEN))
    store.keep_draft("aa11", Draft("good", "", "", TEN))

    assert store.draft("aa11") is None


def test_a_forgotten_session_is_gone_and_takes_no_late_draft(store: Store) -> None:
    begin(store)
    begin(store, "bb22", ["kept"])

    assert store.forget("aa11", NOON, "the family asked")
    store.keep_draft("aa11", Draft("good", "", "late", NOON))

    assert [one.session for one in store.sessions()] == ["bb22"]
    assert store.rows("aa11") == []
    assert store.draft("aa11") is None
    assert texts_of(store, "bb22") == ["kept"]
    with pytest.raises(WrongUse):
        store.forget("aa11", NOON)


def test_a_flow_stays_as_long_as_one_session_carries_it(store: Store) -> None:
    for session in ("aa11", "bb22"):
        begin(store, session, flow='{"shared": true}')

    store.forget("aa11", NOON)

    assert store.compiled("bb22") == '{"shared": true}'
    assert store.verify("bb22") == []


def test_one_program_at_a_time_writes_a_session(open_store: Opener) -> None:
    mine, theirs = open_store(), open_store()
    for session in ("aa11", "bb22"):
        begin(mine, session)

    assert mine.take("aa11")
    assert mine.take("aa11")
    assert not theirs.take("aa11")
    assert theirs.take("bb22")
    mine.release("aa11")
    assert theirs.take("aa11")
    theirs.close()
    assert mine.take("aa11")
    assert mine.take("bb22")


def test_a_session_open_elsewhere_is_not_erased(open_store: Opener) -> None:
    mine, theirs = open_store(), open_store()
    begin(mine)
    theirs.take("aa11")

    with pytest.raises(GuideError, match="open in another window"):
        mine.forget("aa11", NOON)

    assert texts_of(theirs) == ["begun"]


def test_a_second_window_sees_that_something_was_written(open_store: Opener) -> None:
    writer, reader = open_store(), open_store()
    begin(writer)
    reader.changed_since()

    seen_before = reader.changed_since()
    writer.append("aa11", [a_row()], 1)

    assert not seen_before
    assert reader.changed_since()
    assert not reader.changed_since()
    assert reader.head("aa11") == 2


def test_the_head_hash_tells_two_histories_apart(open_store: Opener) -> None:
    store = open_store()
    for session in ("aa11", "bb22"):
        begin(store, session)

    before = store.find("aa11").head_hash
    store.append("aa11", [a_row()], 1)

    assert len({before, store.find("aa11").head_hash, store.find("bb22").head_hash}) == 3


def test_a_row_keeps_its_id_across_sessions(store: Store) -> None:
    row: NewRow = a_row()
    store.create(a_session(), "{}", [row])

    with pytest.raises(Conflict):
        store.create(a_session("bb22"), "{}", [row])

    assert [one.session for one in store.sessions()] == ["aa11"]
