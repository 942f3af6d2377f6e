"""The stores that have to keep what `Store` promises: one entry here and every claim is tried on another."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.log import connect
from guide.log.store import Store
from guide.log.vault import open_vault


def vault(folder: Path, _monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the vault as it is installed."""
    return open_vault(folder / "vault.db", wait=1.0)


def vault_without_sqlcipher(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the vault on Python's own SQLite, as where sqlcipher3 cannot be had."""
    monkeypatch.setattr(connect, "library", lambda: sqlite3)
    return open_vault(folder / "vault.db", wait=1.0)


@pytest.fixture(params=[vault, vault_without_sqlcipher])
def open_store(
    request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Store]]:
    """Return a function that opens the same store again and again, as another program would."""
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(request.param(home, monkeypatch))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    """Return an empty store."""
    return open_store()
