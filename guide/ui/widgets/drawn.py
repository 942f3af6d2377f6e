"""A widget that draws itself as one piece of content for the width it has."""

from typing import Self

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget


class Drawn(Widget):
    """Draws its content for a width; as high as what it draws."""

    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; }
    """

    def draw(self, width: int) -> Content:
        """Return what is to be seen at this width; no line wider than it."""
        raise NotImplementedError

    measured: tuple[int, Content] | None = None
    """What was drawn to find out its height, at which width: painted next, then forgotten."""

    def render(self) -> Content:
        """Return what is to be seen now."""
        measured, self.measured = self.measured, None
        width = self.content_size.width
        return measured[1] if measured is not None and measured[0] == width else self.draw(width)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Take all the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Be as high as what is drawn."""
        self.measured = width, self.draw(width)
        return self.measured[1].plain.count("\n") + 1

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint again what is to be seen now, not what was measured before."""
        self.measured = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def redraw(self) -> None:
        """Draw again: what is to be seen has changed, and perhaps its height: only then is all laid out."""
        width, height = self.content_size
        drawn = self.draw(width) if width else None
        same = drawn is not None and drawn.plain.count("\n") + 1 == height
        self.refresh(layout=not same)
        if drawn is not None and same:
            self.measured = width, drawn
