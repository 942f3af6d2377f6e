"""The whole sheet: moved and put right by the keys, and before a child nothing that is not theirs."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from guide.engine.session import Session
from guide.map.model import Entry, Followup, Rating
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.screens.map import MapScreen
from guide.ui.talking import Talking
from guide.ui.widgets.map.area import AreaCard
from guide.ui.widgets.map.entry import draw_entry
from guide.ui.widgets.map.marks import draw_marks
from guide.ui.widgets.notice import Notice
from tests.ui.stage import Painted, Table, at, frame, kind, on_screen, played, seen, words_of

NASTY = [
    "[/x] [red]no[/red] [@click=app.exit]now[/]",
    "{{ 7 * 7 }} {% raw %} {0} {words}",
    "<script>alert(1)</script> & <b>",
    "$accent $text-muted",
    "שלום עולם مرحبا بالعالم",
    "👩‍👩‍👧 🏳️‍🌈 ni hao 你好",
    "x" * 10_000,
]


def finished(flow: str, talk: str) -> Table:
    return played(flow, talk, kind("end"))


def childs_page() -> Table:
    return played("three-houses", "rosa", at("path_today"))


async def opened(pilot: Pilot[int], table: Table | None = None) -> MapScreen:
    """Open the whole sheet: by its key, or over the page of somebody who is not offered it."""
    if table is None:
        await pilot.press("f5")
    else:
        await pilot.app.push_screen(MapScreen(Talking(table.session)))
    await pilot.pause()
    assert isinstance(pilot.app.screen, MapScreen)
    return pilot.app.screen


def standing(session: Session, area: str) -> list[str]:
    return [one.text for one in session.walk.sight.entries(area)]


def told(pilot: Pilot[int]) -> str:
    notice = pilot.app.screen.query_one(Notice)
    return str(notice.query_one("Static").render()) if notice.display else ""


async def pick(pilot: Pilot[int], text: str) -> None:
    """Go down until this is picked."""
    screen = pilot.app.screen
    assert isinstance(screen, MapScreen)
    for _ in range(60):
        if getattr(screen.held, "text", "") == text:
            return
        await pilot.press("down")
    pytest.fail(f"{text} cannot be picked")


async def choose(pilot: Pilot[int], label: str) -> None:
    """Pick an option of the window that is open, and take it."""
    choices: Any = pilot.app.screen.query_one("Choices")
    at_ = [*choices.options.values()].index(label)
    await pilot.press(*["down"] * (at_ + 1), "enter")
    await pilot.pause()


async def fill(pilot: Pilot[int], words: str) -> None:
    """Write into the window that is open, and send it."""
    box: Any = pilot.app.screen.query_one("AnswerBox")
    box.load_text(words)
    await pilot.press("enter")
    await pilot.pause()


# Moving and putting right


async def test_an_entry_is_moved_by_the_keys_and_stays_picked() -> None:
    table = finished("map", "aoife")

    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        await pilot.press("m")
        await choose(pilot, "What we worry could happen")
        picked = getattr(screen.held, "text", "")

    assert "Ryan's shifts" in standing(table.session, "map.danger")
    assert standing(table.session, "map.complicating") == []
    assert picked == "Ryan's shifts"


async def test_a_move_is_taken_back_and_done_again() -> None:
    table = finished("map", "aoife")

    async with on_screen(table) as pilot:
        await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        await pilot.press("m")
        await choose(pilot, "What we worry could happen")
        await pilot.press("ctrl+z")
        await pilot.pause()
        back = standing(table.session, "map.complicating")
        await pilot.press("ctrl+y")
        await pilot.pause()

    assert back == ["Ryan's shifts"]
    assert "Ryan's shifts" in standing(table.session, "map.danger")


async def test_it_is_not_offered_where_it_stands_already() -> None:
    async with on_screen(finished("map", "aoife")) as pilot:
        await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        await pilot.press("m")
        await pilot.pause()
        choices: Any = pilot.app.screen.query_one("Choices")
        places = [*choices.options.values()]

    assert "What makes it harder" not in places
    assert "Where we are on the line" not in places, "a line holds marks, no words"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_place_can_be_read_where_it_is_picked(size: tuple[int, int]) -> None:
    async with on_screen(finished("map", "aoife"), size=size) as pilot:
        await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        await pilot.press("m")
        await pilot.pause()
        choices: Any = pilot.app.screen.query_one("Choices")
        for place in choices.options.values():
            await pilot.press("down")
            await pilot.pause()
            assert words_of(place) in words_of(seen(pilot))


async def test_changed_words_stand_there_and_the_first_ones_beside_them() -> None:
    table = finished("map", "aoife")

    async with on_screen(table) as pilot:
        await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        await pilot.press("c")
        await fill(pilot, "Ryan's [late] shifts")
        await pilot.press("enter")
        await pilot.pause()
        looked_at = Painted.of(pilot)

    assert standing(table.session, "map.complicating") == ["Ryan's [late] shifts"]
    assert looked_at.says("first: Ryan's shifts")


async def test_looking_tells_how_it_was_asked() -> None:
    async with on_screen(finished("map", "aoife")) as pilot:
        await opened(pilot)
        await pick(pilot, "Pat came round at 7 when Katy rang. twice")
        await pilot.press("enter")
        await pilot.pause()

        assert "asked: " in seen(pilot)


async def test_what_is_taken_off_is_gone_until_it_is_taken_back() -> None:
    table = finished("map", "aoife")

    async with on_screen(table) as pilot:
        await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        await pilot.press("delete")
        await pilot.pause()
        gone, sentence = standing(table.session, "map.complicating"), told(pilot)
        await pilot.press("ctrl+z")
        await pilot.pause()

    assert gone == []
    assert "Ryan's shifts" in sentence
    assert standing(table.session, "map.complicating") == ["Ryan's shifts"]


async def test_something_is_added_by_hand_with_whose_words_it_is() -> None:
    table = finished("map", "aoife")

    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("a")
        await choose(pilot, "What makes it harder")
        await fill(pilot, "The [bus] stops at six")
        await choose(pilot, "Katy")
        picked = getattr(screen.held, "text", "")

    added = table.session.walk.sight.entries("map.complicating")[-1]
    assert (added.text, table.session.walk.sight.name_of(added.by)) == ("The [bus] stops at six", "Katy")
    assert picked == added.text


async def test_leaving_a_window_changes_nothing() -> None:
    table = finished("map", "aoife")
    before = table.session.record

    async with on_screen(table) as pilot:
        await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        for key in ("m", "c", "a", "enter"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(pilot.app.screen, MapScreen)
            await pilot.press("left")

    assert table.session.record == before


async def test_a_number_that_is_none_is_refused_in_one_sentence() -> None:
    table = finished("map", "aoife")
    rating = table.session.walk.sight.ratings("map.line")[0]

    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        screen.board.pick(rating.id)
        await pilot.pause()
        await pilot.press("c")
        await fill(pilot, "quite a lot")
        refused = told(pilot)
        await pilot.press("c")
        await fill(pilot, "6")

    assert refused
    assert "\n" not in refused
    assert table.session.record.ratings[rating.id].value == 6


async def test_what_a_change_would_bring_is_shown_before_it_is_made() -> None:
    table = finished("map", "nico")
    marlon = next(one for one in table.session.walk.sight.ratings("map.line") if one.value == 8)
    values: list[float] = []

    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        screen.board.pick(marlon.id)
        for answer in ("Leave it as it was", "Change it"):
            await pilot.press("c")
            await fill(pilot, "5")
            assert Painted.of(pilot).says("This changes more than the words")
            await choose(pilot, answer)
            values.append(table.session.record.ratings[marlon.id].value)

    assert values == [8, 5]


async def test_a_move_that_reopens_a_question_says_so_and_the_helper_stays_the_helper() -> None:
    table = finished("map", "nico")

    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pick(pilot, "That Nico sleeps through on a Saturday")
        await pilot.press("m")
        await choose(pilot, "What has already happened")
        sentence = told(pilot)

        assert table.session.turn.asks.held_with == "family"
        assert screen.can_change
        await pilot.press("ctrl+z")
        await pilot.pause()

    assert "another question" in sentence
    assert "That Nico sleeps through on a Saturday" in standing(table.session, "map.purpose")


# The line


async def test_marks_stand_with_everybodys_names_and_guesses_say_whose() -> None:
    async with on_screen(finished("map", "aoife")) as pilot:
        screen = await opened(pilot)
        line = str(screen.board.card("map.line").render())

    assert "● Aoife 5" in line
    assert "○ Katy, Aoife's guess 7" in line
    assert "6 " not in line.replace("─6─", ""), "nothing between them is worked out"


def rating(number: int, value: float, *, of: int = 10, guess: bool = False) -> Rating:
    return Rating(
        id=f"r{number}", by=f"p{number}", value=value, at="", step="today", of=of,
        guessed_by="p9" if guess else None,
    )  # fmt: skip


def rows_of(ratings: list[Rating], width: int, name: str = "Person") -> list[str]:
    return [one.plain for one in draw_marks(ratings, lambda one: f"{name} {one}", width)]


@given(
    st.lists(st.tuples(st.sampled_from([0, 1, 4.5, 5, 9.5, 10]), st.booleans()), min_size=1, max_size=12),
    st.integers(24, 110),
)
def test_every_mark_stands_under_its_own_number_and_none_covers_another(
    marks: list[tuple[float, bool]], width: int
) -> None:
    ratings = [rating(at_, value, guess=guess) for at_, (value, guess) in enumerate(marks)]

    rail, *rows = rows_of(ratings, width)

    assert all(len(row) <= width for row in (rail, *rows))
    room = len(rail.rstrip("─")) - 2
    columns = sorted(round(min(value, 10) * room / 10) for value, _ in marks)
    assert sorted(at_ for row in rows for at_, sign in enumerate(row) if sign in "●○") == columns
    assert sum(row.count("○") for row in rows) == sum(guess for _, guess in marks)
    if width > 50:
        for one in ratings:
            assert any(re.search(rf"Person {one.by}\b", row) for row in rows), one.by


def test_a_name_with_no_room_beside_its_mark_stands_under_it() -> None:
    rail, *rows = rows_of([rating(1, 5)], 24, name="Somebody with a very")

    assert rows[0].index("●") == rail.index("5")
    assert "Somebody" in rows[1]


def test_stones_are_stones_and_are_not_counted() -> None:
    rows = rows_of([rating(1, 2, of=4)], 40)

    assert rows[0].count("( )") == 4
    assert not any(sign.isdigit() for sign in rows[0])
    assert rows[1].endswith("● Person p1")


def test_stones_and_numbers_stand_on_lines_of_their_own() -> None:
    rows = rows_of([rating(1, 2, of=4), rating(2, 8)], 60)

    assert any("( )" in row for row in rows)
    assert any("─5─" in row for row in rows)


# Laid out


async def test_columns_stand_side_by_side_where_there_is_room_else_under_each_other() -> None:
    tops: dict[int, tuple[int, int]] = {}

    for width in (120, 80):
        async with on_screen(finished("map", "aoife"), size=(width, 40)) as pilot:
            screen = await opened(pilot)
            worries, well = (screen.board.card(f"map.{one}").region for one in ("harm", "strengths"))
            tops[width] = (well.x - worries.x, well.y - worries.y)

    assert tops[120][0] > 0
    assert tops[120][1] == 0
    assert tops[80][0] == 0
    assert tops[80][1] > 0


async def test_left_and_right_go_over_to_the_column_beside() -> None:
    async with on_screen(finished("map", "aoife")) as pilot:
        screen = await opened(pilot)
        await pick(pilot, "Found on the landing by neighbour in Jan")
        await pilot.press("right")
        over = screen.board.place_of(screen.picked)
        await pilot.press("left")
        back = screen.board.place_of(screen.picked)

    assert over is not None
    assert over.area.column == "well"
    assert back is not None
    assert back.area.column == "worried"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_everything_said_can_be_reached_and_is_on_the_screen_when_picked(size: tuple[int, int]) -> None:
    table = finished("map", "nico")

    async with on_screen(table, size=size) as pilot:
        screen = await opened(pilot)
        for held in screen.board.held:
            screen.board.pick(held)
            await pilot.pause()
            text = getattr(screen.held, "text", "")[:20]
            assert words_of(text) in words_of(seen(pilot)), held


@pytest.mark.parametrize(("flow", "talk"), [("map", "aoife"), ("three-houses", "rosa")])
async def test_what_is_picked_is_marked_without_any_colour(flow: str, talk: str) -> None:
    async with on_screen(finished(flow, talk)) as pilot:
        screen = await opened(pilot)
        for _ in range(4):
            await pilot.press("down")
            await pilot.pause()
            marked = [line for line in frame(pilot)[1:] if "▸" in line]
            assert len(marked) == 1
            assert getattr(screen.held, "text", "")[:12] in marked[0]


async def test_several_sheets_are_gone_through_by_a_key() -> None:
    async with on_screen(finished("three-houses", "rosa")) as pilot:
        screen = await opened(pilot)
        first = screen.at
        await pilot.press("tab")
        await pilot.pause()
        second = screen.at
        await pilot.press("shift+tab")
        await pilot.pause()

        assert (first, second, screen.at) == ("houses", "map", "houses")


async def test_gaps_and_doubts_are_told_to_the_helper() -> None:
    table = finished("three-houses", "rosa")
    gaps = table.session.turn.gaps
    sheets = {sheet.id: set(sheet.areas) for sheet in table.session.flow.sheets.values()}
    elsewhere = {area: sheet for sheet, areas in sheets.items() for area in areas}
    shown: dict[str, Painted] = {}

    async with on_screen(table, size=(120, 100)) as pilot:
        screen = await opened(pilot)
        for _ in sheets:
            shown[screen.at] = Painted.of(pilot)
            await pilot.press("tab")
            await pilot.pause()

    assert {gap.code for gap in gaps} >= {"empty", "parent-not-asked"}
    for gap in gaps:
        for sheet, painted in shown.items():
            assert painted.says(gap.says) == (elsewhere.get(gap.about, sheet) == sheet), gap


async def test_where_we_may_be_wrong_stands_there_too() -> None:
    async with on_screen(finished("map", "aoife"), size=(120, 80)) as pilot:
        await opened(pilot)

        assert Painted.of(pilot).says("Maybe Ryan gets him up and I've never asked")


async def test_who_agrees_and_who_sees_it_differently_stands_beside_it() -> None:
    async with on_screen(finished("map", "nico")) as pilot:
        screen = await opened(pilot)
        danger = words_of(str(screen.board.card("map.danger").render()))

    assert words_of("agree: Tess, Ivy, Hana") in danger
    assert words_of("Marlon sees it differently: The door was an accident") in danger


# Before a child or a family


def test_a_family_does_not_meet_who_told_it_nor_what_others_say_to_it() -> None:
    entry = Entry(
        id="e1", text="He came at ten", by="p1", at="", step="", source="told", from_="Mr Bello",
        disputed_by=(("p2", "It was nine"),), agreed_by=("p3",),
        followups=(Followup(asked="When?", text="By bus", at="", by="p1"),),
    )  # fmt: skip

    openly, not_openly = (
        "\n".join(row.plain for row in draw_entry(entry, lambda one: one or "", 60, openly=openly))
        for openly in (True, False)
    )

    assert all(one in openly for one in ("Mr Bello", "It was nine", "p3", "By bus"))
    assert not any(one in not_openly for one in ("Mr Bello", "It was nine", "p3"))
    assert "By bus" in not_openly


async def test_a_child_sees_its_houses_and_nothing_else() -> None:
    table = childs_page()
    own = {entry.text for entry in table.session.record.entries.values() if entry.by == "p1"}
    others = {entry.text for entry in table.session.record.entries.values() if entry.by != "p1"}

    async with on_screen(table, size=(120, 60)) as pilot:
        screen = await opened(pilot, table)
        painted = Painted.of(pilot)
        on_it = words_of(seen(pilot))

    assert painted.says("What we have so far")
    assert painted.says("Rain house")
    assert any(painted.says(text) for text in own)
    assert not any(words_of(text) in on_it for text in others)
    assert screen.sheets == [screen.turn.walk.flow.sheets["houses"]]
    for word in ("not yet", "nothing yet", "still open", "session", "sheet", "record", "the map"):
        assert word not in on_it


async def test_a_child_can_change_nothing_here() -> None:
    table = childs_page()
    before = table.session.record

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        await pilot.press("down", "enter", "m", "c", "a", "delete", "ctrl+z", "ctrl+y", "f12")
        await pilot.pause()
        stayed = pilot.app.screen is screen
        offered = {one.id for one in screen.offered()}

    assert stayed
    assert table.session.record == before
    assert not offered & {"move", "add", "change", "take_off", "look", "back", "redo", "papers"}


async def test_until_the_screen_is_handed_back_it_is_the_childs() -> None:
    table = played(
        "three-houses",
        "rosa",
        lambda session: session.record.sits != "worker" and session.turn.asks.held_with == "worker",
    )
    assert table.session.turn.asks.kind == "hand-over"

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)

        assert not screen.can_change
        assert Painted.of(pilot).says("What we have so far")
        assert "nobody has" not in words_of(seen(pilot))


async def test_a_family_meets_no_empty_worries_no_sorting_and_no_source() -> None:
    table = played("map", "nico", at("good_things"))

    async with on_screen(table) as pilot:
        await opened(pilot, table)
        on_it = words_of(seen(pilot))

    assert table.session.turn.asks.held_with == "family"
    for word in ("worries", "harm", "worry", "sorted", "nobody has", "told by", "still open"):
        assert word not in on_it


async def test_what_is_private_is_on_no_sheet_until_it_is_opened() -> None:
    table = played("mill-lane", "ash", at("today", "reason"))
    values = {f"{one.value:g}" for one in table.session.record.ratings.values()}
    assert values

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        marks = [held for card in screen.query(AreaCard) for held in card.held if held.startswith("r")]
        on_it = seen(pilot)

    assert marks == []
    assert "●" not in on_it
    assert "○" not in on_it


# A second window


async def test_a_second_window_follows_and_offers_no_change() -> None:
    table = finished("map", "aoife")
    other = Session.resume(table.store, table.session._clock, table.session.id)
    other.readonly = True

    async with on_screen(Table(other, table.store)) as pilot:
        screen = await opened(pilot)
        table.session.hear({"add": {"area": "map.next", "say": "Ring Pat"}})
        await screen.follow()
        await pilot.pause()
        followed = Painted.of(pilot)
        await pilot.press("down", "enter", "m", "a", "delete", "ctrl+z")
        await pilot.pause()

        assert pilot.app.screen is screen

    assert followed.says("Ring Pat")
    assert followed.says("this one only follows")
    assert standing(table.session, "map.next") == ["Ring Pat"]


# People's words are never code


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_words_stand_on_the_sheet_as_they_were_said(text: str, size: tuple[int, int]) -> None:
    table = finished("map", "aoife")
    table.session.hear({"add": {"area": "map.purpose", "say": text}})
    table.session.hear({"people": [{"name": text[:60], "as": "other"}]})

    async with on_screen(table, size=size) as pilot:
        screen = await opened(pilot)
        card = str(screen.board.card("map.purpose").render())
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        await pilot.press("escape", "m")
        await pilot.pause()

    assert "".join(text.split()) in "".join(card.split())


async def test_no_escape_reaches_the_terminal() -> None:
    table = finished("map", "aoife")
    # What is heard is cleaned; a journal from elsewhere might not be.
    entry = next(iter(table.session.record.entries.values()))
    object.__getattribute__(entry, "__dict__")["text"] = "\x1b]0;owned\x07 red\x1b[31m \x9b31m \u200b"

    async with on_screen(table) as pilot:
        await opened(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        drawn = seen(pilot)

    assert not {sign for sign in drawn if sign != "\n" and not sign.isprintable()} - {"\u200b"}


# Coming, going, hiding


async def test_one_escape_goes_back_and_two_hide() -> None:
    async with on_screen(finished("map", "aoife")) as pilot:
        await opened(pilot)
        await pilot.press("escape")
        await pilot.pause()
        back = isinstance(pilot.app.screen, ConversationScreen)
        await pilot.press("escape")
        await pilot.pause()

        assert back
        assert seen(pilot) == "$"


@pytest.mark.parametrize("window", ["", "m", "c", "a", "enter"])
async def test_hide_and_urgent_work_here_and_in_every_window(window: str) -> None:
    for key in ("f8", "f9"):
        async with on_screen(finished("map", "aoife")) as pilot:
            screen = await opened(pilot)
            await pick(pilot, "Ryan's shifts")
            if window:
                await pilot.press(window)
                await pilot.pause()
            before = pilot.app.screen
            await pilot.press(key)
            await pilot.pause()

            assert pilot.app.screen not in (before, screen)
            assert "Ryan" not in seen(pilot) or key == "f9"


async def test_a_change_is_seen_in_the_conversation_afterwards() -> None:
    table = finished("map", "aoife")

    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pick(pilot, "Ryan's shifts")
        await pilot.press("c")
        await fill(pilot, "Ryan's [late] shifts")
        screen.leave()
        await pilot.pause()

        talking: Any = pilot.app.screen
        assert any(one.text == "Ryan's [late] shifts" for one in talking.talking.all_lines())


# From home


async def test_it_is_opened_from_home_and_the_pen_is_put_down_again(monkeypatch: pytest.MonkeyPatch) -> None:
    table = finished("map", "aoife")
    put_down: list[str] = []
    monkeypatch.setattr(table.store, "release", put_down.append)

    async with on_screen(store=table.store) as pilot:
        home: Any = pilot.app.screen
        await pilot.press("end", "f5")
        await pilot.pause()
        opened_there = isinstance(pilot.app.screen, MapScreen)
        await pilot.press("escape")
        await pilot.pause()

        assert pilot.app.screen is home
    assert opened_there
    assert put_down == [table.session.id]
