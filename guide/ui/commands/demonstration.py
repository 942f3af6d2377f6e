"""What can be done in a demonstration."""

from typing import TYPE_CHECKING, Any, Final

from guide.ui.commands.command import Command, registry
from guide.ui.commands.conversation import Sheet

if TYPE_CHECKING:
    from guide.ui.screens.demonstration import DemonstrationScreen


class SayNext(Command):
    """Say what comes next."""

    id = "say_next"
    keys = "enter,space"
    label = "what comes next"
    before_family = True
    in_line = True

    def do(self, screen: "DemonstrationScreen") -> Any:
        """Say it."""
        return screen.say_next()


class Stop(Command):
    """Leave the demonstration; nothing of it is kept."""

    id = "stop"
    keys = "escape"
    label = "leave"
    before_family = True
    in_line = True

    def do(self, screen: "DemonstrationScreen") -> None:
        """Go home."""
        screen.app.go_home()


DEMONSTRATION: Final = registry(SayNext, Stop, Sheet)
"""In the order they are shown."""
