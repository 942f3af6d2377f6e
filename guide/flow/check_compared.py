"""Checks what is compared with what, so that no condition waits for an answer that cannot come."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from guide.flow.findings import Finding, did_you_mean, finding
from guide.flow.gathered import Condition
from guide.flow.model import Step, Tree
from guide.flow.reading import Reading

_NUMBERS: Final = frozenset({"lowest", "highest", "spread"})


def compared(reading: Reading, condition: Condition, left: Tree, test: str, right: Tree) -> Iterator[Finding]:
    """Yield what is wrong with one comparison."""
    for one, other in ((left, right), (right, left)):
        if one == ["lit", None]:
            yield finding("G079", condition.place, name=other[1] if other[0] == "name" else "a_step")
            return
    for one, other in ((left, right), (right, left)):
        words = _words(other)
        if words:
            yield from _with_words(reading, condition, one, test, words)


def _words(tree: Tree) -> list[Any]:
    """Return the values written out in a tree: one, or those of a list."""
    match tree:
        case ["lit", value]:
            return [value]
        case ["list", *items]:
            return [one[1] for one in items if isinstance(one, list) and one[0] == "lit"]
    return []


def _with_words(
    reading: Reading, condition: Condition, tree: Tree, test: str, words: list[Any]
) -> Iterator[Finding]:
    place = condition.place
    match tree:
        case ["name", "form"]:
            yield from _one_of(condition, words, reading.flow.forms, "a form of this flow")
        case ["attr", ["name", "level"], "id"] if reading.flow.levels:
            yield from _one_of(condition, words, reading.flow.levels, "a level")
        case ["name", "level"]:
            yield finding("G089", place, name="level", part="id")
        case ["name", str(name)] if name in reading.roles and _is_text(words):
            yield finding("G089", place, name=name, part="name")
        case ["name", str(name)] if name in reading.flow.steps:
            yield from _with_step(reading, condition, reading.flow.steps[name], test, words)
        case ["call", str(name), _] if name in _NUMBERS and _is_text(words):
            yield finding("G088", place, name=f"{name}('…')")
        case ["filter", "length", *_] if _is_text(words):
            yield finding("G088", place, name="length")


def _is_text(words: list[Any]) -> bool:
    return any(isinstance(word, str) for word in words)


def _with_step(
    reading: Reading, condition: Condition, step: Step, test: str, words: list[Any]
) -> Iterator[Finding]:
    if step.kind == "number" and _is_text(words):
        yield finding("G088", condition.place, name=step.id)
    if step.kind != "choose":
        return
    yield from _one_of(condition, words, step.options, f'an answer to "{step.id}"')
    if test in {"eq", "ne"} and _is_several(reading, condition, step):
        yield finding("G081", condition.place, name=step.id, value=words[0])


def _is_several(reading: Reading, condition: Condition, step: Step) -> bool:
    """Whether the name of a step stands for a list of answers where the condition is."""
    section = reading.flow.section_of[step.section]
    repeated = section.for_each is not None or section.again is not None
    return step.many or bool(step.by) or (repeated and condition.section != section.id)


def _one_of(condition: Condition, words: list[Any], known: Iterable[str], what: str) -> Iterator[Finding]:
    names = list(known)
    for word in words:
        if word not in names:
            yield finding(
                "G080", condition.place, did_you_mean(word, names),
                value=word, what=what, known=", ".join(names) or "nothing, there is none",
            )  # fmt: skip
