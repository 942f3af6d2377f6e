"""A child's and a family's screen: calm, and nothing of a helper's on it."""

import re

import pytest

from guide.engine.session import Session
from tests.ui.stage import Painted, at, kind, on_screen, played, seen


async def test_a_childs_page_has_no_count_no_time_and_no_id() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    async with on_screen(table) as pilot:
        text = seen(pilot)

        assert not re.search(
            r"\d", text.replace("F1", "").replace("F6", "").replace("F8", "").replace("F9", "")
        )
        assert table.session.id not in text
        assert "left" not in text


async def test_the_houses_fill_with_the_childs_own_words_under_the_childs_own_names() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    async with on_screen(table) as pilot:
        painted = Painted.of(pilot)

        assert "Sun house" in seen(pilot)
        assert "House of good things" not in seen(pilot)
        assert any("Drumming" in one and "Sun house" in one for one in painted.texts)


async def test_a_familys_sheet_is_folded_until_somebody_wants_to_look() -> None:
    table = played(
        "map",
        "tilly",
        lambda session: session.turn.asks.held_with == "family" and session.turn.asks.kind == "ask",
    )
    async with on_screen(table) as pilot:
        assert not pilot.app.screen.has_class("-sheet")

        await pilot.press("f6")
        await pilot.pause()

        assert pilot.app.screen.has_class("-sheet")
        worries = {one.title for one in table.session.flow.areas.values()}
        shown = Painted.of(pilot)
        empty = [
            one.title
            for one in table.session.flow.areas.values()
            if not table.session.walk.sight.held(one.id)
        ]
        assert worries
        assert not any(shown.says(title) for title in empty)


async def test_words_said_with_one_side_are_not_on_the_screen_of_the_other() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    own = [
        one.text
        for one in table.session.transcript()
        if one.held_with == "worker" and len(one.text.split()) > 2
    ]
    async with on_screen(table) as pilot:
        shown = Painted.of(pilot)

        assert own
        assert not any(shown.says(one) for one in own)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_hand_over_page_says_hello_and_nothing_more(size: tuple[int, int]) -> None:
    table = played("three-houses", "rosa", kind("hand-over"))
    async with on_screen(table, size=size) as pilot:
        assert seen(pilot) == "Hello Rosa"

        await pilot.press("enter")
        await pilot.pause()
        assert "I am Dev." in seen(pilot)
        assert "Hello Rosa" not in seen(pilot)


async def test_back_to_the_helpers_pages_enter_alone_is_not_enough() -> None:
    def back(session: Session) -> bool:
        return session.turn.asks.kind == "hand-over" and session.turn.asks.held_with == "worker"

    table = played("three-houses", "rosa", back)
    async with on_screen(table) as pilot:
        await pilot.press("enter", "space", "enter")
        await pilot.pause()
        assert table.session.turn.asks.kind == "hand-over"
        assert "The next page is for Dev alone" in seen(pilot)

        await pilot.press("ctrl+g", "enter")
        await pilot.pause()
        assert table.session.turn.asks.kind != "hand-over"


async def test_a_break_has_no_clock_and_leads_on_or_home() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    async with on_screen(table) as pilot:
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "A break. As long as you like." in seen(pilot)

        await pilot.press("down", "enter")
        await pilot.pause()
        assert table.session.turn.asks.step == "good_things"


async def test_no_praise_and_no_sympathy_stand_in_our_own_words() -> None:
    from guide.ui.en import WORDS

    praise = re.compile(
        r"\b(well done|good job|great|brave|proud|sorry|scary|sad|wonderful)\b", re.IGNORECASE
    )

    assert not [text for text in WORDS.values() if praise.search(text)]


async def test_whoever_the_child_wants_to_show_can_be_named_and_only_exceptions_are_marked() -> None:
    table = played("three-houses", "rosa", at("who_sees", "first"))
    items = len(table.session.turn.asks.items)
    async with on_screen(table) as pilot:
        assert "Is there someone you would like to show?" in seen(pilot), "it was all read back before"
        assert "Dev" not in seen(pilot).split("would like to show?")[1], "the helper sits beside the child"

        await pilot.press("up", "up", "enter", *"Auntie", "enter")
        await pilot.pause()
        assert "with Auntie?" in seen(pilot)

        await pilot.press("2", "enter", "3", "enter", "up", "enter")
        await pilot.pause()

    auntie = next(one.id for one in table.session.record.people.values() if one.name == "Auntie")
    record = table.session.record
    shares = [one.share for held in (record.entries, record.ratings) for one in held.values()]
    wishes = [str(share[auntie].wish) for share in shares if auntie in share]
    assert sorted(wishes) == ["no", *["with-me"] * (items - 1)]
