"""Who sits before the screen is part of the record, and a page stands between the two sides."""

from tests.engine.talking import ASH, FAMILY, IMRAN, Talking, talk, tiny

BOTH = """
- section: before
  title: Before
  with: worker
  steps:
    - choose: quick
      text: "Quick?"
      options: {yes: "Yes", no: "No"}
    - ask: why_now
      text: "Why now?"
      when: "quick == 'no'"
- section: together
  title: Together
  with: child
  steps:
    - ask: first
      text: "First?"
    - ask: second
      text: "Second?"
- section: between
  title: Between
  with: worker
  steps:
    - ask: note
      text: "Note?"
- section: again
  title: Again
  with: family
  steps:
    - ask: third
      text: "Third?"
"""


def at_child() -> Talking:
    talking = talk(BOTH)
    talking.hear(choose=["yes"])
    return talking


def test_the_first_people_are_asked_with_the_worker() -> None:
    talking = Talking(tiny(BOTH))

    assert talking.at == "people.child"
    assert talking.asks.held_with == "worker"


def test_a_page_greets_whoever_the_next_question_is_for() -> None:
    talking = at_child()

    asks = talking.json["asks"]
    assert (asks["step"], asks["kind"], asks["with"], asks["text"]) == (
        None,
        "hand-over",
        "child",
        "Hello Ash",
    )
    assert asks["accepts"][0] == {"next": True}
    assert "next" in talking.is_refused(say="x")

    assert talking.hear(next=True).asks.step == "first"
    assert talking.session.record.sits == "child"


def test_child_family_and_team_are_one_side() -> None:
    sections = """
- section: one
  title: One
  with: child
  steps: [{ask: a, text: "A?"}]
- section: two
  title: Two
  with: family
  steps: [{ask: b, text: "B?"}]
- section: three
  title: Three
  with: team
  steps: [{ask: c, text: "C?"}]
"""
    talking = talk(sections)

    assert [talking.hear(say="x").asks.step for _ in "ab"] == ["b", "c"]


def test_the_page_back_stands_before_the_workers_next_question() -> None:
    talking = at_child().to("first")
    talking.hear(say="x")
    talking.hear(say="y")

    assert talking.at == "hand-over"
    assert talking.asks.held_with == "worker"
    assert "Imran" in talking.asks.text
    assert talking.hear(next=True).asks.step == "note"


def test_handing_over_is_no_deed() -> None:
    talking = at_child().to("first")

    talking.back()

    assert talking.hear(next=True).asks.step == "quick"


def test_undo_moves_nobody_and_shows_a_child_no_page_of_the_workers() -> None:
    talking = at_child().to("first")

    talking.back()

    assert (talking.at, talking.asks.held_with) == ("hand-over", "worker")
    assert talking.session.record.sits == "child"
    talking.hear(redo=True)
    assert talking.at == "first"


def test_redo_after_the_page_back_hands_over_again() -> None:
    talking = at_child().to("first")
    talking.back()
    talking.hear(next=True)

    talking.hear(redo=True)

    assert (talking.at, talking.asks.held_with) == ("hand-over", "child")
    assert talking.hear(next=True).asks.step == "first"


def test_a_workers_step_newly_on_the_way_waits_and_is_a_gap_meanwhile() -> None:
    talking = at_child().to("first")
    talking.hear(say="x")

    talking.hear(correct="quick", choose=["no"])

    assert talking.at == "second"
    assert "worker-question-waits" in talking.gaps()


def test_it_waits_also_when_nothing_was_answered_after_it() -> None:
    talking = at_child().to("first")

    talking.hear(correct="quick", choose=["no"])

    assert talking.at == "first"


def test_what_waited_stands_in_the_workers_next_section() -> None:
    talking = at_child().to("first")
    talking.hear(correct="quick", choose=["no"])
    talking.hear(say="x")
    talking.hear(say="y")

    assert talking.at == "hand-over"
    assert talking.hear(next=True).asks.step == "why_now"
    assert talking.hear(say="because").asks.step == "note"
    assert "worker-question-waits" not in talking.gaps()


def test_what_waited_stands_at_the_end_when_the_worker_is_not_asked_before() -> None:
    talking = at_child().to("first")
    for words in "xy":
        talking.hear(say=words)
    talking.to("note").hear(say="n")
    talking.to("third")
    talking.hear(correct="quick", choose=["no"])
    talking.hear(say="z")

    assert talking.at == "hand-over"
    assert talking.hear(next=True).asks.step == "why_now"
    assert talking.hear(say="because").is_finished


def test_with_the_worker_at_the_screen_it_is_asked_at_once() -> None:
    talking = at_child().to("first")
    for words in "xy":
        talking.hear(say=words)
    talking.to("note")

    talking.hear(correct="quick", choose=["no"])

    assert talking.at == "why_now"


def test_two_sessions_start_with_the_worker_unless_the_first_step_is_for_others() -> None:
    alone = "- section: one\n  title: One\n  steps: [{say: hello, text: 'Hello'}]\n"

    assert Talking(tiny(alone, people="people: []")).at == "hand-over"
    assert Talking(tiny(alone)).meet(*FAMILY).at == "hand-over"
    assert Talking(tiny(alone)).meet(ASH, IMRAN).json["asks"]["text"].startswith("Hello")
