"""What can be done where papers are made."""

from typing import TYPE_CHECKING, Final

from guide.ui.commands.command import Command, registry

if TYPE_CHECKING:
    from guide.ui.screens.papers import PapersScreen


class Make(Command):
    """Make the paper that is picked, for whom and where it says above."""

    id = "make"
    keys = "enter"
    label = "make"
    in_line = True

    def is_offered(self, screen: "PapersScreen") -> bool:
        """Where a paper is picked and none is being made."""
        return screen.can_make

    def do(self, screen: "PapersScreen") -> None:
        """Make it."""
        screen.make()


class ForWhom(Command):
    """For whom it is: the file, the family, the team, or one person, who sees only what is theirs to see."""

    id = "for_whom"
    keys = "w"
    label = "for whom"

    def do(self, screen: "PapersScreen") -> None:
        """Ask for whom."""
        screen.ask_for_whom()


class AsWhat(Command):
    """As what it is written: a page to read and print, plain text, or everything for another program."""

    id = "as_what"
    keys = "f"
    label = "as what"

    def do(self, screen: "PapersScreen") -> None:
        """Ask as what."""
        screen.ask_as_what()


class OnWhat(Command):
    """On what: A4 or A3, for sheets and the story; and how many pictures of the story stand on a page."""

    id = "on_what"
    keys = "p"
    label = "on what"

    def do(self, screen: "PapersScreen") -> None:
        """Ask on what."""
        screen.ask_on_what()


class WhereTo(Command):
    """Where to: the folder papers are put into; a name in its path is one you gave it."""

    id = "where_to"
    keys = "t"
    label = "where to"

    def do(self, screen: "PapersScreen") -> None:
        """Ask where to."""
        screen.ask_where_to()


class OtherNames(Command):
    """Other names: choose what stands in place of each name, for these papers only."""

    id = "names"
    keys = "n"
    label = "other names"

    def do(self, screen: "PapersScreen") -> None:
        """Let them be chosen."""
        screen.choose_names()


class SaveNames(Command):
    """Save the other names to a file, to have the same ones next time."""

    id = "save_names"
    keys = "s"
    label = "save the names"
    in_line = True

    def is_offered(self, screen: "PapersScreen") -> bool:
        """Where some are chosen."""
        return screen.has_names

    def do(self, screen: "PapersScreen") -> None:
        """Ask for a file."""
        screen.save_names()


class NamesFrom(Command):
    """Read other names from a file, a line for each: Katy = Anna."""

    id = "names_from"
    keys = "r"
    label = "names from a file"

    def do(self, screen: "PapersScreen") -> None:
        """Ask for a file."""
        screen.names_from()


class OpenMade(Command):
    """Open the page that was made last in the browser of this computer."""

    id = "open_made"
    keys = "o"
    label = "open it"
    in_line = True

    def is_offered(self, screen: "PapersScreen") -> bool:
        """Where a page was made."""
        return screen.page_made is not None

    def do(self, screen: "PapersScreen") -> None:
        """Open it."""
        screen.open_made()


class Clear(Command):
    """Clear what somebody wished to show: a named adult looks at each thing and says why it is safe."""

    id = "clear"
    keys = "c"
    label = "clear"

    def is_offered(self, screen: "PapersScreen") -> bool:
        """Where something waits for it."""
        return screen.can_clear

    def do(self, screen: "PapersScreen") -> None:
        """Show what waits."""
        screen.clear()


class LeavePapers(Command):
    """Back to where you came from."""

    id = "leave_papers"
    keys = "escape"
    label = "back"
    before_family = True
    in_line = True

    def do(self, screen: "PapersScreen") -> None:
        """Go back."""
        screen.leave()


PAPERS: Final = registry(
    Make, ForWhom, AsWhat, OnWhat, WhereTo, OtherNames, NamesFrom, Clear, OpenMade, SaveNames, LeavePapers
)
"""In the order they are shown."""
