"""Write the locks anew from pyproject.toml, after a change to what guide is built on."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
# Every platform and Python in one file, wheels only, and nothing about where they were fetched from.
COMPILE = (
    *("pip", "compile", "pyproject.toml", "--no-config", "--quiet"),
    *("--universal", "--python-version", "3.11", "--only-binary", ":all:", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)
# axe-playwright-python brings a file we read, not a program we run: what it would need to run stays away.
NOT_RUN = ("playwright", "greenlet", "pyee")
# The others are held to the first, so that one environment can hold all of them.
LOCKS = {
    "guide": (),
    "office": ("--group", "office", "--constraints", "locks/guide.lock"),
    "test": ("--group", "test", "--constraints", "locks/guide.lock"),
    "real": (
        *("--group", "real", "--constraints", "locks/test.lock"),
        *(word for name in NOT_RUN for word in ("--no-emit-package", name)),
    ),
    "bench": ("--group", "bench", "--constraints", "locks/guide.lock"),
}


def main() -> int:
    """Write each lock; versions already in it stay unless `--upgrade` is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--upgrade", action="store_true", help="take the newest versions pyproject.toml allows"
    )
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    uv = shutil.which("uv")
    if uv is None:
        print("The locks are made with uv, which is not on this computer: pip install uv.", file=sys.stderr)
        return 1
    for name, also in LOCKS.items():
        command = [uv, *COMPILE, *also, *upgrade, "--output-file", f"locks/{name}.lock"]
        subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
