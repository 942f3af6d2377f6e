"""Words of people are content: no markup, no escape, no length and no script ends the program or is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from guide.engine.turn import Said
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.bubble import Look, draw_bubble
from guide.ui.widgets.words import hung, own
from tests.ui.stage import Table, at, on_screen, played, seen

ESCAPES = "\x1b]2;owned\x07 \x1b[2J \x9b31m \x00 \x07"
AWKWARD = {
    "closing tag": "[/x]",
    "tag": "[red]red[/red] [b",
    "link": "[@click=app.quit]press[/]",
    "braces": "{{ 7*7 }} {name} $name",
    "html": "<script>alert(1)</script>",
    "escape": f"before {ESCAPES} after",
    "emoji": "👩‍👧‍👦 happy 🏳️‍🌈",
    "right to left": "שלום עולם مرحبا",
    "wide": "子どもの家 아이",
    "long word": "a" * 400,
    "ten kilobytes": "word " * 2_000,
    "only a bracket": "[",
    "backslash": "\\[x]\\",
    "tabs and lines": "one\ttwo\n\n\nthree",
}


@given(st.text(max_size=200))
def test_any_text_is_drawn_as_it_is(text: str) -> None:
    drawn = own(text).plain

    assert not any(ord(one) < 32 and one not in "\n\t" for one in drawn)
    assert [one for one in drawn if one.isprintable()] == [one for one in text if one.isprintable()]


@given(st.text(max_size=200), st.integers(min_value=12, max_value=90))
def test_any_text_is_wrapped_inside_its_room(text: str, width: int) -> None:
    said = Said("p1", "step", text, answer="a1", held_with="child")

    for content in (
        hung(Content("· "), own(text), width),
        draw_bubble(said, str, Look(width, is_gentle=True)),
    ):
        assert all(line.cell_length <= width + 1 for line in content.split("\n", allow_blank=True))


class Host(App[None]):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        yield Static(own(self.text))
        yield AnswerBox(self.text)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
async def test_any_text_in_the_box_comes_out_as_it_went_in(text: str) -> None:
    async with Host(text).run_test() as pilot:
        await pilot.pause()

        assert pilot.app.query_one(AnswerBox).text.split() == text.split()


def childs_page() -> Table:
    return played("three-houses", "rosa", at("good_things", "first"))


@pytest.mark.parametrize("kind", AWKWARD)
async def test_awkward_words_are_said_and_stand_in_the_house(kind: str) -> None:
    table = childs_page()
    async with on_screen(table) as pilot:
        pilot.app.screen.query_one("#box", AnswerBox).fill(AWKWARD[kind])
        await pilot.press("enter")
        await pilot.pause()

        entry = list(table.session.record.entries.values())[-1]
        assert entry.step == "good_things"
        assert "\x1b" not in seen(pilot)
        assert pilot.app.is_running


@pytest.mark.parametrize("kind", [one for one in AWKWARD if one not in {"ten kilobytes", "long word"}])
@pytest.mark.parametrize("box", ["f2", "f7"])
async def test_awkward_words_go_into_every_small_window(box: str, kind: str) -> None:
    table = played("three-houses", "rosa", at("parents_how"))
    async with on_screen(table) as pilot:
        await pilot.press(box)
        await pilot.pause()
        pilot.app.screen.query_one(AnswerBox).fill(AWKWARD[kind])
        await pilot.press("enter")
        await pilot.pause()

        assert "\x1b" not in seen(pilot)
        assert pilot.app.is_running


@pytest.mark.parametrize("kind", ["closing tag", "tag", "escape", "right to left", "html"])
async def test_awkward_labels_stand_on_the_home_screen(kind: str) -> None:
    table = childs_page()
    table.store.label(table.session.id, AWKWARD[kind])
    async with on_screen(store=table.store) as pilot:
        await pilot.press("end", "delete")
        await pilot.pause()

        assert "Erase" in seen(pilot)
        assert "\x1b" not in seen(pilot)


@pytest.mark.parametrize("kind", AWKWARD)
async def test_awkward_names_of_people_are_drawn(kind: str) -> None:
    table = played("mill-lane", "ash", at("events", "first"))
    table.session.hear({"people": [{"name": AWKWARD[kind][:60], "as": "friend"}]})
    async with on_screen(table) as pilot:
        await pilot.press("f4")
        await pilot.pause()

        assert "Whose words are these?" in seen(pilot)
