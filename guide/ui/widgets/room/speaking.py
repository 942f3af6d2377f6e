"""A round of reading aloud: whose turn it is, who comes next, and one key from one to the other."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message

from guide.engine.turn import Asked
from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.room.names import NameRows
from guide.ui.widgets.words import ACCENT, MUTED


class Speakers(NameRows):
    """The names in the order of speaking."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "step(-1)", show=False),
        Binding("down,right,space,enter", "step(1)", show=False),
    ]

    class AllHaveSpoken(Message):
        """The last one has."""

    def show(self, people: Iterable[Asked]) -> None:
        """Show the order; whoever speaks goes on speaking."""
        self.take(tuple(people))
        self.at = 0 if self.at is None and self.people else self.at
        self.redraw()

    def row(self, at: int, person: Asked) -> Content:
        """Return a name: whoever speaks stands out, and whoever is next is told."""
        here = self.at or 0
        if at == here:
            return Content.assemble(("▸ ", f"bold {ACCENT}"), self.called(person, f"bold {ACCENT}"))
        name = self.called(person, MUTED if at < here else "")
        return Content.assemble("  ", name, (f"   {say('room.next')}" if at == here + 1 else "", MUTED))

    def foot(self) -> Iterable[Content]:
        """Return which keys there are."""
        is_last = (self.at or 0) >= len(self.people) - 1
        yield self.how("room.round.last" if is_last else "room.round.how")

    def action_step(self, by: int) -> None:
        """Go on to the next, or back to the one before; after the last one, on."""
        at = (self.at or 0) + by
        if at >= len(self.people):
            self.post_message(self.AllHaveSpoken())
        else:
            self.go(at)

    def on_click(self, event: Click) -> None:
        """Go on to the next."""
        event.stop()
        self.action_step(1)


class InTurn(Answering):
    """One after the other, and nobody has to be brave."""

    def compose(self) -> ComposeResult:
        """Lay out the names."""
        yield Speakers()

    place: tuple[str | None, str | None] = (None, None)

    def show(self, now: Now) -> None:
        """Show the order, from the first one on at a new round."""
        speakers, place = self.query_one(Speakers), (now.asks.step, now.asks.of)
        if place != self.place:
            self.place, speakers.at = place, None
        speakers.show(now.everybody)

    @on(Speakers.AllHaveSpoken)
    def go_on(self, spoken: Speakers.AllHaveSpoken) -> None:
        """Go on."""
        spoken.stop()
        self.give({"next": True})
