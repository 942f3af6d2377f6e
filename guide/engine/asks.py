"""Puts into words what is asked now: the step that stands, for this person, in this band."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from guide.engine.accepts import accepts_of
from guide.engine.standing import Standing
from guide.engine.turn import Asked, Asks, Item
from guide.engine.walk import Walk
from guide.flow.evaluate import and_join, fill
from guide.flow.model import Flow, Step, Wording
from guide.map.model import Entry, Key, Rating, Record
from guide.map.sight import Sight
from guide.words.voice import say


def side(held_with: str) -> str:
    """Which of the two sides sits before the screen: the worker, or those the worker is with."""
    return "worker" if held_with == "worker" else "others"


def band_of(record: Record, held_with: str) -> str:
    """Whose understanding to speak to: the child's with a child, else a grown-up's."""
    children = record.of_roles(("child",))
    return children[0].understanding if held_with == "child" and children else "adult"


def asks_of(walked: Walk) -> Asks:
    """Return what is asked now: a step, a hand-over page, a break or the end."""
    record, standing = walked.record, walked.standing
    if standing is None or record.finished_by_hand:
        return Asks(None, "end", record.sits, "")
    step = walked.flow.steps[standing.key.step]
    held_with = walked.flow.held_with(step)
    if side(held_with) != side(record.sits):
        return Asks(None, "hand-over", held_with, _greeting(walked, held_with), accepts=({"next": True},))
    if record.paused:
        text = say("break", record.lang)
        accepts: tuple[Mapping[str, Any], ...] = ({"next": True},)
        if held_with == "child":
            accepts = (*accepts, {"pass": "finish-here"})
        return Asks(step.id, "break", held_with, text, accepts=accepts)
    return _step_asks(walked, standing, step, held_with)


def _greeting(walked: Walk, held_with: str) -> str:
    record = walked.record
    if held_with == "worker":
        workers = _names(record, ("worker", "lead", "case_holder"))
        return say("back_to_worker", record.lang, names=workers) if workers else say("back_to_somebody")
    names = "" if held_with == "team" else _greeted(walked, held_with)
    return say("hello", record.lang, names=names) if names else say("hello_all", record.lang)


def _greeted(walked: Walk, held_with: str) -> str:
    """Name whoever is known to sit there: who was asked for at the start, and who has spoken; others may be
    known by name only, and elsewhere."""
    record = walked.record
    if held_with == "child":
        return _names(record, ("child",))
    heard = {answer.by for answer in record.answers.values()}
    family = record.of_roles(("child", "parent", "carer", "family", "friend"))
    asked_for = ("people.parent", "people.carer", "people.family", "people.friend")
    here = [one.name for one in family if one.id in heard or one.step in asked_for]
    return and_join(here)


def _names(record: Record, roles: tuple[str, ...]) -> str:
    return and_join([one.name for one in record.of_roles(roles)])


class _WithParts:
    """A sight in which `parts` are the parts of the sentence being put together."""

    def __init__(self, sight: Sight, parts: Mapping[str, str]) -> None:
        self._sight, self._parts = sight, parts

    def name(self, name: str) -> Any:
        return self._parts if name == "parts" else self._sight.name(name)

    def call(self, function: str, argument: str) -> Any:
        return self._sight.call(function, argument)


def sentence_of(walked: Walk, step: Step, given: Mapping[str, str]) -> str:
    """Put the parts of a sentence together; a piece whose part was passed is left out whole."""
    sight = _WithParts(walked.sight, given)
    kept = [one for one in step.template if all(given.get(part) for part in one.parts)]
    return " ".join("".join(fill(one.pieces, sight) for one in kept).split())


def given_parts(walked: Walk, standing: Standing) -> dict[str, str]:
    """Return the parts said so far at a composed sentence; several are joined with "and"."""
    voice = walked.record.visit(standing.key).voices.get(standing.who)
    parts = voice.parts if voice else {}
    return {part: and_join(list(texts)) for part, texts in parts.items() if texts}


def worded(walked: Walk, wording: Wording | None, band: str) -> str:
    """Return a wording with its expressions written out."""
    return fill(wording.for_band(band), walked.sight) if wording else ""


def question(walked: Walk, standing: Standing) -> str:
    """Return the question as it is put now; empty when nothing is put (quiet)."""
    step = walked.flow.steps[standing.key.step]
    band = band_of(walked.record, walked.flow.held_with(step))
    match standing.mode:
        case "quiet":
            return ""
        case "more":
            return worded(walked, _more_wording(walked, step, standing), band)
        case "echo":
            voice = walked.record.visit(standing.key).voices[standing.who]
            return voice.echo[2] if voice.echo else ""
        case "reason":
            return worded(walked, dict(step.because_parts)[standing.part], band)
        case "part":
            return worded(walked, step.parts[standing.part].ask, band)
        case "sentence":
            return worded(walked, step.read_back, band) or say("sentence", walked.record.lang)
        case _:
            return worded(walked, step.text, band)


def _more_wording(walked: Walk, step: Step, standing: Standing) -> Wording:
    """The what-else texts in turn, the last again and again."""
    voice = walked.record.visit(standing.key).voices.get(standing.who)
    said = len(voice.answers) if voice else 1
    return step.more[min(max(said, 1), len(step.more)) - 1]


def items_of(walked: Walk, standing: Standing, step: Step) -> tuple[Item, ...]:
    """Return what a sort, a review, an echo, a quiet turn or a whole sentence is about."""
    sight, record = walked.sight, walked.record
    match standing.mode, step.kind:
        case ("first", "sort"):
            return tuple(_item(record, name, step.sorts) for name in sight.held(step.sorts))
        case ("first", "review"):
            held = [(name, area) for area in step.reads for name in sight.held(area)]
            return tuple(_item(record, name, area) for name, area in held)
        case (("quiet" | "echo" | "more"), _):
            voice = record.visit(standing.key).voices.get(standing.who)
            said = [record.answers[name].entry for name in voice.answers] if voice else []
            return tuple(_item(record, name, "") for name in said if name not in record.removed)
        case ("sentence", _):
            text = sentence_of(walked, step, given_parts(walked, standing))
            return (Item("sentence", text),)
        case _:
            return ()


def _item(record: Record, name: str, area: str) -> Item:
    held: Entry | Rating | None = record.entries.get(name) or record.ratings.get(name)
    if isinstance(held, Entry):
        return Item(name, held.text, held.by, area)
    if isinstance(held, Rating):
        return Item(name, f"{held.value:g} / {held.of}", held.by, area)
    person = record.people.get(name)
    return Item(name, person.name if person else name, name, area)


def range_of(step: Step, band: str) -> tuple[float, float, float] | None:
    """Return least, most and step of a line or a number; stones are 0 to their count."""
    if step.kind == "number":
        return (step.least or 0, step.most if step.most is not None else _MANY, 1)
    if step.kind != "scale":
        return None
    stones = step.marks.get(band)
    return (0, stones, 1) if stones else (0, 10, 0.5 if step.half else 1)


_MANY: Final = 1_000_000


def _step_asks(walked: Walk, standing: Standing, step: Step, held_with: str) -> Asks:
    record = walked.record
    band = band_of(record, held_with)
    waiting = tuple(_asked(record, one) for one in standing.waiting)
    if standing.who:
        waiting = (_asked(record, standing.who), *waiting)
    asks = Asks(
        step=step.id,
        kind=step.kind,
        held_with=held_with,
        text=question(walked, standing),
        why=worded(walked, step.why, band) or None,
        part=standing.part or ("sentence" if standing.mode == "sentence" else None),
        of=standing.key.item or None,
        band=band,
        by=waiting,
        who=standing.who,
        options={key: worded(walked, text, band) for key, text in step.options.items()},
        into=step.into,
        private=step.private,
        reveals=_reveals(walked, standing, step),
        quiet=standing.mode == "quiet",
        more=standing.mode == "more",
        range=range_of(step, band) if standing.mode == "first" else None,
        items=items_of(walked, standing, step),
        left=left_after(walked.flow, step) if held_with != "child" else None,
        mode=standing.mode,
        zero=worded(walked, step.zero, band),
        ten=worded(walked, step.ten, band),
        unit=step.unit,
        title=_title(walked, step, band),
        optional=step.optional,
        urgent=step.urgent,
        many=step.many,
        approximate=step.approximate,
        minutes=step.minutes,
        places={area: worded(walked, text, band) for area, text in step.where.items()},
        parts={part: worded(walked, one.ask, band) for part, one in step.parts.items()},
        given=given_parts(walked, standing) if step.kind == "compose" else {},
        roles=step.roles,
        shows=step.shows,
        returned=standing.key.returned,
        guess=step.guess,
    )
    accepts = accepts_of(walked, standing, step, asks)
    return replace(asks, accepts=accepts, speaks=speaker_of(walked, held_with))


def speaker_of(walked: Walk, held_with: str) -> str:
    """Return whose words a reply is when nobody is named: with a child the child, with a worker the
    worker, else the last one named in this section, else nobody."""
    record = walked.record
    if held_with in {"child", "worker"}:
        people = record.of_roles((held_with,))
        return people[0].id if people else ""
    section = walked.flow.steps[walked.standing.key.step].section if walked.standing else ""
    for event in reversed(record.events[-40:]):
        by, known = getattr(event.what, "by", ""), walked.flow.steps.get(getattr(event.what, "step", ""))
        if by in record.people and known is not None and known.section == section:
            return str(by)
    return ""


def reask(walked: Walk, key: Key) -> Asks:
    """Return a question that was answered as it would be put now, so that the answer can be changed."""
    step = walked.flow.steps[key.step]
    return _step_asks(walked, Standing(key, "first"), step, walked.flow.held_with(step))


def _asked(record: Record, person: str) -> Asked:
    one = record.people[person]
    return Asked(one.id, one.name, one.role)


def _title(walked: Walk, step: Step, band: str) -> str:
    section = walked.flow.section_of.get(step.section)
    return worded(walked, section.title, band) if section else ""


def _reveals(walked: Walk, standing: Standing, step: Step) -> bool:
    """Whether the next answer or pass may be the last before what is private is opened."""
    return step.private and len({standing.who, *standing.waiting} - {""}) == 1


@lru_cache(maxsize=8)
def _counts(flow: Flow) -> Mapping[str, tuple[int, int]]:
    least = most = 0
    counts: dict[str, tuple[int, int]] = {}
    for name, step in reversed(flow.steps.items()):
        section = flow.section_of.get(step.section)
        sure = (
            step.when is None and not (section and (section.when or section.for_each)) and not step.optional
        )
        counts[name] = (least, most)
        if step.asks:
            most += 1
            least += 1 if sure and not step.again else 0
    return counts


def left_after(flow: Flow, step: Step) -> tuple[int, int]:
    """Return roughly how many questions follow in the order of the file, at least and at most."""
    return _counts(flow)[step.id]


def key_text(key: Key) -> str:
    """Return a visit as words for a refusal."""
    return f"{key.step} ({key.item})" if key.item else key.step
