"""The short map's page: everything on it survives being read by the mother over the worker's shoulder."""

import re

import pytest

from tests.documents.conftest import Sample, Written


def test_it_says_why_what_is_known_what_is_not_what_to_ask_and_one_doubt(
    sample: Sample, written: Written
) -> None:
    text = written(sample("map-short"), "map", "md")

    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings == [
        "Why I've come",
        "What we know",
        "What we don't know, and who could tell us",
        "Questions to take along",
        "Where I may be wrong",
    ]
    assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == list("12345")


def test_what_is_known_says_from_whom(sample: Sample, written: Written) -> None:
    text = written(sample("map-short"), "map", "md")

    assert "said nobody got up — told by Mr Bello" in text
    assert "Katy learned his reading book by heart — seen" in text


def test_what_is_going_well_stands_first(sample: Sample, written: Written) -> None:
    text = written(sample("map-short"), "map", "md")

    assert text.index("Katy learned his reading book") < text.index("Thurs 12th")


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_mother_may_read_it_over_the_workers_shoulder(
    sample: Sample, written: Written, form: str
) -> None:
    record = sample("map-short")
    record["asides"] = [{"by": "p6", "text": "Katy smelled of wine", "seen": True, "at": ""}]
    record["urgent"] = [{"words": "He was alone", "by": "p6", "at": ""}]

    page = written(record, "map", form).split("</style>")[-1]

    for held_back in (
        "I'm worried Lewis will be up alone",
        "A grown-up is up and with Lewis",
        "Katy smelled of wine",
        "He was alone",
        "nobody named yet",
        "Pat comes",
        "is anyone likely to be hurt",
    ):
        assert held_back.casefold() not in page.replace("&#39;", "'").casefold()
    assert "What has already happened" not in page
    assert not re.search(r"\b(harm|danger|risk|rating|guess|score|complicating)\b", page, re.IGNORECASE)
    assert not re.search(r"<svg|: 5\b|: 7\b", page)


def test_it_is_one_upright_page_with_room_to_write(sample: Sample, written: Written) -> None:
    page = written(sample("map-short"), "map")

    assert "size: A4 portrait" in page
    assert page.count('<div class="write" aria-hidden="true">') == 6


def test_it_is_ready_as_soon_as_anything_is_known(sample: Sample, written: Written) -> None:
    record = sample("map-short")
    for name, area in record["sheets"]["map"]["areas"].items():
        record["sheets"]["map"]["areas"][name] = area[:1] if name == "map.harm" else []

    text = written(record, "map", "md")

    assert "Thurs 12th" in text
    assert "## Where I may be wrong" not in text
