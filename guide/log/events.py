"""What happened: every kind of event, past tense and frozen, and how it is written as JSON."""

from collections.abc import Mapping
from typing import Any, Final

from guide.errors import GuideError
from guide.frozen import field, fields, frozen
from guide.log.clocks import ClockBegan, ClockSet
from guide.log.replies import (
    Answered,
    Closed,
    Echoed,
    Followed,
    MoreAsked,
    PartGiven,
    Passed,
    Paused,
    Place,
    Put,
    Reasoned,
    Resumed,
    Revealed,
    Reviewed,
    Sorted,
    WentOn,
)
from guide.log.story import LookSaid, PanelAdded, PanelAgreed, PanelMoved

__all__ = [
    "Added",
    "Answered",
    "Cleared",
    "ClockBegan",
    "ClockSet",
    "Closed",
    "Corrected",
    "Described",
    "Echoed",
    "Event",
    "Exported",
    "Finished",
    "Followed",
    "Handed",
    "Joined",
    "Json",
    "LookSaid",
    "MoreAsked",
    "Moved",
    "Named",
    "Noted",
    "PanelAdded",
    "PanelAgreed",
    "PanelMoved",
    "PartGiven",
    "Passed",
    "Paused",
    "Place",
    "Put",
    "PutBack",
    "Reasoned",
    "Removed",
    "Resumed",
    "Revealed",
    "Reviewed",
    "Sorted",
    "Started",
    "TookBack",
    "Urged",
    "UrgentTold",
    "WentOn",
    "What",
    "payload_of",
    "what_from",
]

Json = Any


@frozen(kw_only=True)
class Started:
    """A conversation began."""

    flow: str
    version: int
    form: str
    level: str
    lang: str = "en"
    thread: str = ""
    invented: bool = False
    origin: str = ""
    """The session it was started from."""


@frozen(kw_only=True)
class Joined:
    """Somebody became known."""

    person: str
    name: str
    role: str
    age: int | None = None
    band: str = ""
    """Whose understanding to speak to, when the helper chose; else the age is the first guess."""
    step: str = ""
    """The step that asked for them."""
    areas: tuple[str, ...] = ()
    """The areas holding people that they stand in."""


@frozen(kw_only=True)
class Described:
    """Something about a person was put right: only what is not None changes."""

    person: str
    name: str | None = None
    role: str | None = None
    age: int | None = None
    band: str | None = None
    left: bool | None = None


@frozen(kw_only=True)
class Named:
    """A person was spoken of by a child."""

    person: str
    by: str


@frozen(kw_only=True)
class Handed:
    """The screen was handed over."""

    to: str
    """worker, child, family or team."""
    step: str
    item: str = ""


@frozen(kw_only=True)
class Cleared:
    """A named adult cleared entries for a viewer."""

    viewer: str
    entries: tuple[str, ...]
    by: str
    why: str = ""


@frozen(kw_only=True)
class Corrected:
    """An answer, entry, rating or panel was put right; the first words stay beside it."""

    target: str
    value: Json = None
    by: str | None = None
    passed: str = ""
    """Set when it was corrected into a pass."""
    words: str = ""
    """As for an answer: the words in which it stands on a sheet."""


@frozen(kw_only=True)
class Removed:
    """An entry, rating or panel was taken off its sheet."""

    target: str


@frozen(kw_only=True)
class Moved:
    """An entry was put into another area by hand."""

    entry: str
    area: str


@frozen(kw_only=True)
class Added:
    """An entry was put onto a sheet by hand."""

    entry: str
    area: str
    text: str
    by: str = ""
    form: str = "said"
    typed_by: str | None = None
    source: str = "said"
    from_: str | None = None
    about: str | None = None


@frozen(kw_only=True)
class Noted:
    """A helper's own words, or what a helper saw."""

    text: str
    seen: bool = False
    by: str = ""
    step: str = ""


@frozen(kw_only=True)
class Urged:
    """Something urgent came up; nothing takes this back."""

    urgent: str
    words: str = ""
    asked: str = ""
    by: str = ""
    step: str = ""


@frozen(kw_only=True)
class UrgentTold:
    """The second half of something urgent, written down apart."""

    urgent: str
    fields: Mapping[str, Json] = field(default_factory=dict)
    """words, there, danger, told (who and when), child_told: whatever is known now."""


@frozen(kw_only=True)
class TookBack:
    """Deeds were undone."""

    deeds: tuple[int, ...]


@frozen(kw_only=True)
class PutBack:
    """Undone deeds were done again."""

    deeds: tuple[int, ...]


@frozen(kw_only=True)
class Finished:
    """The conversation came to its end."""

    by_hand: bool = False


@frozen(kw_only=True)
class Exported:
    """A paper left the program."""

    paper: str
    format: str
    viewer: str = "file"
    found: str = ""
    """The answer to "could someone who might hurt or be angry find this paper?"."""
    other_names: bool = False
    """Whether chosen names stood in it in place of the real ones."""


What = (
    Started | Joined | Described | Named | Handed | Put | WentOn | Paused | Resumed | Answered | Passed
    | MoreAsked | Echoed | Followed | Closed | Reasoned | PartGiven | Sorted | Reviewed | Cleared
    | Corrected | Removed | Moved | Added | Noted | Urged | UrgentTold | Revealed | TookBack | PutBack
    | Finished | Exported | ClockBegan | ClockSet | PanelAdded | PanelMoved | PanelAgreed | LookSaid
)  # fmt: skip
"""Anything that can happen."""


@frozen
class Event:
    """One event of a session's journal."""

    deed: int
    """The line it came from: everything one line did is taken back together."""
    at: str
    what: What


_KINDS: Final[dict[str, type]] = {kind.__name__: kind for kind in What.__args__}
_TUPLES: Final = {
    name: frozenset(one.name for one in fields(kind) if one.kind.startswith("tuple"))
    for name, kind in _KINDS.items()
}


def payload_of(what: What) -> dict[str, Json]:
    """Return an event's fields as plain JSON; fields at their default are left out."""
    held = what.__dict__
    return {one.name: held[one.name] for one in fields(what) if not one.is_usual(held[one.name])}


def what_from(kind: str, payload: Mapping[str, Json]) -> What:
    """Read an event back; raises GuideError for one that this version does not know."""
    tuples = _TUPLES.get(kind)
    if tuples is None:
        raise _unknown(kind)
    own = {key: tuple(value) if key in tuples else value for key, value in payload.items()}
    try:
        made: What = _KINDS[kind](**own)
    except TypeError:
        raise _unknown(kind) from None
    return made


def _unknown(kind: str) -> GuideError:
    return GuideError(
        f"This conversation holds “{kind}”, which this version of guide does not know;"
        " open it with a newer one."
    )
