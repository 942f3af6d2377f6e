"""Checks the talks beside a flow against it, without playing them."""

from collections.abc import Iterator

from guide.flow.check_areas import known_area
from guide.flow.findings import Finding, did_you_mean, finding
from guide.flow.places import Place, Spot, shown
from guide.flow.reading import Reading
from guide.flow.talk_file import Talk, examined_talk, talks_of


def check_talks(reading: Reading) -> Iterator[Finding]:
    """Yield what is wrong with the talks, and that there is none."""
    folder = reading.compiled.path.parent
    files = talks_of(folder)
    if not files:
        place = Place(shown(reading.compiled.path))
        yield finding("G120", place, example=f"{reading.flow.flow}/a-name.talk.yaml")
    for file in files:
        talk, findings, spot = examined_talk(file)
        yield from findings
        if talk is not None:
            yield from _fits(reading, talk, spot)


def _fits(reading: Reading, talk: Talk, spot: Spot) -> Iterator[Finding]:
    flow = reading.flow
    if talk.flow != flow.flow:
        yield finding("G121", spot.at("flow").place, flow=talk.flow, place=flow.flow)
        return
    for key, word, known, code in (
        ("form", talk.form, flow.forms, "G123"),
        ("level", talk.level, flow.levels, "G018"),
    ):
        if word and word not in known:
            yield finding(
                code, spot.at(key).place, did_you_mean(word, known),
                form=word, value=word, key=key, known=", ".join(known) or "none",
            )  # fmt: skip
    for number, line in enumerate(talk.lines):
        if line.at and line.at not in flow.steps and line.at not in reading.compiled.named:
            place = spot.at("says", number, "at").place
            yield finding("G122", place, did_you_mean(line.at, flow.steps), step=line.at)
    for area in talk.expect:
        if area != "absent":
            yield from known_area(reading, area, spot.at("expect", area).named)
