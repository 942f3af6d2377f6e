"""Files that are not what they should be: one sentence with the place, and nothing said before is lost."""

import re
from pathlib import Path
from typing import Any

import pytest

from guide.log.connect import library
from tests.cli.running import (
    FLOWS,
    WITH_NOBODYS_RIGHTS,
    Program,
    guide,
    home_with_flows,
    is_sentence,
    people,
    sentence_of,
    sessions,
)

Json = Any

BAD_FLOWS = {
    "empty": (b"", "1:1 G002"),
    "binary": (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, "1:1 G003"),
    "ten-megabytes": (b"flow: x\n# " + b"x" * 10_000_000, "1:1 G004"),
    "tabs": (b"flow: tabs\nversion: 1\nsections:\n\t- use: a\n", "4:1 G005"),
    "aliases": (b"flow: a\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n", "2:4 G008"),
    "brackets": (b"[" * 40_000, "1:41 G010"),
    "a-key-twice": (b"flow: x\ntitle: A\ntitle: B\nsections: []\n", "3:1 G011"),
    "a-document": (b"PK\x03\x04" + b"\x00" * 500, "1:3 G003"),
}
BAD_TALKS = {
    "empty": (b"", "1:1 G002"),
    "binary": (b"\xff" * 100, "1:1 G003"),
    "brackets": (b"[" * 40_000, "1:41 G010"),
    "of another flow": (b"talk: x\nflow: houses\nsays:\n  - {next: true}\n", "is a talk of houses"),
    "of no flow": (b"talk: x\nsays:\n  - {next: true}\n", "G014"),
    "an unknown key": (b"talk: x\nflow: map\nsays:\n  - {at: hurt_today, choos: no}\n", "4:22 G012"),
    "no such step": (b"talk: x\nflow: map\nsays:\n  - {at: no_such_step, say: Hello}\n", "4:1 G125"),
    "no such form": (b"talk: x\nflow: map\nform: shrt\nsays:\n  - {next: true}\n", "1:1 G125"),
    "too short": (b"talk: x\nflow: map\nform: short\nsays:\n  - {at: hurt_today, choose: no}\n", "5:1 G125"),
    "a number too high": (b"talk: x\nflow: map\nsays:\n  - {at: hurt_today, rate: 11}\n", "4:1 G125"),
}  # fmt: skip


