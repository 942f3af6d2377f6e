"""Talks are found by path, by flow and name, or by name alone where it is the only one."""

from pathlib import Path

import pytest

from guide.errors import WrongUse
from guide.flow.find_talk import find_talk, flow_of, talk_files
from guide.flow.talk_file import read_talk
from guide.paths import Paths
from tests.flow.conftest import EXAMPLE


def here(tmp_path: Path) -> Paths:
    for flow, talks in {"tea": ["ada", "both"], "walk": ["both"]}.items():
        folder = tmp_path / "flows" / flow
        folder.mkdir(parents=True)
        (folder / "flow.yaml").write_text("flow: x\n", encoding="utf-8")
        for name in talks:
            (folder / f"{name}.talk.yaml").write_text("talk: x\n", encoding="utf-8")
    return Paths(home=tmp_path / "home", flows=tmp_path / "flows")


def test_every_talk_has_the_name_of_its_flow_and_its_own(tmp_path: Path) -> None:
    assert list(talk_files(here(tmp_path))) == ["tea/ada", "tea/both", "walk/both"]


def test_a_talk_is_found_by_each_of_its_names(tmp_path: Path) -> None:
    paths = here(tmp_path)
    file = paths.flows / "tea" / "ada.talk.yaml"

    assert find_talk("ada", paths) == find_talk("tea/ada", paths) == find_talk(str(file), paths) == file


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("both", "Several talks are called “both”: say which, tea/both or walk/both."),
        ("adda", "There is no talk “adda”. Did you mean “tea/ada”?"),
        ("zzz", "There is no talk “zzz”. guide present lists them all."),
        ("\x1b[2J", "There is no talk “?[2J”. guide present lists them all."),
        ("a\x00b", "There is no talk “a?b”."),
    ],
)
def test_a_name_that_is_none_is_refused_in_one_sentence(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(WrongUse) as refused:
        find_talk(name, here(tmp_path))

    assert str(refused.value).startswith(says)


def test_the_flow_of_a_talk_is_the_one_it_stands_beside() -> None:
    assert flow_of(read_talk(EXAMPLE / "mill-lane" / "ash.talk.yaml")) == str(EXAMPLE / "mill-lane")
