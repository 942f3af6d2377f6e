"""Who agrees with what was read back, and who sees it differently, in their own words."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widgets import Static

from guide.ui.says import say
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import own


class Agreeing(VerticalGroup):
    """Asks who, and where somebody sees it differently, how."""

    DEFAULT_CSS = """
    Agreeing > Static { padding: 0 0 1 0; }
    Agreeing > AnswerBox { display: none; }
    Agreeing.-telling > AnswerBox { display: block; }
    Agreeing.-telling > Choices { display: none; }
    """

    class Agreed(Message):
        """These agree."""

        def __init__(self, people: tuple[str, ...]) -> None:
            super().__init__()
            self.people = people
            """Their ids."""

    class Differs(Message):
        """One sees it differently."""

        def __init__(self, person: str, words: str) -> None:
            super().__init__()
            self.person = person
            """Who."""
            self.words = words
            """In their own words."""

    def __init__(self) -> None:
        super().__init__()
        self.is_differing = False
        self.person = ""

    def compose(self) -> ComposeResult:
        """Lay out the question, who there is, and a box."""
        yield Static()
        yield Choices()
        yield AnswerBox()

    def ask(self, people: Mapping[str, str], *, differs: bool) -> None:
        """Ask who agrees, or who sees it differently."""
        self.is_differing, self.person = differs, ""
        self.remove_class("-telling")
        self.query_one(Static).update(
            own(say("review.who_differs" if differs else "review.who_agrees"), "bold")
        )
        self.query_one(Choices).show(people, many=not differs)
        self.query_one(Choices).focus()

    @on(Choices.Chosen)
    def take_who(self, chosen: Choices.Chosen) -> None:
        """Go on to the words, or be done."""
        chosen.stop()
        if not self.is_differing:
            self.post_message(self.Agreed(chosen.keys))
            return
        self.person = chosen.keys[0]
        self.add_class("-telling")
        self.query_one(AnswerBox).fill("")
        self.query_one(AnswerBox).focus()

    @on(AnswerBox.Said)
    def take_words(self, said: AnswerBox.Said) -> None:
        """Be done with their words."""
        said.stop()
        if said.text.strip():
            self.post_message(self.Differs(self.person, said.text))

    @on(AnswerBox.WentUp)
    @on(AnswerBox.Undo)
    @on(AnswerBox.Redo)
    def stay(self, wish: AnswerBox.WentUp | AnswerBox.Undo | AnswerBox.Redo) -> None:
        """Stay: the box belongs to these words."""
        wish.stop()
