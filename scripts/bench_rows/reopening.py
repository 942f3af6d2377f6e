"""How long a long conversation takes to open again, beside merely reading its rows."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench_rows.budgets import REOPEN
from bench_rows.invented import made, mixed_flow
from bench_rows.row import Row
from bench_rows.taking import medians, timed
from bench_rows.talker import reply_to
from guide.clock import WallClock
from guide.engine.session import Session
from guide.log.store import Store
from guide.log.vault import open_vault

_STEPS: Final = 500
_EVENTS: Final = 5000
_ELSE_SAID: Final = 100
"""Sentences at each what-else question: so a conversation of 500 steps comes to 5,000 events."""


def measure(*, quick: bool) -> list[Row]:
    """Open a conversation of 5,000 events again and again."""
    with TemporaryDirectory() as folder:
        store = open_vault(Path(folder) / "vault.db")
        name = _talked(store, Path(folder))
        ours, theirs = medians(
            5 if quick else 15,
            lambda: timed(lambda: _resume(store, name)),
            lambda: timed(lambda: [json.loads(row.payload) for row in store.rows(name)]),
        )
        store.close()
    what = f"a conversation of {_EVENTS:,} events opened again, its turn there"
    return [
        Row("reopen", what, 1e3 * ours, "reading its rows", 1e3 * theirs, "ms", REOPEN),
    ]


def _talked(store: Store, folder: Path) -> str:
    """Talk until there are enough events, and return the session's name."""
    session = Session.start(store, made(mixed_flow(folder, _STEPS)), WallClock())
    said = 0
    while len(session.record.events) < _EVENTS:
        asks = session.turn.asks
        said = said + 1 if asks.mode == "more" else 0
        session.hear(reply_to(asks, else_said=said, wanted=_ELSE_SAID))
    session.close()
    return session.id


def _resume(store: Store, name: str) -> None:
    session = Session.resume(store, WallClock(), name)
    _ = session.turn.asks
    session.close()
