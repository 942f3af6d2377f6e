"""Home: what can be started, what was started, and a demonstration one key away."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from guide.log.store import SessionRow
from guide.ui.commands.command import bindings
from guide.ui.commands.home import HOME
from guide.ui.says import say
from guide.ui.screens.started import Started
from guide.ui.shelf import Flow, names_in, shelf
from guide.ui.widgets.home_list import HomeList, Row
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.words import MUTED, lines, own


class HomeScreen(Started):
    """Where everything begins."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "HomeList"
    COMMAND_SET = HOME
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(HOME.values()),
        Binding("escape", "close_search", show=False),
    ]

    list = getters.query_one(HomeList)
    was_left = False

    def __init__(self) -> None:
        super().__init__()
        from guide.flow.library import flow_list

        self.flows: Sequence[Flow] = flow_list(self.app.paths)
        self.started: Sequence[SessionRow] = self.app.store.sessions()
        self.names: dict[str, str] | None = None
        """Session to the names in it, once they are switched on."""

    def compose(self) -> ComposeResult:
        """Lay out a greeting, the list and the keys, with all that is known of them."""
        yield Static(lines([own(say("home.title"), "bold"), own(say("home.under"), MUTED)]), id="greeting")
        with VerticalScroll(can_focus=False):
            yield HomeList(shelf(self.flows, self.started, "", {}))
        if not self.app.settings.urgent_is_set:
            yield Static(own(say("home.set_urgent"), MUTED), id="reminder")
        yield KeyLine(self.keys_offered())

    def on_mount(self) -> None:
        """Say what can be done with what is picked, now that something is."""
        self.show_keys()

    def on_screen_suspend(self) -> None:
        """Read again what was started when somebody comes back from it."""
        self.was_left = True

    def on_screen_resume(self) -> None:
        """Read again what was started: somebody comes back from it."""
        if self.was_left:
            self.read_started()

    def read_started(self) -> None:
        """Read again what was started."""
        self.started = self.app.store.sessions()
        self.fill()

    @on(HomeList.Moved)
    def fill_keys(self) -> None:
        """Say what can be done with what is picked."""
        self.show_keys()

    @on(Input.Changed, "#search")
    def fill(self) -> None:
        """Fill the list with what fits the letters."""
        box = self.query_one_optional("#search", Input)
        wanted = box.value if box is not None else ""
        self.list.show(shelf(self.flows, self.started, wanted, self.names or {}))
        self.show_keys()

    @property
    def row(self) -> Row | None:
        """What is picked; None before anything can be."""
        found = self.query_one_optional(HomeList)
        return found.row if found is not None else None

    # Searching

    async def search(self) -> None:
        """Open the search box."""
        box = self.query_one_optional("#search", Input)
        if box is None:
            box = Input(placeholder=say("home.search"), id="search")
            await self.mount(box, after="#greeting")
        box.focus()

    @on(Input.Submitted, "#search")
    def back_to_list(self) -> None:
        """Go to what was found."""
        self.list.focus()

    async def action_close_search(self) -> None:
        """Show everything again."""
        await self.query("#search").remove()
        self.fill()
        self.list.focus()

    # Deeds

    @on(HomeList.Opened)
    def open_picked(self) -> None:
        """Start it or go on with it."""
        row = self.list.row
        if row is None:
            return
        if row.kind == "session":
            self._go_on(row.key)
        else:
            self.start(row.key)

    def _go_on(self, session: str) -> None:
        from guide.engine.session import Session

        self.try_to(lambda: self.app.talk_on(Session.resume(self.app.store, self.app.clock, session)))

    def start(self, flow: str, origin: SessionRow | None = None, *, invented: bool = False) -> None:
        """Start a conversation, asking which form where there are several."""
        forms: Mapping[str, str] = next((one["forms"] for one in self.flows if one["flow"] == flow), {})
        how = {"thread": origin.thread, "origin": origin.session} if origin else {"invented": invented}

        def begin(form: str = "") -> None:
            self.try_to(lambda: self.app.talk_on(self.app.begin(flow, form=form, **how)))

        if len(forms) > 1:
            self.pick(say("home.form"), forms, begin)
        else:
            begin()

    def switch_names(self) -> None:
        """Show the names of the people in each conversation, or hide them again."""
        shown = self.names is not None
        self.names = (
            None if shown else {one.session: names_in(self.app.store, one.session) for one in self.started}
        )
        self.fill()
