"""Where things stand in a file somebody wrote: line and column of every value and every key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

Key = str | int
"""One step into a value: the key of a mapping, or the number of an item, counted from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place in one file, as an editor counts: both numbers begin with 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


_NOTHING: Mapping[Key, "Spot"] = MappingProxyType({})
"""One for all the values that hold nothing: there are tens of thousands in a long flow."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a value, of its key, and of everything inside it."""

    place: Place
    inside: Mapping[Key, "Spot"] = field(default_factory=lambda: _NOTHING)
    key: Place | None = None
    """Where the key of this value stands, in a mapping."""

    def at(self, *path: Key) -> "Spot":
        """Return the spot at `path`, or the nearest one around it that there is."""
        spot = self
        for key in path:
            inner = spot.inside.get(key)
            if inner is None:
                return spot
            spot = inner
        return spot

    @property
    def named(self) -> Place:
        """Where a person would look for this value: at its key, when it has one."""
        return self.key or self.place


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was read: plain values, and where each of them stands."""

    path: Path
    value: Any
    """Plain data: str, int, float, bool, None, list, dict with text keys; None when it could not be read."""
    spot: Spot


def value_at(value: Any, *path: Key) -> Any:
    """Return what stands at `path` inside plain data; None when nothing does."""
    for key in path:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def shown(path: Path) -> str:
    """Return a path as a person would type it here: relative to the working folder when it is inside it."""
    try:
        name = path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        name = path.as_posix()
    return "".join(sign if sign.isprintable() else "?" for sign in name)
