"""What every way to answer has in common: it is shown what is asked, and posts the reply."""

from collections.abc import Mapping
from typing import Any

from textual.containers import VerticalGroup
from textual.message import Message

from guide.engine.turn import Asked, Asks
from guide.flow.model import Step
from guide.frozen import field, frozen

Line = dict[str, Any]


@frozen
class Now:
    """What is asked now, and what it takes to draw it."""

    asks: Asks
    step: Step | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    """Areas to their titles."""
    viewers: Mapping[str, str] = field(default_factory=dict)
    """Who might be shown something: person to name."""
    text: str = ""
    """What had been typed already."""
    everybody: tuple[Asked, ...] = ()
    """Who a team's question is put to, in the order they speak; those who have answered too."""
    offers_urgent: bool = False
    """Whether one quiet word offers *something urgent*."""
    read_back: frozenset[str] = frozenset()
    """Things that were read back before: who may see them can be asked straight away."""
    behind: Mapping[str, str] = field(default_factory=dict)
    """Sentences of the story, as they are read back, to the names of whoever stands behind them."""
    names: tuple[str, ...] = ()
    """Who may be in a picture: everybody known here."""
    picture: Mapping[str, Any] | None = None
    """The picture that stands, while it is being put right; None for a new one."""


class Answering(VerticalGroup):
    """A way to answer; the first thing in it that takes keys is where the answer is given."""

    DEFAULT_CSS = """
    Answering { display: none; }
    Answering.-now { display: block; }
    """

    class Given(Message):
        """Somebody answered."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line
            """The reply, without how it came."""

    def __init__(self, now: Now | None = None, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.first = now
        """What is asked when it is made: shown as soon as it can be seen."""

    def on_mount(self) -> None:
        """Show what is asked when it is made."""
        if self.first is not None:
            self.begin(self.first)

    def begin(self, now: Now) -> None:
        """Show the first question."""
        self.show(now)

    def show(self, now: Now) -> None:
        """Show what is asked."""
        raise NotImplementedError

    def preview(self, line: Line) -> None:
        """Show beforehand what will be answered, for a demonstration."""

    def give(self, line: Line) -> None:
        """Post a reply."""
        self.post_message(self.Given(line))

    def focus_now(self) -> None:
        """Let the keys go to where the answer is given."""
        for one in self.query("*"):
            if one.focusable:
                one.focus()
                return
