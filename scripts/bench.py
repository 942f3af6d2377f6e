"""Measure guide beside others of its kind: `python3 scripts/bench.py [--json] [--quick] [--only NAME ...]`.

Prints a table, each row our figure beside a peer's or a floor's from the same run, and ends with 1 when a
row is over its budget or could not be measured. What it needs beside guide is installed first. It takes
about five minutes, with --quick one.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import start

if TYPE_CHECKING:
    from bench_rows.row import Row

CHECKOUT = Path(__file__).resolve().parent.parent
NEEDED = ("textual", "sqlcipher3", "yaml", "statemachine", "sismic")
"""What has to be there before anything can be measured; the last two are the peers."""

# Light ones first: what a long flow leaves in memory must not slow down what comes after.
BENCHES = {
    "reply": "replying:measure",
    "step": "stepping:measure",
    "reopen": "reopening:measure",
    "compile": "compiling:measure",
    "home": "starting:measure_home",
    "start": "starting:measure_start",
    "enter": "entering:measure",
    "timer": "timing:measure",
    "present": "presenting:measure",
    "story": "telling:measure",
    "papers": "papering:measure",
    "long": "long_papers:measure",
    "first": "first_paper:measure",
    "memory": "holding:measure",
}
"""What `--only` can name, and which function of `bench_rows` measures it."""


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; return 1 when a row is over its budget or was not measured."""
    asked = _asked(arguments)
    if not all(find_spec(one) for one in NEEDED):
        return _with_peers(arguments)
    sys.path.insert(0, str(CHECKOUT))
    rows, not_measured = measure(asked.only or list(BENCHES), quick=asked.quick)
    print_table(rows, not_measured, as_json=asked.json)
    return 0 if all(row.is_kept for row in rows) and not not_measured else 1


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a first look, not for the docs")
    parser.add_argument("--only", nargs="+", choices=BENCHES, metavar="NAME", help=", ".join(BENCHES))
    return parser.parse_args(arguments)


def _with_peers(arguments: Sequence[str]) -> int:
    """Install what is missing and measure with the Python that has it."""
    try:
        python = start.make_ready("bench")
    except start.NotReady as missing:
        print(missing, file=sys.stderr)
        return 1
    return start.hand_over([python, __file__, *arguments])


def measure(names: Sequence[str], *, quick: bool) -> "tuple[list[Row], list[str]]":
    """Return the rows of the named benches, in the table's order, and a sentence for each that failed."""
    from bench_rows.row import NotMeasured

    rows: list[Row] = []
    not_measured: list[str] = []
    for name in (one for one in BENCHES if one in names):
        print(f"measuring {name}…", file=sys.stderr, flush=True)
        module, _, function = BENCHES[name].partition(":")
        try:
            rows += getattr(importlib.import_module(f"bench_rows.{module}"), function)(quick=quick)
        except NotMeasured as why:
            not_measured.append(f"NOT MEASURED {name}: {why}")
    return rows, not_measured


def print_table(rows: "Sequence[Row]", not_measured: Sequence[str], *, as_json: bool) -> None:
    """Print what was measured."""
    from bench_rows import table

    if as_json:
        print(json.dumps(table.as_json(rows, not_measured), indent=2, ensure_ascii=False))
    else:
        print(table.as_text(rows, not_measured))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
