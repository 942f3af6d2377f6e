"""Who may see it: only the exceptions are asked, everything else stays undecided."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widgets import Static

from guide.engine.turn import Item
from guide.ui.says import say
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import own

_NOBODY: Final = "?nobody"
_NOTHING: Final = "?nothing"
_SOMEBODY: Final = "?somebody"


class Showing(VerticalGroup):
    """Asks whom to show, how, and what to keep back from them: one person at a time."""

    DEFAULT_CSS = """
    Showing > Static { padding: 0 0 1 0; text-style: bold; }
    Showing > AnswerBox { display: none; }
    Showing.-naming > AnswerBox { display: block; }
    Showing.-naming > Choices { display: none; }
    """

    class Decided(Message):
        """That is all."""

        def __init__(self, share: dict[str, dict[str, str]]) -> None:
            super().__init__()
            self.share = share
            """Entry to viewer to wish."""

    class Somebody(Message):
        """Somebody is to be shown something who is not known yet."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name
            """As it was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[Item] = ()
        self.viewers: dict[str, str] = {}
        self.spacious = False
        self.viewer = self.wish = ""
        self.share: dict[str, dict[str, str]] = {}
        self.named = False
        """Whether somebody was named just now who was not known before."""

    def compose(self) -> ComposeResult:
        """Lay out the question, its choices, and a box for a name."""
        yield Static()
        yield Choices()
        yield AnswerBox()

    def begin(self) -> None:
        """Begin: nobody has been named yet."""
        self.viewers, self.share, self.named = {}, {}, False

    def show(self, items: Sequence[Item], viewers: Mapping[str, str], *, with_child: bool) -> None:
        """Ask whom; somebody who was named just now is asked about at once."""
        before, self.items, self.spacious = self.viewers, items, with_child
        self.viewers = {key: name for key, name in viewers.items() if any(one.by != key for one in items)}
        new = [key for key in self.viewers if key not in before] if self.named else []
        self.named = False
        self._ask_whom()
        if len(new) == 1:
            self._take_viewer(new[0])
        self.query_one(Choices).focus()

    @property
    def _left(self) -> dict[str, str]:
        """Who has not been asked about yet."""
        decided = {viewer for wishes in self.share.values() for viewer in wishes}
        return {key: name for key, name in self.viewers.items() if key not in decided}

    def _ask(self, question: str, options: Mapping[str, str], *, many: bool = False) -> None:
        self.remove_class("-naming")
        self.query_one(Static).update(own(question))
        air = self.spacious and not many and self.screen.has_class("-tall")  # every choice has to be in sight
        self.query_one(Choices).show(options, many=many, spacious=air)

    def _ask_whom(self) -> None:
        self.viewer = self.wish = ""
        first = not self.share
        nobody = say("show.nobody") if first else say("show.nobody_else")
        options = {**self._left, _SOMEBODY: say("show.somebody"), _NOBODY: nobody}
        self._ask(say("show.whom") if first else say("show.whom_else"), options)

    def _ask_name(self) -> None:
        self.query_one(Static).update(own(say("show.name")))
        self.add_class("-naming")
        box = self.query_one(AnswerBox)
        box.fill("")
        box.focus()

    @on(AnswerBox.Said)
    def take_name(self, said: AnswerBox.Said) -> None:
        """Have them written down; without a name, ask again."""
        said.stop()
        if said.text.strip():
            self.named = True
            self.post_message(self.Somebody(said.text))
        else:
            self._ask_whom()
            self.query_one(Choices).focus()

    @on(AnswerBox.WentUp)
    @on(AnswerBox.Undo)
    @on(AnswerBox.Redo)
    def stay(self, wish: AnswerBox.WentUp | AnswerBox.Undo | AnswerBox.Redo) -> None:
        """Stay: here the box belongs to a name."""
        wish.stop()

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Go on to how, to what is kept back, to the next person."""
        chosen.stop()
        if not self.viewer:
            self._take_viewer(chosen.keys[0])
        elif not self.wish:
            self.wish = chosen.keys[0]
            kept = {item.id: item.text for item in self.items if item.by != self.viewer}
            self._ask(
                say("show.kept", who=self.viewers[self.viewer]),
                {_NOTHING: say("show.nothing"), **kept},
                many=True,
            )
        else:
            self._take_kept(set(chosen.keys))

    def _take_viewer(self, key: str) -> None:
        if key == _NOBODY:
            self.post_message(self.Decided(self.share))
            return
        if key == _SOMEBODY:
            self._ask_name()
            return
        self.viewer = key
        ways = {
            "yes": say("show.yes"),
            "with-me": say("show.with_me"),
            "later": say("show.later"),
            "no": say("show.no"),
        }
        self._ask(say("show.how", who=self.viewers[key]), ways)

    def _take_kept(self, kept: set[str]) -> None:
        for item in self.items:
            if item.by != self.viewer:
                wish = "no" if item.id in kept else self.wish
                self.share.setdefault(item.id, {})[self.viewer] = wish
        self._ask_whom()
