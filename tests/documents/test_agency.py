"""An agency's logo, colours and line stand in every format; what is broken is one sentence and no harm."""

import base64
import struct
import zlib
from pathlib import Path
from typing import Any

import openxml_audit
import pytest

from guide.documents.agency import agency_of
from guide.documents.leaving import Order, Picture, write
from guide.settings import Organisation
from tests.documents.conftest import Sample
from tests.documents.office import bare, docx_parts, docx_words, pdf_words

Json = Any

COLOURS = ("#1f5f4f", "#f2c14e")
CONTACT = "0000 000 000, weekdays nine to five"


def png() -> bytes:
    """Return a whole PNG of two points."""

    def piece(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0)
    points = zlib.compress(b"\0\x1f\x5f\x4f\xf2\xc1\x4e")
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + piece(b"IDAT", points) + piece(b"IEND", b"")


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
    b'<path d="M0 0h20v10H0z" fill="#1f5f4f"/></svg>'
)


def papers(
    sample: Sample, to: Path, logo: str, told: list[str], colours: tuple[str, ...] = COLOURS
) -> dict[str, Path]:
    record = sample("rosa")
    organisation = Organisation("Kestrel Family Team", CONTACT, logo, colours)
    order = Order(
        formats=("html", "md", "docx", "pdf"),
        to=to / "out",
        paper="houses",
        today="2026-11-22",
        organisation=organisation.name,
        agency=agency_of(organisation, to),
    )
    written = write(
        Picture(record, record["flow"], record["sheet_shapes"], invented=True), order, told.append
    )
    return {one.suffix[1:]: one for one in written}


@pytest.mark.parametrize(("name", "content"), [("logo.png", png()), ("logo.svg", SVG)])
def test_it_stands_in_every_format(sample: Sample, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    told: list[str] = []

    made = papers(sample, tmp_path, name, told)

    assert told == []
    page = made["html"].read_text()
    assert f"base64,{base64.b64encode(content).decode()}" in page
    assert "img-src data:" in page
    assert "--accent: #1f5f4f" in page
    parts = docx_parts(made["docx"].read_bytes())
    assert b'"1f5f4f"' in parts["word/document.xml"].lower()
    assert b'"f2c14e"' in parts["word/document.xml"].lower()
    assert b'descr="Kestrel Family Team"' in parts["word/document.xml"]
    assert openxml_audit.OpenXmlValidator().validate(str(made["docx"])).errors == []
    assert b"pdfuaid" in made["pdf"].read_bytes()
    texts = [
        page,
        made["md"].read_text(),
        docx_words(made["docx"].read_bytes()),
        pdf_words(made["pdf"].read_bytes()),
    ]
    assert all(bare(CONTACT) in bare(text) for text in texts)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read"),
        (png()[:-9], "not a whole"),
        (png().replace(b"IDAT", b"IDOT"), "not a whole"),
        (b"<svg", "not a whole"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "not a whole"),
        (b"", "not a whole"),
        (b"\xff\xd8 half", "not a whole"),
    ],
)
def test_a_broken_logo_is_one_sentence_and_the_paper_is_right(
    sample: Sample, tmp_path: Path, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / "logo").write_bytes(content)
    told: list[str] = []

    made = papers(sample, tmp_path, "logo", told)

    assert len(told) == 1
    assert says in told[0]
    assert told[0].endswith("so papers are made without it.")
    assert "<img" not in made["html"].read_text()
    assert "Fish finger night" in made["html"].read_text()
    assert openxml_audit.OpenXmlValidator().validate(str(made["docx"])).errors == []
    assert made["pdf"].read_bytes().startswith(b"%PDF")


def test_a_colour_too_pale_to_read_is_told_and_not_used(sample: Sample, tmp_path: Path) -> None:
    told: list[str] = []

    made = papers(sample, tmp_path, "", told, ("#ffee88", "#000000"))

    assert told == ["The colour #ffee88 is too pale to be read, so papers keep their own colours."]
    assert "ffee88" not in made["html"].read_text()


def test_without_a_logo_a_page_may_show_no_picture_from_outside_itself(
    sample: Sample, tmp_path: Path
) -> None:
    assert "img-src" not in papers(sample, tmp_path, "", [])["html"].read_text()
