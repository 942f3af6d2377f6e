"""Home: calm, no child's name, everything by keyboard."""

from guide.clock import StillClock
from guide.engine.session import Session
from guide.log.memory import Memory
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.screens.demonstration import DemonstrationScreen
from guide.ui.screens.home import HomeScreen
from tests.ui.stage import Painted, flow_of, on_screen, played, seen, settled


def started(*labels: str) -> Memory:
    store = Memory()
    for label in labels:
        session = Session.start(store, flow_of("three-houses"), StillClock())
        session.hear({"people": [{"name": "Rosa", "as": "child", "age": 8}]})
        store.label(session.id, label)
    return store


async def test_with_nothing_started_it_says_what_to_do() -> None:
    async with on_screen() as pilot:
        text = seen(pilot)

        assert "Nothing started yet." in text
        assert "Three houses" in text
        assert "40 min" in text
        assert "No urgent steps are set yet" in text


async def test_what_was_started_stands_under_its_label_and_without_a_name() -> None:
    async with on_screen(store=started("Mill Lane")) as pilot:
        assert "Mill Lane" in seen(pilot)
        assert "Rosa" not in seen(pilot)

        await pilot.press("n")
        await pilot.pause()
        assert "Rosa" in seen(pilot)

        await pilot.press("n")
        await pilot.pause()
        assert "Rosa" not in seen(pilot)


async def test_enter_goes_on_where_it_stopped() -> None:
    async with on_screen(store=started("Mill Lane")) as pilot:
        await pilot.press("end", "enter")
        await pilot.pause()

        assert isinstance(pilot.app.screen, ConversationScreen)
        assert "Who is helping today?" in seen(pilot)


async def test_a_conversation_with_invented_people_is_begun_by_a_key_and_says_so() -> None:
    store = Memory()
    async with on_screen(store=store) as pilot:
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()

        assert "Invented" in seen(pilot)
        assert Session.resume(store, StillClock(), store.sessions()[0].session).record.invented


async def test_a_flow_with_two_forms_asks_which_and_begins() -> None:
    store = Memory()
    async with on_screen(store=store) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "A first visit, fewer questions" in seen(pilot)

        await pilot.press("2", "enter")
        await pilot.pause()
        assert "Who is this about?" in seen(pilot)
        assert len(store.sessions()) == 1


async def test_a_label_is_given_and_seen() -> None:
    async with on_screen(store=started("")) as pilot:
        await pilot.press("end", "r", *"Kite", "enter")
        await pilot.pause()

        assert "Kite" in seen(pilot)


async def test_erasing_asks_first_and_then_it_is_gone() -> None:
    store = started("Mill Lane")
    async with on_screen(store=store) as pilot:
        await pilot.press("end", "delete")
        await pilot.pause()
        assert "nobody can bring it back" in " ".join(seen(pilot).split())
        await pilot.press("escape")
        await pilot.pause()
        assert len(store.sessions()) == 1

        await pilot.press("delete", "2", "enter")
        await pilot.pause()
        assert store.sessions() == []
        assert "Mill Lane" not in seen(pilot)


async def test_erasing_says_which_papers_stay_and_for_nobody_by_name() -> None:
    store = started("Mill Lane")
    session = Session.resume(store, StillClock(), store.sessions()[0].session)
    session.exported("houses", "html", "Rosa", "no")
    session.close()
    async with on_screen(store=store) as pilot:
        await pilot.press("end", "delete")
        await pilot.pause()
        painted = Painted.of(pilot)

    assert painted.says("Papers made from it stay where they are: houses.html, 21 November")
    assert not painted.says("Rosa")


async def test_a_few_letters_find_a_label() -> None:
    async with on_screen(store=started("Mill Lane", "Kite")) as pilot:
        await pilot.press("slash", *"kit")
        await pilot.pause()
        assert "Kite" in seen(pilot)
        assert "Mill Lane" not in seen(pilot)

        await pilot.press("escape")
        await pilot.pause()
        assert "Mill Lane" in seen(pilot)


async def test_the_demonstration_is_one_key_away_and_says_it_is_invented() -> None:
    store = Memory()
    async with on_screen(store=store) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DemonstrationScreen)
        assert seen(pilot) == "Hello Rosa"

        for _ in range(12):
            await pilot.press("enter")
        await pilot.pause()
        assert "Invented" in seen(pilot)
        assert store.sessions() == []


async def test_the_demonstration_plays_to_its_end_and_comes_home() -> None:
    async with on_screen() as pilot:
        await pilot.press("d", "space")
        await pilot.pause()
        for _ in range(120):
            if not isinstance(pilot.app.screen, DemonstrationScreen):
                break
            await pilot.app.screen.say_next()
            await settled(pilot)

        assert isinstance(pilot.app.screen, HomeScreen)


async def test_from_a_conversation_home_is_in_the_palette_and_the_session_is_let_go() -> None:
    table = played("three-houses", "rosa", lambda session: session.turn.asks.step == "parents_how")
    async with on_screen(table) as pilot:
        await pilot.app.do_command("home")  # type: ignore[attr-defined]
        await pilot.pause()

        assert isinstance(pilot.app.screen, HomeScreen)
        assert "What you started" in seen(pilot)
