"""The questions of a flow as prompt cards: which ones, what stands on each side, and in what size it fits."""

from collections.abc import Iterator
from typing import Final

from guide.documents.face import Face
from guide.documents.pages.blank_names import Nobody, worded
from guide.documents.pages.card_sizes import back_size, front_size, named
from guide.documents.says import Voice
from guide.flow.model import BANDS, Flow, Step, Wording
from guide.flow.possible import possible_steps
from guide.frozen import frozen, replace

_QUESTIONS: Final = frozenset({"ask", "choose", "number", "date", "scale", "compose", "panel"})
_OPEN: Final = frozenset({"ask", "scale", "compose"})
A_SHEET: Final = 4
"""Cards of A6 on one sheet of A4."""


@frozen
class Card:
    """One question, on both sides of a card."""

    number: int
    section: str
    held_with: str
    question: str
    under: tuple[str, ...]
    """What belongs to the question: the ends of a line, choices, the parts of a sentence."""
    technique: str
    kind: str
    """What this kind of question does, in a few words."""
    back: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading and texts of each thing on the back."""
    size: str = ""
    """Of the question: the name of a size in the style, such as `pt26`."""
    back_size: str = ""


@frozen
class Sheet:
    """One sheet of paper: the fronts, and the backs in the order in which they meet them."""

    fronts: tuple[Card | None, ...]
    backs: tuple[Card | None, ...]


@frozen
class Cards:
    """The whole deck."""

    title: str
    whom: str
    """Which wording it has."""
    count: int
    cards: tuple[Card, ...]
    sheets: tuple[Sheet, ...]
    face: Face
    layout: str = "cards"


def cards_page(flow: Flow, voice: Voice, *, form: str = "", band: str = "") -> Cards:
    """Return the deck of a flow: of one form or of all, in one band's wording or in the usual."""
    found = list(dict.fromkeys(_cards(flow, voice, form, band)))
    cards = tuple(replace(card, number=number) for number, card in enumerate(found, 1))
    whom = " · ".join(words for words in (flow.forms.get(form, ""), _band_words(voice, band)) if words)
    return Cards(
        title=flow.title,
        whom=whom,
        count=len(cards),
        cards=cards,
        sheets=tuple(_sheets(cards)),
        face=Face(work="", official="", viewer=voice.say("cards.viewer")),
    )


def _band_words(voice: Voice, band: str) -> str:
    return voice.say(f"cards.band_{band}") if band else ""


def _sheets(cards: tuple[Card, ...]) -> Iterator[Sheet]:
    for start in range(0, len(cards), A_SHEET):
        own: list[Card | None] = [*cards[start : start + A_SHEET]]
        own += [None] * (A_SHEET - len(own))
        one, two, three, four = own
        yield Sheet((one, two, three, four), (two, one, four, three))


def chosen(flow: Flow, form: str = "") -> list[Step]:
    """Return the steps that become cards: what is really asked of somebody, and worth learning.

    Where the author marked kinds of questions: those that are more than a plain fact, and those with
    something to listen for. In a flow without any such mark: every open question.
    """
    forms = [form] if form else list(flow.forms) or [""]
    possible = {step.id for one in forms for step in possible_steps(flow, one)}
    steps = [step for step in flow.steps.values() if step.id in possible and step.kind in _QUESTIONS]
    marked = [step for step in steps if step.technique not in {"", "fact"} or step.listen_for]
    return marked or [step for step in steps if step.kind in _OPEN]


def _cards(flow: Flow, voice: Voice, form: str, band: str) -> Iterator[Card]:
    for step in chosen(flow, form):
        section = flow.section_of.get(step.section)
        sight = Nobody(flow, form or next(iter(flow.forms), ""), section)
        own_band = band or _usual_band(flow, step)
        yield _sized(
            Card(
                number=0,
                section=worded(section.title, own_band, sight) if section else "",
                held_with=flow.held_with(step),
                question=worded(step.text, own_band, sight),
                under=tuple(_under(step, own_band, sight)),
                technique=voice.say(f"techniques.{step.technique}") if step.technique else "",
                kind=voice.say(f"techniques.{step.technique}_is") if step.technique else "",
                back=tuple(_back(step, own_band, sight, voice, in_bands=not band)),
            )
        )


def _usual_band(flow: Flow, step: Step) -> str:
    """Return the band a card is worded for: of a child's questions the one used while no age is known."""
    return "middle" if flow.held_with(step) == "child" else "adult"


def _under(step: Step, band: str, sight: Nobody) -> Iterator[str]:
    if step.kind == "scale":
        most = step.marks.get(band) or 10
        ends = ((0, step.zero), (most, step.ten))
        yield from (f"{number}: {text}" for number, one in ends if (text := worded(one, band, sight)))
    elif step.kind == "choose":
        yield from (worded(one, band, sight) for one in step.options.values())
    elif step.kind == "compose":
        yield from (worded(one.ask, band, sight) for one in step.parts.values())


def _back(
    step: Step, band: str, sight: Nobody, voice: Voice, *, in_bands: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    more = [worded(one, band, sight) for one in step.more]
    more += [worded(one, band, sight) for _, one in step.because_parts]
    found = (
        ("teach", [step.teach]),
        ("listen_for", [step.listen_for]),
        ("more", list(dict.fromkeys(more))),
        ("why", [worded(step.why, band, sight)]),
        ("bands", list(_in_other_bands(step.text, band, sight, voice)) if in_bands else []),
    )
    for key, texts in found:
        said = tuple(text for text in texts if text)
        if said:
            yield voice.say(f"cards.{key}"), said


def _in_other_bands(text: Wording, band: str, sight: Nobody, voice: Voice) -> Iterator[str]:
    """Return how the same question is put to others, where it is put differently."""
    told = {worded(text, band, sight)}
    for other in BANDS:
        if other in text.bands and (words := worded(text, other, sight)) not in told:
            told.add(words)
            yield voice.say("cards.for_band", band=voice.say(f"cards.band_{other}"), words=words)


def _sized(card: Card) -> Card:
    front, back = front_size(card.question, card.under), back_size(card.kind, card.back)
    return replace(card, size=named(front), back_size=named(back))
