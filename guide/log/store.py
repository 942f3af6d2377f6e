"""What keeps a journal: the `Store` protocol, its plain rows and its few errors.

A store knows rows, not events: the payload is JSON text it never looks inside. Whatever stands behind this
protocol has to pass `tests/log`.
"""

from collections.abc import Sequence
from types import EllipsisType
from typing import NamedTuple, Protocol

from guide.errors import GuideError
from guide.frozen import frozen


class Conflict(GuideError):
    """Another program wrote to this session since it was read; nothing of this append was written."""


class Damaged(GuideError):
    """The file is cut off, overwritten or not a vault; where it could be, a copy was kept beside it."""


@frozen
class NewRow:
    """One event to append."""

    event_id: str
    """Never used twice in a store: what makes a retry harmless."""
    at: str
    """ISO 8601, UTC."""
    deed: int
    """The deed this event belongs to."""
    kind: str
    """What sort of event the payload holds."""
    payload: str
    """JSON text."""


class Row(NamedTuple):
    """One event as it stands in the journal."""

    seq: int
    """Counted from 1 in each session, without a gap."""
    event_id: str
    """As it was appended."""
    at: str
    """ISO 8601, UTC."""
    deed: int
    """The deed this event belongs to."""
    kind: str
    """What sort of event the payload holds."""
    payload: str
    """JSON text; `null` once it was redacted."""


@frozen
class NewSession:
    """A session to begin; the fields are those of `SessionRow`."""

    session: str
    """An id nobody else uses."""
    thread: str
    """The family's thread it belongs to."""
    flow: str
    """The flow it is started with."""
    version: int
    """That flow's version."""
    title: str
    """That flow's title."""
    started: str
    """ISO 8601, UTC."""
    label: str = ""
    """The worker's own name for it, or nothing."""


@frozen
class SessionRow:
    """What is known of a session without reading its events."""

    session: str
    """Its id."""
    thread: str
    """The family's thread it belongs to."""
    flow: str
    """The flow it was started with."""
    version: int
    """That flow's version."""
    title: str
    """That flow's title."""
    started: str
    """ISO 8601, UTC."""
    changed: str
    """When its last event was written."""
    finished: str | None
    """When it came to its end."""
    answers: int
    """How many answers stand, as the last append said."""
    head_seq: int
    """The number of its last event."""
    head_hash: str
    """The hash of its last event, hexadecimal; printed on papers, it anchors the chain outside the store."""
    label: str
    """The worker's own name for it, or nothing."""


@frozen
class Draft:
    """An answer somebody has begun to type."""

    step: str
    """The step it answers."""
    item: str
    """The item of that step, or nothing."""
    body: str
    """What has been typed; nothing removes the draft."""
    at: str
    """ISO 8601, UTC."""


class Store(Protocol):
    """Keeps sessions and their events. Every method may raise a `GuideError` made for the person to read.

    One store may be used from several threads; several programs may open the same one.
    """

    @property
    def read_only(self) -> str:
        """Why nothing can be written here, as a sentence; nothing when it can."""
        ...

    def create(self, session: NewSession, compiled: str, rows: Sequence[NewRow]) -> int:
        """Begin a session with its own copy of the compiled flow and its first rows, all or nothing.

        Return the number of the last of them; the same call again writes nothing and returns the same.
        Raise `Conflict` when the id is taken by another session, `NotSaved` when the disk refuses.
        """
        ...

    def append(  # noqa: PLR0913 - each is a thing that must happen in the one transaction
        self,
        session: str,
        rows: Sequence[NewRow],
        expected_seq: int,
        *,
        clear_draft: bool = True,
        finished: str | EllipsisType | None = ...,
        answers: int | None = None,
    ) -> int:
        """Write all rows or none after event `expected_seq`; durable on return.

        Return the number of the last of them, also when exactly these rows were written before. `finished`
        and `answers` are left as they stand unless given. Raise `Conflict` when the head is no longer
        `expected_seq`, `NotSaved` when the disk refuses.
        """
        ...

    def rows(self, session: str, after: int = 0) -> list[Row]:
        """Return the events numbered higher than `after`, in order."""
        ...

    def compiled(self, session: str) -> str:
        """Return the compiled flow the session was begun with."""
        ...

    def sessions(self) -> list[SessionRow]:
        """Return every session, the last changed first."""
        ...

    def find(self, session: str) -> SessionRow:
        """Return the session of this id, or of the only one that begins so; else raise `WrongUse`."""
        ...

    def label(self, session: str, label: str) -> None:
        """Give the session the worker's own name for it."""
        ...

    def keep_draft(self, session: str, draft: Draft) -> None:
        """Keep the answer being typed in place of the one kept before; durable on return."""
        ...

    def draft(self, session: str) -> Draft | None:
        """Return the answer that was being typed."""
        ...

    def forget(self, session: str, at: str, reason: str = "") -> bool:
        """Erase the session and leave a tombstone without content.

        Return False while another program's reading keeps traces in the file; they go when it is next opened.
        Raise `GuideError` when another program is writing this session.
        """
        ...

    def head(self, session: str) -> int:
        """Return the number of the session's last event."""
        ...

    def changed_since(self) -> bool:
        """Return whether another connection has written since this was last asked; cheap, ten a second."""
        ...

    def verify(self, session: str) -> list[str]:
        """Return a sentence for each thing that is not as it was written; nothing when all is."""
        ...

    def take(self, session: str) -> bool:
        """Become the one program that writes this session, until `release`, `close` or the process's end."""
        ...

    def release(self, session: str) -> None:
        """Let another program write this session."""
        ...

    def close(self) -> None:
        """Let go of the file and of every session taken."""
        ...
