"""Pieces under each other in one widget: each is wrapped once, and only what is seen is painted.

A widget for each piece, or one whose height follows its content, would have everything on the screen laid out
anew at every answer. This one keeps its place on the screen and moves what it shows.
"""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

_WHEEL: Final = 3
"""Rows a turn of the mouse's wheel moves."""


class Stacked(Widget):
    """Shows rows, as many as there is room for, with a rail at the right where there are more."""

    DEFAULT_CSS = """
    Stacked { width: 1fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "page(-10000)", show=False),
        Binding("end", "page(10000)", show=False),
    ]

    FROM_THE_END: ClassVar[bool] = False
    """Whether the newest row stays in sight as rows are added, until the reader goes up."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Strip] = []
        self.top = 0
        """The first row in sight."""
        self._fits = (-1, -1)
        """The room the rows were made for; nothing while they have to be made."""
        self._at_end = True
        self._shown: list[tuple[Strip, Strip]] = []
        """The rows as they were painted last."""
        self._rail_signs: tuple[Strip, Strip] | None = None

    def stack(self, width: int) -> list[Strip]:
        """Return every row at this width, each exactly as wide."""
        raise NotImplementedError

    def strips_of(self, drawing: Content, width: int) -> list[Strip]:
        """Return a drawing as rows of this width."""
        return Visual.to_strips(self, drawing, width, None, self.visual_style, pad=True)

    def restack(self) -> None:
        """Show what is there now: it has changed. Only rows that look different are painted."""
        before = len(self.rows)
        self._fits = (-1, -1)
        if not self.content_size.width:
            self.refresh(layout=True)
            return
        self._fit()
        self._paint()
        if self.styles.is_auto_height and len(self.rows) != before:
            self.refresh(layout=True)

    def wanted(self) -> tuple[int, int] | None:
        """Return the first row and how many should be in sight when rows are made anew; None for none."""
        return None

    def _fit(self) -> None:
        """Make the rows for the room there is, and stay where the reader was."""
        width, height = self.content_size
        if self._fits == (width, height):
            return
        is_new = self._fits[0] != width
        if is_new:
            self.rows = self.stack(max(1, width - 1))
        is_first, self._fits = self._fits[1] < 0, (width, height)
        wanted = self.wanted() if is_new or is_first else None
        if self.FROM_THE_END and self._at_end:
            self._go_to(self._most)
        else:
            self._go_to(self.top if wanted is None else self._nearest(*wanted))

    # Moving

    @property
    def _most(self) -> int:
        """The highest first row: the last one then stands at the foot."""
        return max(0, len(self.rows) - self._fits[1])

    def _go_to(self, top: int) -> None:
        self.top = max(0, min(top, self._most))
        self._at_end = self.top == self._most

    def go_to(self, top: int) -> None:
        """Show the rows from this one on, or as near to it as there are rows."""
        self._fit()
        before = self.top
        self._go_to(top)
        if self.top != before:
            self._paint()

    def bring_into_sight(self, first: int, many: int) -> None:
        """Move as little as is needed for these rows to be seen; their first one before all."""
        self._fit()
        self.go_to(self._nearest(first, many))

    def _nearest(self, first: int, many: int) -> int:
        """Return the first row in sight, as near as can be to the one now, with which these rows are seen."""
        lowest = min(first, first + many - self._fits[1])
        return max(lowest, min(self.top, first))

    def action_page(self, by: int) -> None:
        """Go so many pages on."""
        self.go_to(self.top + by * max(1, self.content_size.height - 1))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Go up a little."""
        event.stop()
        self.go_to(self.top - _WHEEL)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Go down a little."""
        event.stop()
        self.go_to(self.top + _WHEEL)

    # Painting

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Take all the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Be as high as all rows, where the height is left to them."""
        if self._fits[0] != width:
            self.rows, self._fits = self.stack(max(1, width - 1)), (width, -1)
        return len(self.rows)

    def _paint(self) -> None:
        """Have the rows painted that are not as they were painted last."""
        before, self._shown = self._shown, self._in_sight()
        width = self._fits[0]
        changed = [at for at, one in enumerate(self._shown) if at >= len(before) or before[at] != one]
        regions = [Region(0, first, width, many) for first, many in _runs(changed)]
        if regions:
            self.refresh(*regions)

    def _in_sight(self) -> list[tuple[Strip, Strip]]:
        """Return each row in sight with the sign at its end: where these rows stand among all."""
        width, height = self._fits
        empty, full = self._rail_signs or self._draw_rail()
        most, blank = self._most, Strip.blank(width - 1, self.rich_style)
        rows = self.rows[self.top : self.top + height]
        rows += [blank] * (height - len(rows))
        long = max(1, height * height // max(1, len(self.rows))) if most else 0
        begin = round(self.top * (height - long) / most) if most else 0
        return [(row, full if begin <= y < begin + long else empty) for y, row in enumerate(rows)]

    def _draw_rail(self) -> tuple[Strip, Strip]:
        drawn = (Content(" "), Content.styled("▐", "$scrollbar"))
        empty, full = (self.strips_of(one, 1)[0] for one in drawn)
        self._rail_signs = empty, full
        return self._rail_signs

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows as they were drawn when their pieces last changed."""
        if self._fits != self.content_size:
            self._fit()
            self._shown = self._in_sight()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return one of the rows in sight."""
        return Strip.join(self._shown[y])

    def render(self) -> Content:
        """Return all rows as words, those out of sight too; what is painted are the rows in sight."""
        return Content("\n".join(one.text.rstrip() for one in self.rows))

    def notify_style_update(self) -> None:
        """Draw everything anew: colours have changed."""
        super().notify_style_update()
        self.forget_looks()
        self._fits, self._rail_signs, self._shown = (-1, -1), None, []

    def forget_looks(self) -> None:
        """Forget every row that was drawn before."""
        raise NotImplementedError


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield numbers that follow each other as the first of them and how many they are."""
    at = 0
    while at < len(numbers):
        end = at + 1
        while end < len(numbers) and numbers[end] == numbers[end - 1] + 1:
            end += 1
        yield numbers[at], end - at
        at = end
