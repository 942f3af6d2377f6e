"""Something urgent with its second half, wherever that was written: apart, or on the worker's last pages."""

from collections.abc import Mapping
from typing import Any, Final

from guide.frozen import replace
from guide.map.model import Urgent
from guide.map.sight import Sight

Json = Any

_ASKED: Final[Mapping[str, str]] = {
    "urgent_danger": "danger",
    "urgent_words": "words",
    "urgent_there": "there",
    "urgent_home": "home",
    "urgent_child_told": "child_told",
}
"""Steps of the block `something-urgent` to the fields they fill."""


def urgent_in(sight: Sight) -> list[Urgent]:
    """Return everything urgent; what was written apart comes before what the last pages say.

    The last pages ask once for all that came up, so they fill in whatever has no second half of its own.
    """
    asked = _from_the_block(sight)
    return [
        one if is_told(one) else replace(one, fields={**asked, **one.fields})
        for one in sight.record.urgent.values()
    ]


def is_told(urgent: Urgent) -> bool:
    """Return whether it is written down who was told: that is what a second half is for."""
    return _says_something(urgent.fields.get("told"))


def _from_the_block(sight: Sight) -> dict[str, Json]:
    found = {field: sight.name(step) for step, field in _ASKED.items()}
    who, when = sight.name("urgent_told"), sight.name("urgent_told_when")
    if _says_something(who):
        found["told"] = [{"who": who, "when": when or ""}]
    return {field: value for field, value in found.items() if _says_something(value)}


def _says_something(value: Json) -> bool:
    if isinstance(value, Mapping):
        return _says_something(list(value.values()))
    if isinstance(value, list | tuple):
        return any(map(_says_something, value))
    return bool(str(value if value is not None else "").strip())
