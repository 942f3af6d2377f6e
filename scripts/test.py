"""Check everything a change must pass: `python3 scripts/test.py [--real [--all]] [-- arguments of pytest]`.

Like scripts/start.py it needs nothing but Python. All checks run even when one fails.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import start

CHECKOUT = Path(__file__).resolve().parent.parent
REAL = CHECKOUT / "tests" / "real"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"


@dataclass(frozen=True)
class Check:
    """One thing a change must pass."""

    name: str
    """What the summary calls it."""
    command: tuple[str, ...]
    """Arguments for the Python in `.venv`."""


@dataclass(frozen=True)
class Program:
    """Something on the computer that the real suites work with."""

    names: tuple[str, ...]
    """What it is called on the prompt, here or there."""
    package: str
    """Debian's package of it."""


CHECKS = (
    Check("format", ("-m", "ruff", "format", "--check", ".")),
    Check("lint", ("-m", "ruff", "check", "--quiet", ".")),
    Check("types", ("-m", "mypy", "--strict")),
    Check("rooms", ("-c", LINT_IMPORTS, "--no-logo")),
)
# Neighbours stay on one core as long as there is work for the others: they share what is slow to make.
# One more than there are cores: a fifth of a screen's test is waiting for it.
CORES = ("--numprocesses", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
# A browser or an office serves a whole file of tests.
FILES = ("--numprocesses", "auto", "--dist", "loadfile")
PROGRAMS = (
    Program(("chromium", "chromium-browser", "google-chrome"), "chromium"),
    Program(("pdftotext",), "poppler-utils"),
    Program(("soffice",), "libreoffice-writer-nogui"),
    Program(("strace",), "strace"),
    Program(("java",), "default-jre-headless"),
)


def main() -> int:
    """Run the checks, or the real suites, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--real", action="store_true", help="run the suites that need a browser or the like")
    parser.add_argument("pytest", nargs="*", help="after --, pytest's own arguments")
    parser.add_argument(
        "--all", action="store_true", help="with --real: the longest ones whole, half an hour"
    )
    asked = parser.parse_args()
    os.environ["GUIDE_TEST_ALL"] = "1" if asked.all else "0"
    try:
        python = start.make_ready("real" if asked.real else "test")
        return run_real(python, asked.pytest) if asked.real else run_checks(python, asked.pytest)
    except start.NotReady as missing:
        print(missing, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run_checks(python: str, pytest_arguments: list[str]) -> int:
    """Run every check, then pytest on all cores, and close with one line that sums up."""
    tests = Check("tests", ("-m", "pytest", *CORES, *pytest_arguments))
    passed = {check.name: did_pass(python, check) for check in (*CHECKS, tests)}
    print(" · ".join(f"{name} {'ok' if good else 'FAILED'}" for name, good in passed.items()))
    return 0 if all(passed.values()) else 1


def run_real(python: str, pytest_arguments: list[str]) -> int:
    """Run the suites under tests/real, with the programs they need."""
    if not any(REAL.rglob("test_*.py")):
        print("There is nothing under tests/real yet.")
        return 0
    for program in PROGRAMS:
        have(program)
    real = Check("real", ("-m", "pytest", *FILES, "--timeout", "300", str(REAL), *pytest_arguments))
    return 0 if did_pass(python, real) else 1


def did_pass(python: str, check: Check) -> bool:
    """Run one check before the person's eyes and return whether it passed."""
    print(f"── {check.name}", flush=True)
    began = time.monotonic()
    passed = subprocess.run([python, *check.command], cwd=CHECKOUT, check=False).returncode == 0
    print(f"   {'ok' if passed else 'FAILED'}, {time.monotonic() - began:.1f} s", flush=True)
    return passed


def have(program: Program) -> None:
    """Install a program that is missing, when this computer's package manager lets us.

    Raises NotReady with what to install when it does not.
    """
    if any(shutil.which(name) for name in program.names):
        return
    apt = ("env", "DEBIAN_FRONTEND=noninteractive", *("apt-get", "--yes", "--quiet"))
    rights = () if is_root() else ("sudo", "--non-interactive")
    if shutil.which("apt-get") and (is_root() or shutil.which("sudo")):
        print(f"── installing {program.package}", flush=True)
        for deed in (("update",), ("install", "--no-install-recommends", program.package)):
            subprocess.run([*rights, *apt, *deed], check=False, stdin=subprocess.DEVNULL)
    if not any(shutil.which(name) for name in program.names):
        raise start.NotReady(f"The real suites need {program.package}: install it and run this again.")


def is_root() -> bool:
    """Return whether we may install for the whole computer."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
