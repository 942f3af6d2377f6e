"""A picture in words, and a picture suggested for a sentence."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.documents.pictures import described, looks_of, suggested
from guide.documents.pictures.aspects import ASPECTS, said_of, with_said
from guide.documents.pictures.lexicon import lexicon
from guide.documents.pictures.looks import look_of

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


def test_whoever_is_asleep_has_no_sleep_beside_them_as_well() -> None:
    asleep = suggested("One morning Mum was asleep.", [{"name": "Mum"}])
    assert (asleep["people"][0]["feeling"], asleep["things"]) == ("sleepy", [])

    assert suggested("Everybody was asleep.", [{"name": "Mum"}])["things"] == ["asleep"]


def test_a_suggestion_never_holds_what_is_never_drawn() -> None:
    assert suggested("Dad hit Mum with a knife and there was blood.", PEOPLE)["things"] == []


@given(sentence=st.text(max_size=200), names=st.lists(st.text(max_size=20), max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_sentence_gives_a_picture_with_people_we_know(sentence: str, names: list[str]) -> None:
    picture = suggested(sentence, [{"name": name} for name in names])

    assert {one["name"] for one in picture["people"]} <= set(names)
    assert set(picture) == {"place", "people", "things", "bubbles"}


@pytest.mark.parametrize(
    ("sentence", "deeds"),
    [
        ("Nain held Sonny's hand.", {"Nain": {"hand": "Sonny"}}),
        ("Mum had Sonny in her arms.", {"Mum": {"carries": "Sonny"}}),
        ("Mum had the baby in her arms, and Nain rang.", {"Mum": {"carries": "Baby"}}),
        ("Dad picked the baby up in his arms", {"Dad": {"carries": "Baby"}}),
        ("Dad took Mum's arms", {}),
        ("Mum had Sonny.", {}),
        ("Dad put the baby's bottle on the table", {}),
        ("Dad gave Mum the baby bottle in her arms", {}),
    ],
)
def test_a_suggestion_holds_and_carries_whoever_the_sentence_says(
    sentence: str, deeds: dict[str, dict[str, str]]
) -> None:
    shown = suggested(sentence, PEOPLE)["people"]

    told = {one["name"]: {key: one[key] for key in ("hand", "carries") if key in one} for one in shown}
    assert {name: own for name, own in told.items() if own} == deeds


def test_a_baby_nobody_has_named_is_there_and_a_babys_bottle_is_none() -> None:
    assert "Baby" in named(suggested("The baby was ill.", PEOPLE))
    assert named(suggested("A baby bottle stood there.", PEOPLE)) == {}


def test_what_was_said_of_a_look_is_told_and_what_is_only_drawn_is_not() -> None:
    picture = {
        "people": [{"name": "Mum", "look": "headscarf, glasses", "feeling": "tired"}, {"name": "Nain"}]
    }

    assert described(picture) == "Mum (with a headscarf, with glasses, tired), Nain."


def test_a_look_told_in_one_picture_is_told_in_every_other() -> None:
    panels = [
        {"picture": {"people": [{"name": "Mum", "look": look}]}} for look in ("plaits", "glasses", "bun")
    ]
    looks = looks_of(panels, [], lexicon("en"))

    assert described({"people": ["Mum"]}, looks=looks) == "Mum (with glasses, with a bun)."


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_choice_of_a_look_is_known_and_stands_in_the_place_of_the_one_before(aspect: str) -> None:
    words = lexicon("en")
    look = "a red coat, " + ", ".join(words.said("looks", keys[0]) for keys in ASPECTS.values())

    for key in ASPECTS[aspect]:
        look = with_said(look, aspect, words.said("looks", key), words)
        assert said_of(look, aspect, words) == words.said("looks", key)

    assert said_of(look, "", words) == "a red coat"
    assert said_of(with_said(look, aspect, "", words), aspect, words) == ""
    assert len(look.split(", ")) == len(ASPECTS) + 1


def test_glasses_that_were_drawn_by_themselves_can_be_left_out() -> None:
    nain = {"id": "p1", "name": "Nain"}
    words = lexicon("en")

    drawn = look_of("Nain", nain, words)
    said = drawn.with_words("no glasses", words)

    assert (drawn.glasses, said.glasses) == (True, False)


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("This story is for Nell.", []),
        ("One time Mum was late.", []),
        ("Mum does not drink wine when she looks after you.", []),
        ("Nobody had a key, but Nain brought soup.", ["soup"]),
        ("Mum drank wine. There was no toast.", ["wine"]),
    ],
)
def test_a_suggestion_holds_nothing_that_is_said_not_to_be_there(sentence: str, things: list[str]) -> None:
    assert suggested(sentence, PEOPLE)["things"] == things
