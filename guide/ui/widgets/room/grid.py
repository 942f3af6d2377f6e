"""Everybody's number in one grid: typed from slips in under a minute, masked, and sent together.

The room sees the screen: while they are typed the numbers are dots. A digit fills a row and goes on to the
next; a point after it comes back for the half.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message

from guide.engine.turn import Asked, Asks
from guide.ui.says import say
from guide.ui.widgets.answering.base import Answering, Line, Now
from guide.ui.widgets.room.names import NameRows
from guide.ui.widgets.room.told import GivenByAll
from guide.ui.widgets.room.typed_number import REFUSED, after_key, number_of
from guide.ui.widgets.words import MUTED, PICKED, hung, own

_POINT = ".,"
_LOW = 24
"""Rows of a screen under which there is room for names only."""


class Grid(NameRows):
    """A row for each person, and the number that was typed into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down,tab", "step(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
        Binding("enter", "enter", show=False),
    ]

    class Filled(Message):
        """Every row has a number, or stands for somebody who would rather not, and Enter was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.typed: dict[str, str] = {}
        """What stands in each person's row."""
        self.bounds = (0.0, 10.0, 1.0)
        self.is_masked = True
        self.may_stay_empty = False
        self.zero = self.ten = ""
        self.tells = ""
        """One sentence in place of the keys, until the next one."""

    def show(self, asks: Asks, people: Iterable[Asked]) -> None:
        """Show these rows; what was typed for those who are still there stays."""
        self.take(tuple(people))
        self.typed = {one.id: self.typed[one.id] for one in self.people if one.id in self.typed}
        self.bounds, self.zero, self.ten = asks.range or self.bounds, asks.zero, asks.ten
        self.is_masked, self.may_stay_empty, self.tells = asks.private, asks.optional, ""
        if self.at is None:
            self.at = self._next_empty(-1)
        self.redraw()

    # Drawing

    def head(self, width: int) -> Iterable[Content]:
        """Return what both ends of the line mean; on a very low screen the slips say it."""
        if self.screen.size.height < _LOW:
            return
        for number, words in ((self.bounds[0], self.zero), (self.bounds[1], self.ten)):
            if words:
                yield hung(Content.styled(f"{number:>2g}  ", "bold"), own(words, MUTED), width)

    def row(self, at: int, person: Asked) -> Content:
        """Return a name and its dot; how wide it is tells nothing of the number."""
        widest = max(own(one).cell_length for one in self.names.values())
        name = self.called(person, "bold" if at == self.at else "")
        gap = " " * (widest - name.cell_length + 4)
        return Content.assemble("▸ " if at == self.at else "  ", name, gap, self._cell(at, person))

    def _cell(self, at: int, person: Asked) -> Content:
        typed = self.typed.get(person.id, "")
        if typed == REFUSED:
            shown = "–"
        elif self.is_masked:
            shown = "●" if typed else ""
        else:
            shown = typed
        return Content.styled(f" {shown:<4}", PICKED if at == self.at else "bold $accent")

    def foot(self) -> Iterable[Content]:
        """Return how many are in, and which keys there are."""
        done = sum(bool(self.typed.get(one.id)) for one in self.people)
        yield own(say("room.grid.count", n=done, of=len(self.people)), "bold")
        key = "room.grid.halves" if self.bounds[2] % 1 else "room.grid.how"
        if self._is_full:
            key = "room.grid.all" if self.is_masked else "room.grid.go_on"
        yield own(self.tells or say(key), MUTED)

    # Typing

    def on_key(self, event: Key) -> None:
        """Fill a row by digits, a point for the half, `-` for whoever would rather not."""
        key = event.character or ""
        if not (key.isascii() and key.isdecimal()) and key not in {*_POINT, "-", "–"}:
            return
        event.stop()
        event.prevent_default()
        self.tells = ""
        if key in {"-", "–"}:
            self._fill(REFUSED, goes_on=True)
        elif key in _POINT:
            self._half()
        else:
            self._digit(key)
        self.redraw()

    def _digit(self, key: str) -> None:
        person = self.person
        if person is None:
            return
        before = self.typed.get(person.id, "")
        unfinished = before if self._is_open(before) else ""
        after = after_key(unfinished, key, self.bounds)
        if after is None and unfinished and not unfinished.endswith("."):
            self._go_on()  # "1" was one, and this is the next person's
            after = after_key("", key, self.bounds)
        if after is not None and self.person is not None:
            self._fill(after.text, goes_on=after.is_whole)
            self.open_row = "" if after.is_whole or self.person is None else self.person.id

    open_row = ""
    """Whose number may go on: a 1 that may become 10, a point that waits for its half."""

    def _is_open(self, typed: str) -> bool:
        return bool(typed) and self.person is not None and self.open_row == self.person.id

    def _half(self) -> None:
        """Come back to the number typed just now, and wait for its half."""
        person = self.last if self.last in self.people else self.person
        typed = self.typed.get(person.id, "") if person is not None else ""
        after = after_key(typed, ".", self.bounds) if typed and "." not in typed else None
        if person is not None and after is not None:
            self.at = self.people.index(person)
            self.typed[person.id], self.open_row = after.text, person.id

    last: Asked | None = None
    """Whose number was typed just now."""

    def _fill(self, text: str, *, goes_on: bool) -> None:
        person = self.person
        if person is None:
            return
        self.typed[person.id], self.last = text, person
        if goes_on:
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next empty row; where there is none, to none: one digit too many changes nothing."""
        self.open_row = ""
        self.at = self._next_empty(self.at if self.at is not None else -1)
        self.keep_in_view()

    def _next_empty(self, after: int) -> int | None:
        every = [*range(after + 1, len(self.people)), *range(after + 1)]
        return next((at for at in every if not self.typed.get(self.people[at].id)), None)

    # Keys

    def action_step(self, by: int) -> None:
        """Go to another row, to put it right."""
        self._close()
        self.last, self.tells = None, ""
        self.go(self.at + by if self.at is not None else len(self.people) - 1)

    def action_clear(self) -> None:
        """Empty the row; in an empty one, the one that was typed just now."""
        person = self.person
        if person is not None and not self.typed.get(person.id) and self.last in self.people:
            self.at = self.people.index(self.last)
            person = self.last
        if person is not None:
            self.typed.pop(person.id, None)
        self.last, self.open_row, self.tells = None, "", ""
        self.redraw()

    def action_enter(self) -> None:
        """Finish the number typed just now; when all are in, or nobody has to be, have them sent."""
        was_open, just_typed = bool(self.open_row), self.last is not None
        self._close()
        self.last = None
        if was_open:
            self._go_on()
        elif self._is_full or (self.may_stay_empty and not just_typed):
            self.post_message(self.Filled())
        else:
            self._tell_who_is_missing()
        self.redraw()

    def _close(self) -> None:
        """Make whole what stands open: a point without its half falls away."""
        if self.open_row:
            self.typed[self.open_row] = self.typed.get(self.open_row, "").rstrip(".")
            self.open_row = ""

    @property
    def _is_full(self) -> bool:
        return all(self.typed.get(one.id) for one in self.people)

    def _tell_who_is_missing(self) -> None:
        missing = ", ".join(self.names[one.id] for one in self.people if not self.typed.get(one.id))
        self.tells = say("room.grid.rest" if self.may_stay_empty else "room.grid.missing", who=missing)

    def replies(self) -> list[Line]:
        """Return a reply for each person, in the order of the rows."""
        return [reply for one in self.people if (reply := self._reply(one))]

    def _reply(self, person: Asked) -> Line:
        typed = self.typed.get(person.id, "")
        if typed == REFUSED:
            return {"pass": "rather-not", "by": person.id}
        value: Any = number_of(typed, self.bounds)
        return {} if value is None else {"value": value, "by": person.id}


class InOneGrid(Answering):
    """Everybody's number at once."""

    now: Now | None = None

    def compose(self) -> ComposeResult:
        """Lay out the grid."""
        yield Grid()

    def show(self, now: Now) -> None:
        """Show a row for everybody who is still to give a number."""
        grid = self.query_one(Grid)
        if self.now is None or (self.now.asks.step, self.now.asks.of) != (now.asks.step, now.asks.of):
            grid.typed, grid.at = {}, None
        self.now = now
        still = {one.id for one in now.asks.by}
        grid.show(now.asks, [one for one in now.everybody if one.id in still])

    def preview(self, line: Line) -> None:
        """Show nothing beforehand: a number is nobody's to see yet."""

    @on(Grid.Filled)
    def take(self, filled: Grid.Filled) -> None:
        """Give everybody's number."""
        filled.stop()
        if self.now is None:
            return
        grid, kind = self.query_one(Grid), "rate" if self.now.asks.kind == "scale" else "number"
        replies = [{kind if key == "value" else key: one[key] for key in one} for one in grid.replies()]
        if len(replies) < len(grid.people):
            replies.append({"next": True})
        self.post_message(GivenByAll(replies))
