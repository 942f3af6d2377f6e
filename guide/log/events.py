"""What happened: every kind of event, past tense and frozen, and how it is written as JSON."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final

Json = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where on the way something happened."""

    step: str = ""
    item: str = ""
    """The item of a `for_each` or `again`, else empty."""
    returned: bool = False
    """True when the question had been put off and came back before the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """Something about a person was put right: only what is not None changes."""

    person: str
    name: str | None = None
    role: str | None = None
    age: int | None = None
    band: str | None = None
    left: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person was spoken of by a child."""

    person: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """The screen was handed over."""

    to: str
    """worker, child, family or team."""
    step: str
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Put(Place):
    """A question for several people first stood, or somebody was added while it stood."""

    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOn(Place):
    """*Next* was pressed at a text, a timer or an optional question."""

    asked: str | None = None
    """The text as it was read out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Place):
    """A break began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Place):
    """A break ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Place):
    """Somebody answered."""

    answer: str
    by: str = ""
    """The person whose words they are; empty for nobody in particular."""
    kind: str = "ask"
    value: Json = None
    """ask, compose: the words; choose: the keys; number; date: text; people: ids; scale: the number;
    panel: the panel."""
    asked: str | None = None
    form: str = "said"
    typed_by: str | None = None
    source: str = "said"
    from_: str | None = None
    about: str | None = None
    guessed_by: str | None = None
    entry: str = ""
    rating: str = ""
    panel: str = ""
    areas: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    of: int = 10
    """For a scale: the highest mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed(Place):
    """A question, or one part of it, was passed."""

    answer: str
    by: str = ""
    way: str = ""
    """dont-know, rather-not, later or finish-here."""
    part: str = ""
    asked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreAsked(Place):
    """The what-else question was put."""

    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echoed(Place):
    """A phrase was given back to the person who said it."""

    entry: str
    phrase: str
    asked: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed(Place):
    """More was said about an entry."""

    entry: str
    text: str
    asked: str | None
    by: str = ""
    form: str = "said"
    typed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Place):
    """Somebody's turns at a question ended: *go on*, or another person spoke."""

    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasoned(Place):
    """Words to a number on the line: because, lower, higher or small_step."""

    rating: str
    part: str
    text: str
    asked: str | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartGiven(Place):
    """One part of a composed sentence was said."""

    part: str
    texts: tuple[str, ...]
    by: str = ""
    asked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted(Place):
    """Entries were placed by the person sorting."""

    answer: str
    placed: Mapping[str, str] = field(default_factory=dict)
    """Entry to area."""
    by: str = ""
    asked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Place):
    """What was read back is right; who may see what, who agrees and who does not."""

    answer: str
    by: str = ""
    read: tuple[str, ...] = ()
    share: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Entry to viewer to wish: yes, no, with-me, later; other words are kept as the person's own."""
    agree: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dispute: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    asked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A named adult cleared entries for a viewer."""

    viewer: str
    entries: tuple[str, ...]
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An answer, entry, rating or panel was put right; the first words stay beside it."""

    target: str
    value: Json = None
    by: str | None = None
    passed: str = ""
    """Set when it was corrected into a pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """An entry, rating or panel was taken off its sheet."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An entry was put into another area by hand."""

    entry: str
    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A helper's own words, or what a helper saw."""

    text: str
    seen: bool = False
    by: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urged:
    """Something urgent came up; nothing takes this back."""

    urgent: str
    words: str = ""
    asked: str = ""
    by: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentTold:
    """The second half of something urgent, written down apart."""

    urgent: str
    fields: Mapping[str, Json] = field(default_factory=dict)
    """words, there, danger, told (who and when), child_told: whatever is known now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed(Place):
    """What was written privately was opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TookBack:
    """Deeds were undone."""

    deeds: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """Undone deeds were done again."""

    deeds: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The conversation came to its end."""

    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A paper left the program."""

    paper: str
    format: str
    viewer: str = "file"
    found: str = ""
    """The answer to "could someone who might hurt or be angry find this paper?"."""


What = (
    Started | Joined | Described | Named | Handed | Put | WentOn | Paused | Resumed | Answered | Passed
    | MoreAsked | Echoed | Followed | Closed | Reasoned | PartGiven | Sorted | Reviewed | Cleared
    | Corrected | Removed | Moved | Added | Noted | Urged | UrgentTold | Revealed | TookBack | PutBack
    | Finished | Exported
)  # fmt: skip
"""Anything that can happen."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a session's journal."""

    deed: int
    """The line it came from: everything one line did is taken back together."""
    at: str
    what: What


_KINDS: Final[dict[str, type]] = {kind.__name__: kind for kind in What.__args__}
_TUPLES: Final = {
    name: frozenset(one.name for one in fields(kind) if str(one.type).startswith("tuple"))
    for name, kind in _KINDS.items()
}


def payload_of(what: What) -> dict[str, Json]:
    """Return an event's fields as plain JSON; fields at their default are left out."""
    own: dict[str, Json] = {}
    for one in fields(what):
        value = getattr(what, one.name)
        default = one.default if one.default_factory is MISSING else one.default_factory()
        if value != default:
            own[one.name] = value
    return own


def what_from(kind: str, payload: Mapping[str, Json]) -> What:
    """Read an event back; raises KeyError for a kind this version does not know."""
    tuples = _TUPLES[kind]
    own = {key: tuple(value) if key in tuples else value for key, value in payload.items()}
    made: What = _KINDS[kind](**own)
    return made
