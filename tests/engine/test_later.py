"""A question that was put off comes back once, to those who put it off, before the conversation closes."""

from tests.engine.talking import Talking, talk

LATER = """
- section: one
  title: One
  steps:
    - choose: way
      text: "Which way?"
      options: {a: "A", b: "B"}
      then:
        - {when: "way == 'b'", go: close}
    - ask: depends
      text: "Depends?"
      when: "answered('way')"
    - ask: second
      text: "Second, {{ way | default('no') }}?"
      into: look.harm
- section: close
  title: Close
  steps:
    - ask: last
      text: "Last?"
    - say: thanks
      text: "Thanks."
    - say: bye
      text: "Bye."
- section: own
  title: Own
  with: worker
  steps:
    - ask: thoughts
      text: "Thoughts?"
"""


def put_off(*rest: str, held_with: str = "family") -> Talking:
    talking = talk(LATER.replace("title: One", f"title: One\n  with: {held_with}"))
    talking.hear({"pass": "later"})
    for words in rest:
        talking.hear(say=words)
    return talking


def test_its_conditions_and_ways_see_it_as_not_answered() -> None:
    talking = put_off()

    assert talking.at == "second"
    assert talking.asks.text == "Second, no?"
    assert [one["step"] for one in talking.record["later"]] == ["way"]


def test_it_comes_back_before_the_closing_texts() -> None:
    talking = put_off("two", "three")

    assert talking.at == "way"
    assert talking.asks.returned
    assert talking.hear(choose=["b"]).asks.step == "thanks"
    assert talking.record["later"] == []


def test_earlier_conditions_still_see_it_as_not_answered_and_its_way_is_not_taken() -> None:
    talking = put_off("two", "three")
    talking.hear(choose=["b"])

    assert [one["step"] for one in talking.record["answers"] if one["status"] == "active"][3:] == [
        "second",
        "last",
        "way",
    ]
    assert talking.answers("depends") == []


def test_later_is_not_offered_a_second_time() -> None:
    talking = put_off("two", "three")

    assert {"pass": "later"} not in talking.accepts
    assert "later" in talking.is_refused({"pass": "later"})


def test_passed_when_it_came_back_it_does_not_come_again() -> None:
    talking = put_off("two", "three")

    talking.hear({"pass": "rather-not"})

    assert talking.at == "thanks"
    assert talking.to("thoughts").hear(say="x").is_finished


def test_several_come_back_in_the_order_of_the_file() -> None:
    talking = put_off()
    talking.hear({"pass": "later"})
    talking.hear({"pass": "later"})

    came = [talking.at]
    talking.hear(choose=["a"])
    came.append(talking.at)
    talking.hear(say="two")
    came.append(talking.at)

    assert came == ["way", "second", "last"]


def test_it_comes_back_only_to_those_who_put_it_off() -> None:
    sections = """
- section: one
  title: One
  steps:
    - scale: today
      text: "Today?"
      zero: "Bad"
      ten: "Good"
      by: [child, parent]
      into: look.line
    - ask: more
      text: "More?"
"""
    talking = talk(sections)
    talking.hear({"pass": "later", "by": "Ash"})
    talking.hear(rate=4, by="Dee")
    talking.hear({"pass": "later", "by": "Rob"})
    talking.hear(say="x")

    assert [one.name for one in talking.asks.by] == ["Ash", "Rob"]
    assert "answered" in talking.is_refused(rate=5, by="Dee") or "asked" in talking.is_refused(
        rate=5, by="Dee"
    )
    talking.hear(rate=2, by="Rob")
    talking.hear({"pass": "rather-not", "by": "Ash"})
    assert talking.turn.is_finished
    assert [(one["by"], one["value"]) for one in talking.held("look.line")] == [("p2", 4), ("p3", 2)]


def test_it_comes_back_to_a_child_too() -> None:
    sections = """
- section: one
  title: One
  with: child
  steps: [{ask: a, text: "A?"}, {ask: b, text: "B?"}, {say: bye, text: "Bye"}]
"""
    talking = talk(sections)
    talking.hear({"pass": "later"})
    talking.hear(say="b")

    assert (talking.at, talking.asks.returned) == ("a", True)


def test_after_finish_here_it_does_not_come_back_to_the_child() -> None:
    talking = put_off(held_with="child")
    talking.hear({"pass": "finish-here"})

    assert talking.turn.is_finished
    assert [one["step"] for one in talking.record["later"]] == ["way"]
    assert "put-off" in talking.gaps()


def test_what_the_worker_put_off_comes_back_to_the_worker() -> None:
    sections = """
- section: prepare
  title: Prepare
  with: worker
  steps: [{ask: place, text: "Place?"}]
- section: one
  title: One
  steps: [{ask: a, text: "A?"}, {say: bye, text: "Bye"}]
"""
    talking = talk(sections)
    talking.hear({"pass": "later"})
    talking.to("a").hear(say="a")

    assert talking.at == "bye"
    talking.hear(next=True)
    assert talking.at == "hand-over"
    assert talking.hear(next=True).asks.step == "place"
    assert talking.hear(say="school").is_finished


def test_inside_a_loop_it_comes_back_for_its_own_item() -> None:
    sections = """
- section: things
  title: Things
  steps: [{ask: thing, text: "What?", more: ["What else?"], into: look.harm}]
- section: each
  title: Each
  for_each: {one: "entries('look.harm')"}
  steps: [{ask: about, text: "What of {{ one.text }}?"}]
- section: close
  title: Close
  steps: [{ask: last, text: "Last, {{ about | join }}?"}, {say: bye, text: "Bye"}]
"""
    talking = talk(sections)
    for words in ("one", "two"):
        talking.hear(say=words)
    talking.hear(more=False)
    talking.hear({"pass": "later"})
    talking.hear(say="of two")
    assert talking.asks.text == "Last, of two?"
    talking.hear(say="last")

    assert (talking.asks.text, talking.asks.of) == ("What of one?", "e1")
    talking.hear(say="of one")
    assert talking.at == "bye"
    assert [(one["of"], one["value"]) for one in talking.answers("about") if one["status"] == "active"] == [
        ("e2", "of two"), ("e1", "of one"),
    ]  # fmt: skip


def test_back_takes_the_answer_of_a_returned_question_back() -> None:
    talking = put_off("two", "three")
    talking.hear(choose=["b"])
    talking.hear(next=True)

    talking.back()

    assert (talking.at, talking.asks.returned) == ("way", True)
