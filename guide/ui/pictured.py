"""A picture in words on the screen: what it shows, what its sentences suggest, what can be chosen for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from guide.ui.says import say

Json = Any
Picture = dict[str, Json]

FEELINGS: Final = ("happy", "calm", "sad", "worried", "scared", "angry", "tired", "confused", "unwell")
"""Words for faces that are offered beside a plain face and one left to draw; any other can be written."""


def described(picture: Mapping[str, Json], names: Sequence[str] = (), lang: str = "en") -> str:
    """Return what a picture shows, for whoever draws it or cannot see it."""
    from guide.documents.pictures import described as in_words  # only where there is a story

    return in_words(picture, _people(names), lang)


def suggested(sentences: Sequence[str], names: Sequence[str], lang: str = "en") -> Picture:
    """Return the picture these sentences suggest: only what they name, of the people known."""
    from guide.documents.pictures import suggested as of_sentence

    text = " ".join(sentences)
    return of_sentence(text, _people([*names, *_kin(text, names)]), lang)


def _people(names: Iterable[str]) -> list[Picture]:
    return [{"name": one} for one in names]


def _kin(text: str, names: Sequence[str]) -> list[str]:
    """Return who is called by what they are to a child, as a name: Mum, Nain."""
    known = {one.casefold() for one in names}
    words = f"{say('role_words.parent')} {say('role_words.family')}".split()
    called = [one for one in text.replace("’", " ").replace("'", " ").split() if one[:1].isupper()]
    plain = [one.strip('.,;:!?“”"()') for one in called]
    return [one for one in dict.fromkeys(plain) if one.casefold() in words and one.casefold() not in known]


def places(lang: str = "en") -> dict[str, str]:
    """Return the places that can be drawn, by the word that asks for each."""
    from guide.documents.pictures.lexicon import lexicon

    words = lexicon(lang)
    return {key: words.said("places", key) for key in words.places if words.said("places", key)}


def things(lang: str = "en") -> list[str]:
    """Return the things that can be drawn, each by its plainest word."""
    from guide.documents.pictures.lexicon import lexicon

    words = lexicon(lang)
    return [words.said("things", key) for key in words.table["things"]]


def people_in(picture: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    """Return the people of a picture, each an object with a name."""
    found = picture.get("people") or ()
    return [one if isinstance(one, Mapping) else {"name": str(one)} for one in found]


def words_of(one: Json) -> str:
    """Return a thing, or what is said, as words."""
    return str(one.get("text") or one.get("name") or "") if isinstance(one, Mapping) else str(one)
