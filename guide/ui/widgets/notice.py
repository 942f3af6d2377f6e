"""One calm sentence under a page; nothing takes it away but the next deed."""

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Static

from guide.ui.widgets.words import own


class Notice(VerticalGroup):
    """Says a sentence, or nothing and takes no room."""

    # The margin is the group's padding: a margin here would narrow everything above it.
    DEFAULT_CSS = """
    Notice { display: none; padding: 0 2; max-height: 12; overflow-y: auto; }
    Notice Static { padding: 0 1; border-left: outer $accent; color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the sentence."""
        yield Static()

    def tell(self, text: str) -> None:
        """Say it."""
        self.display = bool(text)
        self.query_one(Static).update(own(text))
