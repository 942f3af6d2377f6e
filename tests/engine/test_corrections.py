"""Changing an earlier answer: by id, step, item or loop; beside the first words, the way worked out anew."""

import pytest

from tests.engine.talking import Talking, talk

WAY = """
- section: one
  title: One
  steps:
    - choose: way
      text: "Which?"
      options: {long: "Long", short: "Short"}
    - ask: more_of_it
      text: "More?"
      when: "way == 'long'"
      into: look.harm
    - ask: things
      text: "Things?"
      more: ["What else?"]
      into: look.hard
    - number: count
      text: "Count?"
      most: 9
    - date: day
      text: "Day?"
    - scale: line
      text: "Line?"
      zero: "0"
      ten: "10"
      half: true
      because: "Because?"
      into: look.line
    - panel: page
      text: "Page?"
    - ask: passed_one
      text: "Passed?"
      into: look.next
    - ask: last
      text: "Last?"
"""


def begun() -> Talking:
    talking = talk(WAY)
    talking.hear(choose=["long"])
    talking.hear(say="because of it")
    for words in ("one", "two"):
        talking.hear(say=words, by="Dee")
    talking.hear(more=False)
    talking.hear(number=3)
    talking.hear(date="2026-01-01")
    talking.hear(rate=4, because="Nain", by="Ash")
    talking.hear(panel={"text": ["A plate."], "picture": {"place": "kitchen"}})
    talking.hear({"pass": "dont-know"})
    assert talking.at == "last"
    return talking


def test_a_correction_stands_beside_the_first_words_never_instead_of_them() -> None:
    talking = begun()
    talking.hear(correct="more_of_it", say="because of her")
    talking.hear(correct="more_of_it", say="because of them")

    (entry,) = talking.held("look.harm")
    assert (entry["text"], entry["was"]) == ("because of them", ["because of it", "because of her"])
    (answer,) = talking.answers("more_of_it")
    assert (answer["value"], answer["was"]) == ("because of them", ["because of it", "because of her"])


@pytest.mark.parametrize("target", ["a6", "e2"])
def test_by_the_id_of_an_answer_or_an_entry(target: str) -> None:
    talking = begun()

    talking.hear(correct=target, say="uno")

    assert talking.texts("look.hard") == ["uno", "two"]


def test_by_the_step_and_which_item_of_its_list() -> None:
    talking = begun()

    assert "item" in talking.is_refused(correct="things", say="x")
    for item, words in ((2, "dos"), ("e2", "uno")):
        talking.hear(correct="things", item=item, say=words)

    assert talking.texts("look.hard") == ["uno", "dos"]


@pytest.mark.parametrize(
    ("step", "value", "now"),
    [
        ("way", {"choose": "short"}, ["short"]),
        ("count", {"number": 4}, 4),
        ("day", {"date": "2026-02-02"}, "2026-02-02"),
        ("line", {"rate": 6.5}, 6.5),
        ("r1", {"rate": 7}, 7),
        ("n1", {"panel": {"text": ["Another."]}}, {"text": ["Another."], "picture": {"place": "kitchen"}}),
    ],
)
def test_the_value_comes_in_the_steps_own_shape(step: str, value: dict[str, object], now: object) -> None:
    talking = begun()
    before = [one["value"] for one in talking.record["answers"]]

    talking.hear({"correct": step, **value})

    after = [one["value"] for one in talking.record["answers"]]
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [now]


