"""Writes down when the clock of a stage began, stood still and was lengthened."""

from collections.abc import Callable, Mapping
from typing import Final

from guide.frozen import replace
from guide.log import events as ev
from guide.log.events import Event
from guide.map.ledger import Ledger
from guide.map.stage import StageClock, seconds_between

MORE: Final = 5
"""Minutes that *more time* gives."""


def _began(ledger: Ledger, event: Event, what: ev.ClockBegan) -> None:
    ledger.of("clocks")[what.step or what.section, what.item] = StageClock(
        what.section, what.step, what.item, "", what.minutes, event.at
    )


def _set(ledger: Ledger, event: Event, what: ev.ClockSet) -> None:
    """Set the quiet time's clock and its section's; one whose beginning was taken back is not there."""
    clocks = ledger.of("clocks")
    for key in dict.fromkeys(((what.step, what.item), (what.section, ""))):
        clock = clocks.get(key)
        if clock is not None:
            clocks[key] = _after(clock, what.way, event.at)


def _after(clock: StageClock, way: str, at: str) -> StageClock:
    match way:
        case "pause" if not clock.paused:
            return replace(clock, paused=at)
        case "go" if clock.paused:
            return replace(clock, paused="", rested=clock.rested + seconds_between(clock.paused, at))
        case "more":
            return replace(clock, extra=clock.extra + MORE)
    return clock


CLOCKS: Final[Mapping[type, Callable[..., None]]] = {ev.ClockBegan: _began, ev.ClockSet: _set}
