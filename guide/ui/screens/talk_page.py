"""What the parts of a conversation's screen have in common: the turn that stands, and who sits there."""

from collections.abc import Callable
from typing import Any

from guide.engine.turn import Asks, Turn
from guide.errors import GuideError
from guide.ui.replying import Line, Manner
from guide.ui.screens.page import Page
from guide.ui.seen import is_before_family
from guide.ui.talking import Talking
from guide.ui.widgets.talk import Talk


class TalkPage(Page):
    """A page that holds a conversation."""

    def __init__(self, talking: Talking) -> None:
        super().__init__()
        self.talking = talking
        self.is_greeting = False
        """Whether somebody is greeted before their page opens again."""

    async def show(self, *, again: bool | None = None) -> None:
        """Show the turn that stands."""
        raise NotImplementedError

    async def say(self, line: Line) -> None:
        """Say a line."""
        raise NotImplementedError

    @property
    def talk(self) -> Talk:
        """What was said and what is asked."""
        return self.query_one(Talk)

    @property
    def draft(self) -> str:
        """What is half typed at the question that stands; nothing but an answer takes it away."""
        return self.talking.half

    @draft.setter
    def draft(self, words: str) -> None:
        if words:
            self.talking.keep(words)

    @property
    def turn(self) -> Turn:
        """The turn that stands."""
        return self.talking.turn

    @property
    def asks(self) -> Asks:
        """What is asked now."""
        return self.turn.asks

    @property
    def manner(self) -> Manner:
        """How the next answer comes."""
        return self.talking.manner

    @property
    def people_here(self) -> dict[str, str]:
        """Everybody who has not left."""
        return self.talking.people()

    @property
    def is_familys(self) -> bool:
        """Whether a child or a family sits before this screen, also while the page to the helper stands."""
        return is_before_family(self.turn)

    def keep_look(self, name: str, look: str, then: Callable[[], Any]) -> None:
        """Keep how somebody looks in every picture; what is half written at the question stays."""
        try:
            self.talking.set_look(name, look)
        except GuideError as refused:
            self.talk.tell(str(refused))
            return
        then()

    @property
    def is_covered(self) -> bool:
        """Whether a calm page covers everything."""
        return self.is_greeting or self.asks.kind in {"hand-over", "break", "end"}

    @property
    def is_asking(self) -> bool:
        """Whether something can be answered."""
        return not self.is_covered and self.asks.mode != "next"
