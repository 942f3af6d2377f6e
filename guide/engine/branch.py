"""Begins a conversation of its own where a talk stands, so that a room can answer differently."""

import json
import os

from guide.clock import Clock
from guide.engine.run_through import RunThrough
from guide.engine.session import Session
from guide.engine.turn import Turn
from guide.log.store import NewRow, NewSession, Store


def branch(run: RunThrough, turn: Turn, store: Store, clock: Clock) -> Session:
    """Return a session that stands where the talk stood at `turn`; what is said in it goes into `store`.

    It carries the talk's own mark of being invented. The talk itself is not touched.
    """
    flow, record = run.flow, turn.record
    own = os.urandom(5).hex()
    rows = [
        NewRow(os.urandom(16).hex(), row.at, row.deed, row.kind, row.payload)
        for row in run.store.rows(record.session)[: len(record.events)]
    ]
    compiled = json.dumps(flow.source, ensure_ascii=False, separators=(",", ":"))
    store.create(NewSession(own, "", flow.flow, flow.version, flow.title, record.started), compiled, rows)
    return Session.resume(store, clock, own)


def has_words(session: Session, turn: Turn) -> bool:
    """Return whether anything happened in a branch since it was begun at `turn`."""
    return len(session.record.events) > len(turn.record.events)
