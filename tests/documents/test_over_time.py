"""Marks over time: each person's own at their dates, shown as their own conversation allows, not averaged."""

import json
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.clock import StillClock
from guide.documents.earlier import BEFORE
from guide.documents.leaving import Order, Picture, desk_for, holds_childs_words, picture_of, write
from guide.documents.measure import width
from guide.documents.over_time import Moment, parts_of, people_in, plots_of
from guide.documents.quotes import Mark
from guide.engine.play import play
from guide.engine.session import Session
from guide.flow.library import load_flow
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory
from guide.map.record_shape import RecordShape
from guide.paths import paths

Json = Any

CHAIN = ("nico", "nico-again", "nico-winter")


@pytest.fixture
def chain() -> tuple[Memory, list[Session]]:
    """Three maps with one family, each started from the one before."""
    where = paths()
    where.ready()
    store, flow, held = Memory(), load_flow("map", where), list[Session]()
    for name in CHAIN:
        talk = read_talk(where.flows / "map" / f"{name}.talk.yaml")
        origin = held[-1].id if held else ""
        clock = StillClock(f"{talk.day}T10:00:00Z")
        held.append(Session.start(store, flow, clock, form=talk.form, origin=origin, invented=True))
        for _ in play(held[-1], talk.people, talk.lines):
            pass
    return store, held


def made(picture: Picture, to: Path, form: str, viewer: str = "file", **how: Any) -> str:
    order = Order(
        (form,), to, viewer=viewer, paper="" if form in {"json", "csv"} else "map", today="2026-11-22", **how
    )
    return write(picture, order)[0].read_text(encoding="utf-8")


def clear(session: Session, name: str, viewer: str) -> None:
    """Let somebody's mark be shown to somebody: the owner's wish is not asked of a worker's mark."""
    record = session.record
    people = {one.name: one.id for one in record.people.values()}
    rating = next(one.id for one in record.ratings.values() if one.by == people[name])
    session.hear({"clear": {people[viewer]: [rating]}, "by": people["Hana"], "why": "Said in the room"})


def table(page: str) -> dict[str, list[str]]:
    """Return the rows of the table in a Markdown page: name to cells."""
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in page.splitlines() if line.startswith("| ")]
    return {first.strip(): [one.strip() for one in rest] for first, *rest in rows if set(first) - set(" -")}


# What is carried


