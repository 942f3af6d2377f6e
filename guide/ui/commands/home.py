"""What can be done on the home screen."""

from typing import TYPE_CHECKING, Any, Final

from guide.ui.commands.command import Command, registry
from guide.ui.commands.kept import MapOf, PapersOf, StoryOf

if TYPE_CHECKING:
    from guide.ui.screens.home import HomeScreen


class Open(Command):
    """Start what is picked, or go on with it where it stopped."""

    id = "open"
    keys = "enter"
    label = "open"
    in_line = True
    priority = False

    def is_offered(self, screen: "HomeScreen") -> bool:
        """Where something is picked."""
        return screen.row is not None

    def do(self, screen: "HomeScreen") -> None:
        """Open it."""
        screen.open_picked()


class Demonstration(Command):
    """Watch a talk with invented people, a key for each step; nothing of it is kept."""

    id = "demonstration"
    keys = "d"
    label = "demonstration"
    in_line = True
    priority = False

    def do(self, screen: "HomeScreen") -> None:
        """Play it."""
        screen.app.demonstrate()


class Invented(Command):
    """Start what is picked with invented people, to practise or to record: every paper of it says so."""

    id = "invented"
    keys = "i"
    label = "invented"
    priority = False

    def is_offered(self, screen: "HomeScreen") -> bool:
        """Where something that can be started is picked."""
        return screen.row is not None and screen.row.kind == "flow"

    def do(self, screen: "HomeScreen") -> None:
        """Start it."""
        if screen.row is not None:
            screen.start(screen.row.key, invented=True)


class Search(Command):
    """Find a conversation by a few letters of its title or its label."""

    id = "search"
    keys = "slash"
    label = "search"
    in_line = True
    priority = False

    def do(self, screen: "HomeScreen") -> Any:
        """Open the search box."""
        return screen.search()


class OnSession(Command):
    """Something done to a conversation that was started."""

    priority = False

    def is_offered(self, screen: "HomeScreen") -> bool:
        """Where one is picked."""
        return screen.session is not None


class Rename(OnSession):
    """Give it a label only you understand; it stands here in place of any name."""

    id = "rename"
    keys = "r"
    label = "label"
    in_line = True

    def do(self, screen: "HomeScreen") -> None:
        """Ask for the label."""
        screen.rename()


class Again(OnSession):
    """Start another conversation with the same people: nobody is asked for again."""

    id = "again"
    keys = "a"
    label = "same people"

    def do(self, screen: "HomeScreen") -> None:
        """Ask which."""
        screen.again()


class Erase(OnSession):
    """Erase it, after a question: everything said in it is gone from the disk for good."""

    id = "erase"
    keys = "delete"
    label = "erase"
    in_line = True

    def do(self, screen: "HomeScreen") -> None:
        """Ask whether that is meant."""
        screen.erase()


class Names(Command):
    """Show the names of the people in each conversation, or hide them again."""

    id = "names"
    keys = "n"
    label = "names"
    priority = False

    def is_offered(self, screen: "HomeScreen") -> bool:
        """Where there is something to name."""
        return bool(screen.started)

    def do(self, screen: "HomeScreen") -> None:
        """Show or hide them."""
        screen.switch_names()


HOME: Final = registry(
    Open, Demonstration, Invented, Search, Rename, Erase, Again, Names, MapOf, StoryOf, PapersOf
)
"""In the order they are shown."""
