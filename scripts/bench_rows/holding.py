"""How much memory the screen holds after a very long conversation, beside a bare Textual app."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench_rows.bare import PAINTED, bare_app
from bench_rows.budgets import MEMORY
from bench_rows.entering import talked
from bench_rows.invented import asking_flow, made, question
from bench_rows.row import Row
from bench_rows.terminal import Terminal, guide

_TURNS: Final = 2000
_QUICK: Final = 200


def measure(*, quick: bool) -> list[Row]:
    """Answer 2,000 questions at the keyboard, and see what the program holds then."""
    turns = _QUICK if quick else _TURNS
    with TemporaryDirectory() as home:
        ours, theirs = _answered(Path(home), turns), _bare(Path(home))
    what = f"memory after {turns:,} turns on the screen"
    return [Row("memory", what, ours, "a bare Textual app", theirs, "MB", MEMORY)]


def _answered(home: Path, turns: int) -> float:
    name = talked(home, made(asking_flow(home, turns + 1)), 0)
    with guide(home, "resume", name) as terminal:
        terminal.painted(question(1))
        terminal.settle()
        for n in range(2, turns + 2):
            terminal.send("She waited on the stairs\r")
            terminal.painted(question(n))
        return terminal.memory


def _bare(home: Path) -> float:
    with Terminal(bare_app(home)) as terminal:
        terminal.painted(PAINTED)
        terminal.settle()
        return terminal.memory
