"""`guide present`: which talks there are, line by line without a screen, as a crib, and what it refuses."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import FLOWS, Json, Ran, guide, sentence_of, sessions
from tests.engine.before_a_room import HEAD


def own_talk(folder: Path, text: str) -> Path:
    """Return a talk beside a copy of a flow."""
    flow = folder / "three-houses"
    flow.mkdir()
    for name in ("blocks", "sheets", "language"):
        shutil.copytree(FLOWS / name, folder / name)
    shutil.copy(FLOWS / "three-houses" / "flow.yaml", flow)
    path = flow / "own.talk.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def talk_of(ran: Ran, name: str) -> Json:
    return next(one for one in ran.json if one["talk"] == name)


ROSA = (FLOWS / "three-houses" / "rosa.talk.yaml").read_text(encoding="utf-8")


def test_without_a_name_it_lists_the_talks(prepared: Path) -> None:
    ran = guide(prepared, "present")

    assert ran.code == 0
    assert "three-houses/rosa" in ran.out
    assert ran.out.rstrip().endswith("guide present NAME")


def test_the_list_for_programs_holds_the_skill_the_minutes_and_the_moments(prepared: Path) -> None:
    rosa = talk_of(guide(prepared, "present", "--json"), "three-houses/rosa")

    assert rosa["flow"] == "three-houses"
    assert set(rosa) == {"talk", "flow", "title", "skill", "about", "minutes", "moments"}
    assert rosa["moments"][0] == "The bucket"


def test_of_one_talk_it_tells_the_moments_with_their_numbers(prepared: Path) -> None:
    told = guide(prepared, "present", "rosa", "--json").json

    assert (told["talk"], told["flow"], told["fits"]) == ("rosa", "three-houses", True)
    assert [one["number"] for one in told["moments"]] == list(range(1, len(told["moments"]) + 1))


def test_without_a_screen_it_goes_on_line_by_line_and_says_so(prepared: Path) -> None:
    ran = guide(prepared, "present", "three-houses/rosa", heard="n\n\n\nj stairs\nq\n")

    assert ran.code == 0
    assert "Enter goes on" in ran.err
    assert "[0]  Everybody here is invented." in ran.out
    assert "[1 · The bucket]  Everybody here is invented." in ran.out
    assert ran.out.count("Her first thing stands in the house.") == 1
    assert "One possible question: You said “on the bucket”. Tell me about that." in ran.out
    assert "[4 · The stairs gate]" in ran.out
    assert "Mark a few of her own words" not in ran.out


def test_what_comes_back_is_shown_whole_and_a_moment_that_is_none_is_told(prepared: Path) -> None:
    ran = guide(prepared, "present", "rosa", heard="n\n\nb\nj nowhere\n")

    assert ran.out.count("[1 · The bucket]") == 2
    assert "There is no moment nowhere." in ran.out


def test_it_ends_after_its_last_page_or_when_the_input_closes(prepared: Path) -> None:
    through = guide(prepared, "present", "rosa", heard="\n" * 400)

    assert through.code == guide(prepared, "present", "rosa").code == 0
    assert "Everybody you met here was invented." in through.out


def test_the_notes_can_be_read_line_by_line_too(prepared: Path) -> None:
    ran = guide(prepared, "present", "rosa", "--notes", heard="n\n")

    assert "To do and say: Mark a few of her own words and give them back. Then wait." in ran.out
    assert "○ 1  One possible question" in ran.out


def test_nothing_is_kept_of_showing_a_talk(prepared: Path) -> None:
    guide(prepared, "present", "rosa", heard="n\n\nq\n")

    assert sessions(prepared) == []
    assert not (prepared / "present.json").exists()


@pytest.mark.parametrize("kind", ["html", "md"])
def test_the_crib_has_the_numbers_of_the_screen_and_says_invented(
    prepared: Path, tmp_path: Path, kind: str
) -> None:
    ran = guide(prepared, "present", "rosa", "--crib", "--to", tmp_path / "out")
    text = (tmp_path / "out" / f"crib-rosa.{kind}").read_text(encoding="utf-8")

    assert ran.out.splitlines() == [str(tmp_path / "out" / f"crib-rosa.{one}") for one in ("html", "md")]
    for words in ("The bucket", "Mark a few of her own words", "Everybody here is invented."):
        assert words in text


def test_a_talk_that_does_not_fit_says_where_and_is_shown_up_to_there(prepared: Path, tmp_path: Path) -> None:
    path = own_talk(tmp_path, ROSA.replace("at: worries_carry_on", "at: worry_carry_on"))
    line = next(n for n, one in enumerate(path.read_text().splitlines(), 1) if "worry_carry_on" in one)
    ran = guide(prepared, "present", path, heard="n\n")

    assert ran.code == 0
    assert f"own.talk.yaml:{line}: " in ran.out
    assert "it is shown up to there." in ran.out
    assert "Her first thing stands in the house." in ran.out
    assert guide(prepared, "present", path, "--json").json["fits"] is False


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nobody",), 2, "There is no talk “nobody”"),
        (("rosa", "--cut", "7"), 2, "no cut of 7 minutes"),
        (("rosa", "--cut", "six"), 2, "A cut is a number of minutes"),
        (("rosa", "--cut", "0"), 2, "A cut is a number of minutes"),
        (("--notes",), 2, "No talk is shown to a room just now"),
        (("rosa", "--crib", "--notes"), 2, "--crib writes a paper"),
        (("rosa", "--record", "--notes"), 2, "--record goes with the room's screen"),
        (("rosa", "--crib", "--to", __file__), 1, "need a folder"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_sentence(
    prepared: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    ran = guide(prepared, "present", *arguments)

    assert ran.code == code
    assert says in sentence_of(ran)


def test_people_who_are_not_invented_are_shown_to_no_room(prepared: Path, tmp_path: Path) -> None:
    path = own_talk(tmp_path, ROSA.replace("invented: true\n", ""))
    ran = guide(prepared, "present", path)

    assert ran.code == 1
    assert "does not say that everybody in it is invented" in sentence_of(ran)


def test_a_talk_that_is_broken_or_of_no_flow_is_refused(prepared: Path, tmp_path: Path) -> None:
    broken, lost = tmp_path / "a.talk.yaml", tmp_path / "b.talk.yaml"
    broken.write_text("talk: a\nsays: 3\n", encoding="utf-8")
    lost.write_text(HEAD + "- {at: b, say: c}\n", encoding="utf-8")

    assert "a.talk.yaml:1" in guide(prepared, "present", broken).err
    assert 'There is no flow "tiny"' in guide(prepared, "present", lost).err
