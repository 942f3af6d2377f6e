"""Make guide ready on this computer, once, and start it: `python3 scripts/start.py [guide's own arguments]`.

Everything lands in `.venv` beside this checkout and comes from `locks/`, each file held to its hash. The
file `.venv/ready` says what is installed there; while that is not so it says "unfinished", and the next
start begins afresh. It must parse in Python 3.6, to say that it needs a newer one.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("guide needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])

import contextlib
import hashlib
import os
from collections.abc import Iterator
from typing import NoReturn

CHECKOUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(CHECKOUT, ".venv")
READY = os.path.join(VENV, "ready")
LOG = os.path.join(VENV, "install.log")
ON_WINDOWS = os.name == "nt"
BIN = os.path.join(VENV, "Scripts" if ON_WINDOWS else "bin")
PYTHON = os.path.join(BIN, "python.exe" if ON_WINDOWS else "python")
UNFINISHED = "unfinished"
# The command `guide` inside `.venv`, for whoever activates it.
COMMAND = (
    '@"%~dp0python.exe" -P -m guide %*\r\n'
    if ON_WINDOWS
    else '#!/bin/sh\nexec "$(dirname "$0")/python" -P -m guide "$@"\n'
)

# `--no-deps`: the lock is whole. `--only-binary`: nobody here should need a compiler.
PIP_INSTALL = (
    *("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-user"),
    *("--retries", "2", "--require-hashes", "--only-binary", ":all:", "--no-deps", "--requirement"),
)
FULL = "The disk is full: guide needs about 200 MB here; make room and run the same command again."
NOT_SAFE = (
    "The network here does not let Python make a safe connection; ask whoever looks after it, or do the first"
    " start on another one."
)
NO_NETWORK = "There is no network just now: guide needs it once, the first time; connect and run this again."
NOT_EXPECTED = "What arrived is not what guide expects, so it was not used; try again, or on another network."
NOT_MADE = (
    "A part of guide is not made for Python %d.%d on this computer; Python 3.11 to 3.13 (64 bit) is known to"
    " work." % sys.version_info[:2]
)
NO_PIP = (
    "The folder .venv was made by something else and has no pip; remove it and run the same command again."
)
NO_VENV = (
    "Python's own venv is missing here; install it (on Debian and Ubuntu: sudo apt install python3-venv) and"
    " run the same command again."
)
# What pip and venv print at length when something is missing, and what it means; the first found counts.
CAUSES = {
    "No space left": FULL,
    "not enough space": FULL,
    "CERTIFICATE_VERIFY_FAILED": NOT_SAFE,
    "SSLError": NOT_SAFE,
    "NewConnectionError": NO_NETWORK,
    "NameResolution": NO_NETWORK,
    "ConnectTimeout": NO_NETWORK,
    "ReadTimeout": NO_NETWORK,
    "ConnectionError": NO_NETWORK,
    "ProxyError": NO_NETWORK,
    "DO NOT MATCH THE HASHES": NOT_EXPECTED,
    "No matching distribution": NOT_MADE,
    "No module named pip": NO_PIP,
    "ensurepip is not available": NO_VENV,
}


class NotReady(Exception):
    """What is missing and what to do about it, in one sentence."""


def main(arguments: list[str]) -> int:
    """Make ready whatever is not, then hand over to guide and return its exit code."""
    try:
        python = make_ready()
    except NotReady as missing:
        print(missing, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The next start begins again from here.", file=sys.stderr)
        return 130
    # `-P`: a file called json.py where the person happens to stand must not be taken for Python's own.
    return hand_over([python, "-P", "-m", "guide", *arguments])


def make_ready(lock: str = "guide") -> str:
    """Return the Python that has everything in `locks/LOCK.lock`, installing it first if need be.

    Raises NotReady with a sentence for the person.
    """
    if is_ready(lock):
        return PYTHON
    print("Getting things ready, once (about a minute)…", file=sys.stderr, flush=True)
    try:
        with one_at_a_time():
            if not is_ready(lock):
                install(lock)
    except OSError as refused:
        reason = refused.strerror or type(refused).__name__
        raise NotReady(
            f"guide could not make itself ready in {VENV} ({reason}); is that folder yours to write in?"
        ) from None
    return PYTHON


def is_ready(lock: str) -> bool:
    """Return whether `.venv` holds what the lock names, for the Python it was made with."""
    return read_stamp().get(lock) == fingerprint(lock) and not is_broken()


def is_broken() -> bool:
    """Return whether `.venv` was left unfinished, or the Python it was made with has gone or changed."""
    installed = read_stamp()
    if not os.path.exists(PYTHON) or UNFINISHED in installed:
        return True
    return bool(installed) and (installed.get("python") != os.path.realpath(PYTHON) or not base_exists())


def base_exists() -> bool:
    """Return whether the Python that `.venv` leans on is still there; on Windows nothing else tells."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg"), encoding="utf-8") as lines:
            homes = [line.partition("=")[2].strip() for line in lines if line.split("=")[0].strip() == "home"]
    except OSError:
        return False
    return all(os.path.isdir(home) for home in homes)


