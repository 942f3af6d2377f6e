"""What can be done in a conversation beside answering."""

from typing import TYPE_CHECKING, Any, Final

from guide.ui.commands.command import Command, registry
from guide.ui.replying import Line, reply_for_way, ways_of
from guide.ui.says import say
from guide.ui.seen import WITH_SOMEBODY

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


class AskedDifferently(Command):
    """I asked it differently: keep the question as it was really put with the next answer."""

    id = "asked"
    keys = "f2"
    label = "asked it differently"

    def is_offered(self, screen: "Talk") -> bool:
        """Where something is asked."""
        return screen.is_asking

    def do(self, screen: "Talk") -> None:
        """Ask for the words."""
        screen.ask_words(
            say("asked.title"), screen.manner.asked, lambda words: screen.change_manner(asked=words)
        )


class HowItCame(Command):
    """How it came: said, written, drawn or pointed; on a worker's page said, seen, told or read."""

    id = "form"
    keys = "f3"
    label = "how it came"

    def is_offered(self, screen: "Talk") -> bool:
        """Where something is asked."""
        return screen.is_asking

    def do(self, screen: "Talk") -> None:
        """Go on to the next way."""
        if screen.asks.held_with == "worker":
            _next_source(screen)
        else:
            forms = ("said", "wrote", "drew", "pointed", "signed")
            screen.change_manner(form=_after(forms, screen.manner.form))


def _next_source(screen: "Talk") -> None:
    source = _after(("said", "seen", "told", "read", "research"), screen.manner.source)
    screen.change_manner(source=source, from_="")
    if source == "told":
        screen.ask_words(say("source.who"), "", lambda who: screen.change_manner(from_=who))


def _after(names: tuple[str, ...], name: str) -> str:
    return names[(names.index(name) + 1) % len(names)]


class WhoSpeaks(Command):
    """Whose words the next answer is; at a line also a guess for somebody who is not there."""

    id = "speaker"
    keys = "f4"
    label = "whose words"

    def is_offered(self, screen: "Talk") -> bool:
        """Where somebody is known."""
        return screen.is_asking and bool(screen.people_here)

    def do(self, screen: "Talk") -> None:
        """Let one be picked."""
        people = dict(screen.people_here)
        if screen.asks.kind == "scale" and screen.asks.held_with not in WITH_SOMEBODY:
            people |= {f"?{key}": say("guess_for", who=name) for key, name in people.items()}
        screen.pick(say("speaker.title"), people, lambda key: _speak(screen, key))


def _speak(screen: "Talk", key: str) -> None:
    guessing = screen.asks.speaks or "" if key.startswith("?") else ""
    screen.change_manner(by=key.removeprefix("?"), guess_by=guessing)


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


class Way(Command):
    """A way that stands in the row under the box."""

    way: str
    before_family = True

    def is_offered(self, screen: "Talk") -> bool:
        """Where the question takes it and can be seen."""
        return not screen.is_covered and self.way in ways_of(screen.asks)

    def do(self, screen: "Talk") -> None:
        """Take it."""
        line: Line | None = reply_for_way(self.way)
        if line is not None:
            screen.say_later(line)


class TellMeAbout(Way):
    """Tell me about "…": mark a phrase of theirs and give it back."""

    id = "echo"
    keys = "ctrl+e"
    label = "tell me about …"
    way = "echo"

    def do(self, screen: "Talk") -> Any:
        """Let a phrase be marked."""
        return screen.mark_phrase()


class WhatElse(Way):
    """What else: put the question that asks for more."""

    id = "what_else"
    keys = "ctrl+o"
    label = "what else"
    way = "more"


class GoOn(Way):
    """Go on to the next question."""

    id = "go_on"
    keys = "ctrl+g"
    label = "go on"
    way = "on"


class DontKnow(Way):
    """I don't know: that is an answer, and no reason is asked."""

    id = "dont_know"
    label = "don't know"
    way = "pass.dont-know"


class RatherNot(Way):
    """I would rather not say: that is an answer, and no reason is asked."""

    id = "rather_not"
    label = "rather not"
    way = "pass.rather-not"


class Later(Way):
    """Not now: the question comes back once before the end."""

    id = "later"
    keys = "ctrl+l"
    label = "later"
    way = "pass.later"


class Break(Way):
    """A break, as long as you like."""

    id = "break"
    keys = "ctrl+r"
    label = "a break"
    way = "pass.break"


class FinishHere(Way):
    """Finish here for today; everything said is kept."""

    id = "finish_here"
    label = "finish here"
    way = "pass.finish-here"


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
    label = "finish"

    def is_offered(self, screen: "Talk") -> bool:
        """On a worker's page, until it is finished."""
        return screen.asks.held_with == "worker" and not screen.turn.is_finished

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
    Later, Break, FinishHere, TakeBack, DoAgain, PutRight, Aside, Saw, SomebodyNew, ShowMap, MakePapers,
    Finish, Home,
)  # fmt: skip
"""In the order they are shown."""
