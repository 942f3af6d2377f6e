"""What was typed becomes the reply that answers what is asked."""

import pytest

from guide.engine.turn import Asked, Asks, Item
from guide.ui.replying import Manner, number_of, reply_for_way, reply_to, ways_of


def asks(kind: str = "ask", mode: str = "first", **more: object) -> Asks:
    return Asks("step", kind, str(more.pop("held_with", "worker")), "?", mode=mode, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("ask", "hello", {"say": "hello"}),
        ("number", "3", {"number": 3}),
        ("number", "3,5", {"number": 3.5}),
        ("number", "four", {"number": "four"}),
        ("date", " about March ", {"date": "about March"}),
        ("people", "Nain gran", {"people": [{"name": "Nain", "as": "family"}]}),
    ],
)
def test_a_text_is_a_value_of_the_questions_own_kind(kind: str, text: str, line: object) -> None:
    assert reply_to(asks(kind), None, text) == line


@pytest.mark.parametrize("mode", ["more", "echo", "quiet", "reason", "part"])
def test_in_these_modes_words_are_words(mode: str) -> None:
    assert reply_to(asks("scale", mode), None, "7") == {"say": "7"}


def test_the_sentence_as_it_stands_is_agreed_and_another_is_said() -> None:
    whole = asks("compose", "sentence", items=(Item("sentence", "We worry."),))

    assert reply_to(whole, None, "We worry.") == {"ok": True}
    assert reply_to(whole, None, "I worry.") == {"say": "I worry."}


@pytest.mark.parametrize(
    ("held_with", "line"), [("worker", {"more": False}), ("team", {"more": False}), ("child", None)]
)
def test_an_empty_enter_goes_on_with_a_worker_and_never_with_a_child(held_with: str, line: object) -> None:
    assert reply_to(asks(mode="more", held_with=held_with), None, "  ") == line


def test_an_optional_question_is_left_empty_by_enter() -> None:
    assert reply_to(asks(accepts=({"next": True},), optional=True), None, "") == {"next": True}
    assert reply_to(asks(), None, "") is None


def test_the_ways_beside_answering_are_those_the_turn_accepts() -> None:
    quiet = asks(
        mode="quiet",
        accepts=({"more": False}, {"more": True}, {"echo": "a", "entry": "e1"}, {"pass": "break"}),
    )

    assert list(ways_of(quiet)) == ["echo", "more", "on", "pass.break"]
    assert reply_for_way("more") == {"more": True}
    assert reply_for_way("pass.break") == {"pass": "break"}
    assert reply_for_way("echo") is None


def test_how_it_came_goes_with_the_answer_and_not_with_going_on() -> None:
    manner = Manner(by="p1", asked="So?", form="drew")

    assert manner.upon({"say": "a"}, asks()) == {"say": "a", "by": "p1", "asked": "So?", "form": "drew"}
    assert manner.upon({"next": True}, asks()) == {"next": True}


def test_with_several_the_next_in_order_speaks() -> None:
    several = asks(by=(Asked("p2", "Ash", "child"), Asked("p3", "Dee", "parent")))

    assert Manner().upon({"rate": 4}, several)["by"] == "p2"
    assert Manner(by="p3").after(several).by == ""


@pytest.mark.parametrize(("text", "value"), [("7", 7), ("7.5", 7.5), ("7,5", 7.5), ("seven", "seven")])
def test_a_number_is_read(text: str, value: object) -> None:
    assert number_of(text) == value
