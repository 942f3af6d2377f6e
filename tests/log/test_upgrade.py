"""Yesterday's vault becomes today's, whole or not at all; tomorrow's is read and left alone."""

import stat
from pathlib import Path

import pytest

from guide.errors import GuideError, NotSaved
from guide.log import schema, upgrade
from guide.log.vault import open_vault
from tests.log.behind import on_posix_only, raw
from tests.log.rows import AT, a_row, begin, texts_of

TOMORROW = (schema.FIRST, ("ALTER TABLE session ADD COLUMN place TEXT NOT NULL DEFAULT ''",))
BROKEN = (schema.FIRST, ("CREATE TABLE half (x TEXT) STRICT", "ALTER TABLE nowhere ADD COLUMN x TEXT"))


@pytest.fixture
def path(home: Path) -> Path:
    path = home / "vault.db"
    vault = open_vault(path)
    begin(vault)
    vault.close()
    return path


def format_in(path: Path) -> str:
    with raw(path) as db:
        (number,) = db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    return str(number)


@on_posix_only
def test_yesterdays_vault_is_copied_and_brought_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrade, "STEPS", TOMORROW)

    vault = open_vault(path)

    assert texts_of(vault) == ["begun"]
    assert vault.append("aa11", [a_row("two")], 1) == 2
    assert vault.verify("aa11") == []
    vault.close()
    assert format_in(path) == "2"
    (copy,) = upgrade.copies(path)
    assert copy.name == "vault-format-1.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert format_in(copy) == "1"


def test_a_vault_of_today_is_not_copied(path: Path) -> None:
    open_vault(path).close()

    assert upgrade.copies(path) == []


def test_an_upgrade_that_fails_leaves_the_vault_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(upgrade, "STEPS", BROKEN)
        with pytest.raises(GuideError, match="could not be used as it should"):
            open_vault(path)

    vault = open_vault(path)
    assert texts_of(vault) == ["begun"]
    vault.close()
    with raw(path) as db:
        assert db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'").fetchall() == []


def test_tomorrows_vault_is_read_and_left_alone(path: Path) -> None:
    with raw(path) as db:
        db.execute("UPDATE meta SET value = '99' WHERE name = 'format'")
        db.execute("ALTER TABLE session ADD COLUMN place TEXT NOT NULL DEFAULT ''")

    vault = open_vault(path)

    assert texts_of(vault) == ["begun"]
    assert "was made by a newer guide" in vault.read_only
    assert not vault.take("aa11")
    with pytest.raises(NotSaved, match="was made by a newer guide"):
        vault.append("aa11", [a_row()], 1)
    with pytest.raises(NotSaved, match="was made by a newer guide"):
        vault.forget("aa11", AT)
    vault.close()
    assert format_in(path) == "99"
    assert upgrade.copies(path) == []


def test_a_vault_of_tomorrow_that_has_other_tables_is_one_sentence(path: Path) -> None:
    with raw(path) as db:
        db.execute("UPDATE meta SET value = '99' WHERE name = 'format'")
        db.execute("ALTER TABLE session RENAME TO sessions")

    vault = open_vault(path)

    with pytest.raises(GuideError, match="was made by a newer guide"):
        vault.sessions()
    vault.close()
