"""Opens a conversation: on the screen, or line by line where there is no terminal."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from guide.clock import WallClock
from guide.errors import GuideError, WrongUse
from guide.paths import Paths, paths

if TYPE_CHECKING:
    from guide.engine.session import Session
    from guide.flow.model import Flow
    from guide.log.store import Store


def open_store(where: Paths) -> "Store":
    """Open the vault, making its folder the first time; raises GuideError with one sentence."""
    from guide.log.vault import open_vault

    if not has_vault(where):  # what was kept before can be read where nothing new can be
        where.ready()
    return open_vault(where.vault)


def has_vault(where: Paths) -> bool:
    """Return whether anything was kept here before; raises GuideError for a folder nobody may look into."""
    try:
        return where.vault.exists()
    except OSError as refused:
        raise GuideError(
            f"guide may not look into {where.home} ({refused.strerror}); name another folder with --home DIR "
            "or GUIDE_HOME."
        ) from None


def has_screen() -> bool:
    """Whether a screen can be drawn here: a terminal in and out that is not a dumb one."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"


def home(place: str | None) -> int:
    """Open the home screen; without a terminal say so and list what can be started."""
    if not has_screen():
        from guide.cli.lines import say_no_screen
        from guide.cli.listing import print_flows

        say_no_screen()
        print_flows(paths(place))
        return 0
    return _on_screen(paths(place))


def _on_screen(where: Paths, session: "Session | None" = None, store: "Store | None" = None) -> int:
    from guide.settings import read_settings
    from guide.ui.app import run

    settings = read_settings(where.settings_file)
    return run(
        paths=where,
        settings=settings,
        clock=WallClock(),
        store=store or open_store(where),
        open_session=session,
    )


def start_flow(  # noqa: PLR0913 - each is one option of `guide start`
    flow: str,
    *,
    place: str | None = None,
    form: str = "",
    level: str = "",
    thread: str = "",
    origin: str = "",
    lang: str = "",
    invented: bool = False,
    lines: bool = False,
) -> int:
    """Begin a conversation."""
    session, store, where = begin(
        flow, place=place, form=form, level=level, thread=thread, origin=origin, lang=lang, invented=invented
    )
    return carry_on(session, store, where, lines=lines)


def begin(  # noqa: PLR0913 - as above
    flow: str,
    *,
    place: str | None = None,
    form: str = "",
    level: str = "",
    thread: str = "",
    origin: str = "",
    lang: str = "",
    invented: bool = False,
) -> "tuple[Session, Store, Paths]":
    """Make a session; raises WrongUse for a form, level or session that does not exist."""
    from guide.engine.session import Session
    from guide.flow.library import load_flow

    where = paths(place)
    compiled = load_flow(flow, where)
    if unknown := unknown_choice(compiled, form, level):
        raise WrongUse(unknown)
    store = open_store(where)
    if origin:
        origin = store.find(origin).session
    session = Session.start(
        store, compiled, WallClock(), form=form, level=level, thread=thread, origin=origin, lang=lang or "en",
        invented=invented,
    )  # fmt: skip
    return session, store, where


def unknown_choice(flow: "Flow", form: str, level: str) -> str:
    """Return the sentence for a form or a level that this flow has not got; nothing when it has both."""
    if form and form not in flow.forms:
        return f"The flow {flow.flow} has no form called “{form}”: it has {', '.join(flow.forms) or 'none'}."
    if level and level not in flow.levels:
        return f"There is no level called “{level}”: use {', '.join(flow.levels) or 'none'}."
    return ""


def resume_named(name: str, *, place: str | None = None, lines: bool = False) -> int:
    """Go on where a conversation stopped: the one named, or the one changed last."""
    session, store, where = reopen(name, place=place)
    return carry_on(session, store, where, lines=lines)


def reopen(name: str, *, place: str | None = None) -> "tuple[Session, Store, Paths]":
    """Open a session by its id, the beginning of one, or the newest when none is named."""
    from guide.engine.session import Session

    where = paths(place)
    store = open_store(where)
    if not name:
        known = store.sessions()
        if not known:
            raise WrongUse("Nothing was started yet: guide start FLOW begins, guide flows says with what.")
        name = known[0].session
    return Session.resume(store, WallClock(), store.find(name).session), store, where


def carry_on(session: "Session", store: "Store", where: Paths, *, lines: bool) -> int:
    """Talk on: on the screen where there is one, else line by line, saying so."""
    if lines or not has_screen():
        from guide.cli.lines import say_no_screen, talk_in_lines

        gc.enable()  # the short cut turned it off for the sake of the screen
        if not lines:
            say_no_screen()
        try:
            return talk_in_lines(session)
        finally:
            session.close()
            store.close()
    return _on_screen(where, session, store)
