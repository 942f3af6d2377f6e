"""Walks a flow over the record's answers: where we are, what was on the way, and what can be seen there.

A walk visits a step once (once per item of a loop), so it always ends.  It can be carried on with what was
heard at the question that stands; a property test proves that equal to walking from the start.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Final

from guide.engine.machine import END, Ways, after, before
from guide.engine.standing import Standing, standing_at
from guide.flow.evaluate import holds, value_of
from guide.flow.model import Flow, Section, Step
from guide.log import events as ev
from guide.map.model import Key, Record, Visit
from guide.map.sight import Loop, Sight

_FORWARD: Final = (
    ev.Answered, ev.Passed, ev.WentOn, ev.MoreAsked, ev.Echoed, ev.Followed, ev.Closed, ev.Reasoned,
    ev.PartGiven, ev.Sorted, ev.Reviewed, ev.Put, ev.Paused, ev.Resumed, ev.Noted, ev.Urged,
    ev.UrgentTold, ev.Exported, ev.Finished, ev.Cleared,
)  # fmt: skip
"""After these alone, what lies before the question that stands is as it was."""


@lru_cache(maxsize=8)
def ways_of(flow: Flow) -> Ways:
    """Return the flow's state machine, built once a flow."""
    return Ways(flow)


@dataclass
class Walk:
    """One walk over a record, stopped at the question that stands or at the end."""

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
    item: str = ""
    laters: list[Key] = field(default_factory=list)
    came_back: set[Key] = field(default_factory=set)
    deferred: list[Key] = field(default_factory=list)
    """A worker's steps newly on the way while somebody else sits before the screen."""
    ending: bool = False
    finished_here: bool = False
    hunting: bool = False
    standing: Standing | None = None
    ended: bool = False

    # Moving

    def run(self) -> "Walk":
        """Go on until a question stands or the end is reached."""
        while self.standing is None and not self.ended:
            self._move()
        return self

    def _move(self) -> None:
        if self._returns_are_due() and self._come_back():
            return
        if self.state == END:
            self._end()
        elif self.state[0] == ">":
            self._open(self.flow.section_of[self.state[1:]])
        elif self.state[0] == "<":
            self._close(self.flow.section_of[self.state[1:]])
        else:
            self._arrive(self.flow.steps[self.state])

    @property
    def _on(self) -> Ways:
        return ways_of(self.flow)

    def _open(self, section: Section) -> None:
        """Arrive before a section: its `when` is worked out once, its list once."""
        self._leave_loop()
        if not self._is_open(section):
            self.state = after(section.id)
            self._leave(section)
        elif section.for_each is not None or section.again is not None:
            self._enter_item(section, 0)
        else:
            self.state = self._on.on_from(self.state, self.sight)

    def _is_open(self, section: Section) -> bool:
        if section.id not in self.opened:
            self.opened[section.id] = holds(section.when, self.sight)
            if section.for_each is not None:
                over = value_of(section.for_each.over, self.sight) or []
                ids = [one["id"] for one in over if isinstance(one, Mapping) and one.get("id")]
                self.items[section.id] = list(dict.fromkeys(ids))
            elif section.again is not None:
                self.items[section.id] = ["i1"]
        return self.opened[section.id]

    def _enter_item(self, section: Section, at: int) -> None:
        items = self.items[section.id]
        if at >= len(items):
            self.state = after(section.id)
            self._leave(section)
            return
        self.item = items[at]
        name = section.for_each.name if section.for_each else ""
        self.sight.loop = Loop(section.id, name, self.item)
        self.state = self._on.on_from(before(section.id), self.sight)

    def _close(self, section: Section) -> None:
        """Arrive after a section's last step: the next item, one more time, or on."""
        inside = self.sight.loop is not None and self.sight.loop.section == section.id
        if not inside:
            self._leave(section)
            return
        at = self.items[section.id].index(self.item)
        if section.again is not None and at == len(self.items[section.id]) - 1:
            self._ask_again(section, section.again)
        else:
            self._enter_item(section, at + 1)

    def _ask_again(self, section: Section, step: Step) -> None:
        key = Key(step.id, self.item)
        standing = standing_at(self.flow, self.record, step, key)
        if standing is not None:
            self._stop(step, standing)
            return
        if key not in self.visited:
            self._take(step, key, self.record.visit(key))
            if self.record.visit(key).finished_here:
                return
        if self.sight.looped.get(step.id, {}).get(self.item) == "yes":
            self.items[section.id].append(f"i{len(self.items[section.id]) + 1}")
            self._enter_item(section, len(self.items[section.id]) - 1)
        else:
            self._leave(section)

    def _leave(self, section: Section) -> None:
        self._leave_loop()
        if self.ending and section.id == self.flow.after:
            self.state = END
        else:
            self.state = self._on.past(after(section.id), self.sight)

    def _leave_loop(self) -> None:
        self.sight.loop = None
        self.item = ""

    # Steps

    def _arrive(self, step: Step) -> None:
        if not self._is_inside(step):
            return
        key = Key(step.id, self.item)
        if key in self.visited or not holds(step.when, self.sight) or self._has_nothing(step, key):
            self.state = self._on.past(self.state, self.sight)
            return
        standing = standing_at(self.flow, self.record, step, key)
        if standing is None:
            self._settle(step, key)
        else:
            self._stop(step, standing)

    def _is_inside(self, step: Step) -> bool:
        """Leave a loop that a way led out of; a section arrived at in its middle is opened too."""
        if self.sight.loop is not None and self.sight.loop.section != step.section:
            self._leave_loop()
        section = self.flow.section_of.get(step.section)
        if section is None or self._is_open(section):
            return True
        self.state = after(section.id)
        self._leave(section)
        return False

    def _has_nothing(self, step: Step, key: Key) -> bool:
        """Whether there is nobody to ask, nothing to sort or nothing to read back here."""
        visit = self.record.visit(key)
        if step.by:
            return visit.put == ()
        if visit.answers:
            return False
        if step.kind == "sort":
            return not self.sight.held(step.sorts)
        return step.kind == "review" and not any(self.sight.held(area) for area in step.reads)

    def _settle(self, step: Step, key: Key) -> None:
        self._take(step, key, self.record.visit(key))
        if self.record.visit(key).finished_here:
            return
        if key in self.laters and not step.by:
            self.state = self._on.past(self.state, self.sight)
        else:
            self.state = self._on.on_from(self.state, self.sight)

    def _take(self, step: Step, key: Key, visit: Visit) -> None:
        self.visited.add(key)
        self.path.append(key)
        self.hunting = False
        self.sight.take_in(step, key, visit)
        if any(voice.passed == "later" for voice in visit.voices.values()):
            self.laters.append(key)
        if visit.finished_here:
            self.finished_here = True
            self.state = END
            self._leave_loop()

    # Stopping

    def _stop(self, step: Step, standing: Standing) -> None:
        """Stop at a question, unless it is a worker's and somebody else sits there with more to do."""
        waits = self.flow.held_with(step) == "worker" and self.record.sits != "worker"
        if not waits:
            self._stand(standing)
        elif self.hunting:
            self._pass_by(standing.key)
        else:
            self._look_ahead(standing)

    def _stand(self, standing: Standing) -> None:
        self.standing = standing

    def _pass_by(self, key: Key) -> None:
        self.visited.add(key)
        self.deferred.append(key)
        again = self.flow.steps[key.step].again
        if again:
            self._leave(self.flow.section_of[self.flow.steps[key.step].section])
        else:
            self.state = self._on.past(self.state, self.sight)

    def _look_ahead(self, standing: Standing) -> None:
        """A worker's step newly on the way waits for the next worker's section or the end."""
        ahead = self.copy(self.record)
        ahead.hunting = True
        ahead._pass_by(standing.key)
        while ahead.hunting and ahead.standing is None and not ahead.ended:
            ahead._move()
        handed = ahead.standing is not None and ahead.standing.key[:2] == (self.record.handed_at or ())[:2]
        if ahead.hunting and not handed:
            self._stand_deferred(standing)
            return
        ahead.hunting = False
        self.__dict__.update(ahead.__dict__)

    def _stand_deferred(self, standing: Standing | None) -> None:
        """Let the first worker's step that had to wait stand, else the given one."""
        for key in self.deferred:
            step = self.flow.steps[key.step]
            waiting = standing_at(self.flow, self.record, step, key)
            if waiting is not None:
                self._loop_for(step, key)
                self.standing = waiting
                return
        self.standing = standing

    def _loop_for(self, step: Step, key: Key) -> None:
        section = self.flow.section_of.get(step.section)
        if section is not None and key.item:
            name = section.for_each.name if section.for_each else ""
            self.sight.loop = Loop(section.id, name, key.item)

    # Questions that were put off

    def _returns_are_due(self) -> bool:
        if not self.laters or self.hunting:
            return False
        return self.state in closing(self.flow)

    def _come_back(self) -> bool:
        """Bring back what was put off, in file order; True while something stands."""
        for key in sorted(self.laters, key=lambda one: self.flow.order[one.step]):
            if key in self.came_back or not self._may_return(self.flow.steps[key.step]):
                continue
            if self._return(self.flow.steps[key.step], key):
                return True
            self.came_back.add(key)
        return False

    def _may_return(self, step: Step) -> bool:
        """In a child's section it waits for another visit; after *finish here* only the worker is asked."""
        held_with = self.flow.held_with(step)
        return held_with != "child" and (held_with == "worker" or not self.finished_here)

    def _return(self, step: Step, key: Key) -> bool:
        back = Key(key.step, key.item, returned=True)
        if step.by and self.record.visit(back).put == ():
            return False
        loop = self.sight.loop
        self._loop_for(step, key)
        standing = standing_at(self.flow, self.record, step, back)
        if standing is not None:
            self.standing = standing
            return True
        self.visited.add(back)
        self.path.append(back)
        self.sight.take_in(step, back, self.record.visit(back))
        self.sight.loop = loop
        return False

    def _end(self) -> None:
        if self.flow.after and self.flow.after not in self.opened:
            self.ending = True
            self.state = before(self.flow.after)
            return
        if self.deferred and not self.hunting:
            self._stand_deferred(None)
        self.ended = self.standing is None

    # Carrying on

    def copy(self, record: Record) -> "Walk":
        """Return this walk over a later record, free to go on."""
        return Walk(
            self.flow,
            record,
            self.sight.copy(record),
            self.state,
            set(self.visited),
            list(self.path),
            dict(self.opened),
            {section: list(items) for section, items in self.items.items()},
            self.item,
            list(self.laters),
            set(self.came_back),
            list(self.deferred),
            self.ending,
            self.finished_here,
        )


