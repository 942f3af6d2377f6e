"""Every shape that answers now, each an example that can be sent back exactly as it stands.

A program that has never seen the flow can walk it to its end by sending the first one each time: the first
always leads on.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from guide.engine.standing import Standing
from guide.flow.model import Step

if TYPE_CHECKING:
    from guide.engine.turn import Asks
    from guide.engine.walk import Walk

Line = Mapping[str, Any]

PASSES: Final = ("dont-know", "rather-not", "later")
STOPS: Final = ("break", "finish-here")
_WORDS: Final = "…"
_PHRASE: Final = re.compile(r"\S+(?:\s+\S+){0,2}")


def accepts_of(walked: "Walk", standing: Standing, step: Step, asks: "Asks") -> tuple[Line, ...]:
    """Return the answers, one for each person still to answer, then the passes."""
    people = [_call(walked, one) for one in _may_answer(standing)]
    answers = list(_answers(walked, standing, step, asks))
    ways = ways_to_pass(step, standing, asks.held_with)
    passes: list[Line] = [{"pass": way} for way in ways if way not in STOPS]
    if people:
        answers = [{**line, "by": name} for name in people for line in answers]
        passes = [{**line, "by": name} for name in people for line in passes]
    empty: list[Line] = [{"next": True}] if _may_be_empty(step, standing) else []
    return (*answers, *empty, *passes, *({"pass": way} for way in ways if way in STOPS))


def _may_answer(standing: Standing) -> tuple[str, ...]:
    """Return who may answer at a question for several: only they, while their turns are open."""
    return standing.waiting if standing.mode == "first" else (standing.who,) if standing.who else ()


def _writing(step: Step, standing: Standing) -> tuple[str, ...]:
    """Return who has not written yet in a quiet time; anywhere else nobody writes."""
    return standing.waiting if step.kind == "timer" else ()


def _call(walked: "Walk", person: str) -> str:
    """Return a person's name, or the id where the name is not unique."""
    people = walked.record.people
    name = people[person].name
    same = sum(one.name.casefold() == name.casefold() for one in people.values())
    return name if same == 1 and name not in people else person


def _may_be_empty(step: Step, standing: Standing) -> bool:
    """Whether an empty Enter goes on: at an optional question, and at an optional part of a sentence."""
    if standing.mode == "part" and step.parts[standing.part].optional:
        return True
    return step.optional and standing.mode in {"first", "part"}


def ways_to_pass(step: Step, standing: Standing, held_with: str) -> tuple[str, ...]:
    """Return the passes this question takes; a break and *finish here* belong to a child.

    Everybody else ends with `finish`, which is legal at any turn.
    """
    stops = STOPS if held_with == "child" else ()
    match standing.mode:
        case "next" | "quiet" | "more" | "echo":
            return stops
        case "reason":
            return (*PASSES[:2], *stops)
        case "part" if standing.part != next(iter(step.parts)):
            return (*PASSES[:2], *stops)
    later = not (step.private or standing.key.returned or step.again)
    return (*(PASSES if later else PASSES[:2]), *stops)


def _answers(walked: "Walk", standing: Standing, step: Step, asks: "Asks") -> Iterator[Line]:
    match standing.mode:
        case "next":
            yield from ({"wrote": True, "by": _call(walked, one)} for one in _writing(step, standing))
            yield {"next": True}
        case "quiet":
            yield {"more": False}
            yield {"more": True}
            yield {"say": _WORDS}
            yield from _echo(asks)
        case "more":
            yield {"more": False}
            yield {"say": _WORDS}
            yield from _echo(asks)
        case "echo":
            yield {"say": _WORDS}
            yield {"more": False}
            yield {"more": True}
            yield from _echo(asks)
        case "reason":
            yield {"say": _WORDS}
            yield {"more": False}
        case "part":
            yield {"say": _WORDS}
            yield {"parts": _example_parts(step)}
        case "sentence":
            yield {"ok": True}
            yield {"say": _WORDS}
        case _:
            yield from _first(walked, step, asks)


def _echo(asks: "Asks") -> Iterator[Line]:
    """Give back the first words of what was said last, exactly as they stand there."""
    phrase = _PHRASE.match(asks.items[-1].text) if asks.items else None
    if phrase is not None:
        yield {"echo": phrase[0], "entry": asks.items[-1].id}


def _first(walked: "Walk", step: Step, asks: "Asks") -> Iterator[Line]:
    match step.kind:
        case "choose":
            options = list(step.options)
            yield from ({"choose": [one]} for one in (reversed(options) if step.again else options))
        case "sort":
            first = next(iter(step.where), "")
            yield {"sort": {item.id: first for item in asks.items}}
            yield {"sort": {}}
        case "review":
            yield {"ok": True}
            yield from _opinions(walked, step, asks)
        case "compose":
            yield {"parts": _example_parts(step)}
            yield {"say": _WORDS}
        case _:
            yield _example(walked, step, asks)


def _example(walked: "Walk", step: Step, asks: "Asks") -> Line:
    """Return the one shape of a question that has but one."""
    match step.kind:
        case "number":
            return {"number": _whole(asks.range[0] if asks.range else 0)}
        case "date":
            return {"date": walked.record.started[:10] or "2026-11-21"}
        case "scale":
            least, most, mark = asks.range or (0, 10, 1)
            return {"rate": _whole(least + (most - least) // (2 * mark) * mark)}
        case "people":
            return {"people": [{"name": "Sam", "as": step.role or next(iter(step.roles), "family")}]}
        case "panel":
            return {"panel": {"text": [_WORDS], "picture": {"place": "home", "people": [], "things": []}}}
        case _:
            return {"say": _WORDS}


def _example_parts(step: Step) -> dict[str, Any]:
    return {part: [_WORDS] if one.many else _WORDS for part, one in step.parts.items()}


def _opinions(walked: "Walk", step: Step, asks: "Asks") -> Iterator[Line]:
    """Say who may see something, who agrees with it and who does not: somebody else than who said it."""
    record = walked.record
    owner = {one.id: one.by for one in asks.items if one.id not in record.people}
    pair = next(((item, one) for item in owner for one in record.people if one != owner[item]), None)
    if pair is None:
        return
    if step.shows and "." not in pair[0]:
        yield {"ok": True, "share": {pair[0]: {pair[1]: "yes"}}}
    yield {"ok": True, "agree": {pair[0]: [pair[1]]}}
    yield {"ok": True, "dispute": {pair[0]: {pair[1]: _WORDS}}}


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
