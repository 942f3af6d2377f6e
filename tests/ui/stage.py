"""Opens guide's screen on a conversation that keeps nothing, and reads what can be seen of it."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from textual.pilot import Pilot

from guide.clock import StillClock
from guide.engine.play import Player
from guide.engine.session import Session
from guide.flow.library import load_flow
from guide.flow.model import Flow
from guide.flow.talk import Talk
from guide.flow.talk_file import read_talk
from guide.log.draft import DraftKeeper
from guide.log.memory import Memory
from guide.paths import Paths
from guide.settings.model import Settings
from guide.ui.app import GuideApp

CHECKOUT = Path(__file__).parent.parent.parent
EXAMPLE = CHECKOUT / "tests/flow/example/flows"


@lru_cache
def shelf() -> Paths:
    """Return the flows that came with guide, compiled once for all these tests."""
    return Paths(home=Path(mkdtemp()), flows=CHECKOUT / "flows")


@lru_cache
def flow_of(name: str) -> Flow:
    """Return a flow by its name; the example flow uses every kind of step."""
    if name == "mill-lane":
        return load_flow("mill-lane", Paths(home=shelf().home, flows=EXAMPLE))
    return load_flow(name, shelf())


@lru_cache
def talk_of(flow: str, name: str) -> Talk:
    """Return a talk that came with a flow."""
    folder = EXAMPLE if flow == "mill-lane" else CHECKOUT / "flows"
    return read_talk(folder / flow / f"{name}.talk.yaml")


def every_talk() -> list[tuple[str, str]]:
    """Return every talk that came with guide, with its flow."""
    found = sorted((CHECKOUT / "flows").glob("*/*.talk.yaml"))
    return [(one.parent.name, one.name.removesuffix(".talk.yaml")) for one in found]


@dataclass
class Table:
    """One conversation and where it is kept."""

    session: Session
    store: Memory
    player: Player | None = None


def begun(flow: str, *, form: str = "", level: str = "") -> Table:
    """Return a conversation just begun."""
    store = Memory()
    return Table(Session.start(store, flow_of(flow), StillClock(), form=form, level=level), store)


def played(flow: str, talk: str, until: Callable[[Session], bool]) -> Table:
    """Return a conversation played from a talk until something holds."""
    told = talk_of(flow, talk)
    table = begun(flow, form=told.form, level=told.level)
    player = Player(table.session, told.people, told.lines)
    while not until(table.session):
        reply = player.next()
        assert reply is not None, "the talk ended before"
        player.send(reply)
    table.player = player
    return table


def at(step: str, mode: str = "") -> Callable[[Session], bool]:
    """Return whether a conversation stands at a step, in a mode."""

    def stands(session: Session) -> bool:
        asks = session.turn.asks
        return asks.step == step and asks.kind != "hand-over" and (not mode or asks.mode == mode)

    return stands


def kind(name: str) -> Callable[[Session], bool]:
    """Return whether what stands is of a kind: `hand-over`, `break`, `scale` …"""
    return lambda session: session.turn.asks.kind == name


@asynccontextmanager
async def on_screen(
    table: Table | None = None,
    *,
    size: tuple[int, int] = (120, 40),
    settings: Settings | None = None,
    store: Memory | None = None,
) -> AsyncIterator[Pilot[int]]:
    """Show a conversation, or the home screen, and hand out somebody to press its keys."""
    app = GuideApp(
        paths=shelf(),
        settings=settings or Settings(theme="light"),
        clock=StillClock(),
        store=table.store if table else store or Memory(),
        open_session=table.session if table else None,
    )
    app.keeper = DraftKeeper(lambda: app.store, app.clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot
    if app.keeper is not None:
        app.keeper.close()


async def settled(pilot: Pilot[int]) -> None:
    """Wait until every widget has dealt with what it was told, and paint what came of it.

    `Pilot.pause` also waits until the processor is idle, 20 ms at least: too long for every answer.
    """
    await pilot._wait_for_screen()
    pilot.app.screen._on_timer_update()


def frame(pilot: Pilot[int]) -> list[str]:
    """Return the lines of the terminal as they stand now."""
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


def seen(pilot: Pilot[int]) -> str:
    """Return everything on the terminal as one text."""
    return "\n".join(frame(pilot)).strip()


def words_of(text: str) -> str:
    """Return a text without what wrapping, borders and case make of it."""
    return " ".join(re.sub(r"[^\w’']+", " ", text.casefold()).split())


@dataclass
class Painted:
    """What the widgets of a screen say, each unwrapped."""

    texts: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, pilot: Pilot[int]) -> "Painted":
        """Read every widget that takes up room."""
        shown = [one for one in pilot.app.screen.query("*") if one.region.area and one.display]
        return cls([str(getattr(one.render(), "plain", one.render())) for one in shown if not one.children])

    def says(self, text: str) -> bool:
        """Return whether some widget says this, in whatever lines."""
        wanted = words_of(text)
        return any(wanted in words_of(one) for one in self.texts)
