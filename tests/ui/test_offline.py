"""A whole conversation on the screen, with every way to a network blocked."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guide.clock import StillClock
from guide.documents.leaving import Order, picture_of, write
from guide.engine.play import Player
from guide.engine.session import Session
from guide.log.draft import DraftKeeper
from guide.log.vault import open_vault
from guide.settings.model import Settings
from guide.ui.app import GuideApp
from guide.ui.screens.conversation import ConversationScreen
from tests.ui.stage import flow_of, settled, shelf, talk_of

NETWORK = frozenset({socket.AF_INET, socket.AF_INET6})
ASKING = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.bind"})
"""What a program does that wants something of a network, besides making a socket."""

_blocked: list[list[str]] = []
"""While somebody blocks it: where what was tried is written down."""


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _blocked and (event in ASKING or (event == "socket.__new__" and arguments[1] in NETWORK)):
        _blocked[-1].append(f"{event} {arguments}")
        raise OSError("there is no network here")


sys.addaudithook(_watch)


@contextmanager
def no_network() -> Iterator[list[str]]:
    """Let every socket but the event loop's own pipe fail; hand out what was tried."""
    tried: list[str] = []
    _blocked.append(tried)
    try:
        yield tried
    finally:
        _blocked.pop()


@pytest.mark.parametrize(("flow", "talk"), [("three-houses", "kit"), ("map", "aoife")])
async def test_a_whole_conversation_on_the_screen_needs_no_network(home: Path, flow: str, talk: str) -> None:
    told = talk_of(flow, talk)
    vault = open_vault(home / "vault.db")
    session = Session.start(vault, flow_of(flow), StillClock(), form=told.form, level=told.level)
    app = GuideApp(
        paths=shelf(), settings=Settings(theme="light"), clock=StillClock(), store=vault, open_session=session
    )
    app.keeper = DraftKeeper(lambda: app.store, app.clock)
    player = Player(session, told.people, told.lines)
    with no_network() as tried:
        async with app.run_test(size=(120, 40)) as pilot:
            screen = app.screen
            assert isinstance(screen, ConversationScreen)
            while (reply := player.next()) is not None:
                player.send(reply)
                await screen.show(again=True)
                await settled(pilot)
            write(picture_of(session), Order(formats=("html", "md", "json", "csv"), to=home / "papers"))
        app.keeper.close()

    assert session.turn.is_finished
    assert tried == []
    assert (home / "papers" / "map.html").exists()


def test_the_network_is_blocked_while_this_looks() -> None:
    with no_network() as tried, pytest.raises(OSError, match="no network"):
        socket.create_connection(("127.0.0.1", 9))

    assert tried
