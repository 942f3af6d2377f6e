"""`guide record`: a conversation with invented people becomes a talk file; anybody else's is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.running import FLOWS, WITH_NOBODYS_RIGHTS, Ran, guide

KWAME = FLOWS / "appreciative-inquiry" / "kwame.talk.yaml"
LINES = (
    {"people": [{"name": "Ada", "as": "child"}]},
    {"people": [{"name": "Tom", "as": "worker"}]},
    {"finish": True},
)


def one_sentence(ran: Ran, code: int) -> str:
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    return ran.err


def talked(home: Path, *options: str, upto: int = 3) -> None:
    heard = "".join(json.dumps(one) + "\n" for one in LINES[:upto])
    assert guide(home, "talk", "three-houses", "--jsonl", *options, heard=heard).code == 0


def test_a_talk_that_was_played_is_recorded_and_plays_again(prepared: Path, tmp_path: Path) -> None:
    assert guide(prepared, "talk", "appreciative-inquiry", "--answers", KWAME).code == 0

    ran = guide(
        prepared,
        "record",
        "--to",
        tmp_path,
        "--name",
        "blue-car",
        "--title",
        "A floor: a blue car",
        "--skill",
        "x",
    )

    file = tmp_path / "blue-car.talk.yaml"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == str(file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith('talk: blue-car\nflow: appreciative-inquiry\ntitle: "A floor: a blue car"\n')
    assert "invented: true" in text
    assert guide(prepared, "talk", "appreciative-inquiry", "--answers", file).code == 0
    again = guide(
        prepared,
        "record",
        "--to",
        tmp_path / "again.talk.yaml",
        "--title",
        "A floor: a blue car",
        "--skill",
        "x",
    )
    assert again.code == 0
    assert (tmp_path / "again.talk.yaml").read_text(encoding="utf-8") == text.replace(
        "talk: blue-car", "talk: again"
    )


def test_real_people_are_never_recorded(prepared: Path, tmp_path: Path) -> None:
    talked(prepared)
    to = tmp_path / "talks"

    refused = one_sentence(guide(prepared, "record", "--to", to), 1)

    assert "Ada and Tom are not marked invented" in refused
    assert "guide start three-houses --invented" in refused
    assert not to.exists()


def test_a_conversation_begun_with_invented_people_is_recorded(prepared: Path, tmp_path: Path) -> None:
    talked(prepared, "--invented")

    ran = guide(prepared, "record", "--to", tmp_path / "talks")

    assert ran.code == 0, ran.err
    (file,) = (tmp_path / "talks").iterdir()
    assert file.name.startswith("three-houses-")
    assert guide(prepared, "talk", "three-houses", "--answers", file).code == 0


def test_a_file_that_is_there_is_left_as_it_is(prepared: Path, tmp_path: Path) -> None:
    talked(prepared, "--invented")
    (tmp_path / "mine.talk.yaml").write_text("mine", encoding="utf-8")

    assert "is there already" in one_sentence(
        guide(prepared, "record", "--to", tmp_path, "--name", "mine"), 1
    )
    assert (tmp_path / "mine.talk.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "says", "code"),
    [
        (["zzz"], "no session", 2),
        (["--name", "Two Words"], "--name two-words", 2),
        (["--to", "{closed}"], "could not be written", 1),
        (["--to", "{file}/x"], "could not be written", 1),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    prepared: Path, tmp_path: Path, arguments: list[str], says: str, code: int
) -> None:
    talked(prepared, "--invented")
    (tmp_path / "closed").mkdir(mode=0o500)
    (tmp_path / "file").write_text("", encoding="utf-8")
    places = {"closed": tmp_path / "closed", "file": tmp_path / "file"}

    ran = guide(prepared, "record", *(one.format(**places) for one in arguments), how=WITH_NOBODYS_RIGHTS)

    assert says in one_sentence(ran, code)


def test_one_that_still_asks_is_finished_first(prepared: Path, tmp_path: Path) -> None:
    talked(prepared, "--invented", upto=1)

    assert "finish it, and record it then" in one_sentence(guide(prepared, "record", "--to", tmp_path), 1)


def test_real_and_invented_people_never_come_together(prepared: Path) -> None:
    talked(prepared, "--thread", "t1")

    refused = guide(prepared, "talk", "three-houses", "--jsonl", "--thread", "t1", "--invented")

    assert "real" in one_sentence(refused, 2)


def test_every_format_of_a_talk_that_was_played_says_invented(prepared: Path, tmp_path: Path) -> None:
    done = guide(
        prepared, "talk", "three-houses", "--answers", FLOWS / "three-houses" / "rosa.talk.yaml",
        "--to", tmp_path / "out", "--format", "html,md,json,csv",
    )  # fmt: skip
    assert done.code == 0, done.err

    files = [one for one in (tmp_path / "out").iterdir() if not one.name.startswith(".")]
    assert {one.suffix for one in files} == {".html", ".md", ".json", ".csv"}
    for file in files:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".json":
            assert json.loads(text)["session"]["invented"] is True
        elif file.suffix == ".csv":
            assert all(
                row.startswith('"Everybody here is invented."') for row in text.split("\r\n")[1:] if row
            )
        else:
            assert "Everybody here is invented." in text
