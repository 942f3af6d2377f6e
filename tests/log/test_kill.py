"""A program killed at any moment loses nothing it was promised, and hardly a letter that was being typed."""

import os
import random
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from guide.log.vault import Vault, open_vault
from tests.log.behind import CHECKOUT
from tests.log.writer import rows, word

KILLS = 52


@dataclass
class Seen:
    """What the killed program had said."""

    acked: tuple[int, int] = (0, 0)
    """The head and deed it was last promised."""
    typed: tuple[int, int] = (0, 0)
    """The deed and the letters it last typed."""
    kept: tuple[int, int] = (0, 0)
    """The same, where it was promised."""
    erased: list[str] = field(default_factory=list)
    """The words it was promised are gone."""
    complaints: str = ""


def run_and_kill(path: Path, session: str, chance: random.Random) -> Seen:
    """Start the writer, kill it after a random number of its lines and a random moment more."""
    command = [sys.executable, "-m", "tests.log.writer", str(path), session, str(chance.random())]
    # Compiled once for all the kills, wherever the environment would have it not compiled at all.
    env = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(path.parent.parent / "compiled"),
    }
    run = subprocess.Popen(
        command, cwd=CHECKOUT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert run.stdout
    assert run.stderr
    # One in ten is killed while it starts.
    lines = [run.stdout.readline() for _ in range(chance.choice([0, *[chance.randrange(1, 24)] * 9]))]
    try:
        run.wait(chance.random() * (0.01 if lines else 0.12))
    except subprocess.TimeoutExpired:
        run.kill()
    # Not `communicate`: it would pass over what `readline` has already taken in.
    lines += run.stdout.readlines()
    complaints = run.stderr.read()
    run.communicate()
    return read(lines, complaints)


def read(lines: list[str], complaints: str) -> Seen:
    seen = Seen(complaints=complaints)
    for line in lines:
        match line.split():
            case ["acked", seq, deed] if line.endswith("\n"):
                seen.acked = (int(seq), int(deed))
            case ["typed", deed, length] if line.endswith("\n"):
                seen.typed = (int(deed), int(length))
            case ["kept", deed, length] if line.endswith("\n"):
                seen.kept = (int(deed), int(length))
            case ["erased", words] if line.endswith("\n"):
                seen.erased.append(words)
    return seen


def lost_letters(vault: Vault, session: str, seen: Seen, last_deed: int) -> int | None:
    """Return how many letters being typed are gone, None while none were; what is left must be as typed."""
    deed, length = seen.typed
    draft = vault.draft(session)
    if last_deed >= deed:
        assert draft is None or int(draft.item) > last_deed
        return None
    body = draft.body if draft and int(draft.item) == deed else ""
    assert word(deed).startswith(body)
    assert seen.kept != (deed, len(word(deed))) or body == word(deed)
    return max(0, length - len(body))


@pytest.mark.parametrize("seed", range(4))
def test_nothing_promised_is_lost_when_the_program_is_killed(home: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    path = home / "vault.db"
    lost: list[int | None] = []

    for kill in range(KILLS):
        session = f"s{kill // 8}"
        seen = run_and_kill(path, session, chance)

        assert seen.complaints == ""
        vault = open_vault(path)
        assert not [words for words in seen.erased if is_somewhere(path, words)]
        if vault.sessions():
            lost.append(look_after(vault, session, seen))
        vault.close()

    typing = [letters for letters in lost if letters is not None]
    assert len(typing) > KILLS // 5
    assert statistics.median(typing) <= 1, typing


def is_somewhere(path: Path, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def look_after(vault: Vault, session: str, seen: Seen) -> int | None:
    """Check everything after a kill, and return how many letters being typed were lost."""
    stand = vault.rows(session)
    last = stand[-1].deed if stand else 0
    seq, deed = seen.acked
    assert len(stand) >= seq
    assert not deed or last in {deed, deed + 1}
    expected = [row for n in range(1, last + 1) for row in rows(session, n)]
    assert [(row.event_id, row.payload) for row in stand] == [(row.event_id, row.payload) for row in expected]
    assert not stand or vault.verify(session) == []
    assert not stand or vault.take(session), "the lock must end with its process"
    with vault._database.using() as db:
        assert db.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    return lost_letters(vault, session, seen, last)
