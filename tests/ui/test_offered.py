"""What an earlier conversation offers is read before the box, and a number takes a line."""

import pytest

from guide.engine.turn import Asks, Item
from guide.ui.replying import reply_to
from guide.ui.widgets.question import question_of

ROWS = 14
"""What a small terminal spares for a question."""
SECOND = 2


def asking(many: int, held_with: str = "worker") -> Asks:
    """Return a question that offers so many lines, the second kept from Mum."""
    offers = tuple(
        Item(f"s1:e{at}", f"line {at}", kept="Mum: no" if at == SECOND else "") for at in range(1, many + 1)
    )
    return Asks("known", "ask", held_with, "What is known?", offers=offers, mode="first")


def test_each_line_stands_there_with_its_number_and_from_whom_it_was_kept() -> None:
    shown = question_of(asking(2), None).plain

    assert "1  line 1\n" in shown
    assert "2  line 2  (wished: Mum: no)" in shown


def test_many_lines_leave_room_for_the_box() -> None:
    shown = question_of(asking(60), None).plain

    assert len(shown.splitlines()) <= ROWS
    assert "and 52 more" in shown


@pytest.mark.parametrize("held_with", ["child", "family"])
def test_a_childs_and_a_familys_screen_show_none_of_it(held_with: str) -> None:
    assert "line 1" not in question_of(asking(2, held_with), None).plain


@pytest.mark.parametrize(
    ("typed", "said"), [("2", "line 2"), ("7", "7"), ("Nain has a key", "Nain has a key")]
)
def test_a_number_takes_the_line_it_stands_before(typed: str, said: str) -> None:
    assert reply_to(asking(2), None, typed) == {"say": said}
