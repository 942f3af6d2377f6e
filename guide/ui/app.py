"""The app: themes, keys, which screen comes first, and what must work from everywhere."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.command import Provider
from textual.events import Event, Key
from textual.screen import Screen

from guide.clock import Clock
from guide.errors import GuideError
from guide.paths import Paths
from guide.settings.model import Settings
from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.command import Command, bindings
from guide.ui.says import say
from guide.ui.screens.page import TALL, WIDE
from guide.ui.themes import OWN, theme_for

if TYPE_CHECKING:
    from guide.engine.session import Session
    from guide.log.draft import DraftKeeper
    from guide.log.store import Store


def _palette() -> type[Provider]:
    from guide.ui.commands.palette import GuideCommands

    return GuideCommands


class GuideApp(App[int], inherit_bindings=False):
    """guide on a terminal."""

    TITLE = ""
    """No name: nothing on a window tells what is open."""
    BINDINGS = bindings(ANYWHERE.values())
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 – typed by the base class
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012 – as above
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    def __init__(  # noqa: PLR0913 – everything it is given by the door
        self,
        *,
        paths: Paths,
        settings: Settings,
        clock: Clock,
        store: "Store",
        open_session: "Session | None" = None,
        start: str | None = None,
    ) -> None:
        # A default screen's own style sheet is not looked up: it has to come with the app's.
        first = "conversation" if open_session or start else "home"
        super().__init__(css_path=["app.tcss", f"screens/{first}.tcss"])
        self.paths, self.settings, self.clock, self.store = paths, settings, clock, store
        self.open_session, self.flow_to_start = open_session, start
        self.keeper: DraftKeeper | None = None
        self.last_key = ""
        for theme in OWN:
            self.register_theme(theme)
        self.theme = theme_for(settings.theme, os.environ)
        self.set_keymap(dict(settings.keys))

    def second_store(self) -> "Store":
        """Open the vault once more, for the thread that keeps what is half typed."""
        from guide.log.vault import open_vault

        return open_vault(self.paths.vault)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give themes that are not guide's own the colours they do not name."""
        return {"roof": "#9a8663"}

    def on_ready(self) -> None:
        """Let waste be collected again, now that everything has been painted once."""
        gc.freeze()
        gc.enable()

    # Screens

    def get_default_screen(self) -> Screen[None]:
        """Begin with the conversation asked for, else at home: pushing a screen would cost half a start."""
        if self.open_session is not None:
            return self.conversation(self.open_session)
        if self.flow_to_start is not None:
            return self.conversation(self.begin(self.flow_to_start))
        return self.home()

    def home(self) -> Screen[None]:
        """Return a new home screen."""
        from guide.ui.screens.home import HomeScreen

        return HomeScreen()

    def conversation(self, session: "Session") -> Screen[None]:
        """Return a screen for a conversation, with what was half typed in it."""
        from guide.log.draft import DraftKeeper
        from guide.ui.screens.conversation import ConversationScreen

        self.keeper = self.keeper or DraftKeeper(self.second_store, self.clock)
        draft = self.store.draft(session.id)
        asks = session.turn.asks
        kept = draft is not None and (draft.step, draft.item) == (asks.step, asks.of or "")
        return ConversationScreen(session, keeper=self.keeper, draft=draft.body if draft and kept else "")

    def begin(self, flow: str, **how: Any) -> "Session":
        """Begin a conversation on a flow, by its name."""
        from guide.engine.session import Session
        from guide.flow.library import load_flow

        return Session.start(
            self.store, load_flow(flow, self.paths), self.clock, lang=self.settings.language, **how
        )

    def talk_on(self, session: "Session") -> None:
        """Go over to a conversation."""
        self.go_over(self.conversation(session))

    def go_over(self, screen: Screen[None]) -> None:
        """Show a screen in place of the one that stands; the very first stays below, it has to."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def demonstrate(self) -> None:
        """Play a talk with invented people."""
        from guide.ui.screens.demonstration import DemonstrationScreen, player_of

        try:
            self.go_over(DemonstrationScreen(player_of(self.paths, self.clock)))
        except GuideError as refused:
            self.notify(str(refused), markup=False, timeout=20)

    def go_home(self) -> None:
        """Go back home from wherever we are; another window may then write what was open here."""
        for screen in self.screen_stack:
            if (talking := getattr(screen, "talking", None)) is not None:
                talking.session.close()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if self.open_session is not None or self.flow_to_start is not None:
            self.push_screen(self.home())

    # From anywhere

    def action_command(self, name: str) -> None:
        """Do a command that works from everywhere."""
        ANYWHERE[name].do(self)

    async def do_command(self, name: str) -> None:
        """Do a command by its id: the app's own, or the screen's."""
        if name in ANYWHERE:
            self.action_command(name)
        elif (command := getattr(self.screen, "action_command", None)) is not None:
            await command(name)

    def offered(self) -> Iterator[Command]:
        """Yield what can be done on the screen under the palette."""
        below = [one for one in self.screen_stack if hasattr(one, "offered")]
        yield from below[-1].offered() if below else ANYWHERE.values()

    async def on_event(self, event: Event) -> None:
        """Hide on Esc twice in a row, whatever has the keys."""
        if isinstance(event, Key) and not event.is_forwarded:
            twice = event.key == self.last_key == "escape"
            self.last_key = "" if twice else event.key
            if twice and not self.is_hidden:
                self.hide()
                return
        await super().on_event(event)

    @property
    def is_hidden(self) -> bool:
        """Whether the blank page covers everything."""
        from guide.ui.screens.hidden import HiddenScreen

        return isinstance(self.screen, HiddenScreen)

    def hide(self) -> None:
        """Show an ordinary blank terminal, or come back from it."""
        from guide.ui.screens.hidden import HiddenScreen, clear_window_title

        if self.is_hidden:
            self.pop_screen()
            return
        self.clear_notifications()
        clear_window_title()
        self.push_screen(HiddenScreen())

    def urgent(self) -> None:
        """Something urgent: a calm page before a child or a family, what to do on a worker's page."""
        from guide.ui.screens.urgent import open_urgent

        if not self.is_hidden:
            open_urgent(self)

    def help(self) -> None:
        """Show every key and what it does."""
        if self.is_hidden:
            return
        from guide.ui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(list(self.offered())))

    def palette(self) -> None:
        """Find a command by a few letters."""
        if not self.is_hidden:
            self.action_command_palette()

    # Going wrong

    def _fatal_error(self) -> None:
        """End with one sentence: the library would print everybody's words with its traceback."""
        self.panic(say("crash", where=_where_it_broke()))


def _where_it_broke() -> str:
    """Return the kind of the error and its place in our own code, never what it says or holds."""
    error = sys.exc_info()[1]
    place = ""
    trace = error.__traceback__ if error else None
    while trace is not None:
        code = trace.tb_frame.f_code
        if f"{os.sep}guide{os.sep}" in code.co_filename:
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return " ".join(one for one in (type(error).__name__ if error else "", place) if one)


def run(**app: Any) -> int:
    """Run guide on the terminal; return the exit code. Everything said is on the disk before this returns."""
    gc.disable()  # what is made before the first painting stays: looking through it for waste costs 30 ms
    guide = GuideApp(**app)
    try:
        guide.run()
    finally:
        if guide.keeper is not None:
            guide.keeper.close()
    return guide.return_code or 0
