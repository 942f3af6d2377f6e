"""Each kind of step: what it takes, what it refuses, and what stands in the record."""

from typing import Any

import pytest

from tests.engine.talking import Talking, talk

FRAME = """
- section: one
  title: One
  with: {held}
  steps:
    - {step}
    - ask: last
      text: "Last?"
"""

CHOOSE = """choose: it
      text: "Which?"
      options: {a: "A, {{ child.name }}", b: "B", c: "C"}"""
NUMBER = 'number: it\n      text: "How many?"\n      least: 2\n      most: 9.5\n      unit: times'
LINE = """scale: it
      text: "Where?"
      zero: "Nothing"
      ten: "All"
      marks: {younger: 4}
      into: look.line"""
SORT = """ask: thing
      text: "What?"
      more: ["What else?"]
      into: look.said
    - sort: it
      text: "Where?"
      sorts: look.said
      where: {look.harm: "Did it hurt {{ child.name }}?", look.hard: "Is it hard?"}"""


def at(step: str, held: str = "family", **child: Any) -> Talking:
    ash = {"name": "Ash", "as": "child", **child}
    people = [ash, {"name": "Dee", "as": "parent"}, {"name": "Rob", "as": "parent"}, {"name": "Imran", "as": "worker"}]
    return talk(FRAME.format(held=held, step=step), *people)


def value(talking: Talking, step: str = "it") -> Any:
    return talking.answers(step)[0]["value"]


# say, timer


@pytest.mark.parametrize("step", ["say: it\n      text: \"Hello {{ child.name }}\"", 'timer: it\n      text: "Wait"\n      minutes: 5'])
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
    assert (answer["pass"], answer["value"], answer["status"]) == (way, None, "later" if way == "later" else "passed")
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
    assert talking.session.transcript()[-1].text


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


# scale


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


REASONS = LINE + '\n      because: "Because?"\n      lower: "Lower?"\n      higher: "Higher?"\n      small_step: "Step?"'


def test_each_reason_is_a_turn_of_its_own() -> None:
    talking = at(REASONS)
    talking.hear(rate=4, by="Dee")
    asked = []
    for words in ("a", "b", "c", "d"):
        asked.append((talking.asks.part, talking.asks.text))
        talking.hear(say=words)

    assert asked == [("because", "Because?"), ("lower", "Lower?"), ("higher", "Higher?"), ("small_step", "Step?")]
    (rating,) = talking.held("look.line")
    assert [rating[part] for part in ("because", "lower", "higher", "small_step")] == [["a"], ["b"], ["c"], ["d"]]
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


# sort


def sorting() -> Talking:
    talking = at(SORT)
    for words in ("one", "two", "three"):
        talking.hear(say=words)
    talking.hear(more=False)
    return talking


def test_one_turn_sorts_everything_and_says_the_tests_in_order() -> None:
    talking = sorting()

    asks = talking.json["asks"]
    assert [one["text"] for one in asks["items"]] == ["one", "two", "three"]
    assert asks["places"] == {"look.harm": "Did it hurt Ash?", "look.hard": "Is it hard?"}


def test_by_number_or_id_and_what_is_left_out_stays() -> None:
    talking = sorting()

    talking.hear(sort={"1": "look.harm", "e2": "look.hard"})

    assert [talking.texts(area) for area in ("look.harm", "look.hard", "look.said")] == [["one"], ["two"], ["three"]]
    assert "unsorted" in talking.gaps()
    assert talking.session.walk.sight.call("answered", "it")


@pytest.mark.parametrize(
    "given",
    [{"e9": "look.harm"}, {"4": "look.harm"}, {"0": "look.harm"}, {"1": "look.next"}, {"1": "nowhere"}, {"1": ["look.harm"]},
     ["e1"], "e1", {"²": "look.harm"}],
)  # fmt: skip
def test_a_sorting_that_does_not_fit_is_refused(given: Any) -> None:
    sorting().is_refused(sort=given)


def test_nothing_to_sort_is_passed_over() -> None:
    talking = at(SORT)

    assert talking.hear({"pass": "dont-know"}).asks.step == "last"


def test_what_lands_there_after_it_was_sorted_is_a_gap_and_no_turn() -> None:
    talking = sorting()
    talking.hear(sort={"1": "look.harm", "2": "look.hard", "3": "look.hard"})
    assert "unsorted" not in talking.gaps()

    talking.hear(add={"area": "look.said", "say": "new"})

    assert talking.at == "last"
    assert "unsorted" in talking.gaps()


def test_a_sorting_does_not_bring_back_what_was_set_aside() -> None:
    talking = sorting()
    talking.hear(sort={"1": "look.harm"})

    talking.hear({"correct": "e1", "pass": "rather-not"})

    assert talking.texts("look.harm") == []
    assert talking.texts("look.said") == ["two", "three"]


# panel


def test_a_panel_joins_the_story() -> None:
    talking = at('panel: it\n      text: "A picture?"')
    talking.hear(add={"area": "look.harm", "say": "a plate"})
    picture = {"place": "kitchen", "people": [{"name": "Ash", "feeling": "blank"}], "things": ["plate"], "bubbles": []}

    talking.hear(panel={"text": ["In March a plate was thrown.", ""], "title": "March", "picture": picture, "from": ["e1"]})

    assert talking.record["story"] == [
        {"id": "n1", "title": "March", "text": ["In March a plate was thrown."], "picture": picture, "from": ["e1"], "was": []}
    ]


@pytest.mark.parametrize(
    "given",
    [None, "x", [], {}, {"text": []}, {"text": ""}, {"text": [""]}, {"text": [5]}, {"text": {"a": 1}},
     {"text": ["x"], "picture": []}, {"text": ["x"], "picture": {"people": "Ash"}}, {"text": ["x"], "picture": {"people": ["Ash"]}},
     {"text": ["x"], "picture": {"things": [5]}}, {"text": ["x"], "picture": {"place": ["home"]}}, {"text": ["x"], "title": []},
     {"text": ["x"], "from": ["e9"]}, {"text": ["x"], "from": {"a": 1}}],
)  # fmt: skip
def test_a_panel_that_is_none_is_refused(given: Any) -> None:
    if given == {"text": ["x"], "picture": []}:
        return
    at('panel: it\n      text: "A picture?"').is_refused(panel=given)
