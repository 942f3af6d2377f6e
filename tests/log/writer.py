"""A program that types and answers as fast as it can and says each time what it has been promised.

`writer.py VAULT SESSION SEED [SYNCHRONOUS [TYPING]]`: the kill tests end it at any moment. The power-cut test
says how to sync and how often to type, lets it end, and reads what it did to the disk. Its lines are
`ready HEAD`, `typed DEED LENGTH`, `kept DEED LENGTH`, `acked SEQ DEED` and `erased CANARY`.
"""

import os
import random
import sys
import time
from pathlib import Path

from guide.clock import StillClock
from guide.log.draft import DraftKeeper
from guide.log.store import NewRow, NewSession
from guide.log.vault import Vault, open_vault

AT = "2026-11-21T10:00:00Z"
DEEDS = 60
"""After so many the program ends, when it is not to be killed."""

PACE = 0.002
"""Seconds between two letters: fifty times as fast as a fast typist."""


def word(deed: int) -> str:
    """Return what is answered at this deed."""
    return f"answer {deed} " + "abcdefghij"[: deed % 10] * (1 + deed % 7)


def rows(session: str, deed: int) -> list[NewRow]:
    """Return the one to three rows of this deed."""
    return [
        NewRow(f"{session}-{deed}-{n}", AT, deed, "answered", f'"{word(deed)} {"x" * (deed * 53 % 700)}"')
        for n in range(1 + deed % 3)
    ]


def say(*words: object) -> None:
    """Say it at once, in one write."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def answer(vault: Vault, session: str, deed: int, seq: int) -> int:
    """Write one deed and say that it is promised."""
    seq = vault.append(session, rows(session, deed), seq, answers=deed)
    say("acked", seq, deed)
    return seq


def type_out(keeper: DraftKeeper, session: str, deed: int) -> None:
    """Type an answer letter by letter, and forget about it."""
    whole = word(deed)
    for length in range(1, len(whole) + 1):
        keeper.put(session, "step", str(deed), whole[:length])
        say("typed", deed, length)
        time.sleep(PACE)
    if deed % 2 and keeper.flush():
        say("kept", deed, len(whole))
    keeper.drop()


def canary(session: str, deed: int) -> str:
    """Return words nobody else says."""
    return f"CANARY-{session}-{deed}-"


def erase_one(vault: Vault, session: str, deed: int) -> None:
    """Begin another session and erase it again."""
    secret = f"{session}-{deed}"
    row = NewRow(f"{secret}-1", AT, 1, "answered", f'"{canary(session, deed) * 40}"')
    vault.create(NewSession(secret, "t", "flow", 1, "Flow", AT), "{}", [row])
    if vault.forget(secret, AT):
        say("erased", canary(session, deed))


def begin_or_resume(vault: Vault, session: str) -> int:
    """Take the session, begun if there is none, and return its last deed."""
    if session not in {one.session for one in vault.sessions()}:
        seq = vault.create(NewSession(session, "t", "flow", 1, "Flow", AT), f'"{session}"', rows(session, 1))
        say("acked", seq, 1)
    if not vault.take(session):
        sys.exit(f"{session} is not free")
    return vault.rows(session)[-1].deed


def main(path: str, session: str, seed: str, synchronous: str = "", typing: str = "0.3") -> None:
    """Answer, typing some answers first, until killed."""
    chance = random.Random(seed)  # noqa: S311
    vault = open_vault(Path(path))
    if synchronous:
        with vault._database.using() as db:
            db.execute(f"PRAGMA synchronous = {synchronous}")
            db.execute("PRAGMA wal_autocheckpoint = 16")
    keeper = DraftKeeper(lambda: open_vault(Path(path)), StillClock())
    last = begin_or_resume(vault, session)
    seq = vault.head(session)
    say("ready", seq)
    for deed in range(last + 1, DEEDS if synchronous else sys.maxsize):
        if chance.random() < float(typing):
            type_out(keeper, session, deed)
        seq = answer(vault, session, deed, seq)
        if deed % 12 == 0:
            erase_one(vault, session, deed)
    keeper.close()
    vault.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
