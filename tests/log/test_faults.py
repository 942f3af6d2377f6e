"""Full, read-only, cut off, newer, busy, gone: one sentence each, and nothing said before is lost."""

import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guide.errors import GuideError, NotSaved
from guide.log.store import Damaged, Draft
from guide.log.vault import open_vault
from tests.log.behind import as_somebody_else, on_posix_only, raw, start
from tests.log.rows import AT, a_row, begin, texts_of

LITTLE_ROOM = """
import resource, sys; from pathlib import Path
from guide.errors import NotSaved; from guide.log.vault import open_vault
from tests.log.rows import a_row, begin
vault = open_vault(Path(sys.argv[1]))
seq = begin(vault)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    while True:
        seq = vault.append("aa11", [a_row(str(seq))], seq)
except NotSaved as refused:
    print(seq, refused)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(vault.append("aa11", [a_row("after")], seq))
"""


@pytest.fixture
def path(home: Path) -> Path:
    return home / "vault.db"


@pytest.fixture
def filled(path: Path) -> Path:
    vault = open_vault(path)
    begin(vault, texts=[f"{n} {'x' * 200}" for n in range(400)])
    vault.close()
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody can reach: pytest's own is closed to all but its owner."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def is_one_sentence(error: GuideError) -> bool:
    said = str(error)
    return said.endswith(".") and "\n" not in said and "Traceback" not in said


def test_a_full_disk_refuses_the_answer_and_keeps_the_rest(path: Path) -> None:
    vault = open_vault(path)
    seq = begin(vault)
    vault.keep_draft("aa11", Draft("good", "", "half typed", AT))
    with vault._database.using() as db:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages + 1}")

    with pytest.raises(NotSaved, match="The disk is full") as refused:
        vault.append("aa11", [a_row("x" * 100_000)], seq)

    assert is_one_sentence(refused.value)
    assert texts_of(vault) == ["begun"]
    assert vault.draft("aa11") == Draft("good", "", "half typed", AT)
    with vault._database.using() as db:
        db.execute("PRAGMA max_page_count = 1000000")
    assert vault.append("aa11", [a_row("there is room again")], seq) == 2
    assert vault.verify("aa11") == []
    vault.close()


@on_posix_only
def test_a_disk_that_takes_no_more_loses_nothing_it_took(path: Path) -> None:
    said, complaint = start(LITTLE_ROOM, path).communicate()

    assert complaint == ""
    seq, sentence = said.splitlines()[0].split(" ", 1)
    assert "what was saved before is kept." in sentence
    assert said.splitlines()[1] == str(int(seq) + 1)
    vault = open_vault(path)
    assert texts_of(vault) == ["begun", *map(str, range(1, int(seq))), "after"]
    assert vault.verify("aa11") == []
    vault.close()


@on_posix_only
def test_a_folder_that_cannot_be_written_is_said_at_once(open_folder: Path) -> None:
    open_folder.chmod(0o555)

    with as_somebody_else(), pytest.raises(NotSaved, match=r"vault\.db cannot be written") as refused:
        open_vault(open_folder / "home" / "vault.db")

    assert is_one_sentence(refused.value)


def test_a_home_that_is_a_file_is_said_at_once(home: Path) -> None:
    home.write_text("not a folder")

    with pytest.raises(NotSaved, match=r"vault\.db cannot be written"):
        open_vault(home / "vault.db")

    assert home.read_text() == "not a folder"


@on_posix_only
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_vault_that_cannot_be_written_can_still_be_read(open_folder: Path, closed: str) -> None:
    path = open_folder / "vault.db"
    vault = open_vault(path)
    begin(vault)
    vault.close()
    path.chmod(0o444)
    open_folder.chmod(0o777 if closed == "file" else 0o555)

    with as_somebody_else():
        vault = open_vault(path)
        assert texts_of(vault) == ["begun"]
        assert "cannot be written" in vault.read_only
        assert not vault.take("aa11")
        with pytest.raises(NotSaved, match="cannot be written"):
            vault.append("aa11", [a_row()], 1)
        vault.close()


def test_a_busy_vault_is_waited_for_and_then_said(path: Path) -> None:
    vault = open_vault(path, wait=0.05)
    begin(vault)

    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match=r"Another program is keeping .* busy"):
            vault.append("aa11", [a_row("two")], 1)
        assert texts_of(vault) == ["begun"]
        other.execute("ROLLBACK")

    assert vault.append("aa11", [a_row("two")], 1) == 2
    vault.close()


