"""Stones are one picture everywhere: a start where nobody stands yet, and as many as were shown."""

import re

import pytest

from guide.documents.path import draw_path
from guide.documents.quotes import Mark
from guide.map.model import Rating
from guide.ui.widgets.answering.scale import Scale
from guide.ui.widgets.map.marks import draw_marks, stones
from tests.ui.stage import at, on_screen, played

OF = 4


def drawn(value: float | None) -> list[str]:
    """Return the lines of a child's scale of four stones."""
    scale = Scale()
    scale.least, scale.most, scale.mark = 0.0, float(OF), 1.0
    scale.value = value
    return scale.draw(70).plain.splitlines()


def the_path(lines: list[str]) -> str:
    return next(line for line in lines if "─" in line)


def on_the_sheet(value: float) -> list[str]:
    mark = Rating("r1", "p1", value, "2026-11-21T10:00:00Z", "path_today", of=OF)
    return [row.plain for row in draw_marks([mark], lambda _: "Rosa", 40)]


def test_the_childs_line_is_the_path_that_stands_on_the_sheet() -> None:
    room = OF * 8

    assert the_path(drawn(None)) == stones(OF, room).plain.rstrip()
    assert the_path(drawn(None)).count("( )") == OF
    assert the_path(drawn(None)).startswith("·")


@pytest.mark.parametrize("value", [1, 2, 3, 4])
def test_the_stone_stood_on_is_marked_and_the_others_stay(value: int) -> None:
    lines = drawn(value)
    path = the_path(lines)

    found = re.findall(r"\(.\)", path)
    assert [at for at, stone in enumerate(found, 1) if stone == "(●)"] == [value]
    assert lines[lines.index(path) + 1].index("▲") == path.index("●")


def test_before_the_first_stone_is_a_place_too() -> None:
    path = the_path(drawn(0))

    assert path.startswith("●")
    assert path.count("( )") == OF


@pytest.mark.parametrize("value", [0, 1, 4])
def test_sheet_and_paper_have_the_same_number_of_stones(value: int) -> None:
    mark = Mark("r1", "Rosa", value, OF, hollow=False, says="Rosa")
    paper = draw_path([mark], zero="Worries", ten="Dreams", title="Path", says="")

    assert the_path(on_the_sheet(value)).count("( )") == len(paper.stones) == OF
    assert [stone.stood_on for stone in paper.stones].count(True) == (1 if value else 0)
    assert all(flag.left >= 0 and flag.left + flag.width <= 760 for flag in paper.flags)


@pytest.mark.parametrize(("talk", "keys", "value"), [
    ("rosa", ["right"] * 4, 3), ("rosa", ["left"], 10), ("bo", ["right"] * 3, 2), ("bo", ["left", "left"], 3),
])  # fmt: skip
async def test_a_mark_is_set_by_arrow_keys_from_either_end(talk: str, keys: list[str], value: float) -> None:
    table = played("three-houses", talk, at("path_today", "first"))
    async with on_screen(table) as pilot:
        await pilot.press(*keys, "enter")
        await pilot.pause()

        assert [one.value for one in table.session.walk.shown.ratings("houses.path")] == [value]
