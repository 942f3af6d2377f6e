"""A picture in words, and a picture suggested for a sentence."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.documents.pictures import described, suggested

Json = Any

PEOPLE = [{"id": f"p{at}", "name": name} for at, name in enumerate(
    ("Nell", "Sonny", "Mum", "Dad", "Nain", "Mr Haddad", "Miss Lowe"), 1)]  # fmt: skip


def named(picture: Json) -> dict[str, str]:
    return {one["name"]: one["feeling"] for one in picture["people"]}


def test_a_picture_is_told_in_words() -> None:
    picture = {
        "place": "home",
        "people": [
            {"name": "Mum", "feeling": "sad"},
            {"name": "Nell", "feeling": "blank"},
            {"name": "Sonny"},
        ],
        "things": ["glass", "a periscope"],
        "bubbles": [{"by": "Mum", "text": "I am sorry."}, {"by": "Nell", "text": "Oh", "kind": "thought"}],
    }

    assert described(picture) == (
        "At home: Mum (sad), Nell (face left for drawing), Sonny. "
        "Also in the picture: glass, an empty frame for “a periscope”. "
        "Mum says: “I am sorry.” Nell thinks: “Oh”"
    )


def test_a_picture_nobody_chose_says_so() -> None:
    assert described({}) == "Nothing has been chosen for this picture yet."
    assert described({"place": "kitchen"}) == "In the kitchen. Nobody is in the picture."


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Nell was scared and hid behind the sofa.", {"Nell": "scared"}),
        ("Mum felt very tired and sad. Nell tried to wake her.", {"Mum": "sleepy", "Nell": "ok"}),
        ("Miss Lowe got worried. Nain got worried.", {"Miss Lowe": "worried", "Nain": "worried"}),
        ("Mum and Dad were sad", {"Mum": "sad", "Dad": "sad"}),
        ("Mum was not angry with Nell", {"Mum": "ok", "Nell": "ok"}),
        ("Somebody was sad", {}),
        ("Mummy's here", {}),
    ],
)
def test_a_suggestion_names_who_is_named_and_only_feelings_that_are(
    sentence: str, people: dict[str, str]
) -> None:
    assert named(suggested(sentence, PEOPLE)) == people


def test_a_suggestion_sees_places_things_hands_and_what_is_said() -> None:
    picture = suggested("Mr Haddad held Sonny's hand by the road. There was a bus.", PEOPLE)
    spoken = suggested("Mum says: “I am sorry. I hit the bottle.”", PEOPLE)

    assert picture["place"] == "street"
    assert picture["people"][0] == {"name": "Mr Haddad", "feeling": "ok", "hand": "Sonny"}
    assert picture["things"] == ["bus"]
    assert spoken["bubbles"] == [{"by": "Mum", "text": "I am sorry. I hit the bottle.", "kind": "speech"}]
    assert spoken["things"] == [], "what is said is not what is there"


def test_a_suggestion_never_holds_what_is_never_drawn() -> None:
    assert suggested("Dad hit Mum with a knife and there was blood.", PEOPLE)["things"] == []


@given(sentence=st.text(max_size=200), names=st.lists(st.text(max_size=20), max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_sentence_gives_a_picture_with_people_we_know(sentence: str, names: list[str]) -> None:
    picture = suggested(sentence, [{"name": name} for name in names])

    assert {one["name"] for one in picture["people"]} <= set(names)
    assert set(picture) == {"place", "people", "things", "bubbles"}