def fingerprint(lock: str) -> str:
    """Return the hash of a lock, the name under which it is installed."""
    path = os.path.join(CHECKOUT, "locks", lock + ".lock")
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError as missing:
        raise NotReady(f"{path} cannot be read ({missing.strerror}); get a whole copy of guide.") from None


def read_stamp() -> dict[str, str]:
    """Return what `.venv/ready` says: the Python, and the hash of each lock installed."""
    try:
        with open(READY, encoding="utf-8") as stamp:
            return {name: value for name, _, value in (line.rstrip("\n").partition(" ") for line in stamp)}
    except (OSError, UnicodeDecodeError):
        return {}


def write_stamp(installed: dict[str, str]) -> None:
    """Write `.venv/ready` whole or not at all."""
    with open(READY + ".new", "w", encoding="utf-8") as file:
        file.writelines(f"{name} {value}\n" for name, value in installed.items())
        file.flush()
        os.fsync(file.fileno())
    os.replace(READY + ".new", READY)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let only one start make things ready; a second one waits here, and then finds them ready."""
    with open(os.path.join(CHECKOUT, "pyproject.toml"), "rb") as held:
        with contextlib.suppress(ImportError, OSError):
            import fcntl  # not on Windows, where two first starts at once are left to chance

            fcntl.flock(held, fcntl.LOCK_EX)
            # pip outlives a start that is killed: it takes the lock with it, and the next start waits for it.
            os.set_inheritable(held.fileno(), True)
        yield


def install(lock: str) -> None:
    """Bring `.venv` to what the lock names, and say so in its stamp only when all of it is there."""
    already = read_stamp()
    if is_broken():
        already = {}
        make_venv()
    write_stamp({UNFINISHED: ""})
    run([PYTHON, "-I", *PIP_INSTALL, os.path.join(CHECKOUT, "locks", lock + ".lock")])
    link()
    # Every lock contains guide's own, so whoever installed for the tests can start as well.
    locks = {name: fingerprint(name) for name in ("guide", lock)}
    write_stamp({**already, "python": os.path.realpath(PYTHON), **locks})


def make_venv() -> None:
    """Make an empty `.venv`, in place of a broken one."""
    import importlib.util
    import shutil

    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise NotReady(NO_VENV)
    if os.path.isdir(VENV):
        shutil.rmtree(VENV)
    os.mkdir(VENV)
    write_stamp({UNFINISHED: ""})
    run([sys.executable, "-m", "venv", VENV])


def link() -> None:
    """Let `.venv` find guide in this checkout, by a relative path so that the folder may be moved."""
    packages = run([PYTHON, "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
    with open(os.path.join(packages, "guide.pth"), "w", encoding="utf-8") as path:
        path.write(os.path.relpath(CHECKOUT, os.path.realpath(packages)) + "\n")
    command = os.path.join(BIN, "guide.cmd" if ON_WINDOWS else "guide")
    with open(command, "w", encoding="utf-8", newline="") as script:
        script.write(COMMAND)
    os.chmod(command, 0o755)


def run(command: list[str]) -> str:
    """Run a step of the installing and return what it printed, or raise NotReady with the cause."""
    import subprocess

    said = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        close_fds=False,
    )
    if said.returncode == 0:
        return said.stdout
    with contextlib.suppress(OSError), open(LOG, "w", encoding="utf-8") as log:
        log.write(said.stdout + said.stderr)
    raise NotReady(cause(said.stdout + said.stderr))


def cause(output: str) -> str:
    """Return one sentence for what pip or venv printed at length."""
    found = (sentence for sign, sentence in CAUSES.items() if sign in output)
    return next(found, f"Getting things ready did not work; the reason is at the end of {LOG}.")


def hand_over(command: list[str]) -> int:
    """Become guide; on Windows, where a program cannot, run it and return its exit code."""
    return run_beside(command) if ON_WINDOWS else become(command)


def become(command: list[str]) -> NoReturn:
    """Put guide in this program's place, so that nothing stands between it and the terminal."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)


def run_beside(command: list[str]) -> int:
    """Run guide and wait; Ctrl-C reaches it by itself, and is its own to answer."""
    import subprocess

    with subprocess.Popen(command) as guide:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                return guide.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
