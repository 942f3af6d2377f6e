"""One picture of a story in words: the sentences, the place and who is in it."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from guide.ui.says import say
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.words import MUTED, own


class Painting(Answering):
    """Where a picture and its sentences are written."""

    DEFAULT_CSS = """
    Painting { height: auto; }
    Painting > Input { border: round $border-blurred; background: $surface; }
    Painting > Input:focus { border: round $border; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the sentences, the place and the people."""
        yield AnswerBox(id="sentences", placeholder=say("panel.text"))
        yield Input(id="place", placeholder=say("panel.place"))
        yield Input(id="faces", placeholder=say("panel.people"))
        yield Static(own(say("panel.how"), MUTED))

    def show(self, now: Now) -> None:  # noqa: ARG002 – it begins empty
        """Begin with nothing."""
        self.query_one(AnswerBox).fill("")
        for one in self.query(Input):
            one.value = ""

    @on(AnswerBox.Said)
    def to_place(self, said: AnswerBox.Said) -> None:
        """Go on from the sentences to the place."""
        said.stop()
        if said.text.strip():
            self.query_one("#place").focus()

    @on(Input.Submitted)
    def go_on(self, submitted: Input.Submitted) -> None:
        """Go on from the place to the people, and from there on."""
        submitted.stop()
        if submitted.input.id == "place":
            self.query_one("#faces").focus()
        else:
            self.give({"panel": self.panel()})

    def panel(self) -> dict[str, Any]:
        """Return the panel as it was written."""
        text = [one.strip() for one in self.query_one(AnswerBox).text.splitlines() if one.strip()]
        faces = [one.strip() for one in self.query_one("#faces", Input).value.split(",") if one.strip()]
        people = [
            {"name": name.strip(), "feeling": feeling.strip() or "blank"}
            for name, _, feeling in map(_halves, faces)
        ]
        return {
            "text": text,
            "picture": {"place": self.query_one("#place", Input).value.strip(), "people": people},
        }


def _halves(face: str) -> tuple[str, str, str]:
    return face.partition(":")
