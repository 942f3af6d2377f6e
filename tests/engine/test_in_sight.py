"""What stays in sight: the pinned answer before those it was said with, and a cue for more middle."""

from guide.engine.turn import Turn
from tests.engine.talking import ASH, IMRAN, Talking, talk, tiny

SHEETS = (
    (
        "cols",
        """
sheet: cols
title: Columns
columns: {left: "Left", middle: "Middle", right: "Right"}
areas:
  worry: {title: Worry, column: left}
  good: {title: Good, column: middle}
  next: {title: Next, column: right}
""",
    ),
)
SECTIONS = """
- section: goal
  title: Goal
  with: {goal_with}
  steps:
    - ask: the_goal
      text: "What do you want to leave with?"
- section: look
  title: Look
  with: {with}
  steps:
    - ask: worry
      text: "Worry?"
      more: ["Else?"]
      into: cols.worry
    - ask: good
      text: "Good?"
      more: ["Else?"]
      into: cols.good
    - ask: next_step
      text: "Next?"
      more: ["Else?"]
      into: cols.next
- section: close
  title: Close
  with: {with}
  steps:
    - ask: last
      text: "Last?"
"""


def look(held_with: str, *, goal_with: str = "worker", pinned: str = "pinned: the_goal\n") -> Talking:
    sections = SECTIONS.replace("{with}", held_with).replace("{goal_with}", goal_with)
    flow = tiny(sections, head=f"{pinned}sheets: [look, other, cols]\n", sheets=SHEETS)
    return Talking(flow).meet(ASH, IMRAN)


def has_cue(talking: Talking) -> bool:
    return talking.turn.cue is not None


def say_all(talking: Talking, step: str, *texts: str) -> Turn:
    """Say several things at a list and leave it."""
    talking.to(step)
    for text in texts:
        talking.hear(say=text)
    return talking.hear(more=False) if texts else talking.hear({"pass": "dont-know"})


def test_the_goal_stays_in_sight_of_the_team_to_the_end() -> None:
    talking = look("team")
    assert talking.turn.pinned == ""
    assert "pinned" not in talking.json
    talking.hear(say="One question for Monday")
    assert talking.at == "hand-over"
    talking.to("worry")

    assert talking.json["pinned"] == "One question for Monday"
    talking.hear(correct="the_goal", say="Two questions for Monday")
    assert talking.turn.pinned == "Two questions for Monday"


def test_what_was_said_with_the_worker_is_never_in_sight_of_a_child_or_a_family() -> None:
    for held_with in ("child", "family"):
        talking = look(held_with)
        talking.hear(say="For the worker alone")

        assert talking.turn.pinned == "", "not on the hand-over page either"
        assert talking.to("worry").turn.pinned == ""


def test_a_familys_own_goal_stays_in_their_sight() -> None:
    talking = look("family", goal_with="family").to("the_goal")
    talking.hear(say="A calm Friday")

    assert talking.turn.pinned == "A calm Friday"


def test_more_middle_is_called_when_left_and_right_outgrow_it() -> None:
    talking = look("team").to("the_goal")
    talking.hear(say="goal")
    say_all(talking, "worry", "a", "b", "c")
    assert not has_cue(talking), "after three sentences nobody is hurried"
    talking.hear(say="good")
    talking.hear(more=False)
    talking.hear(say="next")

    assert talking.json["cue"] == {
        "code": "more-middle",
        "sheet": "cols",
        "says": "More middle: what is going well, and what has kept the worry away?",
    }
    talking.hear(add={"area": "cols.good", "say": "more good"})
    assert not has_cue(talking), "three columns of equal length are enough"


def test_the_cue_is_for_a_team_while_it_fills_the_columns() -> None:
    talking = look("team").to("the_goal")
    talking.hear(say="goal")
    say_all(talking, "worry", "a", "b", "c", "d")
    assert has_cue(talking)
    say_all(talking, "good")
    say_all(talking, "next_step")
    assert talking.at == "last"
    assert not has_cue(talking)

    alone = look("worker").to("the_goal")
    alone.hear(say="goal")
    say_all(alone, "worry", "a", "b", "c", "d")
    assert not has_cue(alone)


def test_a_flow_that_pins_nothing_tells_nothing() -> None:
    talking = talk("- section: one\n  title: One\n  with: team\n  steps: [{ask: a, text: 'A?'}]\n")

    assert (talking.turn.pinned, talking.turn.cue) == ("", None)
