"""What can be seen at one moment of the way: answers of the steps before it, and the sheets they filled.

The walk goes over the record step by step and lets a `Sight` take in each visit.  Expressions look through
it, and at the end it is what the sheets show.  Unrevealed private values are not in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guide.flow.evaluate import and_join
from guide.flow.model import Flow, Step
from guide.map.model import Answer, Entry, Key, Panel, Person, Rating, Record, Visit

Held = Entry | Rating


@dataclass(frozen=True, slots=True)
class Loop:
    """The item a `for_each` or `again` stands at."""

    section: str
    name: str
    item: str


@dataclass
class Sight:
    """Everything active up to here; copied before it is carried on, never shared while it grows."""

    flow: Flow
    record: Record
    names: dict[str, Any] = field(default_factory=dict)
    """Step to the value of its answer."""
    looped: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Step inside a loop to its value for each item, in the order the items were come to."""
    placed: dict[str, dict[str, None]] = field(default_factory=dict)
    """Area to what stands in it; a dictionary because it keeps order and forgets quickly."""
    active: dict[str, None] = field(default_factory=dict)
    """Answers that are on the way."""
    where: dict[tuple[str, str], str] = field(default_factory=dict)
    """(sheet, entry or rating) to the area it stands in."""
    passes: set[tuple[str, str]] = field(default_factory=set)
    """Step and item that were passed; *later* is not answered yet, and so no pass."""
    loop: Loop | None = None

    @classmethod
    def before(cls, flow: Flow, record: Record) -> "Sight":
        """Return what is seen before the first step: only what was put by hand."""
        sight = cls(flow, record)
        for name in record.added:
            for area in record.entries[name].areas:
                sight.place(name, area)
        for name, moves in record.moved.items():
            sight.place(name, moves[-1][1])
        return sight

    def copy(self, record: Record) -> "Sight":
        """Return a sight over `record` that can grow without changing this one."""
        return Sight(
            self.flow,
            record,
            dict(self.names),
            {step: dict(own) for step, own in self.looped.items()},
            {area: dict(own) for area, own in self.placed.items()},
            dict(self.active),
            dict(self.where),
            set(self.passes),
            self.loop,
        )

    # What a visit brings

    def take_in(self, step: Step, key: Key, visit: Visit) -> None:
        """Take in one visit: its answers become active, its entries stand on their sheets."""
        hidden = step.private and not visit.revealed
        for name in visit.answers:
            answer = self.record.answers[name]
            self.active[name] = None
            if hidden or answer.passed:
                continue
            self._place_answer(step, answer)
        for deed, placed in visit.placed:
            for entry, area in placed.items():
                if deed > self._moved_at(entry):
                    self.place(entry, area, by_hand=True)
        if not hidden:
            self._name(step, key, visit)
        if any(self._is_pass(self.record.answers[name]) for name in visit.answers):
            self.passes.add((step.id, key.item))

    def _is_pass(self, answer: Answer) -> bool:
        return bool(answer.passed) and answer.passed != "later" and not answer.part

    def _place_answer(self, step: Step, answer: Answer) -> None:
        if answer.part:
            return
        held = answer.entry or answer.rating
        for area in self._areas_of(held) or (step.into if held else ()):
            self.place(held, area)

    def _areas_of(self, held: str) -> tuple[str, ...]:
        one = self.record.entries.get(held) or self.record.ratings.get(held)
        return one.areas if one else ()

    def _moved_at(self, held: str) -> int:
        moves = self.record.moved.get(held)
        return moves[-1][0] if moves else -1

    def place(self, held: str, area: str, *, by_hand: bool = False) -> None:
        """Let an entry or rating stand in `area` and nowhere else on that sheet; a move by hand wins."""
        if held in self.record.removed:
            return
        sheet = area.partition(".")[0]
        moves = self.record.moved.get(held, ())
        own = [to for _, to in moves if to.partition(".")[0] == sheet]
        if own and not by_hand:
            area = own[-1]
        before = self.where.get((sheet, held))
        if before is not None:
            self.placed[before].pop(held, None)
        self.where[sheet, held] = area
        self.placed.setdefault(area, {})[held] = None

    def _name(self, step: Step, key: Key, visit: Visit) -> None:
        value = self._value(step, visit)
        if value is None:
            return
        if self.loop is not None and key.item and not key.returned:
            self.looped.setdefault(step.id, {})[key.item] = value
        elif not key.returned or not key.item:
            self.names[step.id] = value
        else:
            self.looped.setdefault(step.id, {})[key.item] = value

    def _value(self, step: Step, visit: Visit) -> Any:
        own = [self.record.answers[name] for name in visit.answers]
        values = [self._spoken(step, one) for one in own if not one.passed and not self._is_gone(one)]
        if not values:
            return None
        several = visit.put is not None or bool(step.more)
        return values if several else values[-1]

    def _is_gone(self, answer: Answer) -> bool:
        return (answer.entry or answer.rating) in self.record.removed or answer.kind in {"sort", "review"}

    def _spoken(self, step: Step, answer: Answer) -> Any:
        match step.kind:
            case "choose" if not step.many:
                return answer.value[0] if answer.value else None
            case "people":
                return [self.person(name) for name in answer.value]
            case _:
                return answer.value

    # What expressions may ask

    def name(self, name: str) -> Any:
        """Return the value of a name in an expression; None when it is not known (yet)."""
        if self.loop is not None and name == self.loop.name:
            return self.item(self.loop.item)
        if name in self.looped:
            own = self.looped[name]
            inside = self.loop is not None and self.flow.steps[name].section == self.loop.section
            return own.get(self.loop.item) if inside and self.loop else list(own.values())
        if name in self.names:
            return self.names[name]
        if name in self.flow.steps:
            return None
        return self._taken(name)

    def _taken(self, name: str) -> Any:
        if name == "form":
            return self.record.form
        if name == "level":
            return {"id": self.record.level, **self.flow.levels.get(self.record.level, {})}
        people = self.record.of_roles((name,))
        many = any(step.role == name and step.many for step in self.flow.people)
        if many:
            return [self.person(one.id) for one in people]
        if people:
            return self.person(people[0].id)
        return {"name": f"the {name.replace('_', ' ')}", "id": None, "age": None}

    def person(self, name: str) -> Mapping[str, Any]:
        """Return a person as plain data."""
        one = self.record.people[name]
        return {"id": one.id, "name": one.name, "text": one.name, "age": one.age, "as": one.role,
                "band": one.understanding, "by": one.id}  # fmt: skip

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

    def name_of(self, person: str) -> str:
        """Return a person's name, or nothing."""
        known = self.record.people.get(person)
        return known.name if known else ""

    def call(self, function: str, argument: str) -> Any:
        """Answer one of the listed functions of the expression language."""
        match function:
            case "entries":
                return [self.item(name) for name in self.held(argument)]
            case "ratings":
                return [self.item(one.id) for one in self.own_ratings(argument)]
            case "answered":
                return self._has(argument, self.names.get(argument), self.looped.get(argument))
            case "passed":
                return self._was_passed(argument)
            case "people":
                return [self.person(one.id) for one in self.record.of_roles((argument,))]
            case "named":
                return self._named(argument)
            case "lowest" | "highest" | "spread":
                return self._measure(function, argument)
        return None

    def _has(self, step: str, own: Any, looped: Mapping[str, Any] | None) -> bool:
        if self.loop is not None and looped is not None:
            inside = self.flow.steps[step].section == self.loop.section
            return self.loop.item in looped if inside else bool(looped)
        return own is not None or bool(looped)

    def _was_passed(self, step: str) -> bool:
        if self.loop is not None and self.flow.steps[step].section == self.loop.section:
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

    # What stands where

    def held(self, area: str) -> list[str]:
        """Return the entries, ratings or people in an area, in the order they came to be."""
        if self._holds_people(area):
            return [one.id for one in self.record.people.values() if area in one.areas]
        return sorted(self.placed.get(area, ()), key=_number)

    def _holds_people(self, area: str) -> bool:
        known = self.flow.areas.get(area)
        return known is not None and known.holds == "people"

    def entries(self, area: str) -> list[Entry]:
        """Return the entries standing in an area."""
        return [self.record.entries[name] for name in self.held(area) if name in self.record.entries]

    def ratings(self, area: str) -> list[Rating]:
        """Return the ratings standing on a line, guesses too."""
        return [self.record.ratings[name] for name in self.held(area) if name in self.record.ratings]

    def own_ratings(self, area: str) -> list[Rating]:
        """Return the ratings standing on a line without the guesses."""
        return [one for one in self.ratings(area) if one.guessed_by is None]

    def people(self, area: str) -> list[Person]:
        """Return the people standing in an area that holds people."""
        return [one for one in self.record.people.values() if area in one.areas]

    def panels(self) -> list[Panel]:
        """Return the story's panels on the way, in the order they were made."""
        return [
            one
            for one in self.record.panels.values()
            if one.id not in self.record.removed and (not one.answer or one.answer in self.active)
        ]

    def names_of(self, people: Iterable[str]) -> str:
        """Return several people's names as words."""
        return and_join([self.name_of(one) for one in people])


def _number(name: str) -> tuple[str, int]:
    return (name[:1], int(name[1:])) if name[1:].isdigit() else (name, 0)
