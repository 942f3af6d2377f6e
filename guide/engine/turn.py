"""A turn: what was said, what is asked now, and the record as it stands."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from guide.frozen import field, frozen

if TYPE_CHECKING:
    from guide.engine.in_sight import Cue
    from guide.engine.walk import Walk
    from guide.flow.model import Step
    from guide.map.model import Record
    from guide.map.stage import StageClock

Json = Any


@frozen
class Asked:
    """Somebody still to answer."""

    id: str
    name: str
    role: str

    def as_json(self) -> Json:
        """Return it as in the JSON lines."""
        return {"id": self.id, "name": self.name, "as": self.role}


@frozen
class Item:
    """Something a sort, a review, an echo or a composed sentence is about."""

    id: str
    text: str
    by: str = ""
    area: str = ""
    kept: str = ""
    """From whom somebody wished it kept, and how; only where it is offered from an earlier conversation."""

    def as_json(self) -> Json:
        """Return it as in the JSON lines."""
        own = {"id": self.id, "text": self.text, "by": self.by or None}
        return {**own, "kept": self.kept} if self.kept else own


@frozen
class Asks:
    """What is asked now; the fields of a JSON-lines turn under `asks`, and what a screen needs beside."""

    step: str | None
    kind: str
    """A step kind, or `hand-over`, `break`, `end`."""
    held_with: str
    """`with`: worker, child, family or team."""
    text: str
    why: str | None = None
    part: str | None = None
    """because, lower, higher, small_step; a part of a sentence; `sentence` for the whole one."""
    of: str | None = None
    """The item of a loop this is asked for."""
    band: str = ""
    by: tuple[Asked, ...] = ()
    """Who is still to answer; empty when whoever speaks may.  At a text who reads aloud, in order; at a quiet
    time who has not written yet."""
    who: str = ""
    """The person whose turns are open, at a question for several."""
    options: Mapping[str, str] = field(default_factory=dict)
    into: tuple[str, ...] = ()
    private: bool = False
    reveals: bool = False
    """The next answer or pass opens what everybody gave privately."""
    quiet: bool = False
    """Something was just said; nothing moves until *tell me about*, *what else* or *go on*."""
    more: bool = False
    """The what-else question stands."""
    range: tuple[float, float, float] | None = None
    """Least, most, step."""
    items: tuple[Item, ...] = ()
    offers: tuple[Item, ...] = ()
    """What an earlier conversation offers a worker here; each can be taken by its number or its words."""
    left: tuple[int, int] | None = None
    """Roughly how many questions are left, at least and at most; only a worker's screen shows it."""
    accepts: tuple[Mapping[str, Json], ...] = ()
    mode: str = ""
    """As `guide.engine.standing.Mode`; empty at a hand-over, a break and the end."""
    zero: str = ""
    ten: str = ""
    unit: str = ""
    title: str = ""
    """The section's title."""
    optional: bool = False
    urgent: bool = False
    """After this answer one quiet line offers *something urgent*."""
    many: bool = False
    approximate: bool = False
    minutes: float = 0
    places: Mapping[str, str] = field(default_factory=dict)
    """For a sort: area to its test question, in order."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """For a composed sentence: part to its question."""
    given: Mapping[str, str] = field(default_factory=dict)
    """Parts of the sentence already said."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """For people: role to its label."""
    shows: bool = False
    returned: bool = False
    guess: bool = False
    """A number here is the speaker's guess of where somebody else would put it."""
    wrote: tuple[str, ...] = ()
    """At a quiet time for several: who has written; `by` are those who have not."""
    speaks: str = ""
    """The person whose words a reply without `by` is taken to be."""

    def in_full(self, words: str) -> str:
        """Return the words of what is offered here under a number; any other words as they are."""
        at = int(words) - 1 if words.isdecimal() and len(words) < len("1000") else -1
        return self.offers[at].text if 0 <= at < len(self.offers) else words

    def as_json(self) -> Json:
        """Return it as in the JSON lines."""
        return {
            "step": self.step,
            "kind": self.kind,
            "with": self.held_with,
            "text": self.text,
            "why": self.why,
            "part": self.part,
            "of": self.of,
            "band": self.band,
            "by": [one.as_json() for one in self.by],
            "options": dict(self.options),
            "into": list(self.into),
            "private": self.private,
            "reveals": self.reveals,
            "quiet": self.quiet,
            "more": self.more,
            "range": list(self.range) if self.range else None,
            "items": [one.as_json() for one in self.items],
            "left": {"min": self.left[0], "max": self.left[1]} if self.left else None,
            "zero": self.zero or None,
            "ten": self.ten or None,
            "optional": self.optional,
            "places": dict(self.places),
            "parts": dict(self.parts),
            "shows": self.shows,
            **({"wrote": list(self.wrote)} if self.wrote else {}),
            **({"offers": [one.as_json() for one in self.offers]} if self.offers else {}),
            "accepts": [dict(one) for one in self.accepts],
        }


