"""Taken off, moved, added by hand; and a question asked again in its own shape."""

from tests.engine.talking import example, talk
from tests.engine.test_corrections import begun


def test_removed_it_leaves_its_sheet_its_answer_is_set_aside_and_the_question_does_not_come_back() -> None:
    talking = begun()

    talking.hear(remove="e1")

    assert talking.texts("look.harm") == []
    assert [one["status"] for one in talking.answers("more_of_it")] == ["aside"]
    assert talking.at == "last"
    assert not talking.session.walk.sight.call("answered", "more_of_it")
    talking.is_refused(remove="e1")


def test_ratings_and_panels_can_be_removed_too() -> None:
    talking = begun()

    talking.hear(remove="r1")
    talking.hear(remove="n1")

    assert talking.held("look.line") == []
    assert talking.record["story"] == []
    assert not talking.session.walk.sight.call("answered", "page")


def test_moved_by_hand_it_stands_there_even_when_its_step_is_set_aside() -> None:
    talking = begun()
    talking.hear(move={"e1": "look.next"})
    assert (talking.texts("look.harm"), talking.texts("look.next")) == ([], ["because of it"])

    talking.hear(correct="way", choose=["short"])

    assert talking.texts("look.next") == ["because of it"]


def test_moved_to_another_sheet_it_stands_on_both() -> None:
    talking = begun()

    talking.hear(move={"e1": "other.one"})
    talking.hear(move={"e1": "look.next"})

    assert [talking.texts(area) for area in ("look.harm", "look.next", "other.one")] == [
        [],
        ["because of it"],
    ] * 1 + [["because of it"]]


def test_a_move_by_hand_wins_over_an_earlier_sorting_and_a_later_sorting_over_it() -> None:
    sections = """
- section: one
  title: One
  steps:
    - {ask: thing, text: "What?", into: look.said}
    - {sort: sorting, text: "Where?", sorts: look.said, where: {look.harm: "Harm?", look.hard: "Hard?"}}
    - {ask: last, text: "Last?"}
"""
    talking = talk(sections)
    talking.hear(say="x")
    talking.hear(sort={"e1": "look.harm"})
    talking.hear(move={"e1": "look.next"})
    assert talking.texts("look.next") == ["x"]

    talking.hear(correct="sorting", sort={"e1": "look.hard"})

    assert talking.texts("look.hard") == ["x"]
    assert len(talking.answers("sorting")) == 1


def test_added_by_hand_it_has_no_question() -> None:
    talking = begun()

    talking.hear(
        {"add": {"area": "look.harm", "say": "seen"}, "by": "Imran", "source": "seen", "form": "observed"}
    )

    entry = talking.held("look.harm")[-1]
    assert [entry[key] for key in ("text", "by", "step", "asked", "source", "form")] == [
        "seen", "p4", None, None, "seen", "observed",
    ]  # fmt: skip


def test_asked_again_an_answers_question_comes_in_its_own_shape() -> None:
    talking = example()
    talking.meet(
        {"name": "Ash", "as": "child", "age": 9},
        {"name": "Imran", "as": "worker"},
        {"name": "Dee", "as": "parent"},
    )
    talking.to("may_we_start").hear(choose=["yes"])

    asks = talking.session.reask("a4")

    assert asks is not None
    assert (asks.kind, dict(asks.options)) == ("choose", {"yes": "Yes", "not_now": "Not now"})
    assert talking.session.reask("e99") is None
