"""Before a room of colleagues: the clock, writing on paper, everybody's number, the order of speaking."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from guide.clock import StillClock
from guide.engine.session import Session
from guide.engine.turn import Asked
from guide.ui.called import names_of
from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.commands.room import ROOM
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.room.clock_line import ClockLine
from guide.ui.widgets.room.grid import Grid
from guide.ui.widgets.room.typed_number import after_key, number_of
from guide.ui.widgets.sheet.panel import SheetPanel
from tests.ui.every_frame import filmed
from tests.ui.stage import Table, at, begun, frame, on_screen, played, seen, words_of
from tests.ui.test_every_frame import is_before_them, play_on

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
GOAL = "One sentence I can say to Callum on Thursday without him hearing that he is a bad dad"


def review(step: str, mode: str = "") -> Table:
    return played("group-review", "yusuf", at(step, mode))


def here(table: Table, name: str) -> str:
    return next(one.id for one in table.session.record.people.values() if one.name == name)


def screen_of(pilot: Pilot[int]) -> ConversationScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ConversationScreen)
    return screen


@contextmanager
def passing(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[timedelta]]:
    """Hand out a list: what is put into it is the time that passes."""
    passed: list[timedelta] = []

    def now(clock: StillClock) -> str:
        at = datetime.fromisoformat(clock.at) + sum(passed, timedelta())
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")

    monkeypatch.setattr(StillClock, "now", now)
    yield passed


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[dict[str, Any]]:
    """Return a list of how a method is called from here on."""
    calls: list[dict[str, Any]] = []
    own = getattr(owner, name)

    def call(*given: Any, **named: Any) -> Any:
        calls.append(named)
        return own(*given, **named)

    monkeypatch.setattr(owner, name, call)
    return calls


def wrote(table: Table) -> set[str]:
    """Return the names of those who have written."""
    return {table.session.record.people[one].name for one in table.session.turn.asks.wrote}


# The clock, and what stays in sight


@pytest.mark.parametrize("size", SIZES)
async def test_the_clock_and_what_it_is_for_stand_at_the_top(size: tuple[int, int]) -> None:
    async with on_screen(review("has_happened"), size=size) as pilot:
        top = frame(pilot)[1:4]

        assert "9 minutes left" in top[0]
        assert words_of(GOAL) in words_of(" ".join(top[1:]))


async def test_the_clock_tells_the_time_that_is_left_and_what_is_over_kindly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with passing(monkeypatch) as passed:
        async with on_screen(review("has_happened")) as pilot:
            for minutes, told in ((4, "5 minutes left"), (8, "3 minutes over; finish your thought")):
                passed.append(timedelta(minutes=minutes))
                pilot.app.screen.query_one(ClockLine).look()
                await pilot.pause()
                assert told in frame(pilot)[1]
            passed.append(timedelta(days=1))
            pilot.app.screen.query_one(ClockLine).look()
            await pilot.pause()
            assert "long over" in frame(pilot)[1]


async def test_a_look_at_the_clock_paints_nothing_but_its_own_line_and_lays_nothing_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with passing(monkeypatch) as passed:
        table = review("has_happened")
        async with on_screen(table) as pilot:
            screen = pilot.app.screen
            line = screen.query_one(ClockLine)
            laid_out = counted(monkeypatch, screen, "_refresh_layout")
            painted = counted(monkeypatch, line, "refresh")
            for _ in range(20):
                line.look()
            assert painted == [], "nothing has changed"
            before = frame(pilot)
            passed.append(timedelta(minutes=1))
            line.look()
            await pilot.pause()

            assert [one.get("layout") for one in painted] == [False]
            assert laid_out == []
            after = enumerate(zip(before, frame(pilot), strict=True))
            assert [row for row, (was, now) in after if was != now] == [1]


async def test_pause_go_on_and_five_more_disturb_no_typing() -> None:
    table = review("has_happened")
    async with on_screen(table) as pilot:
        await pilot.press(*"half a ", "ctrl+k")
        await pilot.pause()
        assert "paused, 9 minutes left" in frame(pilot)[1]
        await pilot.press(*"sentence", "left", "ctrl+u", "!")
        await pilot.pause()
        assert "paused, 14 minutes left" in frame(pilot)[1]
        await pilot.press("ctrl+k")
        await pilot.pause()

        assert frame(pilot)[1].endswith("14 minutes left")
        assert "paused" not in frame(pilot)[1]
        box = pilot.app.screen.query_one(AnswerBox)
        assert box.text == "half a sentenc!e"
        assert box.has_focus


async def test_how_it_was_asked_survives_the_clock() -> None:
    table = review("has_happened")
    async with on_screen(table) as pilot:
        screen_of(pilot).change_manner(asked="What did the camera see?")
        await pilot.press("ctrl+k", *"Nothing", "enter")
        await pilot.pause()

        last = list(table.session.record.answers.values())[-1]
        assert (last.value, last.asked) == ("Nothing", "What did the camera see?")


@pytest.mark.parametrize(("flow", "talk", "step"), [
    ("three-houses", "rosa", "good_things"), ("map", "nico", "what_worries"),
])  # fmt: skip
async def test_no_clock_stands_before_a_child_or_a_family(flow: str, talk: str, step: str) -> None:
    async with on_screen(played(flow, talk, at(step))) as pilot:
        assert not pilot.app.screen.query("RoomHead")
        assert not [one for one in ROOM.values() if one.is_offered(pilot.app.screen)]


async def test_the_cue_stands_quietly_under_what_it_is_for() -> None:
    table = review("good_around")
    async with on_screen(table) as pilot:
        cue = table.session.turn.cue
        assert cue is not None
        assert cue.says in seen(pilot)


# Writing on paper


@pytest.mark.parametrize("size", SIZES)
async def test_while_they_write_nothing_of_anybodys_is_on_the_screen(size: tuple[int, int]) -> None:
    table = review("slips_statement")
    async with on_screen(table, size=size) as pilot:
        for key in ("f6", "ctrl+s"):
            await pilot.press(key)
            await pilot.pause()
            assert not pilot.app.screen.query_one(SheetPanel).region.area
        text = words_of(seen(pilot))

    said = [one.text for one in table.session.transcript() if one.by and one.step != "worker_goal"]
    long_enough = [words_of(one) for one in said if len(one.split()) > 3]
    assert long_enough
    assert not [one for one in long_enough if one in text]


async def test_one_key_marks_who_has_written_and_the_same_key_takes_it_back() -> None:
    table = review("slips_statement")
    async with on_screen(table) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert wrote(table) == {"Lina"}
        assert "1 of 6 have written" in seen(pilot)

        await pilot.press("3")
        await pilot.pause()
        assert wrote(table) == set()

        await pilot.press("down", "space", "down", "space")
        await pilot.pause()
        assert wrote(table) == {"Tia", "Mr Hale"}


async def test_only_the_mark_made_last_is_taken_back_and_the_screen_says_so() -> None:
    table = review("slips_statement")
    async with on_screen(table) as pilot:
        await pilot.press("1", "2")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()

        assert len(table.session.turn.asks.wrote) == 2
        assert "Only the mark made last" in seen(pilot)


async def test_enter_goes_on_whoever_has_written() -> None:
    table = review("slips_statement")
    async with on_screen(table) as pilot:
        await pilot.press("1", "enter")
        await pilot.pause()

        assert table.session.turn.asks.step == "reads_statement"


async def test_killed_in_the_silent_writing_it_comes_back_with_the_marks_and_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with passing(monkeypatch) as passed:
        table = review("slips_statement")
        async with on_screen(table) as pilot:
            await pilot.press("1", "4")
            await pilot.pause()
        passed.append(timedelta(minutes=8))
        again = Table(Session.resume(table.store, StillClock(), table.session.id), table.store)
        async with on_screen(again) as pilot:
            assert "2 of 6 have written" in seen(pilot)
            assert "3 minutes over" in frame(pilot)[1]


async def test_who_comes_late_is_counted_in_and_who_leaves_out() -> None:
    table = review("slips_statement")
    async with on_screen(table) as pilot:
        screen = screen_of(pilot)
        await screen.say({"people": [{"name": "Nan", "as": "worker"}]})
        await pilot.pause()
        assert "0 of 7 have written" in seen(pilot)

        ROOM["left"].do(screen)
        await pilot.pause()
        await pilot.press("l", "enter")
        await pilot.pause()
        assert "0 of 6 have written" in seen(pilot)
        assert "Lina" not in seen(pilot)


# Reading aloud


async def test_the_screen_gives_the_order_of_speaking_one_key_each() -> None:
    table = review("reads_statement")
    names = ["Tia", "Mr Hale", "Lina", "Obi", "Gwen", "Yusuf"]
    async with on_screen(table, size=(80, 24)) as pilot:
        for now, after in zip(names, [*names[1:], ""], strict=True):
            assert f"▸ {now}" in seen(pilot)
            assert not after or f"{after}   next" in seen(pilot)
            assert table.session.turn.asks.step == "reads_statement"
            await pilot.press("enter")
            await pilot.pause()

        assert table.session.turn.asks.step == "underlined"


async def test_a_question_for_several_says_whose_turn_it_is() -> None:
    async with on_screen(review("own_work")) as pilot:
        assert "Tia now" in seen(pilot)
        assert "then Mr Hale, Lina" in seen(pilot)


# Everybody's number at once

TEN, HALVES = (0.0, 10.0, 1.0), (0.0, 10.0, 0.5)


@pytest.mark.parametrize(("typed", "bounds", "text", "is_whole"), [
    ("7", TEN, "7", True), ("0", TEN, "0", True), ("1", TEN, "1", False), ("10", TEN, "10", True),
    ("15", TEN, None, None), ("6.", TEN, None, None), ("6.", HALVES, "6.", False),
    ("6.5", HALVES, "6.5", True), ("6.4", HALVES, None, None), ("10.5", HALVES, None, None),
    ("4", (0.0, 4.0, 1.0), "4", True), ("1", (0.0, 4.0, 1.0), "1", True), ("9", (0.0, 4.0, 1.0), None, None),
    ("60", (0.0, 500.0, 1.0), "60", True), ("6", (0.0, 500.0, 1.0), "6", False),
])  # fmt: skip
def test_a_key_makes_a_number_or_nothing(
    typed: str, bounds: tuple[float, float, float], text: str | None, is_whole: object
) -> None:
    after = after_key(typed[:-1], typed[-1], bounds)

    assert (after.text, after.is_whole) == (text, is_whole) if after else text is None


def test_a_number_is_one_of_the_line_or_none() -> None:
    assert number_of("6.5", HALVES) == 6.5
    assert number_of("10", TEN) == 10
    assert [number_of(one, TEN) for one in ("6.5", "11", "-1", "", "nan", "inf", "1e0", "٣")][:5] == [
        None
    ] * 5


def numbers(table: Table) -> dict[str, Any]:
    people = table.session.record.people
    found = table.session.record.answers.values()
    return {people[one.by].name: one.value for one in found if one.key.step == "our_numbers"}


@pytest.mark.parametrize(("keys", "kept"), [
    ("3 5 4 6 . 5 4 5 enter", [3, 5, 4, 6.5, 4, 5]),
    ("1 0 1 1 enter 0 1 0 9 enter", [10, 1, 1, 0, 10, 9]),
    ("7 enter 1 0 enter 0 enter 1 enter 9 enter 8 enter", [7, 10, 0, 1, 9, 8]),
    ("3 5 4 6 4 5 up up 9 enter", [3, 5, 4, 6, 9, 5]),
    ("3 5 backspace 7 4 6 4 5 enter", [3, 7, 4, 6, 4, 5]),
    ("3 5 4 6 4 5 8 8 enter", [3, 5, 4, 6, 4, 5]),
    ("x 3 5 4 6 4 enter 5 enter", [3, 5, 4, 6, 4, 5]),
])  # fmt: skip
async def test_numbers_are_typed_one_after_the_other(keys: str, kept: list[float]) -> None:
    table = review("our_numbers")
    async with on_screen(table) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()

        assert [numbers(table)[one] for one in ("Tia", "Mr Hale", "Lina", "Obi", "Yusuf", "Gwen")] == kept


async def test_no_number_is_on_any_frame_before_all_are_in_and_then_all_are() -> None:
    table = review("our_numbers")
    async with on_screen(table) as pilot:
        with filmed(pilot, table) as film:
            await pilot.press("3", "8", "4", "6", ".", "5", "-", "8")
            await pilot.pause()
        assert numbers(table) == {}, "nothing is sent before Enter"
        grids = ["\n".join(shot.lines) for shot in film.shots]
        cells = [
            line.split()[-1] for grid in grids for line in grid.splitlines() if "●" in line or "–" in line
        ]
        assert cells
        assert set(cells) <= {"●", "–"}
        assert not pilot.app.screen.query_one(SheetPanel).region.area

        await pilot.press("enter")
        await pilot.pause()
        opened = seen(pilot)

    assert all(one in opened for one in ("Tia 3", "Mr Hale 8", "Lina 4", "Obi 6.5", "Gwen 8"))
    assert "No number: Yusuf" in opened
    assert "not safe to be at home tonight" in words_of(opened)


async def test_after_the_room_has_looked_the_next_question_stands_with_the_sheet_beside_it() -> None:
    table = review("our_numbers")
    async with on_screen(table) as pilot:
        await pilot.press(*"384645", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()

        assert table.session.turn.asks.step == "see_differently"
        assert "The lowest and the highest" in seen(pilot)
        assert pilot.app.screen.query_one(SheetPanel).region.area
        assert pilot.app.screen.query_one(AnswerBox).has_focus


async def test_what_was_opened_stays_open_and_says_so() -> None:
    table = review("our_numbers")
    async with on_screen(table) as pilot:
        await pilot.press(*"384645", "enter", "ctrl+z")
        await pilot.pause()
        assert "What has been opened stays open" in seen(pilot)
        await pilot.press("enter", "ctrl+z")
        await pilot.pause()

        assert "What has been opened stays open" in seen(pilot)
        assert len(table.session.record.ratings) == 6


async def test_enter_before_all_are_in_says_who_is_still_to_come() -> None:
    table = review("our_numbers")
    async with on_screen(table) as pilot:
        await pilot.press("3", "8", "down", "down", "5", "enter", "enter")
        await pilot.pause()

        assert numbers(table) == {}
        assert "Still to come: Lina, Obi, Gwen" in seen(pilot)


async def test_a_picture_that_is_muted_says_when_it_opens() -> None:
    async with on_screen(review("our_numbers")) as pilot:
        await pilot.press("f6")
        await pilot.pause()

        assert "opens when everybody's number is in" in seen(pilot)


async def test_who_leaves_is_waited_for_no_more_and_what_was_typed_stays() -> None:
    table = review("our_numbers")
    async with on_screen(table) as pilot:
        await pilot.press("3", "8", "4")
        await screen_of(pilot).say({"people": [{"id": here(table, "Tia"), "left": True}]})
        await pilot.pause()
        await pilot.press("6", "4", "5", "enter")
        await pilot.pause()

        kept = {name: value for name, value in numbers(table).items() if name != "Tia"}
        assert kept == {"Mr Hale": 8, "Lina": 4, "Obi": 6, "Yusuf": 4, "Gwen": 5}
        assert "Tia" not in numbers(table)


async def test_killed_after_some_were_sent_only_the_others_are_asked_for() -> None:
    table = review("our_numbers")
    for name, value in (("Tia", 3), ("Obi", 6.5)):
        table.session.hear({"rate": value, "by": name})
    again = Table(Session.resume(table.store, StillClock(), table.session.id), table.store)
    async with on_screen(again) as pilot:
        text = seen(pilot)
        assert "0 of 4 are in" in text
        assert "Tia" not in text
        assert "6.5" not in text.replace("6.5 too", "")
        await pilot.press(*"8444", "enter")
        await pilot.pause()

        assert "Tia 3" in seen(pilot)
        assert "Obi 6.5" in seen(pilot)


async def test_a_disk_that_is_full_in_the_middle_keeps_what_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    from guide.errors import NotSaved

    table = review("our_numbers")
    append, sent = table.store.append, [0]

    def full(*a: Any, **k: Any) -> int:
        sent[0] += 1
        if sent[0] > 3:
            raise NotSaved("The disk is full: nothing was written.")
        return append(*a, **k)

    monkeypatch.setattr(table.store, "append", full)
    async with on_screen(table) as pilot:
        await pilot.press(*"384645", "enter")
        await pilot.pause()

        assert "The disk is full" in seen(pilot)
        assert len(numbers(table)) == 3
        assert "0 of 3 are in" in seen(pilot) or "3 of 3 are in" in seen(pilot)
        monkeypatch.undo()
        await pilot.press("enter")
        await pilot.pause()
        assert "Tia 3" in seen(pilot)


async def test_how_useful_it_was_is_one_grid_too_and_nobody_has_to() -> None:
    table = review("useful_to_us")
    async with on_screen(table) as pilot:
        await pilot.press("9", "7", "enter", "enter")
        await pilot.pause()

        useful = [one for one in table.session.record.ratings.values() if one.step == "useful_to_us"]
        assert [one.value for one in useful] == [9, 7]
        assert table.session.turn.asks.step != "useful_to_us"


def test_two_of_one_name_are_told_apart_by_what_they_are() -> None:
    people = [Asked("p1", "Sam", "observer"), Asked("p2", "Sam", "school"), Asked("p3", "Jo", "worker")]
    alike = [Asked("p1", "Sam", "worker"), Asked("p2", "Sam", "worker")]

    assert list(names_of(people).values()) == ["Sam (observer)", "Sam (school)", "Jo"]
    assert list(names_of(alike).values()) == ["Sam (worker)", "Sam (worker) 2"]


async def test_two_of_one_name_each_get_their_own_number() -> None:
    table = review("our_numbers")
    table.session.hear({"people": [{"name": "Lina", "as": "observer"}]})
    async with on_screen(table) as pilot:
        assert "Lina (observer)" in seen(pilot)
        assert "Lina (worker)" in seen(pilot)
        await pilot.press(*"3284645", "enter")
        await pilot.pause()

        assert "Lina (observer)" in seen(pilot)
        assert len(table.session.record.ratings) == 7


async def test_twelve_people_fit_the_lowest_screen_row_by_row() -> None:
    table = review("our_numbers")
    table.session.hear({"people": [{"name": f"Guest {n}", "as": "observer"} for n in "ABCDEF"]})
    async with on_screen(table, size=(60, 20)) as pilot:
        grid = pilot.app.screen.query_one(Grid)
        for _ in range(12):
            await pilot.pause()
            assert grid.at is not None
            assert f"▸ {grid.names[grid.people[grid.at].id]}" in seen(pilot)
            await pilot.press("5")
        await pilot.press("enter")
        await pilot.pause()

        assert len(table.session.record.ratings) == 12
        await pilot.press("end")
        await pilot.pause()
        assert "Enter goes on" in seen(pilot)


# The room's screen as a whole


@pytest.mark.parametrize(("flow", "talk"), [("group-review", "yusuf"), ("group-review", "inga")])
async def test_no_helpers_text_is_on_any_frame_before_a_room(flow: str, talk: str) -> None:
    table = played(flow, talk, lambda session: session.turn.asks.held_with == "team")
    async with on_screen(table) as pilot:
        with filmed(pilot, table) as film:
            await play_on(pilot, table)
    own = {
        words_of(text)
        for step in table.session.flow.steps.values()
        for text in (step.note, step.teach, step.listen_for)
        if text
    }
    shown = [words_of(text) for shot in film.shots if shot.sits != "worker" for text in shot.texts]

    assert own
    assert shown
    assert not [text for text in shown for one in own if one in text]


async def test_what_the_lead_said_alone_before_is_not_on_the_rooms_screen() -> None:
    async with on_screen(review("in_room")) as pilot:
        assert "hurt or missing" not in seen(pilot)
        assert "Paper slips" not in seen(pilot)


def test_a_rooms_commands_share_no_key_with_the_others() -> None:
    every = [*CONVERSATION.values(), *ANYWHERE.values(), *ROOM.values()]
    keys = [key for one in every for key in one.keys.split(",") if key]

    assert len(keys) == len(set(keys))
    assert len({one.id for one in every}) == len(every)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_hide_stays_in_the_last_line_and_so_does_pause(size: tuple[int, int]) -> None:
    async with on_screen(review("most_worried"), size=size) as pilot:
        last = frame(pilot)[-1]

        assert "F8 hide" in last
        assert "ctrl+k pause" in last


async def test_every_command_of_a_room_is_in_the_palette() -> None:
    from tests.ui.test_commands import palette_of

    async with on_screen(review("slips_statement")) as pilot:
        named = await palette_of(pilot, "")

        assert {one.label for one in ROOM.values()} <= set(named)


async def test_without_colour_everything_is_told_by_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_screen(review("slips_statement")) as pilot:
        await pilot.press("2", "down")
        await pilot.pause()

        assert "✓ Mr Hale" in seen(pilot)
        assert "▸" in seen(pilot)


def test_a_room_begins_without_knowing_anybody() -> None:
    assert begun("group-review").session.turn.clock is None
    assert not is_before_them(begun("group-review").session)


@pytest.mark.parametrize("form", ["stuck", "agencies"])
async def test_every_stage_of_the_other_forms_stands_on_the_lowest_screen(form: str) -> None:
    table = begun("group-review", form=form)
    stages: set[str] = set()
    async with on_screen(table, size=(60, 20)) as pilot:
        screen = screen_of(pilot)
        for _ in range(200):
            asks = table.session.turn.asks
            if table.session.turn.is_finished:
                break
            if asks.held_with == "team" and asks.step:
                stages.add(asks.title)
                wanted = " ".join(words_of(asks.text).split()[:4])
                assert screen.opened is not None or wanted in words_of(seen(pilot)), asks.text
            await pilot.press("enter") if screen.opened is not None else await screen.say(_leading_on(table))
            await pilot.pause()

    assert table.session.turn.is_finished
    assert len(stages) > 10


def _leading_on(table: Table) -> dict[str, Any]:
    """Return what leads on, with more people in the room than one."""
    asks = table.session.turn.asks
    if asks.step == "in_room":
        return {"people": [{"name": "Ann", "as": "observer"}, {"name": "Ann", "as": "worker"}]}
    passing_by = [one for one in asks.accepts if one in ({"next": True}, {"more": False})]
    return dict((passing_by or asks.accepts)[0])


async def test_the_cue_comes_and_goes_without_moving_what_stands_under_it() -> None:
    table = review("good_around")
    async with on_screen(table) as pilot:
        screen, asked = screen_of(pilot), []
        for _ in range(3):
            asked.append(pilot.app.screen.query_one("RoomHead").region.height)
            await screen.say({"say": "Jean makes the lunches", "by": here(table, "Yusuf")})
            await pilot.pause()

        assert table.session.turn.cue is None
        assert len(set(asked)) == 1


async def test_a_slip_of_the_finger_is_put_right_beside_the_first_number() -> None:
    table = review("our_numbers")
    async with on_screen(table) as pilot:
        await pilot.press(*"384645", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("up", "enter")
        await pilot.pause()
        assert "Change the words and press Enter" in seen(pilot)
        await pilot.press("7", "enter")
        await pilot.pause()

        values = sorted(one.value for one in table.session.record.ratings.values())
        assert values == [3, 4, 4, 6, 7, 8]
