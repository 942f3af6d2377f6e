"""Texts, questions, choices, numbers and days: what each takes, what it refuses, what is kept."""

from typing import Any

import pytest

from tests.engine.kinds import at, value

CHOOSE = """choose: it
      text: "Which?"
      options: {a: "A, {{ child.name }}", b: "B", c: "C"}"""
NUMBER = 'number: it\n      text: "How many?"\n      least: 2\n      most: 9.5\n      unit: times'


# say, timer


@pytest.mark.parametrize(
    "step",
    ['say: it\n      text: "Hello {{ child.name }}"', 'timer: it\n      text: "Wait"\n      minutes: 5'],
)
def test_a_text_and_a_timer_wait_for_next_alone(step: str) -> None:
    talking = at(step)
    assert talking.accepts[0] == {"next": True}
    for line in ({"say": "x"}, {"pass": "dont-know"}, {"ok": True}, {"next": False}):
        talking.is_refused(line)

    turn = talking.hear(next=True)

    assert turn.asks.step == "last"
    assert turn.as_json()["said"] == [{"by": None, "step": "it", "text": turn.said[0].text, "kind": "guide"}]


# ask


def test_an_answer_keeps_the_question_as_it_was_put() -> None:
    talking = at('ask: it\n      text: "What, {{ child.name }}?"\n      into: look.harm')
    talking.hear(say="x", by="Dee")
    talking.back()
    talking.hear(say="x", by="Dee", asked="What was it?")

    assert talking.held("look.harm")[0]["asked"] == "What was it?"
    assert talking.answers("it")[0]["asked"] == "What was it?"


def test_one_question_without_more_takes_one_answer() -> None:
    assert at('ask: it\n      text: "What?"').hear(say="x").asks.step == "last"


@pytest.mark.parametrize("way", ["dont-know", "rather-not", "later"])
def test_a_pass_needs_no_reason_and_stands_in_the_record(way: str) -> None:
    talking = at('ask: it\n      text: "What?"\n      into: look.harm')
    assert {"pass": way} in talking.accepts

    talking.hear({"pass": way})

    (answer,) = talking.answers("it")
    assert (answer["pass"], answer["value"], answer["status"]) == (
        way,
        None,
        "later" if way == "later" else "passed",
    )
    assert ("put-off" if way == "later" else "not-known") in talking.gaps() or way == "rather-not"


def test_an_unknown_pass_says_which_there_are() -> None:
    assert "dont-know, rather-not, later" in at('ask: it\n      text: "What?"').is_refused({"pass": "never"})


def test_an_optional_question_left_empty_is_no_gap() -> None:
    talking = at('ask: it\n      text: "What?"\n      optional: true')
    assert {"next": True} in talking.accepts

    assert talking.hear(next=True).asks.step == "last"
    assert not {"not-known", "put-off"} & set(talking.gaps())
    assert "next" in talking.is_refused(next=True)


# choose


def test_a_choice_is_a_list_of_keys() -> None:
    for given in ("b", ["b"]):
        talking = at(CHOOSE)
        talking.hear(choose=given)
        assert value(talking) == ["b"]
        assert talking.session.walk.sight.name("it") == "b"


def test_options_are_put_into_words() -> None:
    assert at(CHOOSE).json["asks"]["options"] == {"a": "A, Ash", "b": "B", "c": "C"}


@pytest.mark.parametrize("given", [[], "", None, ["d"], ["a", "b"], {"a": 1}, [["a"]], 5])
def test_a_choice_that_is_none_is_refused(given: Any) -> None:
    at(CHOOSE).is_refused(choose=given)


def test_several_where_the_step_says_so() -> None:
    talking = at(CHOOSE + "\n      many: true")

    talking.hear(choose=["c", "a", "c"])

    assert value(talking) == ["c", "a"]
    assert talking.session.walk.sight.name("it") == ["c", "a"]


# number


@pytest.mark.parametrize("given", [2, 9.5, 4.25])
def test_a_number_within_its_bounds(given: float) -> None:
    talking = at(NUMBER)
    assert talking.json["asks"]["range"] == [2, 9.5, 1]

    talking.hear(number=given)

    assert value(talking) == given


@pytest.mark.parametrize("given", [1, 10, -3, "4", True, None, [4], float("nan"), float("inf"), 10**30])
def test_a_number_that_is_none_or_outside_is_refused(given: Any) -> None:
    at(NUMBER).is_refused(number=given)


def test_a_number_without_bounds_takes_any() -> None:
    talking = at('number: it\n      text: "?"')

    talking.hear(number=-12345678.5)

    assert value(talking) == -12345678.5
    assert talking.session.transcript()[-1].text == "-12345678.5"


# date


@pytest.mark.parametrize("given", ["about March", "2026-13-45", "", "20260101", "2026-1-1", 5, None])
def test_a_date_is_a_day(given: Any) -> None:
    at('date: it\n      text: "When?"').is_refused(date=given)


def test_a_date_is_kept_as_text() -> None:
    talking = at('date: it\n      text: "When?"')

    talking.hear(date="2026-02-28")

    assert value(talking) == "2026-02-28"


def test_about_march_is_an_answer_where_the_step_allows_it() -> None:
    talking = at('date: it\n      text: "When?"\n      approximate: true')

    talking.hear(date="about March")

    assert value(talking) == "about March"
