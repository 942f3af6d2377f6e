"""The store that is one SQLite file: every session of this person, plain for now."""

from collections.abc import Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from types import EllipsisType
from typing import Any

from guide.errors import GuideError, NotSaved, WrongUse
from guide.frozen import replace
from guide.log import connect, erase, faults, tables, upgrade
from guide.log.database import Database
from guide.log.lock import Locks
from guide.log.store import Conflict, Damaged, Draft, NewRow, NewSession, Row, SessionRow
from guide.log.which import which


def open_vault(path: Path, *, readonly: bool = False, wait: float = 10.0) -> "Vault":
    """Return the vault at `path`, made for its owner only when there is none.

    A vault that cannot be written, or that a newer guide made, opens all the same and says why in
    `read_only`; `wait` is how many seconds another program's writing is waited for. Raise `Damaged` after
    keeping a copy, `NotSaved` or another `GuideError` for a place that cannot be used.
    """
    if readonly and not path.exists():
        raise GuideError(f"There is no vault at {path} yet; `guide start` makes it.")
    try:
        why = faults.only_read(path) if readonly else connect.why_not_write(path)
        return _open_to_read(path, why, wait) if why else _open_to_write(path, wait)
    except Damaged as error:
        raise faults.damaged(path, _keep_copy(path)) from error
    except OSError as error:
        raise faults.cannot_write(path) from error


class Vault:
    """A `Store` in one SQLite file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._locks = Locks(database.path.parent / "locks")
        self._version = self._data_version()

    @property
    def read_only(self) -> str:
        """Why nothing can be written here, as a sentence; nothing when it can."""
        return self._database.read_only

    def create(self, session: NewSession, compiled: str, rows: Sequence[NewRow]) -> int:
        """Begin a session with its compiled flow, kept once for all that share it, and its first rows."""
        try:
            with self._database.writing() as db:
                return tables.begin(db, session, compiled, rows)
        except Conflict:
            return self._written_before(session.session, rows)

    def append(  # noqa: PLR0913 - the protocol's
        self,
        session: str,
        rows: Sequence[NewRow],
        expected_seq: int,
        *,
        clear_draft: bool = True,
        finished: str | EllipsisType | None = ...,
        answers: int | None = None,
    ) -> int:
        """Write all rows or none after event `expected_seq`; durable on return."""
        try:
            with self._database.writing() as db:
                if clear_draft:
                    tables.drop_draft(db, session)
                return tables.go_on(db, session, rows, expected_seq, (finished, answers))
        except Conflict:
            return self._written_before(session, rows)

    def rows(self, session: str, after: int = 0) -> list[Row]:
        """Return the events numbered higher than `after`, in order."""
        with self._database.using() as db:
            return tables.rows_after(db, session, after)

    def compiled(self, session: str) -> str:
        """Return the compiled flow the session was begun with."""
        (body,) = self._found(
            "SELECT body FROM session JOIN compiled ON hash = compiled WHERE session = ?", session
        )
        return str(body)

    def sessions(self) -> list[SessionRow]:
        """Return every session, the last changed first."""
        with self._database.using() as db:
            return tables.sessions(db)

    def find(self, session: str) -> SessionRow:
        """Return the session a person means; raise `WrongUse` for none or several."""
        return which(self.sessions(), session)

    def label(self, session: str, label: str) -> None:
        """Give the session the worker's own name for it."""
        self.head(session)
        with self._database.writing() as db:
            db.execute("UPDATE session SET label = ? WHERE session = ?", (tables.clean(label), session))

    def keep_draft(self, session: str, draft: Draft) -> None:
        """Keep the answer being typed; of a session that was erased meanwhile nothing is kept."""
        body = tables.clean(draft.body)
        with self._database.writing() as db:
            if body:
                tables.keep_draft(db, session, replace(draft, body=body))
            else:
                tables.drop_draft(db, session)

    def draft(self, session: str) -> Draft | None:
        """Return the answer that was being typed."""
        with self._database.using() as db:
            return tables.draft_of(db, session)

    def forget(self, session: str, at: str, reason: str = "") -> bool:
        """Erase the session and leave a tombstone; return whether every trace has left the file already."""
        self.head(session)
        if self.read_only:
            raise NotSaved(self.read_only)
        if not self.take(session):
            raise GuideError("This session is open in another window; close it there, then erase it.")
        try:
            return erase.erase(self._database, session, at, tables.clean(reason))
        finally:
            self._locks.release(session, remove=True)

    def head(self, session: str) -> int:
        """Return the number of the session's last event."""
        (seq,) = self._found("SELECT head_seq FROM session WHERE session = ?", session)
        return int(seq)

    def changed_since(self) -> bool:
        """Return whether another connection has written since this was last asked."""
        before, self._version = self._version, self._data_version()
        return before != self._version

    def verify(self, session: str) -> list[str]:
        """Return a sentence for each thing that is not as it was written."""
        try:
            self.head(session)
            with self._database.reading() as db:
                return list(tables.broken(db, session))
        except WrongUse:
            raise
        except GuideError as error:
            return [str(error)]

    def take(self, session: str) -> bool:
        """Become the one program that writes this session; False too where nothing can be written."""
        try:
            return not self.read_only and self._locks.take(session)
        except OSError as error:
            raise faults.cannot_write(self._database.path) from error

    def release(self, session: str) -> None:
        """Let another program write this session."""
        self._locks.release(session)

    def close(self) -> None:
        """Let go of the file and of every session taken."""
        self._locks.release_all()
        self._database.close()

    def _data_version(self) -> int:
        with self._database.using() as db:
            return int(db.execute("PRAGMA data_version").fetchone()[0])

    def _found(self, question: str, session: str) -> tuple[Any, ...]:
        with self._database.using() as db:
            found: tuple[Any, ...] | None = db.execute(question, (session,)).fetchone()
        if found is None:
            raise WrongUse(f"There is no session {session!r}; `guide sessions` lists them.")
        return found

    def _written_before(self, session: str, rows: Sequence[NewRow]) -> int:
        """Return the last number of rows that all stand here already; raise `Conflict` when they do not."""
        with self._database.using() as db:
            stand = tables.numbers(db, session, rows)
        if not rows or len(stand) < len(rows):
            raise faults.conflict()
        return max(stand)


