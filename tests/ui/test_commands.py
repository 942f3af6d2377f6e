"""Commands: every key comes from one place, and every function key has a second way."""

from pathlib import Path

import pytest
from textual.command import Provider

from guide.settings.model import Settings
from guide.ui.commands.command import Command, key_shown
from guide.ui.commands.page import every_command, page
from guide.ui.commands.palette import GuideCommands
from tests.ui.stage import CHECKOUT, at, begun, on_screen, played, seen

TAKEN = {
    "ctrl+b": "tmux",
    "ctrl+w": "closes a browser's tab",
    "ctrl+t": "a browser's",
    "ctrl+n": "a browser's",
}
COMMANDS = [one for _, commands in every_command() for one in commands]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.id)
def test_a_command_says_what_it_does_and_takes_no_key_of_others(command: Command) -> None:
    assert command.help.endswith(".")
    assert 0 < len(command.label) <= 24
    assert not [key for key in command.keys.split(",") if key in TAKEN]


def test_no_two_commands_of_a_screen_share_an_id_or_a_key() -> None:
    anywhere = [one for name, commands in every_command() if name == "Anywhere" for one in commands]
    for name, commands in every_command():
        together = [*commands, *(anywhere if name != "Anywhere" else [])]
        ids = [one.id for one in together]
        keys = [key for one in together for key in one.keys.split(",") if key]
        assert len(ids) == len(set(ids)), name
        assert len(keys) == len(set(keys)), name


def test_the_palette_is_the_second_way_of_every_function_key_and_needs_none_itself() -> None:
    palette = next(one for one in COMMANDS if one.id == "palette")

    assert palette.keys.startswith("ctrl+")


async def palette_of(pilot: object, query: str) -> list[str]:
    provider: Provider = GuideCommands(pilot.app.screen)  # type: ignore[attr-defined]
    hits = provider.search(query) if query else provider.discover()
    return [str(hit.text) async for hit in hits]


async def test_the_palette_finds_every_command_that_is_offered() -> None:
    async with on_screen(played("three-houses", "rosa", at("parents_how"))) as pilot:
        offered = [one for one in pilot.app.offered() if one.id != "palette"]  # type: ignore[attr-defined]

        assert sorted(await palette_of(pilot, "")) == sorted(one.label for one in offered)
        for one in offered:
            assert one.label in await palette_of(pilot, one.label)


async def test_before_a_child_the_palette_names_nothing_of_a_helpers() -> None:
    async with on_screen(played("three-houses", "rosa", at("good_things", "quiet"))) as pilot:
        named = await palette_of(pilot, "")

        assert "an aside" not in named
        assert "the whole sheet" not in named
        assert "a break" in named


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_last_line_fits(size: tuple[int, int]) -> None:
    tables = [begun("three-houses"), played("three-houses", "rosa", at("good_things", "quiet")), None]
    for table in tables:
        async with on_screen(table, size=size) as pilot:
            last = seen(pilot).splitlines()[-1]

            assert len(last) <= size[0]
            assert "F8 hide" in last


async def test_a_key_of_ones_own_takes_the_place_of_the_usual_one() -> None:
    settings = Settings(theme="light", keys={"hide": "f4", "speaker": "f11"})
    async with on_screen(begun("three-houses"), settings=settings) as pilot:
        assert "F4 hide" in seen(pilot)

        await pilot.press("f4")
        await pilot.pause()
        assert seen(pilot) == "$"


def test_the_page_of_keys_in_the_docs_is_the_one_made_from_the_commands() -> None:
    written = CHECKOUT / "docs" / "keys.md"

    assert written.read_text(encoding="utf-8") == page(), "python -m guide.ui.commands.page > docs/keys.md"


@pytest.mark.parametrize(
    ("key", "shown"), [("f8", "F8"), ("ctrl+e", "ctrl+e"), ("slash", "/"), ("enter", "Enter")]
)
def test_keys_are_written_as_people_say_them(key: str, shown: str) -> None:
    assert key_shown(key) == shown


def test_the_screen_speaks_only_words_from_one_place() -> None:
    from guide.ui.en import WORDS

    used = [
        line
        for file in (CHECKOUT / "guide/ui").rglob("*.py")
        for line in Path(file).read_text(encoding="utf-8").splitlines()
        if 'say("' in line
    ]
    keys = {part.split('"')[0] for line in used for part in line.split('say("')[1:]}

    assert keys <= WORDS.keys() | {"hello", "hello_all"}
