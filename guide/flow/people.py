"""Compiles the people a flow asks for before its first section."""

from typing import Final

from guide.flow.gathered import Gathered, Scope
from guide.flow.model import Json
from guide.flow.places import Spot
from guide.flow.plain import plain_words
from guide.flow.shape import PersonShape
from guide.flow.steps import fingerprint
from guide.flow.texts import Texts

_ASK: Final = {"child": "Who is this about?", "worker": "Who is helping today?"}


def person_json(shape: PersonShape, spot: Spot, gathered: Gathered) -> Json:
    """Return the step `people.<role>`."""
    name = f"people.{shape.role}"
    gathered.keep(name, spot)
    texts = Texts(gathered, Scope(), name, "people")
    step: Json = {"id": name, "kind": "people", "role": shape.role}
    step["text"] = texts.wording(shape.ask or {"any": _question(shape)}, spot.at("ask"), "text")
    step |= {key: True for key in ("age", "many", "optional") if getattr(shape, key)}
    if shape.why:
        step["why"] = texts.wording(shape.why, spot.at("why"), "why")
    if shape.when is not None and (when := texts.tree(shape.when, spot.at("when").place, "when")):
        step["when"] = when
    for key in ("note", "teach"):
        if words := getattr(shape, key):
            step[key] = plain_words(gathered, words, spot.at(key), key)
    step["print"] = fingerprint(step)
    return step


def _question(shape: PersonShape) -> str:
    word = shape.role.replace("_", " ")
    return _ASK.get(shape.role) or (f"Who is here as {word}?" if shape.many else f"Who is the {word}?")
