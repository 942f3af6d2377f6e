"""What is known in one session: frozen pictures of people, answers, entries, ratings and of the way so far.

`Record` holds facts only, as the journal tells them.  Which of them count at a moment of the conversation
(what is on the way, what is set aside) is worked out by walking; see `guide.map.sight`.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from guide.frozen import field, frozen
from guide.log.events import Event
from guide.map.deeds import Counts, Deed
from guide.map.stage import StageClock

Json = Any


class Key(NamedTuple):
    """One visit of a step: the step, the item it is asked for, and whether it came back at the end."""

    step: str
    item: str = ""
    returned: bool = False


@frozen
class Person:
    """Somebody known in this session."""

    id: str
    name: str
    role: str
    age: int | None = None
    band: str = ""
    left: bool = False
    step: str = ""
    areas: tuple[str, ...] = ()

    @property
    def understanding(self) -> str:
        """The band to speak to: the helper's choice, else what the age suggests, else middle."""
        if self.band:
            return self.band
        if self.age is None:
            return "middle"
        return next((band for least, band in _AGES if self.age >= least), "younger")


_AGES: Final = ((18, "adult"), (12, "teen"), (8, "middle"))


@frozen
class Followup:
    """More that was said about an entry."""

    asked: str | None
    text: str
    at: str
    by: str = ""


@frozen
class Share:
    """Who may see an entry: the person's wish, and a named adult's clearance."""

    wish: str | None = None
    words: str = ""
    cleared: Mapping[str, str] | None = None
    """`{"by": person, "at": time, "why": words}` once a named adult has cleared it."""


@frozen
class Entry:
    """One thing said: the person's own words and where they came from."""

    id: str
    text: str
    by: str
    at: str
    step: str
    areas: tuple[str, ...] = ()
    asked: str | None = None
    form: str = "said"
    typed_by: str | None = None
    source: str = "said"
    from_: str | None = None
    about: str | None = None
    item: str = ""
    answer: str = ""
    was: tuple[str, ...] = ()
    followups: tuple[Followup, ...] = ()
    share: Mapping[str, Share] = field(default_factory=dict)
    """By viewer, a person's id."""
    agreed_by: tuple[str, ...] = ()
    disputed_by: tuple[tuple[str, str], ...] = ()
    """Person and their words."""


@frozen
class Rating:
    """One person's place on a line."""

    id: str
    by: str
    value: float
    at: str
    step: str
    areas: tuple[str, ...] = ()
    of: int = 10
    guessed_by: str | None = None
    asked: str | None = None
    item: str = ""
    answer: str = ""
    because: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    higher: tuple[str, ...] = ()
    small_step: tuple[str, ...] = ()
    was: tuple[float, ...] = ()
    share: Mapping[str, Share] = field(default_factory=dict)
    agreed_by: tuple[str, ...] = ()
    disputed_by: tuple[tuple[str, str], ...] = ()


@frozen
class Panel:
    """One picture with its sentences."""

    id: str
    text: tuple[str, ...]
    picture: Mapping[str, Json]
    at: str
    step: str
    title: str = ""
    answer: str = ""
    from_: tuple[str, ...] = ()
    was: tuple[Mapping[str, Json], ...] = ()
    by: str = ""
    made_with: str = ""
    """Who sat before the screen when it was put in by hand."""
    rests_on: str = ""
    """The answer it is on the way with, when its sentences were split off from that answer's panel."""
    agreed_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Sentence, word for word, to the people who agreed to it."""
    disputed_by: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Sentence to those who see it differently: person and their words."""
    share: Mapping[str, Share] = field(default_factory=dict)
    """Viewer to a named adult's clearance of it as it stands; a change takes it back."""


@frozen
class Answer:
    """What somebody said at a step."""

    id: str
    key: Key
    by: str
    kind: str
    value: Json
    at: str
    asked: str | None = None
    passed: str = ""
    part: str = ""
    entry: str = ""
    rating: str = ""
    panel: str = ""
    was: tuple[Json, ...] = ()
    deed: int = 0
    """The deed it came with."""


