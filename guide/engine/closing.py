"""Where a conversation closes: what was put off comes back just before."""

from functools import lru_cache
from itertools import takewhile

from guide.engine.machine import END, before
from guide.flow.model import Flow, Section


@lru_cache(maxsize=8)
def closing(flow: Flow) -> frozenset[str]:
    """Return the states before which what was put off comes back.

    They are the texts a conversation with somebody closes with, the worker's own sections after them, and
    the end.
    """
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
