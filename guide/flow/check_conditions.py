"""Checks what expressions look at: that it is there, and has been asked before."""

from collections.abc import Iterator
from typing import Final

from guide.flow.check_areas import known_area
from guide.flow.check_compared import compared
from guide.flow.findings import Finding, did_you_mean, finding
from guide.flow.gathered import Condition
from guide.flow.model import Section, Step, Tree
from guide.flow.reading import Reading

_OWN_ANSWER: Final = frozenset(
    {"then", "more", "because", "lower", "higher", "small_step", "template", "read_back"}
)
"""Keys that are used after the answer, so that they may look at it."""
_NO_ANSWER: Final = frozenset({"say", "timer", "scale", "sort", "panel", "review"})
_PERSON: Final = ("name", "age", "as", "band", "id", "text", "by", "left")
_ITEM: Final = ("text", "id", "by", "name", "age", "as", "band", "value", "left")
_RATINGS: Final = frozenset({"ratings", "lowest", "highest", "spread"})


def check_conditions(reading: Reading) -> Iterator[Finding]:
    """Yield what is wrong with expressions."""
    for condition in reading.compiled.gathered.conditions:
        yield from _Looking(reading, condition).at(condition.tree)
    for section in reading.flow.sections:
        yield from _repeated(reading, section)


