"""The box for people's words: several lines, Enter sends, and half a sentence is never lost."""

from typing import ClassVar, Final

from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

_BREAKS: Final = frozenset({"ctrl+j", "shift+enter", "alt+enter"})


class AnswerBox(TextArea, inherit_css=False):
    """Where somebody types what is said.

    Sending leaves the words standing: whoever hears them empties the box when the next turn has come.
    """

    # Its own few rules in place of the library's many: those took ten milliseconds of every start.
    DEFAULT_CSS = """
    AnswerBox {
        width: 1fr; height: auto; min-height: 3; max-height: 9; padding: 0 1; overflow-y: auto; pointer: text;
        border: round $border-blurred; color: $foreground; background: transparent;
        scrollbar-size-vertical: 1; scrollbar-color: $scrollbar; scrollbar-background: $scrollbar-background;
    }
    AnswerBox:focus { border: round $border; }
    AnswerBox .text-area--cursor {
        color: $input-cursor-foreground; background: $input-cursor-background;
        text-style: $input-cursor-text-style;
    }
    AnswerBox .text-area--selection { background: $input-selection-background; text-style: underline; }
    AnswerBox .text-area--placeholder { color: $foreground 45%; }
    AnswerBox:ansi .text-area--cursor { text-style: reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = TextArea.COMPONENT_CLASSES

    class Said(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text
            """What stands in the box."""

    class WentUp(Message):
        """The cursor wants to leave the box upwards, to what was said before."""

    class Undo(Message):
        """Undo was pressed with an empty box: it belongs to the conversation."""

    class Redo(Message):
        """Redo was pressed with an empty box."""

    def __init__(self, text: str = "", *, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(text, id=id, placeholder=placeholder, highlight_cursor_line=False)
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    def fill(self, text: str) -> None:
        """Put a text into the box, with nothing to undo before it."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def on_key(self, event: Key) -> None:
        """Send on Enter; begin a new line; leave upwards from the first line."""
        if event.key in _BREAKS:
            # Here and not as a binding, which is looked up later than letters that come right behind it.
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Said(self.text))
        elif event.key == "up" and self.cursor_at_first_line:
            event.stop()
            event.prevent_default()
            self.post_message(self.WentUp())

    def action_undo(self) -> None:
        """Undo typing; with an empty box, the last thing said."""
        if self.text:
            super().action_undo()
        else:
            self.post_message(self.Undo())

    def action_redo(self) -> None:
        """Redo typing; with an empty box, what was taken back."""
        if self.text:
            super().action_redo()
        else:
            self.post_message(self.Redo())
