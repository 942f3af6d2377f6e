"""Marks a phrase of somebody's own words, by keyboard, to be given back to them."""

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from guide.engine.turn import Item
from guide.ui.says import say
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.marked import GivenBack, IsName, NothingMarked
from guide.ui.widgets.words import MUTED, PICKED, lines, own, plain


class Phrase(Drawn, can_focus=True):
    """Shows what somebody said and lets words of it be marked."""

    DEFAULT_CSS = """
    Phrase { border: round $border; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "word(-1)", show=False),
        Binding("right", "word(1)", show=False),
        Binding("shift+left", "stretch(-1)", show=False),
        Binding("shift+right", "stretch(1)", show=False),
        Binding("up", "item(-1)", show=False),
        Binding("down", "item(1)", show=False),
        Binding("n", "name", show=False),
        Binding("enter", "give", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self.at = self.first = self.last = 0

    def show(self, items: Sequence[Item]) -> None:
        """Begin with the last thing said, and its last word."""
        self.items = items
        self.at = len(items) - 1
        self._whole()

    def _whole(self) -> None:
        self.first, self.last = 0, max(0, len(self.words) - 1)
        self.redraw()

    @property
    def words(self) -> list[re.Match[str]]:
        """The words of what is shown, each with its place."""
        return list(re.finditer(r"\S+", self.items[self.at].text)) if self.items else []

    @property
    def phrase(self) -> str:
        """The words marked now, exactly as they were said."""
        words = self.words
        if not words:
            return ""
        return self.items[self.at].text[words[self.first].start() : words[self.last].end()]

    def draw(self, width: int) -> Content:
        """Return the words with the marked ones standing out."""
        words = self.words
        if not words:
            return Content("")
        text = self.items[self.at].text
        begin, end = words[self.first].start(), words[self.last].end()
        marked = Content.assemble(
            own(text[:begin]), own(f"[{plain(text[begin:end])}]", PICKED), own(text[end:])
        )
        return lines([*marked.wrap(width), Content(""), *own(say("phrase.how"), MUTED).wrap(width)])

    def action_word(self, by: int) -> None:
        """Mark one word: the next or the one before."""
        at = (self.last if by > 0 else self.first) + by
        whole = self.first == 0 and self.last == len(self.words) - 1 and self.last > 0
        self.first = self.last = (0 if by > 0 else len(self.words) - 1) if whole else self._inside(at)
        self.redraw()

    def action_stretch(self, by: int) -> None:
        """Mark one word more, or one fewer."""
        self.last = max(self.first, self._inside(self.last + by))
        self.redraw()

    def _inside(self, at: int) -> int:
        return min(max(0, at), max(0, len(self.words) - 1))

    def action_item(self, by: int) -> None:
        """Show something said before, or after."""
        self.at = min(max(0, self.at + by), max(0, len(self.items) - 1))
        self._whole()

    def action_give(self) -> None:
        """Give the phrase back."""
        if self.phrase:
            self.post_message(GivenBack(self.phrase, self.items[self.at].id))

    def action_name(self) -> None:
        """Say that these words are a name."""
        name = self.phrase.strip(".,;:!?…()\"“”'‘")
        if name:
            self.post_message(IsName(name))

    def action_leave(self) -> None:
        """Give nothing back."""
        self.post_message(NothingMarked())
