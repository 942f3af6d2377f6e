"""Chosen names stand throughout, in every format and picture; what may still name somebody is told."""

from pathlib import Path
from typing import Any

import pytest

from guide.documents.aliases import aliased, read_aliases, still_there
from guide.documents.leaving import Order, Picture, write
from guide.errors import GuideError
from tests.documents.conftest import Sample
from tests.documents.office import bare, docx_words, pdf_words

Json = Any


def test_a_name_is_in_no_byte_of_any_format_and_its_alias_is(sample: Sample, tmp_path: Path) -> None:
    record = sample("rosa")
    picture = Picture(record, record["flow"], record["sheet_shapes"], invented=True)
    pairs = (("Rosa", "Ines"), ("Pop", "Grandpa"), ("Milo", "Teo"))
    formats = ("html", "md", "docx", "pdf", "json", "csv")
    told: list[str] = []

    for viewer in ("file", "p3"):
        order = Order(formats, tmp_path / viewer, viewer, found="no", today="2026-11-22", aliases=pairs)
        for one in write(picture, order, told.append):
            content = one.read_bytes()
            text = {".docx": docx_words, ".pdf": pdf_words}.get(one.suffix, bytes.decode)(content)
            assert [name for name, _ in pairs if name in text] == [], one.name
            assert "Ines" in bare(text), one.name

    assert any(line.startswith("Rosa is Ines now, ") for line in told)


def test_names_are_changed_all_at_once_and_only_as_whole_words() -> None:
    made = aliased({"a": "Ann met Bo. Anna saw Ann's Bo."}, {"Ann": "Bo", "Bo": "Ann"})

    assert made.value == {"a": "Bo met Ann. Anna saw Bo's Ann."}
    assert made.found == {"Ann": 2, "Bo": 2}


def test_what_still_looks_like_somebody_is_told() -> None:
    said = "We met Carys at 14 Mill Lane on 4 June; ring 0000 555 0100. She asked katy. Katherine came."
    record = {
        "people": [{"id": "p1", "name": "Anna"}, {"id": "p2", "name": "Owen"}],
        "answers": [{"value": said}],
    }

    found = still_there(record, {"Katy": "Anna"})

    assert {"Owen", "Carys", "katy"} <= set(found["a name"])
    assert "Anna" not in found["a name"]
    assert found["an address"] == ["14 Mill Lane"]
    assert found["a date"] == ["4 June"]
    assert found["a telephone number"] == ["0000 555 0100"]


@pytest.mark.parametrize("line", ["Katy", "= Anna", "Katy =", "Katy = Anna\nKaty = Bea"])
def test_a_line_that_is_no_pair_is_one_sentence_with_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "aliases.txt"
    file.write_text(f"# ours\n\n{line}\n")

    with pytest.raises(GuideError, match=r"aliases\.txt:\d: write one name and its alias"):
        read_aliases(file)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="cannot be read: name a text file"):
        read_aliases(tmp_path / "none.txt")


def test_the_pairs_are_read_in_order(tmp_path: Path) -> None:
    file = tmp_path / "aliases.txt"
    file.write_text("\ufeffKaty = Anna\n# who is who\nMr Bello = Mr Okoro\n", encoding="utf-8")

    assert read_aliases(file) == (("Katy", "Anna"), ("Mr Bello", "Mr Okoro"))


def test_what_the_program_counts_for_itself_is_nobodys_number(sample: Sample) -> None:
    record = sample("rosa") | {"head": {"seq": 12, "hash": "ab34802844cd"}}

    assert "a telephone number" not in still_there(record, {})
