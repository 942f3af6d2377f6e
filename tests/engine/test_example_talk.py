"""Every talk is played to its end and meets what it expects."""

from pathlib import Path

import pytest

from guide.engine.play import DoesNotFit, play, unmet
from guide.flow.talk_file import read_talk, talks_of
from tests.engine.talking import EXAMPLE, Talking, compiled, example, flow_folders

TALKS = [talk for folder in flow_folders() for talk in talks_of(folder)]


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.name)
def test_a_talk_meets_what_it_expects(path: Path) -> None:
    talk = read_talk(path)
    session = Talking(compiled(path.parent), form=talk.form, level=talk.level, invented=True).session

    played = list(play(session, talk.people, talk.lines))

    assert session.turn.is_finished
    assert unmet(session, talk.expect) == []
    assert [one.line for one in played if one.line] == [line.line for line in talk.lines if not line.beat]


def test_what_a_talk_expects_in_vain_is_told() -> None:
    talk = read_talk(EXAMPLE / "ash.talk.yaml")
    session = example().session
    list(play(session, talk.people, talk.lines))

    wrong = {"look.harm": ["something else"], "look.line": {"Ash": 5}, "absent": ["the noise"]}

    assert len(unmet(session, wrong)) == 3


def test_a_line_that_does_not_fit_names_its_line() -> None:
    talk = read_talk(EXAMPLE / "ash.talk.yaml")
    session = example().session

    with pytest.raises(DoesNotFit) as wrong:
        list(play(session, talk.people, talk.lines[5:]))

    assert wrong.value.line == talk.lines[5].line
    assert "events_sorted" in str(wrong.value)
