"""JSON Schema of the files people write, made from their shapes."""

from collections.abc import Mapping
from typing import Any, Final

from guide.errors import WrongUse
from guide.flow.shape import BlockShape, FlowShape, SheetShape
from guide.flow.shape_talk import TalkShape
from guide.flow.shape_words import Shape

_SHAPES: Final[Mapping[str, type[Shape]]] = {
    "flow": FlowShape,
    "block": BlockShape,
    "sheet": SheetShape,
    "talk": TalkShape,
}


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a `flow`, `block`, `sheet` or `talk` file; raises WrongUse for others.

    That of a record is in `guide.map.record_shape`.
    """
    if kind not in _SHAPES:
        raise WrongUse(f'There is no schema of "{kind}": use {", ".join(_SHAPES)} or record.')
    made = _SHAPES[kind].model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": f"guide {kind}"}
