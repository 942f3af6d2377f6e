"""How somebody looks and whom they hold: said in lists, on the story's screen and in the conversation."""

from typing import Any

from textual.pilot import Pilot

from guide.ui.screens.story import StoryScreen
from guide.ui.widgets.answering.painting import Painting
from tests.ui.stage import Table, at, on_screen, played, seen
from tests.ui.test_story_screen import choose, choose_from, fill, opened

PICTURE = {"place": "kitchen", "people": [{"name": "Mum"}, {"name": "Ash"}]}


def told() -> Table:
    """Return a conversation with a story of two pictures with the same people in them."""
    table = played("mill-lane", "ash", at("page"))
    table.session.hear({"panel": {"text": ["Mum sang."], "picture": PICTURE}})
    table.session.hear({"add": {"panel": {"text": ["Ash sang."], "picture": PICTURE}}})
    table.session.hear({"finish": True})
    return table


def looks(screen: StoryScreen) -> list[Any]:
    return [one.get("look") for panel in screen.panels for one in panel.picture["people"]]


async def pick_first(pilot: Pilot[int]) -> None:
    await pilot.press("1", "enter")
    await pilot.pause()
    await pilot.pause()


async def test_a_look_is_said_once_and_holds_in_every_picture_and_is_taken_back() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "p")
        await choose(pilot, "How they look")
        await pick_first(pilot)
        await choose(pilot, "Hair")
        await choose(pilot, "plaits")
        await choose(pilot, "On the head")
        await choose(pilot, "headscarf")
        assert "Hair: plaits" in seen(pilot)
        await choose(pilot, "That is how they look")

        assert looks(screen) == ["plaits, headscarf", None] * 2
        assert seen(pilot).count("Mum (with plaits, with a headscarf)") == len(screen.panels)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert looks(screen) == ["plaits", None] * 2
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert looks(screen) == [None] * 4


async def test_every_list_can_be_left_as_it_is_and_then_nothing_happened() -> None:
    table = told()
    async with on_screen(table) as pilot:
        await opened(pilot)
        before = table.session.record.deeds
        for aspect in ("How old", "Hair", "On the head", "Glasses", "Beard", "Wheelchair"):
            await pilot.press("down", "p")
            await choose(pilot, "How they look")
            await pick_first(pilot)
            await choose(pilot, aspect)
            await choose(pilot, "leave it as it is")
            await choose(pilot, "That is how they look")

        assert table.session.record.deeds == before


async def test_what_no_list_has_is_written_and_stands_under_the_name() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "p")
        await choose(pilot, "How they look")
        await pick_first(pilot)
        await choose(pilot, "In your own words")
        await fill(pilot, "[/x] a red coat")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()

        assert looks(screen)[0] == "[/x] a red coat"
        assert "Mum ([/x] a red coat)" in seen(pilot)


async def test_who_holds_whom_is_chosen_and_two_never_hold_each_other() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "p")
        await choose(pilot, "Who holds whom, who carries what")
        await pick_first(pilot)
        await choose(pilot, "holds Ash's hand")
        assert screen.panels[0].picture["people"] == [{"name": "Mum", "hand": "Ash"}, {"name": "Ash"}]
        assert "hand in hand with Ash" in seen(pilot)

        await pilot.press("p")
        await choose(pilot, "Who holds whom, who carries what")
        await pilot.press("2", "enter")
        await pilot.pause()
        assert "in their arms" not in seen(pilot), "nobody there is small enough"
        await choose(pilot, "holds Mum's hand")
        people = screen.panels[0].picture["people"]
        assert people == [{"name": "Mum"}, {"name": "Ash", "hand": "Mum"}]

        await pilot.press("p")
        await choose(pilot, "Who holds whom, who carries what")
        await pilot.press("2", "enter")
        await pilot.pause()
        await choose(pilot, "holds a thing …")
        await choose(pilot, "mug")
        assert screen.panels[0].picture["people"] == [{"name": "Mum"}, {"name": "Ash", "holds": "mug"}]


async def test_in_the_conversation_a_look_is_kept_at_once_and_half_a_picture_stays() -> None:
    table = played("mill-lane", "ash", at("page"))
    async with on_screen(table) as pilot:
        await pilot.press(*"Ash was at school.", "enter")
        await pilot.pause()
        await choose_from(pilot, "Where it is")
        await choose(pilot, "In the park")
        await choose_from(pilot, "How they look")
        await choose(pilot, "Glasses")
        await choose(pilot, "glasses")
        await choose(pilot, "That is how they look")

        assert dict(table.session.record.looks) == {"ash": "glasses"}
        painting = pilot.app.screen.query_one(Painting)
        assert painting.shown["place"] == "park"
        assert "In the park: Ash (with glasses)" in seen(pilot)
        await choose_from(pilot, "That is the picture")

        (panel,) = table.session.walk.shown.panels()
        assert panel.picture["people"] == [{"name": "Ash", "feeling": "ok", "look": "glasses"}]


async def test_whoever_is_said_to_be_a_baby_can_be_in_somebodys_arms() -> None:
    table = told()
    table.session.hear({"look": {"Ash": "baby"}})
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "p")
        await choose(pilot, "Who holds whom, who carries what")
        await pick_first(pilot)
        await choose(pilot, "has Ash in their arms")

        assert screen.panels[0].picture["people"][0] == {"name": "Mum", "carries": "Ash"}
        assert "with Ash in arms" in seen(pilot)
