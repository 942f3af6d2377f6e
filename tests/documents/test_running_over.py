"""However much was said, nothing is cut, headings come again, and no heading stands alone at the foot."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from guide.documents.as_docx.flowing import flowing
from guide.documents.blocks.laying import blocks_of
from guide.documents.blocks.looks import LOOKS
from guide.documents.blocks.model import Blocks, Table, Words
from guide.documents.papers import page_of
from tests.documents.conftest import Sample
from tests.documents.office import bare
from tests.documents.test_office import desk
from tests.documents.test_printing import made, pages

Json = Any

SAID = (
    "The school rang and said that nobody had come to fetch them, for the third time since the summer.",
    "Nan comes on Thursdays.",
    "When it is loud she goes to the neighbour with the dog; they make toast there, and nobody minds it.",
)


def with_entries(record: Json, many: int, sheet: str = "map") -> Json:
    """Return a sheet with so many entries more, in every area that has some."""
    areas = record["sheets"][sheet]["areas"]
    of = [(area, held[0]) for area, held in areas.items() if held and isinstance(held[0], dict)]
    for at in range(many):
        area, one = of[at % len(of)]
        areas[area].append(one | {"id": f"x{at}", "text": f"{SAID[at % len(SAID)]} ({at})!"})
    return record


def heights(content: bytes) -> list[tuple[float, float]]:
    """Return how high each bit of text stands on its page, and how high the page is."""
    found: list[tuple[float, float]] = []
    for page in PdfReader(io.BytesIO(content)).pages:
        high = float(page.mediabox.height)

        def seen(text: str, cm: list[float], tm: list[float], *_: Any, high: float = high) -> None:
            if text.strip():
                found.append((tm[5] * cm[3] + cm[5], high))

        page.extract_text(visitor_text=seen)
    return found


@pytest.mark.parametrize("page", ["a3", "a4"])
def test_three_hundred_entries_are_all_on_the_page(sample: Sample, page: str) -> None:
    content = made(with_entries(sample("map-full"), 300), "map", "pdf", page=page).data

    assert all(0 < y < high for y, high in heights(content))
    told = bare("".join(pages(content)))
    assert [at for at in range(300) if f"({at})!" not in told] == []


def test_the_headings_of_columns_come_again_on_every_page_of_them(sample: Sample) -> None:
    record = with_entries(sample("map-full"), 300)
    held = pages(made(record, "map", "pdf").data)
    columns = [page for page in held if "What worries us" in page]

    assert len(columns) > 4
    assert all("What is going well" in page and "What has to happen" in page for page in columns)
    document = Document(io.BytesIO(made(record, "map", "docx").data))
    assert len(list(document.element.body.iter(qn("w:tblHeader")))) == 1


@pytest.mark.parametrize("many", [16, 60, 300])
def test_no_row_of_a_document_ends_with_a_heading(sample: Sample, many: int) -> None:
    paper = laid(with_entries(sample("map-full"), many), "map")
    broken = next(one for one in paper.blocks if isinstance(one, Table) and one.rooms)
    last = [cell.blocks[-1] for row in flowing(broken).rows[1:] for cell in row if cell.blocks]

    assert len(flowing(broken).rows) > 2
    assert not any(isinstance(one, Words) and LOOKS[one.style].keeps for one in last)


def test_a_map_is_one_side_where_it_fits_and_its_columns_are_equal(sample: Sample) -> None:
    paper = laid(sample("inquiry"), "inquiry")
    columns = next(one for one in paper.blocks if isinstance(one, Table) and one.rooms)

    assert len(set(columns.widths)) == 1
    assert len(pages(made(sample("inquiry"), "inquiry", "pdf").data)) == 1


@pytest.mark.parametrize(("of", "paper"), [("rosa", "houses"), ("mill-lane", "near"), ("map-short", "map")])
def test_what_fits_one_side_stands_on_one(sample: Sample, of: str, paper: str) -> None:
    assert len(pages(made(sample(of), paper, "pdf").data)) == 1


def test_rings_with_much_on_them_go_on_and_nothing_is_cut(sample: Sample) -> None:
    content = made(with_entries(sample("mill-lane"), 90, "near"), "near", "pdf").data

    assert all(0 < y < high for y, high in heights(content))
    told = bare("".join(pages(content)))
    assert [at for at in range(90) if f"({at})!" not in told] == []


@pytest.mark.parametrize("panels", ["1", "2", "4"])
def test_a_picture_with_far_too_much_to_read_goes_on_and_nothing_is_cut(sample: Sample, panels: str) -> None:
    record = sample("ten-panels")
    record["story"][1]["text"] = [f"{SAID[at % len(SAID)]} ({at})!" for at in range(60)]
    content = made(record, "story", "pdf", panels=panels).data

    assert all(0 < y < high for y, high in heights(content))
    told = bare("".join(pages(content)))
    assert [at for at in range(60) if f"({at})!" not in told] == []


def laid(record: Json, paper: str) -> Blocks:
    return blocks_of(page_of(desk(record), paper), desk(record).voice)
