"""After something was said, two minutes pass and nothing on the screen has moved."""

import asyncio
from collections.abc import Iterator

import pytest

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


def test_the_clock_of_this_test_does_let_a_moving_screen_move(
    hurried: Hurried, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.ui.widgets.answering.timing.monotonic", hurried.time)
    table = played("mill-lane", "ash", at("think"))

    async def wait() -> bool:
        async with on_screen(table) as pilot:
            before = frame(pilot)
            await asyncio.sleep(120)
            return frame(pilot) != before

    assert hurried.run_until_complete(wait())
