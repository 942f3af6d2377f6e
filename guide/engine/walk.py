"""Walks a flow over the record's answers: where we are, what was on the way, and what can be seen there.

A walk can be carried on with what was heard at the question that stands; a property test proves that equal
to walking from the start.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from guide.engine.closing import closing
from guide.engine.machine import END, before
from guide.engine.route import Route, ways_of
from guide.engine.standing import Standing, standing_at
from guide.flow.model import Flow, Step
from guide.frozen import field, mutable
from guide.log import events as ev
from guide.map.model import EMPTY_VISIT, Key, Record
from guide.map.sight import Sight

_FORWARD: Final = (
    ev.Answered, ev.Passed, ev.WentOn, ev.MoreAsked, ev.Echoed, ev.Followed, ev.Closed, ev.Reasoned,
    ev.PartGiven, ev.Sorted, ev.Reviewed, ev.Put, ev.Paused, ev.Resumed, ev.Noted, ev.Urged,
    ev.UrgentTold, ev.Exported, ev.Finished, ev.Cleared, ev.ClockBegan,
    ev.ClockSet,
)  # fmt: skip
"""After these alone, what lies before the question that stands is as it was."""


@mutable
class Walk(Route):
    """One walk over a record, stopped at the question that stands or at the end."""

    came_back: set[Key] = field(default_factory=set)
    deferred: list[Key] = field(default_factory=list)
    """A worker's steps newly on the way while somebody else sits before the screen."""
    hunting: bool = False
    """Whether it looks for something already answered behind a worker's step."""
    standing: Standing | None = None
    ended: bool = False

    def run(self) -> "Walk":
        """Go on until a question stands or the end is reached."""
        while self.standing is None and not self.ended:
            self.move()
        return self

    def move(self) -> None:
        """Go on by one state."""
        if self._returns_are_due() and self._come_back():
            return
        if self.state == END:
            self._end()
        elif self.state[0] == ">":
            self.open(self.section_at(self.state))
        elif self.state[0] == "<":
            self.close(self.section_at(self.state))
        else:
            self.arrive(self.flow.steps[self.state])

    @cached_property
    def shown(self) -> Sight:
        """What the sheets show now: as `sight`, and with what was said so far at the question that stands."""
        standing = self.standing
        if standing is None or self.record.visit(standing.key) == EMPTY_VISIT:
            return self.sight
        shown = self.sight.copy(self.record)
        shown.take_in(self.flow.steps[standing.key.step], standing.key, self.record.visit(standing.key))
        return shown

    # Stopping

    def stop(self, step: Step, standing: Standing) -> None:
        """Stop at a question, unless it is a worker's and somebody else sits there with more to do."""
        if self.flow.held_with(step) != "worker" or self.record.sits == "worker":
            self.standing = standing
        elif self.hunting:
            self.pass_by(standing.key)
        else:
            self._look_ahead(standing)

    def take(self, step: Step, key: Key) -> None:
        """Take one visit in; something answered stands behind whatever was passed by."""
        self.hunting = False
        super().take(step, key)

    def pass_by(self, key: Key) -> None:
        """Leave a worker's step for when the screen comes back to the worker."""
        self.visited.add(key)
        self.deferred.append(key)
        step = self.flow.steps[key.step]
        if step.again:
            self._leave(self.flow.section_of[step.section])
        else:
            self.state = self.ways.past(self.state, self.sight)

    def _look_ahead(self, standing: Standing) -> None:
        """Let a worker's step newly on the way wait for the next worker's section or the end."""
        ahead = self.copy(self.record)
        ahead.hunting = True
        ahead.pass_by(standing.key)
        while ahead.hunting and ahead.standing is None and not ahead.ended:
            ahead.move()
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
                self.look_from(step, key)
                self.standing = waiting
                return
        self.standing = standing

    # Questions that were put off

    def _returns_are_due(self) -> bool:
        return bool(self.laters) and not self.hunting and self.state in closing(self.flow)

    def _come_back(self) -> bool:
        """Bring back what was put off, in file order; True while something stands."""
        for key in sorted(self.laters, key=lambda one: self.flow.order[one.step]):
            step = self.flow.steps[key.step]
            if key in self.came_back or not self._may_return(step):
                continue
            if self._return(step, key):
                return True
            self.came_back.add(key)
        return False

    def _may_return(self, step: Step) -> bool:
        """After *finish here* only the worker is asked; the worker not while somebody is said goodbye to."""
        if self.flow.held_with(step) != "worker":
            return not self.finished_here
        return self.record.sits == "worker" or self.state not in self.flow.steps

    def _return(self, step: Step, key: Key) -> bool:
        back = Key(key.step, key.item, returned=True)
        if step.by and self.record.visit(back).put == ():
            return False
        self.look_from(step, key)
        standing = standing_at(self.flow, self.record, step, back)
        if standing is not None:
            self.standing = standing
            return True
        self.take(step, back)
        self.sight.loop = self.loop
        return False

    def _end(self) -> None:
        self.leave_loop()
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
        sight = self.sight.copy(record)
        sight.loop = self.loop
        return Walk(
            self.flow,
            record,
            sight,
            self.state,
            set(self.visited),
            list(self.path),
            dict(self.opened),
            {section: list(items) for section, items in self.items.items()},
            self.loop,
            list(self.laters),
            self.ending,
            self.finished_here,
            set(self.came_back),
            list(self.deferred),
        )


def walk(flow: Flow, record: Record) -> Walk:
    """Walk from the start."""
    return Walk(flow, record, Sight.before(flow, record), ways_of(flow).start).run()


def carry(walked: Walk, record: Record, happened: Sequence[ev.What]) -> Walk:
    """Walk on after `happened`; from the start when something before the standing question may differ."""
    if walked.standing is None or not all(_is_forward(walked.standing.key, what) for what in happened):
        return walk(walked.flow, record)
    return walked.copy(record).run()


def _is_forward(key: Key, what: ev.What) -> bool:
    if not isinstance(what, _FORWARD):
        return False
    return not isinstance(what, ev.Place) or (what.step, what.item, what.returned) == key
