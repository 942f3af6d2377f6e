"""Which questions of a team take the whole screen, and which of its people they are put to."""

from typing import Final

from guide.engine.turn import Asked, Asks
from guide.flow.model import Step
from guide.map.model import Record

_NUMBERS: Final = frozenset({"scale", "number"})


def is_writing(asks: Asks) -> bool:
    """Return whether a team writes on paper now, and the screen counts who has."""
    return _is_quiet(asks) and asks.kind == "timer" and bool(asks.by or asks.wrote)


def is_round(asks: Asks) -> bool:
    """Return whether a team reads aloud in turn."""
    return _is_quiet(asks) and asks.kind == "say" and bool(asks.by)


def is_grid(asks: Asks, step: Step | None) -> bool:
    """Return whether everybody's number goes into one grid; a number with words to it is asked for singly."""
    if step is None or asks.held_with != "team" or asks.mode != "first" or asks.kind not in _NUMBERS:
        return False
    has_words = any((step.because, step.lower, step.higher, step.small_step))
    return not has_words and not asks.guess and (is_muted(asks) or len(asks.by) > 1)


def is_muted(asks: Asks) -> bool:
    """Return whether nothing of anybody's is to be seen: while they write, and until all numbers are in."""
    if asks.held_with != "team":
        return False
    return is_writing(asks) or (asks.private and asks.kind in _NUMBERS and bool(asks.by))


def stands_alone(asks: Asks, step: Step | None) -> bool:
    """Return whether a team's page holds what is asked and nothing beside it."""
    return asks.held_with == "team" and (asks.mode == "next" or is_muted(asks) or is_grid(asks, step))


def everybody(record: Record, step: Step | None, held_with: str) -> tuple[Asked, ...]:
    """Return who a team's question is put to, in the order they speak, those who have answered too."""
    if step is None or not step.by or held_with != "team":
        return ()
    from guide.engine.standing import asked_in_order

    people = (record.people[one] for one in asked_in_order(record, step.by, step.last))
    return tuple(Asked(one.id, one.name, one.role) for one in people)


def speaks_in_turn(asks: Asks, step: Step | None) -> bool:
    """Return whether several of a team answer one after the other, each for themselves."""
    if asks.held_with != "team" or asks.mode == "next" or is_grid(asks, step):
        return False
    return len(asks.by) > 1


def _is_quiet(asks: Asks) -> bool:
    return asks.held_with == "team" and asks.mode == "next"
