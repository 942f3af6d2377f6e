"""Reads a typed line into a reply: what it means depends on what is asked."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from guide.engine.turn import Asks, Turn
from guide.errors import GuideError
from guide.ui.people_line import people_of
from guide.words.voice import say

Json = Any

_BY: Final = re.compile(r"\s*([^:\n]{1,60}):\s+(.*)\Z", re.DOTALL)
_PASSES: Final = {
    "/dontknow": "dont-know", "/rathernot": "rather-not", "/later": "later", "/break": "break",
}  # fmt: skip


class Unclear(GuideError):
    """A line that cannot be read as an answer here; nothing was sent."""


def reply_from(line: str, turn: Turn) -> Mapping[str, Json]:
    """Return the reply a line means; raises Unclear with one sentence."""
    words = line.strip()
    if words.startswith("/"):
        return _command(words, turn.asks)
    by, words = _speaker(words, turn)
    if turn.asks.kind == "people" and words:
        usual = turn.step.role if turn.step else ""
        return {"people": [one.as_json() for one in people_of(line.strip(), turn.asks.roles, usual)]}
    reply = _answer(words, turn.asks)
    if "panel" in reply:
        reply = {"panel": _pictured(reply["panel"], turn)}
    return {**reply, "by": by} if by and "next" not in reply and "more" not in reply else reply


def _speaker(words: str, turn: Turn) -> tuple[str, str]:
    """Read "Dee: I see the good mornings" as Dee's words, when somebody here is called Dee."""
    found = _BY.match(words)
    if found is None:
        return "", words
    names = {one.name.casefold(): one.id for one in turn.record.people.values()}
    person = names.get(found[1].strip().casefold())
    return (person, found[2].strip()) if person else ("", words)


def _pictured(panel: Mapping[str, Json], turn: Turn) -> Mapping[str, Json]:
    """Return a panel with the picture its sentences suggest, of the people known here."""
    from guide.ui.pictured import suggested

    names = [one.name for one in turn.record.people.values() if not one.left]
    return {**panel, "picture": suggested(panel["text"], names, turn.record.lang)}


def _command(words: str, asks: Asks) -> Mapping[str, Json]:
    name, _, rest = words.partition(" ")
    name, rest = name.casefold(), rest.strip()
    if name in _PASSES:
        return {"pass": _PASSES[name]}
    if name in _COMMANDS:
        return _COMMANDS[name](rest, asks)
    raise Unclear(say("lines.unknown", name=name))


def _look(rest: str, _asks: Asks) -> Mapping[str, Json]:
    name, _, words = rest.partition(":")
    return {"look": {name.strip(): words.strip()}}


def _edit(rest: str, _asks: Asks) -> Mapping[str, Json]:
    target, _, words = rest.partition(" ")
    return {"correct": target, "say": words}


def _finish(asks: Asks) -> Mapping[str, Json]:
    """A child finishes here, and the helper's own last pages come; everybody else ends the conversation."""
    here = {"pass": "finish-here"}
    return here if here in asks.accepts else {"finish": True}


def _echo(rest: str, asks: Asks) -> Mapping[str, Json]:
    entry = next((item.id for item in reversed(asks.items) if rest in item.text), "")
    return {"echo": rest, **({"entry": entry} if entry else {})}


_COMMANDS: Final[Mapping[str, Callable[[str, Asks], Mapping[str, Json]]]] = {
    "/back": lambda _rest, _asks: {"back": True},
    "/redo": lambda _rest, _asks: {"redo": True},
    "/aside": lambda rest, _asks: {"aside": rest},
    "/seen": lambda rest, _asks: {"aside": rest, "seen": True},
    "/urgent": lambda rest, _asks: {"urgent": rest},
    "/end": lambda _rest, _asks: {"finish": True},
    "/finish": lambda _rest, asks: _finish(asks),
    "/named": lambda rest, _asks: {"named": rest},
    "/wrote": lambda rest, _asks: {"wrote": True, "by": rest},
    "/clock": lambda rest, _asks: {"clock": rest},
    "/more": lambda _rest, _asks: {"more": True},
    "/on": lambda _rest, _asks: {"more": False},
    "/edit": _edit,
    "/look": _look,
    "/echo": _echo,
    "/who": lambda rest, asks: {"people": [one.as_json() for one in people_of(rest, asks.roles)]},
    "/ok": lambda _rest, _asks: {"ok": True},
}


def _answer(words: str, asks: Asks) -> Mapping[str, Json]:
    if asks.kind in {"hand-over", "break"} or asks.mode == "next":
        if words:
            raise Unclear(say("lines.enter_only"))
        return {"next": True}
    if not words:
        return _nothing(asks)
    words = asks.in_full(words)
    if asks.mode in {"quiet", "more", "echo", "reason", "part", "sentence"}:
        return {"say": words}
    return _FIRST[asks.kind](words, asks)


def _nothing(asks: Asks) -> Mapping[str, Json]:
    """An empty line goes on where going on is meant."""
    if asks.quiet or asks.more or asks.mode == "reason":
        return {"more": False}
    if asks.mode == "sentence" or asks.kind == "review":
        return {"ok": True}
    if asks.kind == "sort":
        return {"sort": {}}
    return {"next": True}


def _choose(words: str, asks: Asks) -> Mapping[str, Json]:
    keys = list(asks.options)
    labels = {text.casefold(): key for key, text in asks.options.items()}
    chosen = []
    for one in re.split(r"[,\s]+", words) if asks.many or words.isdigit() else [words]:
        if one.isdigit() and 1 <= int(one) <= len(keys):
            chosen.append(keys[int(one) - 1])
        else:
            chosen.append(labels.get(one.casefold(), one))
    return {"choose": chosen}


def _rate(words: str, _asks: Asks) -> Mapping[str, Json]:
    number, _, rest = words.partition(" ")
    try:
        value = float(number.replace(",", "."))
    except ValueError:
        return {"rate": words}
    own: dict[str, Json] = {"rate": int(value) if value.is_integer() else value}
    return {**own, "because": rest.strip()} if rest.strip() else own


def _number(words: str, _asks: Asks) -> Mapping[str, Json]:
    try:
        value = float(words.replace(",", "."))
    except ValueError:
        return {"number": words}
    return {"number": int(value) if value.is_integer() else value}


def _sort(words: str, asks: Asks) -> Mapping[str, Json]:
    """Read "1a 2b": the first entry to place a, the second to b."""
    places = list(asks.places)
    wishes: dict[str, str] = {}
    for one in re.split(r"[,\s]+", words.casefold()):
        found = re.fullmatch(r"(\d+)([a-z])", one)
        at = ord(found[2]) - 97 if found else -1
        if found is None or not 0 <= at < len(places):
            raise Unclear(say("lines.sort"))
        wishes[found[1]] = places[at]
    return {"sort": wishes}


def _review(words: str, _asks: Asks) -> Mapping[str, Json]:
    if words.casefold() in {"ok", "yes", "y"}:
        return {"ok": True}
    raise Unclear(say("lines.review"))


_FIRST: Final[Mapping[str, Callable[[str, Asks], Mapping[str, Json]]]] = {
    "ask": lambda words, _asks: {"say": words},
    "compose": lambda words, _asks: {"say": words},
    "choose": _choose,
    "number": _number,
    "date": lambda words, _asks: {"date": words},
    "scale": _rate,
    "sort": _sort,
    "review": _review,
    "panel": lambda words, _asks: {"panel": {"text": words.split(" / "), "picture": {}}},
}
