"""Whatever is said or named: one clear sentence, the right exit code, and nothing said before is lost."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import (
    WITH_LITTLE_ROOM,
    Program,
    guide,
    home_with_flows,
    is_sentence,
    people,
    record,
    sentence_of,
    sessions,
)

Json = Any

KIM = ("Kim", "child")


@pytest.fixture
def talking(prepared: Path) -> Iterator[Program]:
    with Program(prepared, "map", "--short") as program:
        program.hear(people(KIM, ("Ana", "worker")))
        yield program


def refused(program: Program, reply: Json) -> str:
    """Say a line that is refused; return the sentence. The question stands, and nothing was written."""
    before = program.turn
    answer = program.hear(reply)
    assert list(answer) == ["refused"], answer
    is_sentence(answer["refused"])
    assert program.turn == before
    return str(answer["refused"])


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in which one conversation was begun; nobody adds anything to it."""
    home = home_with_flows(tmp_path_factory.mktemp("begun") / "home")
    with Program(home, "map", "--short") as program:
        program.hear(people(KIM))
    return home


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (["start", "mpa"], 'Did you mean "map"?'),
        (["talk", "mpa", "--jsonl"], 'Did you mean "map"?'),
        (["talk", "mpa", "--answers", "nowhere.talk.yaml"], "nowhere.talk.yaml"),
        (["talk", "--jsonl", "--resume", "zzz"], "guide sessions"),
        (["show", "zzz"], "guide sessions"),
        (["export", "zzz"], "guide sessions"),
        (["resume", "zzz"], "guide sessions"),
        (["forget", "zzz", "--yes"], "guide sessions"),
        (["start", "map", "--from", "zzz"], "guide sessions"),
        (["export", "--for", "Nan"], "file, family, team"),
        (["export", "--paper", "../etc/passwd"], "say one of"),
        (["export", "--format", "exe"], "use html"),
    ],
)
def test_a_name_that_is_not_there_is_one_sentence_that_says_which_are(
    begun: Path, command: list[str], hint: str
) -> None:
    ran = guide(begun, *command)

    assert ran.code == (1 if "--answers" in command else 2)
    assert ran.out == ""
    assert hint in sentence_of(ran)
    assert len(sessions(begun)) == 1


def test_a_person_or_a_step_that_is_not_there_is_refused(talking: Program) -> None:
    says = refused(talking, {"choose": ["no"], "by": "Nobody"})
    assert "Kim" in says
    assert "Ana" in says

    refused(talking, {"correct": "no_such_step", "say": "x"})
    refused(talking, {"correct": "a99", "say": "x"})
    refused(talking, {"remove": "e99"})
    refused(talking, {"move": {"e1": "map.nowhere"}})
    refused(talking, {"add": {"area": "nowhere.at_all", "say": "x"}})
    refused(talking, {"nonsense": 1})


def test_an_answer_without_words_is_refused_and_the_question_stands(talking: Program) -> None:
    talking.go_on(lambda asks: asks["kind"] == "ask")

    nothings: list[Json] = ["", " \n\t ", "\x00", "\x1b", "\u0007\u0000", "\ud800", None, [], {}]
    for empty in nothings:
        refused(talking, {"say": empty})

    assert talking.hear({"say": "Words"})["said"][-1]["text"] == "Words"


def test_a_number_that_is_not_on_the_line_is_refused(talking: Program) -> None:
    asks = talking.go_on(lambda asks: asks["kind"] == "scale")

    for rate in (11, -1, "four", 4.3, 1e400, None, [4], {"a": 4}, "", "4 of 10"):
        refused(talking, {"rate": rate, "by": "Ana"})

    assert "refused" not in talking.hear(asks["accepts"][0])


def test_two_people_of_one_name_are_told_apart_by_their_ids(prepared: Path, tmp_path: Path) -> None:
    with Program(prepared, "map", "--short") as program:
        program.hear(people(KIM, ("Kim", "parent"), ("Ana", "worker")))

        says = refused(program, {"add": {"area": "map.strengths", "say": "We sing"}, "by": "Kim"})

        assert "p1" in says
        assert "p2" in says
        program.hear({"add": {"area": "map.strengths", "say": "We sing"}, "by": "p2"})

    unclear = guide(prepared, "export", "--for", "Kim", "--to", tmp_path / "out")
    clear = guide(prepared, "export", "--for", "p2", "--to", tmp_path / "out", "--format", "md")

    assert unclear.code == 2
    assert "p1 or p2" in sentence_of(unclear)
    assert clear.code == 0
    assert "We sing" in (tmp_path / "out" / "map.md").read_text()


def test_bytes_that_are_no_letters_are_refused_and_not_heard_in_part(prepared: Path) -> None:
    lines = [
        b'{"people": [{"name": "Caf\xe9", "as": "child"}]}',
        b'{"people": [{"name": "Caf\xc3\xa9", "as": "child"}]}',
    ]

    ran = guide(prepared, "talk", "map", "--jsonl", heard=b"\n".join(lines))

    first, answer, turn = ran.objects
    assert list(answer) == ["refused"]
    assert turn["turn"] == first["turn"] + 1
    assert [one["name"] for one in record(prepared)["people"]] == ["Café"]


def test_a_disk_that_takes_no_more_is_one_sentence_and_everything_before_is_kept(prepared: Path) -> None:
    said: list[str] = []
    with Program(prepared, "map", "--short", how=WITH_LITTLE_ROOM) as program:
        program.hear(people(KIM))
        for n in range(100):
            words = f"{n} {'x' * 9000}"
            answer = program.hear({"add": {"area": "map.strengths", "say": words}})
            if "refused" in answer:
                break
            said.append(words)
        is_sentence(answer["refused"])
        assert "what was saved before is kept" in answer["refused"]

    assert len(said) > 5
    held = record(prepared)["sheets"]["map"]["areas"]["map.strengths"]
    assert [one["text"] for one in held] == said


def test_two_programs_on_one_conversation(prepared: Path, tmp_path: Path) -> None:
    with Program(prepared, "map", "--short") as first:
        first.hear(people(KIM))
        session = first.turn["session"]
        with Program(prepared, "--resume", session) as second:
            assert "open in another window" in refused(second, second.turn["asks"]["accepts"][0])
        line_by_line = guide(prepared, "resume", session, heard="no\n")
        shown = guide(prepared, "show", session)
        exported = guide(prepared, "export", session, "--to", tmp_path / "out", "--format", "json")
        erased = guide(prepared, "forget", session, "--yes")

        assert "refused" not in first.hear(first.turn["asks"]["accepts"][0])

    assert line_by_line.code == 1
    assert "open in another window" in line_by_line.out
    assert (shown.code, exported.code) == (0, 0)
    assert erased.code == 1
    assert "open in another window" in sentence_of(erased)
    with Program(prepared, "--resume", session) as later:
        assert "refused" not in later.hear(later.turn["asks"]["accepts"][0])


@pytest.mark.parametrize("command", [["flows", "--json"], ["show", "--json"]])
def test_letters_a_terminal_cannot_show_end_nothing(
    prepared: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Program(prepared, "map") as program:
        program.hear(people(("Zoë 👩‍👧", "child")))
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")

    ran = guide(prepared, *command)

    assert ran.code == 0
    assert json.loads(ran.out)
    assert command[0] == "flows" or "Zoë 👩‍👧" in ran.out
