"""What a story's wording is asked about: labels, blame, promises, length; and what is left in peace."""

import pytest

from tests.engine.talking import ASH, IMRAN, Talking, tiny

ONE = """
- section: page
  title: A page
  steps:
    - panel: picture
      text: "What does it say?"
    - ask: last
      text: "What else?"
"""


def told(*sentences: str, age: int = 9, lang: str = "en") -> list[str]:
    """Return what is asked about a page with these sentences."""
    talking = Talking(tiny(ONE), lang=lang).meet({**ASH, "age": age}, IMRAN).to("picture")
    talking.hear(panel={"text": list(sentences)})
    return [one["says"] for one in talking.record["gaps"] if one["code"].startswith("story-")]


@pytest.mark.parametrize(("sentence", "word"), [
    ("There was neglect at home.", "neglect"), ("Dad has contact on Saturdays.", "contact"),
    ("Your siblings are fine.", "siblings"),
])  # fmt: skip
def test_a_grown_ups_label_is_asked_about(sentence: str, word: str) -> None:
    assert told(sentence) == [f"Page 1 says “{word}”, a grown-ups’ word: what would a child have seen?"]


@pytest.mark.parametrize("sentence", ["It was because of you.", "Mum made Dad angry.", "It was your fault."])
def test_what_could_be_read_as_blame_is_asked_about(sentence: str) -> None:
    assert [one for one in told(sentence) if "to blame?" in one]


@pytest.mark.parametrize("sentence", [
    "It was not because you were loud.", "It was not your fault.", "It was never because of you.",
    "Mum's wine was never because of anything you did.", "We will tell you when we do.",
    "You won't be in trouble.", "We do not know when you see Mum.",
])  # fmt: skip
def test_what_lets_a_child_off_or_is_honest_is_left_in_peace(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", ["You will come home.", "Dad will never hit again.", "It will be fine."])
def test_a_promise_is_asked_about(sentence: str) -> None:
    assert [one for one in told(sentence) if "promise" in one]


@pytest.mark.parametrize(("age", "most"), [(6, 25), (9, 40), (14, 60)])
def test_a_page_is_as_long_as_its_oldest_reader_can_hear(age: int, most: int) -> None:
    assert told(" ".join(["word"] * most), age=age) == []
    assert told(" ".join(["word"] * (most + 1)), age=age) == [
        f"Page 1 has {most + 1} words; for this age up to {most}. Could it become two?"
    ]


def test_words_of_another_language_are_not_read() -> None:
    assert told("Nid yw contact yn air.", lang="cy") == []
