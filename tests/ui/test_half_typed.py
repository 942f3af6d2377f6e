"""A half-typed answer: nothing but an answer takes it away, wherever the helper goes meanwhile."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from guide.clock import StillClock
from guide.engine.session import Session
from guide.ui.screens.map import MapScreen
from guide.ui.screens.papers import PapersScreen
from guide.ui.talking import Talking
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.painting import Painting
from guide.ui.widgets.answering.scale import Scale
from tests.ui.stage import Table, at, on_screen, played
from tests.ui.test_map_screen import fill, pick
from tests.ui.test_papers_screen import done
from tests.ui.test_papers_screen import pick as pick_paper

HALF = "half a sent"
FELL = "The pan fell"


def worrying() -> Table:
    """Return a worker's conversation with something on the map already and an open question standing."""
    table = played("map", "aoife", at("respect", "first"))
    table.session.hear({"add": {"area": "map.harm", "say": FELL}})
    return table


def box(pilot: Pilot[int]) -> str:
    return pilot.app.screen.query_one("#box", AnswerBox).text


def on_disk(pilot: Pilot[int], table: Table) -> str:
    assert pilot.app.keeper.flush()  # type: ignore[attr-defined]
    draft = table.store.draft(table.session.id)
    return draft.body if draft else ""


async def deed_move(pilot: Pilot[int]) -> None:
    await pick(pilot, FELL)
    await pilot.press("m")
    await pilot.pause()
    await pilot.press("down", "enter")
    await pilot.pause()


async def deed_add(pilot: Pilot[int]) -> None:
    await pilot.press("a")
    await pilot.pause()
    await pilot.press("down", "enter")
    await pilot.pause()
    await fill(pilot, "by hand")
    await pilot.press("down", "enter")
    await pilot.pause()


async def deed_correct(pilot: Pilot[int]) -> None:
    await pick(pilot, FELL)
    await pilot.press("c")
    await pilot.pause()
    await fill(pilot, "The pot fell")


async def deed_undo(pilot: Pilot[int]) -> None:
    await pilot.press("ctrl+z", "ctrl+y")
    await pilot.pause()


@pytest.mark.parametrize("deed", [deed_move, deed_add, deed_correct, deed_undo], ids=lambda one: one.__name__)
async def test_it_survives_a_change_of_the_map(deed: object) -> None:
    table = worrying()
    async with on_screen(table) as pilot:
        await pilot.press(*HALF)
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MapScreen)
        before = table.session.turn.n
        await deed(pilot)  # type: ignore[operator]
        assert table.session.turn.n != before or deed is deed_undo
        await pilot.press("escape")
        await pilot.pause()

        assert box(pilot) == HALF
        assert on_disk(pilot, table) == HALF


async def test_it_survives_the_papers_and_an_export_made_there(tmp_path: Path) -> None:
    table = worrying()
    async with on_screen(table) as pilot:
        await pilot.press(*HALF)
        await pilot.press("f12")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, PapersScreen)
        screen.put_into(str(tmp_path))
        pick_paper(screen, "record")
        await pilot.press("enter")
        await done(pilot)
        assert table.session.record.exported
        await pilot.press("escape")
        await pilot.pause()

        assert box(pilot) == HALF
        assert on_disk(pilot, table) == HALF


async def test_it_survives_a_change_made_on_the_map_from_home() -> None:
    table = worrying()
    async with on_screen(table) as pilot:
        await pilot.press(*HALF)
        assert on_disk(pilot, table) == HALF
    table.session.close()

    again = Session.resume(table.store, StillClock(), table.session.id)
    async with on_screen(store=table.store) as pilot:
        await pilot.app.push_screen(MapScreen(Talking(again), closes=True))
        await pilot.pause()
        await deed_move(pilot)
        assert again.record.moved

        assert on_disk(pilot, table) == HALF


@pytest.mark.parametrize("name", ["an aside", "something urgent"])
async def test_it_survives_what_is_kept_beside_it(name: str) -> None:
    table = worrying()
    async with on_screen(table) as pilot:
        await pilot.press(*HALF)
        if name == "an aside":
            await pilot.press("f7")
            await pilot.pause()
            await fill(pilot, "I am not sure of this")
            assert table.session.record.asides
        else:
            await pilot.press("f9", "tab", "tab", *"Mrs Kaur", "ctrl+s")
            await pilot.pause()
            assert table.session.record.urgent
            await pilot.press("escape")
            await pilot.pause()

        assert box(pilot) == HALF
        assert on_disk(pilot, table) == HALF


async def test_it_survives_putting_right_what_was_said_before() -> None:
    table = played("three-houses", "rosa", at("parents_how"))
    async with on_screen(table) as pilot:
        await pilot.press(*HALF)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert pilot.app.screen.talking.correcting is not None  # type: ignore[attr-defined]
        await pilot.press("escape")
        await pilot.pause()

        assert box(pilot) == HALF


async def test_an_answer_takes_it_away_for_good() -> None:
    table = worrying()
    async with on_screen(table) as pilot:
        await pilot.press(*HALF, "enter")
        await pilot.pause()
        await pilot.press("f5")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()

        assert box(pilot) == ""
        assert on_disk(pilot, table) == ""


async def test_a_picture_half_painted_and_a_mark_not_yet_given_survive_an_aside() -> None:
    async with on_screen(played("mill-lane", "ash", at("page"))) as pilot:
        await pilot.press(*"A pan", "enter", "down")
        await pilot.press("f7")
        await pilot.pause()
        await fill(pilot, "He looked away")

        assert pilot.app.screen.query_one(Painting).panel()["text"] == ["A pan"]

    async with on_screen(played("three-houses", "rosa", at("path_today", "first"))) as pilot:
        await pilot.press("right", "right")
        await pilot.press("f7")
        await pilot.pause()
        await fill(pilot, "He looked away")

        assert pilot.app.screen.query_one(Scale).value == 1


async def test_a_new_line_begins_where_it_was_typed_though_the_letters_come_in_one_burst() -> None:
    async with on_screen(worrying()) as pilot:
        words = "first line\nsecond line\nthird"
        for one in words:
            pilot.app.post_message(Key("ctrl+j" if one == "\n" else one, one))
        await pilot.pause()
        await pilot.pause()

        assert box(pilot) == words
