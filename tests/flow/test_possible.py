"""What one form of a conversation can come to, from the conditions on the form alone."""

from pathlib import Path

import pytest

from guide.flow.compile import compile_flow
from guide.flow.model import flow_from_json
from guide.flow.possible import known_by_form, possible_steps

FORM = ["name", "form"]


def is_form(name: str) -> list[object]:
    return ["cmp", FORM, [["eq", ["lit", name]]]]


@pytest.mark.parametrize(
    ("tree", "known"),
    [
        (None, True),
        (is_form("short"), True),
        (is_form("full"), False),
        (["cmp", FORM, [["ne", ["lit", "full"]]]], True),
        (["not", is_form("short")], False),
        (["and", is_form("short"), ["call", "answered", "x"]], None),
        (["and", is_form("full"), ["call", "answered", "x"]], False),
        (["or", is_form("short"), ["call", "answered", "x"]], True),
        (["or", is_form("full"), ["call", "answered", "x"]], None),
        (["call", "answered", "x"], None),
    ],
)
def test_a_condition_is_known_only_as_far_as_the_form_says(tree: list[object] | None, known: object) -> None:
    assert known_by_form(tree, "short") is known


def test_the_short_map_counts_only_its_own_questions() -> None:
    root = Path(__file__).parents[2] / "flows"
    flow = flow_from_json(compile_flow(root / "map", root).json)

    short = {step.id for step in possible_steps(flow, "short")}
    full = {step.id for step in possible_steps(flow, "full")}

    assert len(short) < len(full) / 2
    assert short - full
