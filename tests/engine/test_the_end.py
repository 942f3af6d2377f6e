"""The end: `end` and *finish here* lead to the worker's own last section, and nothing is lost there."""

import pytest

from tests.engine.talking import DEE, FAMILY, IMRAN, Talking, talk, tiny

ENDS = """
- section: one
  title: One
  with: child
  steps:
    - choose: start
      text: "Begin?"
      options: {yes: "Yes", no: "No"}
      then:
        - {when: "start == 'no'", go: end}
    - ask: thing
      text: "What?"
      more: ["What else?"]
      into: look.harm
- section: two
  title: Two
  with: family
  steps:
    - ask: next_thing
      text: "And?"
      into: look.harm
- section: own
  title: Own
  with: worker
  steps:
    - ask: thoughts
      text: "Thoughts?"
      into: look.next
"""
AFTER = "after: own\n"


def test_end_leads_to_the_workers_last_section_first() -> None:
    talking = talk(ENDS, head=AFTER)

    talking.hear(choose=["no"])

    assert talking.at == "hand-over"
    assert talking.to("thoughts").hear(say="short").is_finished


def test_end_without_such_a_section_is_the_end() -> None:
    assert talk(ENDS).hear(choose=["no"]).is_finished


def test_finish_here_closes_what_is_open_and_leads_there_too() -> None:
    talking = talk(ENDS, head=AFTER)
    talking.hear(choose=["yes"])
    talking.hear(say="a thing")

    talking.hear({"pass": "finish-here"})

    talking.to("thoughts").hear(say="short")
    assert talking.turn.is_finished
    assert talking.texts("look.harm") == ["a thing"]
    assert talking.texts("look.next") == ["short"]


def test_a_last_section_visited_already_is_not_visited_again() -> None:
    talking = talk(ENDS.replace("- ask: thoughts", "- ask: thoughts\n      then: [{go: end}]"), head=AFTER)
    talking.hear(choose=["yes"])
    talking.hear(say="x")
    talking.hear(more=False)
    talking.hear(say="y")

    assert talking.to("thoughts").hear(say="once").is_finished


def test_the_last_json_object_says_finished_by_itself() -> None:
    talking = talk(ENDS)
    talking.hear(choose=["no"])

    assert talking.json == {"turn": talking.turn.n, "finished": True, "session": talking.session.id}
    assert talking.record["session"]["finished"]


def test_finish_ends_at_any_turn_and_keeps_what_was_said_at_the_open_question() -> None:
    talking = talk(ENDS)
    talking.hear(choose=["yes"])
    talking.hear(say="half of it")

    assert talking.hear(finish=True).is_finished
    assert talking.texts("look.harm") == ["half of it"]
    assert [one["status"] for one in talking.answers("thing")] == ["active"]


def test_back_at_the_end_asks_again() -> None:
    talking = talk(ENDS)
    talking.hear(choose=["no"])

    assert talking.back().asks.step == "start"
    assert talking.record["session"]["finished"] is None


def test_back_takes_finish_back() -> None:
    talking = talk(ENDS)
    talking.hear(finish=True)

    assert talking.back().asks.step == "start"


def test_correct_add_and_aside_still_work_at_the_end() -> None:
    talking = talk(ENDS)
    talking.hear(choose=["yes"])
    talking.hear(say="a thing")
    talking.hear(finish=True)

    talking.hear(correct="thing", say="another")
    talking.hear(add={"area": "look.next", "say": "I ring you"})
    talking.hear(aside="She smiled")

    assert talking.turn.is_finished
    assert talking.texts("look.harm") == ["another"]
    assert talking.texts("look.next") == ["I ring you"]
    assert [one["text"] for one in talking.record["asides"]] == ["She smiled"]


def test_when_something_is_asked_again_a_turn_follows_and_the_end_comes_again() -> None:
    talking = talk(ENDS)
    talking.hear(choose=["no"])

    assert talking.hear(correct="start", choose=["yes"]).asks.step == "thing"
    assert talking.record["session"]["finished"] is None

    talking.hear(correct="start", choose=["no"])
    assert talking.turn.is_finished
    assert talking.record["session"]["finished"]


def test_nothing_is_answered_at_the_end() -> None:
    talking = talk(ENDS)
    talking.hear(choose=["no"])

    for line in (
        {"say": "x"},
        {"next": True},
        {"pass": "later"},
        {"finish": True},
        {"more": True},
        {"ok": True},
    ):
        assert "end" in talking.is_refused(line)


def test_a_break_keeps_the_place_and_ends_with_next() -> None:
    talking = talk(ENDS, head=AFTER)
    talking.hear(choose=["yes"])

    asks = talking.hear({"pass": "break"}).asks
    assert (asks.kind, asks.text) == ("break", "A break. As long as you like.")
    assert "next" in talking.is_refused(say="x")
    assert talking.hear(next=True).asks.step == "thing"


def test_one_can_finish_out_of_a_break() -> None:
    talking = talk(ENDS, head=AFTER)
    talking.hear({"pass": "break"})
    assert {"pass": "finish-here"} in talking.accepts

    talking.hear({"pass": "finish-here"})

    assert talking.at == "hand-over"
    assert not talking.session.record.paused
    assert talking.back().asks.kind == "break"


def test_break_and_finish_here_are_a_childs_own() -> None:
    stops = [{"pass": "break"}, {"pass": "finish-here"}]
    talking = talk(ENDS, head=AFTER)

    assert [one for one in stops if one in talking.accepts] == stops


@pytest.mark.parametrize("held_with", ["family", "team", "worker"])
def test_nobody_but_a_child_takes_a_break_or_finishes_here_and_everybody_can_finish(held_with: str) -> None:
    talking = talk(ENDS.replace("with: child", f"with: {held_with}"), head=AFTER)

    for way in ("break", "finish-here"):
        assert {"pass": way} not in talking.accepts
        assert way in talking.is_refused({"pass": way})

    assert talking.hear(finish=True).is_finished


def test_a_flow_with_nobody_and_nothing_to_ask_ends_by_itself() -> None:
    empty = "- section: one\n  title: One\n  steps: [{ask: a, text: 'A?', by: [chair]}]\n"
    talking = Talking(tiny(empty, people="people: []"))

    assert talking.turn.is_finished
    assert talking.resumed().turn.is_finished


def test_an_export_after_the_end_leaves_it_the_end() -> None:
    talking = talk(ENDS, DEE, IMRAN, *FAMILY[:1])
    talking.hear(choose=["no"])

    talking.session.exported("map", "pdf", "family", "no")

    assert talking.turn.is_finished
    assert talking.events().count("Finished") == 1
    assert talking.back().asks.step == "start"
    assert "Exported" in talking.events()
    assert talking.session.record.exported
