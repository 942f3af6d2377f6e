"""What is missing, doubtful or one-sided in the record; it names gaps and never fills or judges them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from guide.flow.model import Step
from guide.flow.possible import possible_areas
from guide.frozen import frozen
from guide.map.model import Key, Person
from guide.map.sight import Sight
from guide.words.voice import say


@frozen
class Gap:
    """Something missing, doubtful or one-sided."""

    code: str
    says: str
    """One sentence for the worker."""
    about: str = ""
    """The area, step, entry or person it is about."""

    def as_json(self) -> dict[str, Any]:
        """Return it as in the record's JSON."""
        return {"code": self.code, "says": self.says}


_WORRIES: Final = ("harm", "danger", "complicating", "worries", "worry")
_STRENGTHS: Final = ("strengths", "safety", "good", "helps")


def gaps_of(sight: Sight, path: Sequence[Key], deferred: Sequence[Key] = ()) -> list[Gap]:
    """Return every gap, the ones about a child first; `deferred` are worker's steps that wait."""
    found: list[Gap] = []
    for look in _LOOKS:
        found.extend(look(sight, path))
    found.extend(_waiting(sight, deferred))
    return list(dict.fromkeys(found))


def _gap(sight: Sight, code: str, about: str = "", **names: object) -> Gap:
    return Gap(code, say(f"gap.{code}", sight.record.lang, **names), about)


def _urgent(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    for urgent in sight.record.urgent.values():
        if not urgent.fields.get("told") and not sight.name("urgent_told"):
            yield _gap(sight, "urgent-not-told", urgent.id)


def _voices(sight: Sight) -> set[str]:
    """Everybody whose words or numbers stand somewhere, guesses left out."""
    own = sight.record
    held = {name for area in sight.placed.values() for name in area}
    spoken = {own.entries[name].by for name in held if name in own.entries}
    rated = {
        own.ratings[name].by for name in held if name in own.ratings and own.ratings[name].guessed_by is None
    }
    answered = {own.answers[name].by for name in sight.active if own.answers[name].kind != "people"}
    return spoken | rated | answered


def _child_voice(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    voices = _voices(sight)
    for child in sight.record.of_roles(("child",)):
        if child.id not in voices:
            yield _gap(sight, "no-child-voice", child.id, name=child.name)


def _parents(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    voices = _voices(sight)
    parents: tuple[Person, ...] = sight.record.of_roles(("parent", "carer"))
    for parent in parents:
        if parent.id not in voices:
            yield _gap(sight, "parent-not-asked", parent.id, name=parent.name)


def _sides(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    """All worries, or all strengths: the two known errors of a one-sided page."""
    for sheet in sight.flow.sheets.values():
        worries = sum(len(sight.held(f"{sheet.id}.{one}")) for one in _WORRIES)
        strengths = sum(len(sight.held(f"{sheet.id}.{one}")) for one in _STRENGTHS)
        has_both = any(f"{sheet.id}.{one}" in sheet.areas for one in _WORRIES) and any(
            f"{sheet.id}.{one}" in sheet.areas for one in _STRENGTHS
        )
        if has_both and worries and not strengths:
            yield _gap(sight, "all-worries", sheet.id)
        elif has_both and strengths and not worries:
            yield _gap(sight, "all-strengths", sheet.id)


def _safety(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    """Something stands as safety though nobody asked the sorting questions about it."""
    sorted_there = {
        entry for visit in sight.record.visits.values() for _, placed in visit.placed for entry in placed
    }
    for entry in sight.entries("map.safety"):
        step = sight.flow.steps.get(entry.step)
        asked_for = step is not None and "map.safety" in step.into
        if entry.id not in sorted_there and not asked_for:
            yield _gap(sight, "strength-as-safety", entry.id, text=_short(entry.text))


def _areas(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    reached = possible_areas(sight.flow, sight.record.form)  # an area nobody is asked about is no gap here
    for area in sight.flow.areas.values():
        held = sight.held(area.id)
        if area.gap and not held and area.id in reached:
            yield Gap("empty", area.gap, area.id)
        if area.unsorted and held:
            yield _gap(sight, "unsorted", area.id, title=area.title, n=len(held))


def _passed(sight: Sight, path: Sequence[Key]) -> Iterator[Gap]:
    for key in path:
        step = sight.flow.steps[key.step]
        for name in sight.record.visit(key).answers:
            answer = sight.record.answers[name]
            if answer.passed in {"later", "dont-know"} and not answer.part and not step.optional:
                back = Key(key.step, key.item, returned=True)
                if answer.passed == "later" and sight.record.visit(back).answers:
                    continue
                code = "put-off" if answer.passed == "later" else "not-known"
                yield _gap(sight, code, key.step, question=_question(step, answer.asked))


def _question(step: Step, asked: str | None) -> str:
    return _short(asked or step.id)


def _short(text: str) -> str:
    first = " ".join(text.split())
    return first if len(first) <= _LONG else f"{first[:_LONG].rsplit(' ', 1)[0]} …"


_LONG: Final = 90


def _reviews(sight: Sight, path: Sequence[Key]) -> Iterator[Gap]:
    """What was read back and has changed, or came after."""
    deeds = sight.record.changed
    for key in path:
        step, visit = sight.flow.steps[key.step], sight.record.visit(key)
        if step.kind != "review" or visit.read is None:
            continue
        stamp = max((deeds.get(name, 0) for name in visit.read), default=0)
        now = {name for area in step.reads for name in sight.held(area)}
        answer = next((sight.record.answers[name] for name in visit.answers), None)
        read_at = answer.deed if answer else 0
        if now - set(visit.read) or stamp > read_at:
            yield _gap(sight, "not-read-back", key.step)


def _late(sight: Sight, path: Sequence[Key]) -> Iterator[Gap]:
    """What landed in a place that had been sorted already is named by its unsorted area alone."""
    for key in path:
        step = sight.flow.steps[key.step]
        area = sight.flow.areas.get(step.sorts)
        if step.kind == "sort" and area is not None and not area.unsorted and sight.record.visit(key).placed:
            placed = {name for _, own in sight.record.visit(key).placed for name in own}
            if set(sight.held(step.sorts)) - placed:
                yield _gap(sight, "not-sorted", key.step, title=area.title)


def _waiting(sight: Sight, deferred: Sequence[Key]) -> Iterator[Gap]:
    for key in deferred:
        yield _gap(sight, "worker-question-waits", key.step, question=key.step.replace("_", " "))


_LOOKS: Final[tuple[Callable[[Sight, Sequence[Key]], Iterator[Gap]], ...]] = (
    _urgent, _child_voice, _parents, _sides, _safety, _areas, _passed, _reviews, _late,
)  # fmt: skip
