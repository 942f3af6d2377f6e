"""Turns what was typed or picked into the reply that answers what is asked; it knows shapes, never rules."""

from collections.abc import Mapping
from typing import Any, Final

from guide.engine.turn import Asks
from guide.flow.model import Step
from guide.frozen import frozen, replace
from guide.ui.says import say
from guide.ui.seen import WITH_SOMEBODY

Line = dict[str, Any]

_PLAIN_WORDS: Final = frozenset({"more", "echo", "quiet", "reason", "part"})
_VALUES: Final = frozenset(
    {"say", "rate", "choose", "number", "date", "people", "sort", "parts", "panel", "ok", "correct"}
)
"""Replies that hold an answer, and so may say how it came."""

_OWN_BY: Final = frozenset({"by", "next", "more", "echo", "back"})
"""Replies that say themselves whose they are, or are nobody's."""


def reply_to(asks: Asks, step: Step | None, text: str) -> Line | None:
    """Return the reply that this text is; None where an empty box says nothing."""
    if not text.strip():
        return _empty(asks)
    text = asks.in_full(text.strip()) if asks.kind == "ask" else text
    if asks.mode == "sentence":
        same = bool(asks.items) and text.strip() == asks.items[0].text.strip()
        return {"ok": True} if same else {"say": text}
    if asks.mode in _PLAIN_WORDS:
        return {"say": text}
    return value_of(asks, step, text)


def value_of(asks: Asks, step: Step | None, text: str) -> Line:
    """Return a text as a value of the step's kind; what is no number goes as it is, to be refused kindly."""
    match asks.kind:
        case "number":
            return {"number": number_of(text)}
        case "scale":
            return {"rate": number_of(text)}
        case "date":
            return {"date": text.strip()}
        case "choose":
            return {"choose": [_option(asks, one.strip()) for one in text.split(",") if one.strip()]}
        case "people":
            from guide.ui.people_line import people_of

            return {
                "people": [one.as_json() for one in people_of(text, asks.roles, step.role if step else "")]
            }
        case _:
            return {"say": text}


def number_of(text: str) -> float | int | str:
    """Return the number a text is, else the text."""
    typed = text.strip().replace(",", ".")
    try:
        value = float(typed)
    except ValueError:
        return text.strip()
    return int(value) if value.is_integer() else value


def _option(asks: Asks, typed: str) -> str:
    return next((key for key, text in asks.options.items() if text.casefold() == typed.casefold()), typed)


def _empty(asks: Asks) -> Line | None:
    """An empty Enter goes on where nothing has to be said; with a child or a family only a key does."""
    if asks.mode == "more" and asks.held_with not in WITH_SOMEBODY:
        return {"more": False}
    if {"next": True} in asks.accepts:
        return {"next": True}
    return None


def ways_of(asks: Asks, *, urgent: bool = False) -> dict[str, str]:
    """Return what can be done beside answering, key to label, in the order it is shown.

    `urgent` offers *something urgent* as one more, quietly.
    """
    ways: dict[str, str] = {}
    if any("echo" in one for one in asks.accepts):
        ways["echo"] = say("way.echo")
    for wish, name in ((True, "more"), (False, "on")):
        if {"more": wish} in [_bare(one) for one in asks.accepts]:
            ways[name] = say(f"way.{name}")
    if {"next": True} in asks.accepts and asks.optional:
        ways["next"] = say("way.next")
    for one in asks.accepts:
        if "pass" in one:
            ways[f"pass.{one['pass']}"] = say(f"pass.{one['pass']}")
    if urgent:
        ways["urgent"] = say("way.urgent")
    return ways


def _bare(line: Mapping[str, Any]) -> Line:
    return {key: value for key, value in line.items() if key != "by"}


def reply_for_way(way: str) -> Line | None:
    """Return the reply that a way means; None for *tell me about*, which needs a phrase first."""
    if way.startswith("pass."):
        return {"pass": way.removeprefix("pass.")}
    return {"more": {"more": True}, "on": {"more": False}, "next": {"next": True}}.get(way)


@frozen
class Manner:
    """How the next answer comes: who says it, how, and how it was really asked."""

    by: str = ""
    """The person chosen by a key; empty for whoever is usual."""
    guess_by: str = ""
    """Whose guess it is."""
    asked: str = ""
    """The question as it was put differently."""
    form: str = "said"
    source: str = "said"
    from_: str = ""

    def upon(self, line: Line, asks: Asks) -> Line:
        """Return the reply with how it came."""
        own: Line = {}
        by = self.by or (asks.by[0].id if asks.by and not asks.who else asks.who)
        if by and not _OWN_BY & line.keys():
            own["by"] = by
        if _VALUES & line.keys():
            own.update(self._how(line))
        return {**line, **own}

    def _how(self, line: Line) -> Line:
        named = {
            "asked": self.asked,
            "guessed_by": self.guess_by if "rate" in line else "",
            "from": self.from_,
        }
        own: Line = {key: value for key, value in named.items() if value}
        if self.form != "said" and not (self.form == "wrote" and "choose" in line):
            own["form"] = self.form
        if self.source != "said":
            own["source"] = self.source
        return own

    def after(self, asks: Asks) -> "Manner":
        """Return how the answer after this comes: who speaks stays while everybody may, the rest is new."""
        return replace(
            Manner(), by="" if asks.by else self.by, form=self.form if asks.held_with == "child" else "said"
        )
