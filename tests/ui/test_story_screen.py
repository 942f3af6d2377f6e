"""The story: read, put right, moved, split and agreed to by the keys; before a family only its own words."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from guide.documents.viewers import FAMILY
from guide.log.store import Draft
from guide.settings.model import Settings
from guide.ui.half_written import WRITING, Half, half_of, packed
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.screens.story import StoryScreen
from guide.ui.talking import Talking
from guide.ui.widgets.answering.painting import Painting
from guide.ui.widgets.notice import Notice
from guide.ui.widgets.story.telling import Sentence, Telling, draw_telling
from tests.ui.stage import Table, at, frame, kind, on_screen, played, seen

MORNING = ["Mum was tired.", "Nain came.", "Ash ate toast."]


def told(*more: list[str], at_end: bool = True) -> Table:
    """Return a conversation with a story of two pictures and these after them, made with its family."""
    table = played("mill-lane", "ash", at("page"))
    table.session.hear({"panel": {"text": MORNING, "title": "March", "picture": {"place": "kitchen"}}})
    for text in [["Ash rang Nain."], *more]:
        table.session.hear({"add": {"panel": {"text": text}}})
    if at_end:
        table.session.hear({"finish": True})
    return table


def texts(table: Table) -> list[list[str]]:
    return [list(one.text) for one in table.session.walk.shown.panels()]


async def opened(pilot: Pilot[int]) -> StoryScreen:
    await pilot.press("ctrl+d")
    await pilot.pause()
    assert isinstance(pilot.app.screen, StoryScreen)
    return pilot.app.screen


async def fill(pilot: Pilot[int], words: str) -> None:
    box: Any = pilot.app.screen.query_one("AnswerBox")
    box.load_text(words)
    await pilot.press("enter")
    await pilot.pause()


async def choose(pilot: Pilot[int], label: str) -> None:
    choices: Any = pilot.app.screen.query_one("Choices")
    at_ = [*choices.options.values()].index(label)
    await pilot.press(*["down"] * (at_ + 1), "enter")
    await pilot.pause()


def notice(pilot: Pilot[int]) -> str:
    one = pilot.app.screen.query_one(Notice)
    return str(one.query_one("Static").render()) if one.display else ""


# Reading


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast", "ansi"])
async def test_the_pictures_stand_in_order_with_what_is_drawn_in_words(
    size: tuple[int, int], theme: str
) -> None:
    async with on_screen(told(), size=size, settings=Settings(theme=theme)) as pilot:
        await opened(pilot)

        rows = [one.strip() for one in frame(pilot)]
        assert "Picture 1 · March" in rows
        assert [rows.index(one) for one in MORNING] == sorted(rows.index(one) for one in MORNING)
        assert any("In the kitchen" in one for one in rows)
        assert rows.index("Ash ate toast.") < rows.index("Ash rang Nain.")
        assert all(len(one) <= size[0] for one in frame(pilot))


async def test_a_familys_screen_shows_none_of_the_programs_words() -> None:
    async with on_screen(told(at_end=False)) as pilot:
        screen = await opened(pilot)
        await pilot.press("down")
        shown = [seen(pilot)]
        for key in ("enter", "c", "p", "a", "m", "g", "d", "s"):
            await pilot.press(key)
            await pilot.pause()
            shown.append(seen(pilot))
            await pilot.press("escape", "left")
            await pilot.pause()
        labels = " ".join(f"{one.label} {one.help}" for one in pilot.app.offered())  # type: ignore[attr-defined]

        assert screen.is_familys
        said = "\n".join([*shown, labels]).casefold()
        for word in ("session", "entry", "journal", "sheet", "record", "level", "panel", "set aside"):
            assert word not in said.replace("the whole sheet", ""), word


async def test_before_a_family_stands_what_was_made_with_them_and_a_child_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = told(at_end=False)
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        everything = [one.id for one in screen.panels]
        monkeypatch.setattr(StoryScreen, "held_with", "child")

        assert everything == ["n1", "n2"]
        assert screen.panels == []
        assert not screen.can_change


async def test_the_key_is_offered_only_where_there_is_a_story_to_show() -> None:
    async with on_screen(played("three-houses", "rosa", at("parents_how"))) as pilot:
        await pilot.press("ctrl+d")
        await pilot.pause()

        assert isinstance(pilot.app.screen, ConversationScreen)


# Changing


async def test_sentences_are_changed_in_the_box_and_taken_back() -> None:
    table = told()
    async with on_screen(table) as pilot:
        await opened(pilot)
        await pilot.press("down", "c")
        await fill(pilot, "Mum was very tired.\nNain came.")
        changed = texts(table)[0]
        await pilot.press("ctrl+z")
        await pilot.pause()
        undone = texts(table)[0]
        await pilot.press("ctrl+y")
        await pilot.pause()

        assert changed == ["Mum was very tired.", "Nain came."]
        assert undone == MORNING
        assert texts(table)[0] == changed
        assert "Done again." in notice(pilot)


async def test_a_refusal_is_one_sentence_and_what_was_written_stays() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "c")
        await fill(pilot, "   ")

        assert notice(pilot) == "There are no words in it yet."
        assert screen.is_writing
        assert texts(table)[0] == MORNING


async def test_a_picture_is_added_after_the_one_picked_and_is_picked_then() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "a")
        await fill(pilot, "In between.")

        assert texts(table) == [MORNING, ["In between."], ["Ash rang Nain."]]
        assert screen.held is not None
        assert screen.held.text == ("In between.",)


async def test_it_is_moved_by_a_key_or_to_a_place_in_a_list() -> None:
    table = told(["The end."])
    async with on_screen(table) as pilot:
        await opened(pilot)
        await pilot.press("down", "right_square_bracket")
        await pilot.pause()
        assert texts(table) == [["Ash rang Nain."], MORNING, ["The end."]]

        await pilot.press("m")
        await choose(pilot, "after “The end.”")
        assert texts(table) == [["Ash rang Nain."], ["The end."], MORNING]

        await pilot.press("m")
        await choose(pilot, "the first")
        assert texts(table)[0] == MORNING


async def test_it_is_split_and_taken_out() -> None:
    table = told()
    async with on_screen(table) as pilot:
        await opened(pilot)
        await pilot.press("down", "s")
        await choose(pilot, "after “Nain came.”")
        assert texts(table)[:2] == [MORNING[:2], MORNING[2:]]

        await pilot.press("delete")
        await pilot.pause()

        assert texts(table) == [MORNING[:2], ["Ash rang Nain."]]


async def test_the_picture_is_chosen_in_lists() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("end", "down", "p")
        await choose(pilot, "As its words suggest")
        assert [one["name"] for one in screen.panels[0].picture["people"]] == ["Mum", "Nain", "Ash"]

        await pilot.press("p")
        await choose(pilot, "Where it is")
        await choose(pilot, "In the park")
        assert screen.panels[0].picture["place"] == "park"

        await pilot.press("p")
        await choose(pilot, "How they feel")
        await pilot.press("1", "enter")
        await pilot.pause()
        await choose(pilot, "worried")

        assert "worried" in [one["feeling"] for one in screen.panels[0].picture["people"]]
        assert "(worried)" in seen(pilot)


async def test_who_agrees_and_who_differs_stand_beside_the_sentence_and_new_words_ask_anew() -> None:
    table = told()
    async with on_screen(table) as pilot:
        await opened(pilot)
        await pilot.press("down", "g")
        await choose(pilot, "Every sentence")
        await pilot.press("down", "down", "space", "enter")
        await pilot.pause()
        assert "agree: Dee" in seen(pilot)

        await pilot.press("d")
        await choose(pilot, "Nain came.")
        await choose(pilot, "Rob")
        await fill(pilot, "She came the next day")
        row = next(one for one in frame(pilot) if "She came the next day" in one)
        assert "Nain came." in row

        await pilot.press("c")
        await fill(pilot, "Mum was ill.\nNain came.")
        panel = table.session.walk.shown.panels()[0]
        assert "Mum was ill." not in panel.agreed_by
        assert "Nain came." in panel.agreed_by


# Half-written, hidden, urgent


async def test_half_a_sentence_of_the_story_survives_the_program() -> None:
    table = told(at_end=False)
    async with on_screen(table) as pilot:
        await opened(pilot)
        await pilot.press("down", "a", *"Nain has a k")
        await pilot.pause()
        assert pilot.app.keeper is not None  # type: ignore[attr-defined]
        pilot.app.keeper.flush()  # type: ignore[attr-defined]

    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        assert screen.box.text == "Nain has a k"

        await pilot.press("ey", *"ey.", "enter")
        await pilot.pause()
        pilot.app.keeper.flush()  # type: ignore[attr-defined]

        assert ["Nain has a key."] in texts(table)
        draft = table.store.draft(table.session.id)
        assert draft is None or not draft.body


async def test_half_an_answer_is_kept_beside_half_a_sentence_of_the_story() -> None:
    table = told(at_end=False)
    async with on_screen(table) as pilot:
        await pilot.press(*"We wi")
        await opened(pilot)
        await pilot.press("down", "c", *" And")
        await pilot.pause()
        pilot.app.keeper.flush()  # type: ignore[attr-defined]

    async with on_screen(table) as pilot:
        await pilot.pause()
        assert "We wi" in seen(pilot)
        screen = await opened(pilot)
        assert screen.box.text.endswith("Ash ate toast. And")

        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("left", "escape")
        await pilot.pause()
        pilot.app.keeper.flush()  # type: ignore[attr-defined]
        draft = table.store.draft(table.session.id)

        assert draft is not None
        assert draft.body == "We wi"


def test_a_draft_that_cannot_be_read_is_nothing_and_one_that_can_comes_back() -> None:
    half = Half("page", "i1", "We", "add:n1", "ⵣ\n“x”")

    assert half_of(Draft(WRITING, "add:n1", packed(half), "")) == half
    assert half_of(Draft(WRITING, "add:n1", "[]", "")) == Half()
    assert half_of(Draft(WRITING, "add:n1", "{", "")) == Half()
    assert half_of(Draft("page", "", "We", "")) == Half("page", "", "We")


async def test_hiding_works_over_the_story_and_its_box() -> None:
    async with on_screen(told()) as pilot:
        await opened(pilot)
        await pilot.press("down", "c", "f8")
        await pilot.pause()
        assert "Mum" not in seen(pilot)
        await pilot.press("f8")
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause()

        assert "Mum" not in seen(pilot)


async def test_something_urgent_can_be_said_over_the_story() -> None:
    async with on_screen(told()) as pilot:
        await opened(pilot)
        await pilot.press("f9")
        await pilot.pause()

        assert not isinstance(pilot.app.screen, StoryScreen)
        assert pilot.app.screen.query("*")


# The question in the conversation


async def test_the_picture_of_a_new_panel_is_suggested_by_its_words_and_changed_in_lists() -> None:
    table = played("mill-lane", "ash", at("page"))
    async with on_screen(table) as pilot:
        await pilot.press(*"Ash was sad at school.", "enter")
        await pilot.pause()
        painting = pilot.app.screen.query_one(Painting)
        assert painting.shown["people"] == [{"name": "Ash", "feeling": "sad"}]
        assert "At school: Ash (sad)" in seen(pilot)

        await choose_from(pilot, "Where it is")
        await choose(pilot, "In the park")
        assert painting.shown["place"] == "park"
        await choose_from(pilot, "That is the picture")

        (panel,) = table.session.record.panels.values()
        assert (panel.text, panel.picture["place"]) == (("Ash was sad at school.",), "park")


async def choose_from(pilot: Pilot[int], label: str) -> None:
    """Take an option of the list under the sentences."""
    choices: Any = pilot.app.screen.query_one("#parts")
    choices.at = [*choices.options.values()].index(label)
    await pilot.press("enter")
    await pilot.pause()


async def test_half_a_picture_survives_the_program_too() -> None:
    table = played("mill-lane", "ash", at("page"))
    async with on_screen(table) as pilot:
        await pilot.press(*"Ash was s")
        await pilot.pause()
        pilot.app.keeper.flush()  # type: ignore[attr-defined]

    async with on_screen(table) as pilot:
        await pilot.pause()
        assert pilot.app.screen.query_one(Painting).sentences == ["Ash was s"]


# The page


async def test_one_key_makes_the_page_and_opens_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shown: list[Path] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(StoryScreen, "held_with", "worker")
    monkeypatch.setattr(StoryScreen, "show_page", lambda _, page: shown.append(page))
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("o")
        await pilot.pause()
        if not isinstance(pilot.app.screen, StoryScreen):
            await choose(pilot, "No")
        await screen.workers.wait_for_complete()
        await pilot.pause()

    assert [one.name for one in shown] == ["story.html"]
    assert "Ash rang Nain." in shown[0].read_text(encoding="utf-8")
    assert table.session.record.exported[-1][:2] == ("story", "html")


async def test_before_a_family_no_page_is_made_that_is_not_for_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(StoryScreen, "show_page", lambda *_: None)
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("o")
        await pilot.pause()
        if not isinstance(pilot.app.screen, StoryScreen):
            await choose(pilot, "No")
        await screen.workers.wait_for_complete()

    assert "file" not in [viewer for _, _, viewer, _ in table.session.record.exported]


async def test_before_a_family_nobody_is_asked_who_could_find_it_and_no_page_is_made() -> None:
    table = told()
    session = table.session
    session.hear({"people": [{"name": "Grace", "as": "manager"}]})
    panels = [one["id"] for one in session.record_json()["story"]]
    family = [one for one in session.record.people.values() if one.role in FAMILY]
    for one in panels:
        session.hear({"agree": {one: [family[0].name]}})
        session.hear({"clear": {who.id: [one] for who in family}, "by": "Grace", "why": "read with them"})
    async with on_screen(table) as pilot:
        await opened(pilot)
        await pilot.press("o")
        await pilot.pause()

        assert "Could someone" not in seen(pilot)
        assert "We make the page together" in seen(pilot)
    assert not session.record.exported


# Drawing


@pytest.mark.parametrize(
    "words", ["[/x] [red]no[/red]", "שלום עולם", "👩‍👩‍👧 你好", "x" * 3000, "$accent {{ 1 }}"]
)
@pytest.mark.parametrize("width", [30, 58, 120])
def test_peoples_words_are_words_and_no_row_is_too_wide(words: str, width: int) -> None:
    telling = Telling("n1", 1, words, (Sentence(words, "Dee", (("Rob", words),)),), words, "Dee")

    drawn = draw_telling(telling, width, picked=True)

    assert words[:8] in drawn.plain.replace("\n", "")
    assert all(row.cell_length <= width for row in drawn.split("\n"))


async def test_a_story_of_sixty_pictures_scrolls_and_keeps_what_is_picked_in_sight() -> None:
    table = told(*[[f"Picture {at_} says this."] for at_ in range(58)])
    async with on_screen(table, size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("up")
        await pilot.pause()

        assert screen.held is not None
        assert screen.held.text == ("Picture 57 says this.",)
        assert "Picture 57 says this." in seen(pilot)


async def test_from_home_the_story_opens_for_a_finished_conversation() -> None:
    table = told()
    talking = Talking(table.session)

    async with on_screen(store=table.store) as pilot:
        talking.session.close()
        await pilot.press("end")
        await pilot.pause()
        await pilot.press("ctrl+d")
        await pilot.pause()

        assert isinstance(pilot.app.screen, StoryScreen)
        assert kind("end")(pilot.app.screen.talking.session)


async def test_where_the_one_picked_is_gone_the_one_before_it_is_picked() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "s")
        await choose(pilot, "after “Mum was tired.”")
        await pilot.press("ctrl+z")
        await pilot.pause()

        assert screen.held is not None
        assert list(screen.held.text) == MORNING


async def test_nothing_is_written_down_where_nothing_changed() -> None:
    table = told()
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        before = len(table.session.record.events)
        await pilot.press("down", "c", "enter")
        await pilot.pause()
        await pilot.press("p")
        await choose(pilot, "Where it is")
        await choose(pilot, "In the kitchen")

        assert not screen.is_writing
        assert len(table.session.record.events) == before


async def test_whoever_agreed_to_words_that_changed_is_named_until_they_have_spoken() -> None:
    table = told()
    session = table.session
    session.hear({"agree": {"n1": ["Dee", "Rob"]}})
    session.hear({"correct": "n1", "panel": {"text": ["Mum was ill.", *MORNING[1:]]}})
    async with on_screen(table) as pilot:
        screen = await opened(pilot)
        assert "Dee, Rob agreed before the words changed: ask again" in seen(pilot)

        screen.say({"agree": {"n1": {"1": ["Dee"]}}})
        screen.say({"dispute": {"n1": {"1": {"Rob": "Tired"}}}})
        await pilot.pause()

        assert "agreed before" not in seen(pilot)
