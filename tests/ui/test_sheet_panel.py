"""The sheet beside the conversation: it shows where something lands, and who made which mark."""

from guide.engine.session import Session
from guide.ui.widgets.sheet.houses import House, draw_houses, newest_row
from tests.ui.stage import at, frame, on_screen, played


async def test_the_last_thing_said_in_the_open_house_is_in_sight_in_a_small_window() -> None:
    table = played("three-houses", "nell", at("good_things", "quiet"))
    sheet = [f"{word} {at}" for at in range(12) for word in ("pancakes",)]
    for one in sheet:
        table.session.hear({"say": one})
    async with on_screen(table, size=(120, 24)) as pilot:
        assert any("pancakes 11" in row[60:] for row in frame(pilot))


def test_the_row_to_be_seen_is_the_last_one_of_what_stands_in_the_open_house() -> None:
    houses = [
        House("Sun", ("one", "two")),
        House("Rain", ("one", "two", "three\n– more"), is_open=True),
        House("Star", ()),
    ]
    for width in (30, 60, 120):
        rows = draw_houses(houses, width).plain.split("\n")
        seen = newest_row(houses, width)

        assert "more" in rows[seen - 1], width
        assert "more" not in "\n".join(rows[seen:]), width


async def test_marks_stand_under_the_number_they_mean_with_their_names() -> None:
    table = played("map", "nico", _four_stand)
    async with on_screen(table, size=(160, 60)) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        rows = frame(pilot)
        rail = next(at for at, row in enumerate(rows) if "0──" in row)
        begin = rows[rail].index("0──")
        for name, value in (("Marlon", "8"), ("Nico", "6")):
            under = next(row for row in rows[rail + 1 :] if f"{name} {value}" in row)
            assert under[rows[rail].index(value, begin)] == "●"


def _four_stand(session: Session) -> bool:
    return session.turn.asks.step == "line_today" and len(session.walk.shown.ratings("map.line")) > 3
