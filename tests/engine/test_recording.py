"""A session with invented people becomes a talk: played, it gives the same record."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.engine.cleaning import cleaned
from guide.engine.play import play, unmet
from guide.engine.recording.talk import Recorded, recorded
from guide.engine.session import Session
from guide.errors import GuideError
from guide.flow.model import Flow
from guide.flow.talk_file import read_talk
from guide.flow.write_talk import talk_text
from guide.log import events as ev
from guide.log.memory import Memory
from tests.engine.everything import everything
from tests.engine.talking import CHECKOUT, EXAMPLE, FAMILY, Talking, compiled, example, section, talk, tiny
from tests.strategies import Deed, act, conversations, words

Json = Any

TALKS = [EXAMPLE / "ash.talk.yaml", *sorted((CHECKOUT / "flows").glob("*/*.talk.yaml"))]
NAMES = [f"{one.parent.name}-{one.name.partition('.')[0]}" for one in TALKS]
LIST = section('{ask: things, text: "What?", more: ["What else?"], into: look.harm}')
IN_CI = settings(max_examples=60, derandomize=True)


def told(session: Session, first: Session) -> Json:
    """Return what a session holds, with everything called after the order in which it stands."""
    record = session.record_json()
    order = {kind: [one["id"] for one in record[kind]] for kind in ("answers", "story")}
    held = [one for sheet in record["sheets"].values() for kind in sheet.values() for one in kind.values()]
    order["held"] = list(dict.fromkeys(one["id"] for area in held for one in area if one["id"][0] in "er"))
    order["urgent"] = [one["id"] for one in record["urgent"]]
    order["entries"] = list(dict.fromkeys(name for one in record["answers"] for name in one["entries"] or ()))
    called = {name: f"{kind} {at}" for kind, names in order.items() for at, name in enumerate(names)}
    called |= people_called(record["people"])
    record["session"] |= {"id": "", "thread": "", "invented": True}
    if any(isinstance(one.what, ev.TookBack) for one in first.record.events):
        for one in record["urgent"]:  # the question it came up at may have been taken back
            one |= {"asked": "", "by": "", "step": ""}
    del record["head"]
    return renamed(record, called)


def people_called(people: list[Json]) -> dict[str, str]:
    """Return what everybody is called; who came to be known first may change where something was undone."""
    called: dict[str, str] = {}
    for one in people:
        name = f"{one['name']}, {one['as']}"
        called[one["id"]] = f"{name} {sum(other.startswith(name) for other in called.values())}"
    return called


def renamed(value: Json, called: dict[str, str]) -> Json:
    if isinstance(value, dict):
        return {called.get(key, key): renamed(one, called) for key, one in value.items()}
    if isinstance(value, list):
        one_by_one = [renamed(one, called) for one in value]
        are_people = all(isinstance(one, dict) and {"name", "as"} <= one.keys() for one in one_by_one)
        return sorted(one_by_one, key=lambda one: str(one["id"])) if are_people else one_by_one
    return called.get(value, value) if isinstance(value, str) else value


def played(flow: Flow, made: Recorded, session: Session, folder: Path) -> Session:
    """Write the talk, read it and play it; what it expects must be there."""
    record = session.record
    header = {"talk": "again", "flow": flow.flow, "form": record.form, "invented": True}
    file = folder / "again.talk.yaml"
    file.write_text(talk_text(header, made.people, made.lines, made.expect), encoding="utf-8")
    read = read_talk(file)
    again = Talking(flow, form=read.form, level=record.level, invented=True).session
    list(play(again, read.people, read.lines))
    assert unmet(again, read.expect) == []
    return again


def survives(session: Session, folder: Path) -> Recorded:
    """Record a session, play it and record that again; all three hold the same."""
    made = recorded(session)
    again = played(session.flow, made, session, folder)
    assert told(again, session) == told(session, session)
    assert [one.keys for one in recorded(again).lines] == [one.keys for one in made.lines]
    return made


@pytest.mark.parametrize("file", TALKS, ids=NAMES)
def test_a_recorded_talk_gives_the_same_record_in_no_more_lines(file: Path, tmp_path: Path) -> None:
    written = read_talk(file)
    talking = Talking(compiled(file.parent), form=written.form, level=written.level, invented=True)
    list(play(talking.session, written.people, written.lines))

    made = survives(talking.session, tmp_path)

    assert len(made.lines) <= sum(not one.beat for one in written.lines)
    assert unmet(played(talking.session.flow, made, talking.session, tmp_path), written.expect) == []


@IN_CI
@given(st.integers(0, 45), conversations(40), st.booleans())
def test_any_conversation_survives_being_recorded(
    tmp_path_factory: pytest.TempPathFactory,
    gone: int,
    deeds: list[Deed],
    in_example: bool,  # noqa: FBT001 - drawn
) -> None:
    talking = example(invented=True) if in_example else Talking(everything(), invented=True).meet(*FAMILY)
    for _ in range(gone):
        if not talking.turn.is_finished:
            talking.hear(talking.accepts[0])
    for deed in deeds:
        act(talking.session, deed)
    while not talking.turn.is_finished:
        talking.hear(finish=True)

    if any("given" in one for one in talking.record["answers"]):
        with pytest.raises(GuideError, match="privately"):
            recorded(talking.session)
    else:
        survives(talking.session, tmp_path_factory.mktemp("talk"))


@IN_CI
@given(st.lists(words().map(cleaned), min_size=1, max_size=4))
def test_words_come_back_from_the_file_as_they_were_said(
    tmp_path_factory: pytest.TempPathFactory, said: list[str]
) -> None:
    talking = talk(LIST, invented=True)
    for one in filter(None, said):
        talking.hear(say=one, by="Dee")
        talking.hear(more=True)
    talking.hear(people=[{"name": said[0] or "Pop", "as": "family"}])
    talking.hear(finish=True)

    made = survives(talking.session, tmp_path_factory.mktemp("talk"))

    assert made.expect["look.harm"] == [one for one in said if one]


def test_a_line_is_written_as_a_person_would_write_it() -> None:
    talking = talk(LIST, invented=True)
    talking.hear(say='The door banged: "again"', by="Dee")
    talking.hear(correct="things", say="The door", by="Dee")
    talking.hear(finish=True)
    made = recorded(talking.session)

    text = talk_text({"talk": "door", "title": ""}, made.people, made.lines, {"look.harm": ["The door"]})

    assert text == (
        "talk: door\n"
        "people:\n"
        "  - {name: Ash, as: child, age: 9}\n"
        "  - {name: Dee, as: parent}\n"
        "  - {name: Rob, as: parent}\n"
        "  - {name: Imran, as: worker}\n"
        "says:\n"
        '  - {at: things, by: Dee, say: "The door banged: \\"again\\""}\n'
        '  - {by: Dee, correct: things, say: "The door"}\n'
        "  - {finish: true}\n"
        "expect:\n"
        '  look.harm: ["The door"]\n'
    )


def test_what_undo_removed_is_left_out_and_a_correction_stays_one() -> None:
    talking = talk(LIST, invented=True)
    talking.hear(say="slip of the tongue")
    talking.back()
    talking.hear(say="first words")
    talking.hear(correct="things", say="better words")
    talking.hear(finish=True)

    made = recorded(talking.session)

    assert "slip" not in str(made)
    assert [one.keys.get("say") for one in made.lines] == ["first words", "better words", None]


def test_a_conversation_with_real_people_is_never_recorded() -> None:
    talking = talk(LIST)
    talking.hear(say="one")
    talking.hear(finish=True)

    with pytest.raises(GuideError, match=r"Ash, Dee, Rob and Imran are not marked invented.* --invented"):
        recorded(talking.session)


def test_a_conversation_that_still_asks_is_not_recorded_yet() -> None:
    with pytest.raises(GuideError, match=r"still asks.*guide resume"):
        recorded(talk(LIST, invented=True).session)


def test_people_brought_along_from_another_conversation_stand_at_the_top_of_the_talk(tmp_path: Path) -> None:
    store = Memory()
    first = Talking(tiny(LIST), store=store, invented=True).meet(*FAMILY)
    again = Talking(tiny(LIST), store=store, origin=first.session.id)
    if again.at == "hand-over":
        again.hear(next=True)
    again.hear(say="one", by="Dee")
    again.hear(finish=True)

    made = recorded(again.session)
    third = played(again.session.flow, made, again.session, tmp_path).record_json()

    assert third["sheets"]["look"]["areas"]["look.harm"][0]["by"] == third["people"][1]["id"]
    assert [one["name"] for one in made.people] == ["Ash", "Dee", "Rob", "Imran"]
