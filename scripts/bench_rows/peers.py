"""The same flow in the hands of two other state machine libraries, as one would write it there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from guide.flow.model import Flow, Step, Tree

Answers = dict[str, str]
"""Step to what was answered there: all that conditions look at."""

Condition = Callable[[Answers], bool]

END: Final = "end"


@dataclass(frozen=True)
class Way:
    """One way on from a step; of several the first that holds is taken."""

    to: str
    when: Condition | None = None


Ways = Mapping[str, Sequence[Way]]


def ways_of(flow: Flow) -> Ways:
    """Return every step's ways; steps alone, for a section is nothing to these libraries."""
    order = list(flow.steps.values())
    return {step.id: [*_own(step), *_following(flow, step, order[at + 1 :])] for at, step in enumerate(order)}


def _own(step: Step) -> Iterator[Way]:
    for way in step.then:
        yield Way(way.go, _condition([way.when]))


def _following(flow: Flow, step: Step, rest: Sequence[Step]) -> Iterator[Way]:
    """Yield the next step, and while there is a condition on it the one after."""
    for one in rest:
        is_same = one.section == step.section
        section = None if is_same else flow.section_of[one.section].when if one.section else None
        when = _condition([section, one.when])
        yield Way(one.id, when)
        if when is None:
            return
    yield Way(END)


def _condition(trees: Sequence[Tree | None]) -> Condition | None:
    """Return compiled conditions as a function; None when there are none."""
    own = [_function(tree) for tree in trees if tree is not None]
    return (lambda answers: all(one(answers) for one in own)) if own else None


def _function(tree: Tree) -> Condition:
    """Return the few shapes of condition that a flow made for measuring has."""
    match tree:
        case ["and", *inner]:
            own = [_function(one) for one in inner]
            return lambda answers: all(one(answers) for one in own)
        case ["call", "answered", str(step)]:
            return lambda answers: step in answers
        case ["cmp", ["name", str(step)], [["eq", ["lit", str(value)]]]]:
            return lambda answers: answers.get(step) == value
    raise ValueError(f"This condition is not for the peers: {tree}")


def _begin(answers: Answers) -> None:
    """Forget every answer; what is known from the start is the form."""
    answers.clear()
    answers["form"] = "full"


class StateMachinePeer:
    """The flow as python-statemachine has it."""

    def __init__(self, ways: Ways) -> None:
        from statemachine import State, StateMachine

        self.answers: Answers = {}
        first = next(iter(ways))
        states = {name: State(name, initial=name == first) for name in ways}
        states[END] = State(END, final=True)
        go_on: Any = None
        for source, own in ways.items():
            for way in own:
                cond = None if way.when is None else self._asking(way.when)
                one = states[source].to(states[way.to], cond=cond)
                go_on = one if go_on is None else go_on | one
        machine = type("Machine", (StateMachine,), {**states, "go_on": go_on})
        self._machine: Any = machine()

    def _asking(self, when: Condition) -> Callable[[], bool]:
        return lambda: when(self.answers)

    def begin(self) -> None:
        """Stand at the first step, with nothing answered."""
        _begin(self.answers)
        self._machine = type(self._machine)()

    def go_on(self, step: str, answer: str) -> str:
        """Take an answer to a step and return the step after it."""
        self.answers[step] = answer
        self._machine.send("go_on")
        return str(next(iter(self._machine.configuration)).id)


class SismicPeer:
    """The flow as sismic has it."""

    def __init__(self, ways: Ways) -> None:
        from sismic.model import BasicState, CompoundState, FinalState, Statechart, Transition

        self.answers: Answers = {}
        self._chart: Any = Statechart("flow")
        self._chart.add_state(CompoundState("root", initial=next(iter(ways))), None)
        for name in ways:
            self._chart.add_state(BasicState(name), "root")
        self._chart.add_state(FinalState(END), "root")
        self._guards: dict[str, Callable[[], bool]] = {}
        for source, own in ways.items():
            for at, way in enumerate(own):
                guard = None if way.when is None else self._named(way.when)
                self._chart.add_transition(
                    Transition(source, way.to, event="go_on", guard=guard, priority=-at)
                )
        self._interpreter: Any = None

    def _named(self, when: Condition) -> str:
        """Give a condition a name in the chart's own code and return the call."""
        name = f"holds_{len(self._guards)}"
        self._guards[name] = partial(when, self.answers)
        return f"{name}()"

    def begin(self) -> None:
        """Stand at the first step, with nothing answered."""
        from sismic.interpreter import Interpreter

        _begin(self.answers)
        self._interpreter = Interpreter(self._chart, initial_context=self._guards)
        self._interpreter.execute_once()

    def go_on(self, step: str, answer: str) -> str:
        """Take an answer to a step and return the step after it."""
        self.answers[step] = answer
        self._interpreter.queue("go_on")
        self._interpreter.execute_once()
        here = [name for name in self._interpreter.configuration if name != "root"]
        return str(here[0]) if here else END
