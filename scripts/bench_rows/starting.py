"""How long guide takes from the command to its first screen, beside a bare Textual app."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench_rows.bare import PAINTED, bare_app
from bench_rows.budgets import HOME, START
from bench_rows.row import Budget, Row
from bench_rows.taking import medians
from bench_rows.terminal import Terminal, guide
from guide.clock import StillClock
from guide.engine.session import Session
from guide.flow.library import flow_list, load_flow
from guide.log.memory import Memory
from guide.paths import paths

_FLOW: Final = "three-houses"


def measure_home(*, quick: bool) -> list[Row]:
    """Start `guide` until the home screen shows what can be started."""
    with TemporaryDirectory() as home:
        title = next(one["title"] for one in flow_list(paths(home)) if one["flow"] == _FLOW)
        ours, theirs = _by_turns([], title, home, quick=quick)
    return [_row("home", "`guide` until its home screen is painted", ours, theirs, HOME)]


def measure_start(*, quick: bool) -> list[Row]:
    """Start a conversation, whose flow is compiled already, until its first question is there."""
    with TemporaryDirectory() as home:
        flow = load_flow(_FLOW, paths(home))
        first = Session.start(Memory(), flow, StillClock()).turn.asks.text
        ours, theirs = _by_turns(["start", _FLOW], first, home, quick=quick)
    return [_row("start", f"`guide start {_FLOW}` until its first question is painted", ours, theirs, START)]


def _row(name: str, what: str, ours: float, theirs: float, budget: Budget) -> Row:
    return Row(name, what, 1e3 * ours, "a bare Textual app", 1e3 * theirs, "ms", budget)


def _by_turns(arguments: Sequence[str], words: str, home: str, *, quick: bool) -> list[float]:
    """Start guide and the bare app by turns, and return the seconds of each."""
    bare = bare_app(Path(home))
    return medians(
        5 if quick else 15,
        lambda: _painted(guide(Path(home), *arguments), words),
        lambda: _painted(Terminal(bare), PAINTED),
    )


def _painted(terminal: Terminal, words: str) -> float:
    """Return the seconds from the start of a program until its words are on the screen."""
    with terminal:
        return terminal.painted(words) - terminal.began
