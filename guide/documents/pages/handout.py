"""The handout for practising in threes: who asks, who answers, who watches, and how to look back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from guide.documents.face import Face
from guide.documents.pages.cards import cards_page
from guide.documents.says import Voice
from guide.flow.model import Flow
from guide.flow.talk import Talk
from guide.frozen import frozen

Json = Any

_BUILT_IN: Final = ("school", "evening")
_FAMILY: Final = ("parent", "carer", "family", "child")
_TEAM: Final = ("worker", "case_holder", "lead", "advisor")
_QUESTIONS: Final = 5
LINES: Final = 3
"""Rows of the observer's sheet."""


@frozen
class Round:
    """One situation, as each of the two who talk knows it."""

    title: str
    asks: tuple[str, ...]
    answers: tuple[str, ...]


@frozen
class Kind:
    """One kind of question."""

    name: str
    does: str


@frozen
class Handout:
    """Two pages: the three parts, and the observer's sheet."""

    title: str
    whom: str
    face: Face
    rounds: tuple[Round, ...]
    questions: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: tuple[int, ...]
    layout: str = "handout"


def handout_page(flow: Flow, voice: Voice, *, talk: Talk | None = None) -> Handout:
    """Return the handout, with a talk's situation or with two that came with guide."""
    say = voice.say
    rounds = (_of_talk(talk, flow, voice),) if talk else tuple(_built_in(voice))
    whom = (
        say("handout.from_talk", title=_title(talk, flow))
        if talk
        else f"{flow.title} · {say('handout.built_in')}"
    )
    invented = say("face.invented")
    running = " · ".join((invented, say("handout.title"), flow.title))
    return Handout(
        title=say("handout.title"),
        whom=whom,
        face=Face(work="", official="", viewer=say("handout.viewer"), invented=invented, running=running),
        rounds=rounds,
        questions=tuple(_questions(flow, voice, form=talk.form if talk else "")),
        kinds=tuple(_kinds(flow, voice)),
        rows=tuple(range(1, LINES + 1)),
    )


def _title(talk: Talk, flow: Flow) -> str:
    return talk.title or flow.title


def _built_in(voice: Voice) -> Iterable[Round]:
    for number, name in enumerate(_BUILT_IN, 1):
        worker = voice.say("handout.asks_anybody")
        yield Round(
            voice.say(f"handout.round_{number}"),
            (f"{worker} {voice.say(f'handout.{name}_worker')}",),
            (voice.say(f"handout.{name}_parent"),),
        )


def _of_talk(talk: Talk, flow: Flow, voice: Voice) -> Round:
    """Return a talk's situation: what it is about is all that is told, so that nobody plays its answers."""
    people = list(talk.people)
    family = _first(people, _FAMILY)
    asks = _first(people, _TEAM if family else _TEAM[::-1])
    answers = family or _first([one for one in people if one is not asks], _TEAM)
    others = voice.join(str(one["name"]) for one in people if one not in (asks, answers) and one.get("name"))
    about = talk.about or flow.about
    also = voice.say("handout.also", names=others) if others else ""
    you_ask = voice.say("handout.asks", name=_called(asks)) if asks else voice.say("handout.asks_anybody")
    you_answer = voice.say("handout.answers", name=_called(answers)) if answers else ""
    return Round(
        "",
        tuple(words for words in (f"{you_ask} {about}", also) if words),
        tuple(words for words in (f"{you_answer} {about}".strip(), also) if words),
    )


def _first(people: Sequence[Mapping[str, Json]], roles: Sequence[str]) -> Mapping[str, Json] | None:
    """Return the first person of the first role that anybody has."""
    named = [(role, one) for role in roles for one in people if one.get("as") == role and one.get("name")]
    return named[0][1] if named else None


def _called(person: Mapping[str, Json]) -> str:
    age = person.get("age")
    return f"{person['name']}, {age}" if age is not None else str(person["name"])


def _questions(flow: Flow, voice: Voice, form: str) -> Iterable[str]:
    """Return a few questions to try, each of another kind; where a family is asked, those put to it."""
    cards = [one for one in cards_page(flow, voice, form=form).cards if one.technique and not one.under]
    asked = [one for one in cards if one.held_with != "worker"] or cards
    told: dict[str, str] = {}
    for card in asked:
        told.setdefault(card.technique, card.question)
    return list(told.values())[:_QUESTIONS]


def _kinds(flow: Flow, voice: Voice) -> Iterable[Kind]:
    """Return the kinds of questions that there are in this flow, in the order of the list of all."""
    used = {step.technique for step in flow.steps.values()}
    for name in voice.words["techniques"]:
        if name in used and not name.endswith("_is"):
            yield Kind(voice.say(f"techniques.{name}"), voice.say(f"techniques.{name}_is"))
