"""A small window that lets several be picked."""

from collections.abc import Iterable, Mapping

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

    def __init__(self, title: str, options: Mapping[str, str], marked: Iterable[str] = ()) -> None:
        super().__init__(title)
        self.options, self.marked = options, marked

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        with VerticalGroup():
            yield Static(own(self.heading), classes="title")
            with VerticalScroll(can_focus=False):
                yield Choices()
            yield Static(own(say("pick.several"), MUTED), classes="how")

    def on_mount(self) -> None:
        """Offer them, with those marked that stand already."""
        choices = self.query_one(Choices)
        choices.show(self.options, many=True)
        choices.marked = set(self.marked)
        choices.redraw()

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Give what was picked."""
        chosen.stop()
        self.dismiss(" ".join(chosen.keys))