def _open_to_write(path: Path, wait: float) -> Vault:
    with ExitStack() as on_failure:
        database = Database(path, connect.connect(path, wait=wait))
        on_failure.callback(database.close)
        with database.using() as db:
            if upgrade.bring_up(db, path) == len(upgrade.STEPS):
                if erase.pending(db):
                    erase.finish(database)
                on_failure.pop_all()
                return Vault(database)
    return _open_to_read(path, faults.only_read(path), wait)


def _open_to_read(path: Path, why: str, wait: float) -> Vault:
    with ExitStack() as on_failure:
        database = Database(path, connect.connect_to_read(path, wait=wait), why)
        on_failure.callback(database.close)
        with database.using() as db:
            found = upgrade.format_of(db)
            if found > len(upgrade.STEPS):
                database.read_only = faults.newer(path)
            if found:
                on_failure.pop_all()
                return Vault(database)
    raise GuideError(f"There is nothing in {path} yet; `guide start` begins.")


def _keep_copy(path: Path) -> Path | None:
    """Keep a damaged vault and its log under another name, once; return that name where it could be done."""
    # Closing the file drops every lock this process has on it: only ever done to a vault that was not opened.
    try:
        copy = path.with_name(f"{path.stem}-damaged-{sha256(path.read_bytes()).hexdigest()[:8]}{path.suffix}")
        for source, target in ((path, copy), (connect.log_of(path), connect.log_of(copy))):
            if source.exists() and not target.exists():
                target.touch(0o600)
                target.write_bytes(source.read_bytes())
    except OSError:
        return None
    return copy
