"""The page about pictures says all that can be asked for."""

from pathlib import Path

import pytest

from guide.documents.pictures.faces import FACES
from guide.documents.pictures.lexicon import lexicon
from guide.documents.pictures.looks import HEADS, SIZES, STYLES
from guide.documents.pictures.places import PLACES
from guide.documents.pictures.things import is_drawn

WORDS = lexicon("en")
PAGE = " ".join((Path(__file__).parents[3] / "docs" / "pictures.md").read_text(encoding="utf-8").split())


def test_the_page_names_every_place_face_and_look() -> None:
    asked = [
        *(WORDS.places[key][0] for key in PLACES if key != "plain"),
        *(key.replace("_", " ") for key in FACES),
    ]
    asked += [WORDS.said("looks", key) for key in (*STYLES, *HEADS, *SIZES, "glasses", "beard", "wheelchair")]

    assert [one for one in asked if one not in PAGE] == []


@pytest.mark.parametrize("key", WORDS.table["things"])
def test_every_thing_that_can_be_asked_for_has_a_drawing(key: str) -> None:
    assert is_drawn(key)
    assert WORDS.thing(WORDS.said("things", key)) == key
