"""Says in plain words what is wrong with a piece of a file that does not fit its shape."""

import re
from typing import Any

from guide.flow.findings import Finding, did_you_mean, finding
from guide.flow.model import BANDS
from guide.flow.places import Key, Place, Written, value_at
from guide.flow.shape import AreaShape, PersonShape, SectionShape, UseShape
from guide.flow.shape_steps import STEPS, PartShape, StepShape, WayShape, written_kind
from guide.flow.shape_words import Shape

Path = tuple[Key, ...]

_WANTED = {
    "string_type": "a text",
    "not_text": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "list_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "not_names": "a name or a list of names",
}
_HOW = {
    "a text": "Write one text, and put it in quotes if it is a number or holds a colon or braces.",
    "true or false": "Write true or false, without quotes.",
    "a whole number": "Write digits, without quotes.",
    "a number": "Write digits, without quotes.",
    "a list": "Begin each item with a dash, or write [one, two].",
    "keys and values": "Write a key, a colon and its value.",
    "a name or a list of names": "Write a name, or [one, two].",
}
_MISSING = {
    "text": 'Add the words: `text: "…"`.',
    "options": 'Add the answers to choose from: `options: {yes: "Yes", no: "No"}`.',
    "zero": "A line needs both ends: say what nought means.",
    "ten": "A line needs both ends: say what ten means.",
    "sorts": "Say which area is sorted, as in `sorts: map.said`.",
    "where": "Say for each area what makes a thing belong there.",
    "parts": "Say what the sentence is made of.",
    "template": 'Say how the parts become a sentence, as in `template: ["{{ parts.who }} worry"]`.',
    "reads": "Say which areas are read back.",
    "minutes": "Say how long.",
    "steps": "Add at least one step.",
    "sections": "Add at least one section.",
    "as": "Say which role it is, as in `as: child`.",
    "go": "Say where to: a step, a section, or `end`.",
    "title": "Give it a title.",
    "ask": "Add the question.",
}


def unshapely(model: type[Shape], written: Written, path: Path, fault: Any) -> Finding:
    """Return the finding for one fault pydantic reported at `path` of the file."""
    path += tuple((fault.get("ctx") or {}).get("at", ()))
    spot = written.spot.at(*path)
    key = next((str(one) for one in reversed(path) if isinstance(one, str)), "this file")
    match fault["type"]:
        case "missing":
            return _missing(model, written, path)
        case "extra_forbidden":
            return _unknown_key(model, written, path)
        case "union_tag_not_found":
            return _no_kind(path, fault["input"], spot.place)
        case "literal_error":
            known = re.findall(r"'([^']*)'", fault["ctx"]["expected"])
            value = fault["input"]
            about = key if value != key else str(path[-2] if len(path) > 1 else key)
            return finding(
                "G018", spot.place, did_you_mean(value, known), value=value, key=about, known=", ".join(known)
            )
        case "not_a_band":
            return _not_a_band(fault["input"], path, spot.named)
        case "empty_text" | "string_too_short":
            return finding("G017", spot.named, key=key)
        case "too_short":
            return finding("G023", spot.named, key=key)
        case "too_long":
            return finding("G013", spot.named, key=key, wanted="one thing", found="several", how="Keep one.")
    wanted = _WANTED.get(fault["type"], "something else")
    how = _HOW.get(wanted, "See docs/writing-flows.md.")
    found = _described(value_at(written.value, *path))
    return finding("G013", spot.place, key=key, wanted=wanted, found=found, how=how)


def _missing(model: type[Shape], written: Written, path: Path) -> Finding:
    _, what = _owner(model, written, path[:-1])
    place = written.spot.at(*path[:-1]).place
    key = str(path[-1])
    how = _MISSING.get(key, f"Add `{key}: …`.")
    return finding("G014", place, key=key, owner=what, how=how)


def _unknown_key(model: type[Shape], written: Written, path: Path) -> Finding:
    place = written.spot.at(*path).named
    owner, what = _owner(model, written, path[:-1])
    key = str(path[-1])
    if issubclass(owner, StepShape) and key in STEPS:
        kind = written_kind(value_at(written.value, *path[:-1]))
        return finding("G021", place, one=kind, other=key)
    known = [one.alias or name for name, one in owner.model_fields.items()]
    if value_at(written.value, *path) is None and _has_no_colon(written, path):
        return finding("G007", place, signs="a comma")
    return finding("G012", place, did_you_mean(key, known), key=key, owner=what, known=", ".join(known))


def _has_no_colon(written: Written, path: Path) -> bool:
    """Whether a key is only what followed a comma: nothing stands between it and its missing value."""
    spot = written.spot.at(*path)
    return spot.key is not None and spot.place.column == spot.key.column + len(str(path[-1]))


def _no_kind(path: Path, value: Any, place: Place) -> Finding:
    where = next((one for one in reversed(path) if isinstance(one, str)), "")
    if not isinstance(value, dict):
        return finding(
            "G013", place, key=where, wanted="a list of keys and values", found=_described(value),
            how="Begin each with a dash, a key and its name, as in `- ask: what_helps`.",
        )  # fmt: skip
    if where == "sections":
        return finding("G022", place)
    if "use" in value:
        return finding("G024", place)
    likely = next((guess for key in value if (guess := did_you_mean(key, STEPS))), "")
    return finding("G020", place, likely, known=", ".join(STEPS))


def _not_a_band(value: Any, path: Path, place: Place) -> Finding:
    band, key = str(path[-1]), str(path[-2]) if len(path) > 1 else "text"
    looks_like_words = " " in band or "." in band or not any(isinstance(one, str) for one in value.values())
    if looks_like_words:
        return finding("G007", place, signs="a colon or braces")
    return finding("G018", place, did_you_mean(band, BANDS), value=band, key=key, known=", ".join(BANDS))


def _owner(model: type[Shape], written: Written, path: Path) -> tuple[type[Shape], str]:
    """Return the shape of the keys at `path`, and what to call it."""
    if not path:
        return model, f"a {model.__name__.removesuffix('Shape').lower()}"
    value = value_at(written.value, *path)
    match [one for one in path if isinstance(one, str)]:
        case [*_, "steps"]:
            kind = written_kind(value) or "say"
            return STEPS[kind], f"a step of the kind {kind}"
        case [*_, "sections"]:
            is_use = isinstance(value, dict) and "section" not in value and "use" in value
            return (UseShape, "`use`") if is_use else (SectionShape, "a section")
        case [*_, "then"]:
            return WayShape, "a line of `then`"
        case [*_, "parts", _]:
            return PartShape, "a part"
        case [*_, "areas", _]:
            return AreaShape, "an area"
        case ["people"]:
            return PersonShape, "a person"
        case [*_, name]:
            inner = model.inner_shapes().get(name)
            return (inner, f"a line of `{name}`") if inner else (model, f'"{name}"')
    return model, "this file"


def _described(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return f'"{value[:30]}"'
        case list():
            return "a list"
    return "keys and values"
