"""What can be done on the whole sheet."""

from typing import TYPE_CHECKING, Final

from guide.ui.commands.command import Command, registry
from guide.ui.commands.conversation import DoAgain, TakeBack

if TYPE_CHECKING:
    from guide.ui.screens.map import MapScreen


class PickOne(Command):
    """Pick something on the sheet, to look at it or to move it; left and right go over to the next column."""

    id = "pick_one"
    keys = "down"
    label = "pick"
    in_line = True
    priority = False

    def is_offered(self, screen: "MapScreen") -> bool:
        """Until something is picked."""
        return screen.can_change and not screen.picked

    def do(self, screen: "MapScreen") -> None:
        """Pick the first."""
        screen.board.action_pick(1)


class Picked(Command):
    """Something that is done with what is picked."""

    def is_offered(self, screen: "MapScreen") -> bool:
        """Where something is picked and may be changed."""
        return screen.can_change and bool(screen.picked)


class Look(Picked):
    """Look at what is picked: how it was asked, where it comes from, and all that can be done with it."""

    id = "look"
    keys = "enter"
    label = "look"
    in_line = True

    def do(self, screen: "MapScreen") -> None:
        """Show it."""
        screen.look()


class Move(Picked):
    """Move what is picked to another place; whose words it is and how it was asked go with it."""

    id = "move"
    keys = "m"
    label = "move"
    in_line = True

    def is_offered(self, screen: "MapScreen") -> bool:
        """Where words are picked: a mark on the line belongs to its line."""
        return super().is_offered(screen) and screen.is_entry

    def do(self, screen: "MapScreen") -> None:
        """Ask where to."""
        screen.move()


class ChangeWords(Picked):
    """Change the words or the number of what is picked; how it was first said stays beside it."""

    id = "change"
    keys = "c"
    label = "change"

    def do(self, screen: "MapScreen") -> None:
        """Ask for the words as they should be."""
        screen.change()


class TakeOff(Picked):
    """Take what is picked off the sheet; it is not asked again, and it can be taken back."""

    id = "take_off"
    keys = "delete,backspace"
    label = "take off"

    def do(self, screen: "MapScreen") -> None:
        """Take it off."""
        screen.take_off()


class Add(Command):
    """Add something by hand: where, the words, and whose words they are."""

    id = "add"
    keys = "a"
    label = "add"
    in_line = True

    def is_offered(self, screen: "MapScreen") -> bool:
        """Where the sheet may be changed."""
        return screen.can_change

    def do(self, screen: "MapScreen") -> None:
        """Ask where."""
        screen.add()


class NextSheet(Command):
    """Look at the next of the pages this conversation fills."""

    id = "next_sheet"
    keys = "tab"
    label = "next page"
    before_family = True
    in_line = True

    def is_offered(self, screen: "MapScreen") -> bool:
        """Where there are several."""
        return len(screen.sheets) > 1

    async def do(self, screen: "MapScreen") -> None:
        """Go there."""
        await screen.turn_over(1)


class SheetBefore(NextSheet):
    """Look at the one before of the pages this conversation fills."""

    id = "sheet_before"
    keys = "shift+tab"
    label = "page before"
    in_line = False

    async def do(self, screen: "MapScreen") -> None:
        """Go there."""
        await screen.turn_over(-1)


class TakeBackHere(Command):
    """Take back the last thing that was done or said, here or in the conversation."""

    id, keys, label = TakeBack.id, TakeBack.keys, TakeBack.label

    def is_offered(self, screen: "MapScreen") -> bool:
        """Where there is something to take back."""
        return screen.can_change and screen.turn.can_back

    def do(self, screen: "MapScreen") -> None:
        """Take it back."""
        screen.say_later({"back": True})


class DoAgainHere(Command):
    """Do again what was taken back."""

    id, keys, label = DoAgain.id, DoAgain.keys, DoAgain.label

    def is_offered(self, screen: "MapScreen") -> bool:
        """Where something was taken back."""
        return screen.can_change and screen.turn.can_redo

    def do(self, screen: "MapScreen") -> None:
        """Do it again."""
        screen.say_later({"redo": True})


class PapersFromMap(Command):
    """What can be made from it, for whom, and what that still waits for."""

    id = "papers"
    keys = "f12"
    label = "papers"

    def is_offered(self, screen: "MapScreen") -> bool:
        """On pages that are not a family's."""
        return not screen.is_familys

    def do(self, screen: "MapScreen") -> None:
        """Open them."""
        screen.open_papers()


class LeaveMap(Command):
    """Back to where you came from; everything is saved."""

    id = "leave_map"
    keys = "escape"
    label = "back"
    before_family = True
    in_line = True

    def do(self, screen: "MapScreen") -> None:
        """Go back."""
        screen.leave()


MAP: Final = registry(
    PickOne, Look, Move, ChangeWords, Add, NextSheet, LeaveMap, TakeOff, TakeBackHere, DoAgainHere,
    SheetBefore, PapersFromMap,
)  # fmt: skip
"""In the order they are shown."""
