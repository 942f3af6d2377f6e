"""A child's and a family's section: nothing of a helper's is on any frame that the screen paints."""

import pytest
from textual.pilot import Pilot

from guide.engine.session import Session
from guide.engine.turn import Said
from guide.errors import GuideError
from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.seen import WITH_SOMEBODY
from tests.ui.every_frame import Film, Forbidden, filmed
from tests.ui.stage import Table, at, every_talk, on_screen, played, settled


def is_before_them(session: Session) -> bool:
    return session.turn.asks.held_with in WITH_SOMEBODY or session.turn.is_finished


async def play_on(pilot: Pilot[int], table: Table) -> set[str]:
    """Play the rest of a talk on the screen; return every gap there was on the way."""
    screen, player, gaps = pilot.app.screen, table.player, set[str]()
    assert isinstance(screen, ConversationScreen)
    assert player is not None
    while True:
        gaps |= {one["says"] for one in table.session.record_json()["gaps"]}
        before = table.session.turn.asks.held_with
        try:
            reply = player.next()
        except GuideError:
            return gaps
        if reply is None:
            return gaps
        player.send(reply)
        await screen.show(again=before != table.session.turn.asks.held_with)
        await settled(pilot)


def leaks(film: Film, gaps: set[str]) -> set[str]:
    forbidden = Forbidden(film.session, gaps)
    return {one for shot in film.before_them() for one in forbidden.leaks(shot)}


@pytest.mark.parametrize(("flow", "talk"), every_talk(), ids=str)
async def test_no_helpers_text_is_in_any_frame(flow: str, talk: str) -> None:
    table = played(flow, talk, is_before_them)
    async with on_screen(table) as pilot:
        with filmed(pilot, table) as film:
            gaps = await play_on(pilot, table)

    assert leaks(film, gaps) == set()
    held = {one.held_with for one in table.session.transcript() if one.kind == "guide"}
    assert bool(film.before_them()) == bool(held & WITH_SOMEBODY)


PAGES = {
    "a child's": lambda: played("three-houses", "rosa", at("worry_things", "quiet")),
    "a family's": lambda: played("map", "nico", at("good_things")),
    "back to the helper": lambda: played("three-houses", "rosa", is_handed_back),
}
KEYS = sorted(
    {key for one in (*CONVERSATION.values(), *ANYWHERE.values()) for key in one.keys.split(",") if key}
    - {"ctrl+q"}
)


def is_handed_back(session: Session) -> bool:
    return session.record.sits == "child" and session.turn.asks.held_with == "worker"


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("page", PAGES)
async def test_no_key_shows_anything_of_a_helpers(page: str, key: str) -> None:
    table = PAGES[page]()
    async with on_screen(table) as pilot:
        with filmed(pilot, table) as film:
            await pilot.press(key)
            await pilot.pause()
            if key != "ctrl+g":  # and then Enter: the deliberate way back to the helper's pages
                await pilot.press("enter")
                await pilot.pause()

    assert table.session.record.sits in WITH_SOMEBODY
    assert film.before_them()
    assert leaks(film, gaps_of(table)) == set()


def gaps_of(table: Table) -> set[str]:
    return {one["says"] for one in table.session.record_json()["gaps"]}


# The tests of the test


async def test_a_note_that_flashes_up_between_two_questions_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    show = ConversationScreen.show

    async def show_and_flash(screen: ConversationScreen, *, again: bool | None = None) -> None:
        step = screen.turn.step
        if step is not None and step.note:
            screen.tell(step.note)
            await flashed()
            screen.tell("")
        await show(screen, again=again)

    table = played("three-houses", "rosa", at("good_things", "first"))
    async with on_screen(table) as pilot:
        flashed = pilot.pause
        monkeypatch.setattr(ConversationScreen, "show", show_and_flash)
        with filmed(pilot, table) as film:
            gaps = await play_on(pilot, table)

    assert any("a few of the child" in one for one in leaks(film, gaps))


async def test_what_was_said_on_a_workers_page_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(said: list[Said], _: str) -> list[Said]:
        return list(said)

    monkeypatch.setattr("guide.ui.talking.lines_seen", everything)
    table = played("three-houses", "rosa", is_before_them)
    async with on_screen(table) as pilot:
        with filmed(pilot, table) as film:
            gaps = await play_on(pilot, table)

    assert len(leaks(film, gaps)) > 10
