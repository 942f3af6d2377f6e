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

_SAMPLES: Final = Path(__file__).resolve().parents[2] / "tests" / "documents" / "samples"
_OF: Final = {"map": "map-full", "story": "ten-panels"}
_WORDS: Final = {"map": "a map of seven places and seven marks", "story": "a story of ten pictures"}


def measure(*, quick: bool) -> list[Row]:
    """Make each paper by turns with the same one by another."""
    rounds = 3 if quick else 9
    html = _library("weasyprint").HTML
    rows = [_row("map", "html", rounds, "the same told as Markdown", lambda: _made("map", "md"))]
    for paper in _OF:
        page = str(_made(paper, "html").text)
        other = partial(_printed, html, page)
        rows.append(_row(paper, "pdf", rounds, "WeasyPrint, from our HTML", other))
        rows.append(_row(paper, "docx", rounds, "docxtpl, every line and no picture", _filled(paper)))
    return rows


def _printed(html: Any, page: str) -> None:
    html(string=page).write_pdf()


def _row(paper: str, form: str, rounds: int, beside: str, other: Callable[[], Any]) -> Row:
    _made(paper, form)
    other()
    ours, theirs = medians(rounds, lambda: timed(lambda: _made(paper, form)), lambda: timed(other))
    what = f"{_WORDS[paper]} as {form.upper()}"
    return Row("papers", what, 1e3 * ours, beside, 1e3 * theirs, "ms", PAPERS[paper, form])


@cache
def _record(paper: str) -> Any:
    return json.loads((_SAMPLES / f"{_OF[paper]}.json").read_text(encoding="utf-8"))


def _made(paper: str, form: str) -> Any:
    from guide.documents.as_pdf.typeset import png_of

    png_of.cache_clear()
    record = _record(paper)
    return make(
        record, record["flow"], record["sheet_shapes"], paper=paper, format=form,
        viewer=parse_for("file", record), organisation="", today="2026-11-22", invented=True, found="no",
    )  # fmt: skip


def _filled(paper: str) -> Callable[[], None]:
    """Return what fills a template of docxtpl with every line of a paper."""
    template, document = _library("docxtpl"), _library("docx").Document()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        document.add_paragraph(line)
    held = BytesIO()
    document.save(held)
    lines = [line for line in str(_made(paper, "md").text).split("\n") if line]

    def fill() -> None:
        one = template.DocxTemplate(BytesIO(held.getvalue()))
        one.render({"lines": lines}, autoescape=True)
        one.save(BytesIO())

    return fill


def _library(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except (ImportError, OSError) as missing:
        raise NotMeasured(f"{name} does not work on this computer ({missing}).") from missing
