"""Every DOCX opens in an office program and says there, on the sheet of paper it wants, what it says here."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from guide.documents.blocks.laying import blocks_of
from guide.documents.papers import page_of
from tests.documents.conftest import SAMPLES as FOLDER
from tests.documents.office import bare
from tests.documents.test_office import SAMPLES, desk, leave, said
from tests.real.printing import sizes_of, words_of

Json = Any

NEEDED = [name for name in ("soffice", "pdftotext", "pdffonts") if shutil.which(name) is None]

pytestmark = pytest.mark.skipif(bool(NEEDED), reason=f"{', '.join(NEEDED)} not found here")


def opened(files: list[Path], to: Path) -> None:
    """Open files in the office program, and print each."""
    profile = f"-env:UserInstallation={(to / 'profile').as_uri()}"
    command = [
        str(shutil.which("soffice")),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(to),
        *map(str, files),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_docx_opens_and_says_every_word_of_its_paper(name: str, tmp_path: Path) -> None:
    record = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    files = leave(record, tmp_path, ["docx"])
    opened(files, tmp_path / "seen")

    for file in files:
        seen = tmp_path / "seen" / f"{file.stem}.pdf"
        paper = blocks_of(page_of(desk(record), file.stem), desk(record).voice)
        told = bare("".join(words_of(seen)))
        # A picture's words are told to whoever cannot see it, and are not printed.
        expected = [bare(one) for one in said(paper.blocks, pictures=False)]
        assert [one for one in expected if one not in told] == [], file.name
        assert sizes_of(seen) == {f"{paper.sheet} {'landscape' if paper.on_side else 'portrait'}"}
        command = [str(shutil.which("pdffonts")), str(seen)]
        fonts = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert "Lexend" in fonts
        assert {line.split()[0].partition("+")[2].split("-")[0] for line in fonts.splitlines()[2:]} <= {
            "Lexend", "OpenSymbol", "NotoNaskhArabic",
        }  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_pdf_says_every_word_of_its_paper(name: str, tmp_path: Path) -> None:
    record = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    for file in leave(record, tmp_path, ["pdf"]):
        paper = blocks_of(page_of(desk(record), file.stem), desk(record).voice)
        told = bare("".join(words_of(file)))

        assert [one for one in map(bare, said(paper.blocks, pictures=False)) if one not in told] == []
        assert sizes_of(file) == {f"{paper.sheet} {'landscape' if paper.on_side else 'portrait'}"}
