"""When something in the program breaks, nobody's words are in what it prints."""

import inspect

import pytest
from textual.app import App

from guide.ui.app import GuideApp
from guide.ui.screens.conversation import ConversationScreen
from tests.ui.stage import at, on_screen, played


def test_the_one_private_name_we_take_over_is_still_there() -> None:
    assert callable(App._fatal_error)
    assert "_fatal_error()" in inspect.getsource(App._handle_exception)
    private = {name for name in vars(GuideApp) if name.startswith("_") and not name.startswith("__")}
    assert private & {name for base in App.__mro__ for name in vars(base)} <= {"_fatal_error"} | {
        name for name in private if name.startswith(("_decorated", "_css", "_inherit", "_merged", "_computes", "_reactives"))
    }


async def test_a_broken_screen_prints_a_place_and_no_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = "mum goes outside when the phone goes"
    table = played("three-houses", "rosa", at("good_things", "first"))

    async def break_down(*_: object, **__: object) -> None:
        words = secret
        raise ValueError(words)

    monkeypatch.setattr(ConversationScreen, "say", break_down)
    with pytest.raises(ValueError, match="mum"):
        async with on_screen(table) as pilot:
            await pilot.press(*"hi", "enter")
            await pilot.pause()

    printed = "".join(capsys.readouterr())
    assert "something in it broke" in printed
    assert "ValueError" in printed
    assert secret not in printed