@on_posix_only
@pytest.mark.parametrize("lost", ["vault.db", "vault.db-wal"])
def test_a_vault_that_went_away_takes_no_answer(path: Path, lost: str) -> None:
    vault = open_vault(path)
    begin(vault)

    (path.parent / lost).rename(path.parent / "elsewhere")

    with pytest.raises(NotSaved, match="no longer where it was") as refused:
        vault.append("aa11", [a_row()], 1)
    assert is_one_sentence(refused.value)
    vault.close()


@on_posix_only
def test_a_vault_another_was_put_in_place_of_takes_no_answer(path: Path) -> None:
    vault = open_vault(path)
    begin(vault)
    other = path.with_name("other.db")
    open_vault(other).close()

    other.replace(path)

    with pytest.raises(NotSaved, match="no longer where it was"):
        vault.append("aa11", [a_row()], 1)
    vault.close()


@pytest.mark.parametrize("keep", [0.5, 0.95, 100])
def test_a_vault_cut_off_is_refused_and_a_copy_kept(filled: Path, keep: float) -> None:
    whole = filled.read_bytes()
    rest = whole[: int(keep if keep > 1 else len(whole) * keep)]
    filled.write_bytes(rest)

    for _ in range(2):
        with pytest.raises(
            Damaged, match=r"damaged .* a copy was kept as vault-damaged-\w{8}\.db"
        ) as refused:
            open_vault(filled)

    assert is_one_sentence(refused.value)
    assert filled.read_bytes() == rest
    copies = list(filled.parent.glob("vault-damaged-*.db"))
    assert [copy.read_bytes() for copy in copies] == [rest]


@pytest.mark.parametrize("readonly", [False, True])
def test_a_file_that_is_no_vault_is_left_as_it_is(path: Path, readonly: bool) -> None:  # noqa: FBT001
    path.parent.mkdir()
    path.write_bytes(b"My diary\n" * 1000)

    with pytest.raises(Damaged, match="not a vault of guide"):
        open_vault(path, readonly=readonly)

    assert path.read_bytes() == b"My diary\n" * 1000


def test_a_database_of_another_program_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    with raw(path) as db:
        db.execute("CREATE TABLE recipe (name TEXT)")

    with pytest.raises(GuideError, match="a database of another program"):
        open_vault(path)

    with raw(path) as db:
        assert db.execute("SELECT name FROM sqlite_schema").fetchall() == [("recipe",)]


@pytest.mark.parametrize("file", ["emptied", "missing"])
def test_a_vault_that_is_empty_or_missing_does_not_cost_its_log(path: Path, file: str) -> None:
    vault = open_vault(path)
    begin(vault)
    log = path.with_name("vault.db-wal").read_bytes()
    vault.close()
    path.write_bytes(b"") if file == "emptied" else path.unlink()
    path.with_name("vault.db-wal").write_bytes(log)

    with pytest.raises(GuideError, match=r"is empty or missing, but vault\.db-wal beside it is not"):
        open_vault(path)

    assert path.with_name("vault.db-wal").read_bytes() == log


def test_no_flipped_bit_changes_a_word_unseen(filled: Path) -> None:
    """Either the file is refused, or what is read is what was written, or `verify` names it."""
    chance = random.Random(11)  # noqa: S311
    whole = filled.read_bytes()
    vault = open_vault(filled)
    said = texts_of(vault)
    vault.close()
    outcomes = {"refused": 0, "untouched": 0, "named": 0}

    for _ in range(150):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        filled.write_bytes(flipped)
        outcomes[_outcome(filled, said)] += 1
        _tidy(filled)

    assert outcomes["named"] > 20, outcomes


def _outcome(path: Path, said: list[str]) -> str:
    try:
        with closing(open_vault(path)) as vault:
            named = vault.verify("aa11")
            sessions, stand = vault.sessions(), vault.rows("aa11")
    except GuideError:
        return "refused"
    assert all(
        isinstance(value, str | int | None)
        for one in [*(vars(row).values() for row in sessions), *stand]
        for value in one
    )
    is_same = [json.dumps({"text": text}) for text in said] == [row.payload for row in stand]
    assert is_same or named
    return "untouched" if is_same else "named"


def _tidy(path: Path) -> None:
    for file in path.parent.glob("vault*"):
        if file != path:
            file.unlink()
