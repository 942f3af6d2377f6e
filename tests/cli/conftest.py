"""A home of its own for every test that runs the program, with our flows compiled already."""

from pathlib import Path

import pytest

from tests.cli.running import home_with_flows


@pytest.fixture
def prepared(home: Path) -> Path:
    """Return this test's GUIDE_HOME; nothing was started in it yet."""
    return home_with_flows(home)
