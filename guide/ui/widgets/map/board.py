"""The whole sheet: its columns side by side where there is room, and one thing on it picked by the keys."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget

from guide.flow.model import Sheet
from guide.frozen import frozen
from guide.ui.seen import Place, Seen
from guide.ui.widgets.map.area import AreaCard
from guide.ui.widgets.map.laid import Laid
from guide.ui.widgets.map.parts import Houses, Open, column

_COLUMN: Final = 32
"""Columns a column of the sheet needs at the least to be read easily."""
_BESIDE: Final = 100
"""Columns from which the sheet's columns stand beside each other at all."""


@frozen
class Shown:
    """A sheet as the board is to show it."""

    seen: Seen
    sheet: Sheet
    laid: Laid
    changes: bool = True
    """Whether something can be picked to be changed."""


class Board(VerticalScroll, can_focus=True):
    """Shows one sheet; arrow keys pick what stands on it."""

    DEFAULT_CSS = """
    Board { height: 1fr; padding: 1 1 0 2; scrollbar-size-vertical: 1; }
    Board .beside { layout: grid; grid-size: 1; grid-rows: auto; grid-gutter: 0 2; height: auto; }
    Board .column { height: auto; }
    Board .blank { height: auto; margin: 0 1 1 0; }
    Board .heading { width: 1fr; height: 2; border-bottom: solid $border-blurred; }
    Board .heading { text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "pick(-1)", show=False),
        Binding("down", "pick(1)", show=False),
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
    ]

    class Picked(Message):
        """Something is picked now, or nothing."""

    class Taken(Message):
        """Something that is picked was clicked on again."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shown: Shown | None = None
        self.picked = ""
        """The id of the entry or rating that is picked."""

    # Showing

    async def show(self, shown: Shown) -> None:
        """Show a sheet as it stands; what was picked stays picked while it stands there."""
        before, self.shown = self.shown, shown
        if before is None or _parts(before) != _parts(shown):
            async with self.batch():
                await self.remove_children()
                await self.mount_all(self._widgets(shown))
        if before is None or before.sheet.id != shown.sheet.id:
            self.scroll_home(animate=False)
        for place in shown.laid.places:
            self.card(place.area.id).show(shown.seen, place, shown.laid.gaps.get(place.area.id, ""))
        for houses in self.query(Houses):
            houses.show(shown.laid.houses)
        for one in self.query(Open):
            one.show(shown.laid.others, () if shown.seen.with_somebody else shown.laid.blank)
        self.stand_beside()
        self.pick(self.picked if self.picked in self.held else "")
        # Where it stands is known only once this is laid out.
        self.call_after_refresh(self.scroll_to_picked)

    def _widgets(self, shown: Shown) -> Iterator[Widget]:
        laid = shown.laid
        if laid.houses:
            yield Houses(laid.houses)
        yield from (AreaCard(one.area.id) for one in laid.above)
        if laid.columns:
            yield Container(*(column(one) for one in laid.columns), classes="beside")
        yield from (AreaCard(one.area.id) for one in laid.lines)
        if laid.below:
            yield Container(*(AreaCard(one.area.id) for one in laid.below), classes="beside")
        yield Open()

    def card(self, area: str) -> AreaCard:
        """Return the card of an area."""
        return next(one for one in self.query(AreaCard) if one.area == area)

    @on(Resize)
    def stand_beside(self) -> None:
        """Let as many columns stand beside each other as can be read easily, evenly over the rows."""
        room = self.app.size.width
        for grid in self.query(".beside"):
            many = len(grid.children)
            beside = max(1, min(many, room // _COLUMN)) if room >= _BESIDE else 1
            rows = -(-many // beside)
            grid.styles.grid_size_columns = -(-many // rows)

    # Picking

    @property
    def held(self) -> list[str]:
        """What can be picked, in the order it is read."""
        if self.shown is None or not self.shown.changes:
            return []
        return [held for card in self.query(AreaCard) for held in card.held]

    def pick(self, held: str) -> None:
        """Pick this, and nothing else."""
        if held != self.picked:
            self.post_message(self.Picked())
        self.picked = held
        for card in self.query(AreaCard):
            card.pick(held)
        self.scroll_to_picked()

    def place_of(self, held: str) -> Place | None:
        """Return the area something stands in."""
        return next((card.place for card in self.query(AreaCard) if held in card.held), None)

    def action_pick(self, by: int) -> None:
        """Pick the next thing or the one before; where nothing can be picked, scroll."""
        held = self.held
        if not held:
            self.scroll_relative(y=by, animate=False)
        elif self.picked not in held:
            self.pick(held[0 if by > 0 else -1])
        elif 0 <= (at := held.index(self.picked) + by) < len(held):
            self.pick(held[at])
        elif by > 0:
            self.scroll_end(animate=False)
        else:
            self.scroll_home(animate=False)

    def action_across(self, by: int) -> None:
        """Pick what stands nearest in the column beside this one."""
        columns = [list(one.query(AreaCard)) for one in self.query(".column")]
        here = next((at for at, cards in enumerate(columns) if self._picked_card in cards), None)
        if here is None:
            return
        top = self._top(self.picked)
        for cards in columns[here + by :: by] if here + by >= 0 else ():
            held = [one for card in cards for one in card.held]
            if held:
                self.pick(min(held, key=lambda one: abs(self._top(one) - top)))
                return

    @property
    def _picked_card(self) -> AreaCard | None:
        return next((card for card in self.query(AreaCard) if self.picked in card.held), None)

    def _top(self, held: str) -> int:
        """Return the line something stands on, counted from the top of the screen."""
        card = next(card for card in self.query(AreaCard) if held in card.held)
        return card.region.y + card.spans.get(held, (0, 1))[0]

    def scroll_to_picked(self) -> None:
        """Keep what is picked on the screen, with its area's title where it is the first there."""
        card = self._picked_card
        if card is None or not self.content_region.height:
            return
        first, many = card.spans.get(self.picked, (0, 1))
        # From the first thing here: how far this was scrolled when it was drawn is then no matter.
        top = card.region.y - self.children[0].region.y + first
        room = self.content_region.height
        title = first if self.picked == card.held[0] else 0
        if top - title < self.scroll_offset.y:
            self.scroll_to(y=top - title, animate=False)
        elif top + many > self.scroll_offset.y + room:
            self.scroll_to(y=min(top - title, top + many - room), animate=False)

    # Mouse

    @on(AreaCard.Clicked)
    def take_click(self, clicked: AreaCard.Clicked) -> None:
        """Pick what was clicked on; clicked again it is taken."""
        clicked.stop()
        if clicked.held == self.picked:
            self.post_message(self.Taken())
        elif clicked.held in self.held:
            self.pick(clicked.held)


def _parts(shown: Shown) -> tuple[object, ...]:
    """Return what the board is made of: while it is the same, only what stands in it is drawn again."""
    blocks = [(one.title, one.named, one.blank) for one in shown.laid.columns]
    return shown.sheet.id, bool(shown.laid.houses), [one.area.id for one in shown.laid.places], blocks
