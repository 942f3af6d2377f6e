"""How long compiling and checking a flow takes, beside merely reading its YAML, and how that grows."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import yaml

from bench_rows.budgets import COMPILE, COMPILE_TWICE, FOR_INTEREST
from bench_rows.invented import made, mixed_flow
from bench_rows.row import Budget, Row
from bench_rows.taking import medians, timed
from guide.flow.check import check_flow
from guide.flow.compile import compile_flow
from guide.paths import paths

_SHORT: Final = 100
_LONG: Final = 1000
_LONGEST: Final = 2000


def measure(*, quick: bool) -> list[Row]:
    """Compile and check three flows from nothing, each beside reading the same file."""
    rounds = 3 if quick else 9
    with TemporaryDirectory() as folder:
        files = {steps: mixed_flow(Path(folder), steps) for steps in (_SHORT, _LONG, _LONGEST)}
        for file in files.values():
            made(file)
        measures = [
            measure
            for file in files.values()
            for measure in (lambda file=file: timed(lambda: _compile(file)), lambda file=file: _read(file))
        ]
        short, short_read, long, long_read, longest, _ = (1e3 * one for one in medians(rounds, *measures))
    return [
        _row(_SHORT, short, "reading its YAML", short_read, FOR_INTEREST),
        _row(_LONG, long, "reading its YAML", long_read, COMPILE),
        _row(_LONGEST, longest, f"{_LONG:,} steps", long, COMPILE_TWICE),
    ]


def _row(steps: int, ours: float, beside: str, theirs: float, budget: Budget) -> Row:
    return Row("compile", f"compile and check {steps:,} steps", ours, beside, theirs, "ms", budget)


def _compile(file: Path) -> None:
    check_flow(compile_flow(file, paths().flows), talks=False)


def _read(file: Path) -> float:
    """Return how long libyaml takes for the file; what it says of it is thrown away."""
    text = file.read_text(encoding="utf-8")
    return timed(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
