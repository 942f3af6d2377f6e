"""The box for what is written in a story, with a line over it saying what is written there."""

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Static

from guide.ui.says import say
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.words import MUTED, own


class WritingBox(VerticalGroup):
    """Closed it takes no room."""

    DEFAULT_CSS = """
    WritingBox { display: none; padding: 0 2; }
    WritingBox.-open { display: block; }
    WritingBox > .title { text-style: bold; height: auto; }
    WritingBox > .how { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.place = ""
        """What is written in it: `text:n1` …; empty while it is closed."""
        self.before = ""
        """The words it was opened with."""

    def compose(self) -> ComposeResult:
        """Lay out the heading, the box and how it is left."""
        yield Static(classes="title")
        yield AnswerBox()
        yield Static(own(say("words.how"), MUTED), classes="how")

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.query_one(AnswerBox).text

    @property
    def is_as_it_was(self) -> bool:
        """Whether nothing was changed; where somebody sees it differently, no words are an answer too."""
        return self.text == self.before and not self.place.startswith("differ:")

    def open(self, place: str, title: str, words: str) -> None:
        """Begin to write, with these words as they are."""
        self.place, self.before = place, words
        self.query_one(".title", Static).update(own(title))
        self.add_class("-open")
        box = self.query_one(AnswerBox)
        box.fill(words)
        box.focus()

    def close(self) -> None:
        """Take no room any more."""
        self.place = ""
        self.remove_class("-open")
        self.query_one(AnswerBox).fill("")
