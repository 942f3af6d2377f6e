"""What every test gets without asking: a home of its own, and a screen that does not move."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from guide.clock import StillClock

# Textual reads it once, when it is first imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"

# How long one example takes says nothing here: two cores, several tests at once.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return this test's own GUIDE_HOME; it does not exist yet."""
    home = tmp_path / "home"
    monkeypatch.setenv("GUIDE_HOME", str(home))
    return home


@pytest.fixture
def clock() -> StillClock:
    """Return a clock that stands still."""
    return StillClock()
