"""Erasing a session so that none of its words stay in the file.

Deleting, even with `secure_delete`, leaves text in unallocated gaps and in the log; only a `VACUUM` followed
by an emptied log leaves none. Out of reach are spare blocks of the disk, snapshots, backups, exported files.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from guide.errors import GuideError
from guide.log import connect, upgrade
from guide.log.database import Database

if TYPE_CHECKING:
    from sqlite3 import Connection

_PATIENCE = 250
"""Milliseconds to wait for another program's reading, before leaving the rest to the next time."""

_REMOVE = (
    "DELETE FROM event WHERE session = ?",
    "DELETE FROM draft WHERE session = ?",
    "DELETE FROM session WHERE session = ?",
)


def erase(database: Database, session: str, at: str, reason: str) -> bool:
    """Erase a session and leave its tombstone; return whether every trace has left the file already."""
    with database.writing() as db:
        db.execute(
            "INSERT INTO erasure SELECT session, ?, ?, head_seq, head_hash FROM session WHERE session = ?",
            (at, reason, session),
        )
        for statement in _REMOVE:
            db.execute(statement, (session,))
        db.execute("DELETE FROM compiled WHERE hash NOT IN (SELECT compiled FROM session)")
        db.execute("UPDATE meta SET value = ? WHERE name = 'erase_pending'", (session,))
    return finish(database)


def pending(db: "Connection") -> str:
    """Return the session erased last while traces of it may still be in the file, else nothing."""
    (session,) = db.execute("SELECT value FROM meta WHERE name = 'erase_pending'").fetchone()
    return str(session)


def finish(database: Database) -> bool:
    """Take the last traces out of the file; return whether that could be done now."""
    with suppress(GuideError):
        for copy in upgrade.copies(database.path):
            copy.unlink(missing_ok=True)
        with database.using() as db:
            session = pending(db)
        if _rewrite(database):
            with database.writing() as db:
                # Not when another program has erased a session meanwhile: that one is its own to finish.
                db.execute(
                    "UPDATE meta SET value = '' WHERE name = 'erase_pending' AND value = ?", (session,)
                )
            return True
    return False


def _rewrite(database: Database) -> bool:
    with database.using() as db:
        waited = db.execute("PRAGMA busy_timeout").fetchone()[0]
        db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        try:
            db.execute("VACUUM")
            is_busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            db.execute(f"PRAGMA busy_timeout = {waited}")
        connect.sync_log(database.path)
        return not is_busy
