"""Asking on: the what-else question, an echo, and the quiet in which nothing moves by itself."""

import pytest

from tests.engine.talking import Talking, talk

THINGS = """
- section: one
  title: One
  with: {held}
  steps:
    - ask: things
      text: "What?"
      more: ["What else?", "And what else?"]
      into: look.harm
    - ask: last
      text: "Last, {{{{ things | length }}}}?"
"""


def begun(held: str = "child") -> Talking:
    return talk(THINGS.format(held=held))


def test_with_a_child_or_a_family_the_turn_is_quiet_and_its_text_empty() -> None:
    for held in ("child", "family"):
        asks = begun(held).hear(say="Drumming").as_json()["asks"]

        assert (asks["quiet"], asks["text"], asks["more"], asks["step"]) == (True, "", False, "things")
        shapes = [{key: one[key] for key in one if key != "entry"} for one in asks["accepts"]]
        assert shapes[:4] == [{"more": False}, {"more": True}, {"say": "…"}, {"echo": "Drumming"}]


def test_with_a_worker_or_a_team_what_else_is_asked_at_once() -> None:
    for held in ("worker", "team"):
        asks = begun(held).hear(say="Drumming").asks

        assert (asks.quiet, asks.text, asks.more) == (False, "What else?", True)


def test_what_else_is_put_in_turn_and_the_last_again_and_again() -> None:
    talking = begun("worker")

    assert [talking.hear(say=words).asks.text for words in ("a", "b", "c", "d")] == [
        "What else?", "And what else?", "And what else?", "And what else?",
    ]  # fmt: skip


def test_every_item_is_its_own_entry_and_several_lines_are_one() -> None:
    talking = begun()
    talking.hear(say="one\ntwo")
    talking.hear(more=True)
    talking.hear(say="three")
    talking.hear(more=False)

    assert talking.texts("look.harm") == ["one\ntwo", "three"]
    assert [one["asked"] for one in talking.held("look.harm")] == ["What?", "What else?"]
    assert talking.asks.text == "Last, 2?"


def test_a_plain_saying_in_the_quiet_is_the_next_entry_and_nothing_was_asked() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.hear(say="two")
    talking.hear(say="three", asked="Was there more?")

    assert [one["asked"] for one in talking.held("look.harm")] == ["What?", None, "Was there more?"]


def test_an_echo_gives_their_own_words_back_and_what_follows_stands_beneath() -> None:
    talking = begun()
    talking.hear(say="Drumming. I do it on the bucket")

    asks = talking.hear(echo="on the bucket").asks
    assert asks.text == "You said “on the bucket”. Tell me about that."
    talking.hear(say="Pop showed me")

    (entry,) = talking.held("look.harm")
    assert entry["text"] == "Drumming. I do it on the bucket"
    assert [(one["asked"], one["text"]) for one in entry["followups"]] == [
        ("You said “on the bucket”. Tell me about that.", "Pop showed me")
    ]
    assert talking.asks.quiet


def test_what_followed_can_be_echoed_too_and_the_question_put_in_other_words() -> None:
    talking = begun()
    talking.hear(say="Drumming")
    talking.hear(echo="Drumming", entry="e1", asked="Tell me about drumming.")
    talking.hear(say="Pop counts me in")

    assert (
        talking.hear(echo="counts me in", entry="e1").asks.text
        == "You said “counts me in”. Tell me about that."
    )
    assert talking.held("look.harm")[0]["followups"][0]["asked"] == "Tell me about drumming."


def test_an_echo_is_only_of_what_was_said_here() -> None:
    talking = begun()
    talking.hear(add={"area": "look.harm", "say": "by hand"})
    talking.hear(say="Drumming")

    assert "own words" in talking.is_refused(echo="Singing")
    talking.is_refused(echo="by hand", entry="e1")
    talking.is_refused(echo="Drumming", entry="e9")
    talking.is_refused(echo="")


@pytest.mark.parametrize("said", ["one  two\n three four", "“quoted” words", "   x", "a\tb"])
def test_an_example_of_an_echo_is_exactly_their_words(said: str) -> None:
    talking = begun()
    talking.hear(say=said)

    (echo,) = [one for one in talking.accepts if "echo" in one]

    assert echo["echo"] in said
    assert talking.hear(echo).asks.kind == "ask"


def test_an_echo_can_be_left_unanswered() -> None:
    for reply, step in (
        ({"more": False}, "last"),
        ({"more": True}, "things"),
        ({"pass": "dont-know"}, "last"),
    ):
        talking = begun()
        talking.hear(say="Drumming")
        talking.hear(echo="Drumming")

        assert talking.hear(reply).asks.step == step


def test_go_on_is_refused_before_anything_was_said() -> None:
    assert "no what-else" in begun().is_refused(more=False)
    assert "no what-else" in begun().is_refused(more=True)


def test_what_else_is_not_put_twice() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.hear(more=True)

    talking.is_refused(more=True)


def test_back_takes_back_an_entry_an_echo_and_the_what_else_question() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.hear(more=True)
    talking.hear(say="two")
    talking.hear(echo="two")
    talking.hear(say="because")
    seen = []
    while talking.turn.can_back and talking.at == "things":
        talking.back()
        seen.append((talking.asks.mode, talking.texts("look.harm")))

    assert seen[:5] == [
        ("echo", ["one", "two"]),
        ("quiet", ["one", "two"]),
        ("more", ["one"]),
        ("quiet", ["one"]),
        ("first", []),
    ]


def test_what_was_said_stands_on_the_sheet_before_one_goes_on() -> None:
    talking = begun()
    talking.hear(say="one")

    assert talking.texts("look.harm") == ["one"]
    assert [one["status"] for one in talking.answers("things")] == ["active"]
    assert "no-child-voice" not in talking.gaps()


def test_words_can_belong_elsewhere_and_come_from_somebody() -> None:
    talking = begun("worker")
    talking.hear(
        {
            "say": "He shouted", "by": "Imran", "typed_by": "Ash", "form": "observed", "source": "told",
            "from": "Dee",
            "about": "Rob", "into": ["look.hard", "other.one"], "asked": "What did she tell?",
        }
    )  # fmt: skip

    (entry,) = talking.held("look.hard")
    assert talking.texts("other.one") == ["He shouted"]
    assert talking.texts("look.harm") == []
    assert {key: entry[key] for key in ("by", "typed_by", "form", "source", "from", "about", "asked")} == {
        "by": "p4", "typed_by": "p1", "form": "observed", "source": "told", "from": "p2", "about": "Rob",
        "asked": "What did she tell?",
    }  # fmt: skip


def test_from_somebody_unknown_keeps_the_words() -> None:
    talking = begun("worker")

    talking.hear({"say": "x", "from": "the neighbour"})

    assert talking.held("look.harm")[0]["from"] == "the neighbour"
