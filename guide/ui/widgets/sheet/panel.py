"""The sheet beside the conversation: it grows while people talk."""

from collections.abc import Callable
from typing import Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region

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
        self.before: tuple[str, ...] = ()
        """Where the last question with a place of its own went."""

    def show(self, turn: Turn, sheet: str = "") -> None:
        """Draw the sheet this question belongs to, or the one named."""
        self.turn, self.sheet = turn, sheet
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the drawing."""
        if self.turn is None:
            return Content("")
        seen, into, sheet = Seen.of(self.turn), self.turn.asks.into, self._sheet(self.turn)
        if sheet is None:
            return own(say("sheet.nothing"), MUTED)
        drawing = _DRAWN.get(sheet.draw, _columns)(seen, sheet, into, width)
        return drawing or own(say("sheet.nothing"), MUTED)

    def _sheet(self, turn: Turn) -> Sheet | None:
        """Return the sheet to draw: the one named, the one this question belongs to, else the one before."""
        seen = Seen.of(turn)
        named = seen.sight.flow.sheets.get(self.sheet)
        sheet = named or seen.sheet_for(turn.asks.into or self.before)
        self.before = turn.asks.into or self.before
        return sheet

    def row_now(self) -> int | None:
        """Return the row of the area that what is said now goes into; None where it is a picture."""
        sheet = self._sheet(self.turn) if self.turn is not None else None
        if self.turn is None or sheet is None or sheet.draw in _DRAWN:
            return None
        from guide.ui.widgets.sheet.columns import row_of

        return row_of(Seen.of(self.turn), sheet, self.turn.asks.into, self.content_size.width)


_SEEN = 8
"""Rows of the area that should be in sight."""


class SheetPanel(VerticalScroll, can_focus=False):
    """Holds the drawing, and scrolls where it is longer than the screen."""

    DEFAULT_CSS = """
    SheetPanel { width: 42%; padding: 1 2; border-left: solid $border-blurred; scrollbar-size-vertical: 1; }
    """

    def __init__(self, turn: Turn | None = None) -> None:
        self.drawing = SheetDrawing(turn)
        super().__init__(self.drawing)

    def show(self, turn: Turn) -> None:
        """Draw the sheet as it stands, and let it be seen where something lands."""
        self.drawing.show(turn)
        self.call_after_refresh(self._into_view)

    def _into_view(self) -> None:
        row = self.drawing.row_now()
        if row is not None:
            self.scroll_to_region(Region(0, row, 1, _SEEN), animate=False)


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
