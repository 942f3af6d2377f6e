"""Flows are found by name or by path, and a name that is not there is met with the one that was meant."""

from pathlib import Path

import pytest

from guide.errors import WrongUse
from guide.flow.library import flow_list, flow_names, load_flow
from guide.paths import Paths
from tests.flow.conftest import EXAMPLE, Write


@pytest.fixture
def paths(home: Path) -> Paths:
    return Paths(home=home, flows=EXAMPLE)


def test_a_flow_is_a_folder_with_a_flow_file() -> None:
    assert flow_names([EXAMPLE]) == ["mill-lane"]


def test_a_folder_that_is_not_there_holds_no_flows(tmp_path: Path) -> None:
    assert flow_names([tmp_path / "none"]) == []


@pytest.mark.parametrize(
    "name", ["mill-lane", str(EXAMPLE / "mill-lane"), str(EXAMPLE / "mill-lane" / "flow.yaml")]
)
def test_a_flow_is_loaded_by_name_folder_or_file(paths: Paths, name: str) -> None:
    assert load_flow(name, paths).flow == "mill-lane"


@pytest.mark.parametrize("name", ["mill_lane", "mil-lane", "Mill-Lane"])
def test_a_name_that_is_nearly_right_is_met_with_the_right_one(paths: Paths, name: str) -> None:
    with pytest.raises(WrongUse, match='Did you mean "mill-lane"'):
        load_flow(name, paths)


@pytest.mark.parametrize("name", ["", "zzz", "../zzz", "a\0b", "x" * 100_000, "[/x]", "\x1b[31m", "~nobody"])
def test_any_other_name_is_one_sentence(paths: Paths, name: str) -> None:
    with pytest.raises(WrongUse) as wrong:
        load_flow(name, paths)

    assert str(wrong.value).isprintable()
    assert len(str(wrong.value)) < 200


def test_a_persons_own_flow_may_use_the_sheets_and_blocks_that_came_with_guide(paths: Paths) -> None:
    own = paths.home / "flows" / "own"
    own.mkdir(parents=True)
    (own / "flow.yaml").write_text(
        "flow: own\ntitle: Own\nsheets: [look]\nsections: [{use: opening, given: {purpose: to see}}]\n"
    )

    assert flow_names(paths.flow_folders()) == ["mill-lane", "own"]
    assert "look.harm" in load_flow("own", paths).areas


def test_of_two_flows_with_one_name_the_one_that_came_with_guide_counts(
    flows: Path, write: Write, home: Path
) -> None:
    text = "flow: small\ntitle: {}\nsections: [{{section: one, steps: [{{say: a, text: A}}]}}]\n"
    write("small/flow.yaml", text.format("Ours"))
    own = home / "flows" / "small"
    own.mkdir(parents=True)
    (own / "flow.yaml").write_text(text.format("Theirs"))

    assert [one["title"] for one in flow_list(Paths(home=home, flows=flows))] == ["Ours"]


def test_the_list_tells_what_other_programs_may_read(paths: Paths) -> None:
    (flow,) = flow_list(paths)

    assert {key: flow[key] for key in flow if key != "sections"} == {
        "flow": "mill-lane",
        "title": "A short look together",
        "group": "With a family",
        "minutes": 25,
        "audience": "family",
        "forms": {"full": "Everything", "short": "Twenty minutes before a visit"},
    }
    assert [section["section"] for section in flow["sections"]] == [
        "opening", "now", "sorting", "closer", "helps", "close",
    ]  # fmt: skip
    assert flow["sections"][1] == {
        "section": "now",
        "title": "What is happening",
        "with": "family",
        "steps": [
            {"step": "hello", "kind": "say", "into": [], "technique": None},
            {"step": "events", "kind": "ask", "into": ["look.said"], "technique": "fact"},
        ],
    }
