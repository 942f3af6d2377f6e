"""A place on a line: marks, halves, stones, reasons and guesses."""

from typing import Any

import pytest

from tests.engine.kinds import at

LINE = """scale: it
      text: "Where?"
      zero: "Nothing"
      ten: "All"
      marks: {younger: 4}
      into: look.line"""


def test_whole_marks_only_unless_halves_are_allowed() -> None:
    assert at(LINE).json["asks"]["range"] == [0, 10, 1]
    assert "whole" in at(LINE).is_refused(rate=3.5)
    halves = at(LINE + "\n      half: true")
    assert halves.json["asks"]["range"] == [0, 10, 0.5]
    assert "halves" in halves.is_refused(rate=3.25)
    halves.hear(rate=3.5)
    assert halves.held("look.line")[0]["value"] == 3.5


@pytest.mark.parametrize("given", [-1, 11, "4", None, True, [4], float("nan"), {"value": 4}])
def test_a_mark_that_is_not_on_the_line_is_refused(given: Any) -> None:
    at(LINE).is_refused(rate=given)


def test_stones_stand_in_place_of_ten_and_the_record_keeps_how_many() -> None:
    talking = at(LINE, "child", age=5)
    assert talking.json["asks"]["range"] == [0, 4, 1]
    assert "4" in talking.is_refused(rate=5)

    talking.hear(rate=3)

    assert [(one["value"], one["of"]) for one in talking.held("look.line")] == [(3, 4)]
    assert "not on the line" in talking.is_refused(correct="it", rate=7)


def test_an_older_child_has_the_whole_line() -> None:
    talking = at(LINE, "child", age=9)

    talking.hear(rate=7)

    assert [(one["value"], one["of"]) for one in talking.held("look.line")] == [(7, 10)]


REASONS = (
    LINE
    + '\n      because: "Because?"\n      lower: "Lower?"\n      higher: "Higher?"\n      small_step: "Step?"'
)


def test_each_reason_is_a_turn_of_its_own() -> None:
    talking = at(REASONS)
    talking.hear(rate=4, by="Dee")
    asked = []
    for words in ("a", "b", "c", "d"):
        asked.append((talking.asks.part, talking.asks.text))
        talking.hear(say=words)

    assert asked == [
        ("because", "Because?"),
        ("lower", "Lower?"),
        ("higher", "Higher?"),
        ("small_step", "Step?"),
    ]
    (rating,) = talking.held("look.line")
    assert [rating[part] for part in ("because", "lower", "higher", "small_step")] == [
        ["a"],
        ["b"],
        ["c"],
        ["d"],
    ]
    assert (rating["by"], talking.at) == ("p2", "last")


def test_a_reason_that_came_with_the_number_is_not_asked() -> None:
    talking = at(REASONS)
    talking.hear(rate=4, because=["a", "b"], higher="c")
    asked = []
    while talking.at == "it":
        asked.append(talking.asks.part)
        talking.hear({"pass": "dont-know"})

    assert asked == ["lower", "small_step"]
    assert talking.held("look.line")[0]["because"] == ["a", "b"]
    assert talking.session.walk.sight.call("passed", "it") is False


def test_reasons_can_be_left_out_at_once() -> None:
    talking = at(REASONS)
    talking.hear(rate=4)

    assert talking.hear(more=False).asks.step == "last"


def test_a_reason_of_a_wrong_shape_is_refused() -> None:
    for given in ({"a": 1}, [["x"]], True):
        at(REASONS).is_refused(rate=4, because=given)


def test_a_guess_for_somebody_who_is_not_there() -> None:
    talking = at(REASONS)

    talking.hear(rate=7, by="Dee", guessed_by="Imran")

    (rating,) = talking.held("look.line")
    assert (rating["by"], rating["guessed_by"], talking.at) == ("p2", "p4", "last")


def test_where_the_step_asks_for_a_guess_it_is_the_speakers() -> None:
    talking = at(LINE + "\n      guess: true", "worker")
    assert talking.asks.guess

    talking.hear(rate=7)

    (rating,) = talking.held("look.line")
    assert (rating["by"], rating["guessed_by"]) == (None, "p4")
