"""How long one reply takes until it is durable and the next turn is there, beside a bare durable insert."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from bench_rows.budgets import REPLY
from bench_rows.invented import made, mixed_flow
from bench_rows.row import Row
from bench_rows.taking import medians, timed
from bench_rows.talker import SENTENCE, reply_to
from guide.clock import WallClock
from guide.engine.session import Session
from guide.log.connect import library
from guide.log.vault import open_vault

if TYPE_CHECKING:
    from sqlite3 import Connection

_STEPS: Final = 500


def measure(*, quick: bool) -> list[Row]:
    """Answer one question after the other, and after each insert one row into a bare table."""
    with TemporaryDirectory() as folder:
        bare = _bare(Path(folder) / "bare.db")
        store = open_vault(Path(folder) / "vault.db")
        session = Session.start(store, made(mixed_flow(Path(folder), _STEPS)), WallClock())
        rounds = 100 if quick else 400
        ours, theirs = medians(rounds, lambda: _reply(session), lambda: _insert(bare), tidy=False)
        session.close()
        store.close()
        bare.close()
    return [
        Row(
            "reply",
            "one reply: heard, durable, the next turn there",
            1e3 * ours,
            "one durable insert (sqlcipher3, WAL, FULL)",
            1e3 * theirs,
            "ms",
            REPLY,
        )
    ]


def _reply(session: Session) -> float:
    reply = reply_to(session.turn.asks)
    return timed(lambda: session.hear(reply))


def _bare(path: Path) -> "Connection":
    db: Any = library().connect(str(path), isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL").fetchone()
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE event (event_id TEXT PRIMARY KEY, payload TEXT)")
    return db  # type: ignore[no-any-return]


def _insert(db: "Connection") -> float:
    row = (uuid4().hex, json.dumps({"kind": "said", "text": SENTENCE, "step": "events_1", "entry": "e1"}))
    return timed(lambda: db.execute("INSERT INTO event VALUES (?, ?)", row))
