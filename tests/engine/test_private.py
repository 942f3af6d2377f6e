"""What is private: that it was given is known, never what, until the last has answered or passed."""

import json
from typing import Any

import pytest

from tests.engine.talking import ROB, Talking, talk

CANARY = "canary7391"
NUMBER = 7391

SCALE = """
- section: one
  title: One
  steps:
    - scale: today
      text: "Today?"
      zero: "Bad"
      ten: "Good"
      by: [child, parent]
      private: true
      because: "Because?"
      into: look.line
    - ask: differ
      text: "Differ?"
      when: "spread('look.line') >= 3"
    - ask: last
      text: "Last?"
"""

KINDS = {
    "ask": 'ask: secret\n      text: "S?"\n      into: look.harm',
    "listed": 'ask: secret\n      text: "S?"\n      more: ["Else?"]\n      into: look.harm',
    "number": 'number: secret\n      text: "S?"',
    "compose": 'compose: secret\n      text: "S?"\n      parts: {a: {ask: "A?"}, b: {ask: "B?"}}\n'
    '      template: ["{{ parts.a }} and ", "{{ parts.b }}"]\n      into: look.harm',
}

FRAME = """
- section: one
  title: One
  steps:
    - {kind}
      by: [child, parent]
      private: true
- section: two
  title: Two
  for_each: {{one: "entries('look.harm')"}}
  steps: [{{ask: about, text: "About {{{{ one.text }}}}?"}}]
- section: three
  title: Three
  steps: [{{ask: last, text: "Last, {{{{ secret | default('nothing') | length }}}}?"}}]
"""


def everywhere(talking: Talking) -> str:
    """Return everything a screen, a paper or a program could show."""
    shown: list[Any] = [
        talking.json,
        talking.record,
        [one.as_json() for one in talking.session.transcript()],
        [repr(one) for one in talking.session.transcript(50)],
        repr(talking.asks),
        talking.session.walk.shown.names,
        talking.session.walk.shown.placed,
    ]
    return json.dumps(shown, default=str)


