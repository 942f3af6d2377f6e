"""What stands on what in a picture, and what gives way to it."""

import re
from itertools import pairwise
from typing import Any

import pytest

from guide.documents.pictures import draw
from guide.documents.pictures.box import Box
from guide.documents.pictures.grouping import grouped
from guide.documents.pictures.lexicon import lexicon
from guide.documents.pictures.places import PLACES, behind
from guide.documents.pictures.scene import scene_of
from guide.documents.pictures.things import is_drawn, table_boxes

Json = Any

WORDS = lexicon("en")
MUM = {"name": "Mum"}


def groups(**picture: Json) -> tuple[list[tuple[str, list[str]]], str]:
    found, over = grouped(scene_of(picture, [], {}, WORDS))
    return [(one.thing.key, [each.key for each in one.on]) for one in found], over.key if over else ""


def boxes(kind: str, **picture: Json) -> list[Box]:
    return [one for one in draw(picture).boxes if one.kind == kind]


def test_a_glass_stands_on_the_table_that_was_named_and_indoors_on_one_of_its_own() -> None:
    assert groups(place="home", things=["table", "glass"]) == ([("desk", ["glass-full"])], "")
    assert groups(place="kitchen", things=["glass", "mug"]) == ([("desk", ["glass-full", "mug"])], "")
    assert groups(place="park", things=["glass"]) == ([("glass-full", [])], "")


def test_no_table_carries_more_than_three_and_what_has_words_under_it_has_its_own() -> None:
    found, _ = groups(place="home", things=["mug", "book", "cake", "apple", "Mum's blue book"])

    assert [on for _, on in found] == [["mug", "book", "cake"], ["apple"], ["book"]]
    assert {one.text for one in boxes("caption", place="home", things=["Mum's blue book"])} == {
        "Mum's blue book"
    }


def test_sleep_is_on_the_door_and_a_cloud_over_the_only_head() -> None:
    assert groups(place="kitchen", people=[MUM, {"name": "Dad"}], things=["door", "zzz"]) == (
        [("door", ["zzz"])],
        "",
    )
    assert groups(people=[MUM], things=["cloud"]) == ([], "cloud")
    assert groups(people=[MUM], things=["cloud"], bubbles=[{"by": "Mum", "text": "Oh"}])[1] == ""
    (face,) = boxes("face", people=[MUM], things=["cloud"])
    (cloud,) = boxes("thing", people=[MUM], things=["cloud"])
    assert cloud.y + cloud.height < face.y
    assert abs(cloud.x + cloud.width / 2 - face.x - face.width / 2) < 1


def test_nothing_named_is_lost_by_standing_on_something() -> None:
    things = ["table", "glass", "mug", "book", "cake", "door", "zzz", "a purple book", "key", "teddy"]
    shown = {one.text for one in boxes("thing", place="home", people=[MUM], things=things)}

    assert {"table", "glass", "mug", "book", "cake", "a purple book", "key", "teddy", "door"} <= shown


def test_everybody_stands_in_one_row_as_long_as_the_stage_can_be_wider() -> None:
    people = [{"name": f"Person {at}"} for at in range(9)]
    drawing = draw({"place": "home", "people": people, "things": ["clock"]})

    assert len({one.y for one in drawing.boxes if one.kind == "face"}) == 1
    assert 480 < drawing.width <= 720


def test_who_meets_in_an_office_sits_at_one_table_that_covers_no_face() -> None:
    people = [{"name": "Nain"}, {"name": "Miss Lowe"}, {"name": "Imran"}]
    found = boxes("thing", place="office", people=people, things=["little house", "table"])

    (table,) = [one for one in found if one.width > 200]
    faces = boxes("face", place="office", people=people, things=["little house"])
    assert all(table.x < one.x and one.x + one.width < table.x + table.width for one in faces)
    assert all(one.y + one.height < table.y for one in faces)


@pytest.mark.parametrize("who", [{"look": "child"}, {"look": "wheelchair"}, {"holds": "mug"}])
def test_nobody_is_hidden_by_a_table(who: dict[str, str]) -> None:
    found = boxes("thing", place="office", people=[MUM, {"name": "Jo", **who}])

    assert not [one for one in found if one.width > 100]


@pytest.mark.parametrize("place", ["home", "bedroom", "kitchen", "office", "contact"])
def test_furniture_gives_way_to_what_was_chosen_but_not_what_was_asked_for(place: str) -> None:
    everywhere = [Box("thing", 0, -200, 480, 200)]
    shown = {one.shows for one in PLACES[place].drawn if one.shows}

    assert behind(place, 200, everywhere, ()) == ""
    assert behind(place, 200, [], ()).count("<") > behind(place, 200, everywhere, shown).count("<")
    assert bool(behind(place, 200, everywhere, shown)) == bool(shown)


def test_things_on_a_table_stand_beside_each_other_on_it() -> None:
    table, *on = table_boxes(3)

    assert all(y + high == table[1] for _, y, _, high in on)
    assert all(one[0] + one[2] <= other[0] for one, other in pairwise(on))
    assert on[0][0] >= table[0]
    assert is_drawn("guinea-pig")


def test_whoever_is_there_sits_on_the_sofa_that_was_named_and_lower_than_they_stand() -> None:
    (stands,) = boxes("face", place="home", people=[MUM])
    (sits,) = boxes("face", place="home", people=[MUM], things=["sofa"])

    assert sits.y > stands.y
    assert "sofa" in draw({"place": "home", "people": [MUM], "things": ["sofa"]}).says


@pytest.mark.parametrize("look", ["baby", "wheelchair"])
def test_nobody_is_put_on_a_sofa_who_would_not_sit_there(look: str) -> None:
    one = {"name": "Jo", "look": look}
    (alone,) = boxes("face", place="kitchen", people=[one])
    (beside,) = boxes("face", place="kitchen", people=[one], things=["sofa"])

    assert (alone.y, alone.height) == (beside.y, beside.height)
    assert [one.text for one in boxes("thing", place="kitchen", people=[one], things=["sofa"])] == ["sofa"]


def test_no_name_is_broken_that_has_its_room() -> None:
    names = ["Nain", "Mum", "Miss Lowe", "Imran", "Nell", "Sonny", "Mr Haddad", "Dad", "Barnabas", "Ewa"]

    for many in range(1, len(names) + 1):
        svg = draw({"place": "home", "people": [{"name": one} for one in names[:many]]}).svg
        words = {word for line in re.findall(r"<text[^>]*>([^<]*)<", svg) for word in line.split()}
        assert words == {word for one in names[:many] for word in one.split()}
