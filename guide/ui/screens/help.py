"""Every key and what it does, from the commands themselves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.command import Command, bindings, key_of, key_shown
from guide.ui.commands.help import HELP
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.words import MUTED, hung, lines, own

_LISTS: Final = ("arrows", "take", "break", "leave")
_GAP: Final = 3
"""Columns between a key and what it does."""


class HelpScreen(Page):
    """The keys of the screen somebody came from, then those that work everywhere."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "VerticalScroll"
    COMMAND_SET = HELP
    BINDINGS = bindings(HELP.values())

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.commands = commands
        """What could be done there, and may be named there."""

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        with VerticalScroll():
            yield Keys(self.commands, self.app.settings.keys)
        yield KeyLine()

    def on_mount(self) -> None:
        """Write the last line."""
        self.show_keys()

    @property
    def is_familys(self) -> bool:
        """Whether it was opened from a child's or a family's page: then only what may be named there is."""
        return not any(one.id == "leave" for one in self.commands)


class Keys(Drawn):
    """Keys on the left, what they do on the right, in groups."""

    DEFAULT_CSS = """
    Keys { padding: 0 1 0 0; }
    """

    def __init__(self, commands: Sequence[Command], chosen: Mapping[str, str]) -> None:
        super().__init__()
        self.commands, self.chosen = commands, chosen

    def draw(self, width: int) -> Content:
        """Return the groups under each other."""
        palette = key_shown(key_of(ANYWHERE["palette"], self.chosen))
        second = own(say("help.second", keys=palette), MUTED).wrap(width)
        title = lines([own(say("help.title"), "bold"), *second])
        return Content("\n\n").join([title, *self._groups(width)])

    def _groups(self, width: int) -> Iterator[Content]:
        here = [one for one in self.commands if one.id not in ANYWHERE]
        keyed = [one for one in here if key_of(one, self.chosen)]
        named = [one for one in here if not key_of(one, self.chosen)]
        everywhere = [one for one in self.commands if one.id in ANYWHERE]
        lists = [(say(f"help.key.{one}"), own(say(f"help.about.{one}"))) for one in _LISTS]
        groups = {
            "here": [(self._keys(one), _worded(one)) for one in keyed],
            "everywhere": [(self._keys(one), _worded(one)) for one in everywhere],
            "lists": lists,
        }
        room = max(len(key) for rows in groups.values() for key, _ in rows) + _GAP
        for group, rows in groups.items():
            if rows:
                yield _group(say(f"help.{group}"), (_row(key, about, room, width) for key, about in rows))
        if named:
            palette = key_shown(key_of(ANYWHERE["palette"], self.chosen))
            worded = (hung(Content("  "), _worded(one), width) for one in named)
            yield _group(say("help.named", keys=palette), worded)

    def _keys(self, command: Command) -> str:
        keys = (self.chosen.get(command.id) or command.keys).split(",")
        shown = [key_shown(one) for one in keys[:2]]
        return shown[0] if len(shown) == 1 else say("help.or", first=shown[0], second=shown[1])


def _group(title: str, rows: Iterable[Content]) -> Content:
    return lines([own(title, "bold $accent"), *rows])


def _row(key: str, about: Content, room: int, width: int) -> Content:
    return hung(own(f"  {key.ljust(room)}", "bold"), about, width)


def _worded(command: Command) -> Content:
    """Return a command's name and what it does; a sentence that begins with the name says it once."""
    label, says = command.label, command.help
    if says.casefold().startswith(label.casefold()):
        return Content.assemble(own(says[: len(label)], "bold"), own(says[len(label) :], MUTED))
    return Content.assemble(own(label, "bold"), "  ", own(says, MUTED))
