"""Open one SQLite file for a vault: with which library, how carefully, and for whose eyes."""

import os
import sys
from importlib import import_module
from operator import methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, cast

from guide.errors import GuideError
from guide.log import faults

if TYPE_CHECKING:
    from sqlite3 import Connection
    from types import ModuleType

_PRAGMAS = (
    "cipher_log = off",  # First of all: SQLCipher would write its complaints over the screen.
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "synchronous = FULL",
)
_MAC_PRAGMAS = ("fullfsync = ON", "checkpoint_fullfsync = ON")


def library() -> "ModuleType":
    """Return the driver: sqlcipher3, or Python's own where that one is sound.

    SQLite 3.7.0 to 3.51.2 can lose commits of two programs at once (https://sqlite.org/wal.html#walresetbug),
    and one conversation in two windows is exactly that.
    """
    try:
        return import_module("sqlcipher3.dbapi2")
    except ImportError:
        own = import_module("sqlite3")
    if is_sound(own.sqlite_version_info):
        return own
    raise GuideError(
        f"The package sqlcipher3 is missing and Python's own SQLite {own.sqlite_version} can lose what two "
        "windows write at once; install sqlcipher3 into the Python that runs guide."
    )


def is_sound(version: tuple[int, ...]) -> bool:
    """Return whether this SQLite has the WAL-reset fix: 3.51.3 and later, 3.50.7, 3.44.6."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def connect(path: Path, *, wait: float) -> "Connection":
    """Return a connection that writes durably; make the file, for the owner only, when there is none.

    `wait` is how many seconds another program's writing is waited for.
    """
    _make(path)
    with faults.told(path):
        db = _open(path, str(path), wait)
        if db.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
            raise GuideError(
                f"{path} is on a shared disk that cannot keep it safely; use a disk of this computer."
            )
        return _read_once(db)


def connect_to_read(path: Path, *, wait: float) -> "Connection":
    """Return a connection that never writes, also on a disk that cannot be written."""
    # Reading a WAL file takes a shared-memory file beside it, for which the folder has to be written. With
    # nothing left in the log the file may be read as if it never changed.
    only = "" if _has_log(path) else "&immutable=1"
    name = f"{path.absolute().as_uri()}?mode=ro{only}" if why_not_write(path) else str(path)
    with faults.told(path):
        db = _open(path, name, wait)
        db.execute("PRAGMA query_only = ON")
        return _read_once(db)


def why_not_write(path: Path) -> str:
    """Return a sentence when the file that is there, or its folder, cannot be written."""
    as_who = os.access in os.supports_effective_ids
    can = all(os.access(place, os.W_OK, effective_ids=as_who) for place in (path, path.parent))
    return "" if can or not path.exists() else str(faults.cannot_write(path))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_log(path: Path) -> None:
    """Make the emptied log durable.

    Never open the vault itself for this: closing it would drop the locks SQLite holds on it.
    """
    log = log_of(path)
    if sys.platform != "win32" and log.exists():
        sync_folder(log)
    sync_folder(path.parent)


def log_of(path: Path) -> Path:
    """Return where SQLite keeps what it has not yet carried over into the file."""
    return path.with_name(path.name + "-wal")


def _open(path: Path, name: str, wait: float) -> "Connection":
    db = library().connect(
        name, timeout=wait, isolation_level=None, check_same_thread=False, uri=name != str(path)
    )
    # A damaged byte in one answer must not keep all the others from being read; the hash chain names it.
    db.text_factory = methodcaller("decode", "utf-8", "replace")
    for pragma in _PRAGMAS + (_MAC_PRAGMAS if sys.platform == "darwin" else ()):
        db.execute(f"PRAGMA {pragma}")
    return cast("Connection", db)


def _read_once(db: "Connection") -> "Connection":
    """Open the log, and find out whether this is a database at all."""
    db.execute("PRAGMA schema_version").fetchone()
    return db


def _make(path: Path) -> None:
    """Make the file and its folder where they are not there; keep others from reading it."""
    # SQLite takes an empty file for a new one and throws its log away, with a whole conversation perhaps.
    if _has_log(path) and not (path.exists() and path.stat().st_size):
        raise faults.without_file(path, log_of(path))
    _make_folder(path.parent)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if path.stat().st_mode & 0o077 and os.name == "posix":
            path.chmod(0o600)
    else:
        sync_folder(path.parent)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True)
    sync_folder(folder.parent)


def _has_log(path: Path) -> bool:
    log = log_of(path)
    return log.exists() and log.stat().st_size > 0
