"""Keeps compiled flows in `GUIDE_HOME/cache`, so that a conversation starts without reading YAML.

An index says of each flow which files it was made from.  While none of them has changed in size or time,
the compiled flow is taken as it is; otherwise their content decides.  The cache is never needed: what is
missing, cut off or from another version is made again, and a folder that cannot be written is gone without.
"""

import json
import os
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from guide.flow.model import COMPILED, Json
from guide.frozen import mutable

_INDEX: Final = "index.json"
_SETTLED: Final = 2_000_000_000
"""Nanoseconds: a file changed this shortly before it was seen could change again and keep its time."""

Stamp = list[Any]
"""One file as it was: path, size and time in nanoseconds; the size is -1 when it was not there."""


@mutable
class Cache:
    """The compiled flows on this computer; reading and writing it never fails."""

    folder: Path
    _index: dict[str, Json] | None = None

    def known(self, flow: Path) -> Json | None:
        """Return what the index knows of the flow file `flow`, if that is still as it was."""
        entry = self._read_index().get(str(flow.absolute()))
        try:
            if not isinstance(entry, dict) or entry["stamp"] != compiler():
                return None
            if not _is_untouched(entry) and not self._is_the_same(entry):
                return None
        except (KeyError, TypeError, ValueError):
            return None
        return entry

    def _is_the_same(self, entry: Json) -> bool:
        """Whether the files of an entry hold what they held; if so their new times are remembered."""
        stamps = [stamp(Path(one[0])) for one in entry["files"]]
        if contents(stamps) != entry["content"]:
            return False
        entry["files"] = stamps
        try:
            entry["seen"] = self._now()
            self._write_index()
        except OSError:
            pass
        return True

    def _now(self) -> int:
        """Return the time by the clock of the disk, in nanoseconds: that of a file just written."""
        path = self.folder / "now"
        _write(path, b"")
        return path.stat().st_mtime_ns

    def _write_index(self) -> None:
        _write(self.folder / _INDEX, json.dumps(self._read_index(), ensure_ascii=False).encode())

    def compiled(self, entry: Json) -> Json | None:
        """Return the compiled flow of an entry; None when it is gone or not what was put there."""
        try:
            raw = (self.folder / f"{entry['key']}.json").read_bytes()
            return json.loads(raw) if _hash(raw) == entry["holds"] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, flow: Path, stamps: Sequence[Stamp], compiled: Json | None, tells: Json) -> None:
        """Keep a compiled flow and what the list of flows tells of it; None for one that is broken.

        `stamps` are those of all files it was made from, taken before they were read.
        """
        try:
            self._keep(str(flow.absolute()), stamps, compiled, tells)
        except (OSError, ValueError):
            return

    def _keep(self, name: str, stamps: Sequence[Stamp], compiled: Json | None, tells: Json) -> None:
        content = contents(stamps)
        if any(stamp(Path(one[0])) != one for one in stamps):
            return  # somebody is writing in them; the next start will see
        entry: Json = {"stamp": compiler(), "files": list(stamps), "content": content, "tells": tells}
        entry["seen"] = self._now()
        if compiled is not None:
            raw = json.dumps(compiled, ensure_ascii=False, separators=(",", ":")).encode()
            entry |= {"key": _hash(f"{compiler()} {name} {content}".encode()), "holds": _hash(raw)}
            _write(self.folder / f"{entry['key']}.json", raw)
        self._index = None
        old = self._read_index().get(name)
        self._read_index()[name] = entry
        self._write_index()
        if isinstance(old, dict) and old.get("key") not in {None, entry.get("key")}:
            (self.folder / f"{old['key']}.json").unlink(missing_ok=True)

    def _read_index(self) -> dict[str, Json]:
        if self._index is None:
            try:
                index = json.loads((self.folder / _INDEX).read_bytes())
            except (OSError, ValueError):
                index = {}
            self._index = index if isinstance(index, dict) else {}
        return self._index


def stamp(path: Path) -> Stamp:
    """Return a file as it is now."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return [str(path.absolute()), -1, 0]
    return [str(path.absolute()), status.st_size, status.st_mtime_ns]


def contents(stamps: Iterable[Stamp]) -> str:
    """Return a hash of what stands in the files, whatever their times are."""
    whole = blake2b(digest_size=16)
    for path, *_ in stamps:
        try:
            raw = Path(path).read_bytes()
        except (OSError, ValueError):
            raw = b"\0"
        whole.update(f"{path}\0{len(raw)}\0".encode("utf-8", "surrogateescape"))
        whole.update(raw)
    return whole.hexdigest()


@cache
def compiler() -> str:
    """Return a stamp of the compiler itself: its own files, so that a newer one compiles again."""
    folder = Path(__file__).parent
    own = blake2b(str(COMPILED).encode(), digest_size=8)
    try:
        for path in sorted(folder.glob("*.py")):
            status = path.stat()
            own.update(f"{path} {status.st_size} {status.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    except OSError:
        pass
    return own.hexdigest()


def _is_untouched(entry: Json) -> bool:
    """Whether no file has another size or time, and none was so new that its time could not tell."""
    newest = max((time for _, _, time in entry["files"]), default=0)
    return entry["seen"] > newest + _SETTLED and all(stamp(Path(one[0])) == one for one in entry["files"])


def _hash(raw: bytes) -> str:
    return blake2b(raw, digest_size=16).hexdigest()


def _write(path: Path, raw: bytes) -> None:
    """Write a file whole or not at all; a home that has to be made is readable by its owner alone."""
    path.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    own = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        own.write_bytes(raw)
        own.replace(path)
    finally:
        own.unlink(missing_ok=True)
