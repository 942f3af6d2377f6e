"""Holds a file against its shape: the typed pieces, and a finding for every piece that does not fit.

What does not fit is taken out, with its place, and the rest is held against the shape again, so that one
slip does not hide the others.
"""

from typing import Any, TypeVar

from pydantic import ValidationError

from guide.flow.findings import Finding
from guide.flow.places import Key, Place, Spot, Written, value_at
from guide.flow.shape_words import Shape
from guide.flow.unshapely import unshapely

M = TypeVar("M", bound=Shape)
Path = tuple[Key, ...]

_ROUNDS = 5
"""Taking something out can leave a gap around it: in a text, its step, its section, the file."""


def shaped(model: type[M], written: Written) -> tuple[M | None, Written, list[Finding]]:
    """Return the file as `model` without what did not fit, or None, and the file as it then is."""
    findings: list[Finding] = []
    gaps: set[tuple[Place, Key]] = set()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(written.value), written, findings
        except ValidationError as error:
            faults = [(_path(one["loc"], written.value), one) for one in error.errors(include_url=False)]
        drop: set[Path] = set()
        for path, fault in faults:
            if _mark(written, path) not in gaps:
                findings.append(unshapely(model, written, path, fault))
            smallest = _smallest(path, written.value)
            # What held it may be empty or incomplete now, and that is not the writer's fault.
            gaps |= {_mark(written, path), _mark(written, smallest), _mark(written, smallest[:-1])}
            drop.add(smallest)
        if () in drop:
            break
        written = Written(written.path, *_without(written.value, written.spot, drop))
    return None, written, findings


def _mark(written: Written, path: Path) -> tuple[Place, Key]:
    """Return what tells a place in the file whatever is taken out around it."""
    return written.spot.at(*path[:-1]).place, path[-1] if path else ""


def _path(loc: Path, value: Any) -> Path:
    """Return the path in the file for a location of pydantic's, which also names alternatives it tried."""
    path: list[Key] = []
    for key in loc:
        if (isinstance(value, dict) and key in value) or (isinstance(value, list) and isinstance(key, int)):
            value = value_at(value, key)
        elif key == "[key]" or (isinstance(key, str) and key.startswith("<")):
            continue
        path.append(key)
    return tuple(path)


def _smallest(path: Path, value: Any) -> Path:
    """Return what to take out: what stands at `path`, or the nearest item around it when nothing does."""
    for key in path:
        if not isinstance(value, dict | list) or (isinstance(value, dict) and key not in value):
            ends = [number + 1 for number, one in enumerate(path[:-1]) if isinstance(one, int)]
            return path[: ends[-1]] if ends else ()
        value = value_at(value, key)
    return path


def _without(value: Any, spot: Spot, drop: set[Path]) -> tuple[Any, Spot]:
    """Return the value and its places without everything at the paths of `drop`."""
    if not drop:
        return value, spot
    below: dict[Key, set[Path]] = {}
    for path in drop:
        below.setdefault(path[0], set()).add(path[1:])
    kept = [
        (key, *_without(inner, spot.at(key), below.get(key, set())))
        for key, inner in (value.items() if isinstance(value, dict) else enumerate(value))
        if () not in below.get(key, ())
    ]
    if isinstance(value, dict):
        inside: dict[Key, Spot] = {key: where for key, _, where in kept}
        return {key: inner for key, inner, _ in kept}, Spot(spot.place, inside, spot.key)
    inside = {number: where for number, (_, _, where) in enumerate(kept)}
    return [inner for _, inner, _ in kept], Spot(spot.place, inside, spot.key)
