"""What can be done from any screen and any dialog."""

from typing import TYPE_CHECKING, Final

from guide.ui.commands.command import Command, registry

if TYPE_CHECKING:
    from guide.ui.app import GuideApp


class Hide(Command):
    """Hide everything at once: an ordinary blank terminal, with no name on it. Esc twice does the same; to come back press the key again, or type guide and Enter. Everything said is saved."""  # noqa: E501 – the help shows it whole

    id = "hide"
    keys = "f8"
    label = "hide"
    before_family = True
    in_line = True

    def do(self, screen: "GuideApp") -> None:
        """Hide, or come back."""
        screen.hide()


class SomethingUrgent(Command):
    """Something urgent: a calm page at once, nothing to type; everything else comes afterwards, apart."""

    id = "urgent"
    keys = "f9"
    label = "urgent"
    before_family = True
    in_line = True

    def do(self, screen: "GuideApp") -> None:
        """Show the calm page."""
        screen.urgent()


class Help(Command):
    """Every key and what it does."""

    id = "help"
    keys = "f10"
    label = "help"

    def do(self, screen: "GuideApp") -> None:
        """Show the keys."""
        screen.help()


class Palette(Command):
    """Find anything that can be done here by typing a few letters."""

    id = "palette"
    keys = "ctrl+p"
    label = "more"
    before_family = True
    in_line = True

    def do(self, screen: "GuideApp") -> None:
        """Open the palette."""
        screen.palette()


class Leave(Command):
    """Leave the program; everything said is saved and can be gone on with."""

    id = "leave"
    keys = "ctrl+q"
    label = "leave"

    def do(self, screen: "GuideApp") -> None:
        """Leave."""
        screen.exit()


ANYWHERE: Final = registry(Hide, SomethingUrgent, Help, Palette, Leave)
"""In the order they are shown."""
