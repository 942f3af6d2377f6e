"""`scripts/test.py` runs everything even when one check fails, and says what is missing in one sentence."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "test.py"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the script as a module, with two small checks in place of the long ones."""
    spec = importlib.util.spec_from_file_location("checks", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "checks", module)
    spec.loader.exec_module(module)
    fails = module.Check("first", ("-c", "raise SystemExit(1)"))
    passes = module.Check("second", ("-c", "print('second ran', flush=True)"))
    monkeypatch.setattr(module, "CHECKS", (fails, passes))
    return module


def test_every_check_runs_even_when_one_fails(script: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    failed = script.run_checks(sys.executable, ["--version"])

    said = capfd.readouterr().out
    assert failed == 1
    assert "second ran" in said
    assert said.splitlines()[-1] == "first FAILED · second ok · tests ok"


def test_all_is_well_only_when_every_check_passed(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "CHECKS", script.CHECKS[1:])

    assert script.run_checks(sys.executable, ["--version"]) == 0
    assert script.run_checks(sys.executable, ["--no-such-option"]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "second ok · tests FAILED"


def test_no_real_suites_yet_is_no_failure(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script, "REAL", tmp_path / "none")

    assert script.run_real(sys.executable, []) == 0
    assert capsys.readouterr().out == "There is nothing under tests/real yet.\n"


def test_a_program_that_is_there_is_not_installed(script: ModuleType) -> None:
    script.have(script.Program(("nobody-has-this", Path(sys.executable).name), "nothing"))


def test_a_program_that_cannot_be_installed_is_one_sentence(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(script.start.NotReady, match="need chromium: install it and run this again"):
        script.have(script.Program(("nobody-has-this",), "chromium"))
