"""A bare Textual app: paints one line, and another one at each Enter; what no screen can be quicker than."""

import sys
from pathlib import Path
from typing import Final

PAINTED: Final = "A bare screen is painted"

_APP: Final = """
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("{painted}")

    def key_enter(self) -> None:
        self.count += 1
        self.query_one(Static).update(f"Enter number {{self.count}}.")


Bare().run()
"""


def bare_app(folder: Path) -> list[str]:
    """Write the app into a folder and return the command that runs it."""
    file = folder / "bare.py"
    file.write_text(_APP.format(painted=PAINTED), encoding="utf-8")
    return [sys.executable, "-P", str(file)]


def entered(count: int) -> str:
    """Return what it paints at an Enter."""
    return f"Enter number {count}."
