"""A record while it is being written: what the fold changes before it is frozen again."""

from typing import Any, Self

from guide.frozen import field, mutable, replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.deeds import Deed
from guide.map.model import EMPTY_VISIT, EMPTY_VOICE, Key, Record, Visit, Voice


@mutable
class Ledger:
    """Mutable for the length of one fold; dictionaries are copied the first time they are written."""

    base: Record
    dicts: dict[str, dict[Any, Any]] = field(default_factory=dict)
    plain: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)

    @classmethod
    def after(cls, record: Record) -> Self:
        """Return a ledger that goes on from a record."""
        return cls(record, deeds=list(record.deeds))

    def of(self, name: str) -> dict[Any, Any]:
        """Return one of the record's dictionaries, free to be written."""
        if name not in self.dicts:
            self.dicts[name] = dict(getattr(self.base, name))
        return self.dicts[name]

    def get(self, name: str) -> Any:
        """Return one of the record's plain fields as it stands now."""
        return self.plain[name] if name in self.plain else getattr(self.base, name)

    def set(self, name: str, value: object) -> None:
        """Change one of the record's plain fields."""
        self.plain[name] = value

    def count(self, kind: str, name: str) -> None:
        """Remember the highest number given out, so that no id is ever used again."""
        number = name[1:]
        if number.isdecimal():
            self.counts[kind] = max(self.counts.get(kind, 0), int(number))

    # Visits

    def visit(self, place: ev.Place) -> tuple[Key, Visit]:
        """Return the visit something happened at."""
        key = Key(place.step, place.item, place.returned)
        return key, self.of("visits").get(key, EMPTY_VISIT)

    def change_visit(self, place: ev.Place, **changes: Any) -> None:
        """Change a visit."""
        key, visit = self.visit(place)
        self.of("visits")[key] = replace(visit, **changes)

    def answer_at(self, place: ev.Place, answer: str, at: str, **changes: Any) -> None:
        """Let an answer stand at a visit; one that stood there before keeps its place."""
        _, visit = self.visit(place)
        answers = visit.answers if answer in visit.answers else (*visit.answers, answer)
        self.change_visit(place, answers=answers, at=at, **changes)

    def heard(self, place: ev.Place, who: str) -> Voice:
        """Return one person's turns at a visit as they stand."""
        return self.visit(place)[1].voices.get(who, EMPTY_VOICE)

    def change_voice(self, place: ev.Place, who: str, at: str, **changes: Any) -> None:
        """Change one person's turns at a visit."""
        _, visit = self.visit(place)
        voice = replace(visit.voices.get(who, EMPTY_VOICE), **changes)
        self.change_visit(place, voices={**visit.voices, who: voice}, at=at)

    def spoke(self, place: ev.Place, who: str) -> None:
        """Remember who spoke last at a step."""
        if who:
            spoke = self.of("spoke")
            spoke.pop(place.step, None)
            spoke[place.step] = who

    def frozen(self, events: tuple[Event, ...]) -> Record:
        """Return the record as it stands now."""
        highest = {kind: max(getattr(self.base.counts, kind), new) for kind, new in self.counts.items()}
        counts = replace(self.base.counts, **highest)
        deeds = tuple(self.deeds)
        own: dict[str, Any] = {**self.dicts, **self.plain}
        return replace(self.base, **own, counts=counts, deeds=deeds, events=events)
