"""A paper that left is compared with what would stand on it now; its reader never meets what is held back."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from guide.documents.handed_out import HandedOut
from guide.documents.leaving import Order, note, write
from guide.documents.since import Changes
from guide.engine.play import play
from guide.engine.session import Session
from guide.flow.library import load_flow
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory
from guide.paths import paths

MUSIC = "Fish finger night"
"""What Rosa lets Mum see, together with her."""


class HandClock:
    """A clock that stands where it was put."""

    at = "2026-11-21T10:00:00Z"

    def now(self) -> str:
        return self.at


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def session(clock: HandClock) -> Session:
    return played("three-houses", "rosa", clock)


def played(flow: str, name: str, clock: HandClock) -> Session:
    where = paths()
    where.ready()
    talk = read_talk(where.flows / flow / f"{name}.talk.yaml")
    begun = Session.start(Memory(), load_flow(flow, where), clock, form=talk.form)
    for _ in play(begun, talk.people, talk.lines):
        pass
    return begun


def leave(  # noqa: PLR0913 - each is one thing a paper is ordered by
    session: Session,
    to: Path,
    *,
    viewer: str = "file",
    paper: str = "houses",
    form: str = "html",
    aliases: tuple[tuple[str, str], ...] = (),
    told: list[str] | None = None,
) -> str:
    handed = HandedOut(session)
    order = Order(
        (form,), to, viewer=viewer, paper="" if form == "csv" else paper, found="no", aliases=aliases,
        today="2026-11-22", in_place_of=handed.in_place_of(viewer, other_names=bool(aliases)),
    )  # fmt: skip
    written = write(handed.now, order, (told if told is not None else []).append)
    note(session, order, written)
    return written[0].read_text(encoding="utf-8") if form != "docx" else str(written[0])


def entry(session: Session, text: str) -> str:
    return next(one.id for one in session.record.entries.values() if one.text == text)


def person(session: Session, name: str) -> str:
    return next(one.id for one in session.record.people.values() if one.name == name)


def take_back(session: Session, text: str, viewer: str) -> None:
    """Let Rosa say that somebody may not see something after all."""
    reviews = [one for one in session.record.answers.values() if one.kind == "review"]
    session.hear({"correct": reviews[1].id, "share": {entry(session, text): {viewer: "no"}}})


def newest(session: Session) -> Changes:
    return HandedOut(session).newest()[0].changes


# What differs


def test_a_paper_just_made_says_what_is_known(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path)

    assert not newest(session)


def test_every_kind_of_change_is_told_apart(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path)
    drumming, box = entry(session, "Drumming. I do it on the bucket"), "The phone lives in a box at tea"
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
    session.hear({"correct": drumming, "say": "Drumming on the big bucket"})
    session.hear({"move": {entry(session, box): "houses.good"}})
    session.hear({"remove": entry(session, "When the phone goes and Mum goes outside")})

    told = newest(session)

    assert told.new == ("The bus driver waves",)
    assert told.changed == (("Drumming. I do it on the bucket", "Drumming on the big bucket"),)
    assert told.elsewhere == (box,)
    assert told.gone == ("When the phone goes and Mum goes outside",)
    assert told.told(HandedOut(session).voice) == (
        "1 sentence is new, 1 has changed, 1 stands in another place and 1 was taken off"
    )


def test_what_is_taken_back_again_leaves_the_paper_as_it_was(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path)
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
    session.hear({"back": True})

    assert not newest(session)


@pytest.mark.parametrize(("paper", "form"), [("record", "html"), ("record", "json"), ("entries", "csv")])
def test_the_record_and_the_tables_are_compared_too(
    paper: str, form: str, session: Session, tmp_path: Path
) -> None:
    leave(session, tmp_path, paper=paper, form=form)
    fresh = newest(session)
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})

    assert not fresh
    assert newest(session).new == ("The bus driver waves",)


def test_a_sentence_put_in_first_makes_no_other_sentence_of_a_story_another_one(
    clock: HandClock, tmp_path: Path
) -> None:
    session = played("words-and-pictures", "fenna", clock)
    leave(session, tmp_path, paper="story")
    panel = next(iter(session.record.panels.values()))
    first, *rest = panel.text
    changed = {"text": ["Hello.", first + " Yes.", *rest], "picture": panel.picture}
    session.hear({"correct": panel.id, "panel": changed})

    told = newest(session)

    assert len(told.new) + len(told.changed) == 2
    assert not told.gone


def test_somebody_who_is_called_otherwise_now_is_the_same_reader(session: Session, tmp_path: Path) -> None:
    mum = person(session, "Mum")
    leave(session, tmp_path, viewer="Mum")
    session.hear({"people": [{"id": mum, "name": "Katy"}]})

    left = HandedOut(session).newest()

    assert len(left) == 1
    assert left[0].holders == ("Mum",)


def test_another_person_of_the_same_name_is_another_reader(session: Session, tmp_path: Path) -> None:
    mum = person(session, "Mum")
    leave(session, tmp_path, viewer="Mum")
    session.hear({"people": [{"id": mum, "name": "Katy"}]})
    session.hear({"people": [{"name": "Mum", "as": "carer"}]})
    take_back(session, MUSIC, mum)

    handed = HandedOut(session)
    (out,) = handed.still_out()

    assert out.left.viewer == mum
    assert handed.called(out.left).startswith("houses.html for Katy")
    assert out.holders == ("Mum",)


# What the new paper says


def test_a_new_paper_says_which_one_it_comes_in_place_of(
    session: Session, clock: HandClock, tmp_path: Path
) -> None:
    first = leave(session, tmp_path)
    clock.at = "2026-11-22T09:30:00Z"
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
    told: list[str] = []
    second = leave(session, tmp_path, told=told)
    line = "In place of the one of 21 November 2026, 10:00: 1 sentence is new."

    assert "In place of" not in first
    assert line in second
    assert told == [f"houses.html: {line}"]


def test_a_paper_made_again_or_in_another_format_comes_in_place_of_the_same_one(
    session: Session, tmp_path: Path
) -> None:
    leave(session, tmp_path)
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
    second = leave(session, tmp_path)

    assert leave(session, tmp_path) == second
    assert "In place of the one of 21 November 2026, 10:00: 1 sentence is new." in leave(
        session, tmp_path, form="md"
    )


def test_another_reader_is_told_of_no_paper_they_never_had(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path)
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})

    assert "In place of" not in leave(session, tmp_path, viewer="Mum")


def test_a_paper_in_other_names_comes_in_place_of_none_with_the_real_ones(
    session: Session, tmp_path: Path
) -> None:
    leave(session, tmp_path)
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
    named = leave(session, tmp_path, aliases=(("Rosa", "Ida"),))

    assert "In place of" not in named
    assert [one.left.other_names for one in HandedOut(session).newest()] == [True, False]


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_a_readers_paper_does_not_point_at_what_was_taken_back(
    form: str, session: Session, tmp_path: Path
) -> None:
    leave(session, tmp_path, viewer="Mum", form=form)
    take_back(session, MUSIC, person(session, "Mum"))
    page = leave(session, tmp_path, viewer="Mum", form=form)
    if form == "docx":
        with ZipFile(io.BytesIO(Path(page).read_bytes())) as parts:
            page = parts.read("word/document.xml").decode()

    assert "In place of the one of 21 November 2026, 10:00." in page
    assert MUSIC not in page
    assert "held back" not in page


def test_a_docx_changed_by_hand_is_kept_and_said_with_what_is_different(
    session: Session, tmp_path: Path
) -> None:
    mine = Path(leave(session, tmp_path, form="docx"))
    mine.write_bytes(mine.read_bytes() + b" ")
    by_hand = mine.read_bytes()
    session.hear({"add": {"area": "houses.good", "say": "The bus driver waves"}})
    told: list[str] = []
    new = leave(session, tmp_path, form="docx", told=told)

    assert mine.read_bytes() == by_hand
    assert Path(new).name == "houses-2.docx"
    kept = "houses.docx was changed by hand and stays as it is; the new one is houses-2.docx."
    assert told == [f"{kept} In place of the one of 21 November 2026, 10:00: 1 sentence is new."]


# Who has words that are held back now


def test_the_worker_is_told_who_has_what_is_held_back_now(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path, viewer="Mum")
    before = HandedOut(session).still_out()
    take_back(session, MUSIC, person(session, "Mum"))

    handed = HandedOut(session)
    (out,) = handed.still_out()
    warning = handed.warning(out)

    assert before == []
    assert (out.out, out.holders) == ((MUSIC,), ("Mum",))
    assert warning.startswith(
        "Mum may have “houses” of 21 November 2026, 10:00, and 1 sentence on it is held"
    )
    assert "could asking put somebody in danger?" in warning
    assert MUSIC not in warning


def test_making_it_again_takes_the_first_one_out_of_nobodys_hands(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path, viewer="Mum")
    take_back(session, MUSIC, person(session, "Mum"))
    leave(session, tmp_path, viewer="Mum")

    handed = HandedOut(session)

    assert not handed.newest()[0].changes
    assert len(handed.still_out()) == 1


def test_one_paper_in_two_formats_is_told_of_once(session: Session, tmp_path: Path) -> None:
    for form in ("html", "md"):
        leave(session, tmp_path, viewer="Mum", form=form)
    take_back(session, MUSIC, person(session, "Mum"))

    assert len(HandedOut(session).still_out()) == 1


def test_what_the_file_holds_is_out_to_nobody(session: Session, tmp_path: Path) -> None:
    leave(session, tmp_path)
    take_back(session, MUSIC, person(session, "Mum"))

    assert HandedOut(session).still_out() == []
