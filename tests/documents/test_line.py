"""Everybody's mark stands on the line where they put it, and every name can be read."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.documents.line import Drawing, draw_line
from guide.documents.measure import width, wrap
from guide.documents.path import draw_path
from guide.documents.quotes import Mark

WIDE = 1480.0

MARKS = st.lists(
    st.builds(
        lambda name, half, hollow: Mark("r", name, half / 2, 10, hollow, ""),
        st.text(min_size=1, max_size=70).filter(str.strip),
        st.integers(0, 20),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)


def drawn(marks: list[Mark]) -> Drawing:
    notes = ["Somebody's guess" if mark.hollow else "" for mark in marks]
    return draw_line(list(zip(marks, notes, strict=True)), wide=WIDE, title="", says="")


@given(MARKS)
def test_no_flag_covers_another_and_all_stand_on_the_page(marks: list[Mark]) -> None:
    line = drawn(marks)

    assert len(line.flags) == len(marks)
    for flag in line.flags:
        assert flag.left >= 0
        assert flag.left + flag.width <= WIDE + 0.01
        assert flag.top >= 0
        assert flag.top + flag.height < line.axis < line.height
    for one, other in combinations(line.flags, 2):
        beside = one.left + one.width <= other.left or other.left + other.width <= one.left
        above = one.top + one.height <= other.top + 0.01 or other.top + other.height <= one.top + 0.01
        assert beside or above


@given(MARKS)
def test_every_mark_stands_where_it_was_put(marks: list[Mark]) -> None:
    line = drawn(marks)

    ticks = {label: x for x, label in line.ticks}
    for flag in line.flags:
        between = (flag.x - ticks["0"]) / (ticks["10"] - ticks["0"])
        assert f"{between * 10:g}" == flag.number


@given(st.text(), st.floats(40, 300), st.floats(8, 30))
def test_wrapping_keeps_every_letter_and_stays_in_its_room(text: str, room: float, size: float) -> None:
    lines = wrap(text, room, size)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, size) <= room or len(line) == 1 for line in lines)


@pytest.mark.parametrize("of", [2, 4, 5, 10])
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_stones_stand_in_order_and_the_flag_over_its_place(of: int, share: float) -> None:
    value = of * share or (0.0 if of == 10 else 1.0)
    path = draw_path(
        [Mark("r", "A name of some length", value, of, False, "")], zero="a", ten="b", title="", says=""
    )

    places = [stone.x for stone in path.stones]
    assert places == sorted(places)
    assert len(places) == (11 if of == 10 else of)
    assert path.flags[0].top >= 0
    at = [stone.x for stone in path.stones if float(stone.number) == value]
    assert not at or path.flags[0].x == at[0]
