"""A talk as frozen data: what is said in it, line by line."""

from collections.abc import Mapping
from pathlib import Path

from guide.flow.model import Json
from guide.frozen import field, frozen


@frozen
class TalkLine:
    """One line: a reply, a deed, or a moment for a trainer."""

    line: int
    """Where it stands in its file, from 1."""
    at: str | None
    """The step it answers."""
    of: int | None
    """Which item of a repeated section, from 1."""
    item: Json
    """Which answer at its step a correction means: its number from 1, or its id."""
    keys: Mapping[str, Json]
    """The keys of a JSON-lines reply; `of` and `item` among them only where no step is named."""
    beat: Mapping[str, Json] | None = None
    """A moment for a trainer: `beat`, `think`, `opened`, `argue`, `instead`, `notes`, `cuts`."""


@frozen
class Talk:
    """A whole conversation."""

    name: str
    flow: str
    form: str
    level: str
    invented: bool
    about: str
    lang: str
    thread: str
    origin: str
    """The session or talk it goes on from (`from`), or nothing."""
    people: tuple[Mapping[str, Json], ...]
    lines: tuple[TalkLine, ...]
    expect: Mapping[str, Json] = field(default_factory=dict)
    """Area to its texts or ratings, `story` to its pages, and `absent` texts, once everything was said."""
    file: Path = field(default_factory=Path)
    title: str = ""
    skill: str = ""
    """The one skill it is built around."""
    cuts: tuple[int, ...] = ()
    """The minutes in which it can be shown, the shortest first; empty when only the whole is meant."""
    care: str = ""
    """What is said to the room at the start; empty for the program's own words."""
    day: str = ""
    """The day it is held on (`on`), an ISO date; empty for the day on which it is played."""
