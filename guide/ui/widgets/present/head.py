"""The first line of a showing: that everybody is invented, always whole, and where we are."""

from textual.content import Content

from guide.ui.says import say
from guide.ui.widgets.status_line import StatusLine
from guide.ui.widgets.words import MUTED, own


class InventedLine(StatusLine):
    """Says one thing that never gives way; the rest of the line may be cut short."""

    def __init__(self, says: str, right: str = "") -> None:
        super().__init__(says, right)
        self.says = says

    def show(self, left: str, right: str) -> None:  # noqa: ARG002 – a conversation would say "Saved" here
        """Show where we are; what it says first stays."""
        parts = (one for one in right.split(" · ") if one != say("saved"))
        self.right = " · ".join(parts)
        self.refresh()

    def draw(self, width: int) -> Content:
        """Return the line."""
        says = own(self.says, "bold")
        room = max(0, width - says.cell_length - 2)
        right = own(self.right, MUTED).truncate(room, ellipsis=True)
        return Content.assemble(says, " " * max(1, width - says.cell_length - right.cell_length), right)
