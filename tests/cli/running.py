"""Running guide from a test as another program would: once, or kept open and spoken to line by line."""

import atexit
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Self

from guide.flow.library import flow_list
from guide.frozen import frozen
from guide.paths import Paths

Json = Any

CHECKOUT = Path(__file__).parents[2]
FLOWS = CHECKOUT / "flows"

WITH_NOBODYS_RIGHTS = """
import ctypes, os, sys
if os.geteuid() == 0 and sys.platform == "linux":
    for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: the next program may not have them
        ctypes.CDLL(None).prctl(24, right, 0, 0, 0)
"""
"""Be somebody whom the rights of files and folders concern; the superuser of a Linux is not."""

WITH_LITTLE_ROOM = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
"""
"""Have a disk on which no file grows beyond 400 kB."""

_THEN_GUIDE = "\nimport os, sys\nos.execv(sys.executable, [sys.executable, '-m', 'guide', *sys.argv[1:]])\n"


@frozen
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Json]:
        """Every object it printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def json(self) -> Json:
        """The one value it printed."""
        return json.loads(self.out)


def guide(home: Path, *arguments: object, heard: str | bytes = "", how: str = "") -> Ran:
    """Run guide with a folder of its own; `how` is Python that is run before in the same process."""
    done = subprocess.run(
        _command(home, arguments, how),
        input=heard if isinstance(heard, bytes) else heard.encode("utf-8", "surrogatepass"),
        capture_output=True, timeout=50, check=False, cwd=CHECKOUT, env=environment(),
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def _command(home: Path, arguments: Sequence[object], how: str) -> list[str]:
    begin = ["-c", how + _THEN_GUIDE] if how else ["-m", "guide"]
    return [sys.executable, *begin, "--home", str(home), *map(str, arguments)]


def environment() -> dict[str, str]:
    """Return our own, with Python keeping what it compiled, as it does for everybody."""
    return os.environ | {"PYTHONDONTWRITEBYTECODE": ""}


def home_with_flows(home: Path) -> Path:
    """Make a home in which our flows are compiled already: compiling is not what these tests are about."""
    warm = _warm_cache()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copytree(warm, home / "cache", dirs_exist_ok=True)
    return home


@cache
def _warm_cache() -> Path:
    home = Path(mkdtemp(prefix="guide-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    flow_list(Paths(home, FLOWS))
    return home / "cache"


class Program:
    """`guide talk --jsonl`, kept open: it prints a turn, hears a line, answers with one object."""

    def __init__(self, home: Path, *arguments: object, how: str = "") -> None:
        """Start it; the first turn is read only by `first`."""
        self.process = subprocess.Popen(
            _command(home, ("talk", "--jsonl", *arguments), how),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=CHECKOUT,
            env=environment(), text=True, encoding="utf-8",
        )  # fmt: skip
        self.turn: Json = {}

    def first(self) -> Json:
        """Return the turn it begins with."""
        return self.read()

    def read(self) -> Json:
        """Return the next object, {} when the program has ended."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        answer = json.loads(line) if line.endswith("\n") else {}
        if "turn" in answer:
            self.turn = answer
        return answer

    def write(self, reply: Json) -> None:
        """Say a line and do not wait for its answer."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(reply) + "\n")
        self.process.stdin.flush()

    def hear(self, reply: Json) -> Json:
        """Say a line and return the one object that answers it."""
        self.write(reply)
        return self.read()

    def go_on(self, is_there: Callable[[Json], bool]) -> Json:
        """Answer with the first example again and again until what is asked is what was looked for."""
        for _ in range(300):
            asks = self.turn.get("asks") or {}
            if is_there(asks):
                return asks
            answer = self.hear(asks["accepts"][0])
            assert "refused" not in answer, answer
        raise AssertionError("it was never asked")

    def close(self) -> str:
        """Close its input, wait for its end, and return what it complained of."""
        _, complaint = self.process.communicate(timeout=20)
        return complaint

    def __enter__(self) -> Self:
        self.first()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        complaint = self.close()
        assert kind is not None or complaint == "", complaint


def sessions(home: Path) -> list[str]:
    """Return the ids of what was started, the last changed first."""
    return [one["session"] for one in guide(home, "sessions", "--json").json]


def record(home: Path, session: str = "") -> Json:
    """Return the record of a session, of the newest when none is named."""
    return guide(home, "show", *filter(None, [session]), "--json").json


def sentence_of(ran: Ran) -> str:
    """Return the one sentence a command said no with; fails when it said anything else besides."""
    lines = [line for line in ran.err.splitlines() if not line.startswith("For the file")]
    assert len(lines) == 1, ran.err
    is_sentence(lines[0])
    assert "made a mistake of its own" not in lines[0], lines[0]
    return lines[0]


def is_sentence(says: str) -> None:
    """Fail unless this is one sentence for a person."""
    assert re.search(r"[.?]\Z|: guide check \S+\Z", says), says
    assert "\n" not in says
    assert "Traceback" not in says
    assert len(says) < 700, says


def people(*named: tuple[str, str], **more: Json) -> Mapping[str, Sequence[Json]]:
    """Return the reply that tells who is there, name and role each."""
    return {"people": [{"name": name, "as": role, **more} for name, role in named]}
