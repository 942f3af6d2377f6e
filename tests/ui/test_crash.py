"""When something in the program breaks, nobody's words are in what it prints."""

import ast
import inspect
from pathlib import Path

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import TextArea

from guide.ui.screens.conversation import ConversationScreen
from tests.ui.stage import CHECKOUT, at, on_screen, played

TAKEN_OVER = {"_fatal_error"}
"""The one private name of the library that we take over; everything else of ours is our own."""


def test_the_private_name_we_take_over_is_still_there_and_still_ends_a_broken_program() -> None:
    assert callable(App._fatal_error)
    assert "_fatal_error()" in inspect.getsource(App._handle_exception)


def test_no_other_private_name_of_the_library_is_used() -> None:
    theirs = {
        name for kind in (App, Screen, Widget, TextArea) for base in kind.__mro__ for name in vars(base)
    }
    theirs = {name for name in theirs if name.startswith("_") and not name.startswith("__")}
    ours = {
        (name, file.name) for file in (CHECKOUT / "guide/ui").rglob("*.py") for name in private_names(file)
    }

    assert {name for name, _ in ours if name in theirs} <= TAKEN_OVER


def private_names(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    reached = {one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)}
    defined = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)}
    return {name for name in reached | defined if name.startswith("_") and not name.startswith("__")}


async def test_a_broken_screen_prints_a_place_and_no_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spoken = "mum goes outside when the phone goes"
    table = played("three-houses", "rosa", at("good_things", "first"))

    async def break_down(*_: object, **__: object) -> None:
        words = spoken
        raise ValueError(words)

    async def say_something() -> None:
        async with on_screen(table) as pilot:
            await pilot.press(*"hi", "enter")
            await pilot.pause()

    monkeypatch.setattr(ConversationScreen, "say", break_down)
    with pytest.raises(ValueError, match="mum"):
        await say_something()

    printed = "".join(capsys.readouterr())
    assert "something in it broke" in printed
    assert "ValueError" in printed
    assert spoken not in printed
