"""How long a story of ten pictures takes to become a page, beside the same story told in words alone."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from bench_rows.budgets import TELL
from bench_rows.row import Row
from bench_rows.taking import medians, timed
from guide.documents.papers import make, parse_for

_STORY: Final = Path(__file__).resolve().parents[2] / "tests" / "documents" / "samples" / "ten-panels.json"
_MOST: Final = 60


def measure(*, quick: bool) -> list[Row]:
    """Make the page of ten panels, then of sixty, each by turns with the same in Markdown."""
    rounds = 5 if quick else 25
    return [_row(panels, rounds) for panels in (10, _MOST)]


def _row(panels: int, rounds: int) -> Row:
    record = _record(panels)
    ours, theirs = medians(
        rounds, lambda: timed(lambda: _made(record, "html")), lambda: timed(lambda: _made(record, "md"))
    )
    what = f"a story of {panels} pictures as HTML"
    return Row("story", what, 1e3 * ours, "the same told as Markdown", 1e3 * theirs, "ms", TELL[panels])


@lru_cache
def _read() -> Any:
    return json.loads(_STORY.read_text(encoding="utf-8"))


def _record(panels: int) -> Any:
    told = _read()["story"]
    return {**_read(), "story": [{**told[at % len(told)], "id": f"n{at + 1}"} for at in range(panels)]}


def _made(record: Any, form: str) -> None:
    make(
        record, record["flow"], record["sheet_shapes"], paper="story", format=form,
        viewer=parse_for("file", record), organisation="", today="2026-11-22", invented=True, found="no",
    )  # fmt: skip
