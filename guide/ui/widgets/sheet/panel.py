"""The sheet beside the conversation: it grows while people talk."""

from collections.abc import Callable
from typing import Final

from textual.containers import VerticalScroll
from textual.content import Content

from guide.engine.turn import Turn
from guide.flow.model import Sheet
from guide.ui.says import say
from guide.ui.seen import Seen
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, own


class SheetDrawing(Drawn):
    """One sheet, drawn the way its file says."""

    def __init__(self, turn: Turn | None = None) -> None:
        super().__init__()
        self.turn = turn
        self.sheet = ""

    def show(self, turn: Turn, sheet: str = "") -> None:
        """Draw the sheet this question belongs to, or the one named."""
        self.turn, self.sheet = turn, sheet
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the drawing."""
        if self.turn is None:
            return Content("")
        seen, into = Seen.of(self.turn), self.turn.asks.into
        sheet = seen.sight.flow.sheets.get(self.sheet) or seen.sheet_for(into)
        if sheet is None:
            return own(say("sheet.nothing"), MUTED)
        drawing = _DRAWN.get(sheet.draw, _columns)(seen, sheet, into, width)
        return drawing or own(say("sheet.nothing"), MUTED)


class SheetPanel(VerticalScroll, can_focus=False):
    """Holds the drawing, and scrolls where it is longer than the screen."""

    DEFAULT_CSS = """
    SheetPanel { width: 42%; padding: 1 2; border-left: solid $border-blurred; scrollbar-size-vertical: 1; }
    """

    def __init__(self, turn: Turn | None = None) -> None:
        super().__init__(SheetDrawing(turn))

    def show(self, turn: Turn) -> None:
        """Draw the sheet as it stands."""
        self.query_one(SheetDrawing).show(turn)


def _columns(seen: Seen, sheet: Sheet, into: tuple[str, ...], width: int) -> Content:  # noqa: ARG001
    from guide.ui.widgets.sheet.columns import draw_columns

    return draw_columns(seen, sheet, width)


def _houses(seen: Seen, sheet: Sheet, into: tuple[str, ...], width: int) -> Content:
    from guide.ui.widgets.sheet.houses import draw_houses, houses_of

    parts = [draw_houses(houses_of(seen, sheet, into), width)]
    rated = [place.ratings for place in seen.places(sheet) if place.ratings]
    if rated:
        from guide.ui.widgets.sheet.columns import marks_of, most_of
        from guide.ui.widgets.sheet.line import draw_line

        parts.extend(draw_line(marks_of(one, seen.name), width, most=most_of(one)) for one in rated)
    return Content("\n\n").join(parts)


_DRAWN: Final[dict[str, Callable[[Seen, Sheet, tuple[str, ...], int], Content]]] = {"houses": _houses}
