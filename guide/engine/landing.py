"""Where an answer lands: the areas it stands in, now and later, and the questions that sort it."""

from collections.abc import Iterable, Sequence

from guide.engine.run_through import Exchange, RunThrough
from guide.engine.spoken import own
from guide.engine.turn import Said, Turn
from guide.engine.worded import worded
from guide.flow.model import Step
from guide.frozen import frozen


@frozen
class SortQuestion:
    """One question by which something is sorted."""

    text: str
    place: str
    """The title of the place a yes leads to."""


@frozen
class Landing:
    """Where one answer stands."""

    text: str
    places: tuple[str, ...]
    """Titles of the areas it stands in now."""
    later: tuple[str, ...] = ()
    """Titles of the areas it is sorted to later in the talk."""


def held_of(said: Sequence[Said]) -> list[str]:
    """Return the entries and ratings these lines brought, or belong to."""
    return list(dict.fromkeys(one.entry or one.rating for one in own(said) if one.entry or one.rating))


def _areas(turn: Turn, held: str) -> tuple[str, ...]:
    return tuple(area for (_, name), area in turn.walk.shown.where.items() if name == held)


def new_areas(answering: Exchange, held: str) -> tuple[str, ...]:
    """Return where something stands after a line: the places it came to by it, if it came to any."""
    before, now = _areas(answering.before, held), _areas(answering.after, held)
    return tuple(one for one in now if one not in before) or now


def _titles(run: RunThrough, areas: Iterable[str]) -> tuple[str, ...]:
    return tuple(run.flow.areas[one].title for one in areas)


def landings_of(run: RunThrough, answering: Exchange, held: Iterable[str]) -> tuple[Landing, ...]:
    """Return where each of these stands after the line that answered; what stands nowhere is left out."""
    texts = {item.id: item.text for item in answering.before.asks.items}
    texts |= {one.entry or one.rating: one.text for one in reversed(own(answering.said))}
    found = []
    for one in held:
        now = new_areas(answering, one)
        stood = _areas(answering.after, one)
        later = [area for area in _areas(run.last, one) if area not in stood]
        if now:
            found.append(Landing(texts.get(one, ""), _titles(run, now), _titles(run, later)))
    return tuple(found)


def sort_questions(
    run: RunThrough, step: Step | None, turn: Turn, areas: Sequence[str]
) -> tuple[SortQuestion, ...]:
    """Return the questions by which it is sorted: those of the step itself, else of the one it waits for."""
    sorting = step if step is not None and step.kind == "sort" else _sorting(run, areas)
    if sorting is None:
        return ()
    titles = run.flow.areas
    return tuple(
        SortQuestion(worded(turn.walk, wording, "adult"), titles[area].title)
        for area, wording in sorting.where.items()
    )


def _sorting(run: RunThrough, areas: Sequence[str]) -> Step | None:
    """Return the sort these areas lead to, or that leads to them; first one this talk comes to."""
    visited = {key.step for key in run.last.walk.visited}
    sorts = [one for one in run.flow.steps.values() if one.kind == "sort"]
    near = [
        (one.sorts not in areas, one.id not in visited, at)
        for at, one in enumerate(sorts)
        if one.sorts in areas or any(area in one.where for area in areas)
    ]
    return sorts[min(near)[2]] if near else None
