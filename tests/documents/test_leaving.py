"""What left a session is noted, and is stale once something was said that could stand on it."""

import json
import re
from pathlib import Path

import pytest

from guide.clock import StillClock
from guide.documents.clearing import may_clear
from guide.documents.leaving import Order, left_before, note, picture_of, write
from guide.documents.shelf import MEMORY, Reader, put
from guide.engine.play import play
from guide.engine.session import Session
from guide.errors import GuideError
from guide.flow.library import load_flow
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory
from guide.paths import Paths, paths


@pytest.fixture
def session() -> Session:
    where: Paths = paths()
    where.ready()
    talk = read_talk(where.flows / "three-houses/rosa.talk.yaml")
    begun = Session.start(Memory(), load_flow("three-houses", where), StillClock(), form=talk.form)
    for _ in play(begun, talk.people, talk.lines):
        pass
    return begun


def leave(session: Session, to: Path, *, viewer: str = "file", found: str = "") -> list[Path]:
    order = Order(("html",), to, viewer=viewer, paper="houses", found=found, today="2026-11-21")
    written = write(picture_of(session), order)
    note(session, order, written)
    return written


def test_what_left_is_known_once_for_each_reader(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path)
    leave(session, tmp_path)
    leave(session, tmp_path, viewer="Mum", found="no")

    left = [(one.paper, one.format, one.viewer, one.is_stale) for one in left_before(session.record.events)]

    assert left == [("houses", "html", "Mum", False), ("houses", "html", "file", False)]


def test_only_what_was_said_or_changed_makes_it_stale(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path)
    fresh = left_before(session.record.events)[0]
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
    stale = left_before(session.record.events)[0]
    leave(session, tmp_path)

    assert (fresh.is_stale, stale.is_stale) == (False, True)
    assert not left_before(session.record.events)[0].is_stale


def test_one_put_beside_a_changed_file_is_the_same_paper(session: Session, tmp_path: Path) -> None:
    (tmp_path / "houses.html").write_text("changed by hand")

    written = leave(session, tmp_path)

    assert [one.name for one in written] == ["houses-2.html"]
    assert left_before(session.record.events)[0].paper == "houses"


def test_a_session_that_only_follows_notes_nothing(session: Session, tmp_path: Path) -> None:
    session.readonly = True

    leave(session, tmp_path)

    assert left_before(session.record.events) == []


def test_what_was_refused_left_nothing(session: Session, tmp_path: Path) -> None:
    with pytest.raises(GuideError):
        leave(session, tmp_path, viewer="Mum")

    assert left_before(session.record.events) == []
    assert [*tmp_path.iterdir()] == [tmp_path / "home"]


def test_nobody_clears_who_is_a_child(session: Session) -> None:
    children = {one.id for one in session.record.people.values() if one.role == "child"}

    assert may_clear(picture_of(session))
    assert not may_clear(picture_of(session)).keys() & children


def test_papers_for_two_readers_never_take_each_others_place(session: Session, tmp_path: Path) -> None:
    for_file = leave(session, tmp_path)
    for_mum = leave(session, tmp_path, viewer="Mum", found="no")
    for_pop = leave(session, tmp_path, viewer="Pop", found="no")
    again = leave(session, tmp_path, viewer="Mum", found="no")

    assert for_file == [tmp_path / "houses.html"]
    assert for_mum == again
    assert len({one.parent for one in (*for_file, *for_mum, *for_pop)}) == 3
    assert "For the file" in for_file[0].read_text()
    assert "For the file" not in for_mum[0].read_text()


def test_a_folder_begun_for_somebody_is_not_filled_up_with_what_is_for_the_file(
    session: Session, tmp_path: Path
) -> None:
    for_mum = leave(session, tmp_path, viewer="Mum", found="no")
    for_file = leave(session, tmp_path)

    assert for_mum == [tmp_path / "houses.html"]
    assert for_file == [tmp_path / "file" / "houses.html"]
    assert "For the file" not in for_mum[0].read_text()


def test_the_same_person_id_of_another_conversation_is_another_reader(tmp_path: Path) -> None:
    mine, other = Reader("a p3", "person-3"), Reader("b p3", "person-3")
    texts = {"houses.html": "one"}

    places = [put(texts, tmp_path, one) for one in (mine, other, Reader("c p3", "person-3"), mine, other)]

    assert [one.relative_to(tmp_path).as_posix() for (one,) in places] == [
        "houses.html",
        "person-3/houses.html",
        "person-3-2/houses.html",
        "houses.html",
        "person-3/houses.html",
    ]


def test_what_is_remembered_beside_the_papers_names_nobody(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path, viewer="Mum", found="no")

    held = json.loads((tmp_path / MEMORY).read_text())

    assert all(re.fullmatch(r"[0-9a-f]{64}", one) for one in held.values())
    assert set(held) == {"houses.html", "for"}
