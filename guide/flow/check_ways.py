"""Checks where a conversation can go: no way to nowhere, nothing that is never reached."""

from collections.abc import Iterator

from guide.flow.findings import Finding, did_you_mean, finding
from guide.flow.model import Section, Step, Way
from guide.flow.reading import Reading


def check_ways(reading: Reading) -> Iterator[Finding]:
    """Yield what is wrong with the ways from step to step."""
    for step in reading.steps():
        yield from _steps_own(reading, step)
        for number, way in enumerate(step.then):
            yield from _way(reading, step, number, way)
    for section in reading.flow.sections:
        if section.minutes < 0:
            place = reading.spot(section.id, "minutes").place
            yield finding(
                "G019", place, key="minutes", value=f"{section.minutes:g}", wanted="more than nought"
            )
    yield from _unreached(reading)


def _steps_own(reading: Reading, step: Step) -> Iterator[Finding]:
    if step.private and not step.by:
        yield finding("G065", reading.spot(step.id, "private").named)
    stage = reading.flow.section_of.get(step.section)
    if step.minutes < 0 or (step.kind == "timer" and not step.minutes and not (stage and stage.minutes)):
        yield _out_of_range(reading, step, "minutes", step.minutes, "more than nought")
    if step.least is not None and step.most is not None and step.least > step.most:
        yield _out_of_range(reading, step, "most", step.most, f"at least {step.least:g}")
    for band, stones in step.marks.items():
        if not 2 <= stones <= 10:  # noqa: PLR2004 - two stones are the shortest path, ten the longest
            place = reading.spot(step.id, "marks", band).place
            yield finding("G019", place, key=f"marks for {band}", value=stones, wanted="from 2 to 10")


def _out_of_range(reading: Reading, step: Step, key: str, value: float, wanted: str) -> Finding:
    return finding("G019", reading.spot(step.id, key).place, key=key, value=f"{value:g}", wanted=wanted)


def _way(reading: Reading, step: Step, number: int, way: Way) -> Iterator[Finding]:
    spot = reading.spot(step.id, "then", number)
    place = spot.at("go").place
    if number and step.then[number - 1].when is None:
        yield finding("G064", spot.place)
    if way.go == step.id:
        yield finding("G063", place, id=step.id)
        return
    if reading.ways.target(way.go) is None:
        if way.go not in reading.compiled.named:
            known = [*reading.flow.section_of, *(one.id for one in reading.steps()), "end"]
            yield finding("G060", place, did_you_mean(way.go, known), go=way.go)
        return
    target = reading.flow.steps.get(way.go)
    if target is not None and target.section != step.section:
        section = reading.flow.section_of.get(target.section)
        if section is not None and (section.for_each or section.again):
            yield finding("G061", place, go=way.go, section=section.id)


def _unreached(reading: Reading) -> Iterator[Finding]:
    """Yield the steps nothing leads to; a whole section is one finding."""
    ways = reading.ways
    for section in reading.flow.sections:
        lost = [step for step in section.steps if ways.number[step.id] not in ways.reached]
        if lost and len(lost) == len(section.steps):
            yield _lost(reading, section)
            continue
        for step in lost:
            yield finding("G062", reading.place_of(step.id), id=step.id)


def _lost(reading: Reading, section: Section) -> Finding:
    return finding("G062", reading.place_of(section.id), id=section.id)
