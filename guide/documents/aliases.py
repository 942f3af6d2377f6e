"""Puts chosen names in the place of real ones throughout, and says what may still give somebody away.

It works on the record, so every format and every picture has the chosen names. What it cannot know is who is
recognised by what happened: whoever hands the paper out has to read it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from guide.errors import GuideError
from guide.frozen import frozen

Json = Any

_OURS: Final = frozenset({
    "id", "by", "at", "step", "steps", "kind", "form", "as", "of", "asked", "status", "started", "flow",
    "version", "thread", "lang", "code", "entry", "entries", "person", "typed_by", "guessed_by", "agreed_by",
    "format", "section", "into", "cleared", "wish", "feeling", "viewer", "sheet", "area", "areas", "hash",
})  # fmt: skip
"""Values that are the program's own, and hold no words of anybody's."""
_LIKE: Final = "Write one name and its alias, such as “Katy = Anna”."
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_ROADS: Final = "Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Court|Way|Gardens|Terrace|Place|Crescent"
_SIGNS: Final = {
    "a telephone number": re.compile(r"(?<![\d:-])(?!\d{4}-\d\d-\d\d)\+?\d[\d ()-]{6,}\d(?![\d:-])"),
    "a date": re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b"
    ),
    "an address": re.compile(
        rf"\b\d+\w? [A-Z]\w+ (?:{_ROADS})\b|\b[A-Z]\w+ (?:{_ROADS})\b"
        r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\S+@\S+\.\w+"
    ),
    "a name": re.compile(r"(?<=[\w,;] )[A-Z][\w'’-]+"),
}
_NOT_NAMES: Final = frozenset(
    "I I'm I've I'd I'll Mum Dad Mummy Daddy Nan Gran Grandad Mr Mrs Miss Ms Dr Christmas Easter"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    f" Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays {_MONTHS.replace('|', ' ')}".split()
)


@frozen
class Aliased:
    """A value with the chosen names in it."""

    value: Json
    found: Mapping[str, int]
    """How often each name stood there."""


def read_aliases(file: Path) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a file with a line for each, `Katy = Anna`; what begins with `#` is a remark.

    Raises GuideError, one sentence, for a line that is none and for a name that is given two aliases.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError):
        raise GuideError(
            f"{file} cannot be read: name a text file with a line such as “Katy = Anna”."
        ) from None
    pairs: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            name, alias = pair_of(line)
        except GuideError as refused:
            raise _wrong(file, number, str(refused)) from None
        if pairs.get(name, alias) != alias:
            raise _wrong(file, number, _LIKE)
        pairs[name] = alias
    return tuple(pairs.items())


def _wrong(file: Path, number: int, why: str) -> GuideError:
    return GuideError(f"{file}:{number}: {why[:1].lower()}{why[1:]}")


def pair_of(line: str) -> tuple[str, str]:
    """Return the name and its alias of a line such as `Katy = Anna`; raises GuideError for any other."""
    name, equals, alias = (part.strip() for part in line.partition("="))
    if not (equals and name and alias and alias.isprintable()):
        raise GuideError(_LIKE)
    return name, alias


def write_aliases(file: Path, pairs: Mapping[str, str]) -> None:
    """Write a file that `read_aliases` reads; one that is there already is not written over.

    Raises GuideError, one sentence, where it cannot be written.
    """
    text = "".join(f"{name} = {alias}\n" for name, alias in pairs.items())
    try:
        if file.exists():
            raise GuideError(f"{file} is there already: give another name.")
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or "it did not work"
        raise GuideError(f"{file} could not be written ({why}): give another name.") from None


def aliased(value: Json, pairs: Mapping[str, str]) -> Aliased:
    """Return the same value with every name replaced where it stands as a whole word, all at once."""
    found: Counter[str] = Counter()
    names = "|".join(re.escape(name) for name in sorted(pairs, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")

    def put(one: re.Match[str]) -> str:
        found[one[0]] += 1
        return pairs[one[0]]

    def deep(one: Json) -> Json:
        match one:
            case str():
                return pattern.sub(put, one)
            case Mapping():
                return {key: deep(inside) for key, inside in one.items()}
            case list() | tuple():
                return [deep(inside) for inside in one]
            case _:
                return one

    return Aliased(deep(value) if pairs else value, found)


def report(record: Mapping[str, Json], pairs: Mapping[str, str], found: Mapping[str, int]) -> list[str]:
    """Return what was replaced, what was never found, and what in these words still looks like somebody."""
    told = [
        f"{name} is {alias} now, {found[name]} times." for name, alias in pairs.items() if found.get(name)
    ]
    told += [f"{name} was found nowhere." for name in pairs if not found.get(name)]
    for what, signs in still_there(record, pairs).items():
        told.append(f"Still looks like {what}: {', '.join(signs)}.")
    return told


def still_there(record: Mapping[str, Json], pairs: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what looks like a name, a date, an address or a telephone number, by its kind."""
    chosen = {word for alias in pairs.values() for word in re.findall(r"[\w'’-]+", alias)}
    left = [str(one.get("name") or "") for one in record.get("people") or ()]
    kinds: dict[str, dict[str, None]] = {
        "a name": dict.fromkeys(name for name in left if name and name not in pairs.values())
    }
    small = {name.casefold() for name in pairs}
    for text in _words(record):
        for what, sign in _SIGNS.items():
            kinds.setdefault(what, {}).update(dict.fromkeys(sign.findall(text)))
        kinds["a name"].update(
            dict.fromkeys(one for one in re.findall(r"\w+", text) if one.casefold() in small)
        )
    kinds["a name"] = {one: None for one in kinds["a name"] if _is_strange(one, chosen)}
    return {what: list(signs) for what, signs in kinds.items() if signs}


def _is_strange(word: str, chosen: set[str]) -> bool:
    bare = re.sub(r"['’]s?\Z", "", word)
    return not {word, bare} & (chosen | _NOT_NAMES)


def _words(value: Json) -> Iterator[str]:
    """Yield everything that somebody may have said."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _words(one) if key not in _OURS else ()
            if key == "areas" and isinstance(one, Mapping):
                yield from _words(list(one.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)
