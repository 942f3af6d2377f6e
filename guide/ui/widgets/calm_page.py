"""A page with hardly anything on it: a hand-over, a break, the end."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Middle
from textual.message import Message
from textual.widgets import Static

from guide.engine.turn import Asks
from guide.ui.says import say
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import own


class CalmPage(Middle, can_focus=True):
    """A few words in the middle of an empty screen.

    On to a child or a family Enter is enough; back to the helper's own pages takes two keys, because whoever
    sits there may press Enter.
    """

    DEFAULT_CSS = """
    CalmPage { width: 1fr; height: 1fr; align: center middle; background: $background; }
    CalmPage > Static { width: 100%; padding: 0 2; text-align: center; }
    CalmPage > #calm-words { text-style: bold; }
    CalmPage > #calm-how { color: $text-muted; padding: 2 2 0 2; }
    CalmPage > Choices { width: 40; max-width: 90%; padding: 2 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", show=False),
        Binding("ctrl+g", "arm", show=False, priority=True),
    ]

    class WentOn(Message):
        """Go on from here."""

    class Chose(Message):
        """Something else was chosen here."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key
            """What."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.is_deliberate = False
        """Whether it takes two keys to go on."""
        self.is_armed = False

    def compose(self) -> ComposeResult:
        """Lay out the words and what can be chosen."""
        yield Static(id="calm-words")
        yield Static(id="calm-how")
        yield Choices(id="calm-choices")

    def show(self, asks: Asks) -> None:
        """Show a hand-over, a break or the end."""
        to_worker = asks.kind == "hand-over" and asks.held_with == "worker"
        options: dict[str, str] = {}
        if asks.kind == "break":
            options = {"next": say("break.go_on"), "pass.finish-here": say("pass.finish-here")}
        if asks.kind == "end" and asks.held_with == "worker":
            self.show_the_end(asks.text)
            return
        text = asks.text or say("end.thanks")
        self.show_words(text, options, deliberate=to_worker or asks.kind == "end")

    def show_the_end(self, text: str = "") -> None:
        """Show a helper the end, and what can be made of it."""
        options = {key: say(f"end.{key}") for key in ("papers", "map", "home")}
        self.show_words(text or say("end.words"), options)

    def show_words(
        self, text: str, options: dict[str, str], *, deliberate: bool = False, how: str = ""
    ) -> None:
        """Show these words, and what can be chosen under them."""
        self.is_deliberate, self.is_armed = deliberate, False
        self.query_one("#calm-words", Static).update(own(text))
        self._say_how(how or (say("deliberate.how") if deliberate else ""))
        choices = self.query_one(Choices)
        choices.display = bool(options)
        choices.show(options, spacious=True)
        (choices if options else self).focus()

    def _say_how(self, text: str) -> None:
        how = self.query_one("#calm-how", Static)
        how.display = bool(text)
        how.update(own(text))

    def action_enter(self) -> None:
        """Go on, where one key is enough or the other came before it."""
        if not self.is_deliberate or self.is_armed:
            self.post_message(self.WentOn())

    def action_arm(self) -> None:
        """Let the next Enter go on."""
        if self.is_deliberate:
            self.is_armed = True
            self._say_how(say("deliberate.now"))

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Go on, or take what was chosen."""
        chosen.stop()
        if chosen.keys == ("next",):
            self.post_message(self.WentOn())
        else:
            self.post_message(self.Chose(chosen.keys[0]))
