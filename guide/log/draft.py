"""The half-typed answer, kept by a thread of its own so that no key waits for the disk."""

from collections.abc import Callable
from threading import Condition, Thread

from guide.clock import Clock
from guide.errors import GuideError
from guide.log.store import Draft, Store

_TRY_AGAIN = 0.25
"""Seconds between two attempts while the disk refuses."""


_Typed = tuple[str, Draft]
"""A session, and what is being typed in it."""


class DraftKeeper:
    """Saves what is being typed, always the newest: what a slow disk has no time for is passed over.

    The thread starts with the first `put` and opens a store of its own. Call `drop` before an answer is
    appended, or the answer's own letters may come back as a draft.
    """

    def __init__(self, open_store: Callable[[], Store], clock: Clock) -> None:
        self._open_store = open_store
        self._clock = clock
        self._changed = Condition()
        self._newest: _Typed | None = None
        self._saving = False
        self._dropped = False
        self._closing = False
        self._trouble: GuideError | None = None
        self._thread: Thread | None = None

    @property
    def trouble(self) -> GuideError | None:
        """Why the newest text is not on the disk; None while all goes well."""
        return self._trouble

    def put(self, session: str, step: str, item: str, body: str) -> None:
        """Have this text saved soon; returns at once. An empty text removes the draft."""
        typed = (session, Draft(step, item, body, self._clock.now()))
        with self._changed:
            self._newest = typed
            self._changed.notify_all()
        if self._thread is None:
            self._thread = Thread(target=self._work, name="draft", daemon=True)
            self._thread.start()

    def drop(self) -> None:
        """Forget what is not yet saved, and wait for a save under way (one commit)."""
        with self._changed:
            self._newest = None
            self._dropped = True
            self._changed.wait_for(lambda: not self._saving)

    def flush(self, timeout: float = 1.0) -> bool:
        """Wait until everything put is on the disk; return False when `timeout` seconds were not enough."""
        with self._changed:
            return self._changed.wait_for(lambda: self._newest is None and not self._saving, timeout)

    def close(self, timeout: float = 1.0) -> None:
        """Save what can still be saved and end the thread."""
        if self._thread is None:
            return
        self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        self._thread = None

    def _work(self) -> None:
        store: Store | None = None
        while typed := self._take():
            trouble: GuideError | None = GuideError("What is being typed cannot be kept just now.")
            try:
                store = store or self._open_store()
                store.keep_draft(*typed)
                trouble = None
            except GuideError as error:
                trouble = error
            finally:
                self._done(typed, trouble)
        if store:
            store.close()

    def _take(self) -> _Typed | None:
        """Return the newest text once there is one; None when the keeper is closing."""
        with self._changed:
            self._changed.wait_for(lambda: self._newest is not None or self._closing)
            typed, self._newest = self._newest, None
            if self._closing:
                return None
            self._saving, self._dropped = True, False
            return typed

    def _done(self, typed: _Typed, trouble: GuideError | None) -> None:
        with self._changed:
            self._saving = False
            self._trouble = trouble
            if trouble and not self._dropped:
                # To be tried again, unless something newer has been typed meanwhile.
                self._newest = self._newest or typed
            self._changed.notify_all()
            if trouble:
                self._changed.wait_for(lambda: self._closing, _TRY_AGAIN)
