"""What goes with an answer, and what can be done beside giving one."""

from typing import TYPE_CHECKING, Any

from guide.ui.commands.command import Command
from guide.ui.replying import Line, reply_for_way, ways_of
from guide.ui.says import say
from guide.ui.seen import WITH_SOMEBODY

if TYPE_CHECKING:
    from guide.ui.screens.conversation import ConversationScreen as Talk


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
