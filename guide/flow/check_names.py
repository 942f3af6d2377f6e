"""Checks what things are called, and that roles, papers and the last section are there."""

from collections.abc import Iterator

from guide.flow.expressions import WORDS
from guide.flow.findings import Finding, did_you_mean, finding
from guide.flow.ids import is_kebab, is_snake, kebab, snake, taken_by
from guide.flow.model import Step
from guide.flow.places import Place
from guide.flow.reading import Reading, named_place

PAPERS = ("record", "story", "example", "slips", "summary")
"""Papers every flow can have; every sheet of the flow is a paper too."""


def check_names(reading: Reading) -> Iterator[Finding]:
    """Yield what is wrong with names."""
    yield from _flow_name(reading)
    yield from _ids(reading)
    for step in reading.flow.steps.values():
        yield from _inner_ids(reading, step)
        yield from _roles(reading, step)
    for name in reading.flow.forms:
        yield from _shape(name, reading.compiled.spot.at("forms", name).named)
    yield from _papers(reading)
    yield from _last_section(reading)
    yield from _pinned(reading)


def _flow_name(reading: Reading) -> Iterator[Finding]:
    name, place = reading.flow.flow, reading.compiled.spot.at("flow").place
    folder = reading.compiled.path.absolute().parent.name
    if not is_kebab(name):
        yield finding("G030", place, id=name, joint="-", better=kebab(name))
    elif name != folder:
        yield finding("G035", place, kind="flow", id=name, place=folder)


def _ids(reading: Reading) -> Iterator[Finding]:
    for name in reading.compiled.gathered.spots:
        if name.startswith("people."):
            continue
        place = reading.place_of(name)
        yield from _shape(name, place)
        if taken := taken_by(name):
            yield finding("G031", place, id=name, taken_by=taken, better=f"the_{name}")
    for name, spot in reading.compiled.gathered.twice:
        other = reading.place_of(name)
        step = reading.flow.steps.get(name)
        place = named_place(spot, *((step.kind,) if step else ()), "section", "block", "as")
        if place == other:
            # A block that is used twice: both names stand on one line of its file.
            place = reading.compiled.spot.at("sections").place
        yield finding("G033", place, id=name, other=other)


def _shape(name: str, place: Place) -> Iterator[Finding]:
    if name in WORDS:
        yield finding("G032", place, id=name, better=f"the_{name}")
    elif not is_snake(name):
        yield finding("G030", place, id=name, joint="_", better=snake(name))


def _inner_ids(reading: Reading, step: Step) -> Iterator[Finding]:
    for key, names in (("options", step.options), ("parts", step.parts), ("roles", step.roles)):
        for name in names:
            place = reading.spot(step.id, key, name).named
            yield from _shape(name, place)
            if key == "roles" and name in reading.compiled.gathered.spots:
                yield finding("G033", place, id=name, other=reading.place_of(name))


def _roles(reading: Reading, step: Step) -> Iterator[Finding]:
    asked = [("by", number, role) for number, role in enumerate(step.by)]
    asked += [("last", number, role) for number, role in enumerate(step.last)]
    if step.role:
        asked.append(("as", 0, step.role))
    for key, number, role in asked:
        if role not in reading.roles:
            place = reading.spot(step.id, key, number).place
            likely = did_you_mean(role, reading.roles)
            yield finding("G034", place, likely, role=role, known=", ".join(reading.roles))


def _papers(reading: Reading) -> Iterator[Finding]:
    known = (*reading.flow.sheets, *PAPERS)
    for number, paper in enumerate(reading.flow.papers):
        if paper not in known and paper not in reading.compiled.sheets_known:
            place = reading.compiled.spot.at("papers", number).place
            yield finding("G041", place, did_you_mean(paper, known), paper=paper, known=", ".join(known))


def _last_section(reading: Reading) -> Iterator[Finding]:
    name = reading.flow.after
    if not name:
        return
    place = reading.compiled.spot.at("after").place
    section = reading.flow.section_of.get(name)
    if section is None:
        if name not in reading.compiled.named:
            known = list(reading.flow.section_of)
            yield finding("G042", place, did_you_mean(name, known), section=name, known=", ".join(known))
    elif section.held_with != "worker":
        yield finding("G043", place, section=name)


def _pinned(reading: Reading) -> Iterator[Finding]:
    """Yield a pinned step that is not there, or whose answer is no words that could stay in sight."""
    name = reading.flow.pinned
    if not name:
        return
    place = reading.compiled.spot.at("pinned").place
    step = reading.flow.steps.get(name)
    words = [one.id for one in reading.steps() if one.kind in {"ask", "compose"} and not one.private]
    if step is None and name in reading.compiled.named:
        return
    if name not in words:
        yield finding("G045", place, did_you_mean(name, words), step=name)
