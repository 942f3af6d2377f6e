"""Papers reach their folder whole or not at all, and nothing changed by hand is ever written over."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from guide.documents.papers import export, parse_for
from guide.documents.shelf import MEMORY, put
from guide.errors import GuideError, WrongUse
from tests.documents.conftest import Sample

Json = Any


def files(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if one.name != MEMORY}


def leave(record: Json, to: Path, formats: list[str], paper: str | None = None) -> list[Path]:
    return export(
        record,
        record["flow"],
        record["sheet_shapes"],
        formats=formats,
        to=to,
        paper=paper,
        viewer=parse_for("file", record),
        organisation="",
        today="2026-11-22",
        invented=True,
    )


def test_every_ready_paper_leaves_under_its_own_name_and_nobodys(sample: Sample, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"

    written = leave(sample("rosa"), out, ["html", "md", "json", "csv"])

    papers = {f"{name}.{form}" for name in ("houses", "map", "record") for form in ("html", "md")}
    assert files(out) == {one.name for one in written} == papers | {"record.json", "entries.csv"}


def test_one_paper_is_made_when_it_is_named(sample: Sample, tmp_path: Path) -> None:
    leave(sample("rosa"), tmp_path, ["html", "csv"], paper="houses")

    assert files(tmp_path) == {"houses.html", "entries.csv"}


def test_an_unknown_paper_is_refused_in_every_format(sample: Sample, tmp_path: Path) -> None:
    for form in ("html", "json"):
        with pytest.raises(WrongUse, match="no paper called 'hoses'"):
            leave(sample("rosa"), tmp_path / "out", [form], paper="hoses")
    assert not (tmp_path / "out").exists()


def test_our_own_file_is_written_anew(tmp_path: Path) -> None:
    put({"map.html": "one"}, tmp_path)
    put({"map.html": "two"}, tmp_path)

    assert files(tmp_path) == {"map.html"}
    assert (tmp_path / "map.html").read_text() == "two"


def test_a_file_changed_by_hand_is_kept_and_the_new_one_is_the_second(tmp_path: Path) -> None:
    put({"map.html": "one"}, tmp_path)
    (tmp_path / "map.html").write_text("one, and a note of mine")

    first = put({"map.html": "two"}, tmp_path)
    again = put({"map.html": "three"}, tmp_path)

    assert first == again == [tmp_path / "map-2.html"]
    assert (tmp_path / "map.html").read_text() == "one, and a note of mine"
    assert (tmp_path / "map-2.html").read_text() == "three"


def test_a_second_one_changed_by_hand_is_kept_too(tmp_path: Path) -> None:
    put({"map.html": "one"}, tmp_path)
    for name in ("map.html", "map-2.html"):
        (tmp_path / name).write_text("mine")

    assert put({"map.html": "two"}, tmp_path) == [tmp_path / "map-3.html"]


@pytest.mark.parametrize("held", [None, "not json", "[1]", '{"map.html": 3}'])
def test_where_it_is_not_known_who_wrote_a_file_it_is_kept(tmp_path: Path, held: str | None) -> None:
    (tmp_path / "map.html").write_text("somebody's")
    if held is not None:
        (tmp_path / MEMORY).write_text(held)

    assert put({"map.html": "two"}, tmp_path) == [tmp_path / "map-2.html"]
    assert (tmp_path / "map.html").read_text() == "somebody's"


def test_a_place_that_is_no_folder_is_one_sentence(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("mine")

    for to in (place, place / "under"):
        with pytest.raises(GuideError, match=r"^The papers need a folder, and .* is not one: .*\.$"):
            put({"map.html": "one"}, to)
    assert place.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(GuideError, match=r"could not be written into .*: close them elsewhere"):
        put({"map.html": "one"}, tmp_path)
    assert files(tmp_path) == set()


@pytest.mark.parametrize("survives", [0, 1, 2])
def test_a_full_disk_is_one_sentence_and_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, survives: int
) -> None:
    put({"a.html": "old a", "b.html": "old b"}, tmp_path)
    done = 0

    def fill_up(_handle: int) -> None:
        nonlocal done
        done += 1
        if done > survives:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_up)

    with pytest.raises(GuideError, match=r"No space left on device\): make room"):
        put({"a.html": "new a", "b.html": "new b"}, tmp_path)
    assert {one.name: one.read_text() for one in tmp_path.iterdir() if one.name != MEMORY} == {
        "a.html": "old a",
        "b.html": "old b",
    }
    monkeypatch.undo()
    assert put({"a.html": "new a"}, tmp_path) == [tmp_path / "a.html"]
