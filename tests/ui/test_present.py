"""A talk before a room: it stops before the question, reveals one thing at a key, leaves and comes back."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import cast

import pytest
from textual.pilot import Pilot

from guide.clock import StillClock
from guide.engine.beats import beats_of
from guide.engine.run_through import RunThrough, run_through
from guide.engine.showing import Show, stops_of
from guide.log.memory import Memory
from guide.log.store import Store
from guide.paths import Paths
from guide.settings.model import Settings
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.commands.present import LIVE, PRESENT
from guide.ui.presenting import PresentApp
from guide.ui.screens.present import PresentScreen
from guide.ui.screens.present_live import LiveScreen
from guide.ui.screens.present_notes import NotesScreen
from guide.ui.screens.present_state import RoomFile, Shown
from tests.engine.before_a_room import SAYS, a_talk, played
from tests.ui.stage import flow_of, frame, seen, talk_of, words_of

SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]


@lru_cache
def real(flow: str, talk: str) -> RunThrough:
    return run_through(flow_of(flow), talk_of(flow, talk), StillClock())


@asynccontextmanager
async def before_a_room(  # noqa: PLR0913 - each is one thing that may differ
    run: RunThrough | None = None,
    *,
    size: tuple[int, int] = (120, 40),
    cut: int = 0,
    trouble: str = "",
    notes: bool = False,
    store: Store | None = None,
    home: Path | None = None,
    theme: str = "light",
) -> AsyncIterator[Pilot[int]]:
    """Show a talk, and hand out somebody to press its keys."""
    run = run or played()
    kind = NotesScreen if notes else PresentScreen
    app = PresentApp(
        first=lambda: kind(run, Show(stops_of(run, cut)), cut, trouble),
        keeps_live=store is not None,
        paths=Paths(home=home or Path(mkdtemp()), flows=Path()),
        settings=Settings(theme=theme),
        clock=StillClock(),
        store=store or Memory(),
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def shows(pilot: Pilot[int], *texts: str) -> bool:
    told = words_of(seen(pilot))
    return all(words_of(one) in told for one in texts)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


# The page


async def test_it_begins_with_the_skill_with_care_and_with_saying_that_all_is_invented() -> None:
    async with before_a_room() as pilot:
        assert shows(
            pilot, "A cup on the stairs", "A label turned into something seen", "Step out if you like."
        )
        assert shows(pilot, "Everybody here is invented.")


async def test_it_stops_before_the_question_and_shows_nothing_of_ours() -> None:
    async with before_a_room() as pilot:
        await press(pilot, "n")

        assert shows(pilot, "He was horrible", "She says horrible. What would you ask?")
        for hidden in ("what did he do", "shrug", "threw a cup", "has it happened", "given back", "camera"):
            assert not shows(pilot, hidden)


async def test_forward_reveals_one_thing_after_the_other_and_back_hides_it() -> None:
    in_order = [
        "Horrible: what did he do?",
        "echo",
        "Their own words, given back",
        "A cup, and where Ash stood.",
        "Why was he horrible?",
        "Is he always like that?",
        "He threw a cup at the wall and Ash hid on the stairs",
        "Has it happened?",
        "The wall was hit and nobody was.",
        "Said; later: Harm",
    ]
    async with before_a_room() as pilot:
        await press(pilot, "n")
        for text in in_order:
            before = seen(pilot)
            assert not shows(pilot, text)
            await press(pilot, "space")
            assert shows(pilot, text)
            after = seen(pilot)
            await press(pilot, "left")
            assert seen(pilot) == before
            await press(pilot, "right")
            assert seen(pilot) == after


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("1", "Horrible: what did he do?"), ("2", "echo"), ("3", "Their own words, given back"),
        ("4", "A cup, and where Ash stood."), ("5", "Why was he horrible?"), ("6", "threw a cup"),
        ("7", "Does it make things harder?"), ("8", "The wall was hit"), ("9", "Said; later: Harm"),
    ],
)  # fmt: skip
async def test_each_layer_is_shown_and_hidden_by_a_key_of_its_own(key: str, text: str) -> None:
    async with before_a_room() as pilot:
        await press(pilot, "n")
        before = seen(pilot)
        await press(pilot, key)
        assert shows(pilot, text)
        await press(pilot, key)
        assert seen(pilot) == before


async def test_the_sheet_beside_holds_the_answer_only_once_its_place_is_shown() -> None:
    async with before_a_room(real("map", "aoife")) as pilot:
        await press(pilot, "n", "1", "7")
        assert shows(pilot, "What has already happened")
        assert not shows(pilot, "he came to school at 10.40")

        await press(pilot, "9")
        assert shows(pilot, "he came to school at 10.40")


async def test_a_moment_is_jumped_to_by_its_number_or_its_letter() -> None:
    async with before_a_room() as pilot:
        await press(pilot, "j", "3", "enter")
        assert shows(pilot, "Harm, or does it make things harder?", "Third night without sleep")

        await press(pilot, "j", "h", "enter")
        assert shows(pilot, "She says horrible. What would you ask?")

        await press(pilot, "j", "0", "enter")
        assert shows(pilot, "A cup on the stairs")


async def test_a_digit_means_the_moments_own_number_in_a_cut_too() -> None:
    async with before_a_room(cut=6) as pilot:
        await press(pilot, "j", "3", "enter")

        assert shows(pilot, "Two sentences", "6 minutes")


@pytest.mark.parametrize("key", ["b", "full_stop"])
async def test_the_screen_turns_black_at_one_key_and_comes_back_as_it_was(key: str) -> None:
    async with before_a_room() as pilot:
        await press(pilot, "n", "space")
        before = seen(pilot)
        await press(pilot, key)
        assert seen(pilot) == ""
        await press(pilot, key)
        assert seen(pilot) == before


@pytest.mark.parametrize("size", SIZES)
async def test_everybody_is_invented_on_every_page_and_no_note_is_on_any(size: tuple[int, int]) -> None:
    run = real("three-houses", "rosa")
    notes = [part for beat in beats_of(run) for part in (beat.notes, beat.note, beat.listen_for) if part]
    async with before_a_room(run, size=size) as pilot:
        screen = cast("PresentScreen", pilot.app.screen)
        for at in range(0, len(screen.view.stops), 4):
            screen.move(screen.view.to(at))
            await press(pilot, *["space"] * (2 if screen.view.stop.beat else 0))

            assert "Everybody here is invented." in frame(pilot)[0]
            assert all(len(line) <= size[0] for line in frame(pilot))
            assert not [one for one in notes if shows(pilot, one)]


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_revealed_last_can_be_read_whole_at_any_size(size: tuple[int, int]) -> None:
    async with before_a_room(size=size) as pilot:
        await press(pilot, "n")
        for text in ("what did he do", "echo", "where they go on", "where Ash stood", "a reason", "Yes"):
            await press(pilot, "space")
            assert shows(pilot, text.replace("where they go on", "where to go on"))


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast", "ansi"])
async def test_it_can_be_read_in_every_theme(theme: str) -> None:
    async with before_a_room(theme=theme) as pilot:
        await press(pilot, "n", "1", "5")
        assert shows(pilot, "Horrible: what did he do?", "Why was he horrible?")


async def test_a_line_is_about_twelve_words_on_the_widest_projector() -> None:
    async with before_a_room(real("three-houses", "rosa"), size=(200, 50)) as pilot:
        await press(pilot, "n")
        for line in frame(pilot)[1:-1]:
            assert len(re.findall(r"\w+", line)) <= 15


async def test_a_talk_that_does_not_fit_says_where_and_shows_what_is_before() -> None:
    run = played(SAYS.replace("at: sorted", "at: soted"))
    async with before_a_room(run, trouble="small.talk.yaml:31: it does not fit.") as pilot:
        assert shows(pilot, "small.talk.yaml:31: it does not fit.")
        await press(pilot, "n")
        assert shows(pilot, "She says horrible. What would you ask?")


async def test_words_are_shown_as_they_are_and_do_nothing() -> None:
    says = SAYS.replace("He was horrible", r"[bold]\x1b[2J{{ 7*7 }}[/] %s").replace(
        'echo: "horrible"', 'echo: "bold"'
    )
    async with before_a_room(played(says)) as pilot:
        await press(pilot, "n")

        assert "[bold][2J{{ 7*7 }}[/] %s" in seen(pilot)


# Live


async def test_the_room_answers_live_and_nothing_of_it_is_kept() -> None:
    run = played()
    before = len(run.store.sessions()), len(run.store.rows(run.last.session))
    async with before_a_room(run) as pilot:
        await press(pilot, "n", "1")
        page = seen(pilot)
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, LiveScreen)
        assert "Nothing here is kept." in frame(pilot)[0]
        assert "Saved" not in seen(pilot)

        await press(pilot, *"He slammed it", "enter")
        assert shows(pilot, "He slammed it")

        await press(pilot, "ctrl+x")
        assert seen(pilot) == page
        assert (len(run.store.sessions()), len(run.store.rows(run.last.session))) == before


async def test_the_rooms_own_question_can_be_read_and_is_kept_with_its_answer() -> None:
    async with before_a_room() as pilot:
        await press(pilot, "n", "l", "f2")
        await press(pilot, *"What then?", "enter")
        assert shows(pilot, "What then?")

        await press(pilot, *"He ran", "enter")
        live = cast("LiveScreen", pilot.app.screen)
        told = [one.text for one in live.talking.session.transcript()]
        assert told[-2:] == ["What then?", "He ran"]


async def test_left_again_it_begins_again_where_the_talk_stands() -> None:
    async with before_a_room() as pilot:
        await press(pilot, "n", "l", *"He slammed it", "enter", "ctrl+x", "l")

        assert not shows(pilot, "He slammed it")


async def test_what_is_answered_live_is_kept_only_when_that_was_asked_for_and_is_marked_as_invented() -> None:
    store = Memory()
    async with before_a_room(store=store) as pilot:
        await press(pilot, "n", "l")
        assert shows(pilot, "Invented, answered live, and kept.")
        await press(pilot, "ctrl+x")
        assert store.sessions() == []

        await press(pilot, "l", *"He slammed it", "enter", "ctrl+x")
        (kept,) = store.sessions()
        assert shows(pilot, f"Kept, marked as invented: guide resume {kept.session} opens it.")
        assert '"invented":true' in store.rows(kept.session)[0].payload.replace(" ", "")


async def test_the_end_of_a_live_conversation_leads_back_to_the_talk() -> None:
    async with before_a_room() as pilot:
        await press(pilot, "j", "4", "enter", "l")
        live = cast("LiveScreen", pilot.app.screen)
        await live.say({"finish": True})
        await press(pilot, "enter")

        assert isinstance(pilot.app.screen, PresentScreen)


async def test_every_key_that_works_anywhere_works_before_a_room() -> None:
    async with before_a_room() as pilot:
        await press(pilot, "n")
        before = seen(pilot)
        for key in ("f8", "b"):
            await press(pilot, key)
            assert not shows(pilot, "horrible")
            await press(pilot, key)
            assert seen(pilot) == before
        await press(pilot, "f10")
        assert shows(pilot, "Show or hide the weaker questions")
        await press(pilot, "escape")
        assert seen(pilot) == before


async def test_a_cut_shows_the_last_answers_of_what_it_leaves_out_with_their_questions() -> None:
    more = "".join(f'- {{at: events, by: Dee, say: "More {n}"}}\n' for n in range(9))
    run = played(SAYS.replace('- beat: "The number"', more + '- beat: "The number"'))
    async with before_a_room(run, cut=12) as pilot:
        await press(pilot, "n")
        pilot.app.screen.move(pilot.app.screen.view.to(3))  # type: ignore[attr-defined]
        await pilot.pause()

        assert shows(pilot, "1.1–1.10", "after 7 answers that are left out here", "What else? Dee “More 8”")
        assert not shows(pilot, "More 5")


def test_the_way_back_shares_no_key_with_a_conversation() -> None:
    taken = {key for one in CONVERSATION.values() for key in one.keys.split(",")}

    assert not taken & set(LIVE["come_back"].keys.split(","))
    assert "papers" not in LIVE


def test_a_clicker_for_slides_works() -> None:
    assert "pagedown" in PRESENT["forward"].keys
    assert "pageup" in PRESENT["backward"].keys
    assert "full_stop" in PRESENT["black"].keys


# The notes


async def test_the_notes_hold_what_the_room_does_not_see() -> None:
    async with before_a_room(notes=True) as pilot:
        await press(pilot, "n")

        assert shows(pilot, "1 Horrible", "Wait for the room.", "A verb.", "A cup, and where Ash stood.")
        assert shows(pilot, "the room's screen is not there")


async def test_the_notes_follow_the_room_and_say_what_it_sees(tmp_path: Path) -> None:
    run = played()
    room = RoomFile(Paths(home=tmp_path, flows=Path()))
    async with before_a_room(run, notes=True, home=tmp_path) as pilot:
        screen = cast("NotesScreen", pilot.app.screen)
        room.tell(Shown(str(run.talk.file.absolute()), 6, "3", ("question",)))
        screen.follow()
        await pilot.pause()

        assert shows(pilot, "3 Two sentences", "follows the room's screen")
        assert "● 1  One possible question" in seen(pilot)
        assert "○ 7" in seen(pilot)
        assert screen.cut == 6


async def test_the_notes_go_on_by_hand_until_the_room_moves_again(tmp_path: Path) -> None:
    run = played()
    room = RoomFile(Paths(home=tmp_path, flows=Path()))
    talk = str(run.talk.file.absolute())
    async with before_a_room(run, notes=True, home=tmp_path) as pilot:
        screen = cast("NotesScreen", pilot.app.screen)
        room.tell(Shown(talk, 0, "1", ()))
        screen.follow()
        await press(pilot, "n")
        room.tell_again()
        screen.follow()
        assert screen.view.stop.number == "2"

        room.tell(Shown(talk, 0, "1", ("question",)))
        screen.follow()
        assert screen.view.stop.number == "1"


async def test_the_notes_say_when_the_room_answers_live_and_when_it_is_gone(tmp_path: Path) -> None:
    run = played()
    room = RoomFile(Paths(home=tmp_path, flows=Path()))
    async with before_a_room(run, notes=True, home=tmp_path) as pilot:
        screen = cast("NotesScreen", pilot.app.screen)
        room.tell(Shown(str(run.talk.file.absolute()), 0, "1", (), is_live=True))
        screen.follow()
        await pilot.pause()
        assert shows(pilot, "the room answers live")

        room.forget()
        screen.follow()
        await pilot.pause()
        assert shows(pilot, "the room's screen is not there: use the keys")


async def test_the_notes_do_not_follow_another_talk(tmp_path: Path) -> None:
    room = RoomFile(Paths(home=tmp_path, flows=Path()))
    async with before_a_room(notes=True, home=tmp_path) as pilot:
        screen = cast("NotesScreen", pilot.app.screen)
        room.tell(Shown("/elsewhere/other.talk.yaml", 0, "1", ()))
        screen.follow()

        assert screen.view.at == 0


async def test_the_room_tells_the_notes_where_it_is_and_in_nobodys_words(tmp_path: Path) -> None:
    notes = RoomFile(Paths(home=tmp_path, flows=Path()))
    notes.look()
    async with before_a_room(home=tmp_path) as pilot:
        await press(pilot, "n", "1", "5")
        shown = notes.look()

        assert shown is not None
        assert (shown.number, shown.layers) == ("1", ("question", "instead.1", "instead.2"))
        assert notes.is_there
        text = notes.file.read_text(encoding="utf-8")
        assert "horrible" not in text.casefold().replace(str(a_talk().file), "")


def test_what_is_left_of_a_screen_that_is_gone_counts_for_nothing(tmp_path: Path) -> None:
    RoomFile(Paths(home=tmp_path, flows=Path())).tell(Shown("t", 0, "1", ()))
    notes = RoomFile(Paths(home=tmp_path, flows=Path()))

    assert [notes.look() for _ in range(3)] == [None, None, None]
    assert not notes.is_there


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cut": "6"}', '{"cut": 6, "layers": 3}', "\x00"])
def test_a_file_of_somebody_else_is_no_news(tmp_path: Path, text: str) -> None:
    notes = RoomFile(Paths(home=tmp_path, flows=Path()))
    notes.look()
    notes.file.write_text(text, encoding="utf-8")

    assert notes.look() is None


def test_where_nothing_can_be_written_the_room_goes_on(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    room = RoomFile(Paths(home=tmp_path / "home", flows=Path()))

    room.tell(Shown("t", 0, "1", ()))
    room.forget()

    assert room.look() is None
