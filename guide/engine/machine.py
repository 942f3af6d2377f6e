"""The ways of a flow as a state machine: the only file that knows `transitions`.

One machine a flow.  Its states are the steps, and for each section the moment before it (`>good`) and after
it (`<good`); the last is `end`.  The machine only decides which way leads on from a state; where we are is
remembered nowhere but in the record, and read by walking over it.
"""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from threading import Lock
from typing import Any, Final

from transitions import Machine

from guide.flow.evaluate import Sight, holds
from guide.flow.model import Flow, Step, Tree

END: Final = "end"


def before(section: str) -> str:
    """The state before a section's first step."""
    return f">{section}"


def after(section: str) -> str:
    """The state after a section's last step."""
    return f"<{section}"


class _Cursor:
    """The tiny model a machine moves.

    Never a session or a widget: `transitions` hangs its own methods on it.
    """

    state: str
    go_on: Callable[[Sight], bool]
    skip: Callable[[Sight], bool]


class Ways:
    """The ways of one flow: which state follows which."""

    def __init__(self, flow: Flow) -> None:
        """Build the machine; linear in the number of steps (`auto_transitions` would make it quadratic)."""
        self.flow = flow
        self._cursor: Any = _Cursor()
        self._one_at_a_time = Lock()
        states, ways = _states(flow), list(_ways(flow))
        self._machine = Machine(
            self._cursor,
            states=states,
            transitions=ways,
            initial=states[0],
            auto_transitions=False,
            queued=False,  # True would make a refused way look taken
            send_event=False,
        )

    @property
    def start(self) -> str:
        """The state a conversation begins in."""
        return _states(self.flow)[0]

    def on_from(self, state: str, sight: Sight) -> str:
        """Return the state that follows, taking the first of the step's own ways that holds."""
        return self._move(state, sight, "go_on")

    def past(self, state: str, sight: Sight) -> str:
        """Return the state that follows in the order of the file, whatever the step's own ways say."""
        return self._move(state, sight, "skip")

    def _move(self, state: str, sight: Sight, trigger: str) -> str:
        with self._one_at_a_time:
            self._machine.set_state(state, self._cursor)
            getattr(self._cursor, trigger)(sight)
            return self._cursor.state  # type: ignore[no-any-return]


def _states(flow: Flow) -> list[str]:
    names = [step.id for step in flow.people]
    for section in flow.sections:
        names.append(before(section.id))
        names.extend(step.id for step in section.steps)
        names.append(after(section.id))
    return [*names, END]


def _ways(flow: Flow) -> Any:
    """Yield every way as `transitions` wants it, in the order they are tried."""
    states = _states(flow)
    for state, following in pairwise(states):
        step = flow.steps.get(state)
        yield from (_way(flow, state, way.go, way.when) for way in (step.then if step else ()))
        yield {"trigger": "go_on", "source": state, "dest": following}
        yield {"trigger": "skip", "source": state, "dest": following}


def _way(flow: Flow, state: str, go: str, when: Tree | None) -> dict[str, Any]:
    dest = before(go) if go in flow.section_of else go
    way: dict[str, Any] = {"trigger": "go_on", "source": state, "dest": dest}
    return way if when is None else {**way, "conditions": [partial(holds, when)]}


def target_of(flow: Flow, step: Step) -> list[str]:
    """Return every state a step's own ways may lead to."""
    return [before(way.go) if way.go in flow.section_of else way.go for way in step.then]
