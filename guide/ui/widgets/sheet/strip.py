"""The houses as one line, where the screen has no room for them to be drawn."""

from textual.content import Content

from guide.engine.turn import Turn
from guide.ui.seen import Seen
from guide.ui.widgets.drawn import Drawn


class HouseStrip(Drawn):
    """A name and its windows for each house."""

    DEFAULT_CSS = """
    HouseStrip { height: 1; padding: 0 2; margin: 1 0 0 0; text-align: center; display: none; }
    """

    def __init__(self, turn: Turn | None = None) -> None:
        super().__init__()
        self.turn = turn

    def show(self, turn: Turn) -> None:
        """Draw the houses as they stand."""
        self.turn = turn
        self.refresh()

    def draw(self, width: int) -> Content:
        """Return the line; empty where the conversation has no houses."""
        if self.turn is None:
            return Content("")
        from guide.ui.widgets.sheet.houses import draw_strip, houses_of

        seen = Seen.of(self.turn)
        sheet = next((one for one in seen.sheets() if one.draw == "houses"), None)
        return draw_strip(houses_of(seen, sheet, self.turn.asks.into), width) if sheet else Content("")
