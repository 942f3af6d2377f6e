"""The conversation so far: it stays at the newest line, and arrow keys pick something to put right."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from guide.engine.turn import Said
from guide.ui.widgets.bubble import Look, Name, draw_bubble, is_editable, is_own
from guide.ui.widgets.stacked import Stacked

WINDOW: Final = 120
"""The most bubbles ever held: thousands would make every key slow. The journal is the truth."""

_DROP: Final = 40
"""How many of the oldest go at a time, so that dropping is rare."""


class Bubble:
    """One line, and what it last looked like."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.look: Look | None = None
        self.strips: list[Strip] = []
        """As it looks now."""

    def take(self, look: Look, draw: Callable[[Said, Look], list[Strip]]) -> None:
        """Look like this, drawn anew only where it last looked different."""
        if look != self.look:
            self.look, self.strips = look, draw(self.said, look)


class Transcript(Stacked, can_focus=True):
    """Shows what was said."""

    DEFAULT_CSS = """
    Transcript { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "pick(-1)", show=False),
        Binding("down", "pick(1)", show=False),
        Binding("enter", "take", show=False),
        Binding("escape", "leave", show=False),
    ]
    FROM_THE_END = True

    class Taken(Message):
        """Somebody wants to put this right."""

        def __init__(self, said: Said) -> None:
            super().__init__()
            self.said = said
            """The line."""

    class Left(Message):
        """Nothing is to be put right after all."""

    def __init__(self, said: Sequence[Said] = (), name: Name = str) -> None:
        super().__init__()
        self.speaker = name
        self.bubbles = [Bubble(one) for one in said[-WINDOW:]]
        """The lines held now, the newest last."""
        self.picked: Bubble | None = None
        self._tops: list[int] = []
        """The row each bubble begins on."""

    def show(self, said: Sequence[Said], *, again: bool) -> None:
        """Show these lines after the others; `again` shows these and no others."""
        if not (again or said):
            return
        if again:
            self.picked, self.bubbles = None, []
        self.bubbles.extend(Bubble(one) for one in said[-WINDOW:])
        if len(self.bubbles) > WINDOW:
            del self.bubbles[: max(_DROP, len(self.bubbles) - WINDOW)]
        self.restack()

    # Drawing

    def stack(self, width: int) -> list[Strip]:
        """Return the rows of all bubbles; only what looks different from before is drawn."""
        last = next((one for one in reversed(self.bubbles) if is_own(one.said)), None)
        gentle, tall = self.screen.has_class("-gentle"), self.screen.has_class("-tall")
        rows: list[Strip] = []
        self._tops = []
        for one in self.bubbles:
            one.take(Look(width, gentle, tall, gentle and one is last, one is self.picked), self._strips)
            self._tops.append(len(rows))
            rows.extend(one.strips)
        return rows

    def _strips(self, said: Said, look: Look) -> list[Strip]:
        return self.strips_of(draw_bubble(said, self.speaker, look), look.width)

    def forget_looks(self) -> None:
        """Forget what the lines looked like."""
        for one in self.bubbles:
            one.look = None

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
        at = own.index(self.picked) + by if self.picked in own else len(own) - 1
        if 0 <= at < len(own):
            self._pick(own[at])
        elif at >= len(own):
            self.action_leave()

    def _pick(self, bubble: Bubble | None) -> None:
        self.picked = bubble
        self.restack()
        if bubble in self.bubbles:
            self.bring_into_sight(self._tops[self.bubbles.index(bubble)], len(bubble.strips))

    def action_take(self) -> None:
        """Put right what is picked."""
        if self.picked is not None:
            self.post_message(self.Taken(self.picked.said))

    def action_leave(self) -> None:
        """Go back to where we were."""
        self.post_message(self.Left())

    def on_click(self, event: Click) -> None:
        """Pick what is clicked on."""
        offset = event.get_content_offset(self)
        at = bisect_right(self._tops, self.top + offset.y) - 1 if offset is not None else -1
        if at >= 0 and is_editable(self.bubbles[at].said):
            self.focus()
            self._pick(self.bubbles[at])
