"""Hide: one key, from anywhere, and nothing on the terminal tells what was there."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from tests.ui.stage import Table, at, kind, on_screen, played, seen

Open = Callable[[Pilot[int]], Awaitable[None]]


def keys(*pressed: str) -> Open:
    async def press(pilot: Pilot[int]) -> None:
        await pilot.press(*pressed)
        await pilot.pause()

    return press


def childs_page() -> Table:
    return played("three-houses", "rosa", at("good_things", "quiet"))


def greeting() -> Table:
    return played("three-houses", "rosa", kind("hand-over"))


def workers_page() -> Table:
    return played("three-houses", "rosa", at("parents_how"))


def a_line() -> Table:
    return played("mill-lane", "ash", at("today", "first"))


PLACES: dict[str, tuple[Callable[[], Table] | None, Open]] = {
    "home": (None, keys()),
    "home, search": (None, keys("slash", "a")),
    "home, form": (None, keys("enter")),
    "demonstration": (None, keys("d", "enter")),
    "a child's page": (childs_page, keys()),
    "a phrase": (childs_page, keys("ctrl+e")),
    "a break": (childs_page, keys("ctrl+r")),
    "hand-over": (greeting, keys()),
    "worker's page": (workers_page, keys()),
    "half typed": (workers_page, keys("a", "b")),
    "aside": (workers_page, keys("f7", "a")),
    "whose words": (workers_page, keys("f4")),
    "palette": (workers_page, keys("ctrl+p")),
    "help": (workers_page, keys("f10")),
    "the whole sheet": (workers_page, keys("f5")),
    "papers": (workers_page, keys("f12")),
    "other names": (workers_page, keys("f12", "n", "I", "d", "a")),
    "what is replaced": (workers_page, keys("f12", "n", "I", "d", "a", "ctrl+s")),
    "urgent": (childs_page, keys("f9")),
    "urgent, apart": (childs_page, keys("f9", "enter", "ctrl+g", "enter")),
    "a line": (a_line, keys("3")),
}


@pytest.mark.parametrize("place", PLACES)
async def test_one_key_hides_every_screen_and_dialog_and_brings_it_back(place: str) -> None:
    make, open_it = PLACES[place]
    async with on_screen(make() if make else None) as pilot:
        await open_it(pilot)
        before = seen(pilot)

        await pilot.press("f8")
        await pilot.pause()
        assert seen(pilot) == "$"
        assert pilot.app.title == ""

        await pilot.press("f8")
        await pilot.pause()
        assert seen(pilot) == before


@pytest.mark.parametrize("place", PLACES)
async def test_escape_twice_hides_every_screen_and_dialog(place: str) -> None:
    make, open_it = PLACES[place]
    async with on_screen(make() if make else None) as pilot:
        await open_it(pilot)

        await pilot.press("escape", "escape")
        await pilot.pause()

        assert seen(pilot) == "$"


async def test_hidden_it_takes_letters_like_a_shell_and_comes_back_at_the_word() -> None:
    async with on_screen(childs_page()) as pilot:
        before = seen(pilot)
        await pilot.press("f8", *"ls", "enter")
        await pilot.pause()
        assert seen(pilot) == "$ ls\n$"

        await pilot.press(*"guide", "enter")
        await pilot.pause()
        assert seen(pilot) == before


async def test_hidden_no_other_key_shows_anything() -> None:
    async with on_screen(childs_page()) as pilot:
        await pilot.press("f8", "f1", "f9", "f10", "ctrl+p", "escape", "tab", "enter", "ctrl+z", "f5")
        await pilot.pause()

        assert seen(pilot).replace("$", "").strip() == ""


async def test_hidden_the_conversation_is_as_it_was() -> None:
    table = childs_page()
    turn = table.session.turn
    async with on_screen(table) as pilot:
        await pilot.press("f8", "f8")
        await pilot.pause()

    assert table.session.turn == turn
