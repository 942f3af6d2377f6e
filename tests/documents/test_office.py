"""DOCX and PDF say what the page says, can be edited and read aloud, and carry all they need inside."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from pypdf import PdfReader

from guide.documents.blocks.laying import blocks_of
from guide.documents.blocks.model import Items, Picture, Table, Words
from guide.documents.desk import Desk, desk_of
from guide.documents.face import Circumstances
from guide.documents.letters import breakable
from guide.documents.papers import Paper, export, make, page_of, papers_of, parse_for
from guide.errors import GuideError
from tests.documents.conftest import Sample
from tests.documents.office import bare, docx_parts, docx_words, pdf_words
from tests.documents.test_words_survive import HOSTILE

Json = Any

SAMPLES = ("rosa", "map-full", "map-short", "inquiry", "mill-lane")
TODAY = "2026-11-22"


def papers(record: Json) -> list[str]:
    """Return every paper that is ready."""
    return [one.name for one in papers_of(record, record["flow"], record["sheet_shapes"]) if one.ready]


def made(record: Json, paper: str, form: str, viewer: str = "file") -> Paper:
    return make(
        record,
        record["flow"],
        record["sheet_shapes"],
        paper=paper,
        format=form,
        viewer=parse_for(viewer, record),
        organisation="Kestrel Family Team",
        today=TODAY,
        invented=True,
        found="no",
    )


def leave(record: Json, to: Path, formats: list[str], **more: Any) -> list[Path]:
    return export(
        record,
        record["flow"],
        record["sheet_shapes"],
        formats=formats,
        to=to,
        viewer=parse_for("file", record),
        organisation="Kestrel Family Team",
        today=TODAY,
        invented=True,
        **more,
    )


def desk(record: Json) -> Desk:
    about = Circumstances(parse_for("file", record), "Kestrel Family Team", TODAY, invented=True)
    return desk_of(record, record["flow"], record["sheet_shapes"], about)


def said(blocks: Any, *, pictures: bool = True) -> Iterator[str]:
    """Yield everything that stands in blocks; of pictures what is told of them in words."""
    for one in blocks:
        match one:
            case Words():
                yield from (run.text for run in one.runs)
            case Items():
                for item in one.items:
                    yield from said(item, pictures=pictures)
            case Table():
                for row in one.rows:
                    for cell in row:
                        yield from said(cell.blocks, pictures=pictures)
            case Picture() if pictures:
                yield one.says


@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_of_a_paper_stands_in_both_formats(sample: Sample, name: str) -> None:
    record = sample(name)
    for paper in papers(record):
        expected = [
            bare(one) for one in said(blocks_of(page_of(desk(record), paper), desk(record).voice).blocks)
        ]
        in_docx = bare(docx_words(made(record, paper, "docx").data))
        in_pdf = bare(pdf_words(made(record, paper, "pdf").data))

        assert [one for one in expected if one not in in_docx] == [], paper
        assert [one for one in expected if one not in in_pdf and len(one) > 1] == [], paper


@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_page_says_on_its_face_stands_in_both(sample: Sample, name: str) -> None:
    record = sample(name)
    for paper in papers(record):
        for text in (
            docx_words(made(record, paper, "docx").data),
            pdf_words(made(record, paper, "pdf").data),
        ):
            face = bare(text)
            for line in ("Work in progress", "For the file. Not for the family.", "not the official record"):
                assert bare(line) in face, (paper, line)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_docx_has_no_fault_an_office_would_find(sample: Sample, name: str, tmp_path: Path) -> None:
    for written in leave(sample(name), tmp_path, ["docx"], sources=True):
        result = openxml_audit.OpenXmlValidator().validate(str(written))
        assert [one.description for one in result.errors] == [], written.name


def test_hostile_words_come_out_as_they_were_heard(sample: Sample) -> None:
    record = sample("rosa")
    words = ['#panic("x")', '"]; #read("/etc/passwd")', "$x^2$ <label> @ref", "= no heading", *HOSTILE]
    held = record["sheets"]["houses"]["areas"]["houses.dreams"]
    held[:] = [held[0] | {"id": f"x{at}", "text": one} for at, one in enumerate(words)]

    in_docx = bare(docx_words(made(record, "houses", "docx").data))
    paper = made(record, "houses", "pdf")

    assert [one for one in words if bare(one) not in in_docx] == []
    told = bare(pdf_words(paper.data))
    # A word of three hundred letters may go on over the foot of a page.
    plain = [one for one in words if one.isascii() and len(one) < 200]
    assert [one for one in plain if bare(one) not in told] == []
    assert "our own fonts have not got" in paper.note


def test_a_docx_has_real_headings_lists_and_tables(sample: Sample) -> None:
    from docx import Document

    document = Document(io.BytesIO(made(sample("map-full"), "map", "docx").data))
    columns = next(one for one in document.tables if one.cell(0, 0).text == "What worries us")

    assert columns.cell(0, 0).paragraphs[0].style is not None
    assert columns.cell(0, 0).paragraphs[0].style.name == "Heading 1"
    assert "tblHeader" in columns.rows[0]._tr.xml
    assert "w:numPr" in columns.cell(1, 0)._tc.xml
    assert document.tables[0].cell(0, 0).paragraphs[0].style.name == "Title"


def test_every_picture_in_a_docx_is_drawn_twice_and_told_in_words(sample: Sample) -> None:
    parts = docx_parts(made(sample("map-full"), "map", "docx").data)
    document = parts["word/document.xml"].decode()

    assert "svgBlip" in document
    assert 'descr="' in document
    assert "Marlon: 7" in document
    assert any(name.endswith(".png") for name in parts)
    drawn = next(part for name, part in parts.items() if name.endswith(".svg")).decode()
    assert "class=" not in drawn
    assert "var(" not in drawn


def test_a_docx_carries_its_fonts(sample: Sample) -> None:
    parts = docx_parts(made(sample("rosa"), "houses", "docx").data)
    fonts = [name for name in parts if name.endswith(".odttf")]

    assert sorted(fonts) == ["word/fonts/lexend-400.odttf", "word/fonts/lexend-700.odttf"]
    assert b"embedTrueTypeFonts" in parts["word/settings.xml"]


def test_words_that_run_leftwards_bring_their_font_and_their_way(sample: Sample) -> None:
    record = sample("rosa")
    record["sheets"]["houses"]["areas"]["houses.dreams"][0]["text"] = "ماما تخرج مرة"

    parts = docx_parts(made(record, "houses", "docx").data)
    fonts = fonts_of(made(record, "houses", "pdf").data)

    assert "word/fonts/naskh-400.odttf" in parts
    assert b"<w:bidi/>" in parts["word/document.xml"]
    assert b"<w:rtl/>" in parts["word/document.xml"]
    assert any("Naskh" in one for one in fonts)


def test_nobody_stands_in_what_is_hidden_in_a_docx(sample: Sample) -> None:
    hidden = docx_parts(made(sample("rosa"), "houses", "docx").data)["docProps/core.xml"].decode()

    assert "python-docx" not in hidden
    assert "Rosa" not in hidden
    assert "Three houses" in hidden


@pytest.mark.parametrize("name", SAMPLES)
def test_a_pdf_is_tagged_and_carries_its_fonts(sample: Sample, name: str) -> None:
    record = sample(name)
    for paper in papers(record):
        content = made(record, paper, "pdf").data
        root: Any = PdfReader(io.BytesIO(content)).trailer["/Root"]

        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]
        assert root["/Lang"] == "en"
        assert b"pdfuaid" in content
        assert all("Lexend" in one for one in fonts_of(content))


def fonts_of(content: bytes) -> set[str]:
    """Return the fonts of a PDF; fails when one is not inside it."""
    found = set()
    for page in PdfReader(io.BytesIO(content)).pages:
        held: Any = page["/Resources"]
        for font in held.get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            about = inner["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(about)
            found.add(str(inner["/BaseFont"]))
    return found


def test_a_letter_that_no_font_of_ours_has_stops_no_pdf_and_is_told(sample: Sample) -> None:
    record = sample("rosa")
    record["sheets"]["houses"]["areas"]["houses.dreams"][0]["text"] = "Happy 😀 дім"

    paper = made(record, "houses", "pdf")

    assert paper.data.startswith(b"%PDF")
    assert "😀" in paper.note


def test_words_in_a_picture_are_drawn_with_this_computers_letters_where_ours_have_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from guide.documents.as_pdf import typeset

    asked: list[bool] = []
    typst: Any = typeset.typst_here()

    def draw(*_: object, ignore_system_fonts: bool, **__: object) -> bytes:
        asked.append(ignore_system_fonts)
        return b"png"

    monkeypatch.setattr(typst, "compile", draw)
    typeset.png_of.cache_clear()

    for name in ("Łucja", "Олена"):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>{name}</text></svg>'
        assert typeset.png_of(svg, 9.0) == b"png"
    typeset.png_of.cache_clear()

    assert asked == [True, False]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("an uncomfortable word", "an uncomfortable word"),
        (f"uncomfortable {'x' * 24}", f"uncomfortable {'x' * 12}|{'x' * 12}"),
        ("e\u0301" * 14, "e\u0301" * 12 + "|" + "e\u0301" * 2),
        ("👩‍👩‍👧" * 13, "👩‍👩‍👧" * 12 + "|" + "👩‍👩‍👧"),
    ],
)
def test_only_a_word_too_long_for_a_line_may_be_broken_and_no_sign_is(text: str, broken: str) -> None:
    assert breakable(text).replace("\u200b", "|") == broken


def test_a_picture_is_told_in_whole_words_and_signs(sample: Sample) -> None:
    record = sample("ten-panels")
    record["story"][0]["picture"] = {"people": [{"name": "Ann\nMarie 👩‍👩‍👧"}], "things": ["می‌خواهم"]}

    document = docx_parts(made(record, "story", "docx").data)["word/document.xml"].decode()

    assert "Ann Marie 👩‍👩‍👧" in document
    assert "می‌خواهم" in document


def test_when_more_letters_are_missing_than_are_named_the_sentence_says_so(sample: Sample) -> None:
    record = sample("rosa")
    dream = record["sheets"]["houses"]["areas"]["houses.dreams"][0]

    dream["text"] = "дім"
    few = made(record, "houses", "pdf").note
    dream["text"] = "Щедрик, щедрик, щедрівочка, прилетіла ластівочка"
    many = made(record, "houses", "pdf").note

    assert "(д і м)" in few
    assert " …)" in many


@pytest.mark.parametrize(("form", "library"), [("docx", "docx"), ("pdf", "typst")])
def test_where_the_library_is_missing_one_sentence_says_how_to_print(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(GuideError, match=r"not installed here: .* browser and print it") as refused:
        leave(sample("rosa"), tmp_path / "out", [form])

    assert str(refused.value).count(". ") == 0
    assert not (tmp_path / "out").exists()


def test_without_typst_a_docx_says_its_pictures_in_words(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    from guide.documents.as_pdf import typeset

    typeset.png_of.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)

    parts = docx_parts(made(sample("rosa"), "houses", "docx").data)
    typeset.png_of.cache_clear()

    assert not any("media" in name for name in parts)
    assert "Rosa is at 4" in docx_words(made(sample("rosa"), "houses", "docx").data)


def test_a_docx_somebody_edited_is_never_written_over(sample: Sample, tmp_path: Path) -> None:
    (first,) = leave(sample("rosa"), tmp_path, ["docx"], paper="houses")
    first.write_bytes(first.read_bytes() + b"edited")
    edited = first.read_bytes()

    (second,) = leave(sample("rosa"), tmp_path, ["docx"], paper="houses")

    assert second.name == "houses-2.docx"
    assert first.read_bytes() == edited


def test_a_docx_says_where_a_sentence_comes_from_when_it_is_asked_to(sample: Sample, tmp_path: Path) -> None:
    (plain,) = leave(sample("rosa"), tmp_path / "a", ["docx"], paper="houses")
    (told,) = leave(sample("rosa"), tmp_path / "b", ["docx"], paper="houses", sources=True)

    assert "word/comments.xml" not in docx_parts(plain.read_bytes())
    comments = docx_parts(told.read_bytes())["word/comments.xml"].decode()
    assert "What else goes in here?" in comments
    assert "21 November 2026" in comments


def test_a_page_says_it_where_somebody_points(sample: Sample) -> None:
    text = make(
        sample("rosa"), sample("rosa")["flow"], sample("rosa")["sheet_shapes"], paper="houses", format="html",
        viewer=parse_for("file", sample("rosa")), organisation="", today=TODAY, invented=True,
    ).text  # fmt: skip

    assert 'title="Asked: What else goes in here?' in text
