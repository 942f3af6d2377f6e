"""The shape of a record as it leaves, `guide-record/1`, for `guide schema --record` and the tests.

Nothing that runs a conversation imports this: pydantic is for the doors.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Shape(BaseModel):
    """Keys may be added later; those listed here stay as they are."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)


class SessionShape(_Shape):
    """One conversation."""

    id: str
    thread: str | None
    flow: str
    version: int
    form: str
    level: str
    lang: str
    invented: bool
    started: str
    finished: str | None


class PersonShape(_Shape):
    """Somebody the conversation knows."""

    id: str
    name: str
    role: str = Field(alias="as")
    age: int | None
    band: Literal["younger", "middle", "teen", "adult", "adapted", "observer"] | None
    left: bool


class FollowupShape(_Shape):
    """What was asked about an entry, and what came."""

    asked: str | None
    text: str
    at: str


class ShareShape(_Shape):
    """The two decisions about showing one thing to one person."""

    wish: Literal["", "yes", "no", "with-me", "later"] | None
    words: str
    cleared: dict[str, Any] | None


class EntryShape(_Shape):
    """One thing said, standing in an area."""

    id: str
    text: str
    by: str | None
    typed_by: str | None
    form: Literal["said", "wrote", "drew", "pointed", "signed", "picked", "composed", "observed"]
    step: str | None
    asked: str | None
    at: str
    source: Literal["said", "seen", "told", "read", "research"]
    origin: str | None = Field(alias="from")
    about: str | None
    was: list[Any]
    followups: list[FollowupShape]
    share: dict[str, ShareShape]
    agreed_by: list[str]
    disputed_by: list[Any]


class PlacedPersonShape(_Shape):
    """Somebody standing in an area that holds people."""

    id: str
    name: str
    role: str = Field(alias="as")


class RatingShape(_Shape):
    """One person's place on a line."""

    id: str
    by: str | None
    value: float
    of: int
    guessed_by: str | None
    because: list[str]
    higher: list[str]
    asked: str | None
    at: str


class EarlierRatingShape(_Shape):
    """One person's place on the same line, in a conversation that this one goes on from."""

    session: str
    id: str
    by: str | None
    """Who it is in this conversation; null where they are not known in it."""
    name: str
    value: float
    of: int
    guessed_by: str | None
    guesser: str | None
    zero: str
    """What nought meant there."""
    ten: str
    because: list[str]
    higher: list[str]
    at: str


class EarlierTimeShape(_Shape):
    """When marks were made on the line before, also where no mark of that time is shown."""

    session: str
    at: str


class SheetRecordShape(_Shape):
    """What stands on one sheet, by area with its whole id."""

    areas: dict[str, list[EntryShape | PlacedPersonShape]]
    scales: dict[str, list[RatingShape]]
    earlier: dict[str, list[EarlierRatingShape]] = Field(default_factory=dict)
    earlier_times: dict[str, list[EarlierTimeShape]] = Field(default_factory=dict)


class SentenceShape(_Shape):
    """One sentence of a picture: who agreed to it as it stands, who sees it differently."""

    text: str
    agreed_by: list[str]
    disputed_by: list[dict[str, Any]]


class PanelRecordShape(_Shape):
    """One picture of the story with its sentences."""

    id: str
    title: str
    text: list[str]
    picture: dict[str, Any]
    origin: list[str] = Field(alias="from")
    sentences: list[SentenceShape] = Field(default_factory=list)
    share: dict[str, ShareShape] = Field(default_factory=dict)


class AsideShape(_Shape):
    """A helper's own words, or what a helper saw."""

    by: str | None
    text: str
    seen: bool
    at: str


class GapShape(_Shape):
    """Something missing, doubtful or one-sided."""

    code: str
    says: str


class GivenShape(_Shape):
    """A private answer before the reveal: only that it was given."""

    id: str
    step: str
    of: str | None
    by: str | None
    given: Literal[True]


class AnswerShape(_Shape):
    """One answer that stands, set-aside ones too."""

    id: str
    step: str
    of: str | None
    by: str | None
    kind: str
    value: Any
    passed: Literal["dont-know", "rather-not", "later", "break", "finish-here"] | None = Field(alias="pass")
    asked: str | None
    at: str
    status: Literal["active", "later", "passed", "aside"]
    entries: list[str]


class HeadShape(_Shape):
    """The last event the record was made from."""

    seq: int
    hash: str


class RecordShape(_Shape):
    """Everything known in one session."""

    format: Literal["guide-record/1"]
    session: SessionShape
    people: list[PersonShape]
    sheets: dict[str, SheetRecordShape]
    story: list[PanelRecordShape]
    asides: list[AsideShape]
    urgent: list[dict[str, Any]]
    later: list[dict[str, Any]]
    gaps: list[GapShape]
    answers: list[GivenShape | AnswerShape]
    head: HeadShape


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema of a record."""
    made = RecordShape.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "guide record"}
