"""The page about the story says what its keys and its lines really do."""

import json
import re
from pathlib import Path

import pytest

from guide.ui.commands.command import key_shown
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.commands.kept import StoryOf
from guide.ui.commands.story import STORY
from guide.ui.en import WORDS
from guide.ui.widgets.story.telling import draw_telling, tellings
from tests.engine.kinds import at
from tests.ui.stage import kind, played

CHECKOUT = Path(__file__).parent.parent
PAGE = (CHECKOUT / "docs" / "story.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(.+?)` \| (.+?) \|$", PAGE, re.MULTILINE))
LINES = [json.loads(one) for one in PAGE.split("```json\n")[1].split("```")[0].splitlines()]
SIGNS = {"left_square_bracket": "[", "right_square_bracket": "]"}
SHARED = {"leave_story", "back", "redo", "papers"}
"""Keys that every screen has, or that stand in the story itself."""


def test_every_key_of_the_story_is_on_the_page_with_its_name() -> None:
    told = {SIGNS.get(one.keys, key_shown(one.keys.split(",")[0])): one.label
            for one in STORY.values() if one.id not in SHARED}  # fmt: skip

    assert told == ROWS


def test_the_key_that_opens_it_is_the_one_on_the_page() -> None:
    assert CONVERSATION["story"].keys == StoryOf.keys == "ctrl+d"
    assert "`ctrl+d`" in PAGE


@pytest.mark.parametrize("words", ["picture.as_suggested", "picture.keep"])
def test_what_the_page_calls_by_name_is_called_so_on_the_screen(words: str) -> None:
    assert f"*{WORDS[words]}*" in PAGE


def test_the_talk_it_begins_with_is_there() -> None:
    (talk,) = re.findall(r"--answers (\S+)", PAGE)

    assert (CHECKOUT / talk).is_file()


def test_the_lines_for_other_programs_are_heard_in_their_order_and_taken_back() -> None:
    talking = at('panel: it\n      text: "A picture?"')
    talking.hear(panel={"text": ["One.", "Two."], "picture": {}})
    before = talking.record["story"]

    for line in LINES:
        talking.hear(line)
    after = talking.record["story"]
    for _ in LINES:
        talking.back()

    assert [one["text"] for one in after] == [["Mum was tired."], ["Nain came."]]
    assert talking.record["story"] == before


def test_the_screen_on_the_page_is_what_the_talk_brings() -> None:
    session = played("words-and-pictures", "fenna", kind("end")).session
    panels = session.walk.shown.panels()
    names = [one.name for one in session.record.people.values()]

    first = tellings(panels, lambda one: session.walk.sight.name_of(one or ""), names)[0]
    rows = [row.strip() for row in draw_telling(first, 200, picked=False).plain.splitlines() if row.strip()]

    assert rows
    assert [row for row in rows if row not in PAGE] == []


def test_the_images_on_the_page_are_there_and_light_and_can_be_made_anew() -> None:
    images = re.findall(r"!\[[^\]]{20,}\]\((images/\S+\.png)\)", PAGE)
    making = (CHECKOUT / "scripts" / "images.py").read_text(encoding="utf-8")

    assert len(images) == 3
    assert all(Path(one).stem in making for one in images)
    assert all((CHECKOUT / "docs" / one).stat().st_size < 150_000 for one in images)


@pytest.mark.parametrize("words", ["look.leave", "look.ready", "hold.hand"])
def test_what_the_page_calls_by_name_in_the_lists_is_called_so_there(words: str) -> None:
    assert f"*{WORDS[words].format(who='Fenna')}*" in PAGE
