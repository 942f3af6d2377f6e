"""Every DOCX and PDF of every talk: no fault for an office, tagged, fonts inside, read aloud in its order."""

import io
import shutil
import subprocess
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import openxml_audit
import pytest
from pypdf import PdfReader

from guide.documents.blocks.laying import blocks_of
from guide.documents.desk import Desk, desk_of
from guide.documents.face import Circumstances
from guide.documents.leaving import Picture
from guide.documents.papers import page_of, parse_for
from tests.documents.office import bare
from tests.documents.test_office import fonts_of, said
from tests.real.every_paper import TALKS, TODAY, given, leave, name_of, picture, slips
from tests.real.how_much import ALL

CORES: Final = 2
LOOKED_AT: Final = TALKS if ALL else list({one.parent: one for one in TALKS}.values())
"""Every talk, or one of each flow."""
LEAST: Final = 90 if ALL else 30
"""So many papers leave these talks, for the file, families and teams."""

pytestmark = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="a PDF is read aloud with pdfinfo, not found here"
)


def desk_for(held: Picture, viewer: str) -> Desk:
    about = Circumstances(parse_for(viewer, held.record), "", TODAY, invented=True)
    return desk_of(held.record, held.flow, held.sheets, about)


def faults_of(talk: Path) -> dict[str, list[str]]:
    """Return what is wrong with each of a talk's papers; nothing beside a name where nothing is."""
    found = {}
    with TemporaryDirectory() as folder:
        for held, to in ((picture(talk), Path(folder)), (given(picture(talk)), Path(folder) / "given")):
            whom = ("family",) if to.name == "given" else ("file", "family", "team")
            written = leave(held, to, "docx", "pdf", viewers=whom)
            written += slips(held, to / "file", "docx", "pdf") if to.name != "given" else []
            for one in written:
                desk = desk_for(held, one.parent.name)
                name = f"{name_of(talk)}/{one.relative_to(folder)}"
                found[name] = docx_faults(one) if one.suffix == ".docx" else pdf_faults(one, desk)
    return found


def docx_faults(file: Path) -> list[str]:
    return [one.description for one in openxml_audit.OpenXmlValidator().validate(str(file)).errors]


def pdf_faults(file: Path, desk: Desk) -> list[str]:
    content = file.read_bytes()
    root: Any = PdfReader(io.BytesIO(content)).trailer["/Root"]
    promises = {
        "tagged": root.get("/MarkInfo", {}).get("/Marked") and root.get("/StructTreeRoot"),
        "says its language": root.get("/Lang"),
        "PDF/UA-1": b"pdfuaid" in content,
        "its own fonts": all("Lexend" in one or "Naskh" in one for one in fonts_of(content)),
    }
    paper = blocks_of(page_of(desk, file.stem), desk.voice)
    return [name for name, kept in promises.items() if not kept] + out_of_order(
        read_aloud(file), [bare(one) for one in said(paper.blocks, pictures=False)]
    )


def read_aloud(file: Path) -> str:
    """Return the words of a PDF in the order in which its tags give them to somebody who listens."""
    command = [str(shutil.which("pdfinfo")), "-struct-text", "-enc", "UTF-8", str(file)]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode().splitlines()
    lines = (line.strip() for line in told)
    return bare("".join(line[1:-1] for line in lines if line[:1] == line[-1:] == '"'))


def out_of_order(heard: str, words: list[str]) -> list[str]:
    """Return what is not heard, or not after what stands before it."""
    at, found = 0, []
    for one in filter(None, words):
        place = heard.find(one, at)
        if place < 0:
            found.append(f"not heard in its place: {one[:60]}")
        else:
            at = place + len(one)
    return found


@pytest.mark.timeout(900)
def test_no_paper_of_any_talk_has_a_fault() -> None:
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        found = [one for talk in pool.map(faults_of, LOOKED_AT) for one in talk.items()]

    assert {name: faults for name, faults in found if faults} == {}
    for suffix in (".docx", ".pdf"):
        assert sum(name.endswith(suffix) for name, _ in found) > LEAST


def test_words_in_another_order_are_heard_to_be() -> None:
    """The test of the test."""
    assert out_of_order("onetwothree", ["one", "two", "three"]) == []
    assert out_of_order("twoonethree", ["one", "two", "three"]) == ["not heard in its place: two"]
