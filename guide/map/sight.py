"""What can be seen at one moment of the way: answers of the steps before it, and the sheets they filled.

The walk goes over the record step by step and lets a `Sight` take in each visit.  Expressions look through
it, and at the end it is what the sheets show.  Unrevealed private values are not in it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.frozen import mutable
from guide.map.model import Entry, Rating
from guide.map.placing import Loop, Placing
from guide.words.voice import say

__all__ = ["Loop", "Nobody", "Sight"]


class Nobody(Mapping[str, Any]):
    """A role nobody has: false and empty in a condition, in a text the role's own word."""

    def __init__(self, word: str) -> None:
        """Hold the word, "the child"."""
        self._own = {"name": word}

    def __getitem__(self, key: str) -> Any:
        """Return the word as the name; nothing else is known of nobody."""
        return self._own[key]

    def __iter__(self) -> Iterator[str]:
        """Hold nothing."""
        return iter(())

    def __len__(self) -> int:
        """Count as none."""
        return 0


@mutable
class Sight(Placing):
    """What expressions may ask."""

    def name(self, name: str) -> Any:
        """Return the value of a name in an expression; None when it is not known (yet)."""
        if self.loop is not None and name == self.loop.name:
            return self.item(self.loop.item)
        if name in self.looped:
            own = self.looped[name]
            return own.get(self.loop.item) if self.loop and self._is_inside(name) else list(own.values())
        if name in self.names:
            return self.names[name]
        if name in self.flow.steps:
            return None
        return self._taken(name)

    def _is_inside(self, step: str) -> bool:
        """Whether the loop that is gone through is the one a step stands in."""
        return self.loop is not None and self.flow.steps[step].section == self.loop.section

    def _taken(self, name: str) -> Any:
        if name == "form":
            return self.record.form
        if name == "level":
            return {"id": self.record.level, **self.flow.levels.get(self.record.level, {})}
        people = self.record.of_roles((name,))
        if not people:
            return Nobody(say("nobody", self.record.lang, role=name.replace("_", " ")))
        if any(step.role == name and step.many for step in self.flow.people):
            return [self.person(one.id) for one in people]
        return self.person(people[0].id)

    def item(self, name: str) -> Mapping[str, Any] | None:
        """Return one item of a `for_each`: text, id, by."""
        held = self.record.entries.get(name) or self.record.ratings.get(name)
        if isinstance(held, Entry):
            return {"id": name, "text": held.text, "by": self.name_of(held.by)}
        if isinstance(held, Rating):
            return {"id": name, "text": f"{held.value:g}", "by": self.name_of(held.by), "value": held.value}
        if name in self.record.people:
            return self.person(name)
        panel = self.record.panels.get(name)
        return {"id": name, "text": " ".join(panel.text) if panel else name, "by": ""}

    def call(self, function: str, argument: str) -> Any:
        """Answer one of the listed functions of the expression language."""
        match function:
            case "entries":
                return [self.item(name) for name in self.held(argument)]
            case "ratings":
                return [self.item(one.id) for one in self.own_ratings(argument)]
            case "answered":
                return self._was_answered(argument)
            case "passed":
                return self._was_passed(argument)
            case "people":
                return [self.person(one.id) for one in self.record.of_roles((argument,))]
            case "named":
                return self._named(argument)
            case "lowest" | "highest" | "spread":
                return self._measure(function, argument)
        return None

    def _was_answered(self, step: str) -> bool:
        items = self.looped.get(step, {})
        if self.loop is not None and self._is_inside(step):
            return self.loop.item in items
        return step in self.names or bool(items)

    def _was_passed(self, step: str) -> bool:
        if self.loop is not None and self._is_inside(step):
            return (step, self.loop.item) in self.passes
        return any(name == step for name, _ in self.passes)

    def _named(self, role: str) -> list[Mapping[str, Any]]:
        speakers = self.record.of_roles((role,))
        names = dict.fromkeys(name for one in speakers for name in self.record.named.get(one.id, ()))
        return [self.person(name) for name in names]

    def _measure(self, function: str, area: str) -> float | None:
        values = [one.value for one in self.own_ratings(area)]
        if not values:
            return None
        low, high = min(values), max(values)
        return {"lowest": low, "highest": high, "spread": high - low}[function]
