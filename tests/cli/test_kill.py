"""Guide killed at any moment loses no answer it acknowledged; tests/real kills it two hundred times."""

from pathlib import Path

import pytest

from tests.cli.killing import as_the_program_tells_it, kill_often, known

KILLS = 10


@pytest.mark.parametrize("seed", range(4))
def test_no_acknowledged_answer_is_lost_when_guide_is_killed(prepared: Path, seed: int) -> None:
    robot = kill_often(prepared, KILLS, seed)

    assert robot.acknowledged > KILLS
    assert robot.twin is not None
    assert not robot.session or as_the_program_tells_it(robot) == known(robot.twin)["record"]
