"""The clock of a stage: how much of its time is left, worked out from when things happened and nothing else.

Nothing ticks and nothing advances by itself: the journal holds when the stage began and when somebody stopped
the clock, so a program that was killed or a computer that slept comes back to the right time.
"""

from datetime import datetime
from math import ceil
from typing import Any, Final

from guide.frozen import frozen
from guide.words.voice import say

_MINUTE: Final = 60


@frozen
class StageClock:
    """How long a stage or a quiet time may take, and when its time ran."""

    section: str
    step: str
    """The quiet time it belongs to; empty for a whole section."""
    item: str
    title: str
    """The section's title."""
    minutes: float
    began: str
    """UTC, as every time here."""
    paused: str = ""
    """Since when it stands still; empty while it runs."""
    rested: int = 0
    """Seconds it stood still before that."""
    extra: int = 0
    """Minutes that were added."""

    def as_json(self) -> dict[str, Any]:
        """Return it as in the JSON lines."""
        return {
            "section": self.section, "step": self.step or None, "of": self.item or None, "title": self.title,
            "minutes": self.minutes, "began": self.began, "paused": self.paused or None,
            "rested": self.rested, "extra": self.extra,
        }  # fmt: skip


def seconds_between(since: str, until: str) -> int:
    """Return the seconds from one time to another; none when a computer's clock was put back."""
    passed = datetime.fromisoformat(until) - datetime.fromisoformat(since)
    return max(0, int(passed.total_seconds()))


def left(clock: StageClock, now: str) -> int:
    """Return the seconds that are left; below nought they are over."""
    whole = int((clock.minutes + clock.extra) * _MINUTE)
    return min(whole, whole - seconds_between(clock.began, clock.paused or now) + clock.rested)


def used(clock: StageClock, now: str) -> float:
    """Return how much of the time is used, from 0 to 1."""
    whole = (clock.minutes + clock.extra) * _MINUTE
    return min(1.0, max(0.0, 1 - left(clock, now) / whole)) if whole else 1.0


def told(clock: StageClock, now: str, lang: str = "en") -> str:
    """Return the time left in words; what is over is said as minutes over."""
    words = _told(left(clock, now), lang)
    return say("clock.paused", lang, left=words) if clock.paused else words


def _told(seconds: int, lang: str) -> str:
    if seconds >= _MINUTE:
        minutes = ceil(seconds / _MINUTE)
        return say("clock.one_left" if minutes == 1 else "clock.left", lang, minutes=minutes)
    if seconds > 0:
        return say("clock.nearly", lang)
    minutes = -seconds // _MINUTE
    if minutes == 0:
        return say("clock.up", lang)
    return say("clock.one_over" if minutes == 1 else "clock.over", lang, minutes=minutes)
