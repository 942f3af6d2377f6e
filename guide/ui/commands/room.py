"""What whoever leads a room does with its time and its people."""

from typing import TYPE_CHECKING, Final

from guide.ui.commands.command import Command, registry
from guide.ui.says import say
from guide.ui.seen import WITH_SOMEBODY

if TYPE_CHECKING:
    from guide.ui.screens.conversation import ConversationScreen as Talk


class Clock(Command):
    """A command for the stage's clock."""

    def is_offered(self, screen: "Talk") -> bool:
        """Where a clock is in sight."""
        return screen.has_head and screen.turn.clock is not None


class Pause(Clock):
    """Stop the stage's clock, or let it go on: nobody is stopped by it, nothing moves."""

    id = "pause"
    keys = "ctrl+k"
    label = "pause"
    in_line = True

    def do(self, screen: "Talk") -> None:
        """Stop it, or let it go on."""
        clock = screen.turn.clock
        if clock is not None:
            screen.set_clock("go" if clock.paused else "pause")


class FiveMore(Clock):
    """Give the stage five more minutes; as often as it is needed."""

    id = "five_more"
    keys = "ctrl+u"
    label = "five more minutes"
    in_line = True
    gives_way = True

    def do(self, screen: "Talk") -> None:
        """Give them."""
        screen.set_clock("more")


class Next(Command):
    """Go on to what comes next, whoever has written or spoken by now."""

    id = "next"
    label = "next"

    def is_offered(self, screen: "Talk") -> bool:
        """Before a room, where the conversation can go on as it is."""
        held_with = screen.asks.held_with
        return (
            not screen.is_covered and held_with not in WITH_SOMEBODY and {"next": True} in screen.asks.accepts
        )

    def do(self, screen: "Talk") -> None:
        """Go on."""
        screen.say_later({"next": True})


class SomebodyLeft(Command):
    """Somebody has left the room: nobody waits for their number or their words any more."""

    id = "left"
    label = "somebody has left"

    def is_offered(self, screen: "Talk") -> bool:
        """Before a room, where somebody is known."""
        return (
            screen.asks.held_with not in WITH_SOMEBODY and not screen.is_familys and bool(screen.people_here)
        )

    def do(self, screen: "Talk") -> None:
        """Ask who."""
        screen.pick(
            say("room.left.title"),
            screen.people_here,
            lambda person: screen.say_later({"people": [{"id": person, "left": True}]}),
        )


ROOM: Final = registry(Pause, FiveMore, Next, SomebodyLeft)
"""In the order they are shown."""
