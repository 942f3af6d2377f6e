"""Who may hold a story: each picture cleared for them, agreed to, and resting on nothing held back."""

import copy
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from guide.clock import StillClock
from guide.documents.clearing import waiting_for_clearing
from guide.documents.leaving import Order, Picture, desk_for, picture_of, write
from guide.documents.papers import FORMATS
from guide.documents.sharing import NotAnswered
from guide.engine.play import play
from guide.engine.session import Session
from guide.errors import GuideError
from guide.flow.talk_file import read_talk
from guide.frozen import replace
from guide.log.memory import Memory
from tests.documents.every_byte import found_in
from tests.engine.talking import CHECKOUT, compiled

Json = Any

CARYS = CHECKOUT / "flows" / "words-and-pictures" / "carys.talk.yaml"
ALL = [f"n{at}" for at in range(1, 11)]


@cache
def _told() -> Picture:
    talk = read_talk(CARYS)
    session = Session.start(Memory(), compiled(CARYS.parent), StillClock(), form=talk.form, invented=True)
    for _ in play(session, talk.people, talk.lines):
        pass
    return picture_of(session)


@pytest.fixture
def picture() -> Picture:
    return replace(_told(), record=copy.deepcopy(_told().record))


def person(picture: Picture, name: str) -> str:
    return str(next(one["id"] for one in picture.record["people"] if one["name"] == name))


def panel(picture: Picture, name: str) -> Json:
    return next(one for one in picture.record["story"] if one["id"] == name)


def entry(picture: Picture, name: str) -> Json:
    areas = (area for sheet in picture.record["sheets"].values() for area in sheet["areas"].values())
    return next(one for area in areas for one in area if one.get("id") == name)


def shown(picture: Picture, viewer: str) -> list[str]:
    return [one["id"] for one in desk_for(picture, viewer).record["story"]]


def order(to: Path, viewer: str, *formats: str, found: str = "no") -> Order:
    return Order(formats or ("html",), to, viewer, "story", found, today="2026-11-22")


def test_whoever_every_picture_was_cleared_for_gets_the_whole_story(picture: Picture, tmp_path: Path) -> None:
    told: list[str] = []

    (file,) = write(picture, order(tmp_path / "out", "Nell"), tell=told.append)

    page = unescape(file.read_text(encoding="utf-8"))
    assert shown(picture, "Nell") == ALL
    assert told == []
    assert "Not for the family" not in page
    assert all(sentence in page for sentence in panel(picture, "n10")["text"])


def test_it_is_asked_first_who_could_find_it(picture: Picture, tmp_path: Path) -> None:
    with pytest.raises(NotAnswered):
        write(picture, order(tmp_path / "out", "Nell", found=""))
    with pytest.raises(GuideError, match="could find it"):
        write(picture, order(tmp_path / "out", "Nell", found="yes"))
    assert not (tmp_path / "out").exists()


def test_a_picture_that_was_not_cleared_is_in_no_byte_and_the_helper_hears_which(
    picture: Picture, tmp_path: Path
) -> None:
    panel(picture, "n4")["share"] = {}
    told: list[str] = []

    write(picture, order(tmp_path / "out", "Owen", *FORMATS), tell=told.append)

    secrets = ("felt very tired and sad", "At night she drank wine")
    assert [one.name for one in (tmp_path / "out").rglob("*.*") if found_in(one, secrets)] == []
    whole = write(_told(), order(tmp_path / "whole", "Owen", *FORMATS))
    assert {one.suffix for one in whole if found_in(one, secrets)} == {f".{one}" for one in FORMATS} - {
        ".csv"
    }
    assert "Left out of the story for them: picture 4 waits for a named adult to clear it." in told


@pytest.mark.parametrize("viewer", ["family", "Nain"])
def test_without_a_clearance_nobody_gets_any_of_it(picture: Picture, tmp_path: Path, viewer: str) -> None:
    with pytest.raises(GuideError, match=r"each of pictures 1, 2, .* waits for a named adult to clear it"):
        write(picture, order(tmp_path / "out", viewer))

    assert not (tmp_path / "out").exists()


def test_a_child_clears_nothing(picture: Picture) -> None:
    nell = person(picture, "Nell")
    panel(picture, "n1")["share"][nell]["cleared"]["by"] = nell

    assert shown(picture, "Nell") == ALL[1:]


