"""Writing on paper, each for themselves: the screen counts who has, and shows nothing of anybody's."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.style import Style

from guide.engine.turn import Asked
from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.room.names import NameRows
from guide.ui.widgets.words import MUTED, own

_DIGITS = 9
"""Names that have a digit of their own; the arrow keys reach the others."""


class Writers(NameRows):
    """Who has written, and who has not yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("space", "mark", show=False),
        Binding("enter", "enter", show=False),
    ]

    class Marked(Message):
        """Somebody has written, or had not after all."""

        def __init__(self, person: str, *, has_written: bool) -> None:
            super().__init__()
            self.person, self.has_written = person, has_written

    class Done(Message):
        """It is time to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.wrote: frozenset[str] = frozenset()
        self.tells = ""
        """One sentence in place of the keys, until the next mark."""

    def show(self, people: Iterable[Asked], wrote: Iterable[str]) -> None:
        """Show who has written."""
        self.take(tuple(people))
        self.wrote, self.tells = frozenset(wrote), ""
        self.redraw()

    def tell(self, text: str) -> None:
        """Say one calm sentence under the names."""
        self.tells = text
        self.redraw()

    def head(self, width: int) -> Iterable[Content]:  # noqa: ARG002 – a short line
        """Return how many have written."""
        yield own(say("room.wrote", n=len(self.wrote), of=len(self.people)), "bold $accent")

    def row(self, at: int, person: Asked) -> Content:
        """Return a name, its digit, and whether it has written."""
        has_written = person.id in self.wrote
        digit = f"{at + 1}" if at < _DIGITS else " "
        mark = Content.styled("✓ " if has_written else "  ", "bold $accent")
        name = self.called(person, MUTED if has_written else "bold")
        drawn = Content.assemble("▸ " if at == self.at else "  ", (f"{digit}  ", MUTED), mark, name)
        return drawn.stylize(Style.from_meta({"row": at}))

    def foot(self) -> Iterable[Content]:
        """Return which keys there are."""
        is_full = len(self.wrote) == len(self.people)
        yield (
            own(self.tells, MUTED) if self.tells else self.how(f"room.writing.{'all' if is_full else 'how'}")
        )

    # Keys and mouse

    def on_key(self, event: Key) -> None:
        """Mark whoever has this digit."""
        key = event.character or ""
        if key.isascii() and key.isdecimal() and 0 < int(key) <= len(self.people):
            event.stop()
            self._mark(int(key) - 1)

    def on_click(self, event: Click) -> None:
        """Mark whoever was clicked on."""
        at = event.style.meta.get("row")
        if isinstance(at, int):
            self._mark(at)

    def action_step(self, by: int) -> None:
        """Go to another name; the first step comes in from that end."""
        self.go(self.at + by if self.at is not None else (0 if by > 0 else len(self.people) - 1))

    def action_mark(self) -> None:
        """Mark the name under the cursor."""
        if self.at is not None:
            self._mark(self.at)

    def _mark(self, at: int) -> None:
        person = self.people[at].id
        self.post_message(self.Marked(person, has_written=person not in self.wrote))

    def action_enter(self) -> None:
        """Go on: whoever will not write does not have to."""
        self.post_message(self.Done())


class OnPaper(Answering):
    """Marks who has written; one key each."""

    marked_last = ""
    """Whose mark the undo would take back."""

    def compose(self) -> ComposeResult:
        """Lay out the names."""
        yield Writers()

    def show(self, now: Now) -> None:
        """Show who has written by now."""
        self.query_one(Writers).show(now.everybody, now.asks.wrote)

    @on(Writers.Marked)
    def take(self, marked: Writers.Marked) -> None:
        """Mark somebody; the mark made last can be taken back by the same key."""
        marked.stop()
        if marked.has_written:
            self.marked_last = marked.person
            self.give({"wrote": True, "by": marked.person})
        elif marked.person == self.marked_last:
            self.marked_last = ""
            self.give({"back": True})
        else:
            self.query_one(Writers).tell(say("room.writing.last"))

    @on(Writers.Done)
    def go_on(self, done: Writers.Done) -> None:
        """Go on."""
        done.stop()
        self.give({"next": True})
