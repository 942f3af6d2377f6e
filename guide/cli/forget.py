"""Erases a session, after asking once more."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from guide.cli.open import open_store
from guide.cli.plain import plain
from guide.clock import WallClock
from guide.errors import GuideError, WrongUse
from guide.paths import paths

if TYPE_CHECKING:
    from guide.log.store import Store


def forget_command(place: str | None, session: str, *, yes: bool) -> int:
    """Erase a session's words; what was exported, and backups, are out of reach."""
    store = open_store(paths(place))
    try:
        row = store.find(session)
        if not yes and not _is_sure(row.session, row.title, row.started[:10]):
            raise GuideError("Nothing was erased.")
        made = _papers_made(store, row.session)
        gone = store.forget(row.session, WallClock().now())
    finally:
        store.close()
    print(f"{row.session} is erased. Papers already made, and backups of this computer, are not.")
    for one in made:
        print(f"    {plain(one)}")
    if not gone:
        print("Another window was reading; the last traces go when guide is next opened.")
    return 0


def _papers_made(store: "Store", session: str) -> list[str]:
    """Return the papers that were made, each in words: afterwards nobody could say any more who has one."""
    from guide.documents.handed_out import HandedOut
    from guide.engine.session import Session

    with suppress(GuideError):  # what cannot be read any more can still be erased
        opened = Session.resume(store, WallClock(), session)
        try:
            handed = HandedOut(opened)
            return [handed.called(one) for one in handed.every]
        finally:
            opened.close()
    return []


def _is_sure(session: str, title: str, day: str) -> bool:
    if not sys.stdin.isatty():
        raise WrongUse("Erasing needs a yes: guide forget SESSION --yes.")
    answer = input(f"Erase {session} ({title}, {day})? Nothing brings it back. Type yes: ")
    return answer.strip().casefold() == "yes"
