"""Puts into words what stands: the question in this person's band, a sentence from its parts, its items."""

from collections.abc import Mapping
from typing import Any, Final

from guide.engine.standing import Standing
from guide.engine.turn import Item
from guide.engine.walk import Walk
from guide.flow.evaluate import and_join, fill
from guide.flow.model import Step, Wording
from guide.map.model import Entry, Rating, Record
from guide.map.placing import is_hidden
from guide.map.sentences import sentences_of
from guide.map.sight import Sight
from guide.words.voice import say

_MANY: Final = 1_000_000


def band_of(record: Record, held_with: str) -> str:
    """Whose understanding to speak to: the child's with a child, else a grown-up's."""
    children = record.of_roles(("child",))
    return children[0].understanding if held_with == "child" and children else "adult"


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
    """Return the what-else texts in turn, the last again and again."""
    voice = walked.record.visit(standing.key).voices.get(standing.who)
    said = len(voice.answers) if voice else 1
    return step.more[min(max(said, 1), len(step.more)) - 1]


def range_of(step: Step, band: str) -> tuple[float, float, float] | None:
    """Return least, most and step of a line or a number; stones are 0 to their count."""
    if step.kind == "number":
        most = _MANY if step.most is None else step.most
        return (min(0, most) if step.least is None else step.least, most, 1)
    if step.kind != "scale":
        return None
    stones = step.marks.get(band)
    return (0, stones, 1) if stones else (0, 10, 0.5 if step.half else 1)


def plain_number(value: float) -> str:
    """Return a number as people write it, however large."""
    return str(int(value)) if float(value).is_integer() else str(value)


# Sentences made of parts


class _WithParts:
    """A sight in which `parts` are the parts of the sentence being put together."""

    def __init__(self, sight: Sight, parts: Mapping[str, str]) -> None:
        self._sight, self._parts = sight, parts

    def name(self, name: str) -> Any:
        return self._parts if name == "parts" else self._sight.name(name)

    def call(self, function: str, argument: str) -> Any:
        return self._sight.call(function, argument)


def sentence_of(walked: Walk, step: Step, given: Mapping[str, str]) -> str:
    """Put the parts of a sentence together; a piece whose part was passed is left out whole.

    The words of a part stay as they are; only where two pieces meet one space is enough.
    """
    sight = _WithParts(walked.sight, given)
    sentence = ""
    for one in step.template:
        if all(given.get(part) for part in one.parts):
            piece = fill(one.pieces, sight)
            sentence += piece.lstrip() if sentence[-1:].isspace() else piece
    return sentence.strip()


def given_parts(walked: Walk, standing: Standing) -> dict[str, str]:
    """Return the parts said so far at a composed sentence; several are joined with "and"."""
    voice = walked.record.visit(standing.key).voices.get(standing.who)
    parts = voice.parts if voice else {}
    return {part: and_join(list(texts)) for part, texts in parts.items() if texts}


# What it is about


def items_of(walked: Walk, standing: Standing, step: Step) -> tuple[Item, ...]:
    """Return what a sort, a review, an echo, a quiet turn or a whole sentence is about.

    Nothing that was given privately and is not opened yet.
    """
    match standing.mode, step.kind:
        case ("first", "sort"):
            return _items_to_sort(walked, standing, step)
        case ("first", "review"):
            return items_read(walked, step)
        case ("first", "panel"):
            return items_of_panel(walked, step)
    if is_hidden(walked.flow, walked.record, standing.key):
        return ()
    return _items_said(walked, standing, step)


def _items_to_sort(walked: Walk, standing: Standing, step: Step) -> tuple[Item, ...]:
    """Return what waits to be sorted; and what was sorted here before, when that is put right."""
    sight, sheet = walked.sight, step.sorts.partition(".")[0]
    before = [name for _, placed in walked.record.visit(standing.key).placed for name in placed]
    names = dict.fromkeys(
        [*(name for name in before if (sheet, name) in sight.where), *sight.held(step.sorts)]
    )
    return tuple(_item(walked.record, name, sight.where[sheet, name]) for name in names)


def items_read(walked: Walk, step: Step) -> tuple[Item, ...]:
    """Return what a review reads back, as it stands now."""
    items: list[Item] = []
    for place in step.reads:
        items += [_item(walked.record, name, place) for name in walked.sight.held(place)]
        items += [Item(name, words, "", place) for name, words in sentences_of(walked.sight.told_at(place))]
    return tuple(items)


def items_of_panel(walked: Walk, step: Step) -> tuple[Item, ...]:
    """Return the words a panel can be made of."""
    held = [(name, area) for area in step.made_of for name in walked.sight.held(area)]
    return tuple(_item(walked.record, name, area) for name, area in held)


def _items_said(walked: Walk, standing: Standing, step: Step) -> tuple[Item, ...]:
    record = walked.record
    if standing.mode == "sentence":
        return (Item("sentence", sentence_of(walked, step, given_parts(walked, standing))),)
    if standing.mode not in {"quiet", "echo", "more"}:
        return ()
    voice = record.visit(standing.key).voices.get(standing.who)
    answers = [record.answers[name] for name in voice.answers] if voice else []
    said = [one.entry for one in answers if one.entry and not one.passed]
    return tuple(_item(record, name, "") for name in said if name not in record.removed)


def _item(record: Record, name: str, area: str) -> Item:
    held: Entry | Rating | None = record.entries.get(name) or record.ratings.get(name)
    if isinstance(held, Entry):
        return Item(name, held.text, held.by, area)
    if isinstance(held, Rating):
        return Item(name, f"{held.value:g} / {held.of}", held.by, area)
    person = record.people.get(name)
    return Item(name, person.name if person else name, name, area)
