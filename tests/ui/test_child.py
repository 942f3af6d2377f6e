"""A child's and a family's screen: calm, and nothing of a helper's on any frame."""

import re

import pytest
from textual.pilot import Pilot

from guide.engine.session import Session
from guide.errors import GuideError
from guide.flow.model import Flow, Step, Wording
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.seen import WITH_SOMEBODY
from tests.ui.stage import Painted, at, every_talk, flow_of, frame, kind, on_screen, played, seen, words_of

_SHINGLE = 5


def helpers_texts(flow: Flow) -> list[str]:
    texts: list[str] = []
    for step in flow.steps.values():
        texts += [one for one in (step.note, step.teach, step.listen_for) if one]
        if flow.held_with(step) == "worker":
            texts += [
                piece for pieces in step.text.bands.values() for piece in pieces if isinstance(piece, str)
            ]
    return [words_of(one) for one in texts if len(words_of(one).split()) >= _SHINGLE]


def shingles(texts: list[str]) -> set[str]:
    runs = (text.split() for text in texts)
    return {" ".join(run[at : at + _SHINGLE]) for run in runs for at in range(len(run) - _SHINGLE + 1)}


def every_wording(step: Step) -> list[Wording]:
    asked = [step.text, *step.more, *step.options.values(), *(part.ask for part in step.parts.values())]
    named = (step.zero, step.ten, step.because, step.lower, step.higher, step.small_step, step.read_back)
    return [*asked, *(one for one in named if one is not None)]


def what_they_may_read(session: Session) -> str:
    """Everything this talk itself puts to them, which may sound like a helper's page."""
    flow = session.flow
    own = [
        piece
        for step in flow.steps.values()
        if flow.held_with(step) in WITH_SOMEBODY
        for wording in every_wording(step)
        for pieces in wording.bands.values()
        for piece in pieces
        if isinstance(piece, str)
    ]
    said = [one.text for one in session.transcript()]
    reasons = [str(step.why.bands) for step in flow.steps.values() if step.why]
    return words_of(" ".join([*own, *said, *reasons]))


def is_before_them(session: Session) -> bool:
    return session.turn.asks.held_with in WITH_SOMEBODY


@pytest.mark.parametrize(("flow", "talk"), every_talk(), ids=str)
async def test_no_helpers_text_is_in_any_frame(flow: str, talk: str) -> None:
    table = played(flow, talk, lambda session: is_before_them(session) or session.turn.is_finished)
    forbidden = shingles(helpers_texts(flow_of(flow)))
    player = table.player
    assert player is not None
    async with on_screen(table) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ConversationScreen)
        while True:
            if is_before_them(table.session):
                await pilot.pause()
                leaked = shown_shingles(pilot) & forbidden
                assert not leaked - (shingles([what_they_may_read(table.session)]) if leaked else set())
            before = table.session.turn.asks.held_with
            try:
                reply = player.next()
            except GuideError:
                return
            if reply is None:
                return
            player.send(reply)
            await screen.show(again=before != table.session.turn.asks.held_with)


def shown_shingles(pilot: Pilot[int]) -> set[str]:
    return shingles([*map(words_of, Painted.of(pilot).texts), *map(words_of, frame(pilot))])


async def test_a_childs_page_has_no_count_no_time_and_no_id() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    async with on_screen(table) as pilot:
        text = seen(pilot)

        assert not re.search(
            r"\d", text.replace("F1", "").replace("F6", "").replace("F8", "").replace("F9", "")
        )
        assert table.session.id not in text
        assert "left" not in text


async def test_the_houses_fill_with_the_childs_own_words_under_the_childs_own_names() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    async with on_screen(table) as pilot:
        painted = Painted.of(pilot)

        assert "Sun house" in seen(pilot)
        assert "House of good things" not in seen(pilot)
        assert any("Drumming" in one and "Sun house" in one for one in painted.texts)


async def test_a_familys_sheet_is_folded_until_somebody_wants_to_look() -> None:
    table = played(
        "map",
        "tilly",
        lambda session: session.turn.asks.held_with == "family" and session.turn.asks.kind == "ask",
    )
    async with on_screen(table) as pilot:
        assert not pilot.app.screen.has_class("-sheet")

        await pilot.press("f6")
        await pilot.pause()

        assert pilot.app.screen.has_class("-sheet")
        worries = {one.title for one in table.session.flow.areas.values()}
        shown = Painted.of(pilot)
        empty = [
            one.title
            for one in table.session.flow.areas.values()
            if not table.session.walk.sight.held(one.id)
        ]
        assert worries
        assert not any(shown.says(title) for title in empty)


async def test_words_said_with_one_side_are_not_on_the_screen_of_the_other() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    own = [
        one.text
        for one in table.session.transcript()
        if one.held_with == "worker" and len(one.text.split()) > 2
    ]
    async with on_screen(table) as pilot:
        shown = Painted.of(pilot)

        assert own
        assert not any(shown.says(one) for one in own)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_hand_over_page_says_hello_and_nothing_more(size: tuple[int, int]) -> None:
    table = played("three-houses", "rosa", kind("hand-over"))
    async with on_screen(table, size=size) as pilot:
        assert seen(pilot) == "Hello Rosa"

        await pilot.press("enter")
        await pilot.pause()
        assert "I am Dev." in seen(pilot)
        assert "Hello Rosa" not in seen(pilot)


async def test_back_to_the_helpers_pages_enter_alone_is_not_enough() -> None:
    def back(session: Session) -> bool:
        return session.turn.asks.kind == "hand-over" and session.turn.asks.held_with == "worker"

    table = played("three-houses", "rosa", back)
    async with on_screen(table) as pilot:
        await pilot.press("enter", "space", "enter")
        await pilot.pause()
        assert table.session.turn.asks.kind == "hand-over"
        assert "The next page is for Dev alone" in seen(pilot)

        await pilot.press("ctrl+g", "enter")
        await pilot.pause()
        assert table.session.turn.asks.kind != "hand-over"


async def test_a_break_has_no_clock_and_leads_on_or_home() -> None:
    table = played("three-houses", "rosa", at("good_things", "quiet"))
    async with on_screen(table) as pilot:
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "A break. As long as you like." in seen(pilot)

        await pilot.press("down", "enter")
        await pilot.pause()
        assert table.session.turn.asks.step == "good_things"


async def test_no_praise_and_no_sympathy_stand_in_our_own_words() -> None:
    from guide.ui.en import WORDS

    praise = re.compile(
        r"\b(well done|good job|great|brave|proud|sorry|scary|sad|wonderful)\b", re.IGNORECASE
    )

    assert not [text for text in WORDS.values() if praise.search(text)]
