"""After something was said, two minutes pass and nothing on the screen has moved."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from guide.clock import StillClock
from tests.ui.stage import at, frame, on_screen, played


class Hurried(asyncio.SelectorEventLoop):
    """A loop whose clock jumps over every wait: whatever would happen in two minutes happens at once."""

    def __init__(self) -> None:
        super().__init__()
        self.skipped = 0.0

    def time(self) -> float:
        return super().time() + self.skipped

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self.skipped += max(0.0, self._scheduled[0].when() - self.time())  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


@pytest.fixture
def hurried() -> Iterator[Hurried]:
    loop = Hurried()
    yield loop
    loop.close()


def test_after_a_worry_the_screen_stays_as_it_is_for_two_minutes(hurried: Hurried) -> None:
    table = played("three-houses", "rosa", at("worry_things", "quiet"))

    async def wait() -> list[list[str]]:
        frames = []
        async with on_screen(table) as pilot:
            await asyncio.sleep(1)
            for _ in range(24):
                frames.append(frame(pilot))
                await asyncio.sleep(5)
        return frames

    frames = hurried.run_until_complete(wait())

    assert hurried.skipped > 100
    assert all(one == frames[0] for one in frames)
    assert any("take your time" in line for line in frames[0])


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
@pytest.mark.parametrize(("flow", "talk", "step"), [
    ("three-houses", "rosa", "worry_things"), ("three-houses", "kit", "worry_things"),
    ("map", "nico", "what_worries"), ("mill-lane", "ash", "events"),
])  # fmt: skip
def test_a_worry_that_is_typed_is_followed_by_nothing_until_a_key(
    hurried: Hurried, flow: str, talk: str, step: str, size: tuple[int, int]
) -> None:
    table = played(flow, talk, at(step, "first"))

    async def wait() -> list[list[str]]:
        async with on_screen(table, size=size) as pilot:
            await pilot.press(*"He shouts", "enter")
            await pilot.pause()
            frames = [frame(pilot)]
            for _ in range(24):
                await asyncio.sleep(5)
                frames.append(frame(pilot))
            turn = table.session.turn
            await pilot.press("ctrl+g")
            await pilot.pause()
            assert table.session.turn != turn
        return frames

    frames = hurried.run_until_complete(wait())

    assert hurried.skipped > 100
    assert all(one == frames[0] for one in frames)
    assert any("He shouts" in line for line in frames[0])


def test_the_clock_of_this_test_does_let_a_moving_screen_move(
    hurried: Hurried, monkeypatch: pytest.MonkeyPatch
) -> None:
    def now(clock: StillClock) -> str:
        at = datetime.fromisoformat(clock.at) + timedelta(seconds=hurried.time())
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")

    monkeypatch.setattr(StillClock, "now", now)
    table = played("mill-lane", "ash", at("think"))

    async def wait() -> bool:
        async with on_screen(table) as pilot:
            before = frame(pilot)
            await asyncio.sleep(120)
            return frame(pilot) != before

    assert hurried.run_until_complete(wait())
