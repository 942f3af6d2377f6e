"""The record as it leaves: every key of the format, and what a schema can hold it to."""

import json
from typing import Any

from guide.engine.play import play
from guide.flow.talk_file import read_talk, talks_of
from guide.map.record_shape import RecordShape
from tests.engine.talking import Talking, compiled, example, flow_folders


def test_the_example_leaves_with_every_key() -> None:
    talking = example()
    talk = read_talk(talks_of(next(flow_folders()))[0])
    list(play(talking.session, talk.people, talk.lines))

    record = talking.record

    assert list(record) == [
        "format", "session", "people", "sheets", "story", "asides", "urgent", "later", "gaps", "answers",
        "head",
    ]  # fmt: skip
    assert record["format"] == "guide-record/1"
    assert record["people"][0] == {
        "id": "p1",
        "name": "Ash",
        "as": "child",
        "age": 9,
        "band": "middle",
        "left": False,
    }
    (harm,) = record["sheets"]["look"]["areas"]["look.harm"]
    assert harm == {
        "id": "e1", "text": "Rob threw a plate in March and it cut Ash's arm", "by": "p2",
        "typed_by": None, "form": "said",
        "step": "events", "asked": "What has happened that somebody is worried about?",
        "at": "2026-11-21T10:00:00Z",
        "source": "said", "from": None, "about": None, "was": [], "followups": [],
        "share": {"p3": {"wish": "with-me", "words": "",
        "cleared": None}}, "agreed_by": [], "disputed_by": [],
    }  # fmt: skip
    (hard,) = record["sheets"]["look"]["areas"]["look.hard"]
    assert (hard["text"], hard["was"], hard["form"]) == ("the noise", ["[the] noise"], "wrote")
    lines = record["sheets"]["look"]["scales"]["look.line"]
    assert [(one["by"], one["value"], one["of"], one["because"], one["higher"]) for one in lines] == [
        ("p1", 4, 10, ["Nain comes now"], []), ("p2", 7, 10, [], []),
        ("p4", 3.5, 10, ["Nobody was hurt since June"], ["Rob rings Nain first"]),
    ]  # fmt: skip
    assert record["head"] == {"seq": talking.store.head(talking.session.id), "hash": record["head"]["hash"]}


def test_every_flow_leaves_in_the_shape_that_is_published() -> None:
    for folder in flow_folders():
        for path in talks_of(folder):
            talk = read_talk(path)
            session = Talking(compiled(folder), form=talk.form, level=talk.level).session
            for _ in play(session, talk.people, talk.lines):
                pass
            held: Any = json.loads(json.dumps(session.record_json(), allow_nan=False))
            RecordShape.model_validate(held)


def test_an_answer_says_where_it_stands() -> None:
    talking = example()
    while not talking.turn.is_finished:
        talking.hear(talking.accepts[0])

    assert {one["status"] for one in talking.record["answers"]} <= {"active", "later", "passed", "aside"}
    assert {one["id"] for one in talking.record["answers"]} == set(talking.session.record.answers)
    known = {name for one in talking.record["answers"] for name in one.get("entries", ())}
    assert known == set(talking.session.record.entries)
