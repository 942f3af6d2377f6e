"""The lines of a conversation, drawn as one: each is wrapped once, only what is seen is painted."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from guide.engine.turn import Said
from guide.ui.widgets.bubble import Look, Name, draw_bubble, is_own

WINDOW: Final = 120
"""The most bubbles ever held: thousands would make every key slow. The journal is the truth."""

_DROP: Final = 40
"""How many of the oldest go at a time, so that dropping is rare."""


_LOOKS: Final = 2
"""A layout asks for two widths, with a scroll bar and without: both are remembered."""


class Bubble:
    """One line, and what it last looked like."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.looks: dict[Look, list[Strip]] = {}
        self.strips: list[Strip] = []
        """As it looks now."""

    def take(self, look: Look, draw: Callable[[Said, Look], list[Strip]]) -> None:
        """Look like this, drawn anew only where it never did."""
        if look not in self.looks:
            if len(self.looks) == _LOOKS:
                del self.looks[next(iter(self.looks))]
            self.looks[look] = draw(self.said, look)
        self.strips = self.looks[look]


class Lines(Widget):
    """All bubbles in one widget: a widget for each would have every one of them laid out at every turn."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; }
    """

    def __init__(self, said: Iterable[Said], name: Name) -> None:
        super().__init__()
        self.speaker = name
        self.bubbles = [Bubble(one) for one in said][-WINDOW:]
        self.picked: Bubble | None = None
        self.tops: list[int] = []
        """The row each bubble begins on."""
        self.rows = 0

    # What is held

    def hold(self, said: Sequence[Said]) -> None:
        """Hold these lines and no others."""
        self.picked = None
        self.bubbles = [Bubble(one) for one in said[-WINDOW:]]
        self.refresh(layout=True)

    def hold_also(self, said: Sequence[Said]) -> None:
        """Hold these lines after the others; the oldest go when there are too many."""
        self.bubbles.extend(Bubble(one) for one in said)
        if len(self.bubbles) > WINDOW:
            del self.bubbles[: max(_DROP, len(self.bubbles) - WINDOW)]
        self.refresh(layout=True)

    def pick(self, bubble: Bubble | None) -> None:
        """Let one of them stand out; none is higher for it, so nothing has to be laid out."""
        self.picked = bubble
        self._fit(self.size.width)
        self.refresh()

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Be as high as all of them."""
        self._fit(width)
        return self.rows

    def _fit(self, width: int) -> None:
        """Draw what looks different from before."""
        last = next((one for one in reversed(self.bubbles) if is_own(one.said)), None)
        gentle, tall = self.screen.has_class("-gentle"), self.screen.has_class("-tall")
        self.tops, self.rows = [], 0
        for one in self.bubbles:
            look = Look(width, gentle, tall, one is last, one is self.picked)
            one.take(look, self._strips)
            self.tops.append(self.rows)
            self.rows += len(one.strips)

    def _strips(self, said: Said, look: Look) -> list[Strip]:
        drawing = draw_bubble(said, self.speaker, look)
        return Visual.to_strips(self, drawing, look.width, None, self.visual_style, pad=True)

    def render_line(self, y: int) -> Strip:
        """Return one row, as it was drawn when its bubble last changed."""
        at = bisect_right(self.tops, y) - 1
        if not 0 <= at < len(self.bubbles) or y - self.tops[at] >= len(self.bubbles[at].strips):
            return Strip.blank(self.size.width, self.rich_style)
        return self.bubbles[at].strips[y - self.tops[at]]

    def notify_style_update(self) -> None:
        """Draw everything anew: colours have changed."""
        super().notify_style_update()
        for one in self.bubbles:
            one.looks.clear()

    def bubble_at(self, y: int) -> Bubble | None:
        """Return what stands on a row."""
        at = bisect_right(self.tops, y) - 1
        return self.bubbles[at] if 0 <= at < len(self.bubbles) else None
