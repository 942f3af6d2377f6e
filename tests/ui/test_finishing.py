"""Stopping: a child by a pass of its own, everybody else by one key that asks once."""

import pytest

from tests.ui.stage import Table, at, on_screen, played, seen


def family() -> Table:
    return played("map", "nico", at("good_things"))


async def test_a_family_finishes_by_a_key_that_asks_first() -> None:
    table = family()
    async with on_screen(table) as pilot:
        assert "ctrl+f finish" in seen(pilot)

        await pilot.press("ctrl+f")
        await pilot.pause()
        assert "End the conversation here?" in seen(pilot)

        before = table.session.turn.n
        await pilot.press("escape")
        await pilot.pause()
        assert table.session.turn.n == before

        await pilot.press("ctrl+f")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert table.session.turn.is_finished
        assert "Thank you." in seen(pilot)


async def test_a_child_is_offered_a_break_and_to_finish_here_and_not_the_helpers_finish() -> None:
    async with on_screen(played("three-houses", "rosa", at("good_things", "quiet"))) as pilot:
        offered = {one.id for one in pilot.app.offered()}  # type: ignore[attr-defined]

        assert {"break", "finish_here"} <= offered
        assert "finish" not in offered


@pytest.mark.parametrize("step", ["good_things", "respect"])
async def test_nobody_else_is_offered_a_break(step: str) -> None:
    talk = "nico" if step == "good_things" else "aoife"
    async with on_screen(played("map", talk, at(step))) as pilot:
        offered = {one.id for one in pilot.app.offered()}  # type: ignore[attr-defined]

        assert "finish" in offered
        assert not offered & {"break", "finish_here"}


@pytest.mark.parametrize("columns", [60, 80])
async def test_in_a_small_window_hiding_and_something_urgent_keep_their_place(columns: int) -> None:
    async with on_screen(family(), size=(columns, 24)) as pilot:
        last = seen(pilot).splitlines()[-1]

        assert "F8 hide" in last
        assert "F9 urgent" in last


async def test_from_a_familys_last_page_the_helpers_two_keys_lead_to_the_papers() -> None:
    table = family()
    table.session.hear({"finish": True})
    async with on_screen(table) as pilot:
        assert "Papers" not in seen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Thank you." in seen(pilot)

        await pilot.press("ctrl+g", "enter")
        await pilot.pause()
        assert "Papers" in seen(pilot)

        await pilot.press("1", "enter")
        await pilot.pause()
        assert "not for the family" in seen(pilot)
