"""A disk that is really full or really gone: the answer is refused, everything before it is kept."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from guide.clock import StillClock
from guide.documents.leaving import Order, write
from guide.errors import GuideError, NotSaved
from guide.log.draft import DraftKeeper
from guide.log.vault import Vault, open_vault
from tests.log.rows import a_row, begin, texts_of
from tests.real.every_paper import TALKS, TODAY, picture


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of three megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not did("mount", "-t", "tmpfs", "-o", "size=3m", "none", str(disk)):
        pytest.skip("only the superuser of a Linux can make a small disk")
    yield disk
    did("umount", "-l", str(disk))


def did(program: str, *arguments: str) -> bool:
    found = shutil.which(program)
    return (
        found is not None
        and not subprocess.run([found, *arguments], check=False, capture_output=True).returncode
    )


def long_answer(seq: int) -> str:
    return f"{seq} {'x' * 900}"


def answer_without_end(vault: Vault) -> None:
    seq = vault.head("aa11")
    while True:
        assert vault.append("aa11", [a_row(long_answer(seq))], seq) == seq + 1
        seq += 1


def test_a_full_disk_takes_no_answer_until_there_is_room(small_disk: Path) -> None:
    vault = open_vault(small_disk / "vault.db")
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 1_000_000)
    begin(vault)

    with pytest.raises(NotSaved, match=r"The disk is full|The disk did not take"):
        answer_without_end(vault)

    seq = vault.head("aa11")
    assert texts_of(vault) == ["begun", *map(long_answer, range(1, seq))]
    keeper = DraftKeeper(lambda: open_vault(small_disk / "vault.db"), StillClock())
    keeper.put("aa11", "good", "", "half typed " * 500)
    assert not keeper.flush(0.3)
    assert isinstance(keeper.trouble, NotSaved)
    ballast.unlink()
    assert keeper.flush(2)
    assert vault.append("aa11", [a_row("there is room again")], seq) == seq + 1
    assert len(texts_of(vault)) == seq + 1
    assert vault.verify("aa11") == []
    keeper.close()
    vault.close()


def test_a_disk_pulled_out_takes_no_answer(small_disk: Path) -> None:
    vault = open_vault(small_disk / "vault.db")
    begin(vault)

    assert did("umount", "-l", str(small_disk))

    with pytest.raises(NotSaved, match="no longer where it was"):
        vault.append("aa11", [a_row()], 1)
    vault.close()


def test_papers_for_a_full_disk_are_one_sentence_and_nothing_is_lost(small_disk: Path) -> None:
    talk = next(one for one in TALKS if one.name.startswith("katy"))
    order = Order(("html", "docx", "pdf"), small_disk / "papers", paper="story", today=TODAY)
    (html, *others) = write(picture(talk), order)
    html.write_text("changed by hand")
    before = {one.name: one.read_bytes() for one in html.parent.iterdir()}
    ballast = small_disk / "ballast"
    with suppress(OSError):
        ballast.write_bytes(b"x" * 3_000_000)

    with pytest.raises(GuideError, match=r"No space left on device\): make room"):
        write(picture(talk), order)

    assert {one.name: one.read_bytes() for one in html.parent.iterdir()} == before
    ballast.unlink()
    assert [one.name for one in write(picture(talk), order)] == [
        "story-2.html",
        *(one.name for one in others),
    ]
    assert html.read_text() == "changed by hand"
