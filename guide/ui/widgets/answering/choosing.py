"""Answering by picking: a choice, or going on."""

from textual import on
from textual.app import ComposeResult

from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Line, Now
from guide.ui.widgets.choices import Bar, Choices


class ByChoice(Answering):
    """The choices of a question."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Choices()

    def show(self, now: Now) -> None:
        """Offer the options, with air between them for a child."""
        spacious = now.asks.held_with == "child" and not now.asks.many
        self.query_one(Choices).show(now.asks.options, many=now.asks.many, spacious=spacious)

    def preview(self, line: Line) -> None:
        """Pick what will be chosen."""
        choices = self.query_one(Choices)
        picked = [at for at, key in enumerate(choices.options) if key in line.get("choose", ())]
        choices.at = picked[0] if picked else None
        choices.redraw()

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Give what was chosen."""
        chosen.stop()
        self.give({"choose": list(chosen.keys)})


class GoingOn(Answering):
    """One word to go on with, after a text that asks nothing."""

    DEFAULT_CSS = """
    GoingOn { padding: 1 1; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the one word."""
        yield Bar()

    def show(self, now: Now) -> None:  # noqa: ARG002 – a text asks nothing
        """Offer to go on."""
        self.query_one(Bar).show({"next": say("go_on")}, at=0)

    def focus_now(self) -> None:
        """Enter alone goes on."""
        bar = self.query_one(Bar)
        bar.at = 0
        bar.focus()

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Go on."""
        chosen.stop()
        self.give({"next": True})
