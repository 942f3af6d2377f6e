"""Where things are, and that nothing is made before it is asked for."""

import os
import stat
import tomllib
from pathlib import Path

import pytest

from guide.errors import GuideError
from guide.paths import Paths, paths

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def test_everything_stands_in_the_home() -> None:
    here = Paths(home=Path("/somewhere/guide"), flows=Path("/flows"))

    assert here.vault == Path("/somewhere/guide/vault.db")
    assert here.settings_file == Path("/somewhere/guide/settings.toml")
    assert here.cache == Path("/somewhere/guide/cache")


def test_the_home_that_is_named_counts_before_the_environment(home: Path, tmp_path: Path) -> None:
    assert paths().home == home
    assert paths(str(tmp_path / "other")).home == tmp_path / "other"


def test_without_a_word_the_home_is_where_this_computer_keeps_such_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert paths().home.name == "guide"
    assert paths().home.is_absolute()


def test_a_home_may_be_named_from_here_or_from_the_persons_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert paths("kept").home == tmp_path / "kept"
    assert paths("~/kept").home == tmp_path / "kept"


def test_somebody_elses_folder_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(GuideError, match=r"~nobody-of-this-name/kept .*--home DIR"):
        paths("~nobody-of-this-name/kept")


def test_nothing_is_made_until_asked(home: Path) -> None:
    here = paths()
    assert not home.exists()

    here.ready()

    assert home.is_dir()
    assert list(home.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights another way")
def test_a_new_home_is_for_its_owner_alone(tmp_path: Path) -> None:
    here = paths(str(tmp_path / "deep" / "home"))

    here.ready()

    assert stat.S_IMODE(here.home.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights another way")
def test_a_home_that_was_there_keeps_its_rights(home: Path) -> None:
    home.mkdir(mode=0o755)
    home.chmod(0o755)

    paths().ready()

    assert stat.S_IMODE(home.stat().st_mode) == 0o755


def test_a_home_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    for name in ("file", "file/home"):
        with pytest.raises(GuideError, match=r"cannot keep anything in .*file.* --home DIR or GUIDE_HOME\."):
            paths(str(tmp_path / name)).ready()


def test_a_home_that_cannot_be_written_is_one_sentence(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)  # an administrator may write anywhere

    with pytest.raises(GuideError, match="not yours to write in"):
        paths().ready()


def test_the_flows_of_this_checkout_are_found() -> None:
    found = paths().flows

    assert (found / "blocks").is_dir()
    assert (found / "sheets").is_dir()


def test_a_persons_own_flows_come_after_those_that_came_with_guide(home: Path) -> None:
    here = paths()
    assert here.flow_folders() == (here.flows,)

    (home / "flows").mkdir(parents=True)

    assert here.flow_folders() == (here.flows, home / "flows")


def test_an_installed_guide_finds_the_flows_inside_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "guide"
    carried = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    flows = package.parent / carried["force-include"]["flows"]
    flows.mkdir(parents=True)
    (package.parent / "flows").mkdir()  # somebody else's package of that name
    monkeypatch.setattr("guide.paths.__file__", str(package / "paths.py"))

    assert paths().flows == flows
