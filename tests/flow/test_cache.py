"""A compiled flow is kept, told apart from one that has changed, and never needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.flow import library
from guide.flow.cache import Cache, contents, stamp
from guide.flow.findings import FlowBroken
from guide.flow.library import flow_list, flows_broken, load_flow
from guide.paths import Paths
from tests.flow.conftest import Write

FLOW = """\
flow: small
title: Small
sheets: [look]
sections:
  - {section: one, steps: [{ask: a, text: What?}]}
"""


@pytest.fixture
def paths(home: Path, flows: Path) -> Paths:
    return Paths(home=home, flows=flows)


@pytest.fixture
def small(write: Write) -> Path:
    return write("small/flow.yaml", FLOW)


def settle(paths: Paths) -> None:
    """Let every file be old, as they are on any other day."""
    for path in paths.flows.rglob("*.yaml"):
        os.utime(path, ns=(10**18, 10**18))


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that grows with every flow that is made anew."""
    made: list[str] = []
    whole = library._made

    def counted(path: Path, paths: Paths, cache: Cache) -> object:
        made.append(path.parent.name)
        return whole(path, paths, cache)

    monkeypatch.setattr(library, "_made", counted)
    return made


@pytest.mark.usefixtures("small")
def test_a_flow_is_made_once(paths: Paths, compilations: list[str]) -> None:
    settle(paths)

    first, second = load_flow("small", paths), load_flow("small", paths)

    assert compilations == ["small"]
    assert first.sections == second.sections


@pytest.mark.usefixtures("small")
def test_the_list_of_flows_does_not_make_them_again(paths: Paths, compilations: list[str]) -> None:
    load_flow("small", paths)

    assert [one["flow"] for one in flow_list(paths)] == ["small"]
    assert flow_list(paths) == flow_list(paths)
    assert compilations == ["small"]


@pytest.mark.parametrize("changed", ["small/flow.yaml", "sheets/look.yaml", "blocks/opening.yaml"])
def test_a_change_in_anything_a_flow_uses_makes_it_again(
    paths: Paths, write: Write, compilations: list[str], changed: str
) -> None:
    write("blocks/opening.yaml", "block: opening\nsteps: [{say: hello, text: Hi}]\n")
    write("small/flow.yaml", FLOW + "  - use: opening\n")
    settle(paths)
    load_flow("small", paths)

    with (paths.flows / changed).open("a") as file:
        file.write("# more\n")
    load_flow("small", paths)

    assert compilations == ["small", "small"]


def test_a_change_of_the_same_length_in_the_same_moment_is_seen(paths: Paths, small: Path) -> None:
    load_flow("small", paths)
    before = small.stat()

    small.write_text(FLOW.replace("What?", "When?"))
    os.utime(small, ns=(before.st_mtime_ns, before.st_mtime_ns))

    assert load_flow("small", paths).steps["a"].text.for_band("teen") == ("When?",)


@pytest.mark.usefixtures("small")
def test_a_file_that_appears_where_it_was_looked_for_is_a_change(
    paths: Paths, write: Write, compilations: list[str]
) -> None:
    settle(paths)
    load_flow("small", paths)

    write("language/levels.yaml", "safety: {goal: safety goal}\n")

    assert load_flow("small", paths).levels == {"safety": {"id": "safety", "goal": "safety goal"}}
    assert compilations == ["small", "small"]


def test_files_that_were_only_touched_are_not_made_again(
    paths: Paths, small: Path, compilations: list[str]
) -> None:
    settle(paths)
    load_flow("small", paths)

    small.touch()
    load_flow("small", paths)

    assert compilations == ["small"]


def spoil(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b'{"flow": 1}', b"\xff\xfe"])
@pytest.mark.usefixtures("small")
def test_a_spoiled_cache_is_made_again_without_a_word(paths: Paths, raw: bytes) -> None:
    load_flow("small", paths)

    for path in paths.cache.iterdir():
        spoil(path, raw)

    assert load_flow("small", paths).flow == "small"
    assert [one["flow"] for one in flow_list(paths)] == ["small"]


@pytest.mark.usefixtures("small")
def test_a_compiled_flow_that_was_changed_by_hand_is_not_believed(paths: Paths) -> None:
    load_flow("small", paths)
    (kept,) = (path for path in paths.cache.iterdir() if path.name not in {"index.json", "now"})

    kept.write_text(kept.read_text().replace("What?", "Why?"))

    assert load_flow("small", paths).steps["a"].text.for_band("teen") == ("What?",)


@pytest.mark.parametrize("entry", [None, [], {}, {"stamp": 1}, {"files": 3}, "x"])
def test_an_index_of_another_shape_is_no_hindrance(paths: Paths, small: Path, entry: object) -> None:
    paths.cache.mkdir(parents=True)
    (paths.cache / "index.json").write_text(json.dumps({str(small): entry}))

    assert load_flow("small", paths).flow == "small"


@pytest.mark.usefixtures("small")
def test_without_a_folder_to_write_in_it_goes_on(paths: Paths) -> None:
    paths.home.write_text("not a folder")

    assert load_flow("small", paths).flow == "small"
    assert [one["flow"] for one in flow_list(paths)] == ["small"]


@pytest.mark.usefixtures("small")
def test_the_home_it_makes_is_its_owners_alone(paths: Paths) -> None:
    load_flow("small", paths)

    assert (paths.home.stat().st_mode & 0o077, paths.cache.stat().st_mode & 0o077) == (0, 0)


def test_nothing_is_left_of_a_flow_that_changed(paths: Paths, small: Path) -> None:
    load_flow("small", paths)
    small.write_text(FLOW.replace("What?", "What else?"))
    load_flow("small", paths)

    assert len([one for one in paths.cache.iterdir() if one.name not in {"index.json", "now"}]) == 1


def test_a_broken_flow_is_told_and_not_listed(paths: Paths, small: Path, compilations: list[str]) -> None:
    small.write_text(FLOW.replace("ask: a", "aks: a"))

    with pytest.raises(FlowBroken, match=r"flows/small/flow.yaml:5:\d+ G020 .*Did you mean \"ask\""):
        load_flow("small", paths)

    assert flow_list(paths) == []
    assert list(flows_broken(paths)) == ["small"]
    assert compilations == ["small"]


def test_content_is_what_counts_and_not_time(small: Path) -> None:
    before = contents([stamp(small)])

    os.utime(small, ns=(1, 1))

    assert contents([stamp(small)]) == before


SEES = """
import sys
from pathlib import Path
from guide.flow.library import flow_list, load_flow
from guide.paths import Paths
paths = Paths(home=Path(sys.argv[1]), flows=Path(sys.argv[2]))
assert load_flow("small", paths).flow == "small"
assert flow_list(paths)
print(sorted({"yaml", "pydantic", "jinja2", "difflib"} & set(sys.modules)))
"""


@pytest.mark.usefixtures("small")
def test_what_is_known_already_is_had_without_the_heavy_parts(paths: Paths) -> None:
    command = [sys.executable, "-c", SEES, str(paths.home), str(paths.flows)]
    root = Path(__file__).parents[2]

    seen = [
        subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout.strip()
        for _ in range(2)
    ]

    assert "yaml" in seen[0]
    assert seen[1] == "[]"
