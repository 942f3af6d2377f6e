"""How long papers take on which there is much: six times as much may take six times as long, and no more."""

from typing import Any, Final

from bench_rows.budgets import LONG
from bench_rows.papering import made, record_of
from bench_rows.row import Row
from bench_rows.taking import medians, timed

_PANELS: Final = (10, 60)
_ENTRIES: Final = (30, 300)
_SAID: Final = (
    "The school rang and said that nobody had come to fetch them, for the third time since the summer.",
    "Nan comes on Thursdays.",
    "When it is loud she goes to the neighbour with the dog, and they make toast until it is over.",
)


def measure(*, quick: bool) -> list[Row]:
    """Make each long paper by turns with a short one of the same kind."""
    rounds = 2 if quick else 5
    stories = [_story(many) for many in _PANELS]
    maps = [_map(many) for many in _ENTRIES]
    rows = [_row("a story of {} pictures", _PANELS, form, stories, rounds) for form in ("pdf", "docx")]
    return rows + [
        _row("a map of {} entries", _ENTRIES, form, maps, rounds) for form in ("html", "pdf", "docx")
    ]


def _row(what: str, many: tuple[int, int], form: str, records: list[Any], rounds: int) -> Row:
    paper = "story" if "story" in what else "map"
    short, long = records
    theirs, ours = medians(
        rounds,
        lambda: timed(lambda: made(paper, form, short)),
        lambda: timed(lambda: made(paper, form, long)),
    )
    named = f"{what.format(many[1])} as {form.upper()}"
    return Row("long", named, 1e3 * ours, what.format(many[0]), 1e3 * theirs, "ms", LONG[paper])


def _story(panels: int) -> Any:
    """Return a story of so many panels."""
    record = record_of("story")
    told = record["story"]
    return {**record, "story": [{**told[at % len(told)], "id": f"n{at + 1}"} for at in range(panels)]}


def _map(entries: int) -> Any:
    """Return a map with so many entries, in all the areas that have some."""
    record = record_of("map")
    areas = record["sheets"]["map"]["areas"]
    of = [(area, held[0]) for area, held in areas.items() if held and isinstance(held[0], dict)]
    for area, _ in of:
        areas[area] = []
    for at in range(entries):
        area, one = of[at % len(of)]
        areas[area].append({**one, "id": f"x{at}", "text": f"{_SAID[at % len(_SAID)]} {at}"})
    return record
