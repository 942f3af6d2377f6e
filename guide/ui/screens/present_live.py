"""Where the room answers live: an ordinary conversation begun at a moment of a talk, and the way back."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from guide.engine.branch import has_words
from guide.engine.session import Session
from guide.engine.turn import Asks, Turn
from guide.log.store import Store
from guide.ui.commands.command import bindings
from guide.ui.commands.present import LIVE
from guide.ui.says import say
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.widgets.calm_page import CalmPage
from guide.ui.widgets.present.head import InventedLine
from guide.ui.widgets.status_line import StatusLine


class LiveScreen(ConversationScreen):
    """A conversation in a store of its own; its first line says what becomes of it."""

    COMMAND_SET = LIVE
    BINDINGS: ClassVar[list[BindingType]] = bindings([LIVE["come_back"]])
    DEFAULT_CSS = """
    LiveScreen > InventedLine { background: $panel; }
    """

    def __init__(self, session: Session, store: Store, turn: Turn, *, is_kept: bool) -> None:
        super().__init__(session)
        self.store, self.left, self.is_kept = store, turn, is_kept

    def compose(self) -> ComposeResult:
        """Lay out the conversation; its first line says what becomes of it."""
        says = say("present.live_kept" if self.is_kept else "present.live")
        for one in super().compose():
            yield InventedLine(says) if isinstance(one, StatusLine) else one

    async def cover(self, asks: Asks) -> None:
        """Cover everything as in any conversation; its end leads back to the talk and nowhere else."""
        if asks.kind != "end":
            await super().cover(asks)
            return
        (await self._calm_page()).show_words(say("present.live_end"), {})

    @on(CalmPage.WentOn)
    def come_back_at_the_end(self, went: CalmPage.WentOn) -> None:
        """Come back where the conversation is over; a screen at home is not where this began."""
        if self.turn.is_finished:
            went.prevent_default()
            self.come_back()

    def change_manner(self, **how: Any) -> None:
        """Change how the next answer comes; a question of the room's own can be read by everybody."""
        super().change_manner(**how)
        if how.get("asked"):
            self.tell(how["asked"])

    def come_back(self) -> None:
        """Come back to the talk."""
        self.dismiss(None)

    def settle(self) -> str:
        """Put down the pen and return the id of what is kept; nothing is where nothing was said."""
        session = self.talking.session
        session.close()
        if not self.is_kept:
            return ""
        if has_words(session, self.left):
            return session.id
        self.store.forget(session.id, self.app.clock.now())
        return ""
