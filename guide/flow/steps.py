"""Compiles one step: its texts, its ways on, and the fingerprint of what an answer depends on."""

import hashlib
import json
from collections.abc import Callable
from typing import Any, Final

from guide.flow.gathered import Gathered, Scope
from guide.flow.model import Json, Tree
from guide.flow.places import Spot
from guide.flow.plain import plain_words
from guide.flow.shape_steps import KINDS, PartShape, StepShape, WayShape
from guide.flow.texts import Texts

_PRINTED: Final = (
    "kind", "into", "by", "private", "many", "least", "most", "unit", "approximate", "role", "age", "half",
    "guess", "marks", "sorts", "reads", "shows", "again",
)  # fmt: skip
"""What an answer depends on; of options, areas of a sort, parts and roles only the keys count."""


def step_json(shape: StepShape, spot: Spot, scope: Scope, gathered: Gathered) -> Json:
    """Return one compiled step; a key that holds its default is left out."""
    kind = KINDS[type(shape)]
    name = scope.name(getattr(shape, kind))
    gathered.keep(name, spot)
    texts = Texts(gathered, scope, name, kind)
    step: Json = {"id": name, "kind": kind}
    for key, field in type(shape).model_fields.items():
        if key == kind or key not in shape.model_fields_set:
            continue
        value = getattr(shape, key)
        if value is None or value == field.default or value in ([], {}):
            continue
        step[key] = _COMPILE.get(key, _as_it_is)(texts, value, spot.at(key), key)
    step["print"] = fingerprint(step)
    return step


def fingerprint(step: Json) -> str:
    """Return a short hash of what an answer to this step depends on; never of the wording."""
    depends = {key: step[key] for key in _PRINTED if key in step}
    depends |= {key: list(step[key]) for key in ("options", "where", "roles") if key in step}
    depends["parts"] = [
        [part, one.get("optional", False), one.get("many", False)]
        for part, one in step.get("parts", {}).items()
    ]
    written = json.dumps(depends, sort_keys=True)
    return hashlib.blake2s(written.encode(), digest_size=5).hexdigest()


def _as_it_is(_texts: Texts, value: Any, _spot: Spot, _key: str) -> Json:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _plain(texts: Texts, value: str, spot: Spot, key: str) -> Json:
    return plain_words(texts.gathered, value, spot, key)


def _when(texts: Texts, value: str, spot: Spot, key: str) -> Tree | None:
    return texts.tree(value, spot.place, key)


def _then(texts: Texts, ways: list[WayShape], spot: Spot, key: str) -> Json:
    compiled = []
    for number, way in enumerate(ways):
        one: Json = {"go": texts.scope.name(way.go)}
        if way.when is not None:
            one["when"] = texts.tree(way.when, spot.at(number, "when").place, key) or ["lit", False]
        compiled.append(one)
    return compiled


def _wording(texts: Texts, value: dict[str, str], spot: Spot, key: str) -> Json:
    return texts.wording(value, spot, key)


def _reads(texts: Texts, value: list[str], _spot: Spot, _key: str) -> Json:
    """Return the areas a review reads, and its panels by the names their steps have in the flow."""
    return [name if "." in name else texts.scope.name(name) for name in value]


def _wordings(texts: Texts, value: dict[str, dict[str, str]], spot: Spot, key: str) -> Json:
    return {name: texts.wording(one, spot.at(name), key) for name, one in value.items()}


def _several(texts: Texts, value: list[dict[str, str]], spot: Spot, key: str) -> Json:
    return [texts.wording(one, spot.at(number), key) for number, one in enumerate(value)]


def _parts(texts: Texts, value: dict[str, PartShape], spot: Spot, _key: str) -> Json:
    compiled: Json = {}
    for name, part in value.items():
        compiled[name] = {"ask": texts.wording(part.ask, spot.at(name, "ask"), "ask")}
        compiled[name] |= {key: True for key in ("optional", "many") if getattr(part, key)}
    return compiled


def _template(texts: Texts, value: list[str], spot: Spot, key: str) -> Json:
    compiled = []
    for number, text in enumerate(value):
        pieces = texts.pieces(text, spot.at(number).place, key)
        needed = dict.fromkeys(part for piece in pieces if isinstance(piece, list) for part in _needs(piece))
        compiled.append({"pieces": pieces, "parts": list(needed)})
    return compiled


def _needs(tree: Any) -> list[str]:
    """Return the parts a tree looks at."""
    match tree:
        case ["attr", ["name", "parts"], str(part)] | ["item", ["name", "parts"], ["lit", str(part)]]:
            return [part]
        case list():
            return [part for one in tree for part in _needs(one)]
    return []


_COMPILE: Final[dict[str, Callable[[Texts, Any, Spot, str], Json]]] = {
    "text": _wording,
    "why": _wording,
    "title": _wording,
    "slip": _wording,
    "zero": _wording,
    "ten": _wording,
    "because": _wording,
    "lower": _wording,
    "higher": _wording,
    "small_step": _wording,
    "read_back": _wording,
    "options": _wordings,
    "where": _wordings,
    "more": _several,
    "parts": _parts,
    "template": _template,
    "then": _then,
    "when": _when,
    "teach": _plain,
    "note": _plain,
    "listen_for": _plain,
    "unit": _plain,
    "reads": _reads,
}
