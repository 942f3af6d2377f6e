"""What left a session is noted, and is stale once something was said that could stand on it."""

from pathlib import Path

import pytest

from guide.clock import StillClock
from guide.documents.clearing import may_clear
from guide.documents.leaving import Order, left_before, note, picture_of, write
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
