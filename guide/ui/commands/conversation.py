"""What can be done in a conversation beside answering."""

from typing import TYPE_CHECKING, Final

from guide.ui.commands.answering import (
    AskedDifferently,
    Break,
    DontKnow,
    FinishHere,
    GoOn,
    HowItCame,
    Later,
    RatherNot,
    TellMeAbout,
    WhatElse,
    WhoSpeaks,
)  # fmt: skip
from guide.ui.commands.command import Command, registry
from guide.ui.says import say

if TYPE_CHECKING:
    from guide.ui.screens.conversation import ConversationScreen as Talk


class Why(Command):
    """Why this is asked, in a sentence for the person who is asked."""

    id = "why"
    keys = "f1"
    label = "why"
    before_family = True
    in_line = True

    def is_offered(self, screen: "Talk") -> bool:
        """Where there is a reason to tell."""
        return screen.asks.why is not None

    def do(self, screen: "Talk") -> None:
        """Tell it, until the next key that answers."""
        screen.tell(screen.asks.why or say("why.none"))


class Sheet(Command):
    """Look at what we have so far, or fold it away again."""

    id = "sheet"
    keys = "f6,ctrl+s"
    label = "what we have"
    before_family = True
    in_line = True

    def is_offered(self, screen: "Talk") -> bool:
        """Unless a page covers everything."""
        return not screen.is_covered

    def do(self, screen: "Talk") -> None:
        """Fold or unfold."""
        screen.fold_sheet()


class Aside(Command):
    """Keep something of your own beside the conversation: a thought, or what you answered."""

    id = "aside"
    keys = "f7"
    label = "an aside"

    def do(self, screen: "Talk") -> None:
        """Ask for the words."""
        screen.ask_words(
            say("aside.title"), "", lambda words: screen.say_later({"aside": words, "seen": False})
        )


class Saw(Command):
    """Keep something you saw: it stands apart from what anybody said."""

    id = "saw"
    label = "what I saw"

    def do(self, screen: "Talk") -> None:
        """Ask for the words."""
        screen.ask_words(say("saw.title"), "", lambda words: screen.say_later({"aside": words, "seen": True}))


class SomebodyNew(Command):
    """Somebody else is here, or is spoken of: add them."""

    id = "person"
    label = "add somebody"

    def do(self, screen: "Talk") -> None:
        """Ask who."""
        from guide.ui.people_line import people_of

        def add(words: str) -> None:
            screen.say_later({"people": [one.as_json() for one in people_of(words, screen.asks.roles)]})

        screen.ask_words(say("person.title"), "", add)


class TakeBack(Command):
    """Take back the last thing, when the box is empty; with words in it, the key belongs to the typing."""

    id = "back"
    keys = "ctrl+z"
    label = "take back"
    before_family = True
    priority = False

    def is_offered(self, screen: "Talk") -> bool:
        """Where there is something to take back."""
        return screen.turn.can_back

    def do(self, screen: "Talk") -> None:
        """Take it back."""
        screen.say_later({"back": True})


class DoAgain(Command):
    """Do again what was taken back, when the box is empty."""

    id = "redo"
    keys = "ctrl+y"
    label = "do again"
    before_family = True
    priority = False

    def is_offered(self, screen: "Talk") -> bool:
        """Where something was taken back."""
        return screen.turn.can_redo

    def do(self, screen: "Talk") -> None:
        """Do it again."""
        screen.say_later({"redo": True})


class PutRight(Command):
    """Put something right that was said before: pick it with the arrow keys; from the box ↑ does the same."""

    id = "correct"
    label = "put something right"
    before_family = True

    def do(self, screen: "Talk") -> None:
        """Go to what was said."""
        screen.go_up()


class ShowMap(Command):
    """The whole sheet: move things, see gaps and doubts."""

    id = "map"
    keys = "f5"
    label = "the whole sheet"

    def is_offered(self, screen: "Talk") -> bool:
        """On pages that are not a family's."""
        return not screen.is_familys

    def do(self, screen: "Talk") -> None:
        """Open it."""
        screen.open_map()


class ShowStory(Command):
    """The story so far in words and pictures: read it, change it, and see who agreed to what."""

    id = "story"
    keys = "ctrl+d"
    label = "the story"
    before_family = True

    def is_offered(self, screen: "Talk") -> bool:
        """Where there is one; before a child or a family only one of theirs."""
        return screen.has_story

    def do(self, screen: "Talk") -> None:
        """Open it."""
        screen.open_story()


class MakePapers(Command):
    """What can be made from it, for whom, and what that still waits for."""

    id = "papers"
    keys = "f12"
    label = "papers"

    def is_offered(self, screen: "Talk") -> bool:
        """On pages that are not a family's."""
        return not screen.is_familys

    def do(self, screen: "Talk") -> None:
        """Open them."""
        screen.open_papers()


class Finish(Command):
    """End the conversation here; what was said can still be changed or added to."""

    id = "finish"
    keys = "ctrl+f"
    label = "finish"
    before_family = True
    in_line = True
    gives_way = True

    def is_offered(self, screen: "Talk") -> bool:
        """Where something is asked; a child finishes here by a pass of its own."""
        return screen.asks.held_with != "child" and not screen.is_covered

    def do(self, screen: "Talk") -> None:
        """End it, when that is meant."""
        options = {"yes": say("finish.yes"), "no": say("finish.no")}
        screen.pick(
            say("finish.title"),
            options,
            lambda key: screen.say_later({"finish": True}) if key == "yes" else None,
        )


class Home(Command):
    """Back to the home screen; everything said is saved."""

    id = "home"
    label = "home"

    def is_offered(self, screen: "Talk") -> bool:
        """On pages that are not a family's."""
        return not screen.is_familys

    def do(self, screen: "Talk") -> None:
        """Go there."""
        screen.app.go_home()


CONVERSATION: Final = registry(
    Why, Sheet, AskedDifferently, HowItCame, WhoSpeaks, TellMeAbout, WhatElse, GoOn, DontKnow, RatherNot,
    Later, Break, FinishHere, TakeBack, DoAgain, PutRight, Aside, Saw, SomebodyNew, ShowMap, ShowStory,
    MakePapers, Finish, Home,
)  # fmt: skip
"""In the order they are shown."""
