"""A conversation that goes on from another: its words are offered on every screen, and taken with source."""

from pathlib import Path
from typing import Any

from tests.cli.running import FLOWS, Program, guide, home_with_flows, sessions

Json = Any

FIRST = {
    "hurt_today": {"choose": ["no"]},
    "joint_interview": {"choose": ["no"]},
    "who_can_hear": {"choose": ["no"]},
}
KATY = FLOWS / "words-and-pictures" / "katy.talk.yaml"


def played(home: Path, flow: str, talk: str) -> str:
    """Play a talk and return its session."""
    file = FLOWS / flow / f"{talk}.talk.yaml"
    assert guide(home, "talk", flow, "--answers", file).code == 0
    return sessions(home)[0]


def test_a_talk_that_goes_on_from_another_plays_that_one_first(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")

    done = guide(
        home, "talk", "words-and-pictures", "--answers", KATY, "--to", tmp_path / "out", "--format", "json"
    )
    rows = guide(home, "sessions", "--json").json
    earlier = next(one["session"] for one in rows if one["flow"] == "map")
    record = (tmp_path / "out" / "record.json").read_text(encoding="utf-8")

    assert done.code == 0
    assert f'"from": "{earlier}:' in record


def test_a_program_is_offered_the_earlier_words_and_can_send_one_back_as_it_stands(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")
    origin = played(home, "map", "aoife")

    with Program(home, "words-and-pictures", "--form", "short", "--from", origin) as program:
        while (asks := program.turn["asks"])["step"] != "known_felt":
            program.hear(FIRST.get(asks["step"], asks["accepts"][0]))
        taking = next(one for one in asks["accepts"] if "from" in one)
        answer = program.hear(taking)

    assert [one["id"] for one in asks["offers"]]
    assert taking["from"].startswith(f"{origin}:")
    assert answer["said"][-1]["text"] == taking["say"]


def test_line_by_line_a_number_takes_one(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")
    origin = played(home, "map", "aoife")

    lines = "1\n1\n1\n1\n1\n\n\n2\n\n/quit\n"
    done = guide(home, "talk", "words-and-pictures", "--form", "short", "--from", origin, heard=lines)

    begun = next(one for one in sessions(home) if one != origin)  # both were changed in this second
    kept = guide(home, "export", begun, "--format", "json", "--to", tmp_path / "out")

    assert "a number takes one as it is" in done.out
    assert kept.code == 0
    assert f'"from": "{origin}:' in (tmp_path / "out" / "record.json").read_text(encoding="utf-8")


def test_a_page_greets_who_sits_there_and_not_a_child_whose_words_were_taken_before(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")
    origin = played(home, "three-houses", "nell")
    known = {"people.parent": {"people": [{"name": "Mum"}, {"name": "Dad"}]}}

    with Program(home, "words-and-pictures", "--form", "short", "--from", origin) as program:
        while (asks := program.turn["asks"])["kind"] != "hand-over":
            offered = [one for one in asks["accepts"] if "from" in one]
            program.hear({**known, **FIRST}.get(asks["step"], (offered or asks["accepts"])[0]))

    assert asks["text"] == "Hello Mum and Dad"
