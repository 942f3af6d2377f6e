"""Checks that what is said has a place on a sheet, and one that can hold it."""

from collections.abc import Iterator
from typing import Final

from guide.flow.findings import Finding, did_you_mean, finding
from guide.flow.model import Area, Step
from guide.flow.places import Place
from guide.flow.reading import Reading

_HOLDS: Final = {"entries": "what was said", "ratings": "ratings", "people": "people"}
_BRINGS: Final = {"scale": "ratings", "people": "people"}


def check_areas(reading: Reading) -> Iterator[Finding]:
    """Yield what is wrong with areas, step by step."""
    for step in reading.steps():
        yield from _into(reading, step)
        if step.sorts:
            yield from _holding(reading, step.sorts, "entries", reading.spot(step.id, "sorts").place)
        for name in step.where:
            yield from _holding(reading, name, "entries", reading.spot(step.id, "where", name).named)
        for number, name in enumerate(step.reads):
            if not _is_panel(reading, name):
                yield from known_area(reading, name, reading.spot(step.id, "reads", number).place)
        for number, name in enumerate(step.made_of):
            yield from _holding(reading, name, "entries", reading.spot(step.id, "made_of", number).place)
        for number, name in enumerate(step.offers):
            if name.partition(".")[0] not in reading.compiled.sheets_known:
                yield from known_area(reading, name, reading.spot(step.id, "offers", number).place)


def _is_panel(reading: Reading, name: str) -> bool:
    """Whether a review names a panel of the story, to read its sentences."""
    step = reading.flow.steps.get(name)
    return step is not None and step.kind == "panel"


def known_area(reading: Reading, name: str, place: Place) -> Iterator[Finding]:
    """Yield a finding when there is no such area on the flow's sheets."""
    areas = reading.flow.areas
    if name in areas:
        return
    sheet = name.partition(".")[0]
    if sheet not in reading.flow.sheets and sheet in reading.compiled.sheets_known:
        yield finding("G052", place, area=name, sheet=sheet)
        return
    near = [one for one in areas if one.startswith(f"{sheet}.")] or list(areas)
    known = ", ".join(near[:12]) or "none; list a sheet under `sheets`"
    likely = did_you_mean(name, areas) or next((one for one in areas if one.endswith(f".{name}")), "")
    yield finding("G051", place, likely, area=name, known=known)


def _holding(reading: Reading, name: str, brings: str, place: Place) -> Iterator[Finding]:
    yield from known_area(reading, name, place)
    area: Area | None = reading.flow.areas.get(name)
    if area is not None and area.holds != brings:
        yield finding("G053", place, area=name, holds=_HOLDS[area.holds], brings=_HOLDS[brings])


def _into(reading: Reading, step: Step) -> Iterator[Finding]:
    sheets: dict[str, str] = {}
    for number, name in enumerate(step.into):
        place = reading.spot(step.id, "into", number).place
        yield from _holding(reading, name, _BRINGS.get(step.kind, "entries"), place)
        sheet = name.partition(".")[0]
        if sheet in sheets:
            yield finding("G054", place, one=sheets[sheet], other=name)
        sheets[sheet] = name
        section = reading.flow.section_of.get(step.section)
        if section and section.for_each and section.for_each.over == ["call", "entries", name]:
            yield finding("G056", place, area=name)
