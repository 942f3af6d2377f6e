"""The first start makes things ready from the lock; every later one goes straight through."""

import ast
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

START = Path(__file__).parent.parent / "scripts" / "start.py"
GETTING_READY = "Getting things ready, once"
OWN_SHARE = 0.2
"""Seconds a start that has nothing to make ready may take before guide has its turn."""

# Stands in for guide: says how it was called, whether its part is there, and ends as it is told to.
STUB = """
import os, sys
try:
    import calm
except ImportError:
    sys.exit("calm is not there")
print(calm.VERSION, os.getcwd(), sys.argv[1:])
sys.exit(int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdigit() else 0)
"""


@dataclass(frozen=True)
class Checkout:
    """A checkout as small as can be, with a shelf of wheels in place of a network."""

    folder: Path
    shelf: Path

    def start(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Start guide there as a newcomer would."""
        return subprocess.run(
            [sys.executable, str(self.folder / "scripts" / "start.py"), *arguments],
            cwd=cwd or self.folder,
            env={**os.environ, **self.pip},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def pip(self) -> dict[str, str]:
        """Settings that show pip the shelf and nothing else."""
        return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.shelf), "PIP_CONFIG_FILE": os.devnull}

    @property
    def stamp(self) -> Path:
        """What says what is installed."""
        return self.folder / ".venv" / "ready"

    @property
    def pythons(self) -> tuple[Path, Path]:
        """Where the environment's Python stands, here or on Windows."""
        return self.folder / ".venv" / "bin" / "python", self.folder / ".venv" / "Scripts" / "python.exe"

    def lock(self, version: str, fingerprint: str = "") -> None:
        """Let the lock ask for this version of the one part there is; it is put on the shelf."""
        wheel = self.shelf / f"calm-{version}-py3-none-any.whl"
        about = f"calm-{version}.dist-info"
        with zipfile.ZipFile(wheel, "w") as file:
            file.writestr("calm.py", f"VERSION = '{version}'\n")
            file.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: calm\nVersion: {version}\n")
            file.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            file.writestr(
                f"{about}/RECORD", f"calm.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n"
            )
        fingerprint = fingerprint or hashlib.sha256(wheel.read_bytes()).hexdigest()
        lock = self.folder / "locks" / "guide.lock"
        lock.write_text(f"calm=={version} \\\n    --hash=sha256:{fingerprint}\n", encoding="utf-8")

    def copied(self, to: Path) -> "Checkout":
        """Return a copy of all of it somewhere else, as if the folder had been moved."""
        shutil.copytree(self.folder.parent, to, symlinks=True)
        return Checkout(to / self.folder.name, to / self.shelf.name)


def new_checkout(folder: Path) -> Checkout:
    checkout = Checkout(folder / "a checkout", folder / "shelf")
    for name in ("scripts", "guide", "locks"):
        (checkout.folder / name).mkdir(parents=True)
    checkout.shelf.mkdir()
    shutil.copy(START, checkout.folder / "scripts")
    (checkout.folder / "pyproject.toml").touch()
    (checkout.folder / "guide" / "__init__.py").touch()
    (checkout.folder / "guide" / "__main__.py").write_text(STUB, encoding="utf-8")
    checkout.lock("1.0")
    return checkout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, subprocess.CompletedProcess[str]]:
    """Make one checkout ready and return it with what the first start said."""
    checkout = new_checkout(tmp_path_factory.mktemp("made") / "here")
    return checkout, checkout.start("first")


@pytest.fixture
def ready(made: tuple[Checkout, subprocess.CompletedProcess[str]], tmp_path: Path) -> Checkout:
    """Return a checkout of this test's own that has been started once."""
    return made[0].copied(tmp_path / "copy")


@pytest.fixture
def fresh(tmp_path: Path) -> Checkout:
    """Return a checkout that has never been started."""
    return new_checkout(tmp_path / "fresh")


@pytest.fixture
def script() -> ModuleType:
    """Return the script itself, for what no real start can show here."""
    spec = importlib.util.spec_from_file_location("start_by_itself", START)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_first_start_says_one_calm_line_and_starts_guide(
    made: tuple[Checkout, subprocess.CompletedProcess[str]],
) -> None:
    checkout, first = made

    assert first.returncode == 0, first.stderr
    assert first.stdout == f"1.0 {checkout.folder} ['first']\n"
    assert first.stderr.splitlines() == ["Getting things ready, once (about a minute)…"]


def test_a_second_start_goes_straight_through_without_pip_or_a_shelf(ready: Checkout) -> None:
    shutil.rmtree(ready.shelf)

    again = ready.start("again")

    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout == f"1.0 {ready.folder} ['again']\n"


def test_a_second_start_takes_next_to_no_time_of_its_own(ready: Checkout) -> None:
    def seconds(*command: str) -> float:
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ready.folder)
        return time.perf_counter() - began

    python = str(next(path for path in ready.pythons if path.exists()))
    alone = min(seconds(python, "-P", "-m", "guide") for _ in range(5))
    started = min(seconds(sys.executable, str(ready.folder / "scripts" / "start.py")) for _ in range(5))

    assert started - alone < OWN_SHARE


def test_arguments_exit_code_and_place_are_the_persons_own(ready: Checkout, tmp_path: Path) -> None:
    (tmp_path / "calm.py").write_text("raise SystemExit('taken from where the person stands')")

    started = ready.start("7", "two words", "--", "-x", cwd=tmp_path)

    assert started.returncode == 7
    assert started.stdout == f"1.0 {tmp_path} ['7', 'two words', '--', '-x']\n"


