"""Papers: made where nobody waits for them, and with a child's words only after one question."""

import threading
import webbrowser
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from guide.documents import leaving
from guide.documents.clearing import waiting_for_clearing
from guide.documents.leaving import Order
from guide.errors import GuideError
from guide.log.events import Cleared, Exported
from guide.ui.screens.conversation import ConversationScreen
from guide.ui.screens.papers import PapersScreen
from guide.ui.talking import Talking
from guide.ui.widgets.notice import Notice
from guide.ui.widgets.papers.paper_list import PaperList
from tests.ui.stage import Painted, Table, begun, kind, on_screen, played, seen, words_of


def finished(flow: str = "three-houses", talk: str = "rosa") -> Table:
    return played(flow, talk, kind("end"))


async def opened(pilot: Pilot[int], table: Table, to: Path | None = None) -> PapersScreen:
    screen = PapersScreen(Talking(table.session))
    await pilot.app.push_screen(screen)
    await pilot.pause()
    if to is not None:
        screen.ordering.folder = to
        screen.wish()
    return screen


async def done(pilot: Pilot[int]) -> None:
    """Wait until what is being made is made, and was told."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def told(screen: PapersScreen) -> str:
    notice = screen.query_one(Notice)
    return str(notice.query_one("Static").render()) if notice.display else ""


def pick(screen: PapersScreen, paper: str) -> None:
    rows = [one.paper for one in screen.papers.rows]
    screen.papers.at = rows.index(paper)
    screen.papers.redraw()


async def choose(pilot: Pilot[int], label: str) -> None:
    choices: Any = pilot.app.screen.query_one("Choices")
    at = [*choices.options.values()].index(label)
    await pilot.press(*["down"] * (at + 1), "enter")
    await pilot.pause()


async def fill(pilot: Pilot[int], words: str) -> None:
    box: Any = pilot.app.screen.query_one("AnswerBox")
    box.load_text(words)
    await pilot.press("enter")
    await pilot.pause()


def person(table: Table, name: str) -> str:
    return next(one.id for one in table.session.record.people.values() if one.name == name)


def exported(table: Table) -> list[tuple[str, ...]]:
    return [
        (one.what.paper, one.what.format, one.what.viewer, one.what.found)
        for one in table.session.record.events
        if isinstance(one.what, Exported)
    ]


def files(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


# What can be made


async def test_each_paper_is_ready_or_says_why_it_waits() -> None:
    table = begun("three-houses")

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        rows = {one.paper: one for one in screen.papers.rows}
        painted = Painted.of(pilot)

    assert not rows["houses"].ready
    assert painted.says(rows["houses"].why)
    assert painted.says("waits")


async def test_a_paper_that_waits_is_not_made(tmp_path: Path) -> None:
    table = begun("three-houses")

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await pilot.press("down", "enter")
        await done(pilot)

        assert told(screen) == screen.papers.rows[0].why
    assert files(tmp_path) == set()


async def test_a_paper_is_written_said_where_and_noted(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        pick(screen, "houses")
        await pilot.press("enter")
        await done(pilot)
        sentence, painted = told(screen), Painted.of(pilot)

    assert str(tmp_path / "houses.html") in sentence
    assert "Fish finger night" in (tmp_path / "houses.html").read_text()
    assert exported(table) == [("houses", "html", "file", "")]
    assert painted.says("made for the file as html, 21 November 2026")


async def test_everything_that_is_ready_is_made_at_once(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        pick(screen, "")
        await pilot.press("enter")
        await done(pilot)

    assert files(tmp_path) >= {"houses.html", "map.html", "record.html"}


@pytest.mark.parametrize(("as_what", "file"), [("json", "record.json"), ("csv", "entries.csv")])
async def test_what_is_for_programs_is_one_file(as_what: str, file: str, tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        screen.wish(form=as_what)
        await pilot.press("down", "enter")
        await done(pilot)
        rows = len(screen.papers.rows)

    assert (tmp_path / file).is_file()
    assert rows == 1


async def test_a_paper_is_stale_once_something_has_changed(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        pick(screen, "houses")
        await pilot.press("enter")
        await done(pilot)
        fresh = seen(pilot)
        screen.talking.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
        screen.look_again()
        await pilot.pause()

        assert "since then" not in words_of(fresh)
        assert "since then 1 sentence is new" in words_of(seen(pilot))


async def test_who_may_have_what_is_held_back_now_stands_above_the_papers(tmp_path: Path) -> None:
    table = finished()
    mum = person(table, "Mum")

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        screen.wish(viewer=mum)
        pick(screen, "houses")
        await pilot.press("enter")
        await pilot.pause()
        await choose(pilot, "No")
        await done(pilot)
        before = Painted.of(pilot)
        reviews = [one.id for one in table.session.record.answers.values() if one.kind == "review"]
        music = next(
            one.id for one in table.session.record.entries.values() if one.text == "Fish finger night"
        )
        screen.talking.hear({"correct": reviews[1], "share": {music: {mum: "no"}}})
        screen.look_again()
        await pilot.pause()
        after = Painted.of(pilot)

    assert not before.says("held back")
    assert after.says("Mum may have “houses” of 21 November 2026")
    assert after.says("could asking put somebody in danger?")
    assert after.says("since then 1 sentence is held back now")
    assert not after.says("Fish finger night")


# For somebody


async def test_a_childs_words_leave_only_after_the_question_is_answered_with_no(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        screen.wish(viewer=person(table, "Mum"))
        pick(screen, "houses")
        await pilot.press("enter")
        await pilot.pause()
        asked = Painted.of(pilot)
        await pilot.press("escape")
        await done(pilot)
        after_leaving = files(tmp_path)
        await pilot.press("enter")
        await pilot.pause()
        await choose(pilot, "Yes, or I am not sure")
        await done(pilot)
        after_yes, sentence = files(tmp_path), told(screen)
        await pilot.press("enter")
        await pilot.pause()
        await choose(pilot, "No")
        await done(pilot)

    assert asked.says("Could someone who might hurt or be angry find this paper?")
    assert after_leaving == after_yes == set()
    assert sentence.startswith("No paper was made")
    assert (tmp_path / "houses.html").is_file()
    assert exported(table) == [("houses", "html", person(table, "Mum"), "no")]


def test_without_the_answer_nothing_is_written_whoever_asks(tmp_path: Path) -> None:
    table = finished()
    order = Order(("html",), tmp_path, viewer=person(table, "Mum"), paper="houses", today="2026-11-21")

    with pytest.raises(GuideError, match="Could someone who might hurt"):
        leaving.write(leaving.picture_of(table.session), order)

    assert [*tmp_path.iterdir()] == []


async def test_only_what_was_cleared_is_on_it(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        screen.wish(viewer=person(table, "Mum"))
        pick(screen, "houses")
        await pilot.press("enter")
        await pilot.pause()
        await choose(pilot, "No")
        await done(pilot)

    page = (tmp_path / "houses.html").read_text()
    assert "Fish finger night" in page
    assert "its dark and Milo wont stop" not in page


async def test_a_paper_that_is_not_theirs_to_see_says_so_and_not_that_it_is_empty() -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        screen.wish(viewer=person(table, "Dev"))
        row = next(one for one in screen.papers.rows if not one.ready)

    assert row.why == "Nothing on it may be shown to Dev."


async def test_a_named_adult_clears_with_a_reason(tmp_path: Path) -> None:
    table = finished()
    mum = person(table, "Mum")

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        screen.wish(viewer=mum)
        waiting = screen.waiting[0]
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("down", "space", "enter")
        await pilot.pause()
        adults: Any = pilot.app.screen.query_one("Choices")
        offered = [*adults.options.values()]
        await choose(pilot, "Ann")
        await fill(pilot, "It hurts nobody [/x]")
        left = [one.id for one in screen.waiting]

    cleared = [one.what for one in table.session.record.events if isinstance(one.what, Cleared)][-1]
    assert "Rosa" not in offered
    assert (cleared.viewer, cleared.entries, cleared.by) == (mum, (waiting.id,), person(table, "Ann"))
    assert cleared.why == "It hurts nobody [/x]"
    assert waiting.id not in left


def test_nothing_is_offered_to_be_cleared_against_a_wish() -> None:
    table = finished()
    record = table.session.record
    picture = leaving.picture_of(table.session)

    for one in record.people.values():
        for waiting in waiting_for_clearing(picture, one.id):
            held = record.entries.get(waiting.id) or record.ratings[waiting.id]
            wish = held.share[one.id].wish if one.id in held.share else None
            assert wish in {None, "yes", "with-me"}
            if held.by == "p1":
                assert wish is not None, "a child's words wait for the child's own wish"


async def test_no_path_names_anybody() -> None:
    table = finished()
    names = {one.name.casefold() for one in table.session.record.people.values()}

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        places = set()
        for viewer in ("file", "family", "team", *table.session.record.people):
            screen.wish(viewer=viewer)
            places.add(screen.ordering.to)

    assert len(places) == 3 + len(table.session.record.people), "no reader's paper takes another's place"
    for place in places:
        tail = place.relative_to(Path.cwd()).as_posix().casefold()
        assert not any(name in tail for name in names)


# Where to


async def test_papers_are_not_put_where_guide_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        home = pilot.app.paths.home  # type: ignore[attr-defined]
        home.mkdir(exist_ok=True)
        monkeypatch.chdir(home)
        screen = await opened(pilot, table)

        assert not screen.ordering.to.is_relative_to(home)


async def test_another_folder_is_chosen(tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table)
        await pilot.press("t")
        await pilot.pause()
        await fill(pilot, f" {tmp_path}/to hand over ")
        pick(screen, "houses")
        await pilot.press("enter")
        await done(pilot)

    assert (tmp_path / "to hand over" / "houses.html").is_file()


@pytest.mark.parametrize("words", ["{file}", "~nobody-here/papers", "\0", "x" * 5000])
async def test_a_folder_that_is_none_is_refused_in_one_sentence(words: str, tmp_path: Path) -> None:
    table = finished()
    file = tmp_path / "a file"
    file.write_text("")

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        screen.put_into(words.replace("{file}", str(file)))
        sentence = told(screen)

        assert screen.ordering.to == tmp_path
    assert sentence.count(".") >= 1
    assert "\n" not in sentence


async def test_a_folder_that_takes_nothing_is_one_sentence_and_nothing_is_noted(tmp_path: Path) -> None:
    table = finished()
    (tmp_path / "in the way").write_text("")

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path / "in the way" / "papers")
        pick(screen, "houses")
        await pilot.press("enter")
        await done(pilot)
        sentence = told(screen)
        can_make = screen.can_make

    assert "in the way" in sentence
    assert "Traceback" not in sentence
    assert exported(table) == []
    assert can_make


# While it is made


async def test_nobody_waits_and_nobody_leaves_before_it_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, gate, threads = finished(), threading.Event(), []
    write = leaving.write

    def slowly(*given: Any) -> Any:
        threads.append(threading.current_thread())
        gate.wait()
        return write(*given)

    monkeypatch.setattr(leaving, "write", slowly)
    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        pick(screen, "houses")
        await pilot.press("enter", "enter", "escape")
        stayed, sentence = pilot.app.screen is screen, told(screen)
        gate.set()
        await done(pilot)
        await pilot.press("down", "escape")
        await pilot.pause()

        assert isinstance(pilot.app.screen, ConversationScreen)
    assert stayed
    assert "being made" in sentence
    assert threads != [threading.main_thread()]
    assert len(exported(table)) == 1


async def test_what_breaks_is_told_and_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = finished()

    def broken(*given: Any) -> Any:  # noqa: ARG001
        raise RuntimeError("Fish finger night")

    monkeypatch.setattr(leaving, "write", broken)
    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        pick(screen, "houses")
        await pilot.press("enter")
        while screen.is_making:
            await pilot.pause()
        sentence = told(screen)

    assert "broke" in sentence
    assert "Fish" not in sentence


# Opening


class Browser:
    def __init__(self, name: str) -> None:
        self.name = name
        self.pages: list[str] = []

    def open(self, page: str) -> bool:
        self.pages.append(page)
        return True


@pytest.mark.parametrize(("name", "opens"), [("firefox", True), ("/usr/bin/w3m", False)])
async def test_the_page_is_opened_where_a_browser_has_a_window_of_its_own(
    name: str,
    opens: bool,  # noqa: FBT001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table, browser = finished(), Browser(name)
    monkeypatch.setattr(webbrowser, "get", lambda: browser)

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await pilot.press("o")
        before = [*browser.pages]
        pick(screen, "houses")
        await pilot.press("enter")
        await done(pilot)
        await pilot.press("o")
        await done(pilot)
        sentence = told(screen)

    assert before == []
    assert browser.pages == ([(tmp_path / "houses.html").as_uri()] if opens else [])
    assert opens or str(tmp_path / "houses.html") in sentence


# Who may


async def test_a_window_that_only_follows_makes_nothing(tmp_path: Path) -> None:
    table = finished()
    table.session.readonly = True

    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await pilot.press("down", "enter", "c")
        await done(pilot)

        assert pilot.app.screen is screen
        assert "make" not in {one.id for one in screen.offered()}
    assert files(tmp_path) == set()


@pytest.mark.parametrize("text", ["[/x][b]", "{{ 7*7 }} {0}", "<script>", "مرحبا 👩‍👩‍👧", "y" * 10_000])
async def test_words_are_drawn_as_they_are(text: str, tmp_path: Path) -> None:
    table = finished("map", "aoife")
    table.session.hear({"add": {"area": "map.next", "say": text}})
    table.session.hear({"people": [{"name": text[:80], "as": "parent"}]})

    async with on_screen(table, size=(60, 20)) as pilot:
        screen = await opened(pilot, table, tmp_path)
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("escape")
        screen.wish(viewer=list(table.session.record.people)[-1])
        await pilot.press("c")
        await pilot.pause()
        choices: Any = pilot.app.screen.query_one("Choices")

        assert any(text in one for one in choices.options.values())
        drawn = "".join(str(choices.render()).split())
        assert "".join(text.split()) in drawn


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_the_picked_paper_is_always_on_the_screen(size: tuple[int, int], tmp_path: Path) -> None:
    table = finished()

    async with on_screen(table, size=size) as pilot:
        screen = await opened(pilot, table, tmp_path)
        for row in screen.papers.rows:
            await pilot.press("down")
            await pilot.pause()
            assert words_of(row.title) in words_of(seen(pilot))
        assert pilot.app.screen.query_one(PaperList).region.width <= size[0]


async def test_they_are_opened_from_home() -> None:
    table = finished()

    async with on_screen(store=table.store) as pilot:
        home: Any = pilot.app.screen
        await pilot.press("end", "f12")
        await pilot.pause()

        assert isinstance(pilot.app.screen, PapersScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is home


async def test_the_size_of_paper_and_the_pictures_a_page_are_a_wish(tmp_path: Path) -> None:
    table = finished("words-and-pictures", "danuta")
    async with on_screen(table) as pilot:
        screen = await opened(pilot, table, tmp_path)
        for label in ("A3", "four pictures of the story a page"):
            await pilot.press("p")
            await pilot.pause()
            await choose(pilot, label)
        assert "A3; four pictures of the story a page" in " ".join(seen(pilot).split())
        pick(screen, "story")
        await pilot.press("enter")
        await done(pilot)

        page = (tmp_path / "story.html").read_text(encoding="utf-8")
        assert 'id="many-4" checked' in page
        assert 'id="a3" checked' in page
