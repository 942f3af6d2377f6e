"""What can be done with the story in words and pictures."""

from typing import TYPE_CHECKING, Any, Final

from guide.ui.commands.command import Command, registry
from guide.ui.commands.conversation import DoAgain, TakeBack

if TYPE_CHECKING:
    from guide.ui.screens.story import StoryScreen as Story


class Changing(Command):
    """Something that changes the story; the keys belong to the box while somebody writes in it."""

    before_family = True

    def is_offered(self, screen: "Story") -> bool:
        """Where it may be changed."""
        return screen.can_change and not screen.is_writing


class Held(Changing):
    """Something that is done with the picture that is picked."""

    def is_offered(self, screen: "Story") -> bool:
        """Where one is picked."""
        return super().is_offered(screen) and screen.held is not None


class PickPicture(Changing):
    """Pick a picture, to read it alone or to change it."""

    id = "pick_picture"
    keys = "down"
    label = "pick"
    in_line = True
    priority = False

    def is_offered(self, screen: "Story") -> bool:
        """Until one is picked."""
        return super().is_offered(screen) and screen.held is None and bool(screen.board.held)

    def do(self, screen: "Story") -> None:
        """Pick the first."""
        screen.board.action_step(1)


class LookAt(Held):
    """Everything that can be done with the picture that is picked."""

    id = "look_at"
    keys = "enter"
    label = "look"
    in_line = True

    def do(self, screen: "Story") -> None:
        """Show it."""
        screen.look()


class ChangeSentences(Held):
    """Change its sentences, a line each; whoever agreed to words that change is asked anew."""

    id = "sentences"
    keys = "c"
    label = "words"
    in_line = True

    def do(self, screen: "Story") -> None:
        """Open the box."""
        screen.change()


class Paint(Held):
    """Change what is drawn: who is in it, where, how they feel, what is there, what they say."""

    id = "paint"
    keys = "p"
    label = "picture"
    in_line = True
    gives_way = True

    def do(self, screen: "Story") -> None:
        """Ask which of it."""
        screen.paint()


class AddPicture(Changing):
    """Add a picture after the one that is picked, or at the end."""

    id = "add_picture"
    keys = "a"
    label = "add"
    in_line = True
    gives_way = True

    def do(self, screen: "Story") -> None:
        """Open the box."""
        screen.add()


class MovePicture(Held):
    """Move it to another place in the story."""

    id = "move_picture"
    keys = "m"
    label = "move"
    in_line = True
    gives_way = True

    def do(self, screen: "Story") -> None:
        """Ask where to."""
        screen.move()


class MoveOn(Held):
    """Move it one place on."""

    id = "move_on"
    keys = "right_square_bracket"
    label = "one on"

    def do(self, screen: "Story") -> None:
        """Move it."""
        screen.move_by(1)


class MoveBack(Held):
    """Move it one place back."""

    id = "move_back"
    keys = "left_square_bracket"
    label = "one back"

    def do(self, screen: "Story") -> None:
        """Move it."""
        screen.move_by(-1)


class Split(Held):
    """Make two of it at a sentence, where it says too much for one picture."""

    id = "split"
    keys = "s"
    label = "split"

    def is_offered(self, screen: "Story") -> bool:
        """Where it has several sentences."""
        return super().is_offered(screen) and screen.held is not None and len(screen.held.text) > 1

    def do(self, screen: "Story") -> None:
        """Ask where."""
        screen.split()


class NameIt(Held):
    """Give it a title of its own, or another one."""

    id = "name_it"
    keys = "t"
    label = "title"

    def do(self, screen: "Story") -> None:
        """Open the box."""
        screen.name_it()


class Agree(Held):
    """Keep who agrees to a sentence, or to all of them."""

    id = "agree"
    keys = "g"
    label = "who agrees"
    in_line = True
    gives_way = True

    def do(self, screen: "Story") -> None:
        """Ask which sentence, then who."""
        screen.agree()


class Differ(Held):
    """Keep who sees a sentence differently, in their own words beside it."""

    id = "differ"
    keys = "d"
    label = "sees it differently"

    def do(self, screen: "Story") -> None:
        """Ask which sentence, then who."""
        screen.differ()


class TakeOut(Held):
    """Take it out of the story; it can be taken back."""

    id = "take_out"
    keys = "delete,backspace"
    label = "take out"

    def do(self, screen: "Story") -> None:
        """Take it out."""
        screen.take_out()


class TakeBackStory(Changing):
    """Take back the last thing that was done or said, here or in the conversation."""

    id, keys, label = TakeBack.id, TakeBack.keys, TakeBack.label

    def is_offered(self, screen: "Story") -> bool:
        """Where there is something to take back."""
        return super().is_offered(screen) and screen.turn.can_back

    def do(self, screen: "Story") -> None:
        """Take it back."""
        screen.say_later({"back": True})


class DoAgainStory(Changing):
    """Do again what was taken back."""

    id, keys, label = DoAgain.id, DoAgain.keys, DoAgain.label

    def is_offered(self, screen: "Story") -> bool:
        """Where something was taken back."""
        return super().is_offered(screen) and screen.turn.can_redo

    def do(self, screen: "Story") -> None:
        """Do it again."""
        screen.say_later({"redo": True})


class PageOfStory(Changing):
    """Make the page and show it in the browser of this computer: for the family, else for the file."""

    id = "page_of_story"
    keys = "o"
    label = "the page"
    in_line = True
    gives_way = True

    def do(self, screen: "Story") -> None:
        """Make it."""
        screen.make_page()


class PapersFromStory(Command):
    """What can be made from it, for whom, and what that still waits for."""

    id = "papers"
    keys = "f12"
    label = "papers"

    def is_offered(self, screen: "Story") -> bool:
        """On pages that are not a family's."""
        return not screen.is_familys and not screen.is_writing

    def do(self, screen: "Story") -> None:
        """Open them."""
        screen.open_papers()


class LeaveStory(Command):
    """Back to where you came from; everything is saved. From the box: back to the pictures."""

    id = "leave_story"
    keys = "escape"
    label = "back"
    before_family = True
    in_line = True

    def do(self, screen: "Story") -> Any:
        """Go back."""
        return screen.leave()


STORY: Final = registry(
    PickPicture, LookAt, ChangeSentences, Paint, AddPicture, MovePicture, Agree, PageOfStory, LeaveStory,
    MoveOn, MoveBack, Split, NameIt, Differ, TakeOut, TakeBackStory, DoAgainStory, PapersFromStory,
)  # fmt: skip
"""In the order they are shown."""
