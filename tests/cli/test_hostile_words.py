"""Words that are code to somebody are words to us: they come out of the program as they were heard."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from guide.documents.tables import heard
from tests.cli.running import Program, guide, people, record
from tests.documents.test_words_survive import markdown_text, text_of

Json = Any

SAID = {
    "markup of a terminal": ("[/x]", "[/x]"),
    "a template": ("{{ 7*7 }}{% raw %}", "{{ 7*7 }}{% raw %}"),
    "a script": ("<script>alert(1)</script><!-- -->", "<script>alert(1)</script><!-- -->"),
    "a formula": ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    "escape sequences": ("\x1b[31mred\x1b[0m \x1b]0;title\x07", "[31mred[0m ]0;title"),
    "a NUL": ("a\x00b", "ab"),
    "half a letter": ("half \ud83d", "half"),
    "right to left": ("\u202eevil\u202c שלום ماما", "\u202eevil\u202c שלום ماما"),
    "emoji": ("👩‍👩‍👧 😀 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👩‍👩‍👧 😀 🏴󠁧󠁢󠁷󠁬󠁳󠁿"),
    "several lines": ("  one\n\n\ttwo  \r\n", "one\n\n\ttwo"),
    "a path": ("../../etc/passwd", "../../etc/passwd"),
    "100 kB": ("x" * 50_000 + " " + "y" * 50_000, "x" * 50_000 + " " + "y" * 50_000),
}
"""What is said, and what is kept of it: everything but control characters and halves of letters."""

KEPT = [kept for _, kept in SAID.values()]
PLACES = [("map", "map", "map.said"), ("three-houses", "houses", "houses.good")]


@pytest.mark.parametrize(("flow", "paper", "area"), PLACES)
def test_they_come_out_of_every_paper_as_they_were_heard(
    prepared: Path, tmp_path: Path, flow: str, paper: str, area: str
) -> None:
    with Program(prepared, flow) as program:
        program.hear(people(("Kim", "child"), ("Ana", "worker")))
        program.go_on(lambda asks: area in asks["into"])
        for said, kept in SAID.values():
            answer = program.hear({"say": said})
            assert [one["text"] for one in answer["said"] if "entry" in one] == [kept]

    ran = guide(prepared, "export", "--to", tmp_path, "--format", "html,md,json,csv")

    assert ran.code == 0, ran.err
    held = record(prepared)["sheets"][paper]["areas"][area]
    assert [one["text"] for one in held] == KEPT
    for name in (paper, "record"):
        page = text_of((tmp_path / f"{name}.html").read_text())
        plain = markdown_text((tmp_path / f"{name}.md").read_text())
        assert [kept for kept in KEPT if kept not in page or kept not in plain] == []
    whole = json.loads((tmp_path / "record.json").read_text())
    assert [one["text"] for one in whole["sheets"][paper]["areas"][area]] == KEPT
    rows = csv.DictReader(io.StringIO((tmp_path / "entries.csv").read_text("utf-8-sig"), newline=""))
    assert [heard(row["text"]) for row in rows if row["area"] == area] == KEPT
    assert {one.name for one in tmp_path.iterdir() if one.is_file()} >= {f"{paper}.html", "record.json"}


def test_none_of_them_is_anything_but_words_on_a_terminal(prepared: Path) -> None:
    with Program(prepared, "map") as program:
        program.hear(people(("Kim\x1b[31m", "child"), ("Ana", "worker")))
        for said, _ in SAID.values():
            assert "refused" not in program.hear({"add": {"area": "map.harm", "say": said}, "by": "p1"})
        session = program.turn["session"]

    shown = guide(prepared, "show", session).out
    lines = guide(prepared, "talk", "--resume", session, heard="\x1b[2J\n/why\n/quit\n").out
    listed = guide(prepared, "sessions").out

    for printed in (shown, lines, listed):
        assert not set(printed) & set("\x00\x07\x1b\x9b\u202e\u2066")
    assert all(kept in shown for kept in ("[/x]", "{{ 7*7 }}{% raw %}", "=cmd|' /C calc'!A0", "👩‍👩‍👧 😀"))
    assert "Kim" not in listed


def test_they_name_no_file_and_no_folder(prepared: Path, tmp_path: Path) -> None:
    with Program(prepared, "map", "--thread", "../../thread", "--short") as program:
        program.hear(people(("../../Kim", "child"), ("$HOME `ls`", "worker")))
        program.hear({"add": {"area": "map.strengths", "say": "../../out"}, "by": "p1"})

    ran = guide(
        prepared,
        "export",
        "--for",
        "p1",
        "--found",
        "no",
        "--to",
        tmp_path / "a" / "b",
        "--format",
        "html,md,json,csv",
    )

    assert ran.code == 0, ran.err
    names = {one.name for one in (tmp_path / "a" / "b").iterdir()}
    assert names == {
        "map.html",
        "map.md",
        "record.html",
        "record.md",
        "record.json",
        "entries.csv",
        ".guide-made.json",
    }
    assert {one.name for one in tmp_path.iterdir()} == {"a", prepared.name}
    assert {one.name for one in prepared.iterdir()} <= {
        "vault.db",
        "vault.db-wal",
        "vault.db-shm",
        "locks",
        "cache",
    }
