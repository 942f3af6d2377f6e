"""A command: its keys, its words and its deed in one place."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual.binding import Binding, BindingType


class Command:
    """One thing a person can do; the docstring of each is its line in the help."""

    id: ClassVar[str]
    """The name a person gives it other keys by, in their settings."""
    keys: ClassVar[str] = ""
    """Its keys, the one that is shown first; empty when the palette is the way."""
    label: ClassVar[str]
    """Two or three words for the last line of the screen and for the palette."""
    before_family: ClassVar[bool] = False
    """Whether it may be named on a child's or a family's screen."""
    in_line: ClassVar[bool] = False
    """Whether it stands in the last line of the screen; the others are in the palette and the help."""
    gives_way: ClassVar[bool] = False
    """Whether it stands behind all others in the last line, and leaves it first where that is short."""
    priority: ClassVar[bool] = True
    """Whether it comes before what the focused box does with the key."""

    def is_offered(self, screen: Any) -> bool:  # noqa: ARG002 – each command knows its own screen
        """Return whether it can be done now."""
        return True

    def do(self, screen: Any) -> Any:
        """Do it."""
        raise NotImplementedError

    @property
    def help(self) -> str:
        """One sentence saying what it does."""
        return " ".join((self.__doc__ or "").split())


Registry = Mapping[str, Command]


def registry(*kinds: type[Command]) -> dict[str, Command]:
    """Return commands by their ids, in this order."""
    return {kind.id: kind() for kind in kinds}


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the keys of these commands for a screen or the app."""
    return [
        Binding(one.keys, f"command('{one.id}')", one.label, id=one.id, show=False, priority=one.priority)
        for one in commands
        if one.keys
    ]


def key_of(command: Command, chosen: Mapping[str, str]) -> str:
    """Return the key to show for a command: the person's own, else the first of its own; empty for none."""
    return (chosen.get(command.id) or command.keys).split(",")[0]


def key_shown(key: str) -> str:
    """Return a key as it is written for people: `F8`, `ctrl+e`, `Esc`."""
    names = {
        "escape": "Esc",
        "enter": "Enter",
        "up": "↑",
        "down": "↓",
        "slash": "/",
        "delete": "Del",
        "tab": "Tab",
    }
    if key in names:
        return names[key]
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key
