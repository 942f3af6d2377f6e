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
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import own

_NOBODY: Final = "?nobody"
_NOTHING: Final = "?nothing"


class Showing(VerticalGroup):
    """Asks whom to show, how, and what to keep back from them: one person at a time."""

    DEFAULT_CSS = """
    Showing > Static { padding: 0 0 1 0; text-style: bold; }
    """

    class Decided(Message):
        """That is all."""

        def __init__(self, share: dict[str, dict[str, str]]) -> None:
            super().__init__()
            self.share = share
            """Entry to viewer to wish."""

    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[Item] = ()
        self.viewers: dict[str, str] = {}
        self.spacious = False
        self.viewer = self.wish = ""
        self.share: dict[str, dict[str, str]] = {}

    def compose(self) -> ComposeResult:
        """Lay out the question and its choices."""
        yield Static()
        yield Choices()

    def show(self, items: Sequence[Item], viewers: Mapping[str, str], *, with_child: bool) -> None:
        """Begin: nobody has been named yet."""
        self.items, self.spacious = items, with_child
        self.viewers = {key: name for key, name in viewers.items() if any(one.by != key for one in items)}
        self.share = {}
        self._ask_whom()
        self.query_one(Choices).focus()

    def _ask(self, question: str, options: Mapping[str, str], *, many: bool = False) -> None:
        self.query_one(Static).update(own(question))
        self.query_one(Choices).show(options, many=many, spacious=self.spacious and not many)

    def _ask_whom(self) -> None:
        self.viewer = self.wish = ""
        question = say("show.whom_else") if self.share else say("show.whom")
        self._ask(
            question, {**self.viewers, _NOBODY: say("show.nobody_else") if self.share else say("show.nobody")}
        )

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
        self.viewers = {key: name for key, name in self.viewers.items() if key != self.viewer}
        self._ask_whom()
