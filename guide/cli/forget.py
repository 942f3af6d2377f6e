"""Erases a session, after asking once more."""

import sys

from guide.cli.open import open_store
from guide.clock import WallClock
from guide.errors import GuideError, WrongUse
from guide.paths import paths


def forget_command(place: str | None, session: str, *, yes: bool) -> int:
    """Erase a session's words; what was exported, and backups, are out of reach."""
    store = open_store(paths(place))
    try:
        row = store.find(session)
        if not yes and not _is_sure(row.session, row.title, row.started[:10]):
            raise GuideError("Nothing was erased.")
        gone = store.forget(row.session, WallClock().now())
    finally:
        store.close()
    print(f"{row.session} is erased. Papers already made, and backups of this computer, are not.")
    if not gone:
        print("Another window was reading; the last traces go when guide is next opened.")
    return 0


def _is_sure(session: str, title: str, day: str) -> bool:
    if not sys.stdin.isatty():
        raise WrongUse("Erasing needs a yes: guide forget SESSION --yes.")
    answer = input(f"Erase {session} ({title}, {day})? Nothing brings it back. Type yes: ")
    return answer.strip().casefold() == "yes"
