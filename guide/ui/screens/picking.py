"""A small window that lets several be picked."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup, VerticalScroll
from textual.widgets import Static

from guide.ui.says import say
from guide.ui.screens.dialogs import Dialog
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import MUTED, own


class PickSeveral(Dialog):
    """Lets several be picked; gives their keys with a blank between them."""

    AUTO_FOCUS = "Choices"

    def __init__(self, title: str, options: Mapping[str, str]) -> None:
        super().__init__(title)
        self.options = options

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        with VerticalGroup():
            yield Static(own(self.heading), classes="title")
            with VerticalScroll(can_focus=False):
                yield Choices()
            yield Static(own(say("pick.several"), MUTED), classes="how")

    def on_mount(self) -> None:
        """Offer them, none marked."""
        self.query_one(Choices).show(self.options, many=True)

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Give what was picked."""
        chosen.stop()
        self.dismiss(" ".join(chosen.keys))