def secret_lines(kind: str, who: str) -> list[dict[str, Any]]:
    said: dict[str, list[dict[str, Any]]] = {
        "ask": [{"say": CANARY, "by": who}],
        "listed": [
            {"say": CANARY, "by": who},
            {"more": True},
            {"say": f"more {CANARY}", "by": who},
            {"more": False},
        ],
        "number": [{"number": NUMBER, "by": who}],
        "compose": [{"say": CANARY, "by": who}, {"say": f"b {CANARY}", "by": who}, {"ok": True, "by": who}],
    }
    return said[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_private_is_seen_anywhere_before_it_is_opened(kind: str) -> None:
    talking = talk(FRAME.format(kind=KINDS[kind]))

    for who in ("Ash", "Dee"):
        for line in secret_lines(kind, who):
            talking.hear(line)
            assert "7391" not in everywhere(talking), line
    given = [one for one in talking.record["answers"] if one["step"] == "secret"]
    assert all(one["given"] is True and "value" not in one for one in given)

    talking.hear({"pass": "rather-not", "by": "Rob"})
    assert "Revealed" in talking.events()
    assert "7391" in everywhere(talking)


def test_the_turn_says_that_somebody_gave_something_and_not_what() -> None:
    talking = talk(SCALE)

    turn = talking.hear(rate=3, because="x", by="Ash").as_json()

    assert {"by": talking.person("Ash"), "step": "today", "given": True} in turn["said"]
    assert turn["asks"]["private"] is True


@pytest.mark.parametrize("held_with", ["family", "child", "team", "worker"])
@pytest.mark.parametrize("kind", KINDS)
def test_that_something_was_given_stands_with_whom_it_was_given(kind: str, held_with: str) -> None:
    frame = FRAME.replace("title: One\n", f"title: One\n  with: {held_with}\n", 1)
    talking = talk(frame.format(kind=KINDS[kind]))
    talking.to("secret")

    for line in secret_lines(kind, "Ash"):
        if line != {"more": True} or talking.asks.quiet:
            talking.hear(line)
    talking.hear({"pass": "rather-not", "by": "Dee"})

    given = [one for one in talking.session.transcript() if one.given]
    assert len({one.by for one in given}) > 1
    assert {one.held_with for one in given} == {held_with}


def test_nobody_can_tell_a_pass_from_an_answer_before() -> None:
    told = []
    for line in ({"rate": 3, "because": "x", "by": "Ash"}, {"pass": "dont-know", "by": "Ash"}):
        talking = talk(SCALE)
        turn = talking.hear(line).as_json()
        told.append(
            [
                [one for one in turn["said"] if "given" in one][:1],
                talking.record["gaps"],
                talking.answers("today"),
            ]
        )

    assert told[0] == told[1]


def test_the_turn_that_opens_it_tells_what_everybody_gave() -> None:
    talking = talk(SCALE)
    talking.hear(rate=3, because="x", by="Ash")
    talking.hear({"pass": "rather-not", "by": "Dee"})

    turn = talking.hear(rate=8, because="y", by="Rob").as_json()

    told = [(one["by"], one["text"]) for one in turn["said"] if one["kind"] in {"rated", "passed"}]
    assert told == [("p3", "8"), ("p1", "3"), ("p2", "rather-not")]
    texts = [one.text for one in talking.session.transcript()]
    assert texts.count("3") == texts.count("8") == 1


def test_before_the_last_one_answers_the_turn_says_so() -> None:
    talking = talk(SCALE)
    seen = [talking.asks.reveals]
    talking.hear(rate=3, because="x", by="Ash")
    seen.append(talking.asks.reveals)
    talking.hear(rate=4, because="x", by="Dee")
    seen.append(talking.asks.reveals)

    assert seen == [False, False, True]
    assert [one.name for one in talking.asks.by] == ["Rob"]


def test_it_is_opened_after_the_reasons_asked_of_everybody() -> None:
    talking = talk(SCALE)
    for who, mark in (("Ash", 3), ("Dee", 4), ("Rob", 9)):
        talking.hear(rate=mark, by=who)
        assert "Revealed" not in talking.events()
        assert talking.asks.part == "because"
        talking.hear(say="because", by=who)

    assert talking.events()[-1] == "Revealed"
    assert [one["value"] for one in talking.held("look.line")] == [3, 4, 9]
    assert talking.at == "differ"


def test_a_condition_does_not_see_it_before() -> None:
    talking = talk(SCALE)
    talking.hear(rate=1, because="x", by="Ash")
    talking.hear(rate=10, because="x", by="Dee")

    assert talking.session.walk.sight.call("spread", "look.line") is None
    assert talking.tries(correct="today", by="Ash", rate=2).as_json() == {
        "effect": {"aside": [], "asks": [], "entries": []}
    }


def test_later_is_not_offered() -> None:
    talking = talk(SCALE)

    assert not [one for one in talking.accepts if one.get("pass") == "later"]
    assert "put off" in talking.is_refused({"pass": "later", "by": "Ash"})


def test_whoever_has_left_counts_as_passed() -> None:
    talking = talk(SCALE)
    talking.hear(rate=1, because="x", by="Ash")
    talking.hear(rate=2, because="x", by="Dee")

    talking.hear(people=[{"id": talking.person("Rob"), "left": True}])

    assert talking.events()[-1] == "Revealed"
    assert talking.at == "last"


def test_at_the_end_everybody_still_open_counts_as_passed() -> None:
    talking = talk(SCALE)
    talking.hear(rate=1, because="x", by="Ash")

    talking.hear(finish=True)

    assert "Revealed" in talking.events()
    assert [one["value"] for one in talking.held("look.line")] == [1]
    assert "opened" in talking.is_refused(back=True)


def test_finish_here_opens_it_too() -> None:
    talking = talk(SCALE.replace("title: One", "title: One\n  with: child"))
    talking.hear(rate=1, because="x", by="Ash")

    talking.hear({"pass": "finish-here"})

    assert [one["value"] for one in talking.held("look.line")] == [1]


def test_back_stops_at_what_was_opened_and_a_slip_is_corrected() -> None:
    talking = talk(SCALE)
    for who, mark in (("Ash", 1), ("Dee", 2), ("Rob", 9)):
        talking.hear(rate=mark, because="x", by=who)
    talking.hear(say="they differ")
    talking.back()

    assert not talking.turn.can_back
    assert {"back": True} not in talking.accepts
    assert "opened" in talking.is_refused(back=True)
    talking.hear(correct="today", by="Rob", rate=3)
    assert [(one["value"], one["was"]) for one in talking.held("look.line")] == [(1, []), (2, []), (3, [9])]
    assert talking.at == "last"


def test_before_it_is_opened_back_takes_the_last_one_back() -> None:
    talking = talk(SCALE)
    talking.hear(rate=1, because="x", by="Ash")

    talking.back()

    assert [one.name for one in talking.asks.by] == ["Ash", "Dee", "Rob"]


def test_somebody_added_while_it_stands_is_asked_too() -> None:
    talking = talk(SCALE)
    talking.hear(rate=1, because="x", by="Ash")
    talking.hear(people=[{"name": "Kim", "as": "parent"}])

    assert [one.name for one in talking.asks.by] == ["Dee", "Rob", "Kim"]


def test_what_is_private_cannot_be_moved_or_given_back() -> None:
    talking = talk(FRAME.format(kind=KINDS["listed"]))
    talking.hear(say=CANARY, by="Ash")

    assert talking.json["asks"]["items"] == []
    assert not [one for one in talking.accepts if "echo" in one]
    talking.is_refused(echo="canary", entry="e1")
    talking.is_refused(move={"e1": "look.hard"})


def test_something_urgent_does_not_repeat_private_words() -> None:
    talking = talk(FRAME.format(kind=KINDS["ask"]))
    talking.hear(say=CANARY, by="Ash")

    talking.hear(urgent="")

    assert CANARY not in json.dumps(talking.record)


def test_what_is_set_aside_stays_closed_at_the_end() -> None:
    sections = """
- section: one
  title: One
  steps:
    - choose: ask_it
      text: "Ask it?"
      options: {yes: "Yes", no: "No"}
    - ask: secret
      text: "S?"
      when: "ask_it == 'yes'"
      by: [parent]
      private: true
    - ask: last
      text: "Last?"
"""
    talking = talk(sections)
    talking.hear(choose=["yes"])
    talking.hear(say=CANARY, by="Dee")
    talking.hear(correct="ask_it", choose=["no"])
    talking.hear(say="x")

    assert talking.turn.is_finished
    assert CANARY not in everywhere(talking)


def test_a_private_answer_can_be_put_right_before_it_is_opened() -> None:
    talking = talk(
        SCALE,
        *({"name": one, "as": "parent"} for one in ("Dee",)),
        ROB,
        {"name": "Ash", "as": "child"},
        {"name": "I", "as": "worker"},
    )
    talking.hear(rate=1, because="x", by="Ash")

    talking.hear(correct="today", by="Ash", rate=2)
    assert "Revealed" not in talking.events()
    talking.hear({"pass": "rather-not", "by": "Dee"})
    talking.hear({"pass": "rather-not", "by": "Rob"})

    assert [one["value"] for one in talking.held("look.line")] == [2]
