"""What a child withheld is in no byte of what is handed over: not unzipped, not unpacked, not hidden."""

from pathlib import Path
from typing import Any

import pytest

from guide.documents.leaving import Order, Picture, write
from tests.documents.conftest import Sample
from tests.documents.office import bare, docx_words, pdf_words

Json = Any

WITHHELD = (
    "When the phone goes",
    "Mum goes outside",
    "two minutes and its dark",
    "stairs gate",
    "tummy is drumming",
    "Pop comes on a Tuesday",
    "Mrs Kaur",
    "Mrs Lund",
    "only when you are there",
    "What else goes in here?",
    "Rain house",
)
"""Words, first words, questions and decisions that are nobody's but the child's and the file's."""


@pytest.mark.parametrize("sources", [False, True])
def test_what_was_withheld_is_in_no_byte_of_any_format(
    sample: Sample, tmp_path: Path, *, sources: bool
) -> None:
    record = sample("rosa")
    picture = Picture(record, record["flow"], record["sheet_shapes"], invented=True)
    order = Order(
        formats=("html", "md", "docx", "pdf", "json", "csv"),
        to=tmp_path,
        viewer="p3",
        found="no",
        today="2026-11-22",
        sources=sources,
    )

    written = write(picture, order)

    assert {one.suffix for one in written} == {".html", ".md", ".docx", ".pdf", ".json", ".csv"}
    for one in tmp_path.iterdir():
        text = bare(words_of(one) + one.name)
        assert [words for words in WITHHELD if bare(words) in text] == [], one.name
        assert "Rosa" not in one.name
    for name in ("houses.docx", "houses.pdf"):
        assert bare("Fish finger night") in bare(words_of(tmp_path / name))


def words_of(file: Path) -> str:
    content = file.read_bytes()
    if file.suffix == ".docx":
        return docx_words(content)
    return pdf_words(content) if file.suffix == ".pdf" else content.decode()


def test_the_same_words_are_found_where_they_may_stand(sample: Sample, tmp_path: Path) -> None:
    """The test of the test."""
    record = sample("rosa")
    picture = Picture(record, record["flow"], record["sheet_shapes"], invented=True)

    write(picture, Order(formats=("docx", "pdf"), to=tmp_path, paper="record", today="2026-11-22"))

    for name in ("record.docx", "record.pdf"):
        text = bare(words_of(tmp_path / name))
        assert [words for words in WITHHELD[:6] if bare(words) not in text] == [], name