@pytest.mark.parametrize(
    ("step", "value"),
    [
        ("way", {"choose": ["neither"]}), ("way", {"say": "x"}), ("count", {"number": 10}),
        ("count", {"rate": 1}),
        ("day", {"date": "soon"}), ("line", {"rate": 11}), ("line", {"rate": 4.2}), ("page", {"panel": {}}),
        ("more_of_it", {"say": ""}), ("more_of_it", {}), ("more_of_it", {"pass": "later"}),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(step: str, value: dict[str, object]) -> None:
    begun().is_refused({"correct": step, **value})


def test_reasons_stay() -> None:
    talking = begun()

    talking.hear(correct="line", rate=6)

    (rating,) = talking.held("look.line")
    assert (rating["value"], rating["was"], rating["because"]) == (6, [4], ["Nain"])


def test_a_panels_first_picture_stays_beside() -> None:
    talking = begun()

    talking.hear(correct="page", panel={"text": ["It was March."], "title": "March"})

    (panel,) = talking.record["story"]
    assert (panel["text"], panel["title"]) == (["It was March."], "March")
    assert panel["was"][0]["text"] == ["A plate."]
    assert panel["was"][0]["picture"] == {"place": "kitchen"}


def test_it_can_say_whose_words_they_were() -> None:
    talking = begun()

    talking.hear(correct="more_of_it", say="because of it", by="Rob")

    assert talking.held("look.harm")[0]["by"] == "p3"


def test_answers_no_longer_on_the_way_are_set_aside_and_come_back() -> None:
    talking = begun()

    talking.hear(correct="way", choose=["short"])
    assert talking.texts("look.harm") == []
    assert [one["status"] for one in talking.answers("more_of_it")] == ["aside"]
    assert talking.at == "last"

    talking.hear(correct="way", choose=["long"])
    assert talking.texts("look.harm") == ["because of it"]
    assert [one["status"] for one in talking.answers("more_of_it")] == ["active"]


def test_steps_newly_on_the_way_are_asked_next_and_one_comes_back_to_where_one_was() -> None:
    talking = talk(WAY)
    talking.hear(choose=["short"])
    talking.hear(say="one")
    talking.hear(more=False)
    assert talking.at == "count"

    talking.hear(correct="way", choose=["long"])
    assert talking.at == "more_of_it"
    talking.hear(say="now asked")

    assert talking.at == "count"


def test_trying_out_answers_only_the_effect_and_writes_nothing() -> None:
    talking = begun()
    before = talking.store.head(talking.session.id)

    effect = talking.tries(correct="way", choose=["short"])

    assert effect.as_json() == {"effect": {"aside": ["a5"], "asks": [], "entries": ["e1"]}}
    assert talking.store.head(talking.session.id) == before
    assert talking.texts("look.harm") == ["because of it"]


def test_trying_out_tells_what_would_be_asked() -> None:
    talking = talk(WAY)
    talking.hear(choose=["short"])

    assert talking.tries(correct="way", choose=["long"]).asks == ("more_of_it",)
    assert talking.tries(correct="way", choose=["short"]).as_json() == {
        "effect": {"aside": [], "asks": [], "entries": []}
    }


def test_only_a_correction_can_be_tried_out() -> None:
    talking = begun()

    assert "correction" in talking.is_refused({"say": "x", "try": True})
    talking.is_refused({"correct": "way", "choose": ["neither"], "try": True})


def test_in_a_loop_the_item_is_counted_from_one() -> None:
    sections = """
- section: things
  title: Things
  steps: [{ask: thing, text: "What?", more: ["What else?"], into: look.harm}]
- section: each
  title: Each
  for_each: {one: "entries('look.harm')"}
  steps: [{ask: about, text: "What of {{ one.text }}?", into: look.next}]
- section: close
  title: Close
  steps: [{ask: last, text: "Last?"}]
"""
    talking = talk(sections)
    for words in ("one", "two"):
        talking.hear(say=words)
    talking.hear(more=False)
    for words in ("of one", "of two"):
        talking.hear(say=words)

    assert "item" in talking.is_refused(correct="about", say="x")
    talking.hear(correct="about", of=2, say="of the second")
    talking.hear(correct="about", of="e1", say="of the first")

    assert talking.texts("look.next") == ["of the first", "of the second"]


def test_what_was_put_on_a_sheet_by_hand_is_corrected_by_its_id() -> None:
    talking = begun()
    talking.hear(add={"area": "look.next", "say": "by hand"})

    talking.hear(correct="e4", say="by my hand")

    assert talking.held("look.next")[0]["was"] == ["by hand"]
    assert talking.texts("look.next") == ["by my hand"]