def test_a_sentence_nobody_stands_behind_keeps_its_picture_back(picture: Picture) -> None:
    panel(picture, "n6")["sentences"][2]["agreed_by"] = []

    assert "n6" not in shown(picture, "Nell")
    assert (
        "picture 6 has a sentence that nobody stands behind yet" in desk_for(picture, "Nell").story_left_out
    )


@pytest.mark.parametrize("kept", ["wish", "cleared"])
def test_what_rests_on_a_childs_words_takes_the_childs_yes_and_a_clearance_of_those_words(
    picture: Picture, kept: str
) -> None:
    owen = person(picture, "Owen")
    assert "n5" in shown(picture, "Owen")

    entry(picture, "e4")["share"][owen] |= {kept: {"wish": "no", "cleared": None}[kept]}

    assert "n5" not in shown(picture, "Owen")
    assert "picture 5 rests on words that are held back" in desk_for(picture, "Owen").story_left_out
    assert "n5" in shown(picture, "Nell"), "they are her own"


def test_words_a_child_kept_back_are_in_no_picture_whatever_it_was_made_from(picture: Picture) -> None:
    held = entry(picture, "e5")
    held["share"] = {}
    panel(picture, "n2")["picture"]["bubbles"] = [
        {"who": "Nell", "says": "I can't wake her up. When Mum has the wine"}
    ]
    assert "n2" not in panel(picture, "n5")["from"]

    assert "n2" not in shown(picture, "Carys")
    assert "n2" in shown(picture, "Nell")


def test_a_parents_no_holds_unless_they_stand_behind_the_sentence_made_of_it(picture: Picture) -> None:
    owen, carys = person(picture, "Owen"), person(picture, "Carys")
    assert entry(picture, "e29")["share"][owen]["wish"] == "no"
    assert "n7" in shown(picture, "Owen"), "Carys stands behind what the story says of it"

    for sentence in panel(picture, "n7")["sentences"]:
        sentence["agreed_by"] = [one for one in sentence["agreed_by"] if one != carys] or [owen]

    assert "n7" not in shown(picture, "Owen")


def test_what_was_taken_off_its_sheet_carries_no_picture(picture: Picture) -> None:
    for area in picture.record["sheets"]["words"]["areas"].values():
        area[:] = [one for one in area if one["id"] != "e31"]

    assert "n8" not in shown(picture, "Nell")


def test_nobody_reads_in_it_who_else_agreed_or_saw_it_differently(picture: Picture) -> None:
    carys, owen = person(picture, "Carys"), person(picture, "Owen")
    panel(picture, "n8")["sentences"][0]["disputed_by"] = [{"by": carys, "says": "I was only resting"}]

    held = desk_for(picture, "Owen").record["story"]

    assert {name for one in held for each in one["sentences"] for name in each["agreed_by"]} <= {owen}
    assert not [each for one in held for each in one["sentences"] if each["disputed_by"]]


def test_a_picture_waits_for_clearing_when_that_is_all_that_is_missing(picture: Picture) -> None:
    for one in ALL:
        panel(picture, one)["share"] = {}
    panel(picture, "n6")["sentences"][2]["agreed_by"] = []

    waiting = {one.id: one.text for one in waiting_for_clearing(picture, "Nell") if one.id.startswith("n")}

    assert list(waiting) == [one for one in ALL if one != "n6"]
    assert waiting["n3"].startswith("Good days: There were lots of good days.")


def test_people_in_its_pictures_are_as_tall_for_every_reader(picture: Picture) -> None:
    def pages(viewer: str) -> list[str]:
        from guide.documents.pages.story import story_page

        desk = desk_for(picture, viewer)
        return [one.picture.drawing.svg for one in story_page(desk.record, desk.names, desk.face).panels]

    assert pages("Nell") == pages("file")


# What goes round a plain no


def says(one: Json, *sentences: str, agreed: str) -> None:
    """Let a picture say this, with somebody behind all of it."""
    one["text"] = list(sentences)
    one["sentences"] = [{"text": each, "agreed_by": [agreed], "disputed_by": []} for each in sentences]


