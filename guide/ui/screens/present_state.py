"""Tells a second terminal where the room's screen is, through one small file that holds nobody's words."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from guide.frozen import frozen
from guide.paths import Paths

_NAME: Final = "present.json"
_NO_FILE: Final = (0, 0)
_MANY_LOOKS: Final = 12
"""Looks without news after which the room's screen counts as gone: it speaks up every second or so."""


@frozen
class Shown:
    """Where a showing is."""

    talk: str
    """The talk's file."""
    cut: int
    number: str
    """The stop's number."""
    layers: tuple[str, ...]
    is_live: bool = False
    """Whether the room answers live just now."""


class RoomFile:
    """The file: the room's screen writes it again and again, whoever follows looks at it."""

    def __init__(self, paths: Paths) -> None:
        self.file = paths.home / _NAME
        self._told: Shown | None = None
        self._stamp: tuple[int, int] | None = None
        """That of the file when it was looked at last; zeros where there was none."""
        self._known: Shown | None = None
        self._looks = _MANY_LOOKS
        """How often it was looked at since it changed; at first, what is there may be left from long ago."""

    # The room's side

    def tell(self, shown: Shown) -> None:
        """Say where the room's screen is; where nothing can be written the notes are used by hand."""
        self._told = shown
        self.tell_again()

    def tell_again(self) -> None:
        """Say it once more: a screen that is gone says nothing."""
        if self._told is None:
            return
        shown = self._told
        value = {"talk": shown.talk, "cut": shown.cut, "number": shown.number, "layers": list(shown.layers)}
        part = self.file.with_suffix(f".{os.getpid()}.part")
        with suppress(OSError):
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_text(json.dumps(value | {"live": shown.is_live}), encoding="utf-8")
            part.replace(self.file)

    def forget(self) -> None:
        """Say that no room's screen is there any more."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)

    # The trainer's side

    @property
    def is_there(self) -> bool:
        """Whether a room's screen was heard of lately."""
        return self._looks < _MANY_LOOKS

    def look(self) -> Shown | None:
        """Return where the room's screen went since the last look; None when it stayed, or is not there."""
        before, self._stamp = self._stamp, self._stamp_now()
        if before is None or self._stamp in {before, _NO_FILE}:
            gone = self._stamp == _NO_FILE
            self._looks = _MANY_LOOKS if gone else self._looks + 1
            return None
        self._looks = 0
        shown = self._read()
        if shown is None or shown == self._known:
            return None
        self._known = shown
        return shown

    def talk_shown(self) -> str:
        """Return the file of the talk a room is, or was last, shown; empty for none."""
        shown = self._read()
        return shown.talk if shown is not None else ""

    def _stamp_now(self) -> tuple[int, int]:
        try:
            status = self.file.stat()
        except OSError:
            return _NO_FILE
        return status.st_mtime_ns, status.st_ino

    def _read(self) -> Shown | None:
        try:
            return _shown(json.loads(self.file.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return None


def _shown(value: Any) -> Shown | None:
    """Return what the file says; None for somebody else's."""
    if not isinstance(value, Mapping) or not isinstance(value.get("cut"), int):
        return None
    layers = value.get("layers")
    if not isinstance(layers, list):
        return None
    talk, number = str(value.get("talk", "")), str(value.get("number", ""))
    return Shown(talk, value["cut"], number, tuple(map(str, layers)), value.get("live") is True)
