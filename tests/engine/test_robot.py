"""A program that has never seen a flow walks it to its end, reading nothing but what the turn accepts."""

import random
from pathlib import Path
from typing import Any

import pytest

from guide.engine.step import decide
from tests.engine.talking import Talking, compiled, flow_folders

WALKS = [(folder, form) for folder in flow_folders() for form in compiled(folder).forms]
NAMES = [f"{folder.name}-{form}" for folder, form in WALKS]


def each_is_accepted(talking: Talking) -> None:
    for line in talking.accepts:
        moved = decide(talking.session.walk, line, "2026-11-21T10:00:00Z")
        assert moved.events, line


@pytest.mark.parametrize(("folder", "form"), WALKS, ids=NAMES)
def test_the_first_example_always_leads_to_the_end(folder: Path, form: str) -> None:
    talking = Talking(compiled(folder), form=form)

    for _ in range(600):
        if talking.turn.is_finished:
            break
        each_is_accepted(talking)
        talking.hear(talking.accepts[0])

    assert talking.json == {"turn": talking.turn.n, "finished": True, "session": talking.session.id}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("folder", "form"), WALKS, ids=NAMES)
def test_every_example_is_accepted_wherever_a_walk_comes(folder: Path, form: str, seed: int) -> None:
    talking = Talking(compiled(folder), form=form)
    choice = random.Random(seed)  # noqa: S311 - a walk that can be walked again, no secret

    for _ in range(150):
        if talking.turn.is_finished:
            break
        each_is_accepted(talking)
        talking.hear(weighed(choice, talking.accepts))


def weighed(choice: random.Random, accepts: list[Any]) -> Any:
    """Return any of the examples, the ones that end or undo more rarely."""
    rare = [one for one in accepts if one.get("pass") == "finish-here" or "back" in one]
    usual = [one for one in accepts if one not in rare]
    return choice.choice(rare) if rare and choice.random() < 0.03 else choice.choice(usual)
