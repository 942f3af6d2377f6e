"""Every command as somebody types it: what it prints, where it writes, how it says no."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from guide.cli.commands import cli

ROOT = Path(__file__).parents[2]
ROSA = ROOT / "flows" / "three-houses" / "rosa.talk.yaml"


def guide(home: Path, *arguments: str, heard: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Run guide with a folder of its own."""
    import os

    return subprocess.run(
        [sys.executable, "-m", "guide", "--home", str(home), *arguments],
        input=heard, capture_output=True, text=True, timeout=50, check=False, cwd=ROOT,
        env={**os.environ, **env},
    )  # fmt: skip


def test_every_command_of_the_design_is_there_and_helps() -> None:
    assert {"start", "resume", "talk", "flows", "sessions", "show", "export", "check", "schema", "forget",
            "doctor"} <= set(cli.commands)  # fmt: skip
    assert all(command.help for command in cli.commands.values())


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["start", "three-huoses"], 2),
        (["resume"], 2),
        (["resume", "zzz"], 2),
        (["show", "zzz"], 2),
        (["export", "zzz"], 2),
        (["export", "--page", "a5"], 2),
        (["export", "--panels", "3"], 2),
        (["forget", "zzz", "--yes"], 2),
        (["start", "map", "--form", "shrt"], 2),
        (["start", "map", "--level", "saftey"], 2),
        (["talk", "map", "--to", "x"], 2),
        (["check", "no/such/place"], 2),
        (["no-such-command"], 2),
        (["talk"], 2),
    ],
)
def test_wrong_use_is_one_sentence_and_the_code_two(tmp_path: Path, arguments: list[str], code: int) -> None:
    done = guide(tmp_path, *arguments)

    assert done.returncode == code
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr + done.stdout


def test_a_name_nearly_right_is_asked_about(tmp_path: Path) -> None:
    assert "three-houses" in guide(tmp_path, "start", "three-huoses").stderr


def test_flows_lists_what_can_be_started_as_the_contract_says(tmp_path: Path) -> None:
    known = json.loads(guide(tmp_path, "flows", "--json").stdout)

    assert {"three-houses", "map", "appreciative-inquiry"} <= {one["flow"] for one in known}
    assert set(known[0]) >= {"flow", "title", "group", "minutes", "audience", "forms", "sections"}
    assert set(known[0]["sections"][0]) == {"section", "title", "with", "steps"}
    assert set(known[0]["sections"][0]["steps"][0]) == {"step", "kind", "into", "technique"}


def test_a_talk_gives_its_papers_and_is_kept_as_a_session(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = guide(
        tmp_path / "home", "talk", "three-houses", "--answers", str(ROSA), "--to", str(out),
        "--format", "html,md,json,csv",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    names = {one.name for one in out.iterdir() if not one.name.startswith(".")}
    assert {"houses.html", "houses.md", "record.json", "entries.csv"} <= names
    assert not any("rosa" in name.casefold() for name in names)
    listed = json.loads(guide(tmp_path / "home", "sessions", "--json").stdout)
    assert [one["flow"] for one in listed] == ["three-houses"]
    assert set(listed[0]) == {
        "session",
        "thread",
        "flow",
        "title",
        "started",
        "changed",
        "finished",
        "answers",
    }


def test_show_and_export_and_forget_one_session(tmp_path: Path) -> None:
    home = tmp_path / "home"
    guide(home, "talk", "three-houses", "--answers", str(ROSA))
    session = json.loads(guide(home, "sessions", "--json").stdout)[0]["session"]

    shown = guide(home, "show", session[:4])
    exported = guide(home, "export", session, "--to", str(tmp_path / "out"), "--format", "json")
    gone = guide(home, "forget", session, "--yes")

    assert "Drumming. I do it on the bucket" in shown.stdout
    assert "file" in exported.stderr
    assert json.loads((tmp_path / "out" / "record.json").read_text())["format"] == "guide-record/1"
    assert gone.returncode == 0
    assert json.loads(guide(home, "sessions", "--json").stdout) == []
    assert "Drumming" not in (home / "vault.db").read_bytes().decode("latin-1")


def test_a_childs_paper_for_somebody_asks_who_might_find_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    guide(home, "talk", "three-houses", "--answers", str(ROSA))

    done = guide(home, "export", "--for", "Rosa", "--to", str(tmp_path / "out"))

    assert done.returncode == 1
    assert "find" in done.stderr
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").glob("*.html"))


def test_without_a_terminal_it_talks_line_by_line_and_says_so(tmp_path: Path) -> None:
    done = guide(tmp_path, "start", "map", "--short", heard="Kim 7\nn\n/quit\n")

    assert done.returncode == 0
    assert "line by line" in done.stderr
    assert "Kim" not in done.stderr
    assert "guide resume" in done.stdout


def test_a_dumb_terminal_lists_what_can_be_started(tmp_path: Path) -> None:
    done = guide(tmp_path, TERM="dumb")

    assert done.returncode == 0
    assert "three-houses" in done.stdout
    assert "line by line" in done.stderr


def test_doctor_reminds_of_urgent_steps_until_they_are_set(tmp_path: Path) -> None:
    before = guide(tmp_path, "doctor")
    (tmp_path / "settings.toml").write_text('[urgent]\nsteps = ["Ring the duty team."]\n')
    after = guide(tmp_path, "doctor")

    assert before.returncode == 1
    assert "urgent" in before.stdout
    assert after.returncode == 0, after.stdout


def test_a_bad_settings_file_is_one_sentence_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("language = 3\n")

    done = guide(tmp_path, "doctor")

    assert "settings.toml:1" in done.stdout


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("not a folder")

    done = guide(place, "sessions")
    started = guide(place, "talk", "map", "--jsonl")

    assert "Traceback" not in done.stderr + started.stderr
    assert started.returncode == 1
    assert len(started.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("kind", ["", "--record", "--talk", "--sheet"])
def test_schema_prints_one_json_schema(tmp_path: Path, kind: str) -> None:
    done = guide(tmp_path, "schema", *([kind] if kind else []))

    assert json.loads(done.stdout)["type"] == "object"


def test_checking_our_own_flows_finds_nothing_to_put_right(tmp_path: Path) -> None:
    done = guide(tmp_path, "check")

    assert done.returncode == 0, done.stdout


def test_a_conversation_is_held_with_every_socket_blocked(tmp_path: Path) -> None:
    blocked = (
        "import socket, sys\n"
        "def no(*a, **k): raise RuntimeError('a socket was opened')\n"
        "socket.socket = no; socket.create_connection = no; socket.getaddrinfo = no\n"
        "from guide.cli.quick import quick\n"
        "sys.exit(quick(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", blocked, "--home", str(tmp_path), "talk", "three-houses", "--answers",
         str(ROSA), "--to", str(tmp_path / "out"), "--format", "html,md,json,csv"],
        capture_output=True, text=True, timeout=50, check=False, cwd=ROOT,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "houses.html").exists()


def test_the_shell_can_ask_what_comes_next(tmp_path: Path) -> None:
    done = guide(tmp_path, _GUIDE_COMPLETE="bash_complete", COMP_WORDS="guide st", COMP_CWORD="1")

    assert "start" in done.stdout
