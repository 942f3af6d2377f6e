"""`guide export --since`: what has changed since papers were made, and who has words held back now."""

import json
from pathlib import Path

from tests.cli.running import FLOWS, guide, home_with_flows, sessions

ROSA = FLOWS / "three-houses" / "rosa.talk.yaml"


def with_papers(tmp_path: Path) -> tuple[Path, str]:
    """Play Rosa's talk and make two papers of it: for the file, and for Mum."""
    home = home_with_flows(tmp_path / "home")
    assert guide(home, "talk", "three-houses", "--answers", ROSA).code == 0
    session = sessions(home)[0]
    for viewer in ("file", "Mum"):
        made = guide(
            home, "export", session, "--paper", "houses", "--for", viewer, "--found", "no", "--to", tmp_path
        )
        assert made.code == 0
    return home, session


def say(home: Path, session: str, *lines: object) -> None:
    heard = "".join(json.dumps(one) + "\n" for one in lines)
    assert "refused" not in guide(home, "talk", "--jsonl", "--resume", session, heard=heard).out


def test_what_is_new_is_counted_and_for_the_file_said(tmp_path: Path) -> None:
    home, session = with_papers(tmp_path)
    say(home, session, {"add": {"area": "houses.good", "say": "The bus driver waves"}})

    told = guide(home, "export", session, "--since")

    assert told.code == 0
    assert "houses.html for the file" in told.out
    assert "1 sentence is new." in told.out
    assert "new: “The bus driver waves”" in told.out
    assert "houses.html for Mum" in told.out
    assert "nothing on it has changed." in told.out
    assert not (tmp_path / "houses-2.html").exists()


def test_words_held_back_now_are_never_said_and_the_code_is_one(tmp_path: Path) -> None:
    home, session = with_papers(tmp_path)
    record = json.loads(guide(home, "show", session, "--json").out)
    mum = next(one["id"] for one in record["people"] if one["name"] == "Mum")
    music = next(
        one["id"] for one in record["sheets"]["houses"]["areas"]["houses.good"] if "Fish" in one["text"]
    )
    review = [one["id"] for one in record["answers"] if one.get("kind") == "review"][1]
    say(home, session, {"correct": review, "share": {music: {mum: "no"}}})

    told = guide(home, "export", session, "--since", "--for", "Mum")
    rows = guide(home, "export", session, "--since", "--json").json

    assert told.code == 1
    assert "Mum may have “houses”" in told.out
    assert "Fish finger night" not in told.out
    assert [(one["for"], one["held"], one["has_held_back"]) for one in rows] == [
        (mum, 1, True),
        ("file", 0, False),
    ]

    again = guide(
        home, "export", session, "--paper", "houses", "--for", "Mum", "--found", "no", "--to", tmp_path
    )

    assert "Mum may have “houses”" in again.err


def test_before_any_paper_was_made_it_says_so(tmp_path: Path) -> None:
    home = home_with_flows(tmp_path / "home")
    assert guide(home, "talk", "three-houses", "--answers", ROSA).code == 0

    assert guide(home, "export", "--since").out == "No paper was made from it yet.\n"


def test_erasing_says_one_last_time_who_may_still_have_a_paper(tmp_path: Path) -> None:
    home, session = with_papers(tmp_path)

    told = guide(home, "forget", session, "--yes")

    assert told.code == 0
    assert "houses.html for Mum" in told.out
    assert guide(home, "sessions", "--json").json == []
