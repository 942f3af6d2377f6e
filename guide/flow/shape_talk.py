"""The shape of a talk: a whole conversation in a file beside its flow."""

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from guide.flow.shape_steps import Band
from guide.flow.shape_words import FileName, Names, Shape, Words


def _said(value: Any) -> Any:
    """Return what is said: one text, or several where a part takes several."""
    for number, one in enumerate(value if isinstance(value, list) else [value]):
        if not isinstance(one, str):
            at = (number,) if isinstance(value, list) else ()
            raise PydanticCustomError("not_text", "not a text", {"at": at})
    return value


def _urgent(value: Any) -> Any:
    """Return the words of something urgent, or the second half written apart."""
    if not isinstance(value, str | dict):
        raise PydanticCustomError("not_text", "not a text")
    return value


def _entry(value: Any) -> str:
    """Return an entry: its id, or its number among what stands there, from 1."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PydanticCustomError("not_text", "not a text")
    return str(value)


_SAID_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Said = Annotated[Any, PlainValidator(_said), WithJsonSchema(_SAID_SCHEMA)]
Urgent = Annotated[
    Any, PlainValidator(_urgent), WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "object"}]})
]
Entry = Annotated[
    str, PlainValidator(_entry), WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}]})
]
Day = Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
"""The day on which an invented conversation is held, as an ISO date."""
Many = dict[str, Any]
Cuts = Annotated[list[int], Field(min_length=1)]
"""Minutes: the shorter ways in which a talk can be shown, or those that stop at a moment."""


class TalkPersonShape(Shape):
    """Somebody invented."""

    id: str | None = None
    name: Words | None = None
    role: str | None = Field(default=None, alias="as")
    age: int | None = None
    band: Band | None = None
    left: bool | None = None


class InsteadShape(Shape):
    """A weaker question at a trainer's moment, and what it would likely bring."""

    ask: Words
    brings: str = ""
    teach: str = ""


class LineShape(Shape):
    """One line of a talk: the keys of a reply, and where it belongs."""

    at: str | None = None
    of: int | None = None
    item: Entry | None = None

    say: Said = None
    more: bool | None = None
    echo: str | None = None
    entry: Entry | None = None
    rate: float | None = None
    because: Said = None
    lower: Said = None
    higher: Said = None
    small_step: Said = None
    choose: Names | None = None
    number: float | None = None
    date: str | None = None
    people: list[TalkPersonShape] | None = None
    sort: dict[str, str] | None = None
    parts: dict[str, Said] | None = None
    panel: Many | None = None
    ok: bool | None = None
    share: Many | None = None
    agree: Many | None = None
    dispute: Many | None = None
    next: bool | None = None
    wrote: bool | None = None
    passed: Literal["dont-know", "rather-not", "later", "break", "finish-here"] | None = Field(
        default=None, alias="pass"
    )

    by: str | None = None
    asked: str | None = None
    form: Literal["said", "wrote", "drew", "pointed", "signed", "picked", "composed", "observed"] | None = (
        None
    )
    typed_by: str | None = None
    into: Names | None = None
    source: Literal["said", "seen", "told", "read", "research"] | None = None
    origin: str | None = Field(default=None, alias="from")
    about: str | None = None
    guessed_by: str | None = None

    back: bool | None = None
    redo: bool | None = None
    correct: str | None = None
    attempt: bool | None = Field(default=None, alias="try")
    remove: str | None = None
    move: Many | None = None
    add: Many | None = None
    split: Many | None = None
    look: Many | None = None
    aside: str | None = None
    seen: bool | None = None
    named: str | None = None
    clear: Many | None = None
    why: str | None = None
    urgent: Urgent = None
    finish: bool | None = None

    beat: Words | None = None
    think: str | None = None
    opened: str | None = None
    argue: str | None = None
    instead: list[InsteadShape] | None = None
    notes: str | None = None
    cuts: Cuts | None = None


class TalkShape(Shape):
    """A talk file."""

    talk: FileName
    flow: FileName
    form: str = ""
    level: str = ""
    invented: bool = False
    about: str = ""
    title: str = ""
    skill: str = ""
    cuts: Cuts | None = None
    care: str = ""
    lang: str = ""
    thread: str = ""
    origin: str = Field(default="", alias="from")
    day: Day = Field(default="", alias="on")
    people: list[TalkPersonShape] = Field(default_factory=list)
    says: Annotated[list[LineShape], Field(min_length=1)]
    expect: dict[str, Any] = Field(default_factory=dict)

    @classmethod
    def inner_shapes(cls) -> dict[str, type[Shape]]:
        """Return the shape of the items of each list."""
        return {"says": LineShape, "people": TalkPersonShape, "instead": InsteadShape}
