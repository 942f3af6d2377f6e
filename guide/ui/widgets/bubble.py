"""One line of the conversation: a question as it was put, or what somebody said."""

from collections.abc import Callable
from typing import Final

from textual.content import Content
from textual.widgets import Static

from guide.engine.turn import Said
from guide.ui.says import say
from guide.ui.widgets.words import MUTED, own

EDITABLE: Final = frozenset({"said", "rated", "chose", "added"})
"""Lines whose words or value can be put right."""

_NOTES: Final = frozenset(
    {
        "placed",
        "reviewed",
        "corrected",
        "removed",
        "moved",
        "joined",
        "handed",
        "revealed",
        "back",
        "redo",
        "finished",
    }
)
"""Lines that tell what was done; only on pages that are not a family's."""


_OWN_PAGE: Final = frozenset({"worker", "child"})
"""Who speaks on these pages is plain: their name stands only where something is to be said about how."""


class Bubble(Static):
    """One line; a person's words are never markup."""

    DEFAULT_CSS = """
    Bubble { width: 1fr; height: auto; }
    Bubble.-guide { color: $text-muted; padding: 1 2 0 0; }
    Bubble.-own { margin: 0 0 0 2; padding: 0 1; border-left: outer $accent; background: $surface; }
    Bubble.-note { color: $text-muted; text-style: italic; margin: 0 0 0 2; }
    Bubble.-aside { color: $text-muted; margin: 0 0 0 2; padding: 0 1; border-left: outer $border-blurred; }
    Bubble.-picked { border-left: thick $accent; text-style: bold; }
    """

    def __init__(self, said: Said, name: Callable[[str | None], str]) -> None:
        super().__init__(content_of(said, name), classes=f"-{look_of(said)}")
        self.said = said

    @property
    def is_editable(self) -> bool:
        """Whether these words can be put right."""
        return (
            self.said.kind in EDITABLE and bool(self.said.answer or self.said.entry) and not self.said.given
        )


def look_of(said: Said) -> str:
    """Return how a line looks: guide, own, note or aside."""
    if said.kind == "guide":
        return "guide"
    if said.kind in _NOTES:
        return "note"
    return "aside" if said.kind in {"aside", "urgent"} else "own"


def content_of(said: Said, name: Callable[[str | None], str]) -> Content:
    """Return a line as it is read: who said it, how, and the words."""
    if said.kind == "guide":
        return own(said.text)
    who = name(said.by)
    if said.given:
        return own(say("given", who=who or say("somebody")), MUTED)
    if said.held_with in _OWN_PAGE and not _how(said):
        who = ""
    head = " · ".join(one for one in (who, _how(said)) if one)
    body = _words(said)
    return Content.assemble((f"{head}\n" if head else "", MUTED), body) if head else body


def _how(said: Said) -> str:
    if said.kind in {"aside", "urgent"}:
        return say(f"kind.{said.kind}")
    return say(f"form.{said.form}") if said.form not in {"said", ""} else ""


def _words(said: Said) -> Content:
    match said.kind:
        case "passed":
            return own(say(f"pass.{said.text}"), "italic")
        case "placed":
            return own(say("kind.placed", where=said.text))
        case "joined" if not said.answer:
            return own(say("kind.joined", who=said.text))
        case kind if kind in _NOTES and kind != "joined":
            return own(say(f"kind.{kind}"))
        case _:
            return own(said.text)
