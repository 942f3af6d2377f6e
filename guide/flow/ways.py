"""Every way a conversation could take through a flow: what can be reached, and what can come before what.

Generous on purpose: a condition may turn out either way, so only what no conversation could ever do is
said to be impossible.  Sets of steps are whole numbers with one bit a step, which keeps 2,000 steps quick.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from guide.flow.model import Flow, Section, Step


class WaysOn:
    """The steps of a flow in file order, and where each can lead."""

    def __init__(self, flow: Flow) -> None:
        """Number the steps; the end is one past the last."""
        self.flow = flow
        self.steps: list[Step] = list(flow.people)
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}
        for section in flow.sections:
            self.first[section.id] = len(self.steps)
            self.steps += section.steps
            if section.again is not None:
                self.steps.append(section.again)
            self.last[section.id] = len(self.steps) - 1
        self.end = len(self.steps)
        self.number = {step.id: at for at, step in enumerate(self.steps)}

    def target(self, go: str) -> int | None:
        """Return the step `go` leads to, None when there is no such thing."""
        if go == "end":
            return self.first.get(self.flow.after, self.end)
        return self.first.get(go, self.number.get(go))

    @cached_property
    def from_answer(self) -> list[list[int]]:
        """For each step: where its answer can lead."""
        onward = [self._onward(at) for at in range(self.end)]
        finish = self.first.get(self.flow.after)
        if finish is not None:
            for at, ways in enumerate(onward):
                if at < finish or at > self.last[self.flow.after]:
                    ways.append(finish)
        return onward

    def _onward(self, at: int) -> list[int]:
        step = self.steps[at]
        ways = []
        for way in step.then:
            to = self.target(way.go)
            if to is not None:
                ways.append(to)
            if way.when is None:
                return ways or [at + 1]
        # An `again` leads back too, but to another item, for which nothing has been answered yet.
        return [*ways, at + 1]

    @cached_property
    def from_arrival(self) -> list[list[int]]:
        """For each step: where coming to it can lead, whether it is asked, left out, or was asked already."""
        passable = self._passable()
        arrivals = []
        for at, ways in enumerate(self.from_answer):
            step = self.steps[at]
            section = self.flow.section_of.get(step.section)
            may_be_left_out = step.when is not None or _is_conditional(section)
            arrivals.append([*ways, at + 1] if may_be_left_out or passable[at] else ways)
        return arrivals

    def _passable(self) -> list[bool]:
        """Whether a walk could come to a step twice: some way leads back over it."""
        change = [0] * (self.end + 1)
        for at, ways in enumerate(self.from_answer):
            for to in ways:
                if to <= at:
                    change[to] += 1
                    change[at + 1] -= 1
        return [count > 0 for count in accumulate(change)]

    @cached_property
    def reached(self) -> set[int]:
        """The steps some conversation comes to."""
        seen = {0}
        waiting = [0]
        while waiting:
            for to in self.from_arrival[waiting.pop()]:
                if to < self.end and to not in seen:
                    seen.add(to)
                    waiting.append(to)
        return seen

    def can_precede(self, one: int, other: int) -> bool:
        """Whether some conversation answers `one` and comes to `other` after it."""
        return any(to < self.end and self._beyond[to] >> other & 1 for to in self.from_answer[one])

    @cached_property
    def _beyond(self) -> list[int]:
        """For each step: the set of all that can be come to from arriving at it, itself too."""
        beyond = [0] * self.end
        for knot in knots(self.from_arrival, self.end):
            reach = 0
            for at in knot:
                reach |= 1 << at
                for to in self.from_arrival[at]:
                    if to < self.end:
                        reach |= beyond[to]
            for at in knot:
                beyond[at] = reach
        return beyond


def _is_conditional(section: Section | None) -> bool:
    return section is not None and (section.when is not None or section.for_each is not None)


def knots(ways: list[list[int]], end: int) -> Iterator[list[int]]:
    """Return the sets of steps that can all reach each other, those further on first (Tarjan 1972)."""
    order = [0] * end
    low = [0] * end
    done = [False] * end
    stack: list[int] = []
    count = 0
    for root in range(end):
        if order[root]:
            continue
        trail = [(root, iter(ways[root]))]
        count += 1
        order[root] = low[root] = count
        stack.append(root)
        while trail:
            at, onward = trail[-1]
            to = next((one for one in onward if one < end and not done[one]), None)
            if to is None:
                trail.pop()
                if trail:
                    low[trail[-1][0]] = min(low[trail[-1][0]], low[at])
                if low[at] == order[at]:
                    knot = _taken(stack, at)
                    for one in knot:
                        done[one] = True
                    yield knot
            elif order[to]:
                low[at] = min(low[at], order[to])
            else:
                count += 1
                order[to] = low[to] = count
                stack.append(to)
                trail.append((to, iter(ways[to])))


def _taken(stack: list[int], until: int) -> list[int]:
    at = len(stack) - 1
    while stack[at] != until:
        at -= 1
    knot = stack[at:]
    del stack[at:]
    return knot
