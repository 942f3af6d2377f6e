"""Erased is erased: no byte of it is left in the vault, its log, or the copies beside it."""

import random
from pathlib import Path

import pytest

from guide.errors import NotSaved
from guide.log import erase, upgrade
from guide.log.connect import log_of
from guide.log.store import Draft
from guide.log.vault import Vault, open_vault
from tests.log.behind import raw
from tests.log.rows import AT, a_row, begin, rows_of, texts_of

CANARY = b"CANARY"


@pytest.fixture
def path(home: Path) -> Path:
    return home / "vault.db"


def traces(path: Path) -> int:
    """Count what is left of the words in everything beside the vault."""
    return sum(file.read_bytes().count(CANARY) for file in path.parent.rglob("*") if file.is_file())


def begin_secret(vault: Vault, session: str, events: int) -> None:
    texts = [f"CANARY {n} {'x' * (n * 37 % 900)}" for n in range(events)]
    begin(vault, session, texts, flow=f'{{"given": "CANARY {session}"}}')


def test_no_trace_of_an_erased_session_is_left(path: Path) -> None:
    chance = random.Random(5)  # noqa: S311
    vault = open_vault(path)
    for n in range(12):
        begin(vault, f"kept{n}", [f"kept {n} {'y' * chance.randrange(900)}" for _ in range(60)])
        begin_secret(vault, f"gone{n}", 60)
        vault.keep_draft(f"gone{n}", Draft("good", "", "CANARY half typed", AT))
    assert traces(path) > 720

    for n in range(12):
        assert vault.forget(f"gone{n}", AT, "asked for")
        vault.append(f"kept{n}", rows_of(["more"]), 60)
    assert traces(path) == 0

    vault.close()
    assert traces(path) == 0
    vault = open_vault(path)
    assert [len(texts_of(vault, f"kept{n}")) for n in range(12)] == [61] * 12
    assert [vault.verify(f"kept{n}") for n in range(12)] == [[]] * 12
    vault.close()


def test_deleting_alone_would_leave_traces(path: Path) -> None:
    """The test of the test: without the rewriting of the file the words are still to be found."""
    vault = open_vault(path)
    begin_secret(vault, "gone", 60)

    with vault._database.writing() as db:
        db.execute("INSERT INTO erasure VALUES ('gone', '', '', 0, x'00')")
        db.execute("DELETE FROM event")

    assert traces(path) > 0
    vault.close()


def test_a_tombstone_stays_without_a_word(path: Path) -> None:
    vault = open_vault(path)
    begin_secret(vault, "gone", 3)
    head = vault.find("gone").head_hash

    vault.forget("gone", AT, "the family asked")
    vault.close()

    with raw(path) as db:
        stone = db.execute(
            "SELECT session, at, reason, events, lower(hex(head_hash)) FROM erasure"
        ).fetchall()
        assert stone == [("gone", AT, "the family asked", 3, head)]
        for change in ("DELETE FROM erasure", "UPDATE erasure SET reason = ''"):
            with pytest.raises(Exception, match="a tombstone is never"):
                db.execute(change)


def test_what_a_reader_holds_up_is_finished_when_the_vault_is_next_opened(path: Path) -> None:
    vault = open_vault(path)
    begin_secret(vault, "gone", 60)
    with raw(path) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM event").fetchone()

        assert not vault.forget("gone", AT)
        assert vault.sessions() == []
        assert traces(path) > 0
        reader.execute("ROLLBACK")
    vault.close()

    open_vault(path).close()

    assert traces(path) == 0


def test_a_program_killed_in_the_middle_of_erasing_leaves_it_to_the_next(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_vault(path)
    begin_secret(vault, "gone", 60)
    with monkeypatch.context() as patched:
        patched.setattr(erase, "finish", lambda _database: False)
        vault.forget("gone", AT)
    assert traces(path) > 0

    second = open_vault(path)

    assert traces(path) == 0
    assert second.sessions() == []
    vault.close()
    second.close()


def test_erasing_takes_the_copies_of_upgrades_too(path: Path) -> None:
    vault = open_vault(path)
    begin_secret(vault, "gone", 3)
    upgrade.copy_before(path, 1).write_bytes(b"CANARY")

    vault.forget("gone", AT)

    assert traces(path) == 0
    vault.close()


def test_an_answer_to_an_erased_session_is_refused(path: Path) -> None:
    mine, theirs = open_vault(path), open_vault(path)
    begin(mine)
    mine.forget("aa11", AT)

    with pytest.raises(NotSaved, match="not in this vault any more"):
        theirs.append("aa11", [a_row("CANARY")], 1)

    assert traces(path) == 0
    assert log_of(path).exists()
    mine.close()
    theirs.close()
