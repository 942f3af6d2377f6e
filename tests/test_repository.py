"""What the repository itself promises: it speaks of guide only, and its locks are whole."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
LEFT_OUT = {".git", ".venv", "dist", "build", "out", "node_modules", "__pycache__"}
LARGEST = 1_000_000
LOCKS = ("guide", "office", "test", "real", "bench")

# Put together here, or this file would be the first to be found.
PACKAGE_HOSTS = ("pypi" + ".org", "python" + "hosted", "npm" + "js", "crates" + ".io", "deb.debian" + ".org")
THIS_MACHINE = re.compile(r"(?<![\w.~-])/(?:wo" + r"rk|ro" + r"ot|op" + r"t/pypi)(?:/|\b)")
REGISTERED = re.compile("signs" + r"\s+of\s+(?:safety|success|belonging|wellbeing)", re.IGNORECASE)


@cache
def texts() -> dict[str, str]:
    """Return every text file of the checkout, by its path; binary and very large ones are left out."""
    found = {}
    for path in sorted(CHECKOUT.rglob("*")):
        parts = path.relative_to(CHECKOUT).parts
        if any(part in LEFT_OUT or part.endswith("_cache") or part == ".hypothesis" for part in parts):
            continue
        if path.is_file() and path.stat().st_size <= LARGEST and b"\0" not in (content := path.read_bytes()):
            found["/".join(parts)] = content.decode(errors="replace")
    return found


def locked(lock: str) -> dict[str, str]:
    """Return the lock's packages and their versions."""
    text = texts()[f"locks/{lock}.lock"]
    return dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", text, flags=re.MULTILINE))


def wanted(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks for."""
    project = tomllib.loads(texts()["pyproject.toml"])
    lines = [*project["project"]["dependencies"], *grouped(project["dependency-groups"], lock)]
    return [Requirement(line) for line in lines]


def grouped(groups: dict[str, list[str | dict[str, str]]], name: str) -> list[str]:
    """Return what a group asks for, and the groups it includes."""
    found: list[str] = []
    for line in groups.get(name, ()):
        found += [line] if isinstance(line, str) else grouped(groups, line["include-group"])
    return found


def test_there_is_something_to_look_at() -> None:
    assert {"README.md", "LICENSE", "CHANGELOG.md", ".ci/run", "scripts/start.py"} <= set(texts())


def test_no_file_names_where_packages_come_from() -> None:
    assert [(path, host) for path, text in texts().items() for host in PACKAGE_HOSTS if host in text] == []


def test_no_file_names_a_folder_of_the_machine_it_was_made_on() -> None:
    found = {path: named[0] for path, text in texts().items() if (named := THIS_MACHINE.search(text))}

    assert found == {}


def test_no_file_uses_a_registered_name() -> None:
    assert [path for path, text in texts().items() if REGISTERED.search(text)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_a_lock_has_hashes_and_nothing_else_stands_there(lock: str) -> None:
    packages = re.sub(r" \\\n\s+", " ", texts()[f"locks/{lock}.lock"]).splitlines()

    assert packages
    for package in packages:
        assert re.fullmatch(r"[a-z0-9.-]+==\S+( ; [^-]+)?( --hash=sha256:[0-9a-f]{64})+", package), package


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    versions = locked(lock)

    for requirement in wanted(lock):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_every_lock_contains_guides_own(lock: str) -> None:
    assert locked("guide").items() <= locked(lock).items()


def test_what_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", texts()["README.md"])

    assert links
    assert [link for link in links if not (CHECKOUT / link).exists()] == []
