"""One line of the conversation as it is drawn: a question as it was put, or what somebody said."""

from collections.abc import Callable
from typing import Final, NamedTuple

from textual.content import Content

from guide.engine.turn import Said
from guide.ui.says import say
from guide.ui.widgets.words import MUTED, own

Name = Callable[[str | None], str]

EDITABLE: Final = frozenset({"said", "rated", "chose", "added"})
"""Lines whose words or value can be put right."""

_NOTES: Final = frozenset({
    "placed", "reviewed", "corrected", "removed", "moved", "joined", "handed", "revealed", "back", "redo",
    "finished", "split", "agreed", "look",
})  # fmt: skip
"""Lines that tell what was done; only on pages that are not a family's."""

_OWN_PAGE: Final = frozenset({"worker", "child"})
"""Who speaks on these pages is plain: their name stands only where something is to be said about how."""

_PAPER: Final = " on $surface"


class Look(NamedTuple):
    """How a line is drawn now; a tuple, because every line is looked up by it at every turn."""

    width: int
    is_gentle: bool = False
    """With a child or a family: air around the words."""
    is_tall: bool = True
    """Whether there is room for empty lines."""
    is_last: bool = False
    """The last thing somebody said: with a child or a family it stays large."""
    is_picked: bool = False
    """The arrow keys stand on it."""


def is_own(said: Said) -> bool:
    """Return whether somebody said this, so that it stands out."""
    if said.kind in _NOTES:
        return said.kind == "joined" and bool(said.answer)
    return said.kind not in {"guide", "aside", "urgent"}


def is_editable(said: Said) -> bool:
    """Return whether these words can be put right."""
    return said.kind in EDITABLE and bool(said.answer or said.entry) and not said.given


def draw_bubble(said: Said, name: Name, look: Look) -> Content:
    """Draw one line of the conversation; a person's words are never markup."""
    if said.kind == "guide":
        return _question(said, look)
    if not is_own(said):
        mark = Content.styled("▏ " if said.kind in {"aside", "urgent"} else "  ", MUTED)
        return _beside(Content("  ") + mark, _told(said, name).stylize_before(f"italic {MUTED}"), look.width)
    return _own(said, name, look)


def _question(said: Said, look: Look) -> Content:
    rows = own(said.text, MUTED).wrap(max(8, look.width - 2))
    return Content("\n").join([*([Content("")] if look.is_tall else []), *(row.rstrip() for row in rows)])


def _own(said: Said, name: Name, look: Look) -> Content:
    large = look.is_gentle and look.is_last
    bar = Content.styled("█ " if look.is_picked else "▌ ", f"$accent{_PAPER}")
    if look.is_gentle:
        bar = Content.assemble(bar, (" ", _PAPER.strip()))
    words = _told(said, name)
    words = words.stylize_before("bold" if large or look.is_picked else "").stylize_before(_PAPER.strip())
    rows = [row.rstrip() for row in words.wrap(max(8, look.width - 3 - bar.cell_length))]
    if large and look.is_tall:
        rows = [Content(""), *rows, Content("")]
    drawn = [Content("  ") + bar + _filled(row, look.width - 2 - bar.cell_length) for row in rows]
    return Content("\n").join([*([Content("")] if look.is_gentle and look.is_tall else []), *drawn])


def _filled(row: Content, width: int) -> Content:
    return Content.assemble(row, (" " * max(0, width - row.cell_length), _PAPER.strip()))


def _beside(head: Content, body: Content, width: int) -> Content:
    rows = body.wrap(max(8, width - head.cell_length))
    return Content("\n").join(head + row.rstrip() for row in rows)


def _told(said: Said, name: Name) -> Content:
    """Return a line as it is read: who said it and how where that is not plain, then the words."""
    who = name(said.by)
    if said.given:
        return own(say("given", who=who or say("somebody")), MUTED)
    how = _how(said)
    if said.held_with in _OWN_PAGE and not how:
        who = ""
    head = " · ".join(one for one in (who, how) if one)
    return Content.assemble((f"{head}\n", MUTED), _words(said)) if head else _words(said)


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
