"""What every screen of guide has in common: commands, the last line, and the session's voice."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import getters, on
from textual.screen import Screen

from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.command import Command, key_of
from guide.ui.widgets.key_line import KeyLine

WIDE: Final = 100
"""Columns from which two things stand beside each other."""

TALL: Final = 30
"""Rows from which there is air between things."""

if TYPE_CHECKING:
    from guide.ui.app import GuideApp


class Page(Screen[None]):
    """A screen with commands of its own."""

    COMMAND_SET: ClassVar[Mapping[str, Command]] = {}
    """What can be done here."""

    if TYPE_CHECKING:
        app = getters.app(GuideApp)

    def __init__(self) -> None:
        super().__init__()
        # What the app's breakpoints will say: put on afterwards it would style every widget once more.
        width, height = self.app.size
        self.add_class("-wide" if width >= WIDE else "-narrow", "-tall" if height >= TALL else "-short")

    @property
    def is_familys(self) -> bool:
        """Whether a child or a family reads this screen now: helpers' commands are not named then."""
        return False

    # Commands

    async def action_command(self, name: str) -> None:
        """Do a command of this screen."""
        done = self.COMMAND_SET[name].do(self)
        if hasattr(done, "__await__"):
            await done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only what can be done now have its key."""
        if action == "command" and parameters:
            command = self.COMMAND_SET.get(str(parameters[0]))
            return command is not None and command.is_offered(self)
        return super().check_action(action, parameters)

    def offered(self) -> Iterator[Command]:
        """Yield what can be done now and may be named now: this screen's own first, then the app's."""
        for command in self.COMMAND_SET.values():
            if command.is_offered(self) and (command.before_family or not self.is_familys):
                yield command
        for command in ANYWHERE.values():
            if command.before_family or not self.is_familys:
                yield command

    def show_keys(self) -> None:
        """Write the last line of the screen anew."""
        for line in self.query(KeyLine):
            line.show(self.keys_offered())

    def keys_offered(self) -> list[tuple[str, Command]]:
        """Return what stands in the last line of the screen: each key with its command."""
        chosen = self.app.settings.keys
        ordered = sorted(self.offered(), key=lambda one: one.gives_way)
        shown = [(key_of(one, chosen), one) for one in ordered if one.in_line]
        return [(key, one) for key, one in shown if key]

    @on(KeyLine.Clicked)
    async def do_clicked(self, clicked: KeyLine.Clicked) -> None:
        """Do what was clicked on in the last line."""
        clicked.stop()
        await self.app.do_command(clicked.command)

    # Small questions

    def ask_words(self, title: str, text: str, then: Callable[[str], Any]) -> None:
        """Ask for a few words in a small window."""
        from guide.ui.screens.dialogs import AskWords

        self.app.push_screen(AskWords(title, text), lambda words: then(words) if words else None)

    def pick(self, title: str, options: Mapping[str, str], then: Callable[[str], Any]) -> None:
        """Let one be picked in a small window."""
        from guide.ui.screens.dialogs import Pick

        self.app.push_screen(Pick(title, options), lambda key: then(key) if key else None)
