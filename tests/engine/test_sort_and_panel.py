"""Sorting what was said, by a person and once; and a picture with its sentences."""

from typing import Any

import pytest

from tests.engine.kinds import at
from tests.engine.talking import Talking

SORT = """ask: thing
      text: "What?"
      more: ["What else?"]
      into: look.said
    - sort: it
      text: "Where?"
      sorts: look.said
      where: {look.harm: "Did it hurt {{ child.name }}?", look.hard: "Is it hard?"}"""


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

    assert [talking.texts(area) for area in ("look.harm", "look.hard", "look.said")] == [
        ["one"],
        ["two"],
        ["three"],
    ]
    assert "unsorted" in talking.gaps()
    assert talking.session.walk.sight.call("answered", "it")


@pytest.mark.parametrize(
    "given",
    [{"e9": "look.harm"}, {"4": "look.harm"}, {"0": "look.harm"}, {"1": "look.next"}, {"1": "nowhere"},
    {"1": ["look.harm"]},
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
    picture = {
        "place": "kitchen",
        "people": [{"name": "Ash", "feeling": "blank"}],
        "things": ["plate"],
        "bubbles": [],
    }

    talking.hear(
        panel={
            "text": ["In March a plate was thrown.", ""],
            "title": "March",
            "picture": picture,
            "from": ["e1"],
        }
    )

    assert talking.record["story"] == [
        {
            "id": "n1",
            "title": "March",
            "text": ["In March a plate was thrown."],
            "picture": picture,
            "from": ["e1"],
            "was": [],
            "by": None,
            "sentences": [{"text": "In March a plate was thrown.", "agreed_by": [], "disputed_by": []}],
            "share": {},
        }
    ]


@pytest.mark.parametrize(
    "given",
    [None, "x", [], {}, {"text": []}, {"text": ""}, {"text": [""]}, {"text": [5]}, {"text": {"a": 1}},
     {"text": ["x"], "picture": {"people": "Ash"}}, {"text": ["x"], "picture": {"people": ["Ash"]}},
     {"text": ["x"], "picture": {"things": [5]}}, {"text": ["x"], "picture": {"place": ["home"]}},
     {"text": ["x"], "title": ["x"]},
     {"text": ["x"], "from": ["e9"]}, {"text": ["x"], "from": {"a": 1}}],
)  # fmt: skip
def test_a_panel_that_is_none_is_refused(given: Any) -> None:
    at('panel: it\n      text: "A picture?"').is_refused(panel=given)
