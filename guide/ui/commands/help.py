"""What can be done where the keys are shown."""

from typing import TYPE_CHECKING, Final

from guide.ui.commands.command import Command, registry

if TYPE_CHECKING:
    from guide.ui.screens.help import HelpScreen


class LeaveHelp(Command):
    """Back to where you came from."""

    id = "leave_help"
    keys = "escape"
    label = "back"
    before_family = True
    in_line = True

    def do(self, screen: "HelpScreen") -> None:
        """Go back."""
        screen.dismiss(None)


HELP: Final = registry(LeaveHelp)
"""In the order they are shown."""
