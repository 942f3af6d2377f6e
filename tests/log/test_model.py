"""Two programs do anything in any order; what stands is always what a plain list would hold."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)

from guide.errors import GuideError
from guide.log.store import Conflict, Draft, NewRow
from guide.log.vault import Vault, open_vault
from tests.log.rows import AT, a_session, rows_of

PROGRAMS = st.integers(0, 1)
TEXTS = st.lists(st.text(max_size=30), min_size=1, max_size=3)


class Programs(RuleBasedStateMachine):
    """Two vaults on one file, and what they ought to hold."""

    sessions = Bundle("sessions")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.vaults = [self.open(), self.open()]
        self.begun = 0
        self.said: dict[str, list[NewRow]] = {}
        self.typed: dict[str, str] = {}

    def open(self) -> Vault:
        return open_vault(self.folder / "vault.db")

    @rule(target=sessions, program=PROGRAMS, texts=TEXTS)
    def begin(self, program: int, texts: list[str]) -> str:
        self.begun += 1
        session, rows = f"s{self.begun}", rows_of(texts)
        assert self.vaults[program].create(a_session(session), '{"flow": 1}', rows) == len(rows)
        self.said[session] = rows
        return session

    @rule(session=sessions, program=PROGRAMS, texts=TEXTS, behind=st.integers(0, 2), clear=st.booleans())
    def answer(self, session: str, program: int, texts: list[str], behind: int, clear: bool) -> None:  # noqa: FBT001
        head, rows = len(self.said[session]), rows_of(texts)
        if behind:
            with pytest.raises(Conflict):
                self.vaults[program].append(session, rows, head - behind)
            return
        assert self.vaults[program].append(session, rows, head, clear_draft=clear) == head + len(rows)
        self.said[session] += rows
        if clear:
            self.typed.pop(session, None)

    @rule(session=sessions, program=PROGRAMS, count=st.integers(1, 3), at=st.integers(0, 9))
    def answer_again(self, session: str, program: int, count: int, at: int) -> None:
        again = self.said[session][-count:]
        assert self.vaults[program].append(session, again, at) == len(self.said[session])

    @rule(
        session=sessions, program=PROGRAMS, body=st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
    )
    def type_something(self, session: str, program: int, body: str) -> None:
        self.vaults[program].keep_draft(session, Draft("step", "", body, AT))
        self.typed[session] = body

    @rule(session=consumes(sessions), program=PROGRAMS)
    def forget(self, session: str, program: int) -> None:
        assert self.vaults[program].forget(session, AT)
        del self.said[session]
        self.typed.pop(session, None)
        with pytest.raises(GuideError):
            self.vaults[1 - program].append(session, rows_of(["late"]), 1)

    @rule(program=PROGRAMS)
    def start_again(self, program: int) -> None:
        self.vaults[program].close()
        self.vaults[program] = self.open()

    @rule(session=sessions)
    def one_writes(self, session: str) -> None:
        first, second = self.vaults
        assert first.take(session)
        assert not second.take(session)
        first.release(session)

    @invariant()
    def both_see_the_same(self) -> None:
        for vault in self.vaults:
            found = {one.session: one for one in vault.sessions()}
            assert found.keys() == self.said.keys()
            for session, said in self.said.items():
                stand = vault.rows(session)
                assert [row.seq for row in stand] == list(range(1, len(said) + 1))
                assert [(row.event_id, row.payload) for row in stand] == [
                    (row.event_id, row.payload) for row in said
                ]
                assert vault.verify(session) == []
                draft = vault.draft(session)
                assert (draft.body if draft else "") == self.typed.get(session, "")

    def teardown(self) -> None:
        for vault in self.vaults:
            vault.close()
        shutil.rmtree(self.folder)


def test_two_programs_and_a_plain_list_agree() -> None:
    run_state_machine_as_test(
        Programs, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )
