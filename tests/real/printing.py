"""A browser without a window, spoken to over a pipe: it opens a page, looks into it, and prints it.

One browser for all pages: each start costs more than a page.  Its own protocol is JSON, ended by a zero byte,
on the file handles 3 and 4.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final, Self

from guide.frozen import frozen

Json = Any

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
_FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
)  # fmt: skip
_DOMAINS: Final = ("Page.enable", "Network.enable", "Runtime.enable")
_BECOMES: Final = """
import fcntl, os, sys
hears, tells = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(hears, 3)
os.dup2(tells, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Gives the browser its handles 3 and 4, and becomes it."""

_SIZE: Final = re.compile(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts")
_SHEETS: Final = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}
"""In millimetres, upright."""


def missing() -> str:
    """Return what is missing to print papers here, as a reason; nothing when all is there."""
    lacking = [] if _browser() else [BROWSERS[0]]
    lacking += [name for name in ("pdftotext", "pdfinfo") if shutil.which(name) is None]
    return f"papers are printed with {' and '.join(lacking)}, not found here" if lacking else ""


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@frozen
class Printed:
    """A page as it was printed, and what the browser did with it."""

    pages: tuple[str, ...]
    """The words of each page."""
    sizes: frozenset[str]
    """Every size among them, such as `A4 landscape`."""
    loaded: tuple[str, ...]
    """Everything it loaded beside itself and what it holds inside."""
    title: str
    """The window's title, once everything had run."""
    came_to_life: tuple[str, ...]
    """Dialogs, messages to the console, new windows: what only a script can bring about."""


class Browser:
    """One browser with one page."""

    def __init__(self) -> None:
        self._folder = mkdtemp(prefix="guide-browser-")
        hears, self._tell = os.pipe()
        self._ear, tells = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _BECOMES, str(hears), str(tells), str(_browser()), *_FLAGS,
             f"--user-data-dir={self._folder}", "about:blank"],
            pass_fds=(hears, tells), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(hears)
        os.close(tells)
        self._number, self._left, self._events = 0, b"", list[Json]()
        target = self._do("Target.createTarget", url="about:blank")["targetId"]
        self._page = self._do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in _DOMAINS:
            self._do(domain)

    def print(self, page: Path) -> Printed:
        """Open a page and print it as its own style wants it printed."""
        address = self.open(page)
        pdf = self._do("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        file = Path(self._folder) / "page.pdf"
        file.write_bytes(base64.b64decode(pdf))
        return Printed(
            words_of(file),
            sizes_of(file),
            self._loaded(address),
            self.look_up("document.title"),
            self._alive(),
        )

    def open(self, page: Path) -> str:
        """Open a page, let it come to rest, and return its address."""
        self._events.clear()
        address = page.as_uri()
        self._do("Page.navigate", url=address)
        while not any(one["method"] == "Page.loadEventFired" for one in self._events):
            self._hear()
        self.look_up("document.fonts.ready.then(() => 0)")
        return address

    def dress(self, media: str) -> None:
        """Show the page as it is printed, or with nothing as it is on a screen."""
        self._do("Emulation.setEmulatedMedia", media=media)

    def look_up(self, expression: str) -> Any:
        """Return what an expression of the page's own language comes to; fails with what it throws."""
        found = self._do("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def _loaded(self, address: str) -> tuple[str, ...]:
        asked = [
            one["params"]["request"]["url"]
            for one in self._events
            if one["method"] == "Network.requestWillBeSent"
        ]
        return tuple(url for url in asked if url != address and not url.startswith("data:"))

    def _alive(self) -> tuple[str, ...]:
        signs = (
            "Page.javascriptDialogOpening",
            "Runtime.consoleAPICalled",
            "Page.windowOpen",
            "Runtime.exceptionThrown",
        )
        return tuple(json.dumps(one) for one in self._events if one["method"] in signs)

    def _do(self, method: str, **params: Json) -> Json:
        """Give an order and return what came of it; what happens meanwhile is kept."""
        self._number += 1
        order: dict[str, Json] = {"id": self._number, "method": method, "params": params}
        if not method.startswith("Target."):
            order["sessionId"] = self._page
        os.write(self._tell, json.dumps(order).encode() + b"\0")
        while True:
            answer = self._hear()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def _hear(self) -> Mapping[str, Json]:
        while b"\0" not in self._left:
            more = os.read(self._ear, 1 << 20)
            assert more, "the browser has ended"
            self._left += more
        message, _, self._left = self._left.partition(b"\0")
        heard: Mapping[str, Json] = json.loads(message)
        if "method" in heard:
            self._events.append(heard)
            if heard["method"] == "Page.javascriptDialogOpening":
                raise AssertionError(heard)
        return heard

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(20)
        os.close(self._tell)
        os.close(self._ear)
        shutil.rmtree(self._folder, ignore_errors=True)


def words_of(pdf: Path) -> tuple[str, ...]:
    """Return the words of each page, in the order they were laid out."""
    return tuple(_read("pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-").split("\f")[:-1])


def sizes_of(pdf: Path) -> frozenset[str]:
    """Return every size among the pages."""
    found = _SIZE.findall(_read("pdfinfo", "-f", "1", "-l", "9999", str(pdf)))
    return frozenset(_size(float(wide) / 72 * 25.4, float(high) / 72 * 25.4) for wide, high in found)


def _size(wide: float, high: float) -> str:
    """Return what a page of so many millimetres is called."""
    short, long = sorted((wide, high))
    named = (name for name, (one, other) in _SHEETS.items() if abs(short - one) < 1 and abs(long - other) < 1)
    return f"{next(named, f'{wide:.0f} × {high:.0f}')} {'landscape' if wide > high else 'portrait'}"


def _read(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()
