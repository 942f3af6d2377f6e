"""Reads one answer's value out of a line, in the shape its step has; refuses what does not fit."""

import datetime
import re
from typing import Any, Final

from guide.engine.asks import band_of, range_of
from guide.engine.listening import Listening
from guide.flow.model import Step

Json = Any

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\Z")


def choice(heard: Listening, step: Step) -> list[str]:
    """Return the keys chosen."""
    value = heard.line.get("choose")
    keys = [str(one) for one in (value if isinstance(value, list) else [value])]
    if not keys or keys in ([""], ["None"]):
        raise heard.refused("no_option")
    if len(keys) > 1 and not step.many:
        raise heard.refused("one_option")
    for key in keys:
        if key not in step.options:
            raise heard.refused("option", key=key, options=", ".join(step.options))
    return list(dict.fromkeys(keys))


def amount(heard: Listening, step: Step) -> float:
    """Return a number within the step's bounds."""
    value = heard.line.get("number")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise heard.refused("number_any", value=f"“{value}”")
    least, most = step.least, step.most
    if (least is not None and value < least) or (most is not None and value > most):
        names = {"least": f"{least or 0:g}", "most": "any" if most is None else f"{most:g}"}
        raise heard.refused("range", value=f"{value:g}", **names)
    return value


def day(heard: Listening, step: Step) -> str:
    """Return a day, or where the step allows it words like "about March"."""
    words = heard.text("date")
    if not step.approximate and not _is_day(words):
        raise heard.refused("date", value=words)
    return words


def _is_day(words: str) -> bool:
    try:
        datetime.date.fromisoformat(words)
    except ValueError:
        return False
    return _DAY.match(words) is not None


def mark(heard: Listening, step: Step, value: Json, who: str) -> tuple[float, int]:
    """Return a place on the line, and the highest mark of the line it stands on."""
    held_with = heard.walked.flow.held_with(step)
    person = heard.record.people.get(who)
    own = person.understanding if person and person.role == "child" else band_of(heard.record, held_with)
    band = band_of(heard.record, held_with) if held_with == "child" else own
    least, most, between = range_of(step, band) or (0, 10, 1)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise heard.refused("number", value=f"“{value}”", least=f"{least:g}", most=f"{most:g}")
    if not least <= value <= most:
        raise heard.refused("range", value=f"{value:g}", least=f"{least:g}", most=f"{most:g}")
    if (value / between) % 1:
        raise heard.refused("half" if between != 1 else "whole", value=f"{value:g}")
    return (int(value) if float(value).is_integer() else value), int(most)
