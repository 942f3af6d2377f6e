"""`guide cards`: a deck or a handout into a folder, and one sentence for what cannot be done."""

from pathlib import Path

import pytest

from tests.cli.running import WITH_NOBODYS_RIGHTS, guide


def test_a_deck_is_written_and_how_to_print_it_is_said(prepared: Path, tmp_path: Path) -> None:
    ran = guide(
        prepared, "cards", "three-houses", "--form", "first", "--to", tmp_path / "out", "--format", "html,md"
    )

    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "out" / "cards.html").is_file()
    assert (tmp_path / "out" / "cards.md").is_file()
    assert "turned over on the long edge" in ran.out


def test_cards_changed_by_hand_are_kept(prepared: Path, tmp_path: Path) -> None:
    (tmp_path / "cards.md").write_text("mine", encoding="utf-8")

    assert guide(prepared, "cards", "map", "--to", tmp_path, "--format", "md").code == 0
    assert (tmp_path / "cards.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "cards-2.md").is_file()


def test_a_handout_is_written_with_a_talks_situation(prepared: Path, tmp_path: Path) -> None:
    ran = guide(prepared, "cards", "appreciative-inquiry", "--handout", "--talk", "kwame", "--to", tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert "You are Kwame." in (tmp_path / "handout.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says", "code"),
    [
        (["three-huoses"], 'Did you mean "three-houses"?', 2),
        (["map", "--form", "shorter"], "no form called", 2),
        (["map", "--band", "old"], "no wording called “old”", 2),
        (["map", "--format", "pdf"], "open the html and print it", 2),
        (["map", "--format", "x"], "no format called “x”", 2),
        (["map", "--handout", "--format", "json"], "The handout is not written as json", 2),
        (["map", "--talk", "nico"], "--talk goes with --handout", 2),
        (["map", "--handout", "--talk", "kwame"], "a talk of appreciative-inquiry", 2),
        (["map", "--handout", "--talk", "nobody-at-all"], "There is no talk", 2),
        (["map", "--to", "{closed}"], "could not be written", 1),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    prepared: Path, tmp_path: Path, arguments: list[str], says: str, code: int
) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    to = [] if "--to" in arguments else ["--to", str(tmp_path / "out")]

    ran = guide(
        prepared,
        "cards",
        *(one.format(closed=tmp_path / "closed") for one in [*arguments, *to]),
        how=WITH_NOBODYS_RIGHTS,
    )

    assert ran.code == code
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "out").exists()
