"""What the clock of a stage costs typing: Enter until the next question is painted, with it and without."""

from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench_rows.budgets import ENTER_TIMED
from bench_rows.entering import Typist, resumed
from bench_rows.invented import asking_flow, made
from bench_rows.row import Row

_SAID: Final = 10
"""Answers there are already."""
_ENTERS: Final = 24


def measure(*, quick: bool) -> list[Row]:
    """Press Enter by turns where a clock runs and where none does."""
    taken: list[list[float]] = [[], []]
    with TemporaryDirectory() as folder:
        home = Path(folder)
        flows = [made(asking_flow(home, _SAID + 2 * _ENTERS, is_timed=timed)) for timed in (True, False)]
        for _ in range(1 if quick else 4):
            with ExitStack() as stack:
                typists = [Typist(resumed(stack, home, one, _SAID), _SAID + 1, asks=True) for one in flows]
                for one in typists:
                    one.wait()
                for _ in range(_ENTERS):
                    for seconds, one in zip(taken, typists, strict=True):
                        seconds.append(one.enter())
    timed, bare = (1e3 * median(one) for one in taken)
    what = "Enter until the next question is painted, with a stage's clock over it"
    return [Row("timer", what, timed, "the same without a clock", bare, "ms", ENTER_TIMED)]
