"""Tries a correction out without writing anything."""

from collections.abc import Mapping
from typing import Any

from guide.engine.step import decide
from guide.engine.turn import Effect
from guide.engine.walk import Walk


def effect_of(walked: Walk, line: Mapping[str, Any]) -> Effect:
    """Return what a correction would set aside, ask newly and move; raises Refused as hearing it would."""
    after = decide(walked, line, "").walk
    before_active, now_active = walked.sight.active, after.sight.active
    same = after.standing is not None and walked.standing is not None
    asks_same = same and after.standing and walked.standing and after.standing.key == walked.standing.key
    asks = () if after.standing is None or asks_same else (after.standing.key.step,)
    moved = {name for (_, name), area in _places(walked).items() if _places(after).get((_, name)) != area}
    return Effect(tuple(one for one in before_active if one not in now_active), asks, tuple(sorted(moved)))


def _places(walked: Walk) -> Mapping[tuple[str, str], str]:
    return walked.sight.where
