"""Something urgent, from any page of theirs: the calm half first, and all that belongs to the second half."""

import pytest
from textual.widgets import Input

from guide.settings.model import Settings, Urgent
from tests.ui.stage import Painted, at, kind, on_screen, played, seen
from tests.ui.test_urgent import SENTENCE, childs_page

PLACES = {
    "a greeting": ("three-houses", "rosa", kind("hand-over")),
    "words to be read": ("three-houses", "rosa", at("you_choose")),
    "a choice": ("three-houses", "rosa", at("may_we_start")),
    "a question": ("three-houses", "rosa", at("good_things", "first")),
    "what else": ("three-houses", "rosa", at("good_things", "more")),
    "a line": ("three-houses", "rosa", at("path_today", "first")),
    "reading back": ("three-houses", "rosa", at("read_all")),
    "goodbye": ("three-houses", "rosa", at("bye")),
    "a family": ("map", "nico", at("what_worries", "quiet")),
    "a family's line": ("map", "nico", at("line_today")),
}


@pytest.mark.parametrize("place", PLACES)
async def test_from_any_page_of_theirs_one_key_leads_to_the_sentence_and_to_no_question(
    place: str,
) -> None:
    table = played(*PLACES[place])
    async with on_screen(table, size=(60, 20)) as pilot:
        await pilot.press("f9")
        await pilot.pause()

        assert " ".join(seen(pilot).split()) == f"{SENTENCE} ▸ We're with someone safe"
        assert len(table.session.record.urgent) == 1
        for key in ("x", "tab", "ctrl+o", "ctrl+g", "f1", "f6", "ctrl+p"):
            await pilot.press(key)
        await pilot.pause()
        assert "?" not in seen(pilot)


async def test_the_second_half_has_the_exact_words_and_the_question_and_asks_all_of_it() -> None:
    table = childs_page()
    words = list(table.session.record.entries.values())[-1].text
    async with on_screen(table, size=(120, 60)) as pilot:
        await pilot.press("f9", "enter", "ctrl+g", "enter")
        await pilot.pause()

        assert pilot.app.screen.query_one("#words", Input).value == words
        for line in (
            "Is anyone in danger now?", "What goes in here?", "The words exactly as they were",
            "Who was there", "Who did you tell?", "When?", "What was the child told",
        ):  # fmt: skip
            assert Painted.of(pilot).says(line), line


async def test_with_no_steps_set_the_emergency_number_comes_before_whom_to_ring() -> None:
    async with on_screen(childs_page()) as pilot:
        await pilot.press("f9", "enter", "ctrl+g", "enter")
        await pilot.pause()
        text = " ".join(seen(pilot).replace("▌", " ").split())

    assert "If someone is in danger now, ring 999. Otherwise ring your manager or duty team now." in text


async def test_home_reminds_of_the_steps_until_they_are_set() -> None:
    steps = Urgent(("Ring the duty team.",), ())
    reminded = []
    for settings in (Settings(theme="light"), Settings(theme="light", urgent=steps)):
        async with on_screen(settings=settings) as pilot:
            reminded.append("No urgent steps are set yet" in seen(pilot))

    assert reminded == [True, False]
