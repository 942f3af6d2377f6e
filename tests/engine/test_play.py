"""Playing a talk: what a line leaves out is passed over, and what goes on by itself goes on by itself."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from guide.engine.play import DoesNotFit, Player, play
from guide.flow.talk_file import read_talk
from tests.engine.talking import EXAMPLE, Talking, example, tiny

SECTIONS = """
- section: prepare
  title: Prepare
  with: worker
  steps: [{ask: place, text: "Place?", optional: true}]
- section: one
  title: One
  steps:
    - {say: hello, text: "Hello"}
    - {ask: things, text: "What?", more: ["What else?"], into: look.harm}
    - {timer: quiet, text: "Quiet", minutes: 1}
    - scale: line
      text: "Line?"
      zero: "0"
      ten: "10"
      because: "Because?"
      higher: "Higher?"
      into: look.line
    - compose: sentence
      text: "Sentence."
      parts: {who: {ask: "Who?"}, when: {ask: "When?", optional: true}}
      template: ["{{ parts.who }} worries", " {{ parts.when }}", "."]
      into: look.hard
    - {ask: last, text: "Last?", optional: true}
"""


def played(folder: Path, says: str) -> Talking:
    text = """
    talk: one
    flow: tiny
    people:
      - {name: Ash, as: child}
      - {name: Dee, as: parent}
      - {name: Imran, as: worker}
      - {name: Nain, as: family}
    says:
    """
    path = folder / "one.talk.yaml"
    path.write_text(dedent(text) + dedent(says), encoding="utf-8")
    talk = read_talk(path)
    talking = Talking(tiny(SECTIONS))
    list(play(talking.session, talk.people, talk.lines))
    return talking


def test_everything_a_line_leaves_out_is_passed_over(tmp_path: Path) -> None:
    talking = played(
        tmp_path,
        """
        - {at: things, by: Dee, say: "one"}
        - {at: things, by: Ash, say: "two"}
        - {at: line, by: Ash, rate: 4, higher: "Nain comes"}
        - {at: sentence, by: Dee, parts: {who: "Dee"}}
        """,
    )

    assert talking.turn.is_finished
    assert talking.texts("look.harm") == ["one", "two"]
    assert [one["asked"] for one in talking.held("look.harm")] == ["What?", "What else?"]
    assert [(one["because"], one["higher"]) for one in talking.held("look.line")] == [([], ["Nain comes"])]
    assert talking.texts("look.hard") == ["Dee worries."]
    assert [one["name"] for one in talking.record["people"]] == ["Ash", "Dee", "Imran", "Nain"]


def test_parts_one_by_one_and_the_sentence_changed(tmp_path: Path) -> None:
    talking = played(
        tmp_path,
        """
        - {at: things, say: "one"}
        - {at: line, rate: 4}
        - {at: sentence, by: Imran, say: "Dee"}
        - {at: sentence, pass: dont-know}
        - {at: sentence, by: Dee, say: "I worry."}
        - {correct: things, item: 1, say: "uno"}
        - {aside: "She smiles", seen: true}
        """,
    )

    assert talking.texts("look.hard") == ["I worry."]
    assert talking.texts("look.harm") == ["uno"]


@pytest.mark.parametrize(
    ("says", "names"),
    [
        ("- {at: line, rate: 4}", "things"),
        ("- {at: things, say: a}\n- {at: things, rate: 3}", "rate"),
        ("- {at: things, say: a}\n- {at: last, say: b}", "line"),
        ("- {at: things, say: a}", "line"),
        ("- {at: nowhere, say: a}", "nowhere"),
    ],
)
def test_a_talk_that_does_not_fit_says_where(tmp_path: Path, says: str, names: str) -> None:
    with pytest.raises(DoesNotFit) as wrong:
        played(tmp_path, says)

    assert names in str(wrong.value)
    assert wrong.value.line > 0


def test_a_talk_is_played_step_by_step_and_stops_at_a_trainers_moment() -> None:
    talk = read_talk(EXAMPLE / "ash.talk.yaml")
    player = Player(example().session, talk.people, talk.lines)
    beats: list[Mapping[str, Any]] = []
    replies = []

    while (reply := player.next()) is not None:
        assert player.next() == reply
        if player.beat:
            beats.append(player.beat)
        replies.append(reply)
        player.send(reply)

    assert [one["beat"] for one in beats] == ["Ash looks at the door"]
    assert replies[0] == {"people": [{"name": "Ash", "as": "child", "age": 9}]}
    assert {
        "say": "[the] noise",
        "by": "Ash",
        "form": "wrote",
        "asked": "Is there anything you want to add?",
    } in replies
