"""What a trainer's moment holds: what was just said, our question, what it opened, where the answer lands."""

from guide.engine.landing import Landing, SortQuestion, held_of, landings_of, new_areas, sort_questions
from guide.engine.run_through import Exchange, RunThrough
from guide.engine.spoken import Spoken, items_of, just_said, own, spoken
from guide.engine.turn import Asks, Turn
from guide.flow.model import Step
from guide.frozen import frozen
from guide.words.voice import say


@frozen
class Weaker:
    """A weaker question, and what it would likely bring."""

    ask: str
    brings: str = ""
    teach: str = ""


@frozen
class Beat:
    """One moment of a talk at which a trainer stops, before the question."""

    number: int
    """Its place among all moments of the talk, from 1: the same in every cut and on paper."""
    name: str
    line: int
    """The line of the file it stands before."""
    at: int
    """The exchange it stands before."""
    covers: int
    """How many exchanges it shows: a phrase given back and what was said to it are two."""
    think: str
    said: tuple[Spoken, ...]
    question: str
    technique: str
    why: str
    opened: str
    instead: tuple[Weaker, ...]
    answer: tuple[Spoken, ...]
    tests: tuple[SortQuestion, ...]
    argue: str
    landings: tuple[Landing, ...]
    areas: tuple[str, ...]
    """Ids of the areas it lands in."""
    notes: str
    note: str
    """The step's own note to the helper."""
    listen_for: str
    cuts: tuple[int, ...]
    """The cuts that stop here; empty for every one."""
    before: Turn
    after: Turn


def beats_of(run: RunThrough) -> tuple[Beat, ...]:
    """Return the moments of a talk in order, as far as it could be played."""
    wanted = [at for at, one in enumerate(run.exchanges) if one.beat]
    return tuple(_beat(run, at, number) for number, at in enumerate(wanted, 1))


def _beat(run: RunThrough, at: int, number: int) -> Beat:
    asking = run.exchanges[at]
    answering = _answering(run, at)
    step = run.flow.steps.get(asking.before.asks.step or "")
    asks, beat = asking.before.asks, asking.beat or {}
    is_sort = "sort" in asking.keys
    held = [item.id for item in asks.items] if is_sort else held_of(answering.said)
    areas = tuple(dict.fromkeys(area for one in held for area in new_areas(answering, one)))
    technique = _technique(asking, step)
    return Beat(
        number=number,
        name=str(beat.get("beat") or number),
        line=asking.line,
        at=at,
        covers=2 if answering is not asking else 1,
        think=str(beat.get("think", "")),
        said=items_of(asking.before) if is_sort else just_said(run, at),
        question=_question(asking, asks),
        technique=technique,
        why=_why(asking, step, technique),
        opened=str(beat.get("opened", "")),
        instead=tuple(Weaker(**one) for one in beat.get("instead", ())),
        answer=() if is_sort else spoken(answering.after, answering.said),
        tests=sort_questions(run, step, answering.after, areas),
        argue=str(beat.get("argue", "")),
        landings=landings_of(run, answering, held),
        areas=areas,
        notes=str(beat.get("notes", "")),
        note=step.note if step else "",
        listen_for=step.listen_for if step else "",
        cuts=tuple(beat.get("cuts", ())),
        before=asking.before,
        after=answering.after,
    )


def _answering(run: RunThrough, at: int) -> Exchange:
    """Return the line that answers: after a phrase given back or a what-else question, the next one."""
    asking, following = run.exchanges[at], run.exchanges[at + 1 : at + 2]
    if not _puts(asking) or not following or following[0].beat:
        return asking
    is_answer = following[0].before.asks.step == asking.after.asks.step and own(following[0].said)
    return following[0] if is_answer else asking


def _puts(exchange: Exchange) -> bool:
    """Whether a line is itself a question: their words given back, or what else."""
    return "echo" in exchange.keys or exchange.keys.get("more") is True


# Our question


def _question(asking: Exchange, asks: Asks) -> str:
    if asking.keys.get("asked"):
        return str(asking.keys["asked"])
    if _puts(asking):
        return asking.after.asks.text
    if "parts" in asking.keys:
        return "\n".join(asks.parts[one] for one in asking.keys["parts"] if one in asks.parts)
    return asks.text


def _technique(asking: Exchange, step: Step | None) -> str:
    mode = asking.after.asks.mode if _puts(asking) else asking.before.asks.mode
    if "echo" in asking.keys or mode == "echo":
        return "echo"
    if mode == "more":
        return "what-else"
    return step.technique if step else ""


def _why(asking: Exchange, step: Step | None, technique: str) -> str:
    """Return why this is asked: what the step teaches; giving back and what else are the same everywhere."""
    if technique in {"echo", "what-else"} and (step is None or technique != step.technique):
        return say(f"teach.{technique}")
    return (step.teach if step else "") or asking.before.asks.why or ""