class _Looking:
    """Looks through one expression from where it stands."""

    def __init__(self, reading: Reading, condition: Condition) -> None:
        self.reading = reading
        self.flow = reading.flow
        self.condition = condition
        self.place = condition.place

    def at(self, tree: Tree) -> Iterator[Finding]:
        """Yield what is wrong in one tree."""
        match tree:
            case ["lit", *_]:
                return
            case ["name", str(name)]:
                yield from self._name(name)
            case ["attr", ["name", str(name)], str(attribute)]:
                yield from self._attribute(name, attribute)
            case ["call", str(function), str(argument)]:
                yield from self._call(function, argument)
            case ["cmp", list(left), list(others)]:
                yield from self._compare(left, others)
            case [_, *parts]:
                for part in parts:
                    if isinstance(part, list):
                        yield from self.at(part)

    def _compare(self, left: Tree, others: list[list[Tree]]) -> Iterator[Finding]:
        yield from self.at(left)
        for test, other in others:
            yield from self.at(other)
            yield from compared(self.reading, self.condition, left, str(test), other)
            left = other

    def _name(self, name: str) -> Iterator[Finding]:
        if name in self.reading.items:
            section = self.reading.items[name]
            if section != self.condition.section or self.condition.key == "for_each":
                yield finding("G087", self.place, name=name, section=section)
        elif name in self.flow.steps:
            yield from self._answer(self.flow.steps[name])
        elif not self._is_known(name):
            yield finding("G075", self.place, self._meant(name), name=name)

    def _is_known(self, name: str) -> bool:
        if name == "parts":
            return self.condition.key == "template"
        return name in self.reading.roles or name in {"form", "level"} or name in self.reading.compiled.named

    def _meant(self, name: str) -> str:
        """Return what an unknown name probably is: a word without its quotes, or a name near it."""
        steps = (self.flow.steps.get(one) for one in names_in(self.condition.tree))
        if any(step is not None and name in step.options for step in steps) or name in self.flow.forms:
            return f"'{name}'"
        known = [*self.reading.items, *self.reading.roles, "form", "level"]
        return did_you_mean(name, [*(one.id for one in self.reading.steps()), *known])

    def _answer(self, step: Step) -> Iterator[Finding]:
        if step.kind in _NO_ANSWER:
            area = step.into[0] if step.into else "the_area_it_goes_into"
            how = f"Write spread('{area}') or ratings('{area}')." if step.kind == "scale" else "Leave it out."
            if step.kind in {"sort", "review", "panel"}:
                how = f"Write answered('{step.id}')."
            yield finding("G083", self.place, name=step.id, kind=step.kind, how=how)
        yield from self._before(step)

    def _before(self, step: Step) -> Iterator[Finding]:
        """Yield a finding when no way comes past `step` before this place."""
        own = step.id == self.condition.step
        ways = self.reading.ways
        here = ways.number.get(self.condition.step, ways.first.get(self.condition.section, 0))
        if own and self.condition.key in _OWN_ANSWER:
            return
        if own or not ways.can_precede(ways.number[step.id], here):
            yield finding("G078", self.place, step=step.id)

    def _attribute(self, name: str, attribute: str) -> Iterator[Finding]:
        if name == "level":
            words = {word for own in self.flow.levels.values() for word in own}
            if words and attribute not in words:
                yield self._lacks(name, attribute, words, "The words are in flows/language/levels.yaml.")
            return
        if name == "parts" and self.condition.key == "template":
            parts = self.flow.steps[self.condition.step].parts
            if attribute not in parts:
                yield self._lacks(name, attribute, parts, f"Parts are: {', '.join(parts)}.")
            return
        yield from self._name(name)
        yield from self._of_thing(name, attribute)

    def _of_thing(self, name: str, attribute: str) -> Iterator[Finding]:
        many = {one.role for one in self.flow.people if one.many}
        if name in many:
            yield finding(
                "G082", self.place, name=name, attribute=attribute,
                how=f"It is several people; `{{{{ {name} }}}}` writes all their names.",
            )  # fmt: skip
        elif name in self.reading.roles and attribute not in _PERSON:
            yield self._lacks(name, attribute, _PERSON, f"A person has: {', '.join(_PERSON)}.")
        elif name in self.reading.items and attribute not in _ITEM:
            yield self._lacks(name, attribute, _ITEM, f"An item has: {', '.join(_ITEM)}.")
        elif name in self.flow.steps and self.flow.steps[name].kind not in _NO_ANSWER:
            how = f"An answer is the words themselves; write {name}."
            yield finding("G082", self.place, name=name, attribute=attribute, how=how)

    def _lacks(self, name: str, attribute: str, known: object, how: str) -> Finding:
        names = list(known) if isinstance(known, dict | set | tuple) else []
        return finding(
            "G082", self.place, did_you_mean(attribute, names), name=name, attribute=attribute, how=how
        )

    def _call(self, function: str, argument: str) -> Iterator[Finding]:
        if function in {"answered", "passed"}:
            yield from self._asks_step(function, argument)
        elif function in {"people", "named"}:
            if argument not in self.reading.roles:
                likely, known = did_you_mean(argument, self.reading.roles), ", ".join(self.reading.roles)
                yield finding("G034", self.place, likely, role=argument, known=known)
        elif argument in self.flow.steps and self.flow.steps[argument].kind == "scale":
            yield finding("G083", self.place, name=argument, kind="scale", how="Give the scale an `into`.")
        else:
            yield from known_area(self.reading, argument, self.place)
            area = self.flow.areas.get(argument)
            if area is not None and function in _RATINGS and area.holds != "ratings":
                brings = "this looks at ratings"
                yield finding("G053", self.place, area=argument, holds=area.holds, brings=brings)

    def _asks_step(self, function: str, name: str) -> Iterator[Finding]:
        step = self.flow.steps.get(name)
        if step is not None and step.kind in {"say", "timer"}:
            yield finding(
                "G083", self.place, name=name, kind=step.kind, how="Look at a step that asks something."
            )
        elif step is not None:
            yield from self._before(step)
        elif name not in self.reading.compiled.named:
            likely = did_you_mean(name, [one.id for one in self.reading.steps()])
            yield finding(
                "G077", self.place, likely, function=function, what="a step", name=name,
                known="Name a step of this flow.",
            )  # fmt: skip


def _repeated(reading: Reading, section: Section) -> Iterator[Finding]:
    """Yield what is wrong with the way a section is repeated."""
    if section.for_each is None:
        return
    if section.again is not None:
        yield finding("G058", reading.spot(section.id, "again").named)
    match section.for_each.over:
        case ["list"] | ["call", "entries" | "ratings" | "people" | "named", _]:
            return
        case ["name", str(name)] if _is_people(reading, name):
            return
    place = reading.spot(section.id, "for_each", section.for_each.name).place
    yield finding("G057", place, what="This")


def _is_people(reading: Reading, name: str) -> bool:
    step = reading.flow.steps.get(name) or reading.flow.steps.get(f"people.{name}")
    return step is not None and step.kind == "people" and (not step.role or step.many)


def names_in(tree: object) -> Iterator[str]:
    """Yield every name an expression uses."""
    match tree:
        case ["name", str(name)]:
            yield name
        case list():
            for part in tree:
                yield from names_in(part)
