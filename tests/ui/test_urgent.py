"""Something urgent: two halves, the first with nothing to type."""

import pytest

from guide.settings.model import Number, Settings, Urgent
from tests.ui.stage import Painted, Table, at, on_screen, played, seen

SENTENCE = (
    "Thank you for telling me. It is not your fault. I need to tell someone whose job is to help;"
    " I will tell you who."
)


def childs_page() -> Table:
    return played("three-houses", "rosa", at("worry_things", "quiet"))


async def test_in_front_of_the_child_there_is_one_sentence_and_one_button() -> None:
    async with on_screen(childs_page(), size=(120, 30)) as pilot:
        await pilot.press("f9")
        await pilot.pause()

        text = " ".join(seen(pilot).split())
        assert text == f"{SENTENCE} ▸ We're with someone safe"


async def test_it_is_written_down_at_once_with_the_last_words() -> None:
    table = childs_page()
    async with on_screen(table) as pilot:
        await pilot.press("f9")
        await pilot.pause()

        urgent = list(table.session.record.urgent.values())
        assert len(urgent) == 1
        assert urgent[0].words


async def test_pressing_the_key_again_writes_nothing_more() -> None:
    table = childs_page()
    async with on_screen(table) as pilot:
        await pilot.press("f9", "f9", "enter", "f9")
        await pilot.pause()

        assert len(table.session.record.urgent) == 1


async def test_the_second_half_takes_two_keys_and_begins_with_danger_and_the_steps() -> None:
    settings = Settings(
        theme="light", urgent=Urgent(("Ring the duty team.",), (Number("Duty", "0000 000 000"),))
    )
    async with on_screen(childs_page(), settings=settings) as pilot:
        await pilot.press("f9", "enter", "enter")
        await pilot.pause()
        assert "Is anyone in danger now?" not in seen(pilot)

        await pilot.press("ctrl+g", "enter")
        await pilot.pause()
        text = seen(pilot)
        assert text.index("Is anyone in danger now?") < text.index("Ring the duty team.")
        assert text.index("Ring the duty team.") < text.index("The words exactly as they were")
        assert "0000 000 000" in text


async def test_with_no_steps_set_there_is_the_emergency_number_and_whom_to_ring() -> None:
    async with on_screen(childs_page()) as pilot:
        await pilot.press("f9", "enter", "ctrl+g", "enter")
        await pilot.pause()

        assert "999" in seen(pilot)
        assert Painted.of(pilot).says("Otherwise ring your manager or duty team now")


async def test_what_is_written_apart_is_kept_and_the_child_is_greeted_again() -> None:
    table = childs_page()
    async with on_screen(table) as pilot:
        await pilot.press("f9", "enter", "ctrl+g", "enter", "right", "enter")
        await pilot.press("tab", "tab", *"Mrs Kaur", "tab", *"Duty", "tab", *"now", "tab", *"who", "ctrl+s")
        await pilot.pause()

        fields = next(iter(table.session.record.urgent.values())).fields
        assert fields["danger"] == "yes"
        assert fields["there"] == "Mrs Kaur"
        assert fields["told"] == [{"who": "Duty", "when": "now"}]
        assert fields["child_told"] == "who"

        await pilot.press("escape")
        await pilot.pause()
        assert seen(pilot) == "Hello Rosa"

        await pilot.press("enter")
        await pilot.pause()
        assert "take your time" in seen(pilot)


async def test_undo_does_not_take_it_away() -> None:
    table = childs_page()
    async with on_screen(table) as pilot:
        await pilot.press("f9", "enter", "ctrl+g", "enter", "escape", "enter", "ctrl+z")
        await pilot.pause()

    assert len(table.session.record.urgent) == 1


async def test_from_home_the_steps_are_one_key_away() -> None:
    async with on_screen() as pilot:
        await pilot.press("f9")
        await pilot.pause()

        assert "Is anyone in danger now?" in seen(pilot)


def page_back_to_the_helper(sits: str = "child") -> Table:
    """Return a conversation where the next page is the worker's and somebody else still sits there."""
    flow, talk = ("three-houses", "rosa") if sits == "child" else ("map", "nico")
    return played(flow, talk, lambda one: one.turn.asks.kind == "hand-over" and one.turn.record.sits == sits)


@pytest.mark.parametrize("sits", ["child", "family"])
async def test_on_the_page_back_to_the_helper_it_is_still_the_calm_half(sits: str) -> None:
    table = page_back_to_the_helper(sits)
    assert table.session.turn.asks.held_with == "worker"
    async with on_screen(table, size=(120, 30)) as pilot:
        page_back = seen(pilot)
        await pilot.press("f9")
        await pilot.pause()
        assert " ".join(seen(pilot).split()) == f"{SENTENCE} ▸ We're with someone safe"

        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "Is anyone in danger now?" not in seen(pilot)

        await pilot.press("ctrl+g", "enter")
        await pilot.pause()
        assert "Is anyone in danger now?" in seen(pilot)

        await pilot.press("escape")
        await pilot.pause()
        assert seen(pilot) == page_back


@pytest.mark.parametrize("sits", ["child", "family"])
async def test_no_key_opens_a_helpers_page_before_the_deliberate_one(sits: str) -> None:
    table = page_back_to_the_helper(sits)
    async with on_screen(table) as pilot:
        page_back = seen(pilot)
        await pilot.press("f5", "f12", "ctrl+f", "f6", "enter")
        await pilot.pause()

        assert seen(pilot) == page_back
        assert not {one.id for one in pilot.app.offered()} & {"map", "papers", "home", "finish"}  # type: ignore[attr-defined]
