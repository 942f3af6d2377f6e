"""What is being typed reaches the disk by itself, and no key waits for it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.clock import StillClock
from guide.errors import GuideError, NotSaved
from guide.log.draft import DraftKeeper
from guide.log.store import Draft, Store
from guide.log.vault import Vault, open_vault
from tests.log.rows import AT, a_row, begin


class SlowStore:
    """A disk that takes each draft only when it is let."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.may_save = threading.Semaphore(0)
        self.is_saving = threading.Event()
        self.refusals = 0

    def keep_draft(self, _session: str, draft: Draft) -> None:
        self.is_saving.set()
        self.may_save.acquire(timeout=10)
        if self.refusals:
            self.refusals -= 1
            raise NotSaved("The disk is full.")
        self.kept.append(draft.body)

    def close(self) -> None:
        self.kept.append("closed")


@pytest.fixture
def path(home: Path) -> Path:
    return home / "vault.db"


@pytest.fixture
def vault(path: Path) -> Iterator[Vault]:
    vault = open_vault(path)
    begin(vault)
    yield vault
    vault.close()


@pytest.fixture
def keeper(path: Path, clock: StillClock) -> Iterator[DraftKeeper]:
    keeper = DraftKeeper(lambda: open_vault(path), clock)
    yield keeper
    keeper.close()


@pytest.fixture
def slow() -> SlowStore:
    return SlowStore()


@pytest.fixture
def slow_keeper(slow: SlowStore, clock: StillClock) -> Iterator[DraftKeeper]:
    keeper = DraftKeeper(lambda: slow, clock)  # type: ignore[arg-type, return-value]
    yield keeper
    for _ in range(20):
        slow.may_save.release()
    keeper.close()


def type_out(keeper: DraftKeeper, text: str) -> None:
    for length in range(1, len(text) + 1):
        keeper.put("aa11", "good", "", text[:length])


def test_what_was_typed_is_on_the_disk(keeper: DraftKeeper, vault: Vault) -> None:
    type_out(keeper, "Drumming")

    assert keeper.flush()
    assert vault.draft("aa11") == Draft("good", "", "Drumming", AT)
    assert keeper.trouble is None


def test_a_slow_disk_saves_the_newest_and_passes_over_the_rest(
    slow_keeper: DraftKeeper, slow: SlowStore
) -> None:
    slow_keeper.put("aa11", "good", "", "D")
    slow.is_saving.wait(10)

    type_out(slow_keeper, "Drumming")
    slow.may_save.release()
    slow.may_save.release()

    assert slow_keeper.flush(10)
    assert slow.kept == ["D", "Drumming"]


def test_a_dropped_draft_does_not_come_back_after_the_answer(keeper: DraftKeeper, vault: Vault) -> None:
    for seq in range(1, 30):
        type_out(keeper, "Drumming")
        keeper.drop()
        vault.append("aa11", [a_row("Drumming")], seq)
        assert keeper.flush()
        assert vault.draft("aa11") is None


def test_an_emptied_box_leaves_no_draft(keeper: DraftKeeper, vault: Vault) -> None:
    type_out(keeper, "Drum")
    keeper.put("aa11", "good", "", "")

    assert keeper.flush()
    assert vault.draft("aa11") is None


def test_a_refused_draft_is_tried_again_and_the_trouble_said(
    slow_keeper: DraftKeeper, slow: SlowStore
) -> None:
    slow.refusals = 1
    slow_keeper.put("aa11", "good", "", "Drumming")
    slow.may_save.release()

    assert not slow_keeper.flush(0.1)
    trouble = slow_keeper.trouble
    assert str(trouble) == "The disk is full."
    slow.may_save.release()

    assert slow_keeper.flush(10)
    assert slow_keeper.trouble is None
    assert slow.kept == ["Drumming"]


def test_a_refused_draft_that_was_dropped_is_not_tried_again(
    slow_keeper: DraftKeeper, slow: SlowStore
) -> None:
    slow.refusals = 1
    slow_keeper.put("aa11", "good", "", "Drumming")
    slow.is_saving.wait(10)
    threading.Timer(0.05, slow.may_save.release).start()

    slow_keeper.drop()

    assert slow_keeper.flush()
    assert slow.kept == []


def test_a_store_that_cannot_be_opened_is_trouble_and_no_crash(clock: StillClock) -> None:
    def refuse() -> Store:
        raise GuideError("There is no disk.")

    keeper = DraftKeeper(refuse, clock)
    keeper.put("aa11", "good", "", "Drumming")

    assert not keeper.flush(0.05)
    assert str(keeper.trouble) == "There is no disk."
    keeper.close(0.05)


def test_closing_saves_what_is_left_and_lets_go(path: Path, vault: Vault, clock: StillClock) -> None:
    keeper = DraftKeeper(lambda: open_vault(path), clock)
    type_out(keeper, "Drumming")

    keeper.close()

    draft = vault.draft("aa11")
    assert draft is not None
    assert draft.body == "Drumming"
    assert "draft" not in {thread.name for thread in threading.enumerate()}
    keeper.close()


def test_a_keeper_nobody_typed_into_opens_nothing(clock: StillClock) -> None:
    opened: list[Store] = []
    keeper = DraftKeeper(lambda: opened[0], clock)

    assert keeper.flush()
    keeper.drop()
    keeper.close()

    assert opened == []
