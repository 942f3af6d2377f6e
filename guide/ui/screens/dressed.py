"""How a conversation's screen looks for whoever sits there, and what stands around the talk."""

from typing import Final

from guide.ui.says import say
from guide.ui.screens.page import WIDE
from guide.ui.screens.talk_page import TalkPage
from guide.ui.seen import WITH_SOMEBODY
from guide.ui.staging import is_muted, stands_alone
from guide.ui.status import status_of
from guide.ui.talking import Talking
from guide.ui.widgets.sheet.panel import SheetPanel
from guide.ui.widgets.status_line import StatusLine

_WORN: Final = ("-worker", "-child", "-family", "-team", "-gentle", "-covered", "-sheet", "-alone", "-opened")


class Dressed(TalkPage):
    """The part of a conversation's screen that folds the sheet and gives the page its air."""

    def __init__(self, talking: Talking) -> None:
        super().__init__(talking)
        self.sheet_wish: bool | None = None
        """Whether somebody unfolded the sheet; None while nobody has said."""
        self.dress()

    def dress(self) -> None:
        """Look like a page for whoever sits there; once painted, each change styles everything anew."""
        wish, wide = self.sheet_wish, self.app.size.width >= WIDE
        worn = {f"-{self.asks.held_with}"}
        worn |= {"-gentle"} if self.asks.held_with in WITH_SOMEBODY else set()
        worn |= {"-covered"} if self.is_covered else set()
        alone = not self.is_covered and stands_alone(self.asks, self.turn.step)
        worn |= {"-alone"} if alone else set()
        worn |= {"-opened"} if self.has_opened else set()
        usual = wide and self.asks.held_with != "family" and not alone
        muted = self.has_opened or is_muted(self.asks)
        worn |= {"-sheet"} if (usual if wish is None else wish) and not muted else set()
        for name in _WORN:
            if self.has_class(name) != (name in worn):
                self.set_class(name in worn, name)

    @property
    def has_opened(self) -> bool:
        """Whether a room looks at what was opened, and at nothing beside it."""
        return False

    def show_around(self) -> None:
        """Show what stands around the conversation: the first line, and the sheet where it can be seen."""
        if self.has_class("-sheet"):
            self.query_one(SheetPanel).show(self.turn)
        elif self.asks.held_with == "child":
            self._show_strip()
        left, right = status_of(self.talking)
        self.query_one(StatusLine).show(left, say("saved") if self.has_opened else right)

    def _show_strip(self) -> None:
        """Show the houses as one line, made when a child first needs it."""
        from guide.ui.widgets.sheet.strip import HouseStrip

        strip = self.query_one_optional(HouseStrip)
        if strip is not None:
            strip.show(self.turn)
        else:
            self.mount(HouseStrip(self.turn), before="#room")

    def on_resize(self) -> None:
        """Fold or unfold the sheet for the room there is."""
        self.dress()
        self.show_around()

    def fold_sheet(self) -> None:
        """Fold the sheet away, or look at what we have."""
        self.sheet_wish = not self.has_class("-sheet")
        self.dress()
        self.show_around()
