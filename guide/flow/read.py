"""Reads YAML that anybody may have written: plain values with their places, or findings, never a surprise.

The file is taken event by event and built here, so that nothing is made of it that was not looked at first:
no aliases, no tags, nothing nested deeper than 40.  Words are those of YAML 1.2: `yes` and dates are text.
"""

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from guide.flow.findings import Finding, finding
from guide.flow.places import Key, Place, Spot, Written, shown

BIGGEST = 1_000_000
"""Bytes; a longer file is not read."""
DEEPEST = 40
"""Collections inside each other; libyaml itself would go on until the process dies."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]{1,15}|[0-9]{1,15}(\.[0-9]{0,15})?)([eE][-+]?[0-9]{1,2})?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class _Unreadable(Exception):
    """Nothing after this place can be read."""

    def __init__(self, found: Finding) -> None:
        super().__init__(str(found))
        self.found = found


def read_yaml(path: Path, begins_with: str) -> tuple[Written, list[Finding]]:
    """Read one file; `begins_with` is the key such a file begins with, for the advice given.

    Never raises: what cannot be read has the value None and exactly one finding.
    """
    name = shown(path)
    try:
        text = _text_of(path, name, begins_with)
        return _Builder(name, text, begins_with).build(path)
    except _Unreadable as stop:
        return Written(path, None, Spot(Place(name))), [stop.found]


def _text_of(path: Path, name: str, begins_with: str) -> str:
    start = Place(name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _Unreadable(finding("G001", start, reason="it is not a file"))
        with path.open("rb") as file:
            raw = file.read(BIGGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not one a file can have"
        raise _Unreadable(finding("G001", start, reason=reason)) from None
    if len(raw) > BIGGEST:
        raise _Unreadable(finding("G004", start, size=f"{max(status.st_size, len(raw)) / 1e6:.1f}"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        place = Place(name, line, column)
        raise _Unreadable(finding("G003", place, reason="it has bytes that are no letters")) from None
    if not text.strip():
        raise _Unreadable(finding("G002", start, word=begins_with))
    return text


class _Builder:
    """Builds plain values from the events of one file."""

    def __init__(self, file: str, text: str, begins_with: str) -> None:
        self.file = file
        self.text = text
        self.begins_with = begins_with
        self.findings: list[Finding] = []
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def build(self, path: Path) -> tuple[Written, list[Finding]]:
        try:
            value, spot = self._document()
        except yaml.YAMLError as error:
            raise _Unreadable(self._explained(error)) from None
        if not isinstance(value, dict):
            found = "a list" if isinstance(value, list) else "a text"
            raise _Unreadable(finding("G016", spot.place, found=found, word=self.begins_with))
        return Written(path, value, spot), self.findings

    def _document(self) -> tuple[Any, Spot]:
        event = next(self.events)
        while not isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.StreamEndEvent):
                raise _Unreadable(finding("G002", Place(self.file), word=self.begins_with))
            event = next(self.events)
        built = self._node(event, 1)
        for after in self.events:
            if isinstance(after, yaml.DocumentStartEvent):
                raise _Unreadable(finding("G015", self._place(after)))
        return built

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _node(self, event: Any, depth: int) -> tuple[Any, Spot]:
        place = self._place(event)
        self._refuse_what_is_not_plain(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event), Spot(place)
        if depth > DEEPEST:
            raise _Unreadable(finding("G010", place))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(place, depth)
        return self._mapping(place, depth)

    def _refuse_what_is_not_plain(self, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _Unreadable(finding("G008", place, sign=f"*{event.anchor}"))
        if event.anchor is not None:
            raise _Unreadable(finding("G008", place, sign=f"&{event.anchor}"))
        if event.tag is not None:
            raise _Unreadable(finding("G009", place, tag=event.tag))

    def _list(self, place: Place, depth: int) -> tuple[Any, Spot]:
        values: list[Any] = []
        inside: dict[Key, Spot] = {}
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            value, spot = self._node(event, depth + 1)
            inside[len(values)] = spot
            values.append(value)
        return values, Spot(place, inside)

    def _mapping(self, place: Place, depth: int) -> tuple[Any, Spot]:
        values: dict[str, Any] = {}
        inside: dict[Key, Spot] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, at = self._key(event)
            value, spot = self._node(next(self.events), depth + 1)
            if key in values:
                first = inside[key].named.line
                self.findings.append(finding("G011", at, key=key, line=first))
                continue
            values[key] = value
            inside[key] = Spot(spot.place, spot.inside, at)
        return values, Spot(place, inside)

    def _key(self, event: Any) -> tuple[str, Place]:
        place = self._place(event)
        self._refuse_what_is_not_plain(event, place)
        if not isinstance(event, yaml.ScalarEvent):
            raise _Unreadable(
                finding("G007", place, signs="{{" if "{{" in self._line(place.line) else "{ or [")
            )
        return event.value, place

    def _line(self, number: int) -> str:
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _explained(self, error: yaml.YAMLError) -> Finding:
        mark = getattr(error, "problem_mark", None)
        if mark is None:
            return self._bad_character(getattr(error, "position", 0) or 0)
        place = Place(self.file, mark.line + 1, mark.column + 1)
        problem = getattr(error, "problem", None) or "it breaks off"
        line = self._line(place.line)
        if start := _sign_begun(error):
            begun = Place(self.file, start.line + 1, start.column + 1)
            return finding("G007", begun, signs=self._line(begun.line)[start.column : start.column + 1])
        if "\t" in line[: place.column + 1] and ("token" in problem or "tab" in problem):
            return finding("G005", place)
        if "mapping values" in problem or line[place.column - 1 : place.column] == ":":
            return finding("G007", place, signs="a colon")
        if "cannot start any token" in problem:
            return finding("G007", place, signs=line[place.column - 1 : place.column] or "the first one")
        if "expected key" in problem and (signs := _opening(line[: place.column])):
            return finding("G007", place, signs=signs)
        return finding("G006", place, problem=problem + _begun(error, mark.line))

    def _bad_character(self, position: int) -> Finding:
        # The position counts bytes of what was read up to the character.
        before = self.text.encode("utf-8", "replace")[:position].decode("utf-8", "ignore")
        place = Place(self.file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return finding("G003", place, reason="there is a character that cannot be seen")


_OPENING = re.compile(r"""(?:^|[:\-?]\s+)(?P<sign>["'\[{]{1,2})""")


def _sign_begun(error: Any) -> Any:
    """Return where an alias, anchor or tag begins that turned out to be none: probably words."""
    context = getattr(error, "context", None) or ""
    return error.context_mark if context.endswith(("an alias", "an anchor", "a tag")) else None


def _begun(error: Any, line: int) -> str:
    """Return where the thing that is not closed begins, when that is on another line."""
    start = getattr(error, "context_mark", None)
    return f" (it begins on line {start.line + 1})" if start is not None and start.line != line else ""


def _opening(line: str) -> str:
    """Return the sign a value on this line begins with, when it is one that has to be closed."""
    signs = [match["sign"] for match in _OPENING.finditer(line)]
    return signs[-1] if signs else ""


def _scalar(event: Any) -> Any:
    """Return the value of a scalar: quoted ones are text, plain ones are read by the words of YAML 1.2."""
    words: str = event.value
    is_plain = event.implicit[0]
    if not is_plain:
        return words
    if words in _WORDS:
        return _WORDS[words]
    if _INTEGER.fullmatch(words):
        return int(words)
    if _NUMBER.fullmatch(words):
        return float(words)
    return words
