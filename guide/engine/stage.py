"""Which clock runs now: of the quiet time that stands, else of its section; and which ones begin here."""

from guide.engine.walk import Walk
from guide.engine.worded import band_of, worded
from guide.flow.model import Section, Step
from guide.frozen import replace
from guide.log import events as ev
from guide.map.model import Key
from guide.map.stage import StageClock


def clock_of(walked: Walk) -> StageClock | None:
    """Return the clock that counts now; none on a hand-over page, in a break and at the end."""
    here = _here(walked)
    if here is None:
        return None
    key, step, section = here
    clocks = walked.record.clocks
    clock = clocks.get((step.id, key.item)) or clocks.get((section.id, ""))
    if clock is None:
        return None
    band = band_of(walked.record, section.held_with)
    return replace(clock, title=worded(walked, section.title, band))


def clocks_due(walked: Walk) -> list[ev.What]:
    """Return the beginnings of the clocks that start where the walk has arrived."""
    here = _here(walked)
    if here is None:
        return []
    key, step, section = here
    clocks = walked.record.clocks
    due: list[ev.What] = []
    if section.minutes and (section.id, "") not in clocks:
        due.append(ev.ClockBegan(section=section.id, minutes=section.minutes))
    if step.kind == "timer" and step.minutes and (step.id, key.item) not in clocks:
        due.append(ev.ClockBegan(section=section.id, minutes=step.minutes, step=step.id, item=key.item))
    return due


def _here(walked: Walk) -> tuple[Key, Step, Section] | None:
    """Return where a clock could run, as long as somebody sits before the question itself."""
    standing, record = walked.standing, walked.record
    if standing is None or record.paused or record.finished_by_hand:
        return None
    step = walked.flow.steps[standing.key.step]
    section = walked.flow.section_of.get(step.section)
    if section is None or (section.held_with == "worker") != (record.sits == "worker"):
        return None
    return standing.key, step, section
