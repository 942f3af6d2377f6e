"""What stays in sight beside the question: the answer a flow pins, and a cue about the columns."""

from functools import lru_cache
from typing import Any

from guide.engine.walk import Walk
from guide.flow.evaluate import and_join
from guide.flow.model import Flow, With
from guide.frozen import frozen
from guide.map.middle import middle_of, more_middle
from guide.words.voice import say


@frozen
class Cue:
    """One quiet line for whoever leads a group."""

    code: str
    """more-middle."""
    sheet: str
    says: str

    def as_json(self) -> dict[str, Any]:
        """Return it as in the JSON lines."""
        return {"code": self.code, "sheet": self.sheet, "says": self.says}


def pinned_of(walked: Walk, held_with: str) -> str:
    """Return the pinned answer; nothing before those it was not said with (a team's worker is one of it)."""
    step = walked.flow.steps.get(walked.flow.pinned)
    if step is None or _circle(walked.flow.held_with(step)) != _circle(held_with):
        return ""
    value = walked.shown.names.get(step.id)
    return and_join([str(one) for one in value]) if isinstance(value, list) else str(value or "")


def _circle(held_with: str) -> str:
    return "team" if held_with == "worker" else held_with


def cue_of(walked: Walk, step: str, held_with: With | str) -> Cue | None:
    """Return the cue for a team that fills the middle of a sheet now, when there is one."""
    known = walked.flow.steps.get(step)
    if held_with != "team" or known is None:
        return None
    for sheet in _filled(walked.flow, known.section):
        if more_middle(walked.shown, sheet):
            return Cue("more-middle", sheet, say("cue.more-middle", walked.record.lang))
    return None


@lru_cache(maxsize=64)
def _filled(flow: Flow, section: str) -> tuple[str, ...]:
    """Return the sheets whose middle column a section fills: elsewhere a cue would come too late."""
    known = flow.section_of.get(section)
    areas = [flow.areas[area] for step in (known.steps if known else ()) for area in step.into]
    sheets = [(one.id.partition(".")[0], one.column) for one in areas]
    return tuple(dict.fromkeys(sheet for sheet, column in sheets if column == middle_of(flow.sheets[sheet])))
