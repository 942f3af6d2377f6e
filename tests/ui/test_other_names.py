"""Other names on the papers' screen: for these papers only, told in full, saved only by choice."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from guide.log.events import Exported
from guide.ui.screens.other_names import OtherNames, Replaced
from guide.ui.screens.papers import PapersScreen
from tests.ui.stage import Painted, Table, on_screen
from tests.ui.test_papers_screen import done, fill, finished, opened, pick, told


async def chosen(pilot: Pilot[int], names: dict[str, str], more: str = "") -> None:
    """Choose these names by keyboard, and take them."""
    await pilot.press("n")
    await pilot.pause()
    dialog = pilot.app.screen
    assert isinstance(dialog, OtherNames)
    boxes = dict(zip([*dialog.people, "more"], dialog.query(Input), strict=True))
    for name, alias in {**names, "more": more}.items():
        boxes[name].value = alias
    await pilot.press("ctrl+s")
    await pilot.pause()


async def made(pilot: Pilot[int], screen: PapersScreen) -> None:
    pick(screen, "houses")
    await pilot.press("enter")
    await done(pilot)


def words_in(table: Table) -> list[str]:
    """Return everything the journal holds of what left, as text."""
    return [repr(one.what) for one in table.session.record.events if isinstance(one.what, Exported)]


async def test_a_name_chosen_by_keyboard_stands_on_the_paper_and_what_is_left_is_told(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"Ida", "enter", "down", "down", "up", *"Joe", "ctrl+s")
        await pilot.pause()
        window = Painted.of(pilot)
        is_told = isinstance(pilot.app.screen, Replaced)
        await pilot.press("enter")
        await pilot.pause()
        wishes = Painted.of(pilot)
        await made(pilot, screen)
        sentence = told(screen)

    page = (tmp_path / "houses.html").read_text()
    assert is_told
    assert window.says("Rosa is Ida now")
    assert window.says("Pop is Joe now")
    assert window.says("Still looks like a name: Dev")
    assert wishes.says("2 in other words")
    assert "Rosa is Ida now" in sentence
    assert "Ida" in page
    assert "Rosa" not in page
    assert "Pop" not in page


async def test_they_are_kept_nowhere_but_on_this_screen(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await chosen(pilot, {"Rosa": "Zebedee"})
        await pilot.press("escape")
        await pilot.pause()
        await made(pilot, screen)
        again = await opened(pilot, table, tmp_path)
        await made(pilot, again)

    (other, real) = words_in(table)
    assert "Zebedee" not in other + real
    assert "other_names=True" in other
    assert "other_names=True" not in real
    assert "Rosa" in (tmp_path / "houses.html").read_text()


async def test_leaving_the_window_changes_nothing(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await pilot.press("n")
        await pilot.pause()
        await pilot.press(*"Ida", "escape")
        await pilot.pause()

        assert pilot.app.screen is screen
        assert screen.ordering.aliases == {}


async def test_words_of_nobody_here_can_be_replaced_too() -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        await chosen(pilot, {}, more="bucket = drum; Sun house = Hill house")

        assert screen.ordering.aliases == {"bucket": "drum", "Sun house": "Hill house"}


async def test_a_pair_that_is_none_is_refused_in_one_sentence_and_the_window_stays() -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        await chosen(pilot, {"Rosa": "Ida"}, more="the school")

        assert isinstance(pilot.app.screen, OtherNames)
        assert Painted.of(pilot).says("Write one name and its alias, such as “Katy = Anna”.")
        assert screen.ordering.aliases == {}


async def test_they_are_saved_and_read_again_by_choice_and_nothing_is_written_over(tmp_path: Path) -> None:
    table = finished()
    file = tmp_path / "names.txt"

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await chosen(pilot, {"Rosa": "Ida", "Mum": "Anna"})
        await pilot.press("enter", "s")
        await pilot.pause()
        await fill(pilot, str(file))
        saved = told(screen)
        screen.ordering.aliases = {"Rosa": "Una"}
        screen._save(str(file))
        refused = told(screen)
        await pilot.press("r")
        await pilot.pause()
        await fill(pilot, str(file))

        assert screen.ordering.aliases == {"Rosa": "Ida", "Mum": "Anna"}
    assert "Whoever finds it knows who is who" in saved
    assert "is there already" in refused
    assert file.read_text() == "Rosa = Ida\nMum = Anna\n"


@pytest.mark.parametrize("words", ["\0", "x" * 5000, "/dev/null/names.txt"])
async def test_a_file_that_is_none_is_one_sentence(words: str) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        screen.ordering.aliases = {"Rosa": "Ida"}
        screen._save(words)
        not_saved = told(screen)
        screen._read(words)

        assert "could not be written" in not_saved
        assert "cannot be read" in told(screen)
