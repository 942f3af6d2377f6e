"""The papers this conversation can become, each ready or waiting for something."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Region
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from guide.frozen import frozen
from guide.ui.says import say
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, PICKED, hung, lines, own

_DIGITS: Final = 9


@frozen
class Row:
    """One paper, or all of them."""

    paper: str
    """Its name; empty for all of them."""
    title: str
    ready: bool = True
    why: str = ""
    """Why it waits, or what is left out of it, in one sentence."""
    made: tuple[str, ...] = ()
    """What was made of it before, a line each."""


class PaperList(Drawn, can_focus=True):
    """Papers under each other; nothing is picked beforehand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    class Moved(Message):
        """Another paper is picked."""

    class Taken(Message):
        """A paper was clicked on."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.at: int | None = None

    def show(self, rows: Sequence[Row]) -> None:
        """Show these papers; the one that was picked stays picked while it is among them."""
        before = self.row
        self.rows = rows
        names = [one.paper for one in rows]
        self.at = names.index(before.paper) if before is not None and before.paper in names else None
        self.redraw()

    @property
    def row(self) -> Row | None:
        """The paper that is picked."""
        return None if self.at is None or self.at >= len(self.rows) else self.rows[self.at]

    # Drawing

    def draw(self, width: int) -> Content:
        """Return the papers under each other."""
        return Content("\n\n").join(self._row(at, row, width) for at, row in enumerate(self.rows))

    def _row(self, at: int, row: Row, width: int) -> Content:
        picked = at == self.at
        digit = f"{at + 1}  " if len(self.rows) <= _DIGITS else ""
        head = Content.assemble("▸ " if picked else "  ", (digit, MUTED))
        style = PICKED if picked else ("bold" if row.ready else MUTED)
        title = Content.assemble(own(row.title, style), "  ", own(self._state(row), MUTED))
        inside = Content(" " * head.cell_length)
        rows = [hung(head, title, width)]
        rows += [hung(inside, own(one, MUTED), width) for one in ([row.why] if row.why else []) + [*row.made]]
        return lines(rows).stylize(Style.from_meta({"paper": at}))

    def _state(self, row: Row) -> str:
        if not row.paper:
            return ""
        return say("papers.ready") if row.ready else say("papers.waits")

    # Keys and mouse

    def action_step(self, by: int) -> None:
        """Move to the next or the one before; the first move comes in from that side."""
        if self.rows:
            first = 0 if by > 0 else len(self.rows) - 1
            self._pick(first if self.at is None else (self.at + by) % len(self.rows))

    def _pick(self, at: int) -> None:
        self.at = at
        self.redraw()
        self.post_message(self.Moved())
        self.call_after_refresh(self.scroll_to_picked)

    def scroll_to_picked(self) -> None:
        """Keep what is picked on the screen."""
        if self.at is None or not isinstance(self.parent, Widget):
            return
        above = [
            self._row(at, row, self.content_size.width) for at, row in enumerate(self.rows[: self.at + 1])
        ]
        heights = [one.plain.count("\n") + 1 for one in above]
        top = sum(heights[:-1]) + len(heights) - 1
        region = Region(0, top + self.virtual_region.y, 1, heights[-1])
        self.parent.scroll_to_region(region, animate=False)

    def on_key(self, event: Key) -> None:
        """Let a digit pick a paper."""
        typed = event.character or ""
        if typed.isdecimal() and 1 <= int(typed) <= min(_DIGITS, len(self.rows)):
            event.stop()
            self._pick(int(typed) - 1)

    def on_click(self, event: Click) -> None:
        """Pick what is clicked on; clicked again it is taken."""
        at = event.style.meta.get("paper")
        if isinstance(at, int):
            again = at == self.at
            self._pick(at)
            if again:
                self.post_message(self.Taken())
