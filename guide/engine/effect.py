"""Tries a correction out without writing anything."""

from collections.abc import Mapping
from typing import Any

from guide.engine.step import decide
from guide.engine.turn import Effect
from guide.engine.walk import Walk


def effect_of(walked: Walk, line: Mapping[str, Any]) -> Effect:
    """Return what a correction would set aside, ask newly and move; raises Refused as hearing it would."""
    after = decide(walked, line, walked.record.started).walk
    was, now = walked.shown, after.shown
    aside = tuple(name for name in was.active if name not in now.active)
    moved = {held for (sheet, held), area in was.where.items() if now.where.get((sheet, held)) != area}
    return Effect(aside, _newly_asked(walked, after), tuple(sorted(moved)))


def _newly_asked(before: Walk, after: Walk) -> tuple[str, ...]:
    """Return the questions that would stand or wait now and did not before."""
    known = {*before.deferred, *([before.standing.key] if before.standing else [])}
    now = [*after.deferred, *([after.standing.key] if after.standing else [])]
    return tuple(dict.fromkeys(key.step for key in now if key not in known))