@frozen
class Voice:
    """One person's turns at one visit; with nobody in particular asked, everybody's."""

    answers: tuple[str, ...] = ()
    passed: str = ""
    closed: bool = False
    more: bool = False
    """The what-else question stands."""
    echo: tuple[str, str, str] | None = None
    """Entry, phrase and question that stands."""
    parts: Mapping[str, tuple[str, ...] | None] = field(default_factory=dict)
    """Part to its texts; None when it was passed."""
    reasons: frozenset[str] = frozenset()
    """Parts of a number that were said or passed."""
    rating: str = ""
    guessed: bool = False


@frozen
class Visit:
    """What happened at one step, for one item."""

    put: tuple[str, ...] | None = None
    voices: Mapping[str, Voice] = field(default_factory=dict)
    """By person; the empty key when nobody in particular was asked."""
    answers: tuple[str, ...] = ()
    """In the order they were given."""
    went_on: bool = False
    finished_here: bool = False
    revealed: bool = False
    placed: tuple[tuple[int, Mapping[str, str]], ...] = ()
    """For a sort: deed and entry to area."""
    read: tuple[str, ...] | None = None
    """For a review: what was read back."""
    at: str = ""
    """When it was last touched."""


@frozen
class Aside:
    """A helper's own words, or what a helper saw."""

    text: str
    by: str
    seen: bool
    at: str
    step: str = ""


@frozen
class Urgent:
    """Something that could not wait."""

    id: str
    words: str
    asked: str
    by: str
    at: str
    step: str = ""
    fields: Mapping[str, Json] = field(default_factory=dict)


@frozen
class Record:
    """Everything known in one session; equal records are the same conversation."""

    session: str = ""
    flow: str = ""
    version: int = 1
    form: str = ""
    level: str = ""
    lang: str = "en"
    thread: str = ""
    invented: bool = False
    origin: str = ""
    started: str = ""
    finished: str = ""
    finished_by_hand: bool = False
    people: Mapping[str, Person] = field(default_factory=dict)
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Child to the people that child has spoken of."""
    visits: Mapping[Key, Visit] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    panels: Mapping[str, Panel] = field(default_factory=dict)
    story: tuple[str, ...] = ()
    """Every panel, in the order they are told."""
    looks: Mapping[str, str] = field(default_factory=dict)
    """Name in small letters to what was said of how they look; it holds in every picture."""
    added: tuple[str, ...] = ()
    """Entries put on a sheet by hand."""
    moved: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """Entry to (deed, area) for each move by hand."""
    removed: frozenset[str] = frozenset()
    asides: tuple[Aside, ...] = ()
    urgent: Mapping[str, Urgent] = field(default_factory=dict)
    exported: tuple[tuple[str, str, str, str], ...] = ()
    """Paper, format, for whom, when."""
    sits: str = "worker"
    handed_at: Key | None = None
    paused: bool = False
    deeds: tuple[Deed, ...] = ()
    """Deeds that stand, in order."""
    undone: tuple[tuple[int, ...], ...] = ()
    """What `redo` would do again: groups of deeds, the last first to return."""
    counts: Counts = field(default_factory=Counts)
    changed: Mapping[str, int] = field(default_factory=dict)
    """Entry or rating to the deed that last changed it."""
    spoke: Mapping[str, str] = field(default_factory=dict)
    """Step to who spoke last there; the step somebody spoke at last comes last."""
    clocks: Mapping[tuple[str, str], StageClock] = field(default_factory=dict)
    """Section, or quiet time and item, to its clock; the title is filled in where it is told."""
    events: tuple[Event, ...] = field(default=(), repr=False)
    """The journal this was computed from."""

    def visit(self, key: Key) -> Visit:
        """Return what happened at a visit; an empty one when nothing has."""
        return self.visits.get(key, EMPTY_VISIT)

    def of_roles(self, roles: tuple[str, ...]) -> tuple[Person, ...]:
        """Return everybody of these roles who has not left, in the order they became known."""
        return tuple(one for one in self.people.values() if one.role in roles and not one.left)


EMPTY_VISIT: Final = Visit()
EMPTY_VOICE: Final = Voice()
