"""Guide killed two hundred times, while it starts, hears, writes and answers: nothing promised is lost."""

from pathlib import Path

import pytest

from tests.cli.killing import as_the_program_tells_it, kill_often, known
from tests.cli.running import home_with_flows

KILLS = 50


@pytest.mark.parametrize("seed", range(100, 104))
def test_no_acknowledged_answer_is_lost_in_two_hundred_kills(home: Path, seed: int) -> None:
    robot = kill_often(home_with_flows(home), KILLS, seed)

    assert robot.acknowledged > 2 * KILLS
    assert robot.twin is not None
    assert not robot.session or as_the_program_tells_it(robot) == known(robot.twin)["record"]
