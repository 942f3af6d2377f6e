"""The app: themes, keys, which screen comes first, and what must work from everywhere."""

import gc
import os
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from textual.command import Provider
from textual.events import Event, Key

from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.command import Command, bindings
from guide.ui.crash import where_it_broke
from guide.ui.going import Going
from guide.ui.says import say
from guide.ui.screens.page import TALL, WIDE
from guide.ui.themes import OWN, theme_for


def _palette() -> type[Provider]:
    from guide.ui.commands.palette import GuideCommands

    return GuideCommands


class GuideApp(Going, inherit_bindings=False):
    """guide on a terminal."""

    TITLE = ""
    """No name: nothing on a window tells what is open."""
    BINDINGS = bindings(ANYWHERE.values())
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 – typed by the base class
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012 – as above
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    def __init__(self, **given: Any) -> None:
        """Take what the door hands in: see `Going`."""
        super().__init__(**given)
        self.last_key = ""
        for theme in OWN:
            self.register_theme(theme)
        self.theme = theme_for(self.settings.theme, os.environ)
        self.set_keymap(dict(self.settings.keys))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give themes that are not guide's own the colours they do not name."""
        return {"roof": "#9a8663"}

    def on_ready(self) -> None:
        """Let waste be collected again, now that everything has been painted once."""
        gc.freeze()
        gc.enable()

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
        self.panic(say("crash", where=where_it_broke()))


def run(**app: Any) -> int:
    """Run guide on the terminal; return the exit code. Everything said is on the disk before this returns."""
    gc.disable()  # until the first painting, as the short cut did (`cli/quick.py`)
    guide = GuideApp(**app)
    try:
        guide.run()
    finally:
        if guide.keeper is not None:
            guide.keeper.close()
    return guide.return_code or 0
