"""Who writes a session: one program at a time, by a lock that ends with its process."""

import os
import sys
from hashlib import sha256
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Locks:
    """The sessions this program writes, each by a lock on a small empty file of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, int] = {}

    def take(self, session: str) -> bool:
        """Return whether the session is ours to write; False while another program has it."""
        if session in self._held:
            return True
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self._file(session), os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(handle):
            os.close(handle)
            return False
        if not self._is_still(session, handle):
            os.close(handle)
            return self.take(session)
        self._held[session] = handle
        return True

    def release(self, session: str, *, remove: bool = False) -> None:
        """Let another program take the session; `remove` its file too when the session is no more."""
        handle = self._held.pop(session, None)
        if handle is None:
            return
        if remove and sys.platform != "win32":
            self._file(session).unlink(missing_ok=True)
        os.close(handle)
        if remove and sys.platform == "win32":
            self._file(session).unlink(missing_ok=True)

    def release_all(self) -> None:
        """Let go of everything."""
        for session in list(self._held):
            self.release(session)

    def _file(self, session: str) -> Path:
        is_plain = session.isascii() and session.replace("-", "").replace("_", "").isalnum()
        return self._folder / f"{session if is_plain else sha256(session.encode()).hexdigest()}.lock"

    def _is_still(self, session: str, handle: int) -> bool:
        """Somebody may have removed the file between our opening and our locking it: then we hold nothing."""
        try:
            return os.path.samestat(os.fstat(handle), self._file(session).stat())
        except FileNotFoundError:
            return False


def _lock(handle: int) -> bool:
    if sys.platform == "win32":
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A disk without locks must not make every session read-only: `expected_seq` keeps two apart too.
        return True
    return True
