"""One open SQLite file: whole transactions, errors in words, and a watch that the file is still there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from guide.errors import GuideError, NotSaved
from guide.log import connect, faults

if TYPE_CHECKING:
    from sqlite3 import Connection


class Database:
    """A connection that several threads may use in turn."""

    def __init__(self, path: Path, db: "Connection", read_only: str = "") -> None:
        self.path = path
        self.read_only = read_only
        """Why nothing is written here, as a sentence; nothing when it may be."""
        self._db = db
        self._turn = RLock()
        self._files = () if read_only else (str(path), str(connect.log_of(path)))
        self._identity = self._look()

    @contextmanager
    def using(self) -> "Iterator[Connection]":
        """Use the connection alone; what SQLite refuses comes out as a `GuideError`."""
        with self._turn, faults.told(self.path, self.read_only):
            yield self._db

    @contextmanager
    def reading(self) -> "Iterator[Connection]":
        """Read as if nobody wrote meanwhile."""
        with self.using() as db:
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> "Iterator[Connection]":
        """Write all or nothing; what was written is durable when this is left without an error."""
        if self.read_only:
            raise NotSaved(self.read_only)
        with self.using() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")
            # On a disk pulled out, or under a name given to another file, SQLite writes on into nowhere.
            if self._look() != self._identity:
                raise faults.gone(self.path)

    def close(self) -> None:
        """Close the file; all that was said is in it already, so nothing that fails here matters."""
        with suppress(GuideError), self.using() as db:
            db.close()

    def _look(self) -> list[tuple[int, int]]:
        """Return which files the names now stand for."""
        try:
            return [(found.st_dev, found.st_ino) for found in map(os.stat, self._files)]
        except OSError:
            return []
