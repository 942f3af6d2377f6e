"""How long the screen takes from Enter to the next question, early and late in a conversation."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench_rows.bare import PAINTED, bare_app, entered
from bench_rows.budgets import ENTER_EARLY, ENTER_LATE
from bench_rows.invented import asking_flow, made, question
from bench_rows.row import Row
from bench_rows.talker import SENTENCE, reply_to
from bench_rows.terminal import Terminal, guide
from guide.clock import WallClock
from guide.engine.session import Session
from guide.flow.model import Flow
from guide.log.vault import open_vault

_EARLY: Final = 10
_LATE: Final = 2000
_AROUND: Final = 8
"""Answers before and after the one meant that are measured too."""


def measure(*, quick: bool) -> list[Row]:
    """Press Enter by turns early and late in a conversation and in a bare app."""
    taken: list[list[float]] = [[], [], []]
    with TemporaryDirectory() as home:
        flow = made(asking_flow(Path(home), _LATE + 2 * _AROUND))
        for _ in range(1 if quick else 4):
            for one, seconds in zip(taken, _one_round(Path(home), flow), strict=True):
                one.extend(seconds)
    early, late, bare = (1e3 * median(one) for one in taken)
    what = "Enter until the next question is painted, at answer {:,}"
    return [
        Row("enter", what.format(_EARLY), early, "Enter in a bare Textual app", bare, "ms", ENTER_EARLY),
        Row("enter", what.format(_LATE), late, f"at answer {_EARLY}", early, "ms", ENTER_LATE),
    ]


@dataclass
class Typist:
    """Somebody who answers one question after the other on a terminal."""

    terminal: Terminal
    at: int
    """The number of the question that stands, or of the last Enter."""
    asks: bool
    """Whether questions are answered; in the bare app there are none."""

    def wait(self) -> None:
        """Wait until the first screen is painted."""
        self.terminal.painted(question(self.at) if self.asks else PAINTED)

    def enter(self) -> float:
        """Type an answer, then return the seconds from Enter until the next question is there."""
        self.terminal.settle()
        if self.asks:
            self.terminal.send(SENTENCE)
            self.terminal.settle()
        self.at += 1
        words = question(self.at) if self.asks else entered(self.at)
        began = self.terminal.send("\r")
        return self.terminal.painted(words) - began


def _one_round(home: Path, flow: Flow) -> Iterator[list[float]]:
    """Open three terminals, press Enter in each by turns, and yield the seconds of each."""
    with ExitStack() as stack:
        typists = [
            Typist(resumed(stack, home, flow, _EARLY - _AROUND), _EARLY - _AROUND + 1, asks=True),
            Typist(resumed(stack, home, flow, _LATE - _AROUND), _LATE - _AROUND + 1, asks=True),
            Typist(stack.enter_context(Terminal(bare_app(home))), 0, asks=False),
        ]
        for one in typists:
            one.wait()
        taken = [[one.enter() for one in typists] for _ in range(2 * _AROUND)]
    yield from ([seconds[at] for seconds in taken] for at in range(len(typists)))


def resumed(stack: ExitStack, home: Path, flow: Flow, answers: int) -> Terminal:
    """Begin a conversation, answer so many questions, and go on with it on a terminal."""
    name = talked(home, flow, answers)
    return stack.enter_context(guide(home, "resume", name))


def talked(home: Path, flow: Flow, answers: int) -> str:
    """Talk through the first questions without a screen, and return the session's name."""
    store = open_vault(home / "vault.db")
    session = Session.start(store, flow, WallClock())
    while session.turn.asks.step != f"said_{answers + 1}":
        session.hear(reply_to(session.turn.asks))
    session.close()
    store.close()
    return session.id
