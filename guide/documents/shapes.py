"""Reads the flow and the sheets beside a record into frozen shapes that papers are laid out from."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from guide.frozen import field, frozen


@frozen
class Area:
    """One place on a sheet."""

    id: str
    """With its sheet: `map.harm`."""
    title: str
    column: str = ""
    holds: str = "entries"
    unsorted: bool = False
    gap: str = ""
    zero: str = ""
    """What nought means, for an area of ratings."""
    ten: str = ""

    @property
    def short(self) -> str:
        """The id without its sheet: `harm`."""
        return self.id.partition(".")[2]


@frozen
class Sheet:
    """What a conversation fills in."""

    id: str
    title: str
    draw: str
    columns: Mapping[str, str]
    """Column id to its heading, in order."""
    areas: tuple[Area, ...]

    def area(self, short: str) -> Area | None:
        """Return the area of this short id, if the sheet has one."""
        return next((one for one in self.areas if one.short == short), None)


@frozen
class Step:
    """What a paper needs to know of a step."""

    id: str
    kind: str
    section: str
    held_with: str
    into: tuple[str, ...] = ()
    zero: str = ""
    ten: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@frozen
class Section:
    """A titled group of steps, held with somebody."""

    id: str
    title: str
    held_with: str
    steps: tuple[Step, ...]


@frozen
class Slip:
    """Something each of these roles writes on paper, alone."""

    kind: str
    """timer for words, scale for a number."""
    text: str
    by: tuple[str, ...]
    zero: str = ""
    ten: str = ""


@frozen
class Flow:
    """What a paper needs to know of the conversation it comes from."""

    id: str
    title: str
    papers: tuple[str, ...]
    sections: tuple[Section, ...]
    slips: tuple[Slip, ...] = ()

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step by id."""
        return {step.id: step for section in self.sections for step in section.steps}


def flow_from(value: Mapping[str, Any]) -> Flow:
    """Read `record["flow"]`; keys that are missing are taken as empty."""
    sections = tuple(_section(one) for one in value.get("sections") or ())
    slips = tuple(_slip(one) for one in value.get("slips") or ())
    papers = tuple(str(one) for one in value.get("papers") or ())
    return Flow(str(value.get("flow", "")), _text(value.get("title")), papers, sections, slips)


def sheets_from(value: Mapping[str, Any]) -> tuple[Sheet, ...]:
    """Read `sheet_shapes`: sheet id to its title, picture, columns and areas."""
    return tuple(_sheet(name, one) for name, one in value.items())


def _section(value: Mapping[str, Any]) -> Section:
    name = str(value.get("section") or value.get("id") or "")
    held_with = str(value.get("with") or value.get("held_with") or "worker")
    steps = tuple(_step(one, name, held_with) for one in value.get("steps") or ())
    return Section(name, _text(value.get("title")) or name, held_with, steps)


def _slip(value: Mapping[str, Any]) -> Slip:
    by = tuple(str(one) for one in value.get("by") or ())
    words = (_text(value.get(key)) for key in ("zero", "ten"))
    return Slip(str(value.get("kind", "")), _text(value.get("text")), by, *words)


def _step(value: Mapping[str, Any], section: str, held_with: str) -> Step:
    into = value.get("into") or ()
    options = value.get("options") or {}
    return Step(
        id=str(value.get("step") or value.get("id") or ""),
        kind=str(value.get("kind", "")),
        section=section,
        held_with=held_with,
        into=(into,) if isinstance(into, str) else tuple(into),
        zero=_text(value.get("zero")),
        ten=_text(value.get("ten")),
        options={str(key): _text(one) for key, one in options.items()},
    )


def _sheet(name: str, value: Mapping[str, Any]) -> Sheet:
    areas = tuple(_area(name, key, one) for key, one in _keyed(value.get("areas")))
    columns = {key: one if isinstance(one, str) else _text(one.get("title")) or key
               for key, one in _keyed(value.get("columns"))}  # fmt: skip
    return Sheet(name, _text(value.get("title")) or name, str(value.get("draw") or "columns"), columns, areas)


def _area(sheet: str, name: str, value: Mapping[str, Any]) -> Area:
    return Area(
        id=name if "." in name else f"{sheet}.{name}",
        title=_text(value.get("title")) or name,
        column=str(value.get("column") or ""),
        holds=str(value.get("holds") or "entries"),
        unsorted=bool(value.get("unsorted")),
        gap=_text(value.get("gap")),
        zero=_text(value.get("zero")),
        ten=_text(value.get("ten")),
    )


def _keyed(value: Any) -> Iterable[tuple[str, Any]]:
    """Return key and value of a mapping, or of a list whose items carry their own `id`."""
    if isinstance(value, Mapping):
        return value.items()
    return [(str(one["id"]), one) for one in value or ()]


def _text(value: Any) -> str:
    """Return a plain text; of a wording in several bands the first that is plain."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return next((text for text in map(_text, value.values()) if text), "")
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return "".join(value)
    return ""
