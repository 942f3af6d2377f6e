"""The shape of the twelve kinds of steps."""

from typing import Annotated, Any, Final, Literal

from pydantic import Discriminator, Field, Tag

from guide.flow.shape_words import Expression, Id, Names, Shape, Text, Texts, Words

Technique = Literal[
    "invitation", "echo", "best-hopes", "preferred-future", "miracle", "exception", "coping", "relationship",
    "scaling", "past-success", "difference", "meaning", "doubt", "what-else", "fact",
]  # fmt: skip
Band = Literal["younger", "middle", "teen", "adult", "adapted", "observer"]


class WayShape(Shape):
    """One line of `then`."""

    go: str
    when: Expression | None = None


class StepShape(Shape):
    """What every step may have."""

    text: Text
    when: Expression | None = None
    then: list[WayShape] = Field(default_factory=list)
    technique: Technique | None = None
    why: Text | None = None
    teach: Words | None = None
    note: Words | None = None
    listen_for: Words | None = None


class QuestionShape(StepShape):
    """What every step that asks may have."""

    into: Names = Field(default_factory=list)
    optional: bool = False
    urgent: bool = False


class EachShape(QuestionShape):
    """What a step may have that can be asked of several people, each in turn."""

    by: Names = Field(default_factory=list)
    last: Names = Field(default_factory=list)
    private: bool = False


class SayShape(StepShape):
    """The guide says something; with `by` each of them reads aloud in turn."""

    say: Id
    by: Names = Field(default_factory=list)
    last: Names = Field(default_factory=list)


class AskShape(EachShape):
    """An open question; with `more` a list of entries."""

    ask: Id
    more: Texts = Field(default_factory=list)
    offers: Names = Field(default_factory=list)


class ChooseShape(EachShape):
    """A choice between answers."""

    choose: Id
    options: Annotated[dict[str, Text], Field(min_length=1)]
    many: bool = False


class NumberShape(EachShape):
    """A number."""

    number: Id
    least: float | None = None
    most: float | None = None
    unit: Words | None = None


class DateShape(QuestionShape):
    """A date; "about March" too, when it may be approximate."""

    date: Id
    approximate: bool = False


class PeopleShape(QuestionShape):
    """Who else there is."""

    people: Id
    roles: dict[str, Words] = Field(default_factory=dict)
    many: bool = False
    age: bool = False


class ScaleShape(EachShape):
    """A place on a line."""

    scale: Id
    zero: Text
    ten: Text
    half: bool = False
    guess: bool = False
    marks: dict[Band, int] = Field(default_factory=dict)
    because: Text | None = None
    lower: Text | None = None
    higher: Text | None = None
    small_step: Text | None = None


class SortShape(QuestionShape):
    """Where each thing belongs."""

    sort: Id
    sorts: str
    where: Annotated[dict[str, Text], Field(min_length=1)]


class PartShape(Shape):
    """One part of a sentence."""

    ask: Text
    optional: bool = False
    many: bool = False


class ComposeShape(EachShape):
    """A sentence that is put together."""

    compose: Id
    parts: Annotated[dict[str, PartShape], Field(min_length=1)]
    template: Annotated[list[Words], Field(min_length=1)]
    read_back: Text | None = None


class PanelShape(QuestionShape):
    """One picture of a story."""

    panel: Id
    title: Text | None = None
    made_of: Names = Field(default_factory=list)


class ReviewShape(QuestionShape):
    """What was said, read back and put right."""

    review: Id
    reads: Names
    shows: bool = False


class TimerShape(StepShape):
    """A quiet time; with `by` each of them writes, on paper."""

    timer: Id
    minutes: float = 0
    slip: Text | None = None
    by: Names = Field(default_factory=list)
    last: Names = Field(default_factory=list)


STEPS: Final[dict[str, type[StepShape]]] = {
    "say": SayShape, "ask": AskShape, "choose": ChooseShape, "number": NumberShape, "date": DateShape,
    "people": PeopleShape, "scale": ScaleShape, "sort": SortShape, "compose": ComposeShape,
    "panel": PanelShape, "review": ReviewShape, "timer": TimerShape,
}  # fmt: skip
"""Kind to shape."""

KINDS: Final = {shape: kind for kind, shape in STEPS.items()}
"""Shape to kind."""


def written_kind(value: Any) -> str | None:
    """Return the kind of a step as it is written: the first of its keys that is one."""
    return next((key for key in value if key in STEPS), None) if isinstance(value, dict) else None


def _tag(value: Any) -> str | None:
    kind = KINDS.get(type(value)) or written_kind(value)
    return f"<{kind}>" if kind else None


AnyStep = Annotated[
    Annotated[SayShape, Tag("<say>")]
    | Annotated[AskShape, Tag("<ask>")]
    | Annotated[ChooseShape, Tag("<choose>")]
    | Annotated[NumberShape, Tag("<number>")]
    | Annotated[DateShape, Tag("<date>")]
    | Annotated[PeopleShape, Tag("<people>")]
    | Annotated[ScaleShape, Tag("<scale>")]
    | Annotated[SortShape, Tag("<sort>")]
    | Annotated[ComposeShape, Tag("<compose>")]
    | Annotated[PanelShape, Tag("<panel>")]
    | Annotated[ReviewShape, Tag("<review>")]
    | Annotated[TimerShape, Tag("<timer>")],
    Discriminator(_tag),
]
"""A step of any kind; the kind is the key it is written with."""

Steps = Annotated[list[AnyStep], Field(min_length=1)]
