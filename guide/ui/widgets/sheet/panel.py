"""The sheet beside the conversation: it grows while people talk."""

from collections.abc import Callable, Hashable, Iterator
from typing import Final

from textual.strip import Strip

from guide.engine.turn import Turn
from guide.flow.model import Sheet
from guide.ui.says import say
from guide.ui.seen import Seen
from guide.ui.widgets.sheet.piece import Piece
from guide.ui.widgets.stacked import Stacked
from guide.ui.widgets.words import MUTED, own

_IN_SIGHT: Final = 8
"""Rows of the area that is being talked about that should be seen."""


class SheetPanel(Stacked):
    """Draws one sheet the way its file says, and shows where something lands."""

    DEFAULT_CSS = """
    SheetPanel { width: 42%; padding: 1 2; border-left: solid $border-blurred; }
    """

    def __init__(self, turn: Turn | None = None) -> None:
        super().__init__()
        self.turn = turn
        self.before: tuple[str, ...] = ()
        """Where the last question with a place of its own went."""
        self._drawn: dict[tuple[Hashable, int], list[Strip]] = {}
        self._begins: dict[str, int] = {}
        """The row of each area that is to be seen."""

    def show(self, turn: Turn) -> None:
        """Draw the sheet this question belongs to as it stands, and let it be seen where something lands."""
        self.turn = turn
        self.restack()

    def wanted(self) -> tuple[int, int] | None:
        """Return where what is said now lands."""
        into = self.turn.asks.into if self.turn is not None else ()
        begin = next((self._begins[area] for area in into if area in self._begins), None)
        return (begin, _IN_SIGHT) if begin is not None else None

    def stack(self, width: int) -> list[Strip]:
        """Return the rows of the sheet; only a piece that says something new is drawn."""
        rows: list[Strip] = []
        drawn, self._begins = {}, {}
        for piece in self._pieces():
            known = (piece.says, width)
            strips = self._drawn.get(known) or self.strips_of(piece.draw(width), width)
            drawn[known] = strips
            self._begins.setdefault(piece.area, len(rows) + piece.row(width))
            rows.extend(strips)
        self._drawn = drawn
        return rows

    def forget_looks(self) -> None:
        """Forget what was drawn."""
        self._drawn.clear()

    def _pieces(self) -> list[Piece]:
        if self.turn is None:
            return []
        seen, sheet = Seen.of(self.turn), self._sheet(self.turn)
        if sheet is not None:
            pieces = list(_DRAWN.get(sheet.draw, _columns)(seen, sheet, self.turn.asks.into))
            if pieces:
                return pieces
        nothing = say("sheet.nothing")
        return [Piece(nothing, lambda _: own(nothing, MUTED))]

    def _sheet(self, turn: Turn) -> Sheet | None:
        """Return the sheet to draw: the one this question belongs to, else the one before."""
        self.before = turn.asks.into or self.before
        return Seen.of(turn).sheet_for(self.before)


def _columns(seen: Seen, sheet: Sheet, into: tuple[str, ...]) -> Iterator[Piece]:  # noqa: ARG001
    from guide.ui.widgets.sheet.columns import column_pieces

    return column_pieces(seen, sheet)


def _houses(seen: Seen, sheet: Sheet, into: tuple[str, ...]) -> Iterator[Piece]:
    from guide.ui.widgets.sheet.houses import house_pieces

    return house_pieces(seen, sheet, into)


_DRAWN: Final[dict[str, Callable[[Seen, Sheet, tuple[str, ...]], Iterator[Piece]]]] = {"houses": _houses}
