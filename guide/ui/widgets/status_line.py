"""The first line of the screen: where we are, who speaks, and that it is saved."""

from textual.content import Content

from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, own


class StatusLine(Drawn):
    """One line; nothing on it is anybody's words but a name."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 2; }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self.left, self.right = left, right

    def show(self, left: str, right: str) -> None:
        """Show where we are on the left, how things stand on the right."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def draw(self, width: int) -> Content:
        """Return the line."""
        right = own(self.right, MUTED)
        left = own(self.left, MUTED).truncate(max(0, width - right.cell_length - 2), ellipsis=True)
        return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)
