"""A folder of flows that a test fills."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

EXAMPLE = Path(__file__).parent / "example" / "flows"

LOOK = """
sheet: look
title: A look
columns: {left: Left, right: Right}
areas:
  said: {title: Said, unsorted: true}
  harm: {title: Harm, column: left}
  hard: {title: Hard}
  line: {title: Line, holds: ratings}
  around: {title: Around, holds: people}
"""
OTHER = "sheet: other\ntitle: Other\nareas: {one: {title: One}}\n"

Write = Callable[[str, str], Path]


@pytest.fixture
def flows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two sheets and nothing else; findings name files from beside it."""
    folder = tmp_path / "flows"
    monkeypatch.chdir(tmp_path)
    for name, text in (("sheets/look.yaml", LOOK), ("sheets/other.yaml", OTHER)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def write(flows: Path) -> Write:
    """Return what writes one file into the folder, with the common indentation taken off."""

    def write_file(name: str, text: str) -> Path:
        path = flows / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    return write_file
