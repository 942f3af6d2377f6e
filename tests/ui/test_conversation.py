"""A conversation on the screen: every way to answer, by keyboard alone."""

import pytest
from textual.pilot import Pilot

from guide.errors import NotSaved
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.in_words import InWords
from guide.ui.widgets.transcript import Transcript
from tests.ui.stage import Table, at, begun, kind, on_screen, played, seen


def mill_lane(step: str, mode: str = "") -> Table:
    return played("mill-lane", "ash", at(step, mode))


async def typed(pilot: Pilot[int], text: str) -> None:
    pilot.app.screen.query_one("#box", AnswerBox).fill(text)
    await pilot.press("enter")
    await pilot.pause()


def screen_of(pilot: Pilot[int]) -> ConversationScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ConversationScreen)
    return screen


def last_answer(table: Table) -> object:
    return list(table.session.record.answers.values())[-1].value


async def test_what_is_typed_is_said_and_the_next_question_stands() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        await typed(pilot, "Rob threw a plate")

        assert last_answer(table) == "Rob threw a plate"
        assert "Rob threw a plate" in seen(pilot)
        assert pilot.app.screen.query_one("#box", AnswerBox).text == ""


async def test_ctrl_j_breaks_the_line_and_enter_sends_both() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        await pilot.press("a", "ctrl+j", "b", "enter")
        await pilot.pause()

        assert last_answer(table) == "a\nb"


async def test_an_enter_inside_a_paste_is_a_new_line() -> None:
    from textual.events import Paste

    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        pilot.app.post_message(Paste("one\ntwo"))
        await pilot.pause()

        assert pilot.app.screen.query_one("#box", AnswerBox).text == "one\ntwo"
        assert not table.session.turn.asks.quiet


async def test_a_choice_is_made_by_arrows_or_a_digit_and_nothing_is_picked_beforehand() -> None:
    table = mill_lane("may_we_start")
    async with on_screen(table) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert table.session.turn.asks.step == "may_we_start"

        await pilot.press("1", "enter")
        await pilot.pause()
        assert table.session.turn.asks.step == "hello"


async def test_a_mark_on_the_line_takes_halves_by_digits() -> None:
    table = mill_lane("today", "first")
    async with on_screen(table) as pilot:
        await pilot.press("enter")
        assert table.session.record.ratings == {}

        await pilot.press("3", ".", "5", "enter")
        await pilot.pause()

        assert [one.value for one in table.session.record.ratings.values()] == [3.5]


async def test_what_was_given_privately_is_on_no_frame_before_it_is_opened() -> None:
    table = mill_lane("today", "first")
    async with on_screen(table) as pilot:
        await pilot.press("7", "enter")
        await pilot.pause()
        while table.session.turn.asks.mode == "reason":
            await typed(pilot, "because of Nain")

        assert "because of Nain" not in seen(pilot)
        assert "Ash has answered" in seen(pilot)


async def test_sorting_asks_the_tests_in_order_and_sends_all_at_once() -> None:
    table = mill_lane("events_sorted")
    async with on_screen(table) as pilot:
        await pilot.press("1", "enter", "2", "enter", "1", "enter")
        await pilot.pause()

        placed = [visit.placed for visit in table.session.record.visits.values() if visit.placed]
        assert placed[0][0][1] == {"e1": "look.harm", "e2": "look.hard"}


async def test_the_whole_sentence_is_agreed_by_enter_and_changed_by_typing() -> None:
    table = mill_lane("worry", "sentence")
    async with on_screen(table) as pilot:
        box = pilot.app.screen.query_one("#box", AnswerBox)
        assert box.text.startswith("Imran and Dee worry")

        await pilot.press("enter")
        await pilot.pause()

        assert table.session.turn.asks.step != "worry"


async def test_people_are_read_from_one_line_and_shown_back() -> None:
    table = mill_lane("network")
    async with on_screen(table) as pilot:
        pilot.app.screen.query_one("#box", AnswerBox).fill("Nain gran, Mr Bello teacher")
        await pilot.pause()
        assert "Nain · Family" in seen(pilot)

        await pilot.press("enter")
        await pilot.pause()

        assert {"Nain", "Mr Bello"} <= {one.name for one in table.session.record.people.values()}


async def test_a_picture_is_written_and_shown_as_its_words_suggest() -> None:
    table = mill_lane("page")
    async with on_screen(table) as pilot:
        await pilot.press(*"Ash is at home", "enter", "enter")
        await pilot.pause()

        panel = next(iter(table.session.record.panels.values()))
        assert panel.text == ("Ash is at home",)
        assert panel.picture["place"] == "home"
        assert panel.picture["people"] == [{"name": "Ash", "feeling": "ok"}]


