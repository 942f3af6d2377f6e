"""What time it is; and a clock that stands still for tests."""

from datetime import UTC, datetime
from typing import Protocol

from guide.frozen import frozen


class Clock(Protocol):
    """Tells the time in UTC; made at the door (`cli.py`) and handed in."""

    def now(self) -> str:
        """Return the time as ISO 8601 in UTC to the second, `2026-11-21T10:00:00Z`."""
        ...


class WallClock:
    """The computer's own clock."""

    def now(self) -> str:
        """Return the computer's time."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@frozen
class StillClock:
    """A clock that stands still."""

    at: str = "2026-11-21T10:00:00Z"
    """The one time it tells."""

    def now(self) -> str:
        """Return the one time it tells."""
        return self.at
