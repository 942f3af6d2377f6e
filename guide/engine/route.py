"""Goes from state to state through a flow's sections, loops and steps, taking in what was said at each.

A step is visited once (once per item of a loop), so a route always ends.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from guide.engine.machine import END, Ways, after, before
from guide.engine.standing import Standing, standing_at
from guide.flow.evaluate import holds, value_of
from guide.flow.model import Flow, Section, Step
from guide.frozen import field, mutable
from guide.map.model import Key, Record, Visit
from guide.map.sight import Loop, Sight


@lru_cache(maxsize=8)
def ways_of(flow: Flow) -> Ways:
    """Return the flow's state machine, built once a flow."""
    return Ways(flow)


@mutable
class Route(ABC):
    """How far a walk has come; what to do at a question that stands is left to the walk."""

    flow: Flow
    record: Record
    sight: Sight
    state: str
    visited: set[Key] = field(default_factory=set)
    path: list[Key] = field(default_factory=list)
    """Visits on the way, in order."""
    opened: dict[str, bool] = field(default_factory=dict)
    """Section to whether its `when` held on arriving."""
    items: dict[str, list[str]] = field(default_factory=dict)
    loop: Loop | None = None
    """The loop gone through now; the sight may look from another one while a question comes back."""
    laters: list[Key] = field(default_factory=list)
    """Visits somebody put off."""
    ending: bool = False
    finished_here: bool = False

    @abstractmethod
    def stop(self, step: Step, standing: Standing) -> None:
        """Arrive at a question that waits for a reply."""

    @property
    def ways(self) -> Ways:
        """The flow's state machine."""
        return ways_of(self.flow)

    def section_at(self, state: str) -> Section:
        """Return the section that a state stands before or after."""
        return self.flow.section_of[state[1:]]

    # Sections and loops

    def open(self, section: Section) -> None:
        """Arrive before a section: its `when` is worked out once, its list once."""
        self.leave_loop()
        if not self._is_open(section):
            self._leave(section)
        elif section.for_each is not None or section.again is not None:
            self._enter_item(section, 0)
        else:
            self.state = self.ways.on_from(self.state, self.sight)

    def _is_open(self, section: Section) -> bool:
        if section.id not in self.opened:
            self.opened[section.id] = holds(section.when, self.sight)
            if section.for_each is not None:
                over = value_of(section.for_each.over, self.sight)
                self.items[section.id] = _ids_of(over)
            elif section.again is not None:
                self.items[section.id] = ["i1"]
        return self.opened[section.id]

    def _enter_item(self, section: Section, at: int) -> None:
        items = self.items[section.id]
        if at >= len(items):
            self._leave(section)
            return
        self.loop = self.sight.loop = _loop(section, items[at])
        self.state = self.ways.on_from(before(section.id), self.sight)

    def close(self, section: Section) -> None:
        """Arrive after a section's last step: the next item, one more time, or on."""
        if self.loop is None or self.loop.section != section.id:
            self._leave(section)
            return
        items = self.items[section.id]
        at = items.index(self.loop.item)
        if section.again is not None and at == len(items) - 1:
            self._ask_again(section, section.again)
        else:
            self._enter_item(section, at + 1)

    def _ask_again(self, section: Section, step: Step) -> None:
        key = self.key_of(step)
        if key not in self.visited:
            standing = standing_at(self.flow, self.record, step, key)
            if standing is not None:
                self.stop(step, standing)
                return
            self._take(step, key, self.record.visit(key))
            if self.record.visit(key).finished_here:
                return
        if self.sight.looped.get(step.id, {}).get(key.item) == "yes":
            self.items[section.id].append(f"i{len(self.items[section.id]) + 1}")
            self._enter_item(section, len(self.items[section.id]) - 1)
        else:
            self._leave(section)

    def _leave(self, section: Section) -> None:
        self.leave_loop()
        if self.ending and section.id == self.flow.after:
            self.state = END
        else:
            self.state = self.ways.past(after(section.id), self.sight)

    def leave_loop(self) -> None:
        """Stand in no loop any more."""
        self.loop = self.sight.loop = None

    def look_from(self, step: Step, key: Key) -> None:
        """Let the sight look from where a step stood, though the route has come further."""
        section = self.flow.section_of.get(step.section)
        self.sight.loop = _loop(section, key.item) if section is not None and key.item else None

    # Steps

    def key_of(self, step: Step) -> Key:
        """Return the visit of a step at this place on the way."""
        return Key(step.id, self.loop.item if self.loop is not None else "")

    def arrive(self, step: Step) -> None:
        """Arrive at a step: pass it over, take it in, or stop there."""
        if not self._is_inside(step):
            return
        key = self.key_of(step)
        if key in self.visited or not holds(step.when, self.sight) or self._has_nothing(step, key):
            self.state = self.ways.past(self.state, self.sight)
            return
        standing = standing_at(self.flow, self.record, step, key)
        if standing is None:
            self._settle(step, key)
        else:
            self.stop(step, standing)

    def _is_inside(self, step: Step) -> bool:
        """Leave a loop that a way led out of; a section arrived at in its middle is opened too."""
        if self.loop is not None and self.loop.section != step.section:
            self.leave_loop()
        section = self.flow.section_of.get(step.section)
        if section is None or self._is_open(section):
            return True
        self._leave(section)
        return False

    def _has_nothing(self, step: Step, key: Key) -> bool:
        """Whether there is nobody to ask, nothing to sort or nothing to read back here."""
        visit = self.record.visit(key)
        if step.by and step.asks:
            return visit.put == ()
        if visit.answers:
            return False
        if step.kind == "sort":
            return not self.sight.held(step.sorts)
        return step.kind == "review" and not any(
            self.sight.held(place) or self.sight.told_at(place) for place in step.reads
        )

    def _settle(self, step: Step, key: Key) -> None:
        visit = self.record.visit(key)
        self._take(step, key, visit)
        if visit.finished_here:
            return
        if key in self.laters and not step.by:
            self.state = self.ways.past(self.state, self.sight)
        else:
            self.state = self.ways.on_from(self.state, self.sight)

    def _take(self, step: Step, key: Key, visit: Visit) -> None:
        self.take(step, key)
        if any(voice.passed == "later" for voice in visit.voices.values()):
            self.laters.append(key)
        if visit.finished_here:
            self.finished_here = True
            self.state = END
            self.leave_loop()

    def take(self, step: Step, key: Key) -> None:
        """Take one visit in: it was on the way."""
        self.visited.add(key)
        self.path.append(key)
        self.sight.take_in(step, key, self.record.visit(key))


def _ids_of(over: Any) -> list[str]:
    """Return the ids of what a list goes over; a single thing is a list of one."""
    several = [over] if isinstance(over, Mapping) else over if isinstance(over, list) else []
    ids = [one["id"] for one in several if isinstance(one, Mapping) and one.get("id")]
    return list(dict.fromkeys(ids))


def _loop(section: Section, item: str) -> Loop:
    return Loop(section.id, section.for_each.name if section.for_each else "", item)
