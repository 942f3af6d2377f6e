"""A talk before a room, full screen: it stops before the question, and reveals one thing at a key."""

from typing import TYPE_CHECKING, Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from guide.engine.branch import branch
from guide.engine.run_through import RunThrough
from guide.engine.showing import Show
from guide.engine.turn import Turn
from guide.errors import GuideError
from guide.ui.commands.command import bindings
from guide.ui.commands.present import PRESENT
from guide.ui.says import say
from guide.ui.screens.page import WIDE
from guide.ui.screens.present_moving import Moving
from guide.ui.screens.present_state import Shown
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.notice import Notice
from guide.ui.widgets.present.blocks import StagePage, page_of
from guide.ui.widgets.present.head import InventedLine
from guide.ui.widgets.present.stage import Stage
from guide.ui.widgets.sheet.panel import SheetPanel

if TYPE_CHECKING:
    from guide.ui.presenting import PresentApp
    from guide.ui.screens.present_live import LiveScreen

_WITH_SHEET: Final = frozenset({"exchange", "answer"})
"""Pages beside which the sheet stands by itself where there is room."""


class PresentScreen(Moving):
    """The room's screen: no helper's note ever stands on it."""

    COMMAND_SET = PRESENT
    BINDINGS = bindings(PRESENT.values())
    DEFAULT_CSS = """
    PresentScreen { background: $background; }
    PresentScreen #room { height: 1fr; }
    PresentScreen #words { width: 1fr; height: 1fr; padding: 5 3 1 3; }
    PresentScreen #words { scrollbar-size-vertical: 1; }
    PresentScreen.-short #words { padding: 1 2 0 2; }
    PresentScreen SheetPanel { display: none; }
    PresentScreen.-sheet SheetPanel { display: block; }
    PresentScreen.-narrow.-sheet SheetPanel { width: 1fr; border-left: none; padding: 1 3; }
    PresentScreen.-narrow.-sheet #words { display: none; }
    PresentScreen.-black { background: black; }
    PresentScreen.-black > * { visibility: hidden; }
    """

    if TYPE_CHECKING:
        app = getters.app(PresentApp)

    def __init__(self, run: RunThrough, view: Show, cut: int = 0, trouble: str = "") -> None:
        super().__init__(run, view, cut, trouble)
        self.sheet_wish: bool | None = None
        """Whether somebody wants the sheet seen; None while nobody has said."""

    def compose(self) -> ComposeResult:
        """Lay out the first line, the page, the sheet and the keys."""
        yield InventedLine(say("present.invented"), self._where())
        with Horizontal(id="room"):
            with VerticalScroll(id="words", can_focus=False):
                yield Stage(self.page)
            yield SheetPanel()
        yield Notice()
        yield KeyLine(self.keys_offered())

    def on_mount(self) -> None:
        """Show the first page, and keep telling the notes that this screen is there."""
        self.show_view()
        self.set_interval(1.0, self.app.room.tell_again)

    @property
    def page(self) -> StagePage:
        """The page that stands."""
        return page_of(self.view, self.run_through, self.trouble)

    def _where(self) -> str:
        stop = self.view.stop
        parts = [stop.number, stop.beat.name if stop.beat is not None else ""]
        if self.cut:
            parts.append(say("present.cut", minutes=self.cut))
        return " · ".join(one for one in parts if one)

    # Showing

    def show_view(self) -> None:
        """Show the page that stands, its newest words in sight, and say where we are."""
        self.remove_class("-black")
        page = self.page
        self.query_one(Stage).show(page)
        self.query_one(InventedLine).show("", self._where())
        self.query_one(Notice).tell("")
        self.dress(page)
        self.show_keys()
        self.call_after_refresh(self.query_one("#words", VerticalScroll).scroll_end, animate=False)
        self.tell_room()

    def dress(self, page: StagePage) -> None:
        """Let the sheet stand where it is wanted, or where it helps and there is room."""
        wish, wide = self.sheet_wish, self.app.size.width >= WIDE
        by_itself = wide and page.part in _WITH_SHEET
        shown = page.sheet is not None and (by_itself if wish is None else wish)
        self.set_class(shown, "-sheet")
        if page.sheet is not None and shown:
            self.query_one(SheetPanel).show(page.sheet.turn)

    def switch_sheet(self) -> None:
        """Show the sheet, or hide it."""
        self.sheet_wish = not self.has_class("-sheet")
        self.dress(self.page)

    def on_resize(self) -> None:
        """Fit the room there is."""
        self.dress(self.page)

    def scroll_words(self, rows: int) -> None:
        """Move the words where there are more than fit."""
        self.query_one("#words", VerticalScroll).scroll_relative(y=rows, animate=False)

    def blacken(self) -> None:
        """Turn the screen black, or bring the page back."""
        self.toggle_class("-black")

    def tell_room(self, *, is_live: bool = False) -> None:
        """Tell the trainer's notes where the room is."""
        talk, stop = str(self.run_through.talk.file.absolute()), self.view.stop
        self.app.room.tell(Shown(talk, self.cut, stop.number, self.view.shown, is_live))

    # Live

    @property
    def can_branch(self) -> bool:
        """Whether a conversation can be begun here."""
        return bool(self.view.stop.exchanges)

    def go_live(self) -> None:
        """Leave the talk for a conversation of the room's own."""
        from guide.ui.screens.present_live import LiveScreen

        turn = self._turn_to_leave()
        store = self.app.live_store()
        try:
            session = branch(self.run_through, turn, store, self.app.clock)
        except GuideError as refused:
            self.query_one(Notice).tell(str(refused))
            return
        live = self.app.live = LiveScreen(session, store, turn, is_kept=self.app.keeps_live)
        self.tell_room(is_live=True)
        self.app.push_screen(live, lambda _: self._come_back(live))

    def _turn_to_leave(self) -> Turn:
        """Return where the room may answer: before this line, or after what was folded together."""
        stop = self.view.stop
        return stop.exchanges[-1].after if stop.kind == "way" else stop.exchanges[0].before

    def _come_back(self, live: "LiveScreen") -> None:
        self.tell_room()
        self.app.live, kept = None, live.settle()
        self.query_one(Notice).tell(say("present.kept", session=kept) if kept else "")
