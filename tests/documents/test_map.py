"""The map: cells from the sheet itself, worries and goals in pairs, everybody's own mark."""

import re
from typing import Any

import pytest

from tests.documents.conftest import Sample, Written

Json = Any


def test_columns_and_cells_are_the_sheets_own(sample: Sample, written: Written) -> None:
    record = sample("map-full")
    record["sheet_shapes"]["map"]["columns"][1]["title"] = "What holds"
    record["sheet_shapes"]["map"]["areas"]["map.safety"]["title"] = "Nights that went right"

    text = written(record, "map", "md")

    assert "## What holds" in text
    assert "### Nights that went right" in text
    assert (
        text.index("## What worries us") < text.index("## What holds") < text.index("## What has to happen")
    )


def test_what_is_said_first_stands_above_the_columns_and_the_rest_below(
    sample: Sample, written: Written
) -> None:
    text = written(sample("map-full"), "map", "md")

    places = [
        text.index(words)
        for words in ("School rang on the 5th", "## What worries us", "Whether it is the drink")
    ]
    assert places == sorted(places)


def test_a_goal_carries_the_number_of_its_worry(sample: Sample, written: Written) -> None:
    text = written(sample("map-full"), "map", "md")

    assert "(1) What worries Tess, Ivy and Hana" in text
    assert "for number 1" in text[text.index("On Saturdays Nico is with") :][:400]
    assert "for number 2" in text[text.index("Lee and Mrs Shah") :][:200]


def test_who_agrees_and_who_sees_it_differently_stand_side_by_side(sample: Sample, written: Written) -> None:
    page = written(sample("map-full"), "map")

    sides = re.search(r"<div class=\"sides\">(.*?)</div>", page, re.DOTALL)
    assert sides is not None
    assert "Agrees: Tess, Ivy and Hana" in sides[1]
    assert "Marlon sees it differently" in sides[1]
    assert "The door was an accident. The shouting is true and it scares him" in sides[1]


def test_a_goal_may_carry_its_worry_in_the_entry_itself(sample: Sample, written: Written) -> None:
    record = sample("map-full")
    areas = record["sheets"]["map"]["areas"]
    for answer in record["answers"]:
        answer["of"] = None
    areas["map.goals"][0]["about"] = areas["map.danger"][0]["id"]

    text = written(record, "map", "md")

    assert "for number 1" in text
    assert "about:" not in text


def test_everybodys_mark_stands_on_the_line_and_nobodys_are_put_together(
    sample: Sample, written: Written
) -> None:
    page = written(sample("map-full"), "map")

    says = re.search(r"<desc[^>]*>([^<]*)</desc>", page)
    assert says is not None
    assert says[1].startswith("A line from 0 to 10. Nico: 4. Tess: 6. Marlon: 7. Ivy: 4. Hana: 3.5.")
    assert not re.search(r"average|mean|spread|4\.57", page.split("</style>")[1])


def test_a_guess_is_hollow_and_says_whose(sample: Sample, written: Written) -> None:
    page = written(sample("map-full"), "map")

    flags = re.findall(r"<g class=\"flag( hollow)?\">.*?</g>", page, re.DOTALL)
    assert len(flags) == 7
    assert flags.count(" hollow") == 1
    assert "Sergeant Pryce: 3, a guess by Hana" in page
    assert "A hollow mark is a guess." in page


def test_both_ends_of_the_line_are_said_every_time(sample: Sample, written: Written) -> None:
    page = written(sample("map-full"), "map")

    assert "It is so unsafe that living at home is not possible tonight" in page
    assert "It is safe enough for everybody outside the family to stop" in page


@pytest.mark.parametrize("viewer", ["file", "Tess"])
def test_nobody_has_said_is_never_claimed_of_what_is_only_held_back(
    sample: Sample, written: Written, viewer: str
) -> None:
    record = sample("map-full")
    record["sheets"]["map"]["areas"]["map.harm"] = []

    text = written(record, "map", "md", viewer=viewer)

    assert ("Nobody has said what has already happened." in text) is (viewer == "file")


def test_a_sheet_without_columns_gets_a_picture_and_a_paper_without_code(
    sample: Sample, written: Written
) -> None:
    look = written(sample("mill-lane"), "look")

    assert "Rob threw a plate in March" in look
    assert "<table" not in look
    assert 'class="line"' in look


def test_rings_show_short_words_in_place_and_long_ones_in_full_beside(
    sample: Sample, written: Written
) -> None:
    page = written(sample("mill-lane"), "near")

    picture, lists = page.split("</svg>")[0], page.split("</svg>")[1]
    assert "Nain</text>" in picture
    assert "Bram next door" not in picture
    assert "Bram next door, who has the key and comes when the alarm goes on and on" in lists
    assert "Ash</text>" in picture


def test_two_people_of_one_name_are_told_apart(sample: Sample, written: Written) -> None:
    record = sample("map-full")
    record["people"][1]["name"] = record["people"][4]["name"] = "Sam"

    text = written(record, "map", "md")

    assert "Sam (parent): 6" in text
    assert "Sam (worker): 3.5" in text


def test_stones_of_a_childs_own_path_are_never_put_on_the_line(sample: Sample, written: Written) -> None:
    record = sample("map-full")
    record["sheets"]["map"]["scales"]["map.line"][0].update(of=4, value=2)

    page = written(record, "map")

    assert '<svg class="drawing"' not in page
    assert "2<small> / 4</small>" in page
