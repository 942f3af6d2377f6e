"""The page of the guard rails names tests that are there, for each of the ten."""

import ast
import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PAGE = (CHECKOUT / "docs" / "guard-rails.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+)(?:\.(\d+))? \| .* \| (.*) \|$", PAGE, re.MULTILINE)
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE)))


def names_in(file: Path) -> set[str]:
    """Return the names of the tests in a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {one.name for one in ast.walk(tree) if isinstance(one, kinds) and one.name.startswith("test_")}


def test_every_sentence_of_every_guard_rail_is_held_by_a_test() -> None:
    rails = list(dict.fromkeys(int(rail) for rail, _, _ in ROWS))

    assert rails == list(range(1, 11))
    for rail in rails:
        told = [sentence for number, sentence, _ in ROWS if int(number) == rail]
        assert told in ([""], [str(at) for at in range(1, len(told) + 1)])
    assert [row for row in ROWS if "::test_" not in row[2]] == []


def test_what_holds_under_all_of_them_is_held_by_a_test_too() -> None:
    under = PAGE.partition("## And under all of them")[2]
    rows = [line for line in under.splitlines() if line.startswith("| **")]

    assert rows
    assert [line for line in rows if "::test_" not in line] == []


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_every_test_that_is_named_is_there(file: str, test: str) -> None:
    assert (CHECKOUT / file).is_file()
    assert test in names_in(CHECKOUT / file)
