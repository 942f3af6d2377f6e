"""The conversation so far: a window of bubbles; the journal is the truth."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Click
from textual.message import Message

from guide.engine.turn import Said
from guide.ui.widgets.bubble import Bubble

WINDOW: Final = 120
"""The most bubbles ever mounted: thousands would make every key slow."""

_DROP: Final = 40
"""How many of the oldest go at a time, so that dropping is rare."""


class Transcript(VerticalScroll, can_focus=True):
    """Shows what was said; arrow keys pick something to put right."""

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

    def __init__(self, said: Sequence[Said] = (), name: Callable[[str | None], str] = str) -> None:
        super().__init__(*(Bubble(one, name) for one in said[-WINDOW:]))
        self.picked: Bubble | None = None

    def on_mount(self) -> None:
        """Stay at the newest line unless the reader scrolls up."""
        self.anchor()
        self._mark_last()

    # What is shown

    def show(self, said: Sequence[Said], name: Callable[[str | None], str]) -> None:
        """Show these lines and no others."""
        self.picked = None
        self.remove_children(Bubble)
        self.mount_all([Bubble(one, name) for one in said[-WINDOW:]])
        self._mark_last()

    def add(self, said: Sequence[Said], name: Callable[[str | None], str]) -> None:
        """Show these lines after the others, and drop the oldest when there are too many."""
        if not said:
            return
        before = list(self.query(Bubble))
        after = [Bubble(one, name) for one in said[-WINDOW:]]
        if len(before) + len(after) > WINDOW:
            self.remove_children(before[: max(_DROP, len(before) + len(after) - WINDOW)])
        self.mount_all(after)
        self._mark_last()

    def _mark_last(self) -> None:
        """Let the last thing somebody said stand out; a page may keep it large."""
        own = [one for one in self.children if one.has_class("-own")]
        for bubble in own[:-1]:
            if bubble.has_class("-last"):
                bubble.remove_class("-last")
        if own:
            own[-1].add_class("-last")

    @property
    def has_lines(self) -> bool:
        """Whether anything was said so far."""
        return bool(self.children)

    # Picking

    def on_focus(self) -> None:
        """Begin with the last thing said."""
        self.action_pick(-1)

    def on_blur(self) -> None:
        """Pick nothing any more."""
        self._pick(None)

    def action_pick(self, by: int) -> None:
        """Pick the next line that can be put right; past the last one, leave."""
        own = [one for one in self.query(Bubble) if one.is_editable]
        at = own.index(self.picked) + by if self.picked in own else len(own) - 1
        if 0 <= at < len(own):
            self._pick(own[at])
        elif at >= len(own):
            self.action_leave()

    def _pick(self, bubble: Bubble | None) -> None:
        if self.picked is not None:
            self.picked.remove_class("-picked")
        self.picked = bubble
        if bubble is not None:
            bubble.add_class("-picked")
            bubble.scroll_visible(animate=False)

    def action_take(self) -> None:
        """Put right what is picked."""
        if self.picked is not None:
            self.post_message(self.Taken(self.picked.said))

    def action_leave(self) -> None:
        """Go back to where we were."""
        self.post_message(self.Left())

    def on_click(self, event: Click) -> None:
        """Pick what is clicked on."""
        if isinstance(event.widget, Bubble) and event.widget.is_editable:
            self.focus()
            self._pick(event.widget)
