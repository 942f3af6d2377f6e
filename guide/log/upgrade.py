"""Numbered steps from yesterday's vault to today's, each whole or not at all."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from guide.errors import GuideError
from guide.log import schema

if TYPE_CHECKING:
    from sqlite3 import Connection

STEPS: tuple[tuple[str, ...], ...] = (schema.FIRST,)
"""The statements that lead to format 1, 2, …; a step that was published is never edited, only followed."""


def format_of(db: "Connection") -> int:
    """Return the number of the vault's format, 0 for an empty file; raise `GuideError` for a foreign one."""
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables:
        return 0
    found = (
        db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone() if "meta" in tables else None
    )
    if found is None or not str(found[0]).isdecimal():
        raise GuideError(
            "This file is a database of another program, not a vault of guide; name another place."
        )
    return int(found[0])


def bring_up(db: "Connection", path: Path) -> int:
    """Bring the vault to the newest format in one transaction and return the format it now has.

    A vault that holds sessions is copied beside itself first. A newer format than ours is left alone.
    """
    have = format_of(db)
    if have >= len(STEPS):
        return have
    if have:
        _copy_first(db, copy_before(path, have))
    db.execute("BEGIN IMMEDIATE")
    try:
        _take_steps(db)
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return len(STEPS)


def copy_before(path: Path, number: int) -> Path:
    """Return where the copy made before leaving format `number` lies."""
    return path.with_name(f"{path.stem}-format-{number}{path.suffix}")


def copies(path: Path) -> list[Path]:
    """Return the copies that upgrades have left beside the vault."""
    return sorted(path.parent.glob(f"{path.stem}-format-*{path.suffix}"))


def _take_steps(db: "Connection") -> None:
    # Asked again now that nobody else can write: another program may have made the same steps meanwhile.
    have = format_of(db)
    for statement in (statement for step in STEPS[have:] for statement in step):
        db.execute(statement)
    if not have:
        db.execute("INSERT INTO meta VALUES ('vault', ?), ('erase_pending', '')", (os.urandom(16).hex(),))
    db.execute(
        "INSERT INTO meta VALUES ('format', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        (str(max(have, len(STEPS))),),
    )


def _copy_first(db: "Connection", copy: Path) -> None:
    """Copy the vault as it stands; the words in it are as private as the vault's own."""
    copy.unlink(missing_ok=True)
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    db.execute("VACUUM INTO ?", (str(copy),))
