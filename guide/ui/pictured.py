"""A picture in words on the screen: what it shows, what its sentences suggest, what can be chosen for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from guide.ui.says import say

Json = Any
Picture = dict[str, Json]

FEELINGS: Final = ("happy", "calm", "sad", "worried", "scared", "angry", "tired", "confused", "unwell")
"""Words for faces that are offered beside a plain face and one left to draw; any other can be written."""


ASPECTS: Final = ("age", "hair", "head", "glasses", "beard", "wheelchair")
"""What can be said of how somebody looks, in the order it is offered."""


def described(
    picture: Mapping[str, Json],
    names: Sequence[str] = (),
    lang: str = "en",
    looks: Mapping[str, Json] | None = None,
) -> str:
    """Return what a picture shows, for whoever cannot see it; `looks` as `looks_in` gives them."""
    from guide.documents.pictures import described as in_words  # only where there is a story

    return in_words(picture, _people(names), lang, looks)


def looks_in(
    pictures: Iterable[Mapping[str, Json]], names: Sequence[str] = (), lang: str = "en"
) -> Mapping[str, Json]:
    """Return how everybody looks in these pictures: what one of them tells holds in every other."""
    from guide.documents.pictures import looks_of
    from guide.documents.pictures.lexicon import lexicon

    return looks_of([{"picture": one} for one in pictures], _people(names), lexicon(lang))


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


def choices_of(aspect: str, lang: str = "en") -> dict[str, str]:
    """Return what can be chosen for one part of a look, by the words that ask for each."""
    from guide.documents.pictures.aspects import ASPECTS as KEYS
    from guide.documents.pictures.lexicon import lexicon

    words = lexicon(lang)
    return {key: words.said("looks", key) for key in KEYS[aspect]}


def look_says(look: str, aspect: str, lang: str = "en") -> str:
    """Return what a look says of one part of it; of none, what was said in other words."""
    from guide.documents.pictures.aspects import said_of
    from guide.documents.pictures.lexicon import lexicon

    return said_of(look, aspect, lexicon(lang))


def look_with(look: str, aspect: str, words: str, lang: str = "en") -> str:
    """Return a look with one part of it said, in the place of what was said of that before."""
    from guide.documents.pictures.aspects import with_said
    from guide.documents.pictures.lexicon import lexicon

    return with_said(look, aspect, words, lexicon(lang))


def look_in(pictures: Iterable[Mapping[str, Json]], name: str) -> str:
    """Return everything these pictures say of how somebody looks."""
    from guide.documents.pictures.aspects import joined
    from guide.documents.pictures.looks import described_looks

    people = [one for picture in pictures for one in people_in(picture)]
    own = [one for one in people if str(one.get("name", "")).casefold() == name.casefold()]
    return joined(words for one in own for words in described_looks(one.get("look")))


def is_small(person: Mapping[str, Json], look: str, lang: str = "en") -> bool:
    """Return whether somebody is drawn small enough to be in somebody's arms."""
    from guide.documents.pictures.lexicon import lexicon
    from guide.documents.pictures.looks import SIZES, described_looks, look_of

    words = lexicon(lang)
    seen = look_of(str(person.get("name", "")), person, words)
    for one in described_looks(look):
        seen = seen.with_words(one, words)
    return seen.size in SIZES[:2]


def people_in(picture: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    """Return the people of a picture, each an object with a name."""
    found = picture.get("people") or ()
    return [one if isinstance(one, Mapping) else {"name": str(one)} for one in found]


def words_of(one: Json) -> str:
    """Return a thing, or what is said, as words."""
    return str(one.get("text") or one.get("name") or "") if isinstance(one, Mapping) else str(one)
