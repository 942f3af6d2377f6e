"""The trainer's crib: the numbers of the screen, everything a trainer reads, and that all is invented."""

import re
from pathlib import Path

import pytest

from guide.documents.crib import write_crib
from guide.engine.beats import beats_of
from guide.engine.run_through import RunThrough
from guide.engine.showing import stops_of
from guide.errors import WrongUse
from tests.documents.test_words_survive import text_of
from tests.engine.before_a_room import SAYS, played

TODAY = "2026-11-22"


def crib(folder: Path, kind: str, *, cut: int = 0, run: RunThrough | None = None, trouble: str = "") -> str:
    """Return a crib's text as it was written."""
    written = write_crib(run or played(), cut, folder, today=TODAY, trouble=trouble)
    return next(one for one in written if one.suffix == f".{kind}").read_text(encoding="utf-8")


@pytest.mark.parametrize("cut", [0, 6, 12])
def test_it_has_the_numbers_of_the_screen_in_every_cut(tmp_path: Path, cut: int) -> None:
    numbers = re.findall(r'<span class="number">([^<]+)</span>', crib(tmp_path, "html", cut=cut))

    assert numbers == [one.number for one in stops_of(played(), cut) if one.exchanges]


@pytest.mark.parametrize("kind", ["html", "md"])
def test_everything_a_trainer_reads_stands_on_it(tmp_path: Path, kind: str) -> None:
    text = " ".join(crib(tmp_path, kind).replace("\\", "").split())

    for beat in beats_of(played()):
        parts = [beat.name, beat.think, beat.question, beat.notes, beat.note, beat.opened, beat.argue]
        weaker = [part for one in beat.instead for part in (one.ask, one.brings, one.teach)]
        tests = [one.text for one in beat.tests]
        assert [one for one in (*parts, *weaker, *tests) if one and one not in text] == []
    assert "A label turned into something seen" in text
    assert "Step out if you like." in text


@pytest.mark.parametrize("kind", ["html", "md"])
def test_it_says_that_everybody_is_invented_and_on_paper_at_the_foot_of_every_page(
    tmp_path: Path, kind: str
) -> None:
    text = crib(tmp_path, kind)

    assert "Everybody here is invented." in text
    if kind == "html":
        foot = re.search(r'@page\{@bottom-left\{content:"([^"]*)"', text)
        assert foot is not None
        said = re.sub(r"\\([0-9a-f]{6})", lambda one: chr(int(one[1], 16)), foot[1])
        assert said.startswith("Everybody here is invented.")


def test_what_was_given_privately_is_not_on_it(tmp_path: Path) -> None:
    beat = crib(tmp_path, "md").split("## 4 In secret")[1].split("### 4.1")[0]

    assert "I ring my mum" not in beat


def test_people_and_authors_write_no_markup(tmp_path: Path) -> None:
    words = "<b onclick=x>[link](y)</b> {{ 7*7 }}"
    run = played(SAYS.replace("He was horrible", words).replace('echo: "horrible"', 'echo: "link"'))
    html, markdown = crib(tmp_path, "html", run=run), crib(tmp_path, "md", run=run)

    assert "<b onclick" not in html
    assert words in text_of(html)
    assert r"\[link\]" in markdown
    assert r"\<b" in markdown


def test_where_a_talk_does_not_fit_is_said_on_it(tmp_path: Path) -> None:
    assert "small.talk.yaml:9: no." in crib(tmp_path, "html", trouble="small.talk.yaml:9: no.")


def test_a_cut_folds_what_is_between_to_its_last_lines(tmp_path: Path) -> None:
    more = "".join(f'- {{at: events, by: Dee, say: "More {n}"}}\n' for n in range(9))
    says = SAYS.replace('- beat: "The number"', more + '- beat: "The number"')
    way = crib(tmp_path, "md", cut=12, run=played(says)).split("### 1.1–1.10")[1].split("##")[0]

    assert re.findall(r"More \d", way) == [f"More {n}" for n in range(4, 9)]
    assert "… and 5 lines before" in way


def test_each_crib_has_a_name_of_its_own(tmp_path: Path) -> None:
    names = [one.name for cut in (0, 6) for one in write_crib(played(), cut, tmp_path, today=TODAY)]

    assert names == ["crib-small.html", "crib-small.md", "crib-small-6.html", "crib-small-6.md"]


def test_a_cut_that_is_not_there_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no cut of 7 minutes"):
        write_crib(played(), 7, tmp_path, today=TODAY)

    assert list(tmp_path.iterdir()) == []
