"""On which line of a TOML text a setting stands; a TOML reader keeps no places."""

import re
from collections.abc import Iterator
from itertools import islice

Place = tuple[str | int, ...]
"""Keys from the top of the file inwards, a number for one of several: `("urgent", "numbers", 1, "name")`."""

_HEADING = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def line_of(text: str, place: Place) -> int:
    """Return the line, counted from 1, where `place` is set, or the nearest thing around it."""
    found, depth = 1, 0
    for line, here in _places(text):
        if depth < len(here) <= len(place) and here == place[: len(here)]:
            found, depth = line, len(here)
    rest = place[depth:]
    return found + _lines_further(text.splitlines()[found - 1 :], rest) if rest else found


def _places(text: str) -> Iterator[tuple[int, Place]]:
    """Yield every heading and key with its line; what stands inside several lines of text may mislead it."""
    table: Place = ()
    seen: dict[Place, int] = {}
    for line, written in enumerate(text.splitlines(), start=1):
        if heading := _HEADING.match(written):
            table = _parts(heading[2])
            if heading[1] == "[[":
                seen[table] = seen.get(table, -1) + 1
                table = (*table, seen[table])
            yield line, table
        elif key := _KEY.match(written):
            yield line, (*table, *_parts(key[1]))


def _parts(dotted: str) -> Place:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _lines_further(lines: list[str], rest: Place) -> int:
    """Return how many lines below a key something in its value stands: the nth `{`, and in it the key."""
    text = "\n".join(lines)
    at = 0
    if isinstance(rest[0], int):
        braces = (brace.start() for brace in re.finditer(r"\{", text))
        at = next(islice(braces, rest[0], None), 0)
    if isinstance(rest[-1], str):
        key = re.compile(rf"(?<![\w-]){re.escape(rest[-1])}[\"']?\s*=").search(text, at)
        at = key.start() if key else at
    return text.count("\n", 0, at)
