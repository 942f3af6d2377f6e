"""The handout for practising in threes: three parts, no script, and who answered speaks first."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.documents.handout import write_handout
from guide.documents.pages.handout import handout_page
from guide.documents.says import voice
from guide.flow.talk_file import read_talk
from tests.documents.office import bare, docx_words, pdf_words
from tests.engine.talking import CHECKOUT, compiled

FLOWS = CHECKOUT / "flows"
TALKS = sorted(FLOWS.glob("*/*.talk.yaml"))


def test_without_a_talk_there_are_two_situations_and_a_father_is_in_each() -> None:
    page = handout_page(compiled(FLOWS / "map"), voice("en"))

    assert [one.title for one in page.rounds] == ["First round", "Second round"]
    assert all("father" in " ".join((*one.asks, *one.answers)) for one in page.rounds)
    assert all("School" not in one.answers[0] for one in page.rounds)


def test_what_one_of_them_knows_is_not_told_to_the_other() -> None:
    for one in handout_page(compiled(FLOWS / "map"), voice("en")).rounds:
        assert one.asks != one.answers


def test_a_talks_situation_gives_its_people_and_none_of_its_words() -> None:
    talk = read_talk(FLOWS / "map" / "nico.talk.yaml")

    page = handout_page(compiled(FLOWS / "map"), voice("en"), talk=talk)

    (only,) = page.rounds
    assert only.asks[0].startswith("You are Hana. A whole map with a family.")
    assert only.answers[0].startswith("You are Tess. ")
    said = [line.keys["say"] for line in talk.lines if len(str(line.keys.get("say", ""))) > 20]
    assert not [words for words in said if words in str(page.rounds)]


def test_where_no_family_is_in_the_room_the_lead_asks_and_the_worker_answers() -> None:
    talk = read_talk(FLOWS / "appreciative-inquiry" / "kwame.talk.yaml")

    (only,) = handout_page(compiled(FLOWS / "appreciative-inquiry"), voice("en"), talk=talk).rounds

    assert only.asks[0].startswith("You are Marian.")
    assert only.answers[0].startswith("You are Kwame.")


def test_the_questions_to_try_are_each_of_another_kind() -> None:
    page = handout_page(compiled(FLOWS / "three-houses"), voice("en"))

    assert len(set(page.questions)) == len(page.questions) == 5
    assert {one.name for one in page.kinds} >= {"An exception", "Coping", "A number"}


@pytest.mark.parametrize("kind", ["html", "md"])
def test_it_says_that_everybody_is_invented_and_who_speaks_first(tmp_path: Path, kind: str) -> None:
    (file,) = write_handout(compiled(FLOWS / "map"), tmp_path, formats=(kind,))
    text = file.read_text(encoding="utf-8")

    assert file.name == f"handout.{kind}"
    assert (
        text.index("Who answered speaks first") < text.index("Then who asked") < text.index("out of the role")
    )
    assert "Everybody here is invented." in text
    assert "On Monday I will try this question" in text
    assert "There is no script." in text
    assert "session" not in text.lower()


@pytest.mark.parametrize("file", TALKS, ids=lambda one: one.name.partition(".")[0])
def test_every_talk_can_be_practised(file: Path) -> None:
    (only,) = handout_page(compiled(file.parent), voice("en"), talk=read_talk(file)).rounds

    assert only.asks[0].startswith("You are ")
    assert only.answers[0].startswith("You are ")
    assert only.asks[0].partition(".")[0] != only.answers[0].partition(".")[0]


@pytest.mark.parametrize("talk", ["", "nico"])
def test_as_a_document_and_as_pdf_it_is_the_same_two_pages(tmp_path: Path, talk: str) -> None:
    flow = compiled(FLOWS / "map")
    told = read_talk(FLOWS / "map" / f"{talk}.talk.yaml") if talk else None
    document, printed = write_handout(flow, tmp_path, formats=("docx", "pdf"), talk=told, today="2026-11-22")
    page = handout_page(flow, voice("en"), talk=told)

    assert len(PdfReader(printed).pages) == 2
    for words in (bare(docx_words(document.read_bytes())), bare(pdf_words(printed.read_bytes()))):
        asked = [text for one in page.rounds for text in (*one.asks, *one.answers)]
        expected = [*asked, *page.questions, *(one.does for one in page.kinds), "On Monday I will try"]
        assert [text for text in expected if bare(text) not in words] == []
