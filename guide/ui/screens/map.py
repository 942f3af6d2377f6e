"""The whole sheet: everything that was said in its place; a helper alone can move it and put it right."""

from textual import on
from textual.app import ComposeResult

from guide.engine.turn import Turn
from guide.flow.model import Sheet
from guide.map.gaps import Gap, gaps_of
from guide.ui.commands.command import bindings
from guide.ui.commands.map import MAP
from guide.ui.says import say
from guide.ui.screens.moving import Moving
from guide.ui.seen import WITH_SOMEBODY, Seen, who_sits
from guide.ui.talking import Talking
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.map.board import Board, Shown
from guide.ui.widgets.map.laid import lay_out
from guide.ui.widgets.map.top import TopLine
from guide.ui.widgets.notice import Notice

_EVERY = 1.0
"""Seconds between two looks at what another window wrote."""


class MapScreen(Moving):
    """The sheets of one conversation."""

    CSS_PATH = "map.tcss"
    AUTO_FOCUS = "Board"
    COMMAND_SET = MAP
    BINDINGS = bindings(MAP.values())

    def __init__(self, talking: Talking, *, closes: bool = False) -> None:
        super().__init__()
        self.talking = talking
        self.closes = closes
        """Whether the conversation was opened for this screen alone, and is closed with it."""
        self.at = ""
        self.shown_turn: Turn | None = None

    def compose(self) -> ComposeResult:
        """Lay out the sheet between what it is and what can be done."""
        yield TopLine()
        yield Board()
        yield Notice()
        yield KeyLine()

    async def on_mount(self) -> None:
        """Show the sheet the conversation is filling."""
        seen = self.seen
        sheet = seen.sheet_for(self.turn.asks.into)
        self.at = sheet.id if sheet else ""
        await self.show()
        if self.talking.session.readonly:
            self.set_interval(_EVERY, self.follow)

    async def on_screen_resume(self) -> None:
        """Show what was changed elsewhere meanwhile."""
        if self.shown_turn is not None:
            await self.follow()

    # What stands

    @property
    def held_with(self) -> str:
        """Who sits before the screen: whoever it was handed to last, until it is handed on."""
        return who_sits(self.turn)

    @property
    def is_familys(self) -> bool:
        """Whether a child or a family reads this screen."""
        return self.held_with in WITH_SOMEBODY

    @property
    def can_change(self) -> bool:
        """Whether anything may be changed here."""
        return not self.is_familys and not self.talking.session.readonly

    @property
    def seen(self) -> Seen:
        """The sheets as whoever sits here may see them."""
        return Seen.of(self.turn, self.held_with)

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets that can be shown; before a child or a family only those where something stands."""
        seen = self.seen
        return [one for one in seen.sheets() if not self.is_familys or not lay_out(seen, one).is_empty]

    # Showing

    async def show(self, notice: str = "") -> None:
        """Show the sheet as it stands."""
        seen, sheets = self.seen, self.sheets
        self.shown_turn = self.turn
        sheet = next((one for one in sheets if one.id == self.at), sheets[0] if sheets else None)
        self._show_top(sheets, sheet)
        if sheet is None:
            await self.board.remove_children()
            self.board.shown = None
            self.tell(say("sheet.nothing"))
        else:
            await self.board.show(Shown(seen, sheet, lay_out(seen, sheet, self._gaps()), self.can_change))
            self.tell(notice)
        self.show_keys()

    def _gaps(self) -> list[Gap]:
        """Return what is missing; only for a helper alone."""
        walked = self.turn.walk
        return gaps_of(walked.sight, walked.path, walked.deferred) if self.held_with == "worker" else []

    def _show_top(self, sheets: list[Sheet], sheet: Sheet | None) -> None:
        titles = {one.id: one.title for one in sheets}
        if self.is_familys and sheet is not None and len(sheets) <= 1:
            titles = {sheet.id: say("map.so_far")}
        right = [say("invented")] if self.turn.record.invented else []
        right.append(say("follows") if self.talking.session.readonly else say("saved"))
        self.query_one(TopLine).show(titles, sheet.id if sheet else "", " · ".join(right))

    async def turn_over(self, by: int) -> None:
        """Show another sheet."""
        ids = [one.id for one in self.sheets]
        if ids:
            self.at = ids[(ids.index(self.at) + by) % len(ids)] if self.at in ids else ids[0]
        await self.show()

    @on(TopLine.Chosen)
    async def open_sheet(self, chosen: TopLine.Chosen) -> None:
        """Show the sheet that was clicked on."""
        self.at = chosen.sheet
        await self.show()

    @on(Board.Picked)
    def show_what_can_be_done(self) -> None:
        """Offer what can be done with what is picked."""
        self.refresh_bindings()
        self.show_keys()

    async def follow(self) -> None:
        """Show what another window wrote."""
        if self.talking.session.readonly:
            self.talking.session.follow()
        if self.turn is not self.shown_turn:
            await self.show()

    # Leaving

    def open_papers(self) -> None:
        """Open what can be made."""
        from guide.ui.screens.papers import PapersScreen

        self.app.push_screen(PapersScreen(self.talking))

    def leave(self) -> None:
        """Go back."""
        if self.closes:
            self.talking.session.close()
        self.dismiss(None)
