"""Reads one answer's value out of a line, in the shape its step has; refuses what does not fit."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.engine.listening import Listening
from guide.engine.worded import band_of, range_of
from guide.flow.model import Step
from guide.map.model import Panel

Json = Any

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\Z")


def choice(heard: Listening, step: Step) -> list[str]:
    """Return the keys chosen."""
    value = heard.line.get("choose")
    keys = [str(one) for one in (value if isinstance(value, list) else [value])]
    if not keys or keys in ([""], ["None"]):
        raise heard.refused("no_option")
    for key in keys:
        if key not in step.options:
            raise heard.refused("option", key=key, options=", ".join(step.options))
    chosen = list(dict.fromkeys(keys))
    if len(chosen) > 1 and not step.many:
        raise heard.refused("one_option")
    return chosen


def amount(heard: Listening, step: Step) -> float:
    """Return a number within the step's bounds."""
    value = heard.line.get("number")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise heard.refused("number_any", value=f"“{value}”")
    least, most = step.least, step.most
    if (least is not None and value < least) or (most is not None and value > most):
        bounds = [word for word in (_bound("at least", least), _bound("at most", most)) if word]
        raise heard.refused("bounds", value=f"{value:g}", bounds=", ".join(bounds))
    return value


def _bound(words: str, bound: float | None) -> str:
    return "" if bound is None else f"{words} {bound:g}"


def day(heard: Listening, step: Step) -> str:
    """Return a day, or where the step allows it words like "about March"."""
    words = heard.text("date")
    if not step.approximate and not _is_day(words):
        raise heard.refused("date", value=words)
    return words


def _is_day(words: str) -> bool:
    try:
        dt.date.fromisoformat(words)
    except ValueError:
        return False
    return _DAY.match(words) is not None


def mark(heard: Listening, step: Step) -> tuple[float, int]:
    """Return a place on the line, and the highest mark of the line it stands on."""
    value = heard.line.get("rate")
    band = band_of(heard.record, heard.walked.flow.held_with(step))
    least, most, between = range_of(step, band) or (0, 10, 1)
    if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
        raise heard.refused("range", value=f"“{value}”", least=f"{least:g}", most=f"{most:g}")
    if (value / between) % 1:
        raise heard.refused("half" if between != 1 else "whole", value=f"{value:g}")
    return (int(value) if float(value).is_integer() else value), int(most)


# Places and pictures


def sorted_places(heard: Listening, step: Step, waiting: Iterable[str]) -> dict[str, str]:
    """Return entry to area for everything that was sorted; an empty area leaves an entry where it is."""
    among, areas = set(waiting), (*step.where, step.sorts)
    placed: dict[str, str] = {}
    for name, area in heard.mapping("sort").items():
        entry = heard.held(name)
        if entry not in among:
            raise heard.refused("sort_entry", name=name)
        if not area:
            continue
        if area not in areas:
            raise heard.refused("sort_area", name=area, areas=", ".join(areas))
        placed[entry] = str(area)
    return placed


def panel_value(heard: Listening, stands: Panel | None = None) -> dict[str, Json]:
    """Return a panel's value; raises Refused without at least one sentence.

    Of a panel that `stands`, what is left out stays as it is.
    """
    value = heard.mapping("panel")
    if stands is not None:
        kept = {"text": list(stands.text), "picture": stands.picture, "title": stands.title}
        value = {**kept, "from": list(stands.from_), **value} if value else {}
    text = value.get("text")
    sentences = [one for one in ([text] if isinstance(text, str) else text or ()) if one]
    if (
        not isinstance(text, str | list)
        or not sentences
        or not all(isinstance(one, str) for one in sentences)
    ):
        raise heard.refused("panel")
    own: dict[str, Json] = {"text": sentences, "picture": _picture(heard, value.get("picture") or {})}
    if value.get("title") or (stands is not None and stands.title):
        own["title"] = heard.words(value["title"], "title")
    if value.get("from") or (stands is not None and stands.from_):
        own["from"] = [heard.held(one) for one in heard.several(value["from"], "from")]
    return own


def _picture(heard: Listening, value: Json) -> dict[str, Json]:
    """Return what a picture shows: a place, people with what is seen of them, things, and what is said."""
    if not isinstance(value, Mapping):
        raise heard.refused("shape", key="picture", shape="an object")
    picture = dict(value)
    for key in ("people", "things", "bubbles"):
        shown = picture.get(key) or []
        plain = str if key != "people" else Mapping
        if not isinstance(shown, list) or not all(isinstance(one, plain | Mapping) for one in shown):
            raise heard.refused("shape", key=key, shape="a list")
    if not isinstance(picture.get("place") or "", str):
        raise heard.refused("shape", key="place", shape="words")
    return picture
