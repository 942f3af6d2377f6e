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
            yield from _moments(talk, spot)


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
        if area not in {"absent", "story"}:
            yield from known_area(reading, area, spot.at("expect", area).named)


def _moments(talk: Talk, spot: Spot) -> Iterator[Finding]:
    """Yield what is wrong with the moments for a trainer, and with the cuts that stop at them."""
    names: set[str] = set()
    stopped_at: set[int] = set()
    for number, line in enumerate(talk.lines):
        if not line.beat:
            continue
        place, name = spot.at("says", number), str(line.beat.get("beat", ""))
        if not name:
            yield finding("G127", place.place)
        elif name in names:
            yield finding("G130", place.at("beat").place, name=name)
        yield from _misplaced(talk, number, place)
        names.add(name)
        own = line.beat.get("cuts", talk.cuts)
        stopped_at.update(own)
        yield from (_no_cut(talk, cut, place.at("cuts")) for cut in own if cut not in talk.cuts)
    for at, cut in enumerate(talk.cuts):
        if cut not in stopped_at:
            yield finding("G131", spot.at("cuts", at).place, cut=cut)


def _misplaced(talk: Talk, number: int, place: Spot) -> Iterator[Finding]:
    """Yield what is wrong with where a moment stands."""
    line, following = talk.lines[number], talk.lines[number + 1 :]
    if line.keys or line.at:
        yield finding("G128", place.place)
    if all(one.beat for one in following):
        yield finding("G132", place.place)
    elif following[0].beat:
        yield finding("G133", place.place)


def _no_cut(talk: Talk, cut: int, spot: Spot) -> Finding:
    cuts = ", ".join(map(str, talk.cuts))
    known = f"Its cuts are {cuts}." if cuts else "Name its cuts at the top, as in `cuts: [6, 12]`."
    return finding("G129", spot.place, cut=cut, known=known)
