"""The JSON lines other programs speak: every line one object, every refusal one sentence."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.engine.talking import CHECKOUT, compiled

BROUGHT = sorted(one.parent for one in (CHECKOUT / "flows").glob("*/flow.yaml"))
FLOWS = [(folder.name, form) for folder in BROUGHT for form in (*compiled(folder).forms,) or ("",)]


def guide(*arguments: str, heard: str = "", home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run guide as another program would."""
    own = ["--home", str(home)] if home else []
    return subprocess.run(
        [sys.executable, "-m", "guide", *own, *arguments],
        input=heard, capture_output=True, text=True, timeout=50, check=False,
    )  # fmt: skip


def objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(("flow", "form"), FLOWS)
def test_a_robot_that_only_reads_accepts_comes_to_the_end(tmp_path: Path, flow: str, form: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "guide", "--home", str(tmp_path), "talk", flow, "--jsonl", "--form", form],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as robot:  # fmt: skip
        assert robot.stdin is not None
        assert robot.stdout is not None
        turn = json.loads(robot.stdout.readline())
        replies = 0
        while not turn.get("finished"):
            assert "refused" not in turn, turn
            robot.stdin.write(json.dumps(turn["asks"]["accepts"][0]) + "\n")
            robot.stdin.flush()
            turn = json.loads(robot.stdout.readline())
            replies += 1
            assert replies < 400
        robot.stdin.close()

    assert turn["session"]
    assert replies > 10


def test_a_closed_input_leaves_a_session_to_be_resumed(tmp_path: Path) -> None:
    first = objects(guide("talk", "map", "--short", "--jsonl", heard="", home=tmp_path).stdout)[0]

    child = '{"people": [{"name": "Kim", "as": "child", "age": 7}]}\n'
    again = objects(guide("talk", "--jsonl", "--resume", first["session"], heard=child, home=tmp_path).stdout)
    third = objects(guide("talk", "--jsonl", "--resume", first["session"], home=tmp_path).stdout)

    assert again[0]["asks"]["step"] == "people.child"
    assert third[0]["asks"]["step"] == again[1]["asks"]["step"] != "people.child"


@pytest.mark.parametrize(
    "line",
    [
        "nonsense", "[]", "1", '"say"', "{}", '{"say": ""}', '{"say": 1e400}', '{"rate": 11}',
        '{"rate": "four"}',
        '{"people": 3}', '{"people": [{"name": ""}]}', '{"correct": "nothing", "say": "x"}', '{"next": 1}',
        '{"people": [{"name": "A", "as": "child"}, {"name": "B", "as": "child"}]}', '{"pass": "why"}',
        '{"move": {"e9": "map.harm"}}', '{"add": {"area": "map.hram", "say": "x"}}', '{"back": true}',
        '{"redo": true}', '{"sort": {}}', '{"echo": "x"}', '{"clear": {}}', "[" * 40_000,
    ],
)  # fmt: skip
def test_a_line_that_is_not_legal_is_refused_in_one_sentence(tmp_path: Path, line: str) -> None:
    done = guide("talk", "map", "--short", "--jsonl", heard=line + "\n", home=tmp_path)

    first, answer = objects(done.stdout)

    assert first["asks"]["step"] == "people.child"
    assert list(answer) == ["refused"]
    assert answer["refused"].endswith(".")
    assert done.stderr == ""
