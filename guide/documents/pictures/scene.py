"""Reads a picture as it stands in the record into what can be drawn: leniently, and nothing is left out."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.documents.pictures.lexicon import Lexicon
from guide.documents.pictures.looks import Look, described_looks, look_of
from guide.documents.pictures.places import SHOWS
from guide.documents.pictures.things import is_drawn
from guide.frozen import field, frozen, replace

Json = Any


@frozen
class Thing:
    """Something in a picture."""

    words: str
    key: str
    """What is drawn; nothing for an empty frame."""
    caption: str
    """What has to stand under it; nothing where the drawing says it all."""
    in_air: bool = False
    is_there: bool = False
    """Whether the place shows it already."""


@frozen
class Somebody:
    """One person in a picture."""

    name: str
    look: Look
    feeling: str
    """The face."""
    feels: str
    """As it was written."""
    hand: str = ""
    """Whose hand they hold."""
    carries: str = ""
    """Whom they have in their arms."""
    holds: Thing | None = None
    note: str = ""
    """Words that cannot be drawn: they stand under the name."""


@frozen
class Bubble:
    """Something said or thought."""

    text: str
    by: str
    thought: bool


@frozen
class Scene:
    """One picture."""

    place: str
    label: str
    """What has to stand in the picture about the place, in the words of whoever chose it."""
    people: tuple[Somebody, ...] = ()
    things: tuple[Thing, ...] = ()
    bubbles: tuple[Bubble, ...] = ()
    said_place: str = field(default="")
    """The place as it was written."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was chosen."""
        return not (self.people or self.things or self.bubbles or self.said_place)


def scene_of(
    picture: Mapping[str, Json], people: Iterable[Mapping[str, Json]],
    looks: Mapping[str, Look], words: Lexicon,
) -> Scene:  # fmt: skip
    """Return what a picture shows; `looks` by name in small letters, whoever is missing gets their own."""
    place = _text(picture.get("place"))
    key = words.place(place) if place else "plain"
    label = "" if not place or (key and words.is_plain("places", key, place)) else place
    known = {str(one.get("name", "")).casefold(): one for one in people}
    shown = tuple(_somebody(one, known, looks, words) for one in _listed(picture.get("people")))
    everybody = tuple(_both(shown))
    held = tuple(put for one in _listed(picture.get("people")) if (put := _not_held(one, words)))
    return Scene(
        key or "plain",
        label,
        tuple(one for one in everybody if one.name or one.note),
        tuple(_placed(one, key or "plain") for one in (*_things(picture, words), *held)),
        tuple(one for each in _listed(picture.get("bubbles")) if (one := _bubble(each)).text),
        place,
    )


def _both(people: tuple[Somebody, ...]) -> list[Somebody]:
    """Return people so that nobody is held or carried who is not there, and nobody is there twice."""
    named = {one.name.casefold() for one in people}
    found: list[Somebody] = []
    seen: set[str] = set()
    for one in people:
        if one.name.casefold() not in seen or not one.name:
            found.append(one)
            seen.add(one.name.casefold())
    return [_unheld(one, named) for one in found]


def _unheld(one: Somebody, named: set[str]) -> Somebody:
    hand = one.hand if one.hand.casefold() in named - {one.name.casefold()} else ""
    carries = one.carries if one.carries.casefold() in named - {one.name.casefold()} else ""
    return replace(one, hand=hand, carries=carries)


def _somebody(
    one: Json, known: Mapping[str, Mapping[str, Json]], looks: Mapping[str, Look], words: Lexicon
) -> Somebody:  # fmt: skip
    held = one if isinstance(one, Mapping) else {"name": one}
    name = _text(held.get("name"))
    look = looks.get(name.casefold()) or look_of(name, known.get(name.casefold()), words)
    for part in described_looks(held.get("look")):
        look = look.with_words(part, words)
    feels = _text(held.get("feeling"))
    face = words.feeling(feels)
    notes = [part for part in (*_undrawn(held.get("look"), words), "" if face else feels) if part]
    return Somebody(
        name, look, face or "blank", feels, _text(held.get("hand")), _text(held.get("carries")),
        _held(held, words), ", ".join(notes),
    )  # fmt: skip


def _held(person: Mapping[str, Json], words: Lexicon) -> Thing | None:
    """Return what somebody holds; what is not drawn, a weapon above all, is in nobody's hand."""
    said = _text(person.get("holds"))
    thing = _thing(said, words) if said else None
    return thing if thing and thing.key and not thing.caption else None


def _not_held(person: Json, words: Lexicon) -> Thing | None:
    """Return what was to be held and stands beside them instead, with its words under it."""
    said = _text(person.get("holds")) if isinstance(person, Mapping) else ""
    return _thing(said, words) if said and _held(person, words) is None else None


def _undrawn(look: Json, words: Lexicon) -> list[str]:
    return [one for one in described_looks(look) if not words.look(one)]


def _things(picture: Mapping[str, Json], words: Lexicon) -> list[Thing]:
    return [_thing(text, words) for one in _listed(picture.get("things")) if (text := _text(one))]


def _placed(thing: Thing, place: str) -> Thing:
    """Return a thing marked when the place shows it and there is nothing more to say of it."""
    return replace(thing, is_there=not thing.caption and thing.key in SHOWS.get(place, ()))


def _thing(said: str, words: Lexicon) -> Thing:
    key = words.thing(said)
    if not key or not is_drawn(key):
        return Thing(said, "", said)
    plain = words.is_plain("things", key, said)
    return Thing(said, key, "" if plain else said, key in words.table["air"]["things"])


def _bubble(one: Json) -> Bubble:
    if not isinstance(one, Mapping):
        return Bubble(_text(one), "", thought=False)
    kind = str(one.get("kind") or "")
    return Bubble(_text(one.get("text")), _text(one.get("by")), kind.startswith(("thought", "think")))


def _listed(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list | tuple) else []


def _text(value: Json) -> str:
    if isinstance(value, Mapping):
        value = value.get("text") or value.get("name") or ""
    return " ".join(str(value).split()) if value is not None else ""
