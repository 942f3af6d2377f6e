"""The full record: every answer by section, with the question as it was put."""

import json
import re
from typing import Any

import pytest

from guide.errors import GuideError, WrongUse
from tests.documents.conftest import Sample, Written

Json = Any


def test_every_question_stands_with_its_answer_as_it_was_put(sample: Sample, written: Written) -> None:
    for form in ("html", "md"):
        text = written(sample("rosa"), "record", form).replace("&#39;", "'")
        assert "Tell me in your own way what we are going to do." in text
        assert "We do houses and I'm the boss of the pens" in text
        assert "You said 'on the bucket'. Tell me about that." in text


def test_answers_stand_in_the_sections_they_were_given_in(sample: Sample, written: Written) -> None:
    text = written(sample("rosa"), "record", "md")

    assert text.index("## House of good things") < text.index("Drumming") < text.index("## House of worries")


def test_first_words_stand_beside_what_was_put_right(sample: Sample, written: Written) -> None:
    text = written(sample("rosa"), "record", "md")

    assert "First said: Pop comes on a Tuesday" in text
    assert "Pop comes on a school day" in text


def test_people_known_from_before_stand_only_in_the_list_of_everybody(
    sample: Sample, written: Written
) -> None:
    record = sample("rosa")
    carried = {
        "id": "a91",
        "step": "people.parent",
        "kind": "people",
        "value": ["p1"],
        "by": None,
        "asked": None,
    }
    record["answers"].insert(0, {**carried, "was": [], "status": "active", "at": "2026-10-01T10:00:00Z"})

    assert written(record, "record", "md") == written(sample("rosa"), "record", "md")


def test_nothing_stands_before_the_time_where_nobody_is_named(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    record["answers"][0] |= {"by": None}

    assert not re.search(r"— *·", written(record, "record", "md"))
    assert '<span dir="auto"></span> ·' not in written(record, "record", "html")


def test_a_pass_is_said_in_words(sample: Sample, written: Written) -> None:
    assert "Did not know." in written(sample("map-short"), "record", "md")
    assert "Would rather not say." in written(sample("mill-lane"), "record", "md")


def test_what_was_set_aside_says_so(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    record["answers"][2]["status"] = "aside"

    assert "Set aside: the conversation took another way." in written(record, "record", "md")


def test_what_is_private_and_not_yet_opened_says_only_that_it_was_given(
    sample: Sample, written: Written
) -> None:
    record = sample("mill-lane")
    record["answers"].append({"id": "a90", "step": "today", "of": None, "by": "p3", "given": True})

    assert "Given, not yet shown." in written(record, "record", "md")


def test_both_decisions_about_showing_stand_with_the_words(sample: Sample, written: Written) -> None:
    text = written(sample("rosa"), "record", "md")

    assert "Mum: wish yes, cleared by Dev (Talked over with Mrs Lund)" in text
    assert 'Mum: wish only together: "only when you are there", not cleared' in text


def test_asides_and_what_was_urgent_are_in_the_file(sample: Sample, written: Written) -> None:
    text = written(sample("rosa"), "record", "md")

    assert "Held the pen very tight" in text
    assert "## Something urgent" in text
    assert "Who was told, and when: Mrs Lund, duty manager, 11.15" in text


def test_ids_are_written_as_names_areas_and_words(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    sort = {
        **record["answers"][-1],
        "id": "a90",
        "kind": "sort",
        "step": "sorted",
        "value": {"e4": "houses.dreams"},
    }
    record["answers"] += [
        sort,
        {**sort, "id": "a91", "step": "people.child", "kind": "people", "value": ["p1"]},
    ]

    text = written(record, "record", "md")

    assert "Drumming. I do it on the bucket: Dreams" in text
    assert "e4" not in text


def test_what_was_added_by_hand_and_what_was_put_off_are_there(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    good = record["sheets"]["houses"]["areas"]["houses.good"]
    good.append({**good[0], "id": "e90", "text": "The drum from Pop", "step": None, "asked": None})
    record["later"] = [
        {"step": "dream_week", "of": None, "by": "p1", "asked": "What could happen this week?"}
    ]

    text = written(record, "record", "md")

    assert text.index("## Added by hand") < text.index("The drum from Pop")
    assert text.index("## Put off") < text.index("What could happen this week?")


def test_the_json_is_the_record_and_nothing_else(sample: Sample, written: Written) -> None:
    record = sample("rosa")

    told = json.loads(written(record, "houses", "json"))

    assert told == {key: value for key, value in record.items() if key not in {"flow", "sheet_shapes"}}


@pytest.mark.parametrize("paper", ["../secret", "Rosa", "", "houses.html", "a" * 300 + "/"])
def test_an_unknown_paper_is_one_sentence_and_never_a_path(
    sample: Sample, written: Written, paper: str
) -> None:
    with pytest.raises(WrongUse, match="There is no paper called"):
        written(sample("rosa"), paper)


def test_an_unknown_format_and_an_empty_record_are_one_sentence(sample: Sample, written: Written) -> None:
    with pytest.raises(WrongUse, match="There is no format called 'odt'"):
        written(sample("rosa"), "houses", "odt")
    record = sample("rosa")
    record["answers"] = []
    for sheet in record["sheets"].values():
        for kind in sheet.values():
            kind.update({area: [] for area in kind})
    with pytest.raises(GuideError, match="nothing to put on a paper yet"):
        written(record, "houses")