async def test_reading_back_goes_one_by_one_and_then_asks_whom_to_show() -> None:
    table = mill_lane("read_back")
    async with on_screen(table) as pilot:
        for _ in table.session.turn.asks.items:
            await pilot.press("enter")
        await pilot.pause()
        assert "Is there someone you would like to show?" in seen(pilot)

        await pilot.press("1", "enter", "2", "enter", "1", "enter")
        await pilot.press("up", "enter")
        await pilot.pause()

        assert table.session.turn.asks.step != "read_back"
        shares = [one.share for one in table.session.record.entries.values() if one.share]
        assert any(wish.wish == "with-me" for share in shares for wish in share.values())


async def test_quiet_minutes_show_words_and_a_bar_and_a_key_goes_on() -> None:
    table = mill_lane("think")
    async with on_screen(table) as pilot:
        assert "about 5 minutes" in seen(pilot)

        await pilot.press("right", "enter")
        await pilot.pause()

        assert table.session.turn.asks.step != "think"


async def test_with_a_family_nothing_goes_on_by_an_empty_enter() -> None:
    table = mill_lane("events", "quiet")
    async with on_screen(table) as pilot:
        turn = table.session.turn.n
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert table.session.turn.n == turn
        assert "take your time" in seen(pilot)

        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "What else has happened?" in seen(pilot)


async def test_a_phrase_of_theirs_is_marked_and_given_back() -> None:
    table = mill_lane("events", "quiet")
    async with on_screen(table) as pilot:
        await pilot.press("ctrl+e", "right", "shift+right", "enter")
        await pilot.pause()

        assert table.session.turn.asks.mode == "echo"
        assert "Rob threw" in table.session.turn.asks.text


async def test_a_refusal_is_one_sentence_and_the_words_stay() -> None:
    table = mill_lane("how_often")
    async with on_screen(table) as pilot:
        await typed(pilot, "four")

        assert "“four” is not a number" in seen(pilot)
        assert pilot.app.screen.query_one("#box", AnswerBox).text == "four"


async def test_a_full_disk_is_one_sentence_and_the_words_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    table = mill_lane("events", "first")

    def full(*_: object, **__: object) -> int:
        raise NotSaved("The disk is full: make room, then press Enter again.")

    async with on_screen(table) as pilot:
        monkeypatch.setattr(table.store, "append", full)
        await typed(pilot, "said once")

        assert "The disk is full" in seen(pilot)
        assert pilot.app.screen.query_one("#box", AnswerBox).text == "said once"


async def test_undo_with_an_empty_box_takes_back_and_redo_does_it_again() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        await typed(pilot, "said by mistake")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert table.session.turn.asks.mode == "first"
        assert "said by mistake" not in seen(pilot)

        await pilot.press("ctrl+y")
        await pilot.pause()
        assert table.session.turn.asks.mode == "quiet"


async def test_undo_with_words_in_the_box_belongs_to_the_typing() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        turn = table.session.turn.n
        await pilot.press("a", "b", "ctrl+z")
        await pilot.pause()

        assert table.session.turn.n == turn


async def test_something_said_before_is_put_right_and_we_come_back() -> None:
    table = mill_lane("events", "quiet")
    async with on_screen(table) as pilot:
        await pilot.press("up", "enter")
        await pilot.pause()
        assert "Rob threw a plate" in pilot.app.screen.query_one("#box", AnswerBox).text

        await typed(pilot, "Rob dropped a plate")

        entry = table.session.record.entries["e1"]
        assert (entry.text, len(entry.was)) == ("Rob dropped a plate", 1)
        assert table.session.turn.asks.mode == "quiet"
        assert "Rob threw" not in seen(pilot)


async def test_with_a_worker_what_a_change_would_bring_is_shown_first() -> None:
    table = mill_lane("last_time")
    assert table.session.turn.asks.held_with == "family"
    table = played("map", "aoife", at("harm_worst"))
    async with on_screen(table) as pilot:
        screen = screen_of(pilot)
        first = next(one for one in table.session.record.answers.values() if one.kind == "choose")
        before = table.session.turn.n
        await screen.correct({"correct": first.id, "choose": ["yes"]})
        await pilot.pause()
        assert "This changes more than the words" in seen(pilot)
        assert table.session.turn.n == before

        await pilot.press("escape")
        await pilot.pause()
        assert table.session.turn.n == before


async def test_what_is_half_typed_is_kept_and_stands_there_again() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        await pilot.press(*"half a")
        assert pilot.app.keeper.flush()  # type: ignore[attr-defined]

    async with on_screen(table) as pilot:
        assert pilot.app.screen.query_one("#box", AnswerBox).text == "half a"


async def test_who_speaks_is_changed_by_a_key_and_kept_with_the_answer() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        await pilot.press("f4", "3", "enter")
        await pilot.pause()
        assert "Rob speaks" in seen(pilot)

        await typed(pilot, "I threw it")

        answer = list(table.session.record.answers.values())[-1]
        assert table.session.record.people[answer.by].name == "Rob"


