"""Nothing in a picture covers a face or a word, and no word is missing, whatever was chosen."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings

from guide.documents.pictures import draw, looks_of
from guide.documents.pictures.box import covered
from guide.documents.pictures.lexicon import lexicon
from guide.documents.pictures.places import PLACES
from tests.documents.pictures.hostile import pictures

Json = Any

WORDS = lexicon("en")
ROSA = {"id": "p1", "name": "Rosa", "as": "child", "age": 8}
MUM = {"id": "p2", "name": "Mum", "as": "parent"}
SVG = "{http://www.w3.org/2000/svg}"


def words_in(svg: str) -> str:
    """Return every letter written in a picture, without the breaks between its lines."""
    return squeezed("".join(one.text or "" for one in parts_of(svg) if one.tag == f"{SVG}text"))


def parts_of(svg: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter())  # noqa: S314 - our own drawing


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def lines_in(svg: str) -> list[str]:
    """Return what is drawn, without wall and floor."""
    return re.findall(r' d="([^"]*)"', svg)[2:]


def faces(svg: Json) -> int:
    return sum(one.kind == "face" for one in svg.boxes)


@given(picture=pictures())
@settings(max_examples=400, deadline=None)
def test_no_face_and_no_words_are_covered_and_none_stand_outside(picture: Json) -> None:
    drawing = draw(picture, [ROSA, MUM])

    assert covered(drawing.boxes) == []
    right, below = drawing.width + 0.5, drawing.height + 0.5
    assert all(one.x >= 0 and one.x + one.width <= right for one in drawing.boxes)
    assert all(one.y >= 0 and one.y + one.height <= below for one in drawing.boxes)


@given(picture=pictures())
@settings(max_examples=120, deadline=None)
def test_every_word_is_there_and_none_is_code(picture: Json) -> None:
    drawing = draw(picture)

    shown = words_in(drawing.svg)
    names = [one["name"] for one in picture["people"]]
    said = [one["text"] if isinstance(one, dict) else one for one in picture["bubbles"]]
    assert all(squeezed(text) in shown for text in (*names, *said))
    tags = {one.tag.removeprefix(SVG) for one in parts_of(drawing.svg)}
    assert tags <= {"svg", "g", "path", "circle", "ellipse", "rect", "text"}
    marks = {name for one in parts_of(drawing.svg) for name in one.attrib}
    assert not [name for name in marks if name.startswith("on") or name in {"style", "id"} or "href" in name]


@given(picture=pictures())
@settings(max_examples=60, deadline=None)
def test_what_is_not_drawn_stands_in_words(picture: Json) -> None:
    drawing = draw(picture)

    shown = words_in(drawing.svg)
    told = [thing for thing in picture["things"] if not WORDS.thing(thing)]
    told += [one["feeling"] for one in picture["people"] if not WORDS.feeling(one["feeling"])]
    told += [picture["place"]] if not WORDS.place(picture["place"]) else []
    assert [text for text in told if squeezed(text) not in shown] == []
    assert [text for text in told if squeezed(text) not in squeezed(drawing.says)] == []


@pytest.mark.parametrize("place", PLACES)
def test_every_place_can_be_drawn_with_nobody_in_it(place: str) -> None:
    drawing = draw({"place": place, "people": [], "things": [], "bubbles": []})

    assert faces(drawing) == 0
    assert drawing.svg.startswith("<svg ")
    assert 'role="img" aria-label="' in drawing.svg


@pytest.mark.parametrize(
    "thing",
    ["kitchen knife", "a gun", "Dad hitting Mum", "blood", "a dead body", "bruises", "a bat", "fists"],
)
def test_blows_wounds_bodies_and_weapons_are_never_drawn(thing: str) -> None:
    empty = lines_in(draw({"things": ["a periscope"]}).svg)
    drawing = draw({"things": [thing]})

    assert WORDS.thing(thing) == ""
    assert lines_in(drawing.svg) == empty, "only the empty frame"
    assert squeezed(thing) in words_in(drawing.svg)


def test_a_weapon_is_in_nobodys_hand() -> None:
    armed = draw({"people": [{"name": "Dad", "holds": "a knife"}]})
    beside = draw({"people": [{"name": "Dad"}], "things": ["a knife"]})

    assert armed.svg.replace("aria-label", "") == beside.svg.replace("aria-label", "")


@pytest.mark.parametrize("feeling", ["prickly", "not happy", "happy and sad", "bleeding"])
def test_a_feeling_we_cannot_draw_leaves_the_face_to_the_child(feeling: str) -> None:
    assert WORDS.feeling(feeling) == ""
    assert squeezed(feeling) in words_in(draw({"people": [{"name": "Mum", "feeling": feeling}]}).svg)


def test_somebody_looks_the_same_in_every_picture_once_described() -> None:
    panels = [
        {"picture": {"people": [{"name": "Rosa", "look": "plaits"}, {"name": "Mum"}]}},
        {"picture": {"people": [{"name": "Mum", "look": "wheelchair"}, {"name": "rosa"}]}},
    ]

    looks = looks_of(panels, [ROSA, MUM], WORDS)

    assert looks["rosa"].hair == "plaits"
    assert looks["rosa"].size == "child"
    assert looks["mum"].wheelchair
    assert looks == looks_of(panels[::-1], [ROSA, MUM], WORDS)


def test_two_of_one_family_are_told_apart_without_colours() -> None:
    people = [{"id": f"p{at}", "name": f"N{at}", "as": "family"} for at in range(1, 9)]
    panel = {"picture": {"people": [{"name": one["name"]} for one in people]}}

    looks = looks_of([panel], people, WORDS).values()

    assert len({(look.pattern, look.hair) for look in looks}) == 8
    assert len({look.top for look in looks}) == 8


def test_skin_and_hair_are_left_white_to_colour_in() -> None:
    svg = draw({"people": [{"name": "Rosa", "look": "plaits"}]}).svg

    head = next(line for line in re.findall(r"<circle[^>]*>", svg) if 'r="22.5"' in line)
    assert 'fill="#fff"' in head


@pytest.mark.parametrize(
    ("age", "size"), [(0, "baby"), (3, "toddler"), (8, "child"), (15, "teen"), (70, "elder")]
)
def test_people_are_as_tall_as_they_are_old(age: int, size: str) -> None:
    panel = {"picture": {"people": [{"name": "Kit"}]}}

    assert looks_of([panel], [{"id": "p1", "name": "Kit", "age": age}], WORDS)["kit"].size == size


def test_a_baby_in_arms_and_a_held_hand_have_their_faces_and_names() -> None:
    drawing = draw(
        {
            "people": [
                {"name": "Mum", "carries": "Jo"},
                {"name": "Jo", "look": "baby"},
                {"name": "Dad", "hand": "Rosa"},
                {"name": "Rosa"},
            ]
        }
    )

    assert faces(drawing) == 4
    assert {one.text for one in drawing.boxes if one.kind == "name"} == {"Mum", "Jo", "Dad", "Rosa"}
    assert "Dad (hand in hand with Rosa)" in drawing.says


@pytest.mark.parametrize(
    "rubbish", [{}, {"people": None}, {"people": ["Mum"], "things": [{}], "bubbles": [{}]}]
)
def test_a_picture_nobody_filled_in_is_drawn_empty(rubbish: Json) -> None:
    assert draw(rubbish).svg


def test_nobody_is_lost_who_is_carried_in_a_ring() -> None:
    people = [{"name": "A", "carries": "B"}, {"name": "B", "carries": "C"}, {"name": "C", "carries": "A"}]
    drawing = draw({"people": [{**one, "look": "baby"} for one in people]})

    assert faces(drawing) == 3


def test_what_a_place_shows_already_is_not_drawn_twice_but_told() -> None:
    drawing = draw({"place": "bedroom", "things": ["bed", "Mum's bed"]})

    assert [one.text for one in drawing.boxes if one.kind == "thing"] == ["Mum's bed"]
    assert "bed, Mum's bed" in drawing.says
