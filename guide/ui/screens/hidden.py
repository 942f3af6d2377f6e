"""An ordinary blank terminal: nothing on it says what was there."""

import sys
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.command import Provider
from textual.content import Content
from textual.events import Key, Paste
from textual.screen import Screen

from guide.ui.widgets.drawn import Drawn

_BACK = "guide"
"""Typed like any command, and Enter: the way back where the key is not to be had."""

_NO_TITLE = "\x1b]2;\x07"


class Prompt(Drawn, can_focus=True):
    """Looks like a shell nobody has typed anything into yet, and takes letters like one."""

    DEFAULT_CSS = """
    Prompt { width: 1fr; height: 1fr; color: ansi_default; background: ansi_default; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]

    def draw(self, width: int) -> Content:
        """Return the lines typed so far, and a cursor."""
        shown = [f"$ {one}"[:width] for one in self.lines[-max(1, self.size.height or 1) :]]
        return Content.assemble("\n".join(shown), (" ", "reverse"))

    def on_key(self, event: Key) -> None:
        """Take letters; the right word brings everything back."""
        event.stop()
        if event.key == "enter":
            if self.lines[-1].strip() == _BACK:
                self.app.pop_screen()
                return
            self.lines.append("")
        elif event.key == "backspace":
            self.lines[-1] = self.lines[-1][:-1]
        elif event.is_printable and event.character:
            self.lines[-1] += event.character
        self.refresh()

    def on_paste(self, event: Paste) -> None:
        """Let nothing in but keys."""
        event.stop()


class HiddenScreen(Screen[None]):
    """Covers everything, dialogs too."""

    DEFAULT_CSS = """
    HiddenScreen { background: ansi_default; color: ansi_default; overflow: hidden; }
    """
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = set()

    def compose(self) -> ComposeResult:
        """Lay out the prompt."""
        yield Prompt()


def clear_window_title() -> None:
    """Take the name off the terminal's window; a browser, where the output is no terminal, has none."""
    out = sys.__stdout__
    if out is not None and out.isatty():
        out.write(_NO_TITLE)
        out.flush()
