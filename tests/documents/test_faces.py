"""Every paper says on its face what it is: of which date, with whom, and that it decides nothing."""

import json
import re
from typing import Any

import pytest

from guide.documents.papers import papers_of
from tests.documents.conftest import Sample, Written, set_zone

Json = Any

ALL = [
    ("rosa", "houses"), ("rosa", "record"), ("map-full", "map"), ("map-short", "map"), ("inquiry", "example"),
    ("inquiry", "inquiry"), ("mill-lane", "near"), ("mill-lane", "way"), ("mill-lane", "look"),
    ("mill-lane", "story"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "paper"), ALL)
@pytest.mark.parametrize("form", ["html", "md"])
def test_every_paper_says_what_it_is(
    sample: Sample, written: Written, name: str, paper: str, form: str
) -> None:
    text = written(sample(name), paper, form)

    assert "Work in progress" in text
    assert re.search(r"\d{1,2} November 2026", text)
    assert "This is not the official record, and it decides nothing by itself." in text
    assert "For the file. Not for the family." in text


@pytest.mark.parametrize(("name", "paper"), [one for one in ALL if one != ("inquiry", "example")])
def test_a_paper_says_with_whom_it_was_made_and_by_which_organisation(
    sample: Sample, written: Written, name: str, paper: str
) -> None:
    text = written(sample(name), paper, "md")

    assert re.search(r"made (with|by) \w+", text)
    assert "Kestrel Family Team" in text


def test_the_face_names_those_who_spoke_and_nobody_who_was_only_spoken_of(
    sample: Sample, written: Written
) -> None:
    assert "made with Rosa and Dev ·" in written(sample("rosa"), "houses", "md")


def test_a_paper_has_the_date_of_the_place_where_it_is_printed(
    sample: Sample, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = sample("rosa")
    record["session"]["started"] = "2026-11-21T23:30:00Z"

    monkeypatch.setenv("TZ", "Pacific/Auckland")
    set_zone()
    there = written(record, "houses", "md")
    monkeypatch.setenv("TZ", "UTC")
    set_zone()

    assert "Work in progress · 22 November 2026" in there
    assert "Work in progress · 21 November 2026" in written(record, "houses", "md")


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_an_invented_session_says_so_on_every_printed_page(
    sample: Sample, written: Written, name: str, paper: str
) -> None:
    record = sample(name)
    record["session"]["invented"] = True

    invented = written(record, paper)
    record["session"]["invented"] = False

    assert "Everybody here is invented." in invented
    assert 'content:"Everybody\\000020here\\000020is\\000020invented' in invented
    assert "nvented" not in written(record, paper)


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_an_invented_session_says_so_in_markdown_too(
    sample: Sample, written: Written, name: str, paper: str
) -> None:
    record = sample(name)
    record["session"]["invented"] = True

    assert "> Everybody here is invented." in written(record, paper, "md")


def test_the_record_of_an_invented_session_says_so_to_programs(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    record["session"]["invented"] = True

    assert json.loads(written(record, "record", "json"))["session"]["invented"] is True
    assert json.loads(written(record, "record", "json", viewer="Rosa"))["session"]["invented"] is True


def test_a_workers_own_preparation_says_with_whom_it_has_not_been_talked_about(
    sample: Sample, written: Written
) -> None:
    for form in ("html", "md"):
        text = written(sample("map-short"), "map", form).replace("&#39;", "'")
        assert "Aoife's preparation, 22 November 2026. Not yet talked about with Katy." in text


def test_a_map_nobody_of_the_family_has_spoken_on_says_so_too(sample: Sample, written: Written) -> None:
    record = sample("map-short")
    record["session"]["form"] = "full"

    assert "Not yet talked about with Katy." in written(record, "map", "md")
    assert "Not yet talked about" not in written(sample("map-full"), "map", "md")


def test_a_paper_for_somebody_says_for_whom(sample: Sample, written: Written) -> None:
    text = written(sample("map-full"), "map", "md", viewer="Tess")

    assert "For Tess." in text
    assert "For the file" not in text


def test_the_foot_of_the_page_and_the_window_title_name_nobody(sample: Sample, written: Written) -> None:
    page = written(sample("rosa"), "houses", viewer="Rosa")

    assert re.search(r"<title>([^<]*)</title>", page[:80_000] + page)[1] == "Three houses"  # type: ignore[index]
    foot = re.search(r"@bottom-left\{content:\"([^\"]*)\"", page)
    assert foot is not None
    assert "Rosa" not in foot[1]


def test_no_jargon_stands_on_a_familys_paper(sample: Sample, written: Written) -> None:
    for name, paper in (("rosa", "houses"), ("map-full", "map"), ("inquiry", "example")):
        text = written(sample(name), paper, "md").replace("official record", "").casefold()
        assert not re.search(r"\b(session|entry|entries|journal|sheet|level|panel|set aside)\b", text)


def test_papers_are_listed_ready_or_waiting_with_a_sentence(sample: Sample) -> None:
    record = sample("inquiry")
    ready = papers_of(record, record["flow"], record["sheet_shapes"])
    record["sheets"]["inquiry"]["areas"]["inquiry.example"] = []
    record["flow"]["papers"] += ["story", "nothing-known"]

    waiting = papers_of(record, record["flow"], record["sheet_shapes"])

    assert [(one.name, one.ready, one.why) for one in ready] == [
        ("example", True, ""), ("inquiry", True, ""), ("record", True, ""),
    ]  # fmt: skip
    assert [one.name for one in waiting if one.ready] == ["inquiry", "record"]
    assert all(one.why.endswith(".") for one in waiting if not one.ready)
