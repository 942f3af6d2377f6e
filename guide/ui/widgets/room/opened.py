"""Everybody's number opened together: one line with all marks on it, and nothing added up."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click

from guide.frozen import frozen
from guide.map.model import Rating
from guide.ui.says import say
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.map.marks import draw_marks
from guide.ui.widgets.room.told import Looked
from guide.ui.widgets.words import MUTED, hung, lines, own


@frozen
class OpenedLine:
    """What is to be drawn when private numbers are opened."""

    title: str
    zero: str
    ten: str
    ratings: Sequence[Rating]
    names: Mapping[str, str]
    silent: tuple[str, ...] = ()
    """Who gave no number, by name."""


class OpenedPage(VerticalScroll, can_focus=False):
    """Holds the line in the middle of the page, and scrolls where many gave a number on a low screen."""

    DEFAULT_CSS = """
    OpenedPage { align: center middle; }
    """


class Opened(Drawn, can_focus=True):
    """The line with everybody's mark, until a key goes on."""

    DEFAULT_CSS = """
    Opened { padding: 1 4; max-width: 92; }
    .-short Opened { padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "go_on", show=False)]

    def __init__(self, line: OpenedLine) -> None:
        super().__init__()
        self.line = line
        self.tells = ""

    def tell(self, text: str) -> None:
        """Say one calm sentence under the line."""
        self.tells = text
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the line, both ends in words, and all marks."""
        line = self.line
        rows = [own(line.title, "bold"), Content(""), *self._ends(width), Content("")]
        rows += draw_marks(line.ratings, lambda one: line.names.get(one or "", ""), width)
        if line.silent:
            rows += [Content(""), own(say("room.no_number", who=", ".join(line.silent)), MUTED)]
        rows += [Content(""), own(self.tells or say("room.opened.how"), MUTED)]
        return lines(part.rstrip() for row in rows for part in (row.wrap(max(8, width)) or [Content("")]))

    def _ends(self, width: int) -> list[Content]:
        rows = []
        for number, words in (("0", self.line.zero), ("10", self.line.ten)):
            if words:
                rows.append(hung(Content.styled(f"{number:>2}  ", "bold"), own(words, MUTED), width))
        return rows

    def action_go_on(self) -> None:
        """Go on."""
        self.post_message(Looked())

    def on_click(self, event: Click) -> None:
        """Go on."""
        event.stop()
        self.action_go_on()
