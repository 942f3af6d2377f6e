"""What every conversation we bring does: asks first whether it is safe, says why and what for, tells what came of it."""

from pathlib import Path
from typing import Any

import pytest

from guide.flow.findings import Finding
from guide.flow.wording import LONGEST
from tests.engine.talking import Talking, compiled

Json = Any

FLOWS = Path(__file__).parents[1] / "flows"
NAMES = sorted(one.parent.name for one in FLOWS.glob("*/flow.yaml"))
every_flow = pytest.mark.parametrize("flow", NAMES)
