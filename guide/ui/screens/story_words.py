"""Writing in the story: one box under the pictures; what is half written in it survives everything."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import getters, on
from textual.widgets import TextArea

from guide.map.model import Panel
from guide.ui.replying import Line
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.talking import Talking
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.story.writing import WritingBox


class StoryWords(Page):
    """The part of the story's screen where words are written."""

    talking: Talking

    box = getters.query_one(WritingBox)

    def tell(self, text: str) -> None:
        """Say one calm sentence under the pictures."""
        raise NotImplementedError

    def say_later(self, line: Line, notice: str = "") -> None:
        """Say a line when the key that meant it is done with."""
        raise NotImplementedError

    def back_to_board(self) -> None:
        """Let the keys go to the pictures."""
        raise NotImplementedError

    def stand_at(self, held: str) -> None:
        """Pick this picture; nothing for none."""
        raise NotImplementedError

    @property
    def is_writing(self) -> bool:
        """Whether the box is open."""
        return bool(self.box.place)

    def write_at(self, place: str, words: str) -> None:
        """Open the box for this place: `text:n1`, `title:n1`, `add:n1` (after it), `differ:n1:2:p3`."""
        kind = place.partition(":")[0]
        self.box.open(place, say(f"story.write.{kind}"), words)
        self.tell("")
        self.refresh_bindings()
        self.show_keys()

    def take_up_writing(self) -> None:
        """Open the box again on what was half written when the program ended."""
        place, words = self.talking.writing
        if not words:
            return
        if self._line_of(place, words) is None:
            self.talking.keep_writing("", "")
        else:
            self.stand_at(place.split(":")[1])
            self.write_at(place, words)

    @on(TextArea.Changed)
    def keep_half(self, changed: TextArea.Changed) -> None:
        """Have half a sentence kept."""
        changed.stop()
        if self.box.place:
            self.talking.keep_writing(self.box.place, self.box.text)

    @on(AnswerBox.Said)
    def keep_words(self, said: AnswerBox.Said) -> None:
        """Say what was written; the box stays as it is when it is refused."""
        said.stop()
        if self.box.place.startswith(("text:", "add:")) and not sentences_in(said.text):
            self.tell(say("story.no_words"))
            return
        line = self._line_of(self.box.place, said.text)
        if self.box.is_as_it_was:
            self.leave_box()
        elif line is not None:
            self.say_later(line, say("story.added" if "add" in line else "story.kept"))

    @on(AnswerBox.WentUp)
    @on(AnswerBox.Undo)
    @on(AnswerBox.Redo)
    def stay(self, wish: AnswerBox.WentUp | AnswerBox.Undo | AnswerBox.Redo) -> None:
        """Stay in the box: Esc leaves it."""
        wish.stop()

    def leave_box(self) -> None:
        """Close the box; what stood in it is forgotten."""
        self.box.close()
        self.talking.keep_writing("", "")
        self.refresh_bindings()
        self.show_keys()
        self.back_to_board()

    def _line_of(self, place: str, words: str) -> Line | None:
        """Return the line that keeps these words there; None where that place is no more."""
        kind, _, rest = place.partition(":")
        held, _, more = rest.partition(":")
        panels = {one.id: one for one in self.talking.turn.walk.shown.panels()}
        if held and held not in panels:
            return None
        makes: Mapping[str, Callable[[], Line | None]] = {
            "text": lambda: {"correct": held, "panel": {"text": sentences_in(words)}},
            "title": lambda: {"correct": held, "panel": {"title": words.strip()}},
            "add": lambda: _added(held, words),
            "differ": lambda: _differs(panels[held], more, words),
        }
        return makes[kind]() if kind in makes else None


def sentences_in(words: str) -> list[str]:
    """Return what was written as sentences: each line is one."""
    return [one.strip() for one in words.splitlines() if one.strip()]


def _added(after: str, words: str) -> Line:
    add: dict[str, Any] = {"panel": {"text": sentences_in(words)}}
    return {"add": {**add, **({"after": after} if after else {})}}


def _differs(panel: Panel, more: str, words: str) -> Line | None:
    at, _, who = more.partition(":")
    if not at.isdecimal() or not 1 <= int(at) <= len(panel.text):
        return None
    return {"dispute": {panel.id: {at: {who: words.strip()}}}}
