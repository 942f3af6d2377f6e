"""Hears that something read back is right; who may see it, who agrees, and who does not."""

from collections.abc import Mapping
from typing import Any

from guide.engine.hear_words import whole_sentence
from guide.engine.listening import Listening, What, place_of
from guide.engine.turn import Item
from guide.log import events as ev
from guide.map.model import Key
from guide.map.sentences import sentence_at
from guide.map.sharing import WISHES

Json = Any


def agreed(heard: Listening) -> What:
    """Hear that a whole sentence, or what was read back, is right."""
    heard.is_true("ok")
    if heard.standing.mode == "sentence":
        return whole_sentence(heard, None)
    if heard.step.kind != "review":
        raise heard.not_here("ok")
    key, items = heard.standing.key, heard.asks.items
    return [reviewed(heard, key, items, heard.new("answer"), heard.asked())]


def reviewed(
    heard: Listening, key: Key, items: tuple[Item, ...], answer: str, asked: str | None
) -> ev.Reviewed:
    """Return what was said at a review, first or later."""
    return ev.Reviewed(
        **place_of(key),
        answer=answer,
        by=heard.speaker(),
        read=tuple(item.id for item in items),
        share={heard.held(name, items): _wishes(heard, own) for name, own in _pairs(heard, "share")},
        agree={_read(heard, name, items): _people(heard, own) for name, own in _pairs(heard, "agree")},
        dispute={_read(heard, name, items): _words(heard, own) for name, own in _pairs(heard, "dispute")},
        asked=asked,
    )


def _pairs(heard: Listening, key: str) -> list[tuple[str, Json]]:
    return list(heard.mapping(key).items()) if heard.line.get(key) else []


def _read(heard: Listening, name: Json, items: tuple[Item, ...]) -> str:
    """Return what was read back by its id or number: an entry, a rating, or a sentence of the story."""
    number, among = str(name), [one.id for one in items]
    if number.isdecimal() and len(number) < len("10000") and 1 <= int(number) <= len(among):
        number = among[int(number) - 1]
    if number in among and sentence_at(heard.record.panels, number):
        return number
    return heard.held(name, items)


def _people(heard: Listening, own: Json) -> list[str]:
    return [heard.person(one) for one in (own if isinstance(own, list) else [own])]


def _words(heard: Listening, own: Json) -> dict[str, str]:
    if not isinstance(own, Mapping):
        raise heard.refused("shape", key="dispute", shape='like {"e3": {"p3": "It was once"}}')
    return {heard.person(one): heard.words(words, "dispute") for one, words in own.items()}


def _wishes(heard: Listening, own: Json) -> dict[str, Json]:
    """Return viewer to wish: one of the plain ones, their own words, or both."""
    if not isinstance(own, Mapping):
        raise heard.refused("shape", key="share", shape='like {"e3": {"p3": "yes"}}')
    return {heard.person(viewer): _wish(heard, wish) for viewer, wish in own.items()}


def _wish(heard: Listening, wish: Json) -> Json:
    if not isinstance(wish, Mapping):
        words = heard.words(wish, "share")
        if not words:
            raise heard.refused("empty")
        return words
    plain, words = wish.get("wish"), wish.get("words") or ""
    if plain not in WISHES:
        raise heard.refused("shape", key="wish", shape=f"one of {', '.join(WISHES)}")
    return {"wish": plain, "words": heard.words(words, "words")}
