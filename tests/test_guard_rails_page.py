"""The page of the guard rails names tests that are there, for each of the ten."""

import ast
import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PAGE = (CHECKOUT / "docs" / "guard-rails.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \|.*$", PAGE, re.MULTILINE)
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE)))


def names_in(file: Path) -> set[str]:
    """Return the names of the tests in a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {one.name for one in ast.walk(tree) if isinstance(one, kinds) and one.name.startswith("test_")}


def test_every_guard_rail_is_held_by_a_test() -> None:
    assert [int(number) for number in ROWS] == list(range(1, 11))
    for line in PAGE.splitlines():
        assert not re.match(r"\| \d", line) or "::test_" in line, line[:60]


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_every_test_that_is_named_is_there(file: str, test: str) -> None:
    assert (CHECKOUT / file).is_file()
    assert test in names_in(CHECKOUT / file)
