"""The last line of the screen: a few keys and what they do."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from guide.ui.commands.command import Command, key_shown
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, own


class KeyLine(Drawn):
    """Keys and words, as many as fit, the most needed first."""

    DEFAULT_CSS = """
    KeyLine { height: 1; padding: 0 1; dock: bottom; }
    """

    class Clicked(Message):
        """A command was clicked on."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command
            """Its id."""

    def __init__(self, keys: Sequence[tuple[str, Command]] = ()) -> None:
        super().__init__()
        self.keys = keys

    def show(self, keys: Sequence[tuple[str, Command]]) -> None:
        """Show these keys, each with its command."""
        if keys != self.keys:
            self.keys = keys
            self.refresh()

    def draw(self, width: int) -> Content:
        """Return as many as fit on one line."""
        line = Content("")
        for key, command in self.keys:
            one = Content.assemble((key_shown(key), "bold $accent"), " ", own(command.label, MUTED))
            one = one.stylize(Style.from_meta({"command": command.id}))
            gap = 3 if line else 0
            if line.cell_length + gap + one.cell_length > width:
                break
            line = Content.assemble(line, " " * gap, one)
        return line

    def on_click(self, event: Click) -> None:
        """Do what was clicked on."""
        command = event.style.meta.get("command")
        if isinstance(command, str):
            self.post_message(self.Clicked(command))
