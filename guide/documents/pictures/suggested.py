"""Suggests a picture for a sentence: who is named in it, where, what is there. Nothing is read into it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.documents.pictures.lexicon import Lexicon, lexicon, split
from guide.documents.pictures.things import is_drawn

Json = Any

_MOST_THINGS: Final = 3
_PARTS: Final = re.compile(r"[.;!?\n]+|,| but ")
_QUOTED: Final = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")


def suggested(sentence: str, people: Iterable[Mapping[str, Json]] = (), lang: str = "en") -> dict[str, Json]:
    """Return a picture in the record's shape; a face is "ok" unless the sentence names somebody's feeling."""
    words = lexicon(lang)
    names = [str(one.get("name") or "") for one in people if not one.get("left")]
    plain = _QUOTED.sub(" ", sentence)
    names += _babies(plain, names, words)
    shown = [_person(name, plain, names, words) for name in _named(sentence, names)]
    return {
        "place": _place(plain, words),
        "people": shown,
        "things": [one for one in _things(plain, words) if one.casefold() not in _on_faces(shown, words)],
        "bubbles": _bubbles(sentence, names, words),
    }


def _on_faces(people: Iterable[Mapping[str, Json]], words: Lexicon) -> set[str]:
    """Return the words that a face shows already: somebody asleep has no sleep beside them as well."""
    faces = words.table["feelings"]
    return {known for one in people for known in faces.get(str(one["feeling"]).replace(" ", "_"), ())}


def _named(sentence: str, names: Iterable[str]) -> list[str]:
    """Return who is named, in the sentence's order."""
    found = [(at, name) for name in dict.fromkeys(names) if (at := _at(sentence, name)) >= 0]
    return [name for _, name in sorted(found)]


def _babies(sentence: str, names: Iterable[str], words: Lexicon) -> list[str]:
    """Return a baby that nobody has named; a baby's bottle is none."""
    things = [one for many in words.table["things"].values() for one in many]
    for word in words.hints("baby"):
        rest = sentence
        for thing in things:
            if word in split(thing) or f"{word}'s" in split(thing):
                rest = re.sub(re.escape(thing), " ", rest, flags=re.IGNORECASE)
        if word not in names and _at(rest, word) >= 0:
            return [word.capitalize()]
    return []


def _at(text: str, name: str) -> int:
    """Return where a name stands as a word of its own; -1 where it does not."""
    if not name.strip():
        return -1
    found = re.search(rf"(?<!\w){re.escape(name.strip())}(?!\w)", text, re.IGNORECASE)
    return found.start() if found else -1


def _person(name: str, sentence: str, names: list[str], words: Lexicon) -> dict[str, Json]:
    person: dict[str, Json] = {"name": name, "feeling": _feeling(name, sentence, names, words)}
    hand = _deed(name, sentence, names, words, "holds")
    if hand and set(split(sentence)) & words.hints("hand"):
        person["hand"] = hand
    carried = _deed(name, sentence, names, words, "carries")
    if carried:
        person["carries"] = carried
    return person


def _feeling(name: str, sentence: str, names: list[str], words: Lexicon) -> str:
    """Return the feeling named for somebody: in their part of the sentence, after their name."""
    for part in _PARTS.split(sentence):
        at = _at(part, name)
        if at < 0:
            continue
        after = part[at + len(name) :]
        others = [place for other in names if other != name and (place := _at(after, other)) >= 0]
        told = after[: min(others)] if others and not _joined(after, others, words) else after
        if set(split(told)) & words.hints("no"):
            continue
        found = words.within(words.table["feelings"], told)
        if found and found != "blank":
            return found.replace("_", " ")
    return "ok"


def _joined(after: str, others: list[int], words: Lexicon) -> bool:
    """Return whether the next person is named together with this one: "Mum and Dad were sad"."""
    between = split(after[: min(others)])
    return bool(between) and set(between) <= words.hints("and")


def _deed(name: str, sentence: str, names: list[str], words: Lexicon, deed: str) -> str:
    """Return whom somebody holds by the hand, or in their arms."""
    for part in _PARTS.split(sentence):
        at = _at(part, name)
        after = part[at + len(name) :] if at >= 0 else ""
        others = sorted((place, other) for other in names if (place := _at(after, other)) >= 0)
        if others and _does(after, others[0][0], words, deed):
            return others[0][1]
    return ""


def _does(after: str, other: int, words: Lexicon, deed: str) -> bool:
    """Return whether the words between two people tell the deed: "carried Jo", "had Jo in her arms"."""
    between = set(split(after[:other]))
    if between & words.hints(deed):
        return True
    told = f" {' '.join(split(after[other:]))} "
    in_arms = deed == "carries" and any(f" {one} " in told for one in words.hints("arms"))
    return in_arms and bool(between & (words.hints("holds") | words.hints("has")))


def _place(sentence: str, words: Lexicon) -> str:
    """Return the place whose word comes first; none where no place is named."""
    found = [(_at(sentence, known), key) for key, many in words.places.items() for known in many]
    return min((one for one in found if one[0] >= 0), default=(0, ""))[1]


def _things(sentence: str, words: Lexicon) -> list[str]:
    """Return the things named, in order; never what is not drawn, nor what is said not to be there."""
    sentence = ". ".join(part for part in _PARTS.split(sentence) if not set(split(part)) & words.hints("no"))
    found: dict[str, tuple[int, str]] = {}
    for key, many in words.table["things"].items():
        for known in sorted(many, key=len, reverse=True):
            at = _at(sentence, known)
            if at >= 0 and is_drawn(key) and not words.is_never(known) and known not in words.hints("vague"):
                found.setdefault(key, (at, known))
    taken: list[tuple[int, str]] = []
    for at, known in sorted(found.values(), key=lambda one: (one[0], -len(one[1]))):
        if all(not start <= at < start + len(other) for start, other in taken):
            taken.append((at, known))
    return [known for _, known in taken][:_MOST_THINGS]


def _bubbles(sentence: str, names: list[str], words: Lexicon) -> list[Json]:
    """Return what is said in quotation marks, with whoever was named last before it."""
    said: list[Json] = []
    for quoted in _QUOTED.finditer(sentence):
        before = sentence[: quoted.start()]
        by = max(((_last(before, name), name) for name in names), default=(-1, ""))
        kind = "thought" if set(split(before)[-3:]) & words.hints("thinks") else "speech"
        said.append({"by": by[1] if by[0] >= 0 else "", "text": quoted[1].strip(), "kind": kind})
    return said


def _last(text: str, name: str) -> int:
    found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)) if name.strip() else []
    return found[-1].start() if found else -1
