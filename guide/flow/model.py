"""The compiled flow: what may be asked, as frozen data read from one plain JSON value.

`flow/compile` writes this JSON; everything that runs a conversation reads it here and imports neither
YAML nor pydantic nor Jinja2.  Field names in JSON and in the dataclasses are the same; a key that holds
its default is left out of the JSON.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final, Literal

from guide.frozen import field, fields, frozen

Json = Any
"""A plain JSON value: None, bool, int, float, str, list, dict."""

Tree = list[Any]
"""A compiled expression, see `guide.flow.evaluate`."""

Piece = str | Tree
"""A part of a text: plain words, or an expression whose value is written there."""

Pieces = tuple[Piece, ...]

With = Literal["worker", "child", "family", "team"]
Kind = Literal[
    "say", "ask", "choose", "number", "date", "people", "scale", "sort", "compose", "panel", "review", "timer"
]

COMPILED: Final = 1
"""The format of the compiled JSON; a cache of another number is compiled again."""

BANDS: Final = ("younger", "middle", "teen", "adult", "adapted", "observer")
"""Whose understanding a wording is for; the first four in order of age."""

ROLES: Final = (
    "child", "parent", "carer", "family", "friend", "worker", "case_holder", "lead", "advisor",
    "observer", "manager", "school", "health", "police", "chair", "other",
)  # fmt: skip
"""Roles known to every flow."""

_AGES: Final = ("younger", "middle", "teen", "adult")


@frozen
class Wording:
    """One text, or one for each band."""

    bands: Mapping[str, Pieces]
    """Band to pieces; the key `any` when there is one text for everybody."""

    def for_band(self, band: str) -> Pieces:
        """Return the text for `band`: its own, else the nearest older, then the nearest younger."""
        if "any" in self.bands:
            return self.bands["any"]
        if band in self.bands:
            return self.bands[band]
        at = _AGES.index(band) if band in _AGES else (0 if band == "adapted" else len(_AGES) - 1)
        nearest = (*_AGES[at:], *reversed(_AGES[:at]), "adapted", "observer")
        return next((self.bands[name] for name in nearest if name in self.bands), ())


@frozen
class Way:
    """One line of `then`: where the conversation goes when `when` holds (or always)."""

    go: str
    """A step, a section, or `end`."""
    when: Tree | None = None


@frozen
class Part:
    """One part of a sentence that is put together with the family."""

    ask: Wording
    optional: bool = False
    many: bool = False


@frozen
class TemplatePiece:
    """One piece of a composed sentence; left out whole when one of its parts was passed."""

    pieces: Pieces
    parts: tuple[str, ...]
    """The parts it needs."""


@frozen
class Step:
    """One state of the conversation: it says something or asks something."""

    id: str
    kind: Kind
    section: str
    text: Wording
    into: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    """Roles that are asked; at a text who reads aloud in turn, at a quiet time who writes."""
    last: tuple[str, ...] = ()
    """Roles that come behind everybody else."""
    private: bool = False
    optional: bool = False
    urgent: bool = False
    when: Tree | None = None
    then: tuple[Way, ...] = ()
    technique: str = ""
    why: Wording | None = None
    teach: str = ""
    note: str = ""
    listen_for: str = ""
    more: tuple[Wording, ...] = ()
    options: Mapping[str, Wording] = field(default_factory=dict)
    many: bool = False
    least: float | None = None
    most: float | None = None
    unit: str = ""
    approximate: bool = False
    roles: Mapping[str, str] = field(default_factory=dict)
    """For `people`: role key to the label shown; keys need not be among ROLES."""
    role: str = ""
    """For the flow's top-level `people`: the role these persons have."""
    age: bool = False
    zero: Wording | None = None
    ten: Wording | None = None
    half: bool = False
    guess: bool = False
    """For a scale: the number is somebody's guess of where another would put it."""
    marks: Mapping[str, int] = field(default_factory=dict)
    """Band to the number of stones shown in place of 0 to 10."""
    because: Wording | None = None
    lower: Wording | None = None
    higher: Wording | None = None
    small_step: Wording | None = None
    sorts: str = ""
    where: Mapping[str, Wording] = field(default_factory=dict)
    """For `sort`: area to its test question, in the order they are asked."""
    parts: Mapping[str, Part] = field(default_factory=dict)
    template: tuple[TemplatePiece, ...] = ()
    read_back: Wording | None = None
    minutes: float = 0
    slip: Wording | None = None
    """What stands on the paper slip of a quiet time; else its text."""
    title: Wording | None = None
    reads: tuple[str, ...] = ()
    """For `review`: areas, and panels by their steps, whose sentences are then read one by one."""
    offers: tuple[str, ...] = ()
    """Areas of an earlier conversation whose entries are offered here; none is taken by itself."""
    made_of: tuple[str, ...] = ()
    """For `panel`: the areas whose words its sentences are made of."""
    shows: bool = False
    again: bool = False
    """True on the step made from a section's `again`: `<section>_again`, a choice of yes and no."""
    print: str = ""
    """A fingerprint of what an answer depends on: kind, options, areas, parts; never the wording."""

    @property
    def asks(self) -> bool:
        """Whether somebody answers here; `say` and `timer` only wait for *next*."""
        return self.kind not in {"say", "timer"}

    @property
    def because_parts(self) -> tuple[tuple[str, Wording], ...]:
        """The turns after a number on the line, in order: because, lower, higher, small_step."""
        named = (
            ("because", self.because),
            ("lower", self.lower),
            ("higher", self.higher),
            ("small_step", self.small_step),
        )
        return tuple((name, wording) for name, wording in named if wording is not None)


