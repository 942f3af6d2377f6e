"""Numbers that were opened just now, as one line to be drawn with everybody's mark on it."""

from guide.engine.turn import Turn
from guide.engine.worded import band_of, worded
from guide.flow.model import Step
from guide.map.model import Rating
from guide.ui.called import names_of
from guide.ui.staging import everybody
from guide.ui.widgets.room.opened import OpenedLine


def opened_line(turn: Turn) -> OpenedLine | None:
    """Return the line a team's numbers were opened on at this turn; None where none were."""
    steps = turn.walk.flow.steps
    opened = next((steps.get(one.step) for one in turn.said if one.kind == "revealed"), None)
    if opened is None or turn.walk.flow.held_with(opened) != "team":
        return None
    area, ratings = _marks(turn, opened)
    if not ratings:
        return None
    band = band_of(turn.record, "team")
    names = names_of(everybody(turn.record, opened, "team"))
    marked = {one.by for one in ratings}
    return OpenedLine(
        title=turn.walk.flow.areas[area].title,
        zero=worded(turn.walk, opened.zero, band),
        ten=worded(turn.walk, opened.ten, band),
        ratings=ratings,
        names=names,
        silent=tuple(name for person, name in names.items() if person not in marked),
    )


def _marks(turn: Turn, step: Step) -> tuple[str, tuple[Rating, ...]]:
    """Return the first area the numbers went to, and those that stand there."""
    for area in step.into:
        found = tuple(one for one in turn.walk.shown.ratings(area) if one.step == step.id)
        if found:
            return area, found
    return "", ()
