"""What SQLite refuses, in one sentence for the person; never in its own words, which may carry somebody's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guide.errors import GuideError, NotSaved
from guide.log.store import Conflict, Damaged

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN = 5, 6, 8, 10, 11, 13, 14
_TOOBIG, _CONSTRAINT, _NOTADB = 18, 19, 26

_SENTENCES = {
    _BUSY: "Another program is keeping {path} busy, so nothing was written; try again in a moment.",
    _LOCKED: "Another program is keeping {path} busy, so nothing was written; try again in a moment.",
    _READONLY: "{path} cannot be written, so nothing was added to it; make it and its folder writable.",
    _IOERR: "The disk did not take or give what was asked of {path}; see that it is still there and has "
    "room, then try again: what was saved before is kept.",
    _FULL: "The disk is full, so nothing was added to {path}; free some space and try again: what was saved "
    "before is kept.",
    _CANTOPEN: "{path} cannot be opened; see that its folder is there and that you may read and write it.",
    _TOOBIG: "That is more than one answer can hold, so nothing was written; send it in smaller pieces.",
}
_DAMAGED = (
    "{path} is damaged or not a vault of guide, so nothing was read from it{kept}; put a copy from before in "
    "its place, or move it to another folder to begin with an empty one."
)


@contextmanager
def told(path: Path, why: str = "") -> Iterator[None]:
    """Let what SQLite refuses inside come out as a `GuideError`, and all else as it is.

    `why` is said where nothing closer is known.
    """
    try:
        yield
    except GuideError:
        raise
    except Exception as error:
        meant = in_words(error, path, why)
        if meant is None:
            raise
        raise meant from error


def in_words(error: Exception, path: Path, why: str = "") -> GuideError | None:
    """Return what an error of SQLite at `path` means for the person; None for an error of another kind."""
    if isinstance(error, UnicodeDecodeError):  # SQLite quotes the damaged text in what it complains of.
        return damaged(path)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = int(code) & 0xFF
    if kind == _CONSTRAINT:
        return conflict()
    if kind in {_CORRUPT, _NOTADB}:
        return damaged(path)
    if kind in _SENTENCES:
        return NotSaved(_SENTENCES[kind].format(path=path))
    name = getattr(error, "sqlite_errorname", kind)
    return NotSaved(
        why or f"{path} could not be used as it should ({name}), so nothing was written; run `guide doctor`."
    )


def damaged(path: Path, copy: Path | None = None) -> Damaged:
    """Return the sentence for a file that cannot be trusted: where the copy of it is, and what to do next."""
    kept = f" and a copy was kept as {copy.name} beside it" if copy else ""
    return Damaged(_DAMAGED.format(path=path, kept=kept))


def conflict() -> Conflict:
    """Return the sentence for a session that another program has gone on with."""
    return Conflict("Another window has gone on with this session; open it again to see what was said there.")


def cannot_write(path: Path) -> NotSaved:
    """Return the sentence for a file or folder that refuses writing."""
    return NotSaved(_SENTENCES[_READONLY].format(path=path))


def only_read(path: Path) -> str:
    """Return why a vault that was opened for reading takes nothing."""
    return f"{path} was opened only to be read, so nothing is added to it here."


def newer(path: Path) -> str:
    """Return why a vault of a later guide takes nothing."""
    return (
        f"{path} was made by a newer guide: it can be read here, not added to; bring this guide up to date."
    )


def without_file(path: Path, log: Path) -> GuideError:
    """Return the sentence for a log whose file is empty or missing: opened so, SQLite would delete it."""
    return GuideError(
        f"{path} is empty or missing, but {log.name} beside it is not; put the file back first."
    )


def gone(path: Path) -> NotSaved:
    """Return the sentence for a file that is no longer where it was opened."""
    return NotSaved(
        f"{path} is no longer where it was, so nothing was added to it; put the disk or the file back, then "
        "start guide again."
    )
