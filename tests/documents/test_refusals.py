"""What is refused is said so that it can be done: by a key on a screen, by an option on a command line."""

import ast
import re
from pathlib import Path

import pytest

from guide.documents.sharing import NotAnswered, ask_found
from guide.documents.shelf import NoFolder, put
from tests.cli.running import guide

CHECKOUT = Path(__file__).parent.parent.parent
ROSA = CHECKOUT / "flows/three-houses/rosa.talk.yaml"


def test_no_refusal_names_an_option_of_a_command() -> None:
    """Rooms under the door speak to whoever sits before a screen as well as to a terminal."""
    rooms = ("documents", "ui", "map")
    sources = [one for room in rooms for one in (CHECKOUT / "guide" / room).rglob("*.py")]
    said = [
        f"{one.name}: {text}"
        for one in sources
        for text in strings_of(ast.parse(one.read_text("utf-8")))
        if re.search(r"(?<![\w-])--[a-z]", text)
    ]

    assert said == []


def strings_of(tree: ast.Module) -> list[str]:
    """Return every text of a module but its docstrings."""
    held = [one for one in ast.walk(tree) if isinstance(one, ast.Expr | ast.Constant)]
    docs = {id(one.value) for one in held if isinstance(one, ast.Expr)}
    texts = [one for one in held if isinstance(one, ast.Constant) and id(one) not in docs]
    return [one.value for one in texts if isinstance(one.value, str)]


def test_the_question_and_the_folder_are_refused_without_an_option(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("mine")

    with pytest.raises(NotAnswered) as asked:
        ask_found(None)
    with pytest.raises(NoFolder) as folder:
        put({"map.html": "one"}, place)

    assert "--" not in str(asked.value)
    assert "choose another" in str(folder.value)


def test_on_a_command_line_the_option_is_named(tmp_path: Path) -> None:
    home, place = tmp_path / "home", tmp_path / "file"
    place.write_text("mine")
    guide(home, "talk", "three-houses", "--answers", ROSA)

    unasked = guide(home, "export", "--for", "Rosa", "--to", tmp_path / "out")
    unplaced = guide(home, "export", "--to", place)

    assert unasked.code == unplaced.code == 1
    assert "(--found no)" in unasked.err
    assert "with --to." in unplaced.err
