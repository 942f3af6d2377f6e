"""The conversation so far: it stays at the newest line, and arrow keys pick something to put right."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Click
from textual.geometry import Region
from textual.message import Message

from guide.engine.turn import Said
from guide.ui.widgets.bubble import Name, is_editable
from guide.ui.widgets.lines import Bubble, Lines


class Transcript(VerticalScroll, can_focus=True):
    """Shows what was said."""

    DEFAULT_CSS = """
    Transcript { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "pick(-1)", show=False),
        Binding("down", "pick(1)", show=False),
        Binding("enter", "take", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Taken(Message):
        """Somebody wants to put this right."""

        def __init__(self, said: Said) -> None:
            super().__init__()
            self.said = said
            """The line."""

    class Left(Message):
        """Nothing is to be put right after all."""

    def __init__(self, said: Sequence[Said] = (), name: Name = str) -> None:
        self.lines = Lines(said, name)
        super().__init__(self.lines)

    def on_mount(self) -> None:
        """Stay at the newest line unless the reader scrolls up."""
        self.anchor()

    @property
    def bubbles(self) -> Sequence[Bubble]:
        """The lines held now, the newest last."""
        return self.lines.bubbles

    def show(self, said: Sequence[Said], *, again: bool) -> None:
        """Show these lines after the others; `again` shows these and no others."""
        if again:
            self.lines.hold(said)
        elif said:
            self.lines.hold_also(said)

    # Picking

    def on_focus(self) -> None:
        """Begin with the last thing said."""
        self.action_pick(-1)

    def on_blur(self) -> None:
        """Pick nothing any more."""
        self._pick(None)

    def action_pick(self, by: int) -> None:
        """Pick the next line that can be put right; past the last one, leave."""
        own = [one for one in self.bubbles if is_editable(one.said)]
        picked = self.lines.picked
        at = own.index(picked) + by if picked in own else len(own) - 1
        if 0 <= at < len(own):
            self._pick(own[at])
        elif at >= len(own):
            self.action_leave()

    def _pick(self, bubble: Bubble | None) -> None:
        self.lines.pick(bubble)
        if bubble is not None:
            self.call_after_refresh(self._into_view, bubble)

    def _into_view(self, bubble: Bubble) -> None:
        if bubble in self.bubbles:
            top = self.lines.tops[self.bubbles.index(bubble)]
            self.scroll_to_region(Region(0, top, 1, len(bubble.strips)), animate=False)

    def action_take(self) -> None:
        """Put right what is picked."""
        if self.lines.picked is not None:
            self.post_message(self.Taken(self.lines.picked.said))

    def action_leave(self) -> None:
        """Go back to where we were."""
        self.post_message(self.Left())

    def on_click(self, event: Click) -> None:
        """Pick what is clicked on."""
        bubble = self.lines.bubble_at(event.y) if event.widget is self.lines else None
        if bubble is not None and is_editable(bubble.said):
            self.focus()
            self._pick(bubble)
