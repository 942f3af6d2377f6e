"""What things of one session are called in another that repeats it: used-up ids are not given out again."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from guide.frozen import field, fields, mutable
from guide.log import events as ev

Json = Any
What = ev.What

_ONE: Final = frozenset({
    "person", "by", "typed_by", "guessed_by", "from_", "answer", "entry", "rating", "panel", "item",
    "target", "urgent", "viewer", "before", "after", "split_from",
})  # fmt: skip
"""Fields that hold one id."""

_SEVERAL: Final = frozenset({"entries", "people", "read"})
"""Fields that hold a list of ids."""

_NEW: Final = ("person", "answer", "entry", "rating", "panel", "urgent")
"""Fields in which an event gives out an id, the first time it stands there."""


@mutable
class Called:
    """Old ids to new ones."""

    ids: dict[str, str] = field(default_factory=dict)

    def one(self, name: Json) -> Json:
        """Return what an id is called now; anything else as it is."""
        if not isinstance(name, str):
            return name
        panel, dot, sentence = name.partition(".")
        return self.ids.get(panel, panel) + dot + sentence

    def pair(self, old: What, new: What) -> None:
        """Remember the ids two events gave out for the same thing."""
        for name in _NEW:
            before, after = getattr(old, name, ""), getattr(new, name, "")
            if before and after:
                self.ids.setdefault(before, after)

    def told(self, what: What) -> dict[str, Json]:
        """Return an event's fields as the other session would tell them."""
        own = {one.name: self._field(what, one.name) for one in fields(what)}
        return {"kind of event": type(what).__name__, **own}

    def _field(self, what: What, name: str) -> Json:
        value = getattr(what, name)
        if name in _ONE:
            return self.one(value)
        if name in _SEVERAL:
            return [self.one(one) for one in value]
        match name:
            case "placed":
                return self._keyed(value, lambda area: area)
            case "share" | "dispute":
                return self._keyed(value, lambda own: self._keyed(own, lambda one: one))
            case "agree":
                return self._keyed(value, lambda own: [self.one(one) for one in own])
            case "value":
                return self.value(what, value)
        return value

    def value(self, what: What, value: Json) -> Json:
        """Return an answer's value: where it lists people or tells what a picture is of, it holds ids."""
        if isinstance(value, list | tuple) and _lists_people(what):
            return [self.one(one) for one in value]
        if isinstance(value, Mapping) and "from" in value:
            return {**value, "from": [self.one(one) for one in value["from"]]}
        return value

    def _keyed(self, value: Mapping[str, Json], inner: Callable[[Json], Json]) -> dict[str, Json]:
        return {self.one(key): inner(one) for key, one in value.items()}


def _lists_people(what: What) -> bool:
    """Whether a list in this event is one of people; choices are keys and stay as they are."""
    if isinstance(what, ev.Answered):
        return what.kind == "people"
    return isinstance(what, ev.Corrected) and what.target.startswith("a")


def is_same(old: Iterable[What], new: Iterable[What], called: Called, *, roughly: bool = False) -> bool:
    """Whether two lists of events tell the same; ids given out in them are paired on the way, for good.

    `roughly` leaves out at which question something urgent came up: undo may have removed that question.
    """
    before, after = list(old), list(new)
    if [type(one) for one in before] != [type(one) for one in after]:
        return False
    trial = Called(dict(called.ids))
    for one, other in zip(before, after, strict=True):
        trial.pair(one, other)
    unchanged = Called()
    for one, other in zip(before, after, strict=True):
        told, again = trial.told(one), unchanged.told(other)
        if roughly and isinstance(one, ev.Urged):
            told |= {name: again[name] for name in ("step", "asked", "by")}
        if told != again:
            return False
    called.ids = trial.ids
    return True
