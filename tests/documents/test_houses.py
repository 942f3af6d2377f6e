"""The three houses: the child's own names and words, every house alike, and the path between two of them."""

import re
from typing import Any

from tests.documents.conftest import Sample, Written

Json = Any


def test_the_childs_own_names_stand_on_the_houses(sample: Sample, written: Written) -> None:
    page = written(sample("rosa"), "houses")

    assert re.findall(r"<p class=\"called\" dir=\"auto\">([^<]+)</p>", page) == [
        "Sun house",
        "Rain house",
        "Star house",
    ]


def test_a_house_nobody_named_keeps_its_plain_name(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    record["sheets"]["houses"]["areas"]["houses.worries_name"] = []

    assert '<p class="called" dir="auto">House of worries</p>' in written(record, "houses")


def test_the_last_name_counts_and_earlier_ones_are_kept(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    names = record["sheets"]["houses"]["areas"]["houses.good_name"]
    names.append({**names[0], "id": "e99", "text": "Drum house"})

    page = written(record, "houses")

    assert '<p class="called" dir="auto">Drum house</p>' in page
    assert "Sun house" in page


def test_what_was_said_about_words_stands_under_them(sample: Sample, written: Written) -> None:
    text = written(sample("rosa"), "houses", "md")

    assert "- Fish finger night\n  - Mum puts the music on and Milo dances in his nappy" in text


def test_it_says_whether_the_child_wrote_or_said_it_and_who_wrote_it_down(
    sample: Sample, written: Written
) -> None:
    text = written(sample("rosa"), "houses", "md")

    assert "Rosa wrote" in text
    assert "Rosa said · Dev wrote it down" in text


def test_every_house_has_the_same_roof_and_the_same_walls(sample: Sample, written: Written) -> None:
    page = written(sample("rosa"), "houses")

    roofs = re.findall(r"<svg class=\"roof\".*?</svg>", page, re.DOTALL)
    assert len(roofs) == 3
    assert len(set(roofs)) == 1


def test_the_three_tints_weigh_the_same(sample: Sample, written: Written) -> None:
    page = written(sample("rosa"), "houses")

    tints = [re.search(rf"--roof-{n}: #(\w\w)(\w\w)(\w\w)", page) for n in (1, 2, 3)]
    weights = [_lightness(*(int(part, 16) for part in tint.groups())) for tint in tints if tint]
    assert len(weights) == 3
    assert max(weights) - min(weights) < 0.02


def _lightness(red: int, green: int, blue: int) -> float:
    """Return how light a colour looks, from 0 to 1 (the L of Oklab)."""
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
               for part in (red / 255, green / 255, blue / 255))  # fmt: skip
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return float(0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short)


def test_the_path_walks_between_the_childs_own_names_with_the_childs_mark(
    sample: Sample, written: Written
) -> None:
    page = written(sample("rosa"), "houses")

    assert "The path from Rain house to Star house" in page
    assert "Rosa is at 4 on the way from 0 to 10" in page
    assert len(re.findall(r"<g class=\"stone( stood-on)?\">", page)) == 11


def test_a_path_of_stones_has_as_many_as_the_child_was_shown(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    record["sheets"]["houses"]["scales"]["houses.path"][0].update(of=4, value=3)

    page = written(record, "houses")

    assert len(re.findall(r"<g class=\"stone( stood-on)?\">", page)) == 4
    assert "Rosa is on stone 3 of 4" in page


def test_a_guess_on_the_path_is_hollow_and_stands_on_no_stone(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    record["sheets"]["houses"]["scales"]["houses.path"][0].update(guessed_by="p2")

    page = written(record, "houses")

    assert 'stood-on">' not in page
    assert '<g class="flag hollow">' in page
    assert "Dev&#39;s guess" in page


def test_other_peoples_words_from_another_day_stand_on_a_page_of_their_own(
    sample: Sample, written: Written
) -> None:
    record = sample("rosa")
    heard = {
        **record["sheets"]["houses"]["areas"]["houses.good"][0],
        "id": "e90",
        "by": "p3",
        "text": "I hear it",
    }
    record["sheets"]["houses"]["areas"]["houses.heard"] = [heard]

    page = written(record, "houses")

    assert page.index('<div class="beside">') < page.index("I hear it")
    assert "When it was shown" in page


def test_a_picture_without_a_child_has_no_name_in_its_title(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    record["people"][0]["as"] = "family"

    assert '<h1 dir="auto">Three houses</h1>' in written(record, "houses")


def test_words_put_down_in_the_same_way_say_so_once(sample: Sample, written: Written) -> None:
    record = sample("rosa")
    good = record["sheets"]["houses"]["areas"]["houses.good"]
    good[0]["share"]["p3"] = {"wish": "with-me", "words": "", "cleared": None}

    house = re.findall(r"<td>.*?</td>", written(record, "houses"), re.DOTALL)[0]

    assert house.count("Rosa wrote") == 1
    assert '<p class="who"><span dir="auto" class="together">Only together with Rosa.</span></p>' in house