@pytest.mark.skipif(os.name == "nt", reason="there the command is a .cmd file")
def test_whoever_activates_the_environment_has_the_command_guide(ready: Checkout, tmp_path: Path) -> None:
    said = subprocess.run(
        [str(ready.folder / ".venv" / "bin" / "guide"), "a b"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )

    assert said.stdout == f"1.0 {tmp_path} ['a b']\n"


def test_a_changed_lock_is_installed_by_the_next_start(ready: Checkout) -> None:
    ready.lock("1.1")

    started = ready.start()

    assert started.stderr.startswith(GETTING_READY)
    assert started.stdout.startswith("1.1 ")
    assert ready.start().stderr == ""


def test_an_interrupted_install_is_made_again_from_nothing(ready: Checkout) -> None:
    ready.stamp.write_text("unfinished\n", encoding="utf-8")
    packages = next((ready.folder / ".venv").rglob("calm.py")).parent
    (packages / "calm.py").write_text("half of it", encoding="utf-8")

    started = ready.start()

    assert started.stderr.startswith(GETTING_READY)
    assert started.stdout.startswith("1.0 ")
    assert "unfinished" not in ready.stamp.read_text(encoding="utf-8")


def test_an_environment_whose_python_has_changed_is_made_again(ready: Checkout) -> None:
    stamp = ready.stamp.read_text(encoding="utf-8")
    ready.stamp.write_text(stamp.replace("python ", "python /gone"), encoding="utf-8")

    started = ready.start()

    assert started.stderr.startswith(GETTING_READY)
    assert started.stdout.startswith("1.0 ")
    assert ready.stamp.read_text(encoding="utf-8") == stamp


def test_a_part_that_is_not_what_the_lock_names_is_not_used(ready: Checkout) -> None:
    ready.lock("1.1", fingerprint="0" * 64)

    started = ready.start()

    assert started.returncode == 1
    assert started.stdout == ""
    assert started.stderr.splitlines()[1:] == [
        "What arrived is not what guide expects, so it was not used; try again, or on another network."
    ]
    assert ready.stamp.read_text(encoding="utf-8").startswith("unfinished")


def test_without_a_network_one_sentence_says_so(ready: Checkout) -> None:
    ready.lock("1.1")
    nowhere = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
    command = [sys.executable, str(ready.folder / "scripts" / "start.py")]

    started = subprocess.run(
        command, env={**os.environ, **ready.pip, **nowhere}, capture_output=True, text=True, check=False
    )

    assert started.returncode == 1
    assert [line[:34] for line in started.stderr.splitlines()[1:]] == ["There is no network just now: guid"]


def test_a_part_that_does_not_exist_for_this_computer_is_one_sentence(ready: Checkout) -> None:
    ready.lock("1.1")
    shutil.rmtree(ready.shelf)

    started = ready.start()

    assert started.returncode == 1
    assert started.stderr.splitlines()[1].startswith("A part of guide is not made for Python 3.")
    assert (ready.folder / ".venv" / "install.log").read_text(encoding="utf-8") != ""


def test_something_in_the_way_is_one_sentence(fresh: Checkout) -> None:
    (fresh.folder / ".venv").touch()

    started = fresh.start()

    assert started.returncode == 1
    assert started.stderr.splitlines()[1].startswith("guide could not make itself ready in ")
    assert (fresh.folder / ".venv").read_bytes() == b""


def test_a_checkout_without_its_lock_is_one_sentence(fresh: Checkout) -> None:
    (fresh.folder / "locks" / "guide.lock").unlink()

    started = fresh.start()

    assert started.returncode == 1
    assert started.stderr.count("\n") == 1
    assert "get a whole copy of guide" in started.stderr


def test_without_pythons_own_venv_one_sentence_says_what_to_install(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(script, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(script, "PYTHON", str(tmp_path / ".venv" / "bin" / "python"))
    monkeypatch.setattr(script, "READY", str(tmp_path / ".venv" / "ready"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)

    assert script.main([]) == 1

    assert "sudo apt install python3-venv" in capsys.readouterr().err
    assert not (tmp_path / ".venv").exists()


def test_where_a_program_cannot_become_another_it_passes_the_exit_code_on(script: ModuleType) -> None:
    assert script.run_beside([sys.executable, "-c", "raise SystemExit(5)"]) == 5


def test_every_cause_is_one_sentence_and_an_unknown_one_names_the_log(script: ModuleType) -> None:
    for sign, sentence in script.CAUSES.items():
        assert script.cause(f"ERROR: {sign} at length\n") == sentence
        assert "\n" not in sentence

    assert script.cause("ERROR: what nobody foresaw").endswith("install.log.")


def test_a_python_that_is_too_old_can_read_the_script_and_is_told_so() -> None:
    source = START.read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))

    first_deeds = [type(deed) for deed in tree.body[:3]]
    assert first_deeds == [ast.Expr, ast.Import, ast.If]
    before_the_others_are_imported = "\n".join(ast.unparse(deed) for deed in tree.body[:3])
    old = "import sys; sys.version_info = (3, 9, 6)\n" + before_the_others_are_imported
    told = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr == "guide needs Python 3.11 or newer; this is 3.9.\n"
