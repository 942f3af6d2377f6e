"""A small window with the moments of a talk, picked by their number, their first letter or the arrow keys."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalGroup, VerticalScroll
from textual.widgets import Static

from guide.ui.says import say
from guide.ui.screens.dialogs import Pick
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import MUTED, own


class Moments(Choices):
    """Moments with their own numbers: a digit means the number, wherever it stands in the list."""

    def on_mount(self) -> None:
        """Leave out the digits of other lists: they would stand beside the numbers."""
        self.show(self.options, spacious=True)

    def _meant(self, typed: str) -> int | None:
        named = [tuple(text.casefold().split(" ", 1)) for text in self.options.values()]
        if not typed.isalnum():
            return None
        own_number = [at for at, words in enumerate(named) if words[0] == typed]
        letter = typed.casefold()
        starts = [at for at, words in enumerate(named) if words[-1].startswith(letter)]
        later = [at for at in starts if self.at is not None and at > self.at]
        return next(iter((*own_number, *later, *starts)), None)


class Where(Pick):
    """Lets a moment be picked."""

    def __init__(self, moments: Mapping[str, str]) -> None:
        super().__init__(say("present.jump"), moments)

    def compose(self) -> ComposeResult:
        """Lay out the moments."""
        with VerticalGroup():
            yield Static(own(self.heading), classes="title")
            with VerticalScroll(can_focus=False):
                yield Moments(self.options)
            yield Static(own(say("pick.how"), MUTED), classes="how")
