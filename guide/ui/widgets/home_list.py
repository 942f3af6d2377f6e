"""What can be started and what was started, in one list."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.style import Style

from guide.frozen import frozen
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, PICKED, lines, own


@frozen
class Row:
    """One line of the list."""

    kind: Literal["heading", "flow", "session", "note"]
    text: str
    key: str = ""
    """The flow's name or the session's id."""
    beside: str = ""
    """What stands at the right: minutes, or a date."""
    under: str = ""
    """What stands under it."""


class HomeList(Drawn, can_focus=True):
    """Rows to be picked by arrow keys; headings and notes are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("home", "jump(0)", show=False),
        Binding("end", "jump(-1)", show=False),
    ]

    class Moved(Message):
        """Another row is picked."""

    class Opened(Message):
        """The picked row was clicked."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__()
        self.rows = rows
        self.at = (self._pickable() or [-1])[0]
        self.tops: list[int] = []
        """The line each row begins on, as it was last drawn."""

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; what was picked stays picked if it is still there."""
        before = self.row
        self.rows = rows
        can = self._pickable()
        same = [
            at
            for at in can
            if before is not None and rows[at].key == before.key and rows[at].kind == before.kind
        ]
        self.at = (same or can or [-1])[0]
        self.redraw()

    def _pickable(self) -> list[int]:
        return [at for at, one in enumerate(self.rows) if one.kind in {"flow", "session"}]

    @property
    def row(self) -> Row | None:
        """The row that is picked."""
        return self.rows[self.at] if 0 <= self.at < len(self.rows) else None

    # Drawing

    def draw(self, width: int) -> Content:
        """Return the rows under each other."""
        drawn: list[Content] = []
        self.tops = []
        height = 0
        for at, row in enumerate(self.rows):
            one = self._row(at, row, width)
            self.tops.append(height)
            height += one.plain.count("\n") + 1
            drawn.append(one.stylize(Style.from_meta({"row": at})))
        return lines(drawn)

    def _row(self, at: int, row: Row, width: int) -> Content:
        if row.kind == "heading":
            return lines([Content(""), own(row.text, "bold $accent")])
        if row.kind == "note":
            return lines([Content(""), *own(row.text, MUTED).wrap(width)])
        picked = at == self.at
        beside = own(row.beside, MUTED)
        room = max(8, width - beside.cell_length - 4)
        words = own(row.text, PICKED if picked and self.has_focus else "bold").truncate(room, ellipsis=True)
        gap = " " * max(1, width - 2 - words.cell_length - beside.cell_length)
        first = Content.assemble("▸ " if picked else "  ", words, gap, beside)
        if not row.under or not (picked or self._has_room):
            return first
        return lines([first, Content("  ") + own(row.under, MUTED).truncate(width - 2, ellipsis=True)])

    @property
    def _has_room(self) -> bool:
        return self.screen.has_class("-tall")

    # Keys and mouse

    def action_step(self, by: int) -> None:
        """Go to the next row that can be picked, or the one before."""
        can = self._pickable()
        if can:
            at = can.index(self.at) + by if self.at in can else 0
            self._pick(can[min(max(0, at), len(can) - 1)])

    def action_jump(self, to: int) -> None:
        """Go to the first row or the last."""
        if can := self._pickable():
            self._pick(can[to])

    def _pick(self, at: int) -> None:
        self.at = at
        self.redraw()
        self.post_message(self.Moved())
        self.call_after_refresh(self._into_view)

    def _into_view(self) -> None:
        can = self._pickable()
        top = 0 if can and self.at == can[0] else self.tops[self.at] - 1
        parent = self.parent
        if parent is not None and hasattr(parent, "scroll_to_region"):
            parent.scroll_to_region(Region(0, max(0, top), 1, 4), animate=False)

    def on_click(self, event: Click) -> None:
        """Pick what is clicked on; open it on a second click."""
        at = event.style.meta.get("row")
        if isinstance(at, int) and at in self._pickable():
            if at == self.at:
                self.post_message(self.Opened())
            else:
                self._pick(at)
