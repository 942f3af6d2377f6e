"""Hears what is picked rather than said: a mark, a choice, a number, a day, people, places, a picture."""

from guide.engine import values
from guide.engine.answering import (
    answered,
    answered_at,
    is_first_answer,
    leaves_open,
    on_a_sheet,
    who_answers,
)
from guide.engine.hear_people import joined
from guide.engine.listening import Listening, What
from guide.engine.worded import worded
from guide.flow.model import Kind
from guide.log import events as ev

REASONS = ("because", "lower", "higher", "small_step")


def _must_be(heard: Listening, kind: Kind, key: str) -> None:
    """Make sure a reply of this kind answers here; raises Refused."""
    if heard.step.kind != kind or not is_first_answer(heard):
        raise heard.not_here(key)


def rate(heard: Listening) -> What:
    """Hear a number on the line, with the words that came with it."""
    _must_be(heard, "scale", "rate")
    who = _rater(heard)
    value, of = values.mark(heard, heard.step)
    rating, areas = heard.new("rating"), heard.areas(heard.step, "ratings")
    given = answered(heard, who, value, rating=rating, areas=areas, guessed_by=_guesser(heard), of=of)
    return [*leaves_open(heard, who), given, *_reasons_with(heard, rating, who if heard.step.by else "")]


def _rater(heard: Listening) -> str:
    """Return whose place it is: where a guess is asked for and nobody is named, nobody's in particular."""
    is_guess = heard.step.guess or heard.line.get("guessed_by")
    if is_guess and not heard.step.by:
        return heard.named("by") or ""
    return who_answers(heard)


def _guesser(heard: Listening) -> str | None:
    """Return whose guess it is: the one named, or at a step that asks for a guess whoever is speaking."""
    named = heard.named("guessed_by")
    if named is not None:
        return named
    return heard.asks.speaks or heard.helper() if heard.step.guess else None


def _reasons_with(heard: Listening, rating: str, who: str) -> What:
    found: What = []
    wordings = dict(heard.step.because_parts)
    for part in REASONS:
        given = heard.line.get(part)
        words = [] if given is None else [one for one in heard.several(given, part) if one]
        asked = worded(heard.walked, wordings.get(part), heard.asks.band) or None
        found += [
            ev.Reasoned(**heard.place, rating=rating, part=part, text=one, asked=asked, by=who)
            for one in words
        ]
    return found


def choose(heard: Listening) -> What:
    """Hear one choice or several."""
    _must_be(heard, "choose", "choose")
    keys = values.choice(heard, heard.step)
    who = who_answers(heard)
    return [*leaves_open(heard, who), answered(heard, who, keys, **on_a_sheet(heard, heard.step, keys))]


def number(heard: Listening) -> What:
    """Hear a number."""
    _must_be(heard, "number", "number")
    value = values.amount(heard, heard.step)
    who = who_answers(heard)
    return [*leaves_open(heard, who), answered(heard, who, value, **on_a_sheet(heard, heard.step, value))]


def date(heard: Listening) -> What:
    """Hear a day, or where the step allows it something like "about March"."""
    _must_be(heard, "date", "date")
    words = values.day(heard, heard.step)
    who = who_answers(heard)
    return [*leaves_open(heard, who), answered(heard, who, words, **on_a_sheet(heard, heard.step, words))]


def people(heard: Listening) -> What:
    """Hear who there is; at any turn, and as the answer where people are asked for."""
    standing = heard.walked.standing
    step = heard.walked.flow.steps[standing.key.step] if standing is not None else None
    if standing is None or step is None or heard.asks.kind != "people":
        return joined(heard, None)[1]
    if step.optional and not heard.line["people"]:
        return [ev.WentOn(**heard.place, asked=heard.asked())]
    ids, happened = joined(heard, step)
    only_left = heard.line["people"] and not ids
    if not only_left:
        happened.append(answered_at(heard, step, standing.key, heard.speaker(), ids, asked=heard.asked()))
    return happened


def sort(heard: Listening) -> What:
    """Hear where each entry belongs; what is left out stays where it is."""
    _must_be(heard, "sort", "sort")
    waiting = {item.id: heard.step.sorts for item in heard.asks.items}
    placed = {**waiting, **values.sorted_places(heard, heard.step, waiting)}
    by, asked = heard.speaker(), heard.asked()
    return [ev.Sorted(**heard.place, answer=heard.new("answer"), placed=placed, by=by, asked=asked)]


def panel(heard: Listening) -> What:
    """Hear one picture with its sentences."""
    _must_be(heard, "panel", "panel")
    value = values.panel_value(heard)
    usual = {"title": worded(heard.walked, heard.step.title, heard.asks.band), "from": _said_for_it(heard)}
    value |= {key: own for key, own in usual.items() if own and key not in heard.mapping("panel")}
    return [answered(heard, heard.speaker(), value, panel=heard.new("panel"))]


def _said_for_it(heard: Listening) -> list[str]:
    """Return the words before everybody's eyes that were said in this conversation.

    A panel is made of them when nobody says more; what was taken from an earlier one must be named.
    """
    entries = heard.record.entries
    return [item.id for item in heard.asks.items if ":" not in (entries[item.id].from_ or "")]
