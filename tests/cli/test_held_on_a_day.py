"""A talk with invented people can be held on a day of its own, and plays every one it goes on from."""

import json
import shutil
from pathlib import Path

from tests.cli.running import FLOWS, guide, home_with_flows

WINTER = FLOWS / "map" / "nico-winter.talk.yaml"


def test_each_talk_of_a_chain_is_held_on_its_own_day_and_its_marks_stand_there(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")

    done = guide(home, "talk", "map", "--answers", WINTER, "--to", tmp_path / "out", "--format", "json,md")
    started = [one["started"][:10] for one in guide(home, "sessions", "--json").json]
    record = json.loads((tmp_path / "out" / "record.json").read_text(encoding="utf-8"))
    nico = [one for one in record["sheets"]["map"]["earlier"]["map.line"] if one["name"] == "Nico"]

    assert done.code == 0
    assert sorted(started) == ["2026-09-14", "2026-10-19", "2026-11-20"]
    assert [(one["at"][:10], one["value"]) for one in nico] == [("2026-09-14", 6), ("2026-10-19", 6)]
    assert [one["id"] for one in record["people"]].count("p1") == 1
    assert nico[0]["by"] == "p1"
    assert "| Tess | 5 · Ivy comes when I ring | no mark | 7 |" in (tmp_path / "out" / "map.md").read_text()


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """Return one of the talks beside its flow, in a folder of its own, with a line changed."""
    folder = tmp_path / "flows" / "map"
    if not folder.exists():
        shutil.copytree(FLOWS, tmp_path / "flows")
    file = folder / f"{name}.talk.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_a_real_conversation_is_held_on_no_day_but_today(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")
    file = changed(tmp_path, "nico", "invented: true", "invented: false")

    done = guide(home, "talk", "--answers", file)

    assert done.code == 2
    assert "invented: true" in done.err


def test_a_day_that_is_none_is_a_finding(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")
    file = changed(tmp_path, "nico", "on: 2026-09-14", "on: last Monday")

    done = guide(home, "talk", "--answers", file)

    assert done.code == 1
    assert "Traceback" not in done.err
    assert "on" in done.err


def test_a_talk_that_goes_on_from_itself_is_refused(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")
    again = tmp_path / "flows" / "map" / "nico-again.talk.yaml"
    changed(tmp_path, "nico-again", "from: map/nico\n", f"from: {again}\n")

    done = guide(home, "talk", "--answers", again)

    assert done.code == 2
    assert "goes on from itself" in done.err
