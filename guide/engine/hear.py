"""Hears one reply: a line of plain data into what happened, or one sentence why not."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.engine import hear_any, hear_answer
from guide.engine.asks import asks_of
from guide.engine.cleaning import cleaned
from guide.engine.listening import Listening
from guide.engine.walk import Walk
from guide.errors import Refused
from guide.log import events as ev
from guide.words.voice import say

Json = Any
Hearer = Callable[[Listening], list[ev.What]]

ANY_TURN: Final[Mapping[str, Hearer]] = {
    "back": hear_any.back,
    "redo": hear_any.redo,
    "correct": hear_any.correct,
    "remove": hear_any.remove,
    "move": hear_any.move,
    "add": hear_any.add,
    "aside": hear_any.aside,
    "named": hear_any.named,
    "clear": hear_any.clear,
    "urgent": hear_any.urgent,
    "finish": hear_any.finish,
}
"""Legal at any turn, looked for in this order."""

HERE: Final[Mapping[str, Hearer]] = {
    "next": hear_answer.go_on,
    "pass": hear_answer.pass_by,
    "echo": hear_answer.echo,
    "more": hear_answer.more,
    "rate": hear_answer.rate,
    "choose": hear_answer.choose,
    "number": hear_answer.number,
    "date": hear_answer.date,
    "people": hear_answer.people,
    "sort": hear_answer.sort,
    "panel": hear_answer.panel,
    "parts": hear_answer.parts,
    "ok": hear_answer.agreed,
    "say": hear_answer.spoken,
}
"""Answers to what is asked now."""


def hear(walked: Walk, line: Json) -> list[ev.What]:
    """Return what `line` makes happen at this turn.

    Raises Refused with one sentence when the line is not legal here; nothing has happened then.
    """
    if not isinstance(line, Mapping):
        raise Refused(say("refused.not_json", walked.record.lang))
    asks = asks_of(walked)
    listening = Listening(walked, asks, cleaned(line))
    for key, hearer in {**ANY_TURN, **HERE}.items():
        if key in line:
            return hearer(listening)
    raise listening.refused("nothing_known", shapes=listening.shapes())