def test_everybodys_own_marks_stand_at_their_dates(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    rows = table(made(picture_of(chain[1][-1]), tmp_path, "md"))

    assert rows["Who"] == ["14 September 2026", "19 October 2026", "20 November 2026"]
    assert rows["Nico"] == ["6 · sundays are good", "6 · lee is funny", "8"]
    assert rows["Tess"] == ["5 · Ivy comes when I ring", "no mark", "7"]
    assert rows["Lee"] == ["6, a guess by Marlon", "5 · He walks it off by the bridge", "7"]


def test_a_first_map_has_no_time_to_show(chain: tuple[Memory, list[Session]], tmp_path: Path) -> None:
    assert 'class="over"' not in made(picture_of(chain[1][0]), tmp_path, "html")


def test_what_was_erased_is_carried_nowhere(chain: tuple[Memory, list[Session]], tmp_path: Path) -> None:
    store, held = chain
    held[0].close()
    store.forget(held[0].id, "2026-11-22T10:00:00Z")

    rows = table(made(picture_of(held[-1]), tmp_path, "md"))

    assert rows["Who"] == ["19 October 2026", "20 November 2026"]


@pytest.mark.parametrize("form", ["html", "md", "json", "csv", "docx", "pdf"])
def test_somebodys_paper_holds_their_own_marks_and_nobody_elses(
    form: str, chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    if form in {"docx", "pdf"}:
        pytest.importorskip("docx" if form == "docx" else "typst")
        desk = desk_for(picture_of(chain[1][-1]), "Tess")
        page = json.dumps(desk.record)
    else:
        page = made(picture_of(chain[1][-1]), tmp_path, form, "Tess")

    assert "Ivy comes when I ring" in page
    assert "They ring me" not in page
    assert "sundays are good" not in page


def test_a_mark_is_shown_to_somebody_only_as_its_own_conversation_allows(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    _, held = chain
    before = table(made(picture_of(held[-1]), tmp_path, "md", "Tess"))
    clear(held[0], "Hana", "Tess")
    after = table(made(picture_of(held[-1]), tmp_path, "md", "Tess"))

    assert "Hana" not in before
    assert after["Hana"] == ["4.5 · Twice in June somebody acted before it started", "no mark", "no mark"]


def test_whoever_is_shown_by_an_earlier_mark_alone_is_called_by_their_name(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    """Ivy let Tess see her first mark, and was never asked about the others."""
    _, held = chain
    people = {one.name: one.id for one in held[0].record.people.values()}
    read = next(one.id for one in held[0].record.answers.values() if one.key.step == "page_read")
    mark = next(one.id for one in held[0].record.ratings.values() if one.by == people["Ivy"])
    held[0].hear({"correct": read, "share": {mark: {"Tess": "yes"}}})
    before = table(made(picture_of(held[-1]), tmp_path, "md", "Tess"))
    clear(held[0], "Ivy", "Tess")
    rows = table(made(picture_of(held[-1]), tmp_path, "md", "Tess"))

    assert "Ivy" not in before
    assert rows["Ivy"] == ["4 · They ring me", "no mark", "no mark"]
    assert people["Ivy"] not in rows


def test_somebody_who_was_not_known_then_was_given_nothing_then(
    chain: tuple[Memory, list[Session]],
) -> None:
    _, held = chain
    for one in held:
        clear(one, "Hana", "Tess")
    held[-1].hear({"people": [{"name": "Rhys", "as": "friend"}]})
    desk = desk_for(picture_of(held[-1]), "Rhys")

    assert "earlier" not in desk.record["sheets"]["map"]


@pytest.mark.parametrize("form", ["md", "json"])
def test_a_conversation_somebody_had_no_part_in_leaves_no_date_on_their_paper(
    chain: tuple[Memory, list[Session]], tmp_path: Path, form: str
) -> None:
    picture = picture_of(chain[1][-1])
    october = next(
        one["record"] for one in picture.record[BEFORE] if one["record"]["session"]["id"] == chain[1][1].id
    )
    marlon = next(one["id"] for one in october["people"] if one["name"] == "Marlon")
    assert "2026-10-19" in made(picture, tmp_path / "with", "json", "Marlon")

    october["answers"] = [one for one in october["answers"] if one["by"] != marlon]
    for sheet in october["sheets"].values():
        sheet["scales"] = {
            area: [one for one in held if one["by"] != marlon] for area, held in sheet["scales"].items()
        }

    page = made(picture, tmp_path / "without", form, "Marlon")
    assert "19 October" not in page
    assert "2026-10-19" not in page


def test_a_childs_earlier_mark_is_a_childs_words(chain: tuple[Memory, list[Session]]) -> None:
    """Nico's own paper: what he said leaves the file only after the question whether it could be found."""
    _, held = chain
    fresh = Session.start(
        chain[0], held[-1].flow, StillClock(), form="again", origin=held[-1].id, invented=True
    )

    assert holds_childs_words(picture_of(fresh), "Nico")


def test_chosen_names_stand_in_what_was_carried_too(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    page = made(picture_of(chain[1][-1]), tmp_path, "html", aliases=(("Tess", "Una"), ("Marlon", "Per")))

    assert "Una" in page
    assert "Tess" not in page
    assert "a guess by Per" in page


def test_the_record_has_them_in_the_published_shape(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    record = json.loads(made(picture_of(chain[1][-1]), tmp_path, "json"))
    held = record["sheets"]["map"]["earlier"]["map.line"]

    RecordShape.model_validate(record)
    assert "before" not in record
    assert {one["session"] for one in held} == {one.id for one in chain[1][:2]}
    assert next(one for one in held if one["name"] == "Lee")["guesser"] == "Marlon"


def test_what_nought_and_ten_meant_is_said_where_it_was_something_else(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    picture = picture_of(chain[1][-1])
    sections = picture.record["before"][0]["flow"]["sections"]
    step = next(one for section in sections for one in section["steps"] if one["step"] == "line_today")
    step["zero"] = "Nobody came home"

    page = made(picture, tmp_path, "md")

    assert "On 14 September 2026 the line went from “Nobody came home” to" in page


def test_nothing_is_added_up_and_no_direction_is_drawn(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    page = made(picture_of(chain[1][-1]), tmp_path, "html")
    plots = re.findall(r'<svg class="plot".*?</svg>', page, re.DOTALL)

    assert plots
    for plot in plots:
        assert not re.search(r"marker|arrow|red|green|#[0-9a-f]{3,6}|average|mean", plot)
        (says,) = re.findall(r"<desc[^>]*>(.*?)</desc>", plot, re.DOTALL)
        assert says.count(". ") == 0
        assert says.endswith(".")


def test_whoever_cannot_see_it_hears_of_a_gap(chain: tuple[Memory, list[Session]], tmp_path: Path) -> None:
    page = made(picture_of(chain[1][-1]), tmp_path, "html")

    assert "Tess: 5 (14 September 2026), no mark (19 October 2026), 7 (20 November 2026)" in page


def test_a_path_a_child_walked_before_stands_under_the_path_of_today(tmp_path: Path) -> None:
    where = paths()
    where.ready()
    talk, store, origin = read_talk(where.flows / "three-houses/rosa.talk.yaml"), Memory(), ""
    for day in ("2026-10-19", "2026-11-20"):
        again = [one for one in talk.lines if one.at or "people" not in one.keys or not origin]
        held = Session.start(
            store, load_flow("three-houses", where), StillClock(f"{day}T10:00:00Z"), form=talk.form,
            origin=origin,
        )  # fmt: skip
        for _ in play(held, talk.people, again):
            pass
        origin = held.id
    order = Order(("html", "md"), tmp_path, paper="houses", today="2026-11-22")
    html, md = (one.read_text(encoding="utf-8") for one in write(picture_of(held), order))

    assert html.count('class="plot"') == 1
    assert table(md)["Who"] == ["19 October 2026", "20 November 2026"]


def test_where_nobody_has_put_a_mark_today_no_empty_line_is_drawn(
    chain: tuple[Memory, list[Session]], tmp_path: Path
) -> None:
    store, held = chain
    fresh = Session.start(
        store, held[-1].flow, StillClock("2026-11-22T10:00:00Z"), form="again", origin=held[-1].id
    )
    fresh.hear({"add": {"area": "map.strengths", "say": "It held"}})
    page = made(picture_of(fresh), tmp_path, "html")

    assert 'class="drawing"' not in page
    assert 'class="plot"' in page


# The picture

NAMES = st.sampled_from(["Ada", "Bo", "Christophorus-Maximilian von der Mühlenbeck-Oberhausen zu Tal"])
MARKS = st.builds(
    lambda name, half, hollow: Mark("r", name, half / 2, 10, hollow, ""),
    NAMES | st.text(min_size=1, max_size=70).filter(str.strip),
    st.integers(0, 20),
    st.booleans(),
)
MOMENTS = st.lists(
    st.builds(Moment, st.just("20 November 2026, 10:00"), st.lists(MARKS, min_size=1, max_size=8).map(tuple)),
    min_size=2,
    max_size=12,
)


@given(MOMENTS, st.sampled_from([695.0, 1024.0, 1480.0]))
def test_every_mark_stands_in_its_row_and_covers_no_other(moments: list[Moment], wide: float) -> None:
    parts = parts_of(moments, wide)
    plots = plots_of(moments, wide=wide, title="", says=[""] * len(parts))

    assert sum(len(row.dots) for plot in plots for row in plot.rows) == sum(len(one.marks) for one in moments)
    for plot, (some, names) in zip(plots, parts, strict=True):
        assert set(names) <= set(people_in(some))
        assert plot.width <= max(wide, plot.left + 40 * 8 + 80)
        for row, below in pairwise(plot.rows):
            assert row.foot < below.top
        for row in plot.rows:
            for dot in row.dots:
                assert row.top <= dot.y - 12 - 14
                assert row.foot - plot.high <= dot.y <= row.foot
                assert plot.left <= dot.x - 8
                assert dot.x + 8 <= plot.width
            for one, other in combinations(row.dots, 2):
                assert abs(one.x - other.x) >= max(16.0, (width(one.number, 16, bold=True) + 2) / 2)


@given(MOMENTS)
def test_only_marks_with_nothing_missing_between_them_are_joined(moments: list[Moment]) -> None:
    parts = parts_of(moments, 1480.0)
    for plot, (some, names) in zip(
        plots_of(moments, wide=1480.0, title="", says=[""] * len(parts)), parts, strict=True
    ):
        for row, name in zip(plot.rows, names, strict=True):
            own = [any(mark.name == name and not mark.hollow for mark in one.marks) for one in some]
            assert len(row.joined) == sum(here and there for here, there in pairwise(own))
