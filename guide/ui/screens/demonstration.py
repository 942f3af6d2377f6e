"""A talk with invented people, a key for each step; nothing of it is kept."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType

from guide.clock import Clock
from guide.engine.play import Player
from guide.errors import GuideError
from guide.paths import Paths
from guide.ui.commands.command import bindings
from guide.ui.commands.demonstration import DEMONSTRATION
from guide.ui.says import say
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.widgets.answering.base import Answering

_FIRST = ("three-houses", "rosa")
"""The flow and the talk that are shown."""

_AGAIN = frozenset({"back", "redo", "correct", "remove", "move"})


def player_of(paths: Paths, clock: Clock) -> Player:
    """Return a player on a store that keeps nothing; raises GuideError when there is no talk."""
    from guide.engine.session import Session
    from guide.flow.library import find_flow, load_flow
    from guide.flow.talk_file import read_talk, talks_of
    from guide.log.memory import Memory

    flow, wanted = _FIRST
    talks = talks_of(find_flow(flow, paths).parent)
    if not talks:
        raise GuideError(say("demo.none"))
    talk = read_talk(next((one for one in talks if one.name.startswith(f"{wanted}.")), talks[0]))
    how = {"form": talk.form, "level": talk.level, "lang": talk.lang}
    session = Session.start(Memory(), load_flow(flow, paths), clock, invented=True, **how)
    return _to_the_greeting(Player(session, talk.people, talk.lines))


def _to_the_greeting(player: Player) -> Player:
    """Play the worker's own pages at once: it begins where somebody is greeted."""
    while player.asks.kind not in {"hand-over", "end"} and (reply := player.next()) is not None:
        player.send(reply)
    return player


class DemonstrationScreen(ConversationScreen):
    """Shows beforehand what will be said; a key says it."""

    COMMAND_SET = DEMONSTRATION
    BINDINGS: ClassVar[list[BindingType]] = bindings(DEMONSTRATION.values())

    def __init__(self, player: Player) -> None:
        super().__init__(player.session)
        self.player = player

    async def show(self, *, again: bool | None = None) -> None:
        """Show the turn, and what will be said to it."""
        await super().show(again=again)
        reply = self.coming()
        if reply is not None and not self.is_covered:
            self.talk.reply.preview(dict(reply))
        self.app.call_later(self.set_focus, None)  # a box would keep the space bar for itself

    def coming(self) -> Mapping[str, Any] | None:
        """Return what is said next; None when the talk is over."""
        try:
            return self.player.next()
        except GuideError:
            return None

    async def say_next(self) -> None:
        """Say it; after the last line, go home."""
        reply = self.coming()
        if reply is None:
            self.app.go_home()
            return
        before = self.asks.held_with
        self.player.send(reply)
        await self.show(again=before != self.asks.held_with or bool(_AGAIN & reply.keys()))

    @on(Answering.Given)
    async def take_answer(self, given: Answering.Given) -> None:
        """Hear nobody: here only the key speaks."""
        given.stop()
