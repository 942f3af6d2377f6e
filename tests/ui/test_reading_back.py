"""Sentences of a story read back: who stands behind each is said, kept at once, and never guessed."""

from typing import Any

from textual.pilot import Pilot

from tests.ui.stage import Table, at, on_screen, played, seen


def read_back() -> Table:
    return played("words-and-pictures", "fenna", at("title_read"))


def agreed(table: Table) -> list[list[str]]:
    record: Any = table.session.record_json()
    names = {one["id"]: one["name"] for one in record["people"]}
    return [[names[who] for who in one["agreed_by"]] for one in record["story"][0]["sentences"]]


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def mark_joris(pilot: Pilot[int], table: Table) -> None:
    """Say that somebody agrees, and mark Joris."""
    await press(pilot, "1", "enter")
    people = [one.name for one in table.session.record.people.values()]
    await press(pilot, str(people.index("Joris") + 1), "space", "enter")


async def test_who_stands_behind_a_sentence_is_asked_first_and_kept_before_the_next_is_read() -> None:
    table = read_back()
    async with on_screen(table) as pilot:
        assert "1  Somebody agrees" in seen(pilot)

        await mark_joris(pilot, table)

        assert agreed(table) == [["Joris"], []]
        assert table.session.turn.asks.step == "title_read"
        assert "Dad and Sanne made it with Ruth." in seen(pilot)


async def test_the_same_people_stand_behind_the_next_by_one_key() -> None:
    table = read_back()
    async with on_screen(table) as pilot:
        await mark_joris(pilot, table)
        assert "1  Joris: that is right" in seen(pilot)

        await press(pilot, "1", "enter")

        assert agreed(table) == [["Joris"], ["Joris"]]
        assert table.session.turn.asks.step != "title_read"


async def test_a_sentence_left_open_has_nobody_behind_it() -> None:
    table = read_back()
    async with on_screen(table) as pilot:
        await press(pilot, "4", "enter", "4", "enter")

    assert agreed(table) == [[], []]
    assert table.session.turn.asks.step != "title_read"


async def test_nobody_marked_is_nobody_and_the_sentence_stays() -> None:
    table = read_back()
    async with on_screen(table) as pilot:
        await press(pilot, "1", "enter", "enter")

        assert agreed(table) == [[], []]
        assert "This is for Fenna, for today." in seen(pilot)


async def test_opened_again_it_says_who_stands_behind_it_already() -> None:
    table = read_back()
    async with on_screen(table) as pilot:
        await mark_joris(pilot, table)
    async with on_screen(table) as pilot:
        screen = seen(pilot)

        assert "agree: Joris" in screen
        assert "1  That is right" in screen


async def test_what_somebody_sees_differently_is_kept_at_once_with_their_words() -> None:
    table = read_back()
    async with on_screen(table) as pilot:
        await press(pilot, "3", "enter")
        people = [one.name for one in table.session.record.people.values()]
        await press(pilot, str(people.index("Sanne") + 1), "enter", *"Mostly me", "enter")

    record: Any = table.session.record_json()
    (differs,) = record["story"][0]["sentences"][0]["disputed_by"]
    assert differs["says"] == "Mostly me"


async def test_what_is_kept_can_be_taken_back() -> None:
    table = read_back()
    async with on_screen(table) as pilot:
        await mark_joris(pilot, table)
        await press(pilot, "ctrl+z")

    assert agreed(table) == [[], []]


async def test_a_name_is_a_name_whatever_is_in_it() -> None:
    table = read_back()
    name = "[/x] {{ 7*7 }} <b> =1+1"
    table.session.hear({"people": [{"name": name, "as": "family"}]})
    async with on_screen(table) as pilot:
        await press(pilot, "1", "enter")
        people = [one.name for one in table.session.record.people.values()]
        await press(pilot, str(people.index(name) + 1), "space", "enter")
        assert f"1  {name}: that is right" in seen(pilot)

    async with on_screen(table) as pilot:
        assert f"agree: {name}" in seen(pilot)
