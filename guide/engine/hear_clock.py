"""Hears what a room does with its time: the clock stopped, let go on, lengthened; and who has written."""

from guide.engine.answering import answered, who_answers
from guide.engine.listening import Listening, What
from guide.engine.stage import clock_of
from guide.log import events as ev

WAYS = ("pause", "go", "more")


def clock(heard: Listening) -> What:
    """Hear that the clock stops, goes on, or gets more time; this is no deed, and `back` passes it over."""
    way = heard.line["clock"]
    if way not in WAYS:
        raise heard.refused("shape", key="clock", shape=f"one of {', '.join(WAYS)}")
    running = clock_of(heard.walked)
    if running is None:
        raise heard.refused("no_clock")
    if way != "more" and (way == "pause") == bool(running.paused):
        raise heard.refused("clock_stands" if running.paused else "clock_runs")
    return [ev.ClockSet(section=running.section, step=running.step, item=running.item, way=way)]


def wrote(heard: Listening) -> What:
    """Hear that somebody has written on paper, each for themselves; what they wrote stays theirs."""
    heard.is_true("wrote")
    if heard.step.kind != "timer" or not heard.step.by:
        raise heard.not_here("wrote")
    who = who_answers(heard)
    return [answered(heard, who, value=True, form="wrote")]


def breaks(heard: Listening, way: str) -> What:
    """Return what a break does to the clock: it stands still, and goes on with the conversation."""
    running = heard.record.clocks
    standing = heard.walked.standing
    if not running or standing is None:
        return []
    step = heard.walked.flow.steps[standing.key.step]
    known = running.get((step.id, standing.key.item)) or running.get((step.section, ""))
    if known is None or (way == "pause") == bool(known.paused):
        return []
    return [ev.ClockSet(section=step.section, step=known.step, item=known.item, way=way)]
