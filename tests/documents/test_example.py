"""The shareable example: one moment in at most 150 words, only agreed lines, and nobody to be found."""

import pytest

from guide.errors import GuideError
from tests.documents.conftest import Sample, Written


def test_only_lines_agreed_by_their_owner_stand_on_it(sample: Sample, written: Written) -> None:
    record = sample("inquiry")
    lines = record["sheets"]["inquiry"]["areas"]["inquiry.example"]
    lines[1]["agreed_by"] = ["p2"]

    text = written(record, "example", "md")

    assert "A floor and a blue car." in text
    assert "A line nobody agreed to" not in text
    assert lines[1]["text"] not in text


def test_its_face_and_its_text_name_nobody(sample: Sample, written: Written) -> None:
    for form in ("html", "md"):
        page = written(sample("inquiry"), "example", form).split("</style>")[-1]
        assert not [name for name in ("Kwame", "Marian", "Bel", "Kestrel") if name in page]


def test_more_than_150_words_wait_and_nothing_is_cut(sample: Sample, written: Written) -> None:
    record = sample("inquiry")
    line = record["sheets"]["inquiry"]["areas"]["inquiry.example"][0]
    others = sum(
        len(one["text"].split())
        for one in record["sheets"]["inquiry"]["areas"]["inquiry.example"][1:]
        if one["agreed_by"]
    )

    line["text"] = "word " * (150 - others)
    assert "word word" in written(record, "example", "md")
    line["text"] += "word"
    with pytest.raises(GuideError, match="151 words and may have 150"):
        written(record, "example", "md")


def test_without_an_agreed_line_it_says_so_in_one_sentence(sample: Sample, written: Written) -> None:
    record = sample("inquiry")
    for line in record["sheets"]["inquiry"]["areas"]["inquiry.example"]:
        line["agreed_by"] = []

    with pytest.raises(GuideError, match="No line of the example has been agreed"):
        written(record, "example")
    record["sheets"]["inquiry"]["areas"]["inquiry.example"] = []
    with pytest.raises(GuideError, match="has no lines yet"):
        written(record, "example")
