"""Puts finished papers into a folder: whole or not at all, and never over what somebody changed by hand.

What the program wrote last is remembered beside the papers in one small file, name to fingerprint, and not
inside them: that works for every format, adds nothing to a paper, and fails on the safe side.  Where it is
missing or does not fit, a file counts as changed by hand and is kept.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from guide.errors import GuideError
from guide.frozen import frozen

MEMORY: Final = ".guide-made.json"
"""Beside the papers: which of them the program wrote, and their fingerprints."""
_FOR: Final = "for"
"""Beside the fingerprints: for whom they are, as one too; left out where they are for the file."""


class NoFolder(GuideError):
    """The place that was named for the papers is no folder."""


@frozen
class Reader:
    """Whose folder it is: papers for two readers never stand beside each other."""

    key: str = ""
    """The same for the same reader only; empty for the file."""
    folder: str = "file"
    """What the folder is called where it stands inside one that is somebody else's; it names nobody."""

    def room(self, to: Path) -> Path:
        """Return the folder to write into: `to`, unless that holds papers for somebody else."""
        number, room = 1, to
        while not self._owns(room):
            room = to / (self.folder if number == 1 else f"{self.folder}-{number}")
            number += 1
        return room

    def _owns(self, room: Path) -> bool:
        memory = _remembered(room)
        return not memory or memory.get(_FOR, "") == self.mark

    @property
    def mark(self) -> str:
        """The key as it is remembered; nothing can be read from it."""
        return _fingerprint(self.key.encode()) if self.key else ""


THE_FILE: Final = Reader()
"""The file, which holds everything."""


def put(papers: Mapping[str, str | bytes], to: Path, reader: Reader = THE_FILE) -> list[Path]:
    """Write every paper into this reader's folder under its file name and return where each one went.

    A file that was changed by hand is kept and the new one is called `<name>-2`.  Raises GuideError, one
    sentence, when the folder or the disk does not take them; then nothing there has changed.
    """
    made: dict[Path, Path] = {}
    try:
        to = reader.room(to)
        to.mkdir(parents=True, exist_ok=True)
        memory = _remembered(to) | ({_FOR: reader.mark} if reader.mark else {})
        for name, paper in papers.items():
            content = paper.encode() if isinstance(paper, str) else paper
            place = _place(to, name, memory)
            made[place] = _beside(place, content)
            memory[place.name] = _fingerprint(content)
        written = list(made)
        # Last, so that a file is never taken for ours before it is.
        told = json.dumps(memory, indent=1, sort_keys=True) + "\n"
        made[to / MEMORY] = _beside(to / MEMORY, told.encode())
        for place, ready in made.items():
            ready.replace(place)
    except OSError as fault:
        raise _refusal(fault, to) from fault
    finally:
        for ready in made.values():
            with suppress(OSError):
                ready.unlink(missing_ok=True)
    return written


def _place(to: Path, name: str, memory: Mapping[str, str]) -> Path:
    """Return where a file goes: its own name, or the first numbered one that is not somebody's own."""
    stem, _, ending = name.rpartition(".")
    place, number = to / name, 1
    while place.exists() and memory.get(place.name) != _fingerprint(place.read_bytes()):
        number += 1
        place = to / f"{stem}-{number}.{ending}"
    return place


def _beside(place: Path, content: bytes) -> Path:
    """Return a finished file in the same folder, on disk, that only has to be renamed."""
    ready = place.with_name(f".guide-{token_hex(6)}.part")
    try:
        with ready.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        ready.unlink(missing_ok=True)
        raise
    return ready


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _remembered(to: Path) -> dict[str, str]:
    """Return what was written here before; nothing when that cannot be read."""
    try:
        held = json.loads((to / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(print_) for name, print_ in held.items()} if isinstance(held, dict) else {}


def _refusal(fault: OSError, to: Path) -> GuideError:
    if isinstance(fault, FileExistsError | NotADirectoryError):
        return NoFolder(f"The papers need a folder, and {to} is not one: choose another.")
    return GuideError(_sentence(fault, to))


def _sentence(fault: OSError, to: Path) -> str:
    match fault:
        case PermissionError():
            return f"The papers could not be written into {to}: close them elsewhere or name another folder."
        case _:
            why = fault.strerror or "it did not work"
            return f"The papers could not be written into {to} ({why}): make room or name another folder."
