"""How long the first paper of a fresh process takes, with libraries, templates and fonts still on the disk.

Counted from the first line of the program, so without the start of Python itself, which is the same for all.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench_rows.budgets import FIRST_PAPERS
from bench_rows.papering import SAMPLES, WORDS, filled_template, made
from bench_rows.row import NotMeasured, Row
from bench_rows.taking import medians

_CHECKOUT: Final = Path(__file__).resolve().parents[2]
_OURS: Final = """
import json, sys
from guide.documents.papers import make, parse_for
record = json.load(open(sys.argv[1], encoding="utf-8"))
made = make(
    record, record["flow"], record["sheet_shapes"], paper=sys.argv[2], format=sys.argv[3],
    viewer=parse_for("file", record), organisation="", today="2026-11-22", invented=True, found="no",
)
assert made.data or made.text
"""
_WEASYPRINT: Final = """
import sys
from weasyprint import HTML
assert HTML(filename=sys.argv[1]).write_pdf()
"""
_DOCXTPL: Final = """
import io, json, sys
from docxtpl import DocxTemplate
one = DocxTemplate(sys.argv[1])
one.render({"lines": json.load(open(sys.argv[2], encoding="utf-8"))}, autoescape=True)
one.save(io.BytesIO())
"""
_TIMED: Final = """
import time
began = time.perf_counter()
{program}
print(time.perf_counter() - began)
"""


def measure(*, quick: bool) -> list[Row]:
    """Make each paper in a process of its own, by turns with the same one by another."""
    rounds = 3 if quick else 9
    with TemporaryDirectory() as folder:
        return [_row(paper, form, rounds, Path(folder)) for paper, form in FIRST_PAPERS]


def _row(paper: str, form: str, rounds: int, folder: Path) -> Row:
    sample = str(SAMPLES[paper])
    theirs, beside = _other(paper, form, folder)
    ours_took, theirs_took = medians(
        rounds, lambda: _took(_OURS, sample, paper, form), lambda: _took(*theirs), tidy=False
    )
    what = f"the first paper of a process: {WORDS[paper]} as {form.upper()}"
    budget = FIRST_PAPERS[paper, form]
    return Row("first", what, 1e3 * ours_took, beside, 1e3 * theirs_took, "ms", budget)


def _other(paper: str, form: str, folder: Path) -> tuple[tuple[str, ...], str]:
    """Return the program that makes the same page, with what it is given, and what it is called."""
    if form == "docx":
        template, lines = folder / "template.docx", folder / f"{paper}.json"
        held, told = filled_template(paper)
        template.write_bytes(held)
        lines.write_text(json.dumps(told), encoding="utf-8")
        return (_DOCXTPL, str(template), str(lines)), "docxtpl, every line and no picture"
    page = folder / f"{paper}.html"
    page.write_text(made(paper, "html").text, encoding="utf-8")
    return (_WEASYPRINT, str(page)), "WeasyPrint, from our HTML"


def _took(program: str, *given: str) -> float:
    """Run a program in a process of its own and return the seconds it counted itself."""
    command = [sys.executable, "-P", "-c", _TIMED.format(program=program), *given]
    run = subprocess.run(command, cwd=_CHECKOUT, env=_env(), capture_output=True, text=True, check=False)
    if run.returncode:
        raise NotMeasured(f"a first paper was not made ({run.stderr.strip().splitlines()[-1:]}).")
    return float(run.stdout.split()[-1])


def _env() -> dict[str, str]:
    """Return where guide is found; what is compiled once stays compiled, as it does for a user."""
    held = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**held, "PYTHONPATH": str(_CHECKOUT)}
