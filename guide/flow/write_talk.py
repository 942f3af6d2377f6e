"""Writes a talk as the file a person would write by hand: one line each, people's words always in quotes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from guide.flow.talk import TalkLine

Json = Any

_PLAIN: Final = re.compile(r"[A-Za-z_][\w.-]*( [A-Za-z][\w.-]*)*", re.ASCII)
"""What needs no quotes; it begins with a letter, so it is never a number, a list or a comment."""

_NOT_TEXT: Final = frozenset({"null", "true", "false"})
_NAMES: Final = frozenset({
    "talk", "flow", "form", "level", "lang", "at", "by", "typed_by", "guessed_by", "choose", "pass", "source",
    "into", "correct", "remove", "named", "name", "as", "id", "band", "area", "from", "item",
    "sort", "move", "clear", "agree",
})  # fmt: skip
"""Keys under which stand names and no words."""

_WISHES: Final = frozenset({"yes", "no", "with-me", "later"})
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_ORDER: Final = ("at", "of", "by", "correct", "item")
_WIDE: Final = 110


def talk_text(
    header: Mapping[str, Json],
    people: Iterable[Mapping[str, Json]],
    lines: Iterable[TalkLine],
    expect: Mapping[str, Json],
) -> str:
    """Return the text of a talk file; what is empty in the header is left out."""
    text = [f"{key}: {_value(key, one)}" for key, one in header.items() if one not in ("", None)]
    text += _listed("people", (_value("", dict(one)) for one in people))
    text += _listed("says", (_value("", _keys(one)) for one in lines))
    if expect:
        text += ["expect:", *(one for area, held in expect.items() for one in _expected(area, held))]
    return "\n".join(text) + "\n"


def _listed(key: str, items: Iterable[str]) -> list[str]:
    found = [f"  - {one}" for one in items]
    return [f"{key}:", *found] if found else []


def _keys(line: TalkLine) -> dict[str, Json]:
    own = {"at": line.at, "of": line.of, **line.keys}
    known = {key: value for key, value in own.items() if value is not None}
    first: dict[str, Json] = {key: known[key] for key in _ORDER if key in known}
    return {**first, **known}


def _expected(area: str, held: Json) -> Iterator[str]:
    whole = f"  {_name(area)}: {_value('', held)}"
    if isinstance(held, list) and held and len(whole) > _WIDE:
        yield f"  {_name(area)}:"
        yield from (f"    - {_value('', one)}" for one in held)
    else:
        yield whole


def _value(key: str, value: Json) -> str:
    """Return a value on one line; `key` is the one it stands under."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return _name(value) if key in _NAMES or (key == "share" and value in _WISHES) else _quoted(value)
        case Mapping():
            inner = (f"{_key(one)}: {_value(_under(key, one), held)}" for one, held in value.items())
            return "{" + ", ".join(inner) + "}"
        case _:
            return "[" + ", ".join(_value(key, one) for one in value) + "]"


def _under(key: str, inner: str) -> str:
    """Return what a value inside a mapping is: in some, every value is of the kind of the whole."""
    return key if key in {"share", "sort", "move", "clear", "agree"} else inner


def _key(name: str) -> str:
    return name if name.isascii() and name.isdecimal() else _name(name)


def _name(words: str) -> str:
    is_plain = _PLAIN.fullmatch(words) and words.casefold() not in _NOT_TEXT
    return words if is_plain else _quoted(words)


def _quoted(words: str) -> str:
    return '"' + "".join(_ESCAPES.get(one) or _letter(one) for one in words) + '"'


def _letter(one: str) -> str:
    """Return a letter as it is; one that nobody sees, or that turns others round, as its number."""
    if one.isprintable():
        return one
    number = ord(one)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 - what four digits hold
