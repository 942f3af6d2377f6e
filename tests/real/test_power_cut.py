"""Power lost at any moment: what was promised is there, and the vault opens."""

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from guide.log.vault import Vault, open_vault
from tests.log.behind import CHECKOUT
from tests.log.writer import rows, word
from tests.real.losing_power import Act, Disk, watch

CUTS = 250
SESSION = "s"

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace watches what is written")


@dataclass
class Promised:
    """What the program had been promised when the power went."""

    seq: int = 0
    deed: int = 0
    draft: tuple[int, int] = (0, 0)
    erased: list[str] = field(default_factory=list)

    def hear(self, said: bytes) -> None:
        match said.decode().split():
            case ["acked", seq, deed]:
                self.seq, self.deed = int(seq), int(deed)
            case ["typed", *_]:
                self.draft = (0, 0)
            case ["kept", deed, length]:
                self.draft = (int(deed), int(length))
            case ["erased", words]:
                self.erased.append(words)


def recorded(tmp_path: Path, synchronous: str, typing: float) -> list[Act]:
    """Return what the writer does, with a small log, so that it is often carried over."""
    vault = tmp_path / "home" / "vault.db"
    command = ["-m", "tests.log.writer", str(vault), SESSION, "1", synchronous, str(typing)]
    return watch(command, vault.parent, tmp_path / "strace.log", CHECKOUT)


def losses(acts: list[Act], folder: Path) -> list[str]:
    """Cut the power at `CUTS` moments and return what was then not as it was promised."""
    chance = random.Random(7)  # noqa: S311
    moments = set(chance.sample(range(len(acts)), CUTS))
    disk, promised, found = Disk(), Promised(), []
    for moment, act in enumerate(acts):
        if moment in moments:
            home = folder / str(moment)
            path = lay_out(disk.after_power_loss(chance), home)
            found += [f"{moment}: {loss}" for loss in look(path, promised)]
            shutil.rmtree(home)
        if act.name == "say":
            promised.hear(act.body)
        else:
            disk.take(act)
    return found


def lay_out(left: dict[str, bytes], home: Path) -> Path:
    """Put what is left of the files into a folder; the shared memory is gone with the power."""
    home.mkdir(parents=True)
    for name, content in left.items():
        if Path(name).name.startswith("vault.db") and not name.endswith("-shm"):
            (home / Path(name).name).write_bytes(content)
    return home / "vault.db"


def look(path: Path, promised: Promised) -> list[str]:
    """Return what is not as it was promised; whatever cannot be opened or read raises."""
    vault = open_vault(path)
    found = []
    with vault._database.using() as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    stand = vault.rows(SESSION)
    deed = stand[-1].deed if stand else 0
    whole = [row for n in range(1, deed + 1) for row in rows(SESSION, n)]
    assert [(row.event_id, row.payload) for row in stand] == [(row.event_id, row.payload) for row in whole]
    assert not stand or vault.verify(SESSION) == []
    if deed not in {promised.deed, promised.deed + 1}:
        found.append(f"deed {promised.deed} was promised, {deed} is there")
    found += [f"{words} was erased" for words in promised.erased if is_somewhere(path, words)]
    found += lost_draft(vault, promised, deed)
    vault.close()
    return found


def lost_draft(vault: Vault, promised: Promised, deed: int) -> list[str]:
    typed_at, length = promised.draft
    if not typed_at or deed >= typed_at:
        return []
    draft = vault.draft(SESSION)
    return [] if draft and draft.body == word(typed_at)[:length] else [f"draft of {typed_at} was promised"]


def is_somewhere(path: Path, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_nothing_promised_is_lost_with_the_power(tmp_path: Path) -> None:
    acts = recorded(tmp_path, "FULL", typing=0.3)

    assert {act.name for act in acts} == {"make", "remove", "write", "truncate", "sync", "say"}
    assert losses(acts, tmp_path / "cuts") == []


def test_a_vault_that_does_not_sync_every_answer_is_caught(tmp_path: Path) -> None:
    """The test of the test: this is what `synchronous = NORMAL` would lose."""
    # Nothing is typed: keeping what is typed syncs the answers before it too, and would hide the loss.
    acts = recorded(tmp_path, "NORMAL", typing=0)

    assert len(losses(acts, tmp_path / "cuts")) > CUTS // 10
