"""A line of marks: arrow keys and digits, whole or halves, or stones; nothing is picked beforehand."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.style import Style

from guide.engine.turn import Asks
from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Line, Now
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.map.marks import stones
from guide.ui.widgets.sheet.line import place_on
from guide.ui.widgets.words import MUTED, PICKED, lines, own

_USUAL_MOST = 10


class Scale(Drawn, can_focus=True):
    """Somebody's place on a line."""

    DEFAULT_CSS = """
    Scale { padding: 1 1; border: round $border-blurred; }
    Scale:focus { border: round $border; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
        Binding("enter", "give", show=False),
    ]

    class Rated(Message):
        """A mark was set."""

        def __init__(self, value: float) -> None:
            super().__init__()
            self.value = value
            """Where."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.least, self.most, self.mark = 0.0, 10.0, 1.0
        self.zero = self.ten = ""
        self.value: float | None = None
        self.typed = ""

    def show(self, asks: Asks, value: float | None = None) -> None:
        """Draw the line of this question."""
        self.least, self.most, self.mark = map(
            float, asks.range or (0, 10, 1)
        )  # an int has no is_integer here
        self.zero, self.ten = asks.zero, asks.ten
        self.value, self.typed = value, ""
        self.redraw()

    @property
    def has_stones(self) -> bool:
        """Whether stones are shown in place of numbers."""
        return self.most != _USUAL_MOST

    # Drawing

    def draw(self, width: int) -> Content:
        """Return the line with what its ends mean."""
        least, most = (4, 8) if self.has_stones else (2, 5)
        room = max(int(self.most) * least, min(width - 3, int(self.most) * most))
        rail = self._path(room) if self.has_stones else self._numbers(room)
        return lines([*self._ends(room + 2), Content(""), *self._under(rail, room), Content(""), self._now()])

    def _ends(self, width: int) -> list[Content]:
        half = max(10, width // 2 - 2)
        left = [one.rstrip() for one in own(self.zero, MUTED).wrap(half)] if self.zero else []
        right = [one.rstrip() for one in own(self.ten, MUTED).wrap(half)] if self.ten else []
        rows = []
        for at in range(max(len(left), len(right))):
            begin = left[at] if at < len(left) else Content("")
            end = right[at] if at < len(right) else Content("")
            gap = max(1, width - begin.cell_length - end.cell_length)
            rows.append(Content.assemble(begin, " " * gap, end))
        return rows

    def _path(self, room: int) -> Content:
        """Return the path of stones as it stands on the sheet; it begins where nobody stands on one yet."""
        most = int(self.most)
        path = stones(most, room)
        for value in range(most + 1):
            at = place_on(value, room, most)
            begin, end = (at - 1, at + 2) if value else (0, 1)
            path = Content.assemble(path[:begin], self._mark(value), path[end:])
        return path

    def _numbers(self, room: int) -> Content:
        values = [self.least + one for one in range(int(self.most - self.least) + 1)]
        marks = Content.styled("─" * (room + 3), MUTED)
        for value in reversed(values):
            at = place_on(value - self.least, room, int(self.most - self.least))
            label = self._mark(value)
            begin = max(0, at - 1)
            marks = Content.assemble(
                marks[:begin], " " * (at - begin), label, " ", marks[at + len(label) + 1 :]
            )
        return marks

    def _under(self, rail: Content, room: int) -> list[Content]:
        """Return the line, and under it where the mark stands."""
        if self.value is None:
            return [rail.rstrip(), Content("")]
        at = place_on(self.value - self.least, room, int(self.most - self.least))
        return [rail.rstrip(), Content(" " * at) + Content.styled("▲", "bold $accent")]

    def _label(self, value: float) -> str:
        if not self.has_stones:
            return f"{value:g}"
        is_here = value == self.value
        return ("(●)" if is_here else "( )") if value else ("●" if is_here else "·")

    def _mark(self, value: float) -> Content:
        style = PICKED if value == self.value else ""
        return Content.styled(self._label(value), style).stylize(Style.from_meta({"mark": value}))

    def _now(self) -> Content:
        if self.value is None:
            return own(say("scale.how"), MUTED)
        place = "" if self.has_stones else f"{self.value:g}  "
        return Content.assemble((place, "bold"), (say("scale.enter"), MUTED))

    # Keys and mouse

    def action_move(self, by: int) -> None:
        """Move the mark; the first move comes in from that end."""
        if self.value is None:
            self.value = self.least if by > 0 else self.most
        else:
            self.value = min(self.most, max(self.least, self.value + by * self.mark))
        self.typed = ""
        self.redraw()

    def action_clear(self) -> None:
        """Take the mark away again."""
        self.value, self.typed = None, ""
        self.redraw()

    def action_give(self) -> None:
        """Give the mark."""
        if self.value is not None:
            self.post_message(self.Rated(self.value))

    def on_key(self, event: Key) -> None:
        """Set the mark by digits: `3`, `10`, `3.5`."""
        character = "." if event.character == "," else event.character or ""
        if not character.isdecimal() and character != ".":
            return
        event.stop()
        for typed in (self.typed + character, character):
            value = self._number(typed)
            if value is not None:
                self.typed, self.value = typed, value
                break
        else:
            self.typed = self.typed + character if character == "." else ""
        self.redraw()

    def _number(self, typed: str) -> float | None:
        try:
            value = float(typed)
        except ValueError:
            return None
        return value if self.least <= value <= self.most and (value / self.mark).is_integer() else None

    def on_click(self, event: Click) -> None:
        """Set the mark where it was clicked."""
        mark = event.style.meta.get("mark")
        if isinstance(mark, int | float):
            self.value, self.typed = float(mark), ""
            self.redraw()


class OnTheLine(Answering):
    """A number on a line."""

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Scale()

    def show(self, now: Now) -> None:
        """Draw the line of this question."""
        self.query_one(Scale).show(now.asks)

    def preview(self, line: Line) -> None:
        """Set the mark that will be given."""
        scale = self.query_one(Scale)
        rate = line.get("rate")
        scale.value = None if rate is None else float(rate)
        scale.redraw()

    @on(Scale.Rated)
    def take(self, rated: Scale.Rated) -> None:
        """Give the mark."""
        rated.stop()
        self.give({"rate": int(rated.value) if rated.value.is_integer() else rated.value})