async def test_how_it_was_asked_and_how_it_came_are_kept_with_the_answer() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        await pilot.press("f2", *"So what happened", "enter")
        await pilot.pause()
        assert "So what happened" in seen(pilot)
        await pilot.press("f3", "f3")
        await typed(pilot, "a plate")

        entry = list(table.session.record.entries.values())[-1]
        assert (entry.asked, entry.form) == ("So what happened", "drew")


async def test_an_aside_and_what_was_seen_stand_apart() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        await pilot.press("f7", *"she asked", "enter")
        await pilot.pause()

        assert [(one.text, one.seen) for one in table.session.record.asides] == [("she asked", False)]
        assert table.session.turn.asks.step == "events"


async def test_the_passes_the_question_takes_stand_under_the_box() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        assert "don't know · rather not · later" in seen(pilot)

        await pilot.press("tab")
        assert "▸don't know" in seen(pilot), "it can be seen where the keys are"
        await pilot.press("right", "enter")
        await pilot.pause()

        assert list(table.session.record.answers.values())[-1].passed == "rather-not"


async def test_why_it_is_asked_is_told_by_a_key() -> None:
    async with on_screen(mill_lane("events", "first")) as pilot:
        await pilot.press("f1")
        await pilot.pause()

        assert "So that we both know what the worry is about." in seen(pilot)


async def test_the_window_never_holds_more_than_120_bubbles() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        for number in range(70):
            table.session.hear({"say": f"thing {number}"})
            await screen_of(pilot).show(again=False)
        await pilot.pause()

        assert len(pilot.app.screen.query_one(Transcript).bubbles) <= 120
        assert "thing 69" in seen(pilot)


async def test_a_second_window_says_so_and_follows() -> None:
    table = begun("mill-lane")
    other = type(table.session).resume(table.store, table.session._clock, table.session.id)
    other.readonly = True
    async with on_screen(Table(other, table.store)) as pilot:
        assert "this one only follows" in seen(pilot)

        table.session.hear({"people": [{"name": "Ash", "as": "child"}]})
        await screen_of(pilot).follow()
        await pilot.pause()

        assert "Who is here from the family?" in seen(pilot)


async def test_the_end_is_said_and_leads_on() -> None:
    table = played("mill-lane", "ash", kind("end"))
    async with on_screen(table) as pilot:
        assert "Thank you." in seen(pilot) or "That is all for today." in seen(pilot)


async def test_the_box_keeps_its_words_until_the_next_turn_has_come() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        words = pilot.app.screen.query_one(InWords)
        words.box.fill("still there")
        words.take(AnswerBox.Said("still there"))

        assert words.box.text == "still there"


async def test_what_the_arrow_keys_stand_on_is_marked_and_afterwards_nothing_is() -> None:
    table = mill_lane("events", "quiet")
    async with on_screen(table) as pilot:
        assert "█" not in seen(pilot)

        await pilot.press("up")
        await pilot.pause()
        assert "█" in seen(pilot)

        await pilot.press("escape")
        await pilot.pause()
        assert "█" not in seen(pilot)


async def test_what_was_said_more_can_be_given_back_too_and_a_name_is_kept() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    table.session.hear({"echo": "on the bucket"})
    table.session.hear({"say": "Pop showed me."})
    async with on_screen(table) as pilot:
        await pilot.press("ctrl+e", "right", "n")
        await pilot.pause()

        assert "Pop" in [one.name for one in table.session.record.people.values()]


async def test_while_reading_back_somebody_agrees_and_somebody_sees_it_differently() -> None:
    table = mill_lane("read_back")
    item = table.session.turn.asks.items[0].id
    async with on_screen(table) as pilot:
        await pilot.press("3", "enter", "2", "space", "enter")
        await pilot.press("4", "enter", "3", "enter", *"once", "enter")
        for _ in table.session.turn.asks.items:
            await pilot.press("1", "enter")
        await pilot.press("up", "enter")
        await pilot.pause()

        entry = table.session.record.entries[item]
        people = table.session.record.people
        assert [people[one].name for one in entry.agreed_by] == ["Dee"]
        assert [(people[one].name, words) for one, words in entry.disputed_by] == [("Rob", "once")]


async def test_after_a_question_that_may_bring_it_one_quiet_word_offers_something_urgent() -> None:
    table = mill_lane("events", "first")
    async with on_screen(table) as pilot:
        assert "something urgent" not in seen(pilot)

        await typed(pilot, "Rob threw a plate")
        assert "something urgent" in seen(pilot)


async def test_while_the_page_back_to_the_helper_stands_nothing_of_a_helpers_is_offered() -> None:
    table = played(
        "three-houses", "rosa", lambda one: kind("hand-over")(one) and one.turn.record.sits == "child"
    )
    async with on_screen(table) as pilot:
        offered = {one.id for one in pilot.app.offered()}  # type: ignore[attr-defined]

        assert not offered & {"map", "papers", "home", "aside", "finish"}
        await pilot.press("f5", "f12")
        await pilot.pause()
        assert seen(pilot).startswith("The next page is for Dev alone")
