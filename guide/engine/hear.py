"""Hears one reply: a line of plain data into what happened, or one sentence why not."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Final

from guide.engine import (
    hear_any,
    hear_clock,
    hear_correct,
    hear_next,
    hear_review,
    hear_story,
    hear_values,
    hear_words,
)
from guide.engine.asks import asks_of
from guide.engine.cleaning import Unspeakable, cleaned
from guide.engine.listening import Listening
from guide.engine.turn import Asks
from guide.engine.walk import Walk
from guide.errors import Refused
from guide.log import events as ev
from guide.words.voice import say

Json = Any
Hearer = Callable[[Listening], list[ev.What]]

ANY_TURN: Final[Mapping[str, Hearer]] = {
    "back": hear_any.back,
    "redo": hear_any.redo,
    "correct": hear_correct.correct,
    "remove": hear_any.remove,
    "move": hear_any.move,
    "add": hear_any.add,
    "split": hear_story.split,
    "aside": hear_any.aside,
    "named": hear_any.named,
    "clear": hear_any.clear,
    "urgent": hear_any.urgent,
    "finish": hear_any.finish,
    "clock": hear_clock.clock,
    "agree": hear_story.opinions,
    "dispute": hear_story.opinions,
    "look": hear_story.looks,
}
"""Legal at any turn."""

HERE: Final[Mapping[str, Hearer]] = {
    "next": hear_next.go_on,
    "pass": hear_next.pass_by,
    "echo": hear_words.echo,
    "more": hear_words.more,
    "rate": hear_values.rate,
    "choose": hear_values.choose,
    "number": hear_values.number,
    "date": hear_values.date,
    "people": hear_values.people,
    "sort": hear_values.sort,
    "panel": hear_values.panel,
    "parts": hear_words.parts,
    "ok": hear_review.agreed,
    "wrote": hear_clock.wrote,
    "say": hear_words.spoken,
}
"""Answers to what is asked now; people may be told of at any turn."""

_BESIDE: Final = frozenset({
    "at", "of", "item", "by", "asked", "form", "typed_by", "into", "source", "from", "about", "guessed_by",
    "because", "lower", "higher", "small_step", "entry", "share", "agree", "dispute", "seen", "why", "try",
    "before", "after",
})  # fmt: skip
"""Keys that tell more about an answer and are none by themselves."""

_OPINIONS: Final = ("agree", "dispute")
"""Who agrees and who does not stand beside what was read back; by themselves they are about the story."""

_HOLD_ANOTHER: Final = ("correct", "add")
"""What is put right, or put on a sheet, stands beside them under its own key."""


def hear(walked: Walk, line: Json, asks: Asks | None = None) -> list[ev.What]:
    """Return what `line` makes happen at this turn; `asks` is what is asked now, when that is known already.

    Raises Refused with one sentence when the line is not legal here; nothing has happened then.
    """
    lang = walked.record.lang
    if not isinstance(line, Mapping):
        raise Refused(say("refused.not_json", lang))
    try:
        listening = Listening(walked, asks or asks_of(walked), cleaned(line))
    except Unspeakable:
        raise Refused(say("refused.not_plain", lang)) from None
    return _hearer_of(listening)(listening)


def _hearer_of(heard: Listening) -> Hearer:
    """Return the one thing a line says; raises Refused for none, for two, and for a key nobody knows."""
    known = {**ANY_TURN, **HERE}
    unknown = next((key for key in heard.line if key not in known and key not in _BESIDE), None)
    if unknown is not None:
        near = get_close_matches(unknown[:80], [*known, *_BESIDE], 1)
        raise heard.refused("unknown_key", key=unknown, hint=f": did you mean “{near[0]}”?" if near else "")
    said = [key for key in known if key in heard.line]
    said = [key for key in said if key not in _OPINIONS] or said[:1]
    if not said:
        raise heard.refused("nothing_known", shapes=heard.shapes())
    if heard.line.get("try"):
        raise heard.refused("try")
    if said[0] in _HOLD_ANOTHER:
        said = said[:1]
    if len(said) > 1:
        raise heard.refused("two_things", one=said[0], other=said[1])
    if said[0] in HERE:
        _stands_where_it_says(heard)
    return known[said[0]]


def _stands_where_it_says(heard: Listening) -> None:
    there = heard.line.get("at")
    if there is not None and there != heard.asks.step:
        raise heard.refused("at", here=heard.asks.step or heard.asks.kind, there=there)
