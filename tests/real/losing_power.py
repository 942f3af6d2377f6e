"""A disk that loses power: what a program wrote, cut off anywhere, only what was synced certain.

The program is watched by strace. Of what was written after a file's last sync, each write is kept, lost or
torn in sectors; a file whose folder was not synced since it was made may be missing altogether.
"""

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
WATCHED = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename"

_CALL = re.compile(r"(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_PLACE = re.compile(r"<((?:\\x[0-9a-f]{2})+)>")


@dataclass(frozen=True)
class Act:
    """One thing the program did."""

    name: str
    """write, truncate, sync, make, remove or say; another call by its own name."""
    path: str
    """The file it was done to."""
    offset: int = 0
    """Where it wrote, or the new size."""
    body: bytes = b""
    """What it wrote or said."""


@dataclass
class Kept:
    """One file as the disk holds it."""

    sure: bytearray = field(default_factory=bytearray)
    """What is there whatever happens."""
    waiting: list[Act] = field(default_factory=list)
    """What was asked for since the last sync."""
    is_named: bool = False
    """Whether the folder was synced since the file was made."""


class Disk:
    """What is on a disk that does as it is told only when it is made to."""

    def __init__(self) -> None:
        self.files: dict[str, Kept] = {}

    def take(self, act: Act) -> None:
        """Do what the program asked, as far as one can tell from outside."""
        match act.name:
            case "make":
                self.files.setdefault(act.path, Kept())
            case "remove":
                self.files.pop(act.path, None)
            case "write" | "truncate":
                self.files[act.path].waiting.append(act)
            case "sync" if act.path in self.files:
                self._sync(self.files[act.path])
            case "sync":
                for path, kept in self.files.items():
                    kept.is_named |= Path(path).parent == Path(act.path)

    def after_power_loss(self, chance: random.Random) -> dict[str, bytes]:
        """Return what might be found of each file."""
        left = {}
        mood = chance.choice(["lost", "kept", "torn", "mixed", "mixed"])
        for path, kept in self.files.items():
            if kept.is_named or chance.random() < 0.5:
                content = bytearray(kept.sure)
                for act in kept.waiting:
                    fate = chance.choice(["lost", "kept", "torn"]) if mood == "mixed" else mood
                    _suffer(content, act, fate, chance)
                left[path] = bytes(content)
        return left

    def _sync(self, kept: Kept) -> None:
        for act in kept.waiting:
            _apply(kept.sure, act)
        kept.waiting.clear()


def watch(command: list[str], folder: Path, log: Path, cwd: Path) -> list[Act]:
    """Run a Python program and return what it did to the files of `folder` and what it said, in order."""
    strace = ["strace", "-f", "-y", "-xx", "-s", "100000000", "-e", f"trace={WATCHED}", "-o", str(log)]
    subprocess.run([*strace, sys.executable, *command], check=True, stdout=subprocess.DEVNULL, cwd=cwd)
    return [act for act in _acts(log) if act.name == "say" or act.path.startswith(str(folder))]


def _acts(log: Path) -> Iterator[Act]:
    """Yield what strace saw, each call where it came back."""
    begun: dict[str, str] = {}
    with log.open() as lines:
        for line in lines:
            process, call = line.rstrip("\n").split(maxsplit=1)
            if call.endswith(" <unfinished ...>"):
                begun[process] = call.removesuffix(" <unfinished ...>")
                continue
            if call.startswith("<..."):
                call = begun.pop(process) + call.split("resumed>", 1)[1]
            found = _CALL.match(call)
            if found and not found[3].startswith("-"):
                yield from _act(found[1], found[2])


def _act(name: str, arguments: str) -> Iterator[Act]:
    place = _decoded(_PLACE, arguments).decode()
    text = _decoded(_TEXT, arguments)
    match name:
        case "write" if arguments.startswith("1<"):
            yield Act("say", place, body=text)
        case "pwrite64":
            yield Act("write", place, int(arguments.rsplit(",", 1)[1]), text)
        case "ftruncate":
            yield Act("truncate", place, int(arguments.rsplit(",", 1)[1]))
        case "fsync" | "fdatasync":
            yield Act("sync", place)
        case "openat" if "O_CREAT" in arguments:
            yield Act("make", text.decode())
        case "unlink" | "unlinkat":
            yield Act("remove", text.decode())
        case "openat":
            return
        case _:
            yield Act(name, place)


def _decoded(pattern: re.Pattern[str], arguments: str) -> bytes:
    found = pattern.search(arguments)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""


def _apply(content: bytearray, act: Act) -> None:
    end = act.offset if act.name == "truncate" else act.offset + len(act.body)
    content.extend(bytes(max(0, end - len(content))))
    if act.name == "truncate":
        del content[end:]
    else:
        content[act.offset : end] = act.body


def _suffer(content: bytearray, act: Act, fate: str, chance: random.Random) -> None:
    """Do to the content what became of one act that was never synced."""
    if fate == "lost":
        return
    if fate == "kept" or act.name == "truncate":
        _apply(content, act)
        return
    start = act.offset
    while start < act.offset + len(act.body):
        end = min((start // SECTOR + 1) * SECTOR, act.offset + len(act.body))
        if chance.random() < 0.5:
            piece = act.body[start - act.offset : end - act.offset]
            _apply(content, Act("write", act.path, start, piece))
        start = end
