"""Reads a talk from its file, with the line each thing is said on."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from guide.flow.findings import Finding, FlowBroken, finding, in_order
from guide.flow.model import Json
from guide.flow.places import Spot, Written, shown
from guide.flow.read import read_yaml
from guide.flow.shape_talk import TalkShape
from guide.flow.shaped import shaped
from guide.flow.talk import Talk, TalkLine

__all__ = ["Talk", "TalkBroken", "TalkLine", "examined_talk", "read_talk", "talks_of"]

_BEAT: Final = ("beat", "think", "opened", "argue", "instead", "notes", "cuts")
_PLACE: Final = ("at", "of", "item")


class TalkBroken(FlowBroken):
    """A talk that cannot be played as it is written."""


def read_talk(path: Path) -> Talk:
    """Return the talk in a file; raises TalkBroken with every finding."""
    talk, findings, _ = examined_talk(path)
    if talk is None or findings:
        raise TalkBroken(findings, again=shown(path.parent))
    return talk


def talks_of(flow: Path) -> list[Path]:
    """Return the talks beside a flow, in order; `flow` is its folder."""
    try:
        return sorted(path for path in flow.iterdir() if path.name.endswith(".talk.yaml"))
    except OSError:
        return []


def examined_talk(path: Path) -> tuple[Talk | None, list[Finding], Spot]:
    """Return the talk, what is wrong with its file, and where everything stands in it."""
    written, findings = read_yaml(path, "talk")
    if written.value is None:
        return None, findings, written.spot
    shape, written, more = shaped(TalkShape, written)
    findings += more
    if shape is None:
        return None, list(in_order(findings)), written.spot
    value = written.value
    lines = tuple(_line(one, written.spot.at("says", number)) for number, one in enumerate(value["says"]))
    findings += _empty_lines(lines, written) if not findings else []
    talk = Talk(
        shape.talk, shape.flow, shape.form, shape.level, shape.invented, shape.about, shape.lang,
        shape.thread, shape.origin, tuple(value.get("people", ())), lines, shape.expect, path,
        shape.title, shape.skill, tuple(sorted(set(shape.cuts or ()))), shape.care,
        shape.day,
    )  # fmt: skip
    return talk, list(in_order(findings)), written.spot


def _line(value: Mapping[str, Any], spot: Spot) -> TalkLine:
    beat = {key: value[key] for key in _BEAT if key in value}
    keys: dict[str, Json] = {key: one for key, one in value.items() if key not in (*_BEAT, *_PLACE)}
    at = value.get("at")
    if at is None:
        keys |= {key: value[key] for key in ("of", "item") if key in value}
    if isinstance(keys.get("choose"), str):
        keys["choose"] = [keys["choose"]]
    return TalkLine(spot.place.line, at, value.get("of"), value.get("item"), keys, beat or None)


def _empty_lines(lines: tuple[TalkLine, ...], written: Written) -> list[Finding]:
    return [
        finding("G124", written.spot.at("says", number).place)
        for number, line in enumerate(lines)
        if not line.keys and not line.beat
    ]
