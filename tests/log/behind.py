"""Behind the vault's back: the file itself, as a damaged disk or another program would have it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from guide.log.connect import library

CHECKOUT = Path(__file__).parents[2]

on_posix_only = pytest.mark.skipif(
    sys.platform == "win32", reason="files are owned and locked differently there"
)


@contextmanager
def raw(path: Path, *, unguarded: bool = False) -> Iterator[Any]:
    """Open the file without the vault's care; `unguarded` takes the triggers away first."""
    db = library().connect(str(path), isolation_level=None)
    try:
        if unguarded:
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                db.execute(f"DROP TRIGGER {name}")
        yield db
    finally:
        db.close()


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Be a person whom file permissions concern: the superuser is not."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def start(program: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start another program that knows the vault and these tests."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(run: "subprocess.Popen[str]") -> tuple[int, str]:
    """Wait for a program; return how it ended and what it complained of."""
    _, complaint = run.communicate()
    return run.returncode, complaint
