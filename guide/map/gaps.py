"""What is missing, doubtful or one-sided in the record; it names gaps and never fills or judges them."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from guide.flow.model import Flow, Step
from guide.flow.possible import possible_areas
from guide.frozen import frozen
from guide.map.middle import STRENGTHS
from guide.map.model import Answer, Key, Visit
from guide.map.placing import is_hidden
from guide.map.sentences import sentences_of
from guide.map.sight import Sight
from guide.map.urgent import is_told, urgent_in
from guide.words.voice import say

_IN_A_STORY: Final = {
    "label": "story-label", "blame": "story-blame", "promise": "story-promise", "long": "story-long",
}  # fmt: skip
"""What is to be looked at in a sentence of a story, to the code of its gap."""


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
_NOT_KNOWN: Final = {"later": "put-off", "dont-know": "not-known"}
_LONG: Final = 90
"""Letters of a question that a gap says back at most."""


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
    for urgent in urgent_in(sight):
        if not is_told(urgent):
            yield _gap(sight, "urgent-not-told", urgent.id)


def _voices(sight: Sight) -> set[str]:
    """Everybody whose own words or numbers stand somewhere: no guesses, no passes."""
    own = sight.record
    held = {name for area in sight.placed.values() for name in area if name in own.entries}
    return {own.entries[name].by for name in held} | {
        one.by
        for one in map(own.answers.__getitem__, sight.active)
        if one.kind not in {"people", "timer"} and not _is_pass(sight, one) and not _is_guess(sight, one)
    }


def _is_pass(sight: Sight, answer: Answer) -> bool:
    """Whether somebody passed, as far as that may be known already."""
    return bool(answer.passed) and not is_hidden(sight.flow, sight.record, answer.key)


def _is_guess(sight: Sight, answer: Answer) -> bool:
    rating = sight.record.ratings.get(answer.rating)
    return rating is not None and rating.guessed_by is not None


def _people(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    """Children without words of their own, and parents nobody has asked."""
    voices = _voices(sight)
    answers = sight.record.answers
    asked = voices | {answers[name].by for name in sight.active if _is_pass(sight, answers[name])}
    for child in sight.record.of_roles(("child",)):
        if child.id not in voices:
            yield _gap(sight, "no-child-voice", child.id, name=child.name)
    for parent in sight.record.of_roles(("parent", "carer")):
        if parent.id not in asked:
            yield _gap(sight, "parent-not-asked", parent.id, name=parent.name)


def _sides(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    """All worries, or all strengths: the two known errors of a one-sided page."""
    for sheet in sight.flow.sheets:
        worries, strengths = (_side(sight, sheet, names) for names in (_WORRIES, STRENGTHS))
        if worries is None or strengths is None or worries == strengths:
            continue
        yield _gap(sight, "all-worries" if worries else "all-strengths", sheet)


def _side(sight: Sight, sheet: str, names: Sequence[str]) -> bool | None:
    """Return whether anything stands on one side of a sheet; None when it has no such side."""
    areas = [f"{sheet}.{name}" for name in names if f"{sheet}.{name}" in sight.flow.areas]
    return any(sight.placed.get(area) for area in areas) if areas else None


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


def _passed(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    answers = sight.record.answers
    for answer in [answers[name] for name in sight.active if answers[name].passed in _NOT_KNOWN]:
        step = sight.flow.steps[answer.key.step]
        came_back = (
            answer.passed == "later" and sight.record.visit(answer.key._replace(returned=True)).answers
        )
        if not (answer.part or step.optional or came_back) and _is_pass(sight, answer):
            question = _short(answer.asked or step.id)
            yield _gap(sight, _NOT_KNOWN[answer.passed], step.id, question=question)


def _short(text: str) -> str:
    first = " ".join(text.split())
    return first if len(first) <= _LONG else f"{first[:_LONG].rsplit(' ', 1)[0]} …"


@lru_cache(maxsize=16)
def _steps_of(flow: Flow, kind: str) -> frozenset[str]:
    return frozenset(one.id for one in flow.steps.values() if one.kind == kind)


def _visits(sight: Sight, path: Sequence[Key], kind: str) -> Iterator[tuple[Step, Visit]]:
    """Return the visits of one kind of step on the way."""
    steps = _steps_of(sight.flow, kind)
    for key in path:
        if key.step in steps:
            yield sight.flow.steps[key.step], sight.record.visit(key)


def _reviews(sight: Sight, path: Sequence[Key]) -> Iterator[Gap]:
    """What was read back and has changed, or came after."""
    changed = sight.record.changed
    for step, visit in _visits(sight, path, "review"):
        if visit.read is None:
            continue
        now = {name for area in step.reads for name in sight.held(area)}
        now |= {name for panel in step.reads for name, _ in sentences_of(sight.told_at(panel))}
        read_at = max((sight.record.answers[name].deed for name in visit.answers), default=0)
        if now - set(visit.read) or any(changed.get(name, 0) > read_at for name in visit.read):
            yield _gap(sight, "not-read-back", step.id)


def _late(sight: Sight, path: Sequence[Key]) -> Iterator[Gap]:
    """What landed in a place that had been sorted already; an unsorted area names that by itself."""
    for step, visit in _visits(sight, path, "sort"):
        area = sight.flow.areas.get(step.sorts)
        placed = {name for _, own in visit.placed for name in own}
        if area is not None and not area.unsorted and placed and set(sight.held(step.sorts)) - placed:
            yield _gap(sight, "not-sorted", step.id, title=area.title)


def _story(sight: Sight, _path: Sequence[Key]) -> Iterator[Gap]:
    """What is asked about the wording of a story; nobody has to change it."""
    if not sight.record.panels:
        return
    from guide.map.story_wording import doubts_of  # few conversations have a story

    for one in doubts_of(sight):
        code = _IN_A_STORY[one.kind]
        yield _gap(sight, code, one.panel, page=one.page, words=one.words, many=one.many, most=one.most)


def _waiting(sight: Sight, deferred: Sequence[Key]) -> Iterator[Gap]:
    for key in deferred:
        yield _gap(sight, "worker-question-waits", key.step, question=key.step.replace("_", " "))


_LOOKS: Final[tuple[Callable[[Sight, Sequence[Key]], Iterator[Gap]], ...]] = (
    _urgent, _people, _sides, _safety, _areas, _passed, _reviews, _late, _story,
)  # fmt: skip
