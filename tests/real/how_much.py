"""How much the longest suites look at: a part in every run, all of it with `scripts/test.py --real --all`."""

import os
from typing import Final

ALL: Final = os.environ.get("GUIDE_TEST_ALL") == "1"
"""A quarter of an hour on two cores; without it three minutes."""