def test_a_childs_words_cut_into_short_sentences_are_still_theirs(picture: Picture) -> None:
    entry(picture, "e4")["share"] = {}
    says(panel(picture, "n2"), "Sonny cries.", "I do his toast.", agreed=person(picture, "Carys"))

    assert "n2" not in shown(picture, "Owen")


def test_chosen_names_hide_nobodys_words(picture: Picture, tmp_path: Path) -> None:
    held = entry(picture, "e5")
    held |= {"text": "when sonny cries mum sleeps", "share": {}}
    says(panel(picture, "n2"), "When Sonny cries Mum sleeps", agreed=person(picture, "Carys"))
    names = (("Mum", "Anna"), ("Sonny", "Toby"))

    write(picture, replace(order(tmp_path, "Owen", "html", "md", "json"), aliases=names))

    words = ("When Toby cries Anna sleeps", "When Sonny cries Mum sleeps")
    assert [one.name for one in tmp_path.iterdir() if found_in(one, words)] == []


def test_a_picture_a_child_told_is_for_nobody_the_child_was_not_asked_about(picture: Picture) -> None:
    nell = person(picture, "Nell")
    told = panel(picture, "n2")
    told |= {"by": nell, "from": []}
    says(told, "Dad shouts at me on the phone.", agreed=nell)

    assert "n2" not in shown(picture, "Owen")
    assert "n2" in shown(picture, "Nell")


@pytest.mark.parametrize("how", ["taken off", "put right"])
def test_words_a_child_took_back_come_round_in_no_picture(picture: Picture, how: str) -> None:
    words = entry(picture, "e5")["text"]
    if how == "put right":
        entry(picture, "e5").update(text="When Mum is asleep", was=[words])
    else:
        for area in picture.record["sheets"]["words"]["areas"].values():
            area[:] = [one for one in area if one["id"] != "e5"]
    told = panel(picture, "n2")
    told["from"] = []
    says(told, words, agreed=person(picture, "Carys"))

    assert "n2" not in shown(picture, "Owen")


def test_a_parents_own_words_they_would_not_show_come_round_only_where_they_stand_behind_them(
    picture: Picture,
) -> None:
    words = entry(picture, "e29")["text"]
    told = panel(picture, "n2")
    says(told, words, agreed=person(picture, "Imran"))
    assert "n2" not in shown(picture, "Owen")

    says(told, words, agreed=person(picture, "Carys"))
    assert "n2" in shown(picture, "Owen")


def test_whoever_sees_a_sentence_differently_has_not_given_the_picture(picture: Picture) -> None:
    carys = person(picture, "Carys")
    assert "n7" in shown(picture, "Owen")

    panel(picture, "n7")["sentences"][-1] |= {
        "agreed_by": [person(picture, "Imran")],
        "disputed_by": [{"by": carys, "says": "not that"}],
    }

    assert "n7" not in shown(picture, "Owen")


def test_every_word_of_what_is_drawn_is_looked_at(picture: Picture) -> None:
    entry(picture, "e5")["share"] = {}
    words = entry(picture, "e5")["text"]
    panel(picture, "n2")["picture"]["bubbles"] = [{"by": words, "text": "hm"}]

    assert "n2" not in shown(picture, "Carys")


def test_somebody_of_the_same_name_is_not_the_one_who_is_drawn(picture: Picture) -> None:
    other = {"id": "p99", "name": "Nain", "as": "friend", "age": 15, "band": None, "left": True}
    picture.record["people"].append(other)

    assert "p99" not in [one["id"] for one in desk_for(picture, "Nell").record["people"]]


def test_where_nobody_would_read_it_nothing_is_said_to_wait(picture: Picture) -> None:
    for one in picture.record["people"]:
        one["as"] = "family" if one["as"] in {"worker", "manager", "school"} else one["as"]

    assert desk_for(picture, "team").story_left_out == "nobody who would read it is known here"


def test_a_record_alone_tells_the_helper_too_what_is_left_out(picture: Picture, tmp_path: Path) -> None:
    panel(picture, "n4")["share"] = {}
    told: list[str] = []

    write(picture, order(tmp_path / "out", "Owen", "json"), tell=told.append)

    assert told == ["Left out of the story for them: picture 4 waits for a named adult to clear it."]
