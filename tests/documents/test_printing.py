"""One, two or four pictures of a story stand on a page of A4 or A3, and sheets come in both sizes."""

import io
import re
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm
from pypdf import PdfReader

from guide.documents.papers import make, parse_for
from guide.documents.printing import printing_of
from guide.errors import WrongUse
from tests.documents.conftest import TODAY, Sample

Json = Any

A4, A3 = (210, 297), (297, 420)


def told(record: Json, panels: int) -> Json:
    """Return a story of so many panels."""
    story = record["story"]
    return record | {"story": [story[at % len(story)] | {"id": f"n{at + 1}"} for at in range(panels)]}


def made(record: Json, paper: str, form: str, *, page: str = "", panels: str = "") -> Any:
    return make(
        record,
        record["flow"],
        record["sheet_shapes"],
        paper=paper,
        format=form,
        viewer=parse_for("file", record),
        organisation="Kestrel Family Team",
        today=TODAY,
        invented=True,
        found="no",
        printing=printing_of(page, panels),
    )


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def size(content: bytes) -> tuple[int, int]:
    box = PdfReader(io.BytesIO(content)).pages[0].mediabox
    return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)


@pytest.mark.parametrize("page", ["a4", "a3"])
@pytest.mark.parametrize(("panels", "first", "many"), [("1", 1, 11), ("2", 2, 6), ("4", 4, 3)])
def test_so_many_pictures_stand_on_a_page(
    sample: Sample, page: str, panels: str, first: int, many: int
) -> None:
    record = sample("ten-panels")
    held = pages(made(record, "story", "pdf", page=page, panels=panels).data)

    assert len(held) == many, "ten pictures, and room for one of one's own"
    titles = [one["title"] for one in record["story"] if one.get("title")]
    assert [title for title in titles if title in held[0]] == titles[: first - 1], "the first has no title"
    assert "Room for your own picture" in held[-1]


@pytest.mark.parametrize("panels", [1, 2, 3, 4, 5, 7])
@pytest.mark.parametrize("many", ["1", "2", "4"])
def test_no_page_of_a_story_is_left_without_anything(sample: Sample, panels: int, many: str) -> None:
    held = pages(made(told(sample("ten-panels"), panels), "story", "pdf", panels=many).data)

    assert len(held) == -(-(panels + 1) // int(many)) or panels == 1


@pytest.mark.parametrize(
    ("paper", "of", "page", "upright", "on_side"),
    [
        ("story", "ten-panels", "a3", A3, False),
        ("map", "map-full", "", A3, True),
        ("map", "map-full", "a4", A4, True),
        ("houses", "rosa", "a3", A3, True),
        ("near", "mill-lane", "a3", A3, False),
        ("record", "rosa", "a3", A4, False),
    ],
)
def test_a_paper_stands_on_the_sheet_that_was_wished_for(  # noqa: PLR0913 - one row each
    sample: Sample, paper: str, of: str, page: str, upright: tuple[int, int], *, on_side: bool
) -> None:
    record = sample(of)
    wanted = upright[::-1] if on_side else upright

    assert size(made(record, paper, "pdf", page=page).data) == wanted
    section = Document(io.BytesIO(made(record, paper, "docx", page=page).data)).sections[0]
    for held, there in zip((section.page_width, section.page_height), wanted, strict=True):
        assert held is not None
        assert abs(held - Mm(there)) < Mm(0.1)


def test_a_page_of_a_browser_begins_with_what_was_wished_for(sample: Sample) -> None:
    page = made(sample("ten-panels"), "story", "html", page="a3", panels="4").text

    assert re.findall(r'id="many-(\d)" checked', page) == ["4"]
    assert re.findall(r'id="(a\d)" checked', page) == ["a3"]
    on_a4 = made(sample("map-full"), "map", "html", page="a4").text
    assert "@page{size:A4 landscape}" in on_a4
    assert "@page{size:" not in made(sample("map-full"), "map", "html").text


@pytest.mark.parametrize(("page", "panels"), [("a5", ""), ("letter", ""), ("", "3"), ("", "many")])
def test_what_there_is_not_is_refused_in_one_sentence(page: str, panels: str) -> None:
    with pytest.raises(WrongUse) as refused:
        printing_of(page, panels)

    assert re.search(r"“(a5|letter|3|many)”: use [\w, ]+\.$", str(refused.value))
