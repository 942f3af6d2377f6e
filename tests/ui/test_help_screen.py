"""Help: every key and its second way, from the commands themselves, readable everywhere."""

import pytest
from textual.pilot import Pilot

from guide.settings.model import Settings
from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.command import Registry
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.commands.help import HELP
from guide.ui.commands.home import HOME
from guide.ui.commands.map import MAP
from guide.ui.commands.papers import PAPERS
from guide.ui.screens.help import HelpScreen, Keys
from tests.ui.stage import Table, at, frame, kind, on_screen, played, seen, words_of

REGISTRIES: dict[str, Registry] = {
    "conversation": CONVERSATION, "home": HOME, "map": MAP, "papers": PAPERS, "help": HELP,
}  # fmt: skip


def workers_page() -> Table:
    return played("three-houses", "rosa", at("parents_how"))


def childs_page() -> Table:
    return played("three-houses", "rosa", at("good_things", "quiet"))


async def helped(pilot: Pilot[int]) -> str:
    """Ask for help, and return all of it."""
    await pilot.press("f10")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, HelpScreen)
    return str(screen.query_one(Keys).render())


async def test_every_command_of_the_page_stands_there_with_its_keys() -> None:
    async with on_screen(workers_page()) as pilot:
        offered = [*pilot.app.offered()]  # type: ignore[attr-defined]
        text = words_of(await helped(pilot))

    for command in offered:
        assert words_of(command.help) in text, command.id
    assert "f6 or ctrl s" in text


@pytest.mark.parametrize("keys", [(), ("f5",), ("f12",), ("f10",)])
async def test_it_is_reached_from_every_page_and_left_by_escape(keys: tuple[str, ...]) -> None:
    async with on_screen(played("map", "aoife", kind("end"))) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("f10")
        await pilot.pause()
        before = pilot.app.screen_stack[-2]
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.pause()

        assert pilot.app.screen is before


async def test_it_is_reached_from_home() -> None:
    async with on_screen() as pilot:
        text = words_of(await helped(pilot))

    assert words_of(HOME["open"].help) in text or "demonstration" in text


async def test_it_is_found_by_its_name() -> None:
    async with on_screen(workers_page()) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"help")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(pilot.app.screen, HelpScreen)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_it_is_readable_at_every_size(size: tuple[int, int]) -> None:
    async with on_screen(workers_page(), size=size) as pilot:
        whole = await helped(pilot)
        keys = pilot.app.screen.query_one(Keys)
        first = seen(pilot)
        await pilot.press("end")
        await pilot.pause()
        last = [line for line in whole.split("\n") if line.strip()][-1]

        assert max(len(line) for line in whole.split("\n")) <= keys.content_size.width <= size[0]
        assert "What you can do here" in first
        assert words_of(last) in words_of(seen(pilot))
        assert all(len(line) <= size[0] for line in frame(pilot))


async def test_on_a_childs_page_no_helpers_command_is_named() -> None:
    async with on_screen(childs_page()) as pilot:
        text = words_of(await helped(pilot))

    for command in (*CONVERSATION.values(), *ANYWHERE.values()):
        if not command.before_family:
            assert words_of(command.help) not in text, command.id


async def test_a_persons_own_keys_stand_there() -> None:
    settings = Settings(theme="light", keys={"aside": "f11", "hide": "ctrl+h"})

    async with on_screen(workers_page(), settings=settings) as pilot:
        text = await helped(pilot)

    lines = {line.split()[0] for line in text.split("\n") if line.strip()}
    assert {"F11", "ctrl+h"} <= lines
    assert "F7" not in lines
    assert "F8" not in lines


@pytest.mark.parametrize("page", REGISTRIES)
def test_no_key_does_two_things_on_one_page(page: str) -> None:
    commands = [*REGISTRIES[page].values(), *ANYWHERE.values()]
    keys = [key for one in commands for key in one.keys.split(",") if key]
    # One key, one of them offered at a time.
    shared = {"down", "enter"}

    assert sorted(set(keys)) == sorted(keys) or {one for one in keys if keys.count(one) > 1} <= shared


@pytest.mark.parametrize("page", REGISTRIES)
def test_every_command_says_in_a_sentence_what_it_does(page: str) -> None:
    for one in (*REGISTRIES[page].values(), *ANYWHERE.values()):
        assert one.help.endswith("."), one.id
        assert one.label
