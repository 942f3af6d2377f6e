"""What stands where on the sheets, and which answers are on the way: it grows as the walk goes."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Self

from guide.flow.evaluate import and_join
from guide.flow.model import Flow, Step
from guide.frozen import field, frozen, mutable
from guide.map.fold_story import dressed, is_on_the_way
from guide.map.model import Answer, Entry, Key, Panel, Person, Rating, Record, Visit


@frozen
class Loop:
    """The item a `for_each` or `again` stands at."""

    section: str
    name: str
    item: str


def is_hidden(flow: Flow, record: Record, key: Key) -> bool:
    """Whether what was given at a visit is private and not yet opened."""
    step = flow.steps.get(key.step)
    return step is not None and step.private and not record.visit(key).revealed


@mutable
class Placing:
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
    def before(cls, flow: Flow, record: Record) -> Self:
        """Return what is seen before the first step: only what was put by hand."""
        sight = cls(flow, record)
        for name in record.added:
            for area in record.entries[name].areas:
                sight.place(name, area)
        for name, moves in record.moved.items():
            if sight.can_be_seen(name):
                for area in {area.partition(".")[0]: area for _, area in moves}.values():
                    sight.place(name, area)
        for person in record.people.values():
            for area in person.areas:
                sight.place_person(person.id, area)
        return sight

    def copy(self, record: Record) -> Self:
        """Return a sight over `record` that can grow without changing this one."""
        return type(self)(
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
            if answer.passed:
                self._pass(step, key, answer)
            elif not hidden:
                self._place_answer(step, answer)
        for deed, placed in visit.placed:
            for entry, area in placed.items():
                if deed > self._moved_at(entry, area) and self._is_on_the_way(entry):
                    self.place(entry, area, by_hand=True)
        if not hidden:
            self._name(step, key, visit)

    def _pass(self, step: Step, key: Key, answer: Answer) -> None:
        if answer.passed != "later" and not answer.part:
            self.passes.add((step.id, key.item))

    def _place_answer(self, step: Step, answer: Answer) -> None:
        if step.kind == "people":
            for person in answer.value:
                for area in self._own_areas(step):
                    self.place_person(person, area)
            return
        held = self.record.entries.get(answer.entry) or self.record.ratings.get(answer.rating)
        for area in held.areas if held else ():
            self.place(answer.entry or answer.rating, area)

    def _own_areas(self, step: Step) -> Iterable[str]:
        return (area for area in step.into if self._holds_people(area))

    def _moved_at(self, held: str, area: str) -> int:
        """Return the deed of the last move by hand on the sheet of `area`."""
        moves = self.record.moved.get(held, ())
        return max((deed for deed, to in moves if to.partition(".")[0] == area.partition(".")[0]), default=-1)

    def _is_on_the_way(self, name: str) -> bool:
        """Whether an entry counts here: its answer is active, or it was put on a sheet by hand."""
        entry = self.record.entries.get(name)
        if entry is None or not self.can_be_seen(name):
            return False
        return not entry.answer or entry.answer in self.active or name in self.record.moved

    def can_be_seen(self, name: str) -> bool:
        """Whether an entry's words may be shown at all: not while they are private, nor once passed."""
        entry = self.record.entries.get(name)
        answer = self.record.answers.get(entry.answer) if entry else None
        return answer is None or not (answer.passed or is_hidden(self.flow, self.record, answer.key))

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

    def place_person(self, person: str, area: str) -> None:
        """Let a person stand in an area; a person may stand in several."""
        self.placed.setdefault(area, {})[person] = None

    def _name(self, step: Step, key: Key, visit: Visit) -> None:
        value = self._value(step, visit)
        if value is None:
            return
        if key.item:
            self.looped.setdefault(step.id, {})[key.item] = value
        else:
            self.names[step.id] = value

    def _value(self, step: Step, visit: Visit) -> Any:
        own = [self.record.answers[name] for name in visit.answers]
        values = [self._spoken(step, one) for one in own if not one.passed and not self._is_gone(one)]
        if not values:
            return None
        several = visit.put is not None or bool(step.more)
        return values if several else values[-1]

    def _is_gone(self, answer: Answer) -> bool:
        return (answer.entry or answer.rating or answer.panel) in self.record.removed

    def _spoken(self, step: Step, answer: Answer) -> Any:
        match step.kind:
            case "choose" if not step.many:
                return answer.value[0] if answer.value else None
            case "people":
                return [self.person(name) for name in answer.value]
            case "panel":
                return {"id": answer.panel, "text": " ".join(answer.value["text"])}
            case "sort" | "review":
                return True
            case _:
                return answer.value

    # What stands where

    def held(self, area: str) -> list[str]:
        """Return the entries, ratings or people in an area, in the order they came to be."""
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
        return [self.record.people[name] for name in self.held(area) if name in self.record.people]

    def standing(self, area: str) -> tuple[list[Entry], list[Rating], list[Person]]:
        """Return everything in an area: its entries, its ratings and its people, as asking for each would."""
        entries: list[Entry] = []
        ratings: list[Rating] = []
        people: list[Person] = []
        record = self.record
        for name in self.held(area):
            if (entry := record.entries.get(name)) is not None:
                entries.append(entry)
            elif (rating := record.ratings.get(name)) is not None:
                ratings.append(rating)
            elif (person := record.people.get(name)) is not None:
                people.append(person)
        return entries, ratings, people

    def panels(self) -> list[Panel]:
        """Return the story's panels on the way, in the order they are told, everybody as they look."""
        panels = (self.record.panels[name] for name in self.record.story)
        looks = self.record.looks
        return [dressed(one, looks) if looks else one for one in panels if self._is_told(one)]

    def told_at(self, step: str) -> list[Panel]:
        """Return the panels of one step, in the order they are told."""
        return [one for one in self.panels() if one.step == step]

    def _is_told(self, panel: Panel) -> bool:
        if panel.id in self.record.removed:
            return False
        return is_on_the_way(panel, self.active, self.record.answers)

    # Who

    def person(self, name: str) -> dict[str, Any]:
        """Return a person as plain data."""
        one = self.record.people[name]
        return {
            "id": one.id, "name": one.name, "text": one.name, "age": one.age, "as": one.role,
            "band": one.understanding, "by": one.id,
        }  # fmt: skip

    def name_of(self, person: str) -> str:
        """Return a person's name, or nothing."""
        known = self.record.people.get(person)
        return known.name if known else ""

    def names_of(self, people: Iterable[str]) -> str:
        """Return several people's names as words."""
        return and_join([self.name_of(one) for one in people])


@lru_cache(maxsize=1 << 14)  # asked for every entry of an area at every turn
def _number(name: str) -> tuple[str, int]:
    return (name[:1], int(name[1:])) if name[1:].isdigit() else (name, 0)
