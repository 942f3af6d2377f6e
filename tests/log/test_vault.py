"""The vault as a file: private, append-only, provable, and safe in several hands."""

import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from guide.errors import GuideError, NotSaved
from guide.log import connect
from guide.log.store import Draft
from guide.log.vault import open_vault
from tests.log.behind import ended, on_posix_only, raw, start
from tests.log.rows import AT, a_row, begin, rows_of, texts_of

TAMPER = {
    "words": (
        'UPDATE event SET payload = \'{"text": "Two"}\' WHERE seq = 2',
        ["Event 2 is not as it was written"],
    ),
    "kind": ("UPDATE event SET kind = 'removed' WHERE seq = 2", ["Event 2 is not as it was written"]),
    "time": (
        "UPDATE event SET at = '2026-11-22T10:00:00Z' WHERE seq = 2",
        ["Event 2 is not as it was written"],
    ),
    "deed": ("UPDATE event SET deed = 9 WHERE seq = 3", ["Event 3 is not as it was written"]),
    "middle": ("DELETE FROM event WHERE seq = 2", ["Event 2 is missing", "Event 3 is not as it was written"]),
    "tail": ("DELETE FROM event WHERE seq = 3", ["The last event is 2, not the 3"]),
    "head": ("UPDATE session SET head_seq = 2", ["The last event is 3, not the 2"]),
    "start": ("UPDATE session SET started = '2026-01-01T00:00:00Z'", ["Event 1 is not as it was written"]),
    "flow": ("UPDATE compiled SET body = '{}'", ["The flow this session carries is not the one"]),
    "another flow": ("UPDATE session SET compiled = 'none'", ["The flow this session", "Event 1 is not as"]),
}


@pytest.fixture
def path(home: Path) -> Path:
    return home / "vault.db"


def fill(path: Path) -> None:
    vault = open_vault(path)
    begin(vault, texts=["one", "two", "three"])
    vault.close()


@on_posix_only
def test_the_vault_is_its_owners_alone(path: Path) -> None:
    vault = open_vault(path)
    begin(vault)
    vault.take("aa11")

    files = [file for file in path.parent.rglob("*") if file.is_file()]

    assert {file.name for file in files} >= {"vault.db", "vault.db-wal", "vault.db-shm", "aa11.lock"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    vault.close()
    path.chmod(0o644)
    open_vault(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_several_programs_may_begin_the_same_vault_at_once(path: Path) -> None:
    program = """
import sys; from pathlib import Path
from guide.log.vault import open_vault
open_vault(Path(sys.argv[1]))
"""
    path.parent.mkdir()

    runs = [start(program, path) for _ in range(6)]

    assert [ended(run) for run in runs] == [(0, "")] * 6
    with raw(path) as db:
        assert db.execute("SELECT count(*) FROM meta WHERE name = 'vault'").fetchone() == (1,)


def test_several_programs_write_one_session_without_a_gap(path: Path) -> None:
    program = """
import sys; from pathlib import Path
from guide.log.store import Conflict; from guide.log.vault import open_vault
from tests.log.rows import rows_of
vault = open_vault(Path(sys.argv[1]))
for number in range(30):
    rows = rows_of([f"{sys.argv[2]} {number} a", f"{sys.argv[2]} {number} b"])
    while True:
        try:
            vault.append("aa11", rows, vault.head("aa11"))
            break
        except Conflict:
            pass
"""
    vault = open_vault(path)
    begin(vault)

    runs = [start(program, path, name) for name in "kl"]

    assert [ended(run) for run in runs] == [(0, "")] * 2
    said = texts_of(vault)
    for name in "kl":
        assert [one for one in said if one.startswith(name)] == [
            f"{name} {n} {x}" for n in range(30) for x in "ab"
        ]
    assert [row.seq for row in vault.rows("aa11")] == list(range(1, 122))
    assert vault.verify("aa11") == []
    vault.close()


def test_threads_may_share_one_vault(path: Path) -> None:
    vault = open_vault(path)
    sessions = [f"s{n}" for n in range(4)]

    def work(session: str) -> list[str]:
        begin(vault, session)
        for n in range(1, 21):
            vault.append(session, [a_row(str(n))], n)
        return texts_of(vault, session)

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(work, sessions)) == [["begun", *map(str, range(1, 21))]] * 4
    assert [vault.verify(session) for session in sessions] == [[]] * 4
    vault.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET payload = 'other' WHERE seq = 2",
        "UPDATE event SET payload = NULL, salt = NULL, kind = 'other' WHERE seq = 2",
        "DELETE FROM event WHERE seq = 3",
        "REPLACE INTO event SELECT session, 3, event_id, at, deed, kind, 'x', salt, digest, hash FROM event",
        "REPLACE INTO event SELECT session, 9, event_id, at, deed, kind, 'x', salt, digest, hash FROM event",
        "DELETE FROM session",
        "UPDATE compiled SET body = '{}'",
    ],
)
def test_the_file_itself_refuses_to_change_what_was_said(path: Path, change: str) -> None:
    fill(path)

    with raw(path) as db, pytest.raises(Exception, match="never"):
        db.execute(change)

    vault = open_vault(path)
    assert texts_of(vault) == ["one", "two", "three"]
    assert vault.verify("aa11") == []
    vault.close()


