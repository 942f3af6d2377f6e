"""Rows under each other: what is new is painted, what stands is not; the reader is left where they are."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.strip import Strip

from guide.ui.widgets.stacked import Stacked


class Rows(Stacked, can_focus=True):
    """Numbers under each other, each drawn once."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.looks: dict[tuple[str, int], list[Strip]] = {}
        self.drawn = 0
        self.painted: list[int] = []

    def stack(self, width: int) -> list[Strip]:
        for one in self.texts:
            if (one, width) not in self.looks:
                self.drawn += 1
                self.looks[one, width] = self.strips_of(Content(one), width)
        return [row for one in self.texts for row in self.looks[one, width]]

    def forget_looks(self) -> None:
        self.looks.clear()

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return super().render_line(y)

    def say(self, *texts: str) -> None:
        self.texts.extend(texts)
        self.restack()


class FromTheEnd(Rows):
    """The newest stays in sight."""

    FROM_THE_END = True


class Page(App[None]):
    """One of them alone."""

    CSS = "$scrollbar: white;"

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield self.rows


@asynccontextmanager
async def shown(rows: Rows, *, size: tuple[int, int] = (20, 5)) -> AsyncIterator[Pilot[None]]:
    async with Page(rows).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def painted(pilot: Pilot[None]) -> list[str]:
    return [strip.text.rstrip(" ▐") for strip in pilot.app.screen._compositor.render_strips()]


def rail(pilot: Pilot[None]) -> str:
    return "".join(strip.text[-1] for strip in pilot.app.screen._compositor.render_strips())


def numbers(many: int) -> list[str]:
    return [f"row {at}" for at in range(many)]


async def test_the_newest_row_stays_in_sight_until_the_reader_goes_up_and_again_when_they_come_back() -> None:
    rows = FromTheEnd()
    rows.texts = numbers(9)
    async with shown(rows) as pilot:
        assert painted(pilot) == ["row 4", "row 5", "row 6", "row 7", "row 8"]

        rows.say("new")
        await pilot.pause()
        assert painted(pilot)[-1] == "new"

        rows.focus()
        await pilot.press("pageup")
        rows.say("newer")
        await pilot.pause()
        assert painted(pilot) == ["row 1", "row 2", "row 3", "row 4", "row 5"]

        await pilot.press("end")
        rows.say("newest")
        await pilot.pause()
        assert painted(pilot)[-1] == "newest"


async def test_only_what_is_new_is_drawn_and_only_rows_that_look_different_are_painted() -> None:
    rows = Rows()
    rows.texts = numbers(3)
    async with shown(rows) as pilot:
        drawn, rows.painted = rows.drawn, []

        rows.say("new")
        await pilot.pause()

        assert rows.drawn == drawn + 1
        assert rows.painted == [3]
        assert painted(pilot) == ["row 0", "row 1", "row 2", "new", ""]


async def test_the_rail_shows_where_the_rows_in_sight_stand_and_is_empty_where_all_are_in_sight() -> None:
    rows = Rows()
    rows.texts = numbers(5)
    async with shown(rows) as pilot:
        assert rail(pilot).strip() == ""

        rows.say(*numbers(15))
        await pilot.pause()
        assert rail(pilot) == "▐    "

        rows.go_to(1000)
        await pilot.pause()
        assert rail(pilot) == "    ▐"
        assert painted(pilot)[-1] == "row 14"


async def test_rows_are_brought_into_sight_with_as_little_moving_as_can_be() -> None:
    rows = Rows()
    rows.texts = numbers(30)
    async with shown(rows) as pilot:
        rows.bring_into_sight(2, 2)
        assert rows.top == 0
        rows.bring_into_sight(9, 2)
        assert rows.top == 6
        rows.bring_into_sight(4, 20)
        await pilot.pause()
        assert painted(pilot)[0] == "row 4"


@pytest.mark.parametrize("width", [8, 40])
async def test_another_width_wraps_anew_and_another_height_shows_more(width: int) -> None:
    rows = FromTheEnd()
    rows.texts = ["one two three four", "last"]
    async with shown(rows) as pilot:
        await pilot.resize_terminal(width, 8)
        await pilot.pause()

        assert " ".join(painted(pilot)).split() == ["one", "two", "three", "four", "last"]
        assert all(len(row.rstrip()) < width for row in painted(pilot))


async def test_other_colours_are_drawn_at_once() -> None:
    rows = Rows()
    rows.texts = numbers(2)
    async with shown(rows) as pilot:
        drawn = rows.drawn
        pilot.app.theme = "textual-light"
        await pilot.pause()

        assert rows.drawn == drawn + 2
        assert painted(pilot)[:2] == ["row 0", "row 1"]
