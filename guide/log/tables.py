"""What a vault says to its tables; every transaction is the caller's."""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from types import EllipsisType
from typing import TYPE_CHECKING

from guide.errors import NotSaved
from guide.log import chain, faults
from guide.log.store import Draft, NewRow, NewSession, Row, SessionRow

if TYPE_CHECKING:
    from sqlite3 import Connection

_BEGIN_SESSION = "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, ?, ?, ?)"
_ADD_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_GO_ON = """
    UPDATE session SET head_seq = ?, head_hash = ?, changed = coalesce(?, changed),
                       answers = coalesce(?, answers), finished = iif(?, ?, finished)
    WHERE session = ?
"""
# Every value is cast: one damaged bit can make a text a blob or nothing, and what is read stays what it says.
_ROWS = """
    SELECT CAST(ifnull(seq, 0) AS INTEGER), CAST(ifnull(event_id, '') AS TEXT), CAST(ifnull(at, '') AS TEXT),
           CAST(ifnull(deed, 0) AS INTEGER), CAST(ifnull(kind, '') AS TEXT),
           CAST(ifnull(payload, 'null') AS TEXT)
    FROM event WHERE session = ? AND seq > ? ORDER BY seq
"""
_PROOF = """
    SELECT CAST(ifnull(seq, 0) AS INTEGER), CAST(ifnull(event_id, '') AS TEXT), CAST(ifnull(at, '') AS TEXT),
           CAST(ifnull(deed, 0) AS INTEGER), CAST(ifnull(kind, '') AS TEXT), '',
           CAST(payload AS BLOB), CAST(salt AS BLOB), CAST(ifnull(digest, '') AS BLOB),
           CAST(ifnull(hash, '') AS BLOB)
    FROM event WHERE session = ? ORDER BY seq
"""
_SESSIONS = """
    SELECT CAST(session AS TEXT), CAST(ifnull(thread, '') AS TEXT), CAST(ifnull(flow, '') AS TEXT),
           CAST(ifnull(version, 0) AS INTEGER), CAST(ifnull(title, '') AS TEXT),
           CAST(ifnull(started, '') AS TEXT), CAST(ifnull(changed, '') AS TEXT), CAST(finished AS TEXT),
           CAST(ifnull(answers, 0) AS INTEGER), CAST(ifnull(head_seq, 0) AS INTEGER),
           lower(hex(head_hash)), CAST(ifnull(label, '') AS TEXT)
    FROM session ORDER BY changed DESC, started DESC, session
"""
_BEGUN_WITH = """
    SELECT CAST(flow AS TEXT), CAST(version AS INTEGER), CAST(started AS TEXT), CAST(compiled AS TEXT),
           CAST(body AS BLOB), CAST(head_seq AS INTEGER), CAST(head_hash AS BLOB)
    FROM session LEFT JOIN compiled ON hash = compiled WHERE session = ?
"""
_KEEP_DRAFT = """
    INSERT INTO draft SELECT session, ?, ?, ?, ? FROM session WHERE session = ?
    ON CONFLICT DO UPDATE SET step = excluded.step, item = excluded.item, body = excluded.body,
                              at = excluded.at
"""


def begin(db: "Connection", new: NewSession, compiled: str, rows: Sequence[NewRow]) -> int:
    """Write a session with its compiled flow, kept once for all that share it, and its first rows."""
    flow_hash = sha256(compiled.encode()).hexdigest()
    first = chain.beginning(new.session, new.flow, new.version, new.started, flow_hash)
    db.execute("INSERT INTO compiled VALUES (?, ?) ON CONFLICT DO NOTHING", (flow_hash, compiled))
    seq, head = _add(db, new.session, rows, 0, first)
    names = (new.session, new.thread, new.flow, new.version, new.title, clean(new.label))
    changed = rows[-1].at if rows else new.started
    db.execute(_BEGIN_SESSION, (*names, new.started, changed, flow_hash, seq, head))
    return seq


