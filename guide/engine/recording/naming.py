"""Names things in a line as a person writing a talk by hand would: people by name, things by their number."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from guide.engine.recording.called import Called
from guide.engine.turn import Asks, Item
from guide.engine.walk import Walk
from guide.frozen import frozen
from guide.log import events as ev
from guide.log.replies import Place

Json = Any
Keys = dict[str, Json]


@frozen
class Naming:
    """Where the repeated conversation stands, and what things are called in it."""

    walked: Walk
    asks: Asks
    called: Called

    def person(self, old: str | None) -> str:
        """Return the name of somebody, or the id where the name alone would not do."""
        name = self.called.one(old or "")
        people = self.walked.record.people
        if name not in people:
            return str(name)
        own = people[name].name
        same = sum(one.name.casefold() == own.casefold() for one in people.values())
        return own if same == 1 and own not in people else str(name)

    def thing(self, old: str, items: Sequence[Item] | None = None) -> str | int:
        """Return the number of an entry among what is before everybody's eyes, from 1; else its id."""
        name = self.called.one(old)
        among = [one.id for one in (self.asks.items if items is None else items)]
        return among.index(name) + 1 if name in among else str(name)

    def of(self, what: Place) -> int | None:
        """Return which item of a repeated section an event belongs to, from 1."""
        if not what.item:
            return None
        step = self.walked.flow.steps.get(what.step)
        items = list(self.walked.items.get(step.section, ())) if step else []
        item = self.called.one(what.item)
        return items.index(item) + 1 if item in items else None

    def by(self, old: str | None) -> Keys:
        """Return who said it, as a key; nothing for nobody in particular."""
        return {"by": self.person(old)} if old else {}

    def people(self, happened: Iterable[ev.What]) -> list[Keys]:
        """Return everybody who became known or of whom something became known, as a line tells them."""
        return [
            joined(one) if isinstance(one, ev.Joined) else self._described(one)
            for one in happened
            if isinstance(one, ev.Joined | ev.Described)
        ]

    def _described(self, what: ev.Described) -> Keys:
        changed = {"name": what.name, "as": what.role, "age": what.age, "band": what.band, "left": what.left}
        return {
            "id": self.person(what.person),
            **{key: value for key, value in changed.items() if value is not None},
        }

    def about(self, what: ev.Answered | ev.Added) -> Keys:
        """Return what a line tells beside the answer itself, where it is not the usual."""
        found: Keys = {}
        if what.form not in _usual_forms(what):
            found["form"] = what.form
        if what.typed_by:
            found["typed_by"] = self.person(what.typed_by)
        if what.source != "said":
            found["source"] = what.source
        if what.from_ is not None:
            found["from"] = self.person(what.from_)
        if what.about is not None:
            found["about"] = what.about
        if isinstance(what, ev.Answered) and what.guessed_by:
            found["guessed_by"] = self.person(what.guessed_by)
        return found


def joined(what: ev.Joined) -> Keys:
    """Return somebody new as a line tells them."""
    own = {"name": what.name, "as": what.role, "age": what.age, "band": what.band}
    return {key: value for key, value in own.items() if value not in (None, "")}


def _usual_forms(what: ev.Answered | ev.Added) -> tuple[str, ...]:
    if isinstance(what, ev.Added):
        return ("said",)
    match what.kind:
        case "compose":
            return ("said", "composed")
        case "choose":
            return ("said", "picked") if what.entry else ("said",)
        case "timer":
            return ("wrote",)
        case _:
            return ("said",)


def one_or_all(values: Sequence[Json]) -> Json:
    """Return the only value, or all of them."""
    return values[0] if len(values) == 1 else list(values)


def without_nothing(keys: Mapping[str, Json]) -> Keys:
    """Return the keys that hold something."""
    return {key: value for key, value in keys.items() if value not in (None, "", {}, [])}
