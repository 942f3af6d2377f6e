"""How long a map and a story of ten pictures take as DOCX and PDF, beside two others making the same page.

WeasyPrint is given our own HTML; docxtpl a template with a line for everything said, and no pictures.
"""

import importlib
import json
from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from bench_rows.budgets import PAPERS
from bench_rows.row import NotMeasured, Row
from bench_rows.taking import medians, timed
from guide.documents.papers import make, parse_for

_FOLDER: Final = Path(__file__).resolve().parents[2] / "tests" / "documents" / "samples"
SAMPLES: Final = {"map": _FOLDER / "map-full.json", "story": _FOLDER / "ten-panels.json"}
"""The records that papers are made of."""
WORDS: Final = {"map": "a map of seven places and seven marks", "story": "a story of ten pictures"}


def measure(*, quick: bool) -> list[Row]:
    """Make each paper by turns with the same one by another."""
    rounds = 3 if quick else 9
    html = _library("weasyprint").HTML
    rows = [_row("map", "html", rounds, "the same told as Markdown", lambda: made("map", "md"))]
    for paper in SAMPLES:
        page = str(made(paper, "html").text)
        other = partial(_printed, html, page)
        rows.append(_row(paper, "pdf", rounds, "WeasyPrint, from our HTML", other))
        rows.append(_row(paper, "docx", rounds, "docxtpl, every line and no picture", _filled(paper)))
    return rows


def _printed(html: Any, page: str) -> None:
    html(string=page).write_pdf()


def _row(paper: str, form: str, rounds: int, beside: str, other: Callable[[], Any]) -> Row:
    made(paper, form)
    other()
    ours, theirs = medians(rounds, lambda: timed(lambda: made(paper, form)), lambda: timed(other))
    what = f"{WORDS[paper]} as {form.upper()}"
    return Row("papers", what, 1e3 * ours, beside, 1e3 * theirs, "ms", PAPERS[paper, form])


def record_of(paper: str) -> Any:
    """Return the record a paper is made of, read anew."""
    return json.loads(SAMPLES[paper].read_text(encoding="utf-8"))


_record = cache(record_of)


def made(paper: str, form: str, record: Any = None) -> Any:
    """Make one paper; no picture of an earlier one is used again."""
    from guide.documents.as_pdf.typeset import png_of

    png_of.cache_clear()
    record = record or _record(paper)
    return make(
        record, record["flow"], record["sheet_shapes"], paper=paper, format=form,
        viewer=parse_for("file", record), organisation="", today="2026-11-22", invented=True, found="no",
    )  # fmt: skip


def _filled(paper: str) -> Callable[[], None]:
    """Return what fills a template of docxtpl with every line of a paper."""
    template = _library("docxtpl")
    held, lines = filled_template(paper)

    def fill() -> None:
        one = template.DocxTemplate(BytesIO(held))
        one.render({"lines": lines}, autoescape=True)
        one.save(BytesIO())

    return fill


def filled_template(paper: str) -> tuple[bytes, list[str]]:
    """Return a template of docxtpl, and every line of a paper to fill it with."""
    document = _library("docx").Document()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(line)
    held = BytesIO()
    document.save(held)
    return held.getvalue(), [line for line in str(made(paper, "md").text).split("\n") if line]


def _library(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError) as missing:
        raise NotMeasured(f"{name} does not work on this computer ({missing}).") from missing
