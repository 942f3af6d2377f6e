"""Every shape that answers now, each an example that can be sent back exactly as it stands.

A program that has never seen the flow can walk it to its end by sending the first one each time: the first
always leads on.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from guide.engine.standing import Standing
from guide.flow.model import ROLES, Step

if TYPE_CHECKING:
    from guide.engine.turn import Asks
    from guide.engine.walk import Walk

Line = Mapping[str, Any]

PASSES: Final = ("dont-know", "rather-not", "later")
CHILD_PASSES: Final = ("break", "finish-here")
_WORDS: Final = "…"


def accepts_of(walked: "Walk", standing: Standing, step: Step, asks: "Asks") -> tuple[Line, ...]:
    """Return the answers, one for each person still to answer, then the passes."""
    people = [_call(walked, one) for one in asks_people(standing)]
    answers = list(_answers(walked, standing, step, asks))
    if people:
        answers = [{**line, "by": name} for name in people for line in answers]
    ways = ways_to_pass(step, standing, asks.held_with)
    passes: list[Line] = [{"pass": way} for way in ways if way not in CHILD_PASSES]
    if people:
        passes = [{**line, "by": name} for name in people for line in passes]
    closing: list[Line] = [{"pass": way} for way in ways if way in CHILD_PASSES]
    return (*answers, *passes, *closing)


def asks_people(standing: Standing) -> tuple[str, ...]:
    """Return who may answer at a question for several: whose turns are open first."""
    own = (standing.who, *standing.waiting) if standing.who else standing.waiting
    return own if standing.mode == "first" else own[:1]


def _call(walked: "Walk", person: str) -> str:
    """Return a person's name, or the id where the name is not unique."""
    people = walked.record.people
    name = people[person].name
    return name if sum(one.name == name for one in people.values()) == 1 else person


def ways_to_pass(step: Step, standing: Standing, held_with: str) -> tuple[str, ...]:
    """Return the passes this question takes."""
    child = CHILD_PASSES if held_with == "child" else ()
    match standing.mode:
        case "next":
            return child if held_with == "child" and step.kind == "say" else ()
        case "quiet" | "more" | "echo":
            return child
        case "reason" | "part":
            return (*PASSES[:2], *child)
    later = not (step.private or standing.key.returned or step.again)
    return (*(PASSES if later else PASSES[:2]), *child)


def _answers(walked: "Walk", standing: Standing, step: Step, asks: "Asks") -> Iterator[Line]:
    match standing.mode:
        case "next":
            yield {"next": True}
        case "quiet":
            yield {"more": False}
            yield {"more": True}
            yield from _echo(asks)
        case "more":
            yield {"more": False}
            yield {"say": _WORDS}
            yield from _echo(asks)
        case "echo" | "reason":
            yield {"say": _WORDS}
        case "part":
            yield {"say": _WORDS}
            yield {"parts": {part: [_WORDS] if one.many else _WORDS for part, one in step.parts.items()}}
        case "sentence":
            yield {"ok": True}
            yield {"say": _WORDS}
        case _:
            yield from _first(walked, step, asks)
    if step.optional and standing.mode in {"first", "part"}:
        yield {"next": True}


def _echo(asks: "Asks") -> Iterator[Line]:
    if asks.items:
        last = asks.items[-1]
        yield {"echo": " ".join(last.text.split()[:3]), "entry": last.id}


def _first(walked: "Walk", step: Step, asks: "Asks") -> Iterator[Line]:
    match step.kind:
        case "ask":
            yield {"say": _WORDS}
        case "choose":
            options = list(step.options)
            for option in reversed(options) if step.again else options:
                yield {"choose": [option]}
        case "number":
            yield {"number": _whole(asks.range[0] if asks.range else 0)}
        case "date":
            yield {"date": walked.record.started[:10] or "2026-11-21"}
        case "scale":
            least, most, mark = asks.range or (0, 10, 1)
            yield {"rate": _whole(least + (most - least) // (2 * mark) * mark)}
        case "people":
            yield {"people": [{"name": "Sam", "as": step.role or next(iter(step.roles), "family")}]}
        case "sort":
            first = next(iter(step.where), "")
            yield {"sort": {item.id: first for item in asks.items}}
            yield {"sort": {}}
        case "review":
            yield {"ok": True}
            yield from _shares(walked, step, asks)
        case "panel":
            yield {"panel": {"text": [_WORDS], "picture": {"place": "home", "people": [], "things": []}}}
        case "compose":
            yield {"parts": {part: _WORDS for part in step.parts}}


def _shares(walked: "Walk", step: Step, asks: "Asks") -> Iterator[Line]:
    owner = {item.id: item.by for item in asks.items}
    others = [one.id for one in walked.record.people.values()]
    pair = next(((item, one) for item in owner for one in others if one != owner[item]), None)
    if step.shows and pair is not None:
        yield {"ok": True, "share": {pair[0]: {pair[1]: "yes"}}}


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value


def role_names(step: Step) -> tuple[str, ...]:
    """Return the roles a person may be given at a step."""
    return (*step.roles, *ROLES)