def go_on(
    db: "Connection",
    session: str,
    rows: Sequence[NewRow],
    expected_seq: int,
    sums: tuple[str | EllipsisType | None, int | None],
) -> int:
    """Write rows after event `expected_seq`, and `sums`: when it finished, how many answers stand."""
    finished, answers = sums
    seq, head = _add(db, session, rows, expected_seq, _hash_at(db, session, expected_seq))
    changed = rows[-1].at if rows else None
    ended = (False, None) if finished is ... else (True, finished)
    db.execute(_GO_ON, (seq, head, changed, answers, *ended, session))
    return seq


def numbers(db: "Connection", session: str, rows: Sequence[NewRow]) -> list[int]:
    """Return the numbers of those of the rows that stand in the session already."""
    question = "SELECT seq FROM event WHERE event_id = ? AND session = ?"
    return [seq for row in rows for (seq,) in db.execute(question, (row.event_id, session))]


def rows_after(db: "Connection", session: str, after: int) -> list[Row]:
    """Return the events numbered higher than `after`."""
    return [Row(*found) for found in db.execute(_ROWS, (session, after))]


def sessions(db: "Connection") -> list[SessionRow]:
    """Return every session, the last changed first."""
    return [SessionRow(*found) for found in db.execute(_SESSIONS)]


def draft_of(db: "Connection", session: str) -> Draft | None:
    """Return the answer being typed in a session."""
    found = db.execute("SELECT step, item, body, at FROM draft WHERE session = ?", (session,)).fetchone()
    return Draft(*found) if found else None


def keep_draft(db: "Connection", session: str, draft: Draft) -> None:
    """Put a draft in place of the one before; of a session erased meanwhile keep nothing."""
    db.execute(_KEEP_DRAFT, (draft.step, draft.item, draft.body, draft.at, session))


def drop_draft(db: "Connection", session: str) -> None:
    """Remove the draft of a session."""
    db.execute("DELETE FROM draft WHERE session = ?", (session,))


def broken(db: "Connection", session: str) -> Iterator[str]:
    """Yield what is not as it was written; damage that cannot even be read raises the library's error."""
    flow, version, started, flow_hash, body, seq, head = db.execute(_BEGUN_WITH, (session,)).fetchone()
    if body is None or sha256(body).hexdigest() != flow_hash:
        yield "The flow this session carries is not the one it was begun with."
    links = (chain.Link(Row(*found[:6]), *found[6:]) for found in db.execute(_PROOF, (session,)))
    yield from chain.broken(
        session, chain.beginning(session, flow, version, started, flow_hash), links, (seq, head)
    )


def clean(text: str) -> str:
    """Drop the lone surrogates a terminal may hand us: no file takes them."""
    return text.encode("utf-8", "ignore").decode()


def _add(db: "Connection", session: str, rows: Sequence[NewRow], seq: int, head: bytes) -> tuple[int, bytes]:
    """Add the rows after event `seq` of hash `head`; return the new head."""
    for row in rows:
        seq += 1
        # A lone surrogate becomes the JSON escape it is: the same text to every reader, and a file takes it.
        words = row.payload.encode("utf-8", "backslashreplace")
        salt = os.urandom(16)
        digest = chain.digest_of(salt, words)
        added = Row(seq, row.event_id, row.at, row.deed, row.kind, words.decode())
        head = chain.hash_after(head, session, added, digest)
        stands = (added.seq, added.event_id, added.at, added.deed, added.kind, added.payload)
        db.execute(_ADD_EVENT, (session, *stands, salt, digest, head))
    return seq, head


def _hash_at(db: "Connection", session: str, expected_seq: int) -> bytes:
    """Return the head's hash while the head is still `expected_seq`."""
    found = db.execute("SELECT head_seq, head_hash FROM session WHERE session = ?", (session,)).fetchone()
    if found is None:
        raise NotSaved(f"The session {session!r} is not in this vault any more, so nothing was added to it.")
    if found[0] != expected_seq:
        raise faults.conflict()
    return bytes(found[1])
