"""Small windows that ask one thing."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from guide.ui.says import say
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import MUTED, own


class Dialog(ModalScreen[str]):
    """A small window; Esc closes it and nothing has happened."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    Dialog > VerticalGroup {
        width: 68; max-width: 94%; max-height: 90%; padding: 1 2; background: $panel; border: round $border;
    }
    Dialog .title { text-style: bold; padding: 0 0 1 0; }
    Dialog .how { color: $text-muted; padding: 1 0 0 0; }
    Dialog VerticalScroll { height: auto; max-height: 50vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = title

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)


class AskWords(Dialog):
    """Asks for a few words."""

    AUTO_FOCUS = "AnswerBox"

    def __init__(self, title: str, text: str = "") -> None:
        super().__init__(title)
        self.text = text

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        with VerticalGroup():
            yield Static(own(self.heading), classes="title")
            yield AnswerBox()
            yield Static(own(say("words.how"), MUTED), classes="how")

    def on_mount(self) -> None:
        """Begin with what was there."""
        self.query_one(AnswerBox).fill(self.text)

    @on(AnswerBox.Said)
    def take(self, said: AnswerBox.Said) -> None:
        """Give the words."""
        said.stop()
        self.dismiss(said.text.strip() or None)

    @on(AnswerBox.WentUp)
    @on(AnswerBox.Undo)
    @on(AnswerBox.Redo)
    def stay(self, wish: AnswerBox.WentUp | AnswerBox.Undo | AnswerBox.Redo) -> None:
        """Stay: there is nothing above this box and nothing before it."""
        wish.stop()


class Pick(Dialog):
    """Lets one be picked."""

    AUTO_FOCUS = "Choices"

    def __init__(self, title: str, options: Mapping[str, str], *, about: str = "") -> None:
        super().__init__(title)
        self.options, self.about = options, about

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        with VerticalGroup():
            yield Static(own(self.heading), classes="title")
            if self.about:
                yield Static(own(self.about))
            with VerticalScroll(can_focus=False):
                yield Choices(self.options)
            yield Static(own(say("pick.how"), MUTED), classes="how")

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Give what was picked."""
        chosen.stop()
        self.dismiss(chosen.keys[0])
