"""A real terminal for a program, and what it painted there; only where there are pseudo-terminals."""

import os
import re
import select
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from bench_rows.row import NotMeasured

COLUMNS: Final = 120
LINES: Final = 40
_CHECKOUT: Final = Path(__file__).resolve().parents[2]
_PATIENCE: Final = 60.0
"""Seconds until something that is not painted will never be."""

# What moves the cursor, colours and titles: all that stands between the words.
_NOT_WORDS: Final = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|\s", re.DOTALL
)


def guide(home: Path, *arguments: str) -> "Terminal":
    """Start guide from this checkout, with everything it keeps in `home`."""
    environment = {"GUIDE_HOME": str(home), "PYTHONPATH": str(_CHECKOUT)}
    return Terminal([sys.executable, "-P", "-m", "guide", *arguments], environment)


class Terminal:
    """A program on a pseudo-terminal of 120 × 40; leave its `with` and it is ended."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        """Start a program; `environment` is added to this one's own."""
        if sys.platform == "win32":
            raise NotMeasured("There is no pseudo-terminal here: this row is measured on Linux and macOS.")
        self._own, other = os.openpty()
        _resize(self._own)
        self._painted = b""
        self.began = time.perf_counter()
        """When the program was started, by `time.perf_counter`."""
        self._program = subprocess.Popen(
            command,
            stdin=other,
            stdout=other,
            stderr=other,
            env={**os.environ, "TERM": "xterm-256color", **(environment or {})},
            start_new_session=True,
        )
        os.close(other)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._own)

    @property
    def memory(self) -> float:
        """What the program holds in memory now, in MB (its resident set)."""
        return _resident(self._program.pid)

    def painted(self, words: str) -> float:
        """Wait until words are on the screen, and return when that was, by `time.perf_counter`.

        Spaces do not count, for a line may break anywhere; neither does what was painted before the last
        `send`. Raises NotMeasured when they never come.
        """
        wanted = "".join(words.split()).encode()
        until = time.monotonic() + _PATIENCE
        while wanted not in _NOT_WORDS.sub(b"", self._painted):
            if not self._read(until - time.monotonic()):
                missing = f"“{words}” never came on the screen{self._ended()}"
                raise NotMeasured(f"{missing}; the last words there: {self._last()}")
        return time.perf_counter()

    def _ended(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            return f" of a program that had ended with {self._program.wait(0.1)}"
        return ""

    def _last(self) -> str:
        words = _NOT_WORDS.sub(b" ", self._painted).decode(errors="replace").split()
        return " ".join(words[-40:])

    def settle(self, quiet: float = 0.08) -> None:
        """Wait until nothing has been painted for `quiet` seconds."""
        while self._read(quiet):
            pass

    def send(self, keys: str) -> float:
        """Press keys, forgetting what was painted before; return when that was."""
        self._painted = b""
        began = time.perf_counter()
        os.write(self._own, keys.encode())
        return began

    def _read(self, wait: float) -> bool:
        """Read what was painted within `wait` seconds; False when there was nothing."""
        ready, _, _ = select.select([self._own], [], [], max(wait, 0))
        with suppress(OSError):  # Linux says so when the program has ended
            found = os.read(self._own, 1 << 16) if ready else b""
            self._painted += found
            return bool(found)
        return False


def _resize(terminal: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    if status.exists():
        found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii"))
        kilobytes = found[1] if found else "0"
    else:
        said = subprocess.run(
            ["/bin/ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True
        )
        kilobytes = said.stdout.strip()
    return int(kilobytes) / 1024