@pytest.fixture(scope="module")
def with_bad_flows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with every bad flow in it."""
    home = home_with_flows(tmp_path_factory.mktemp("bad") / "home")
    for kind, (content, _) in BAD_FLOWS.items():
        flow = home / "flows" / kind / "flow.yaml"
        flow.parent.mkdir(parents=True)
        flow.write_bytes(content)
    return home


@pytest.mark.parametrize("kind", BAD_FLOWS)
def test_a_flow_that_cannot_be_read_says_where(with_bad_flows: Path, kind: str) -> None:
    ran = guide(with_bad_flows, "start", kind)

    place = with_bad_flows / "flows" / kind / "flow.yaml"
    assert ran.code == 1
    assert sentence_of(ran).startswith(f"{place}:{BAD_FLOWS[kind][1]} ")
    assert not (with_bad_flows / "vault.db").exists()


def test_all_flows_that_cannot_be_read_are_told_in_one_run(with_bad_flows: Path) -> None:
    ran = guide(with_bad_flows, "check", with_bad_flows / "flows")

    assert (ran.code, ran.err) == (1, "")
    for kind, (_, place) in BAD_FLOWS.items():
        assert f"{with_bad_flows / 'flows' / kind / 'flow.yaml'}:{place} " in ran.out


def test_flows_that_cannot_be_read_hide_none_of_the_others(with_bad_flows: Path) -> None:
    listed = guide(with_bad_flows, "flows", "--json")
    looked = guide(with_bad_flows, "doctor")

    assert (listed.code, looked.code) == (0, 1)
    assert {"map", "three-houses"} <= {one["flow"] for one in listed.json}
    assert not {one["flow"] for one in listed.json} & set(BAD_FLOWS)
    assert "NOT  Flows: " in looked.out


@pytest.mark.parametrize(("kind", "says"), [(kind, says) for kind, (_, says) in BAD_TALKS.items()])
def test_a_talk_that_cannot_be_played_says_where(
    prepared: Path, tmp_path: Path, kind: str, says: str
) -> None:
    talk, out = tmp_path / "bad.talk.yaml", tmp_path / "out"
    talk.write_bytes(BAD_TALKS[kind][0])

    ran = guide(prepared, "talk", "map", "--answers", talk, "--to", out)

    assert ran.code == (2 if kind == "of another flow" else 1)
    assert says in sentence_of(ran)
    assert str(talk) in ran.err
    assert not out.exists()


def test_settings_that_cannot_be_read_say_their_line_and_cost_no_answer(
    prepared: Path, tmp_path: Path
) -> None:
    session = with_something_said(prepared, "We sing")
    (prepared / "settings.toml").write_text('language = "en"\n[urgent\n')

    exported = guide(prepared, "export", "--to", tmp_path / "out")
    played = guide(prepared, "talk", "map", "--answers", FLOWS / "map" / "aoife.talk.yaml")

    for ran in (exported, played):
        assert ran.code == 1
        assert "settings.toml:2" in sentence_of(ran)
    assert not (tmp_path / "out").exists()
    assert sessions(prepared) == [session]
    with Program(prepared, "--resume", session) as program:
        assert "refused" not in program.hear(program.turn["asks"]["accepts"][0])


READING = (["sessions"], ["show"], ["export", "--to", "out"], ["resume"], ["talk", "map", "--jsonl"])


def with_something_said(home: Path, *words: str) -> str:
    """Begin a conversation and put words on its map; return its id."""
    with Program(home, "map", "--short") as program:
        program.hear(people(("Kim", "child")))
        for one in words:
            program.hear({"add": {"area": "map.strengths", "say": one}})
        return str(program.turn["session"])


def test_a_vault_cut_off_is_one_sentence_and_is_left_as_it_is(prepared: Path) -> None:
    with_something_said(prepared, *(f"{n} {'x' * 2000}" for n in range(30)))
    vault = prepared / "vault.db"
    rest = vault.read_bytes()[: vault.stat().st_size // 2]
    vault.write_bytes(rest)

    for command in READING:
        ran = guide(prepared, *command)
        assert ran.code == 1, command
        assert re.search(
            r"vault\.db is damaged .* a copy was kept as vault-damaged-\w+\.db", sentence_of(ran)
        )

        assert "beside it; put a copy from before in its place" in sentence_of(ran)

    looked = guide(prepared, "doctor")
    assert looked.code == 1
    assert f"NOT  The vault: {sentence_of(ran).removeprefix('guide: ')}" in looked.out
    assert vault.read_bytes() == rest
    assert [one.read_bytes() for one in prepared.glob("vault-damaged-*.db")] == [rest]


def test_a_vault_of_a_newer_guide_is_read_and_not_written(prepared: Path, tmp_path: Path) -> None:
    session = with_something_said(prepared, "We sing")
    db = library().connect(str(prepared / "vault.db"), isolation_level=None)
    db.execute("UPDATE meta SET value = '99' WHERE name = 'format'")
    db.close()

    shown = guide(prepared, "show", session)
    exported = guide(prepared, "export", session, "--to", tmp_path / "out", "--format", "md")
    begun = guide(prepared, "start", "map")
    erased = guide(prepared, "forget", session, "--yes")

    assert (shown.code, exported.code, begun.code, erased.code) == (0, 0, 1, 1)
    assert "We sing" in shown.out
    assert "We sing" in (tmp_path / "out" / "map.md").read_text()
    assert "newer guide" in sentence_of(begun)
    assert "newer guide" in sentence_of(erased)
    with Program(prepared, "--resume", session) as program:
        (says,) = program.hear(program.turn["asks"]["accepts"][0]).values()
        is_sentence(says)
    assert sessions(prepared) == [session]


@pytest.mark.skipif("sys.platform == 'win32'", reason="folders are closed differently there")
def test_a_folder_that_cannot_be_written_is_one_sentence(prepared: Path, tmp_path: Path) -> None:
    session = with_something_said(prepared, "We sing")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    (prepared / "vault.db").chmod(0o444)
    prepared.chmod(0o555)

    elsewhere = guide(closed / "home", "start", "map", how=WITH_NOBODYS_RIGHTS)
    begun = guide(prepared, "start", "map", how=WITH_NOBODYS_RIGHTS)
    shown = guide(prepared, "show", session, how=WITH_NOBODYS_RIGHTS)
    exported = guide(prepared, "export", session, "--to", closed / "out", how=WITH_NOBODYS_RIGHTS)
    prepared.chmod(0o700)

    assert (elsewhere.code, begun.code, exported.code) == (1, 1, 1)
    assert str(closed / "home") in sentence_of(elsewhere)
    assert "cannot be written" in sentence_of(begun)
    assert str(closed / "out") in sentence_of(exported)
    assert shown.code == 0
    assert "We sing" in shown.out


@pytest.mark.skipif("sys.platform == 'win32'", reason="folders are closed differently there")
def test_a_folder_nobody_may_look_into_is_one_sentence(prepared: Path) -> None:
    with_something_said(prepared, "We sing")
    prepared.chmod(0o000)

    for command in (["sessions"], ["show"], ["start", "map"], ["flows"], ["doctor"]):
        ran = guide(prepared, *command, how=WITH_NOBODYS_RIGHTS)
        assert ran.code == 1, command
        assert str(prepared) in sentence_of(ran)
        assert "Permission denied" in ran.err

    prepared.chmod(0o700)
    assert len(sessions(prepared)) == 1


def test_what_is_printed_into_a_full_disk_or_a_closed_pipe_is_no_traceback(prepared: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only a Linux has a disk that is always full")
    into = "import os\nos.dup2(os.open('/dev/full', os.O_WRONLY), 1)\n"
    closed = "import os\nread, write = os.pipe()\nos.close(read)\nos.dup2(write, 1)\n"

    written = guide(prepared, "flows", how=into)
    piped = guide(prepared, "flows", how=closed)

    assert written.code == 1
    assert "No space left" in sentence_of(written)
    assert piped.err == ""
