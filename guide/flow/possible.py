"""Which steps a conversation in one form can come to at all, as far as conditions on `form` alone say."""

from collections.abc import Sequence
from functools import lru_cache

from guide.flow.model import Flow, Step, Tree


@lru_cache(maxsize=16)
def possible_steps(flow: Flow, form: str) -> tuple[Step, ...]:
    """Return the steps this form can come to, in the order of the file."""
    steps = list(flow.steps.values())
    found, waiting = set[str](), [steps[0].id] if steps else []
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_following(flow, flow.steps[name], form))
    return tuple(one for one in steps if one.id in found and not _is_ruled_out(flow, one, form))


def _following(flow: Flow, step: Step, form: str) -> list[str]:
    """Return the steps that may come after one: its ways as far as the form leaves them, and the next."""
    names, at = _names(flow), flow.order[step.id] + 1
    following = [names[at]] if at < len(names) else []
    if _is_ruled_out(flow, step, form):
        return following
    found = [] if _is_sure(flow, step, form) else list(following)
    for way in step.then:
        known = known_by_form(way.when, form)
        if known is not False:
            found.extend(_target(flow, way.go))
        if known:
            return found
    return [*found, *following]


@lru_cache(maxsize=16)
def _names(flow: Flow) -> tuple[str, ...]:
    return tuple(flow.steps)


def _target(flow: Flow, go: str) -> list[str]:
    if go == "end":
        go = flow.after
    section = flow.section_of.get(go)
    if section is not None:
        return [section.steps[0].id] if section.steps else []
    return [go] if go in flow.steps else []


@lru_cache(maxsize=16)
def possible_areas(flow: Flow, form: str) -> frozenset[str]:
    """Return the areas something said in this form can come to stand in."""
    steps = possible_steps(flow, form)
    return frozenset(area for step in steps for area in (*step.into, *step.where))


def _is_sure(flow: Flow, step: Step, form: str) -> bool:
    """Whether a step that is come to is never skipped."""
    section = flow.section_of.get(step.section)
    return bool(known_by_form(step.when, form) and known_by_form(section.when if section else None, form))


def _is_ruled_out(flow: Flow, step: Step, form: str) -> bool:
    section = flow.section_of.get(step.section)
    return known_by_form(step.when, form) is False or (
        section is not None and known_by_form(section.when, form) is False
    )


def known_by_form(tree: Tree | None, form: str) -> bool | None:
    """Return whether a condition holds when only the form is known; None when that does not say."""
    match tree:
        case None:
            return True
        case ["cmp", ["name", "form"], [[("eq" | "ne") as test, ["lit", str(other)]]]]:
            return (form == other) is (test == "eq")
        case ["cmp", ["name", "form"], [["in", ["list", *others]]]]:
            return ["lit", form] in others
        case ["not", list(inner)]:
            found = known_by_form(inner, form)
            return None if found is None else not found
        case ["and", *parts]:
            return _all([known_by_form(one, form) for one in parts])
        case ["or", *parts]:
            found = _all([_negated(known_by_form(one, form)) for one in parts])
            return _negated(found)
    return None


def _all(parts: Sequence[bool | None]) -> bool | None:
    if any(one is False for one in parts):
        return False
    return None if any(one is None for one in parts) else True


def _negated(value: bool | None) -> bool | None:  # noqa: FBT001 - it is the value itself
    return None if value is None else not value
