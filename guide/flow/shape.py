"""The shape of what people write in YAML: flows, blocks and sheets; `guide schema` is made from it."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from guide.flow.model import ROLES
from guide.flow.shape_steps import Steps
from guide.flow.shape_words import Expression, FileName, Id, Shape, Text, Words

HeldWith = Literal["worker", "child", "family", "team"]


class SectionShape(Shape):
    """A titled group of steps."""

    section: Id
    title: Text | None = None
    held_with: HeldWith | None = Field(default=None, alias="with")
    when: Expression | None = None
    for_each: Annotated[dict[str, Expression], Field(min_length=1, max_length=1)] | None = None
    again: Text | None = None
    minutes: float = 0
    steps: Steps


class UseShape(Shape):
    """A block, used here."""

    use: FileName
    given: dict[str, Words] = Field(default_factory=dict)
    when: Expression | None = None
    prefix: Id | None = Field(default=None, alias="as")
    held_with: HeldWith | None = Field(default=None, alias="with")


def _tag(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((f"<{key}>" for key in ("section", "use") if key in value), None)
    return "<section>" if isinstance(value, SectionShape) else "<use>"


AnySection = Annotated[
    Annotated[SectionShape, Tag("<section>")] | Annotated[UseShape, Tag("<use>")], Discriminator(_tag)
]
Sections = Annotated[list[AnySection], Field(min_length=1)]


class PersonShape(Shape):
    """Somebody asked for before the first section."""

    role: Annotated[str, Field(alias="as", json_schema_extra={"examples": list(ROLES)})]
    ask: Text | None = None
    age: bool = False
    many: bool = False
    optional: bool = False
    when: Expression | None = None
    why: Text | None = None
    note: Words | None = None
    teach: Words | None = None


class FlowShape(Shape):
    """A flow file."""

    flow: FileName
    version: int = 1
    title: Words
    about: str = ""
    group: str = ""
    minutes: int = 0
    audience: HeldWith = "worker"
    forms: dict[str, Words] = Field(default_factory=dict)
    people: list[PersonShape] = Field(default_factory=list)
    sheets: list[str] = Field(default_factory=list)
    papers: list[str] = Field(default_factory=list)
    after: str | None = None
    pinned: str | None = None
    sections: Sections


class BlockShape(Shape):
    """A block file: steps for several flows, either one section's or several sections."""

    block: FileName
    title: Text | None = None
    needs: dict[str, Words] = Field(default_factory=dict)
    held_with: HeldWith | None = Field(default=None, alias="with")
    minutes: float = 0
    steps: Steps | None = None
    sections: Sections | None = None


class AreaShape(Shape):
    """One place on a sheet."""

    title: Words
    column: str = ""
    holds: Literal["entries", "ratings", "people"] = "entries"
    unsorted: bool = False
    gap: str = ""


class SheetShape(Shape):
    """A sheet file."""

    sheet: FileName
    title: Words
    draw: Literal["columns", "ring", "houses", "line"] = "columns"
    columns: dict[str, Words] = Field(default_factory=dict)
    areas: Annotated[dict[str, AreaShape], Field(min_length=1)]
