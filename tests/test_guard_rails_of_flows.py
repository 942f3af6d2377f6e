"""What every conversation we bring does: asks first whether it is safe, and tells what came of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.engine.talking import Talking, compiled

Json = Any

FLOWS = Path(__file__).parents[1] / "flows"
NAMES = sorted(one.parent.name for one in FLOWS.glob("*/flow.yaml"))
FORMS = [(flow, form) for flow in NAMES for form in (compiled(FLOWS / flow).forms or [""])]
SAFE = {"hurt_today": ["no"], "joint_interview": ["no"], "who_can_hear": ["no"]}
"""What a worker is asked before anything private, and what lets the conversation begin."""

every_conversation = pytest.mark.parametrize(("flow", "form"), FORMS)


def walk(talking: Talking, until: Callable[[Json], bool], answers: Json) -> list[str]:
    """Answer with these, elsewhere with the first example, until something holds; return the steps passed."""
    passed: list[str] = []
    for _ in range(300):
        asks = talking.json.get("asks")
        if asks is None or until(asks):
            return passed
        passed.append(talking.at)
        own = answers.get(talking.at)
        talking.hear({"choose": own} if own else talking.accepts[0])
    raise AssertionError("it does not end")


def is_with_them(asks: Json) -> bool:
    return asks["with"] in {"child", "family"}


@every_conversation
def test_the_worker_is_asked_first_whether_it_is_safe_to_talk(flow: str, form: str) -> None:
    talking = Talking(compiled(FLOWS / flow), form=form)

    passed = walk(talking, is_with_them, {})

    assert talking.turn.is_finished or set(SAFE) <= set(passed)


@pytest.mark.parametrize("where", ["joint_interview", "who_can_hear"])
@pytest.mark.parametrize("unsafe", ["yes", "not_sure"])
@every_conversation
def test_where_it_is_not_safe_no_child_and_no_family_is_asked(
    flow: str, form: str, where: str, unsafe: str
) -> None:
    safe, talking = (Talking(compiled(FLOWS / flow), form=form) for _ in range(2))
    walk(safe, is_with_them, SAFE)

    passed = walk(talking, is_with_them, SAFE | {where: [unsafe]})

    assert talking.turn.is_finished
    assert safe.turn.is_finished or where in passed


@pytest.mark.parametrize(("flow", "area", "says"), [
    ("three-houses", "houses.told", "The child has not been told yet what came of it."),
    ("map", "map.ahead", "Not written yet: why we have come, what could happen, what is theirs to choose"),
])  # fmt: skip
def test_that_somebody_was_not_told_is_a_gap_until_it_is_done(flow: str, area: str, says: str) -> None:
    talking = Talking(compiled(FLOWS / flow))
    walk(talking, lambda asks: asks["step"] == "hurt_today", {})

    before = [one["says"] for one in talking.record["gaps"]]
    talking.hear({"add": {"area": area, "say": "I come on Tuesday at lunch"}})
    after = [one["says"] for one in talking.record["gaps"]]

    assert [one for one in before if one.startswith(says)]
    assert not [one for one in after if one.startswith(says)]
