"""One table of everything on the sheets, safe to open in a spreadsheet."""

import csv
import io
from typing import Any

import pytest

from guide.documents.tables import COLUMNS, heard, safe
from tests.documents.conftest import Sample, Written

Json = Any


def rows_of(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))


def real(name: str, sample: Sample) -> Json:
    """Return a sample as if its people were real."""
    record = sample(name)
    record["session"]["invented"] = False
    return record


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@x", "\t=1", "\n=1", "'", "''=1", " =1", "\u00a0=1", "＝1"]
)
def test_a_cell_that_begins_like_a_formula_is_words_and_comes_back_as_heard(words: str) -> None:
    assert safe(words) == f"'{words}"
    assert heard(safe(words)) == words


@pytest.mark.parametrize("words", ["", "Nain", "1+1=2", "it's", "a\n=1"])
def test_other_words_stand_as_they_are(words: str) -> None:
    assert safe(words) == words
    assert heard(safe(words)) == words


def test_every_entry_follow_up_rating_and_reason_has_its_row(sample: Sample, written: Written) -> None:
    rows = rows_of(written(real("rosa", sample), "record", "csv"))

    assert tuple(rows[0]) == COLUMNS
    followed = [row for row in rows if row["kind"] == "follow-up"]
    assert {"Pop showed me. He counts me in"} <= {row["text"] for row in followed}
    under = next(row["under"] for row in followed if row["text"].startswith("Pop showed"))
    assert [row["text"] for row in rows if row["id"] == under] == ["Drumming. I do it on the bucket"]
    rating = next(row for row in rows if row["kind"] == "rating")
    assert (rating["by"], rating["value"], rating["of"]) == ("Rosa", "4", "10")
    assert [row["text"] for row in rows if row["kind"] == "reason"] == [
        "Because Pop knows the song now", "Mum stays in for all of tea",
    ]  # fmt: skip


def test_every_row_of_a_table_of_invented_people_says_so_first(sample: Sample, written: Written) -> None:
    others = rows_of(written(real("rosa", sample), "record", "csv"))
    table = written(sample("rosa"), "record", "csv")

    rows = rows_of(table)

    assert table.startswith('\ufeff"invented","kind",')
    assert {row.pop("invented") for row in rows} == {"Everybody here is invented."}
    assert rows == others


def test_letters_of_every_alphabet_are_read_rightly(written: Written, sample: Sample) -> None:
    assert written(sample("rosa"), "record", "csv").startswith("\ufeff")
