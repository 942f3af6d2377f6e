"""For whom, as what, on what, and where to: a paper's wishes, each with its key."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from guide.frozen import frozen
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, hung, lines, own

_LABEL: Final = 8


@frozen
class Wish:
    """One wish."""

    label: str
    value: str
    about: str
    """What that means, in a few words."""
    key: str
    """The key that changes it, as it is written for people."""
    command: str


class Wishes(Drawn):
    """The wishes under each other."""

    class Clicked(Message):
        """A wish was clicked on."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command
            """The command that changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.wishes: Sequence[Wish] = ()

    def show(self, wishes: Sequence[Wish]) -> None:
        """Show these."""
        self.wishes = wishes
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return a line for each."""
        return lines(self._row(one, width) for one in self.wishes)

    def _row(self, wish: Wish, width: int) -> Content:
        head = Content.assemble((wish.key.ljust(3), "bold $accent"), own(wish.label.ljust(_LABEL), MUTED))
        value = Content.assemble(own(wish.value, "bold"), own(f"  {wish.about}" if wish.about else "", MUTED))
        return hung(head, value, width).stylize(Style.from_meta({"command": wish.command}))

    def on_click(self, event: Click) -> None:
        """Change what was clicked on."""
        command = event.style.meta.get("command")
        if isinstance(command, str):
            self.post_message(self.Clicked(command))
