"""Sorting: one thing at a time, the test questions in order; the person decides, the screen only asks."""

from collections.abc import Mapping
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from guide.engine.turn import Item
from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import MUTED, lines, own

_YES: Final = "?yes"
_NO: Final = "?no"
_STAYS: Final = "?stays"
_BACK: Final = "?back"


class Sorting(Answering):
    """Goes through what is to be sorted; all of it is sent together at the end."""

    DEFAULT_CSS = """
    Sorting { border: round $border; padding: 0 1; }
    Sorting > Static { padding: 0 0 1 0; }
    """

    def __init__(self, now: Now | None = None, *, classes: str = "") -> None:
        super().__init__(now, classes=classes)
        self.items: tuple[Item, ...] = ()
        self.tests: list[tuple[str, str]] = []
        self.titles: Mapping[str, str] = {}
        self.at = self.test = 0
        self.places: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the words, the test question and the choices."""
        yield Static(id="sorted")
        yield Choices(id="tests")

    def show(self, now: Now) -> None:
        """Begin with the first entry."""
        self.items, self.tests, self.titles = now.asks.items, list(now.asks.places.items()), now.titles
        self.at = self.test = 0
        self.places = {}
        self.ask()

    def ask(self) -> None:
        """Ask the test question that stands about the entry that stands."""
        if self.at >= len(self.items):
            return
        count = say("sort.count", at=self.at + 1, of=len(self.items))
        parts = [own(count, MUTED), own(self.items[self.at].text, "bold")]
        if self.test < len(self.tests):
            parts.append(own(self.tests[self.test][1]))
        self.query_one("#sorted", Static).update(lines(parts))
        self.query_one(Choices).show(self._options())

    def _options(self) -> dict[str, str]:
        options = {_YES: say("sort.yes"), _NO: say("sort.no")} if self.test < len(self.tests) else {}
        for area, _ in self.tests:
            options[area] = say("sort.straight", title=self.titles.get(area, area))
        options[_STAYS] = say("sort.stays")
        if self.at:
            options[_BACK] = say("sort.back")
        return options

    @on(Choices.Chosen)
    def take(self, chosen: Choices.Chosen) -> None:
        """Go to the next test or the next entry."""
        chosen.stop()
        match chosen.keys[0]:
            case "?no":
                self.test += 1
            case "?back":
                self.at, self.test = self.at - 1, 0
            case "?yes":
                self._place(self.tests[self.test][0])
            case "?stays":
                self._place("")
            case area:
                self._place(area)
        self.ask()

    def _place(self, area: str) -> None:
        self.places.pop(self.items[self.at].id, None)
        if area:
            self.places[self.items[self.at].id] = area
        self.at, self.test = self.at + 1, 0
        if self.at == len(self.items):
            self.give({"sort": dict(self.places)})
