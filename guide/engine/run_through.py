"""Plays a talk once from beginning to end and keeps what stood before and after each of its lines.

The records are frozen data, so a talk of any length can then be shown from any line at once.
"""

from collections.abc import Mapping
from typing import Any, Final

from guide.clock import Clock
from guide.engine.play import DoesNotFit, Player
from guide.engine.session import Session
from guide.engine.turn import Said, Turn
from guide.flow.model import Flow
from guide.flow.talk import Talk
from guide.frozen import frozen
from guide.log.memory import Memory

Json = Any

TELLING: Final = frozenset(
    {"said", "rated", "chose", "followed", "reason", "passed", "added", "aside", "urgent", "placed"}
)
"""Lines somebody watching wants to see; the others tell what the program did."""


@frozen
class Misfit:
    """Where a talk does not fit its flow any more."""

    line: int
    """The line of the talk's file."""
    says: str
    """What does not fit, as half a sentence."""


@frozen
class Exchange:
    """One line of a talk as it happened."""

    line: int
    """The line of the file; 0 for what goes on by itself at the end."""
    keys: Mapping[str, Json]
    """The reply."""
    led: tuple[Said, ...]
    """What went on by itself before it: texts, hand-over pages."""
    said: tuple[Said, ...]
    """What the line itself brought."""
    before: Turn
    after: Turn
    beat: Mapping[str, Json] | None = None
    """The trainer's moment that stands before it."""

    @property
    def is_telling(self) -> bool:
        """Whether somebody watching would see anything of it."""
        return any(one.kind in TELLING or (one.kind == "joined" and one.answer) for one in self.said)


@frozen(eq=False)
class RunThrough:
    """A talk played through; nothing of it is on any disk."""

    flow: Flow
    talk: Talk
    exchanges: tuple[Exchange, ...]
    misfit: Misfit | None
    """Where it stopped because a line does not fit; None when it was played to its end."""
    store: Memory
    """The journal of the playing: a branch is begun from it."""
    opening: Turn
    """The turn before anything was said."""

    @property
    def last(self) -> Turn:
        """The turn after the last line that could be played."""
        return self.exchanges[-1].after if self.exchanges else self.opening


def run_through(flow: Flow, talk: Talk, clock: Clock) -> RunThrough:
    """Play a talk on its flow, as far as it fits."""
    store = Memory()
    how = {"form": talk.form, "level": talk.level, "lang": talk.lang or "en"}
    session = Session.start(store, flow, clock, invented=True, **how)
    opening, found = session.turn, list[Exchange]()
    misfit = None
    try:
        _play(Player(session, talk.people, talk.lines), found)
    except DoesNotFit as wrong:
        misfit = Misfit(wrong.line or 1, str(wrong))
    return RunThrough(flow, talk, tuple(found), misfit, store, opening)


def _play(player: Player, found: list[Exchange]) -> None:
    led: tuple[Said, ...] = ()
    while (reply := player.next()) is not None:
        line, beat, before = player.line, player.beat, player.session.turn
        after = player.send(reply)
        if not line:
            led += after.said
            continue
        found.append(Exchange(line, reply, led, after.said, before, after, beat))
        led = ()
    if led:
        turn = player.session.turn
        found.append(Exchange(0, {}, (), led, turn, turn))
