"""The table of a run, as text for people and as one object for programs."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bench_rows.row import Row

_HEADINGS = ("", "guide", "", "beside", "ratio", "budget", "")


def as_text(rows: Sequence[Row], not_measured: Sequence[str]) -> str:
    """Return the table in Markdown, so that it can go into docs/performance.md as it stands."""
    if not rows:
        return "\n".join(not_measured)
    lines = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(_HEADINGS))]
    ruler = tuple("-" * width for width in widths)
    text = "\n".join(_line(line, widths) for line in (lines[0], ruler, *lines[1:]))
    return "\n\n".join([about_here(), text, *not_measured])


def as_json(rows: Sequence[Row], not_measured: Sequence[str]) -> dict[str, Any]:
    """Return the run as plain data."""
    return {"here": about_here(), "rows": [row.as_json() for row in rows], "not_measured": list(not_measured)}


def about_here() -> str:
    """Return the date and what computer this is, in one line."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    python = f"Python {platform.python_version()}"
    return f"{today} · {os.cpu_count()} cores{_memory()} · {_system()} · {python}"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        _figure(row.ours, row.unit),
        _figure(row.theirs, row.unit),
        row.beside,
        f"{row.ratio:.2f} ×",
        row.budget.in_words(row.unit),
        "ok" if row.is_kept else "OVER",
    )


def _figure(value: float, unit: str) -> str:
    """Return a figure with three digits that say something."""
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"  # noqa: PLR2004 - see above


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"


def _memory() -> str:
    """Return how much memory there is, where the system says so."""
    if not hasattr(os, "sysconf"):
        return ""
    size: int = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f", {round(size / 2**30)} GiB"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"
