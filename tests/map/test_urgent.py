"""Something urgent and its second half: told is only what was written down as told, wherever that was."""

from typing import Any

import pytest

from tests.engine.talking import Talking, talk

BLOCK = """
- section: one
  title: One
  steps:
    - ask: thing
      text: "What?"
      into: look.harm
- section: something_urgent
  title: Anything that cannot wait
  with: worker
  steps:
    - choose: cannot_wait
      text: "Was there anything that cannot wait?"
      options: {yes: "Yes", no: "No"}
    - choose: urgent_danger
      when: "cannot_wait != 'no'"
      text: "Is anyone in danger now?"
      options: {yes: "Yes", no: "No"}
    - ask: urgent_words
      when: "cannot_wait != 'no'"
      text: "What exactly?"
    - ask: urgent_told
      when: "cannot_wait != 'no'"
      text: "Who did you tell?"
    - date: urgent_told_when
      when: "cannot_wait != 'no'"
      text: "When?"
      approximate: true
    - ask: urgent_child_told
      when: "cannot_wait != 'no'"
      text: "What were they told?"
"""
GAP = "urgent-not-told"


def came_up() -> Talking:
    """Return a conversation in which something urgent was marked, at the worker's last pages."""
    talking = talk(BLOCK)
    talking.hear(say="He shouts at night")
    talking.to("cannot_wait")
    talking.hear(urgent="")
    return talking


def urgent(talking: Talking) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = talking.record["urgent"]
    return held


def test_what_the_last_pages_say_stands_with_what_was_marked() -> None:
    talking = came_up()
    talking.hear(choose=["yes"])
    talking.hear(choose=["no"])
    talking.hear(say="he shouts. at night")
    assert GAP in talking.gaps()
    talking.hear(say="Duty, Mrs Kaur")
    talking.hear(date="about four")
    talking.hear(say="That Mrs Kaur knows")

    (one,) = urgent(talking)
    assert one["words"] == "he shouts. at night"
    assert one["told"] == [{"who": "Duty, Mrs Kaur", "when": "about four"}]
    assert one["child_told"] == "That Mrs Kaur knows"
    assert one["danger"] == "no"
    assert one["step"] == "cannot_wait"
    assert GAP not in talking.gaps()


def test_what_was_written_apart_is_not_replaced_by_the_last_pages() -> None:
    talking = came_up()
    talking.hear(urgent={"id": "u1", "told": [{"who": "Ann", "when": "at once"}], "words": "as said"})
    talking.hear(choose=["yes"])
    talking.hear(choose=["yes"])
    talking.hear(say="something else")
    talking.hear(say="Somebody else")

    (one,) = urgent(talking)
    assert one["told"] == [{"who": "Ann", "when": "at once"}]
    assert one["words"] == "as said"
    assert "danger" not in one


@pytest.mark.parametrize("told", [[], [{}], [{"who": "", "when": ""}], "", "  "], ids=str)
def test_an_empty_second_half_is_none(told: object) -> None:
    talking = came_up()

    talking.hear(urgent={"id": "u1", "told": told, "there": "Mrs Kaur"})

    assert GAP in talking.gaps()


@pytest.mark.parametrize("passed", ["dont-know", "rather-not", "later"])
def test_a_pass_tells_nobody(passed: str) -> None:
    talking = came_up()
    talking.hear(choose=["yes"])
    talking.hear(choose=["no"])
    talking.hear(say="he shouts. at night")

    talking.hear({"pass": passed})

    assert GAP in talking.gaps()
    assert "told" not in urgent(talking)[0]


def test_saying_that_nothing_waits_does_not_close_what_was_marked() -> None:
    talking = came_up()

    talking.hear(choose=["no"])

    assert GAP in talking.gaps()
