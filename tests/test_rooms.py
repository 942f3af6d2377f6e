"""The rooms look down only, and a conversation starts without the heavy parts."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
HEAVY = "textual jinja2 pydantic yaml"


def in_a_new_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )


def test_imports_keep_to_the_plan_of_rooms() -> None:
    linted = in_a_new_python("-c", LINT_IMPORTS, "--no-logo")

    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.mark.parametrize("room", ["guide.engine.session", "guide.settings", "guide.paths"])
def test_importing_loads_nothing_heavy(room: str) -> None:
    if importlib.util.find_spec(room) is None:
        pytest.skip(f"{room} is not there yet")

    loaded = in_a_new_python(
        "-c", f"import sys, {room}; print([name for name in '{HEAVY}'.split() if name in sys.modules])"
    )

    assert loaded.stderr == ""
    assert loaded.stdout.strip() == "[]"
