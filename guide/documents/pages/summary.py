"""What a meeting came to, on one page: in the words that were chosen, with everybody's own number.

Next steps stand as agreed only where somebody accountable agreed to them; else they are ideas, and the
page says so.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.documents.face import Face
from guide.documents.pages.sheet import Laid, Line
from guide.documents.quotes import Quote
from guide.frozen import frozen, replace

Json = Any

KEY: Final = "telling"
"""A sheet with an area of this name is one that a summary can be made from."""
_WIDE: Final = 695.0
"""The inside of A4 upright, in CSS pixels."""
_FIRST: Final = ("goal", "respect")
_FOUND: Final = ("statement", "wished")
_AFTER_LINE: Final = ("differ", "missing")
_TAKEN: Final = ("takes",)
_AGREED: Final = "agreed"
_IDEAS: Final = "ideas"


@frozen
class Block:
    """One area with what stands in it."""

    id: str
    title: str
    quotes: tuple[Quote, ...]


@frozen
class Question:
    """A question that was picked, and which kind it is."""

    quote: Quote
    kind: str


@frozen
class Summary:
    """The page."""

    title: str
    whom: str
    face: Face
    first: tuple[Block, ...]
    found: tuple[Block, ...]
    lines: tuple[Line, ...]
    after_line: tuple[Block, ...]
    questions_title: str
    questions: tuple[Question, ...]
    taken: tuple[Block, ...]
    agreed: Block | None
    ideas: Block | None
    undecided: str
    """Said when nothing was agreed by anybody accountable."""
    telling: Block | None
    telling_gap: str
    useful: Line | None
    layout: str = "summary"


def summary_page(laid: Laid, whole: Mapping[str, Json], answers: Iterable[Mapping[str, Json]]) -> Summary:
    """Return the page; `whole` tells only whether anything was agreed, `answers` which kind a question is."""
    laid = replace(laid, wide=_WIDE)
    lines = {area.short: line for area in laid.sheet.areas for line in _line(laid, area.short)}
    questions = _block(laid, "questions")
    return Summary(
        title=laid.sheet.title,
        whom=laid.whom(),
        face=laid.face,
        first=_blocks(laid, _FIRST),
        found=_blocks(laid, _FOUND),
        lines=tuple(line for short, line in lines.items() if short == "line"),
        after_line=_blocks(laid, _AFTER_LINE),
        questions_title=questions.title if questions else "",
        questions=_questions(laid, questions, answers),
        taken=_blocks(laid, _TAKEN),
        agreed=_block(laid, _AGREED),
        ideas=_block(laid, _IDEAS),
        undecided="" if _was_agreed(laid, whole) else laid.say("summary.undecided"),
        telling=_block(laid, KEY),
        telling_gap=laid.say("summary.telling") if laid.is_file else "",
        useful=lines.get("useful"),
    )


def _line(laid: Laid, short: str) -> list[Line]:
    area = laid.sheet.area(short)
    ratings = laid.ratings(area) if area is not None and area.holds == "ratings" else ()
    return [laid.line(area, ratings)] if area is not None and ratings else []


def _block(laid: Laid, short: str) -> Block | None:
    area = laid.sheet.area(short)
    quotes = laid.quotes(area)
    return Block(short, area.title, quotes) if area is not None and quotes else None


def _blocks(laid: Laid, shorts: Iterable[str]) -> tuple[Block, ...]:
    return tuple(block for short in shorts if (block := _block(laid, short)) is not None)


def _questions(
    laid: Laid, block: Block | None, answers: Iterable[Mapping[str, Json]]
) -> tuple[Question, ...]:
    """Return the questions, each with the kind that was chosen for it, when one was."""
    kinds: dict[str, str] = {}
    for answer in answers:
        step, value = laid.flow.steps.get(str(answer.get("step"))), answer.get("value")
        if step is not None and step.kind == "choose" and answer.get("of") and isinstance(value, list):
            kinds[str(answer["of"])] = ", ".join(step.options.get(str(key), "") for key in value)
    quotes = block.quotes if block else ()
    return tuple(Question(one, kinds.get(one.id, "")) for one in quotes)


def _was_agreed(laid: Laid, whole: Mapping[str, Json]) -> bool:
    """Whether anything was agreed at all, though this reader may not see it."""
    area = laid.sheet.area(_AGREED)
    sheet = (whole.get("sheets") or {}).get(laid.sheet.id) or {}
    return area is not None and bool((sheet.get("areas") or {}).get(area.id))