@frozen
class Said:
    """One thing that was heard or done, or a line of the guide's own."""

    by: str | None
    """The person; None for the guide's own lines and for nobody in particular."""
    step: str
    text: str
    answer: str = ""
    entry: str = ""
    rating: str = ""
    given: bool = False
    """A private answer: that it was given, never what."""
    kind: str = "said"
    """guide, said, wrote, passed, rated, chose, followed, reason, aside, urgent, placed, reviewed, corrected,
    removed, moved, added, joined, handed, revealed, back, redo, finished."""
    at: str = ""
    deed: int = 0
    held_with: str = "worker"
    """Who sat before the screen: asides and worker's lines never show to anybody else."""
    form: str = "said"

    def as_json(self) -> Json:
        """Return it as in the JSON lines."""
        if self.given:
            return {"by": self.by, "step": self.step, "given": True}
        own: dict[str, Json] = {"by": self.by, "step": self.step, "text": self.text}
        own.update({key: value for key in ("answer", "entry", "rating") if (value := getattr(self, key))})
        return {**own, "kind": self.kind}


@frozen
class Turn:
    """One exchange."""

    n: int
    session: str
    asks: Asks
    said: tuple[Said, ...]
    walk: "Walk" = field(repr=False, compare=False)
    can_back: bool = False
    can_redo: bool = False
    answered: bool = False
    """Whether what was just heard answered the question that stood: what was half typed there is spent."""

    @property
    def is_finished(self) -> bool:
        """Whether the conversation is at its end."""
        return self.asks.kind == "end"

    @property
    def record(self) -> "Record":
        """Everything known."""
        return self.walk.record

    @property
    def step(self) -> "Step | None":
        """The step asked now: its note, teach, listen_for, technique are for helpers' pages only."""
        return self.walk.flow.steps.get(self.asks.step or "")

    @cached_property
    def clock(self) -> "StageClock | None":
        """The clock of the stage or quiet time that stands."""
        if not self.walk.record.clocks:
            return None
        from guide.engine.stage import clock_of  # as with the gaps

        return clock_of(self.walk)

    @cached_property
    def pinned(self) -> str:
        """The answer the flow keeps in sight; empty while there is none, or before others than gave it."""
        if not self.walk.flow.pinned:
            return ""
        from guide.engine.in_sight import pinned_of

        return pinned_of(self.walk, self.asks.held_with)

    @cached_property
    def cue(self) -> "Cue | None":
        """One quiet line for whoever leads a team that fills the columns of a sheet."""
        if self.asks.held_with != "team":
            return None
        from guide.engine.in_sight import cue_of

        return cue_of(self.walk, self.asks.step or "", self.asks.held_with)

    @cached_property
    def gaps(self) -> tuple[Any, ...]:
        """What is missing, doubtful or one-sided; nothing on a child's or family's turn."""
        if self.asks.held_with != "worker":
            return ()
        from guide.map.gaps import gaps_of  # the first question is put without it

        return tuple(gaps_of(self.walk.shown, self.walk.path, self.walk.deferred))

    def as_json(self) -> Json:
        """Return the turn as one JSON line's object."""
        if self.is_finished:
            return {"turn": self.n, "finished": True, "session": self.session}
        asks = self.asks.as_json()
        return {
            "turn": self.n,
            "session": self.session,
            "asks": {**asks, "accepts": [*asks["accepts"], *self._undo()]},
            "said": [one.as_json() for one in self.said],
            "gaps": [one.as_json() for one in self.gaps],
            **self._in_sight(),
        }

    def _in_sight(self) -> Json:
        """Return the clock, the pinned answer and the cue, each only when there is one."""
        told: Json = {"clock": self.clock and self.clock.as_json(), "pinned": self.pinned}
        told["cue"] = self.cue and self.cue.as_json()
        return {key: value for key, value in told.items() if value}

    def _undo(self) -> list[Json]:
        """Return `back` and `redo`, each only when it is legal."""
        legal = {"back": self.can_back, "redo": self.can_redo}
        return [{key: True} for key, is_legal in legal.items() if is_legal]


@frozen
class Effect:
    """What a correction would bring, tried out without writing anything."""

    aside: tuple[str, ...]
    """Answers that would be set aside."""
    asks: tuple[str, ...]
    """Questions that would newly be asked."""
    entries: tuple[str, ...]
    """Entries that would leave or change their place."""

    def as_json(self) -> Json:
        """Return it as in the JSON lines."""
        own = {"aside": list(self.aside), "asks": list(self.asks), "entries": list(self.entries)}
        return {"effect": own}
