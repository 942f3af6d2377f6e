"""A store that keeps nothing: for demonstrations, and for playing talks as tests."""

import hashlib
from collections.abc import Sequence
from types import EllipsisType

from guide.errors import WrongUse
from guide.frozen import replace
from guide.log.store import Conflict, Draft, NewRow, NewSession, Row, SessionRow


class Memory:
    """Keeps sessions for as long as the program runs; nothing reaches the disk."""

    read_only = ""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._rows: dict[str, list[Row]] = {}
        self._sessions: dict[str, SessionRow] = {}
        self._compiled: dict[str, str] = {}
        self._drafts: dict[str, Draft] = {}

    def create(self, session: NewSession, compiled: str, rows: Sequence[NewRow]) -> int:
        """Begin a session; raises Conflict when the id is taken."""
        if session.session in self._sessions:
            raise Conflict(f"There is a session called {session.session} already: start another.")
        self._compiled[session.session] = compiled
        self._rows[session.session] = []
        self._sessions[session.session] = SessionRow(
            session.session, session.thread, session.flow, session.version, session.title, session.started,
            session.started, None, 0, 0, "", session.label,
        )  # fmt: skip
        return self.append(session.session, rows, 0)

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
        """Write all rows; raises Conflict when something was written since."""
        known, own = self.find(session), self._rows[session]
        if known.head_seq != expected_seq:
            raise Conflict("Another window wrote to this session: open it again.")
        own.extend(
            Row(expected_seq + at, one.event_id, one.at, one.deed, one.kind, one.payload)
            for at, one in enumerate(rows, 1)
        )
        if clear_draft:
            self._drafts.pop(session, None)
        head = hashlib.sha256((known.head_hash + "".join(one.payload for one in rows)).encode()).hexdigest()
        self._sessions[session] = replace(
            known,
            changed=rows[-1].at if rows else known.changed,
            finished=known.finished if isinstance(finished, EllipsisType) else finished,
            answers=known.answers if answers is None else answers,
            head_seq=len(own),
            head_hash=head,
        )
        return len(own)

    def rows(self, session: str, after: int = 0) -> list[Row]:
        """Return the events numbered higher than `after`."""
        self.find(session)
        return self._rows[session][after:]

    def compiled(self, session: str) -> str:
        """Return the compiled flow."""
        self.find(session)
        return self._compiled[session]

    def sessions(self) -> list[SessionRow]:
        """Return every session, the last begun first."""
        return list(reversed(self._sessions.values()))

    def find(self, session: str) -> SessionRow:
        """Return one session; raises WrongUse when there is none."""
        if session not in self._sessions:
            raise WrongUse(f"There is no session called {session}: guide sessions lists them.")
        return self._sessions[session]

    def label(self, session: str, label: str) -> None:
        """Give a session the worker's own name for it."""
        self._sessions[session] = replace(self.find(session), label=label)

    def keep_draft(self, session: str, draft: Draft) -> None:
        """Keep the answer being typed."""
        self._drafts[session] = draft

    def draft(self, session: str) -> Draft | None:
        """Return the answer being typed."""
        return self._drafts.get(session)

    def forget(self, session: str, at: str, reason: str = "") -> bool:  # noqa: ARG002 - no tombstone here
        """Erase a session."""
        self.find(session)
        for held in (self._sessions, self._rows, self._compiled, self._drafts):
            held.pop(session, None)
        return True

    def head(self, session: str) -> int:
        """Return the number of the last event."""
        return self.find(session).head_seq

    def changed_since(self) -> bool:
        """Nobody else writes here."""
        return False

    def verify(self, session: str) -> list[str]:
        """Nothing can have been changed from outside."""
        self.find(session)
        return []

    def take(self, session: str) -> bool:  # noqa: ARG002 - there is nobody else
        """The pen is always free."""
        return True

    def release(self, session: str) -> None:
        """Put down the pen."""

    def close(self) -> None:
        """There is nothing to close."""