@lru_cache(maxsize=8)
def closing(flow: Flow) -> frozenset[str]:
    """Return the states before which what was put off comes back: the texts a conversation with somebody
    closes with, the worker's own sections after them, and the end."""
    sections = list(flow.sections)
    tail: list[str] = []
    while sections and (sections[-1].id == flow.after or _is_workers_tail(flow, sections[-1])):
        tail.append(before(sections.pop().id))
    steps = sections[-1].steps if sections else ()
    says = takewhile(lambda step: step.kind == "say", reversed(steps))
    return frozenset({END, *tail, *(step.id for step in says)})


def _is_workers_tail(flow: Flow, section: Section) -> bool:
    """Whether a worker's section stands after everything held with somebody else."""
    return section.held_with == "worker" and any(one.held_with != "worker" for one in flow.sections)


def walk(flow: Flow, record: Record) -> Walk:
    """Walk from the start."""
    sight = Sight.before(flow, record)
    return Walk(flow, record, sight, ways_of(flow).start).run()


def carry(walked: Walk, record: Record, happened: Sequence[ev.What]) -> Walk:
    """Walk on after `happened`; from the start when something before the standing question may differ."""
    if walked.standing is None or not all(_is_forward(walked.standing.key, what) for what in happened):
        return walk(walked.flow, record)
    return walked.copy(record).run()


def _is_forward(key: Key, what: ev.What) -> bool:
    if not isinstance(what, _FORWARD):
        return False
    here = not isinstance(what, ev.Place) or (what.step, what.item, what.returned) == key
    return here