@frozen
class ForEach:
    """The list a section goes over, and the name of one item."""

    name: str
    over: Tree


@frozen
class Section:
    """A titled group of steps, held with somebody."""

    id: str
    title: Wording
    held_with: With
    steps: tuple[Step, ...]
    when: Tree | None = None
    for_each: ForEach | None = None
    minutes: float = 0
    """The clock of a stage; 0 without one."""
    again: Step | None = None
    """Asked after the last step; a *yes* goes through the steps again as items i1, i2 …"""


@frozen
class Area:
    """One place on a sheet."""

    id: str
    """With its sheet: `map.harm`."""
    title: str
    column: str = ""
    holds: Literal["entries", "ratings", "people"] = "entries"
    unsorted: bool = False
    gap: str = ""


@frozen
class Sheet:
    """What a conversation fills in."""

    id: str
    title: str
    draw: Literal["columns", "ring", "houses", "line"]
    areas: Mapping[str, Area]
    """Area id with its sheet (`map.harm`) to the area, in the order of the file."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Column id to its heading."""


@frozen(eq=False)
class Flow:
    """One guided conversation, ready to be talked on; each is only equal to itself."""

    flow: str
    version: int
    title: str
    about: str
    group: str
    minutes: int
    audience: With
    forms: Mapping[str, str]
    people: tuple[Step, ...]
    """The top-level people, as steps `people.child` …, asked first and with the worker."""
    sheets: Mapping[str, Sheet]
    papers: tuple[str, ...]
    after: str
    """The worker's own last section, or nothing."""
    pinned: str
    """The step whose answer stays in sight, or nothing."""
    sections: tuple[Section, ...]
    levels: Mapping[str, Mapping[str, str]]
    """Level to its words; read as `level.goal`."""
    source: Json = field(repr=False)
    """The JSON this was read from; goes into the session as its own copy."""

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step by id, the top-level people and the `again` steps too."""
        own = {step.id: step for step in self.people}
        for section in self.sections:
            own.update((step.id, step) for step in section.steps)
            if section.again is not None:
                own[section.again.id] = section.again
        return own

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Every step's place in the order of the file."""
        return {name: at for at, name in enumerate(self.steps)}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """Every section by id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Every area of every sheet by its whole id."""
        return {area.id: area for sheet in self.sheets.values() for area in sheet.areas.values()}

    def held_with(self, step: Step) -> With:
        """Return who sits before the screen at `step`."""
        section = self.section_of.get(step.section)
        return section.held_with if section else "worker"


def _wording(value: Json) -> Wording:
    return Wording({band: tuple(pieces) for band, pieces in value.items()})


def _wordings(value: Json) -> Any:
    return {key: _wording(one) for key, one in value.items()}


_READ: Final[dict[str, Callable[[Json], Any]]] = {
    "text": _wording,
    "why": _wording,
    "zero": _wording,
    "ten": _wording,
    "because": _wording,
    "lower": _wording,
    "higher": _wording,
    "small_step": _wording,
    "read_back": _wording,
    "title": _wording,
    "slip": _wording,
    "options": _wordings,
    "where": _wordings,
    "more": lambda value: tuple(_wording(one) for one in value),
    "then": lambda value: tuple(Way(one["go"], one.get("when")) for one in value),
    "parts": lambda value: {
        key: Part(_wording(one["ask"]), one.get("optional", False), one.get("many", False))
        for key, one in value.items()
    },
    "template": lambda value: tuple(
        TemplatePiece(tuple(one["pieces"]), tuple(one["parts"])) for one in value
    ),
    "into": tuple,
    "by": tuple,
    "last": tuple,
    "reads": tuple,
    "offers": tuple,
    "made_of": tuple,
}
_STEP_KEYS: Final = frozenset(one.name for one in fields(Step))


def step_from_json(value: Json, section: str) -> Step:
    """Read one step; unknown keys are left alone, so that a newer compiler does not break a session."""
    own = {key: _READ[key](one) if key in _READ else one for key, one in value.items() if key in _STEP_KEYS}
    own["section"] = section
    own.setdefault("text", Wording({"any": ()}))
    return Step(**own)


def _section_from_json(value: Json) -> Section:
    over = value.get("for_each")
    again = value.get("again")
    return Section(
        id=value["id"],
        title=_wording(value["title"]),
        held_with=value["held_with"],
        steps=tuple(step_from_json(one, value["id"]) for one in value["steps"]),
        when=value.get("when"),
        minutes=value.get("minutes", 0),
        for_each=ForEach(over["name"], over["over"]) if over else None,
        again=step_from_json(again, value["id"]) if again else None,
    )


def sheet_from_json(value: Json) -> Sheet:
    """Read one sheet."""
    return Sheet(
        id=value["id"],
        title=value["title"],
        draw=value["draw"],
        areas={one["id"]: Area(**one) for one in value["areas"]},
        columns=value.get("columns", {}),
    )


def flow_from_json(value: Json) -> Flow:
    """Read a compiled flow from the JSON that `guide.flow.compile` made."""
    return Flow(
        flow=value["flow"],
        version=value["version"],
        title=value["title"],
        about=value["about"],
        group=value["group"],
        minutes=value["minutes"],
        audience=value["audience"],
        forms=value["forms"],
        people=tuple(step_from_json(one, "") for one in value["people"]),
        sheets={one["id"]: sheet_from_json(one) for one in value["sheets"]},
        papers=tuple(value["papers"]),
        after=value.get("after", ""),
        pinned=value.get("pinned", ""),
        sections=tuple(_section_from_json(one) for one in value["sections"]),
        levels=value["levels"],
        source=value,
    )