def test_a_redacted_answer_leaves_the_chain_whole(path: Path) -> None:
    fill(path)

    with raw(path) as db:
        db.execute("UPDATE event SET payload = NULL, salt = NULL WHERE seq = 2")

    vault = open_vault(path)
    assert [row.payload for row in vault.rows("aa11")] == ['{"text": "one"}', "null", '{"text": "three"}']
    assert vault.verify("aa11") == []
    vault.close()


@pytest.mark.parametrize(("change", "sentences"), TAMPER.values(), ids=list(TAMPER))
def test_whoever_goes_round_the_guards_is_seen(path: Path, change: str, sentences: list[str]) -> None:
    fill(path)

    with raw(path, unguarded=True) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(change)

    vault = open_vault(path)
    found = vault.verify("aa11")
    assert len(found) == len(sentences), found
    assert all(one.startswith(start) for one, start in zip(found, sentences, strict=True)), found
    vault.close()


def test_a_window_that_only_reads_follows_and_writes_nothing(path: Path) -> None:
    writer = open_vault(path)
    begin(writer)
    reader = open_vault(path, readonly=True)

    writer.append("aa11", rows_of(["two"]), 1)

    assert texts_of(reader) == ["begun", "two"]
    assert reader.changed_since()
    assert reader.read_only
    assert not reader.take("aa11")
    for write in (
        lambda: reader.append("aa11", [a_row()], 2),
        lambda: reader.label("aa11", "x"),
        lambda: reader.keep_draft("aa11", Draft("good", "", "x", AT)),
        lambda: reader.forget("aa11", AT),
    ):
        with pytest.raises(NotSaved, match="opened only to be read"):
            write()
    reader.close()
    writer.close()


def test_reading_where_nothing_was_started_is_one_sentence(path: Path) -> None:
    with pytest.raises(GuideError, match=r"There is no vault at .* yet"):
        open_vault(path, readonly=True)

    assert not path.exists()


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_a_sqlite_that_can_lose_commits_is_not_used(version: tuple[int, int, int], sound: bool) -> None:  # noqa: FBT001
    assert connect.is_sound(version) is sound


def test_without_sqlcipher3_an_unsound_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    own = ModuleType("sqlite3")
    own.sqlite_version, own.sqlite_version_info = "3.40.1", (3, 40, 1)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    monkeypatch.setitem(sys.modules, "sqlite3", own)

    with pytest.raises(GuideError, match=r"sqlcipher3 is missing and Python's own SQLite 3\.40\.1"):
        open_vault(path)


def test_a_strange_id_becomes_no_path(path: Path) -> None:
    vault = open_vault(path)
    begin(vault, "../../CON")

    assert vault.take("../../CON")

    assert [file.parent for file in path.parent.parent.rglob("*.lock")] == [path.parent / "locks"]
    assert list(path.parent.parent.iterdir()) == [path.parent]
    vault.close()
