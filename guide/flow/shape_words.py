"""The smallest pieces of the shape of a flow file: texts in bands, names, expressions."""

from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from guide.flow.model import BANDS

KEBAB: Final = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SNAKE: Final = "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"


class Shape(BaseModel):
    """What every piece has in common: no key but those listed, no value of another kind."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    @classmethod
    def inner_shapes(cls) -> "dict[str, type[Shape]]":
        """Return the shape of the items of each list, for telling what a line may have."""
        return {}


def _wording(value: Any, *at: str | int) -> dict[str, str]:
    """Return `{"any": text}`, or the text of each band; what is wrong tells where as `at`."""
    if isinstance(value, str):
        return {"any": _filled(value, at)}
    if not isinstance(value, dict):
        raise PydanticCustomError("not_text", "not a text", {"at": at})
    for band, text in value.items():
        if band not in BANDS:
            raise PydanticCustomError("not_a_band", "not a band", {"at": (*at, band)})
        if not isinstance(text, str):
            raise PydanticCustomError("not_text", "not a text", {"at": (*at, band)})
        _filled(text, (*at, band))
    if not value:
        raise PydanticCustomError("empty_text", "empty", {"at": at})
    return dict(value)


def _filled(text: str, at: tuple[str | int, ...]) -> str:
    if not text.strip():
        raise PydanticCustomError("empty_text", "empty", {"at": at})
    return text


def _wordings(value: Any) -> list[dict[str, str]]:
    """Return a list of wordings; a single one may stand by itself."""
    if not isinstance(value, list):
        return [_wording(value)]
    return [_wording(one, number) for number, one in enumerate(value)]


def _names(value: Any) -> list[str]:
    """Return a list of names; a single one may stand by itself."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list):
        raise PydanticCustomError("not_names", "not names")
    for number, name in enumerate(names):
        if not isinstance(name, str):
            raise PydanticCustomError("not_text", "not a text", {"at": (number,)})
    return names


_TEXT_SCHEMA: Final = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {band: {"type": "string", "minLength": 1} for band in BANDS},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ],
    "description": "One wording, or one for each band.",
}

Text = Annotated[dict[str, str], PlainValidator(_wording), WithJsonSchema(_TEXT_SCHEMA)]
"""One wording, or one per band; always a mapping once it is read."""

Texts = Annotated[
    list[dict[str, str]],
    PlainValidator(_wordings),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _TEXT_SCHEMA}, _TEXT_SCHEMA]}),
]
"""Several wordings, in turn."""

Names = Annotated[
    list[str],
    PlainValidator(_names),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One name or several: areas or roles."""

Expression = Annotated[str, Field(description="An expression, at most 500 characters.")]
Id = Annotated[str, Field(json_schema_extra={"pattern": SNAKE})]
FileName = Annotated[str, Field(json_schema_extra={"pattern": KEBAB})]
Words = Annotated[str, StringConstraints(min_length=1)]
"""Plain words, shown as they stand."""
