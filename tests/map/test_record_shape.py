"""The published shape of a record fits the records that conversations leave."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from guide.clock import StillClock
from guide.engine.play import play
from guide.engine.session import Session
from guide.flow.library import load_flow
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory
from guide.map.record_shape import RecordShape, record_schema
from guide.paths import Paths

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests" / "flow" / "example" / "flows"
TALKS = [*EXAMPLE.glob("*/*.talk.yaml"), *sorted((ROOT / "flows").glob("*/*.talk.yaml"))]


def record_of(file: Path, home: Path, *, lines: int | None = None) -> Mapping[str, Any]:
    """Play a talk, or only its first lines, and return the record it leaves."""
    talk = read_talk(file)
    flow = load_flow(str(file.parent), Paths(home=home, flows=file.parent.parent))
    session = Session.start(Memory(), flow, StillClock(), form=talk.form, level=talk.level, invented=True)
    for number, _ in enumerate(play(session, talk.people, talk.lines)):
        if number == lines:
            break
    return session.record_json()


@pytest.mark.parametrize("file", TALKS, ids=[file.name for file in TALKS])
def test_what_a_talk_leaves_fits(file: Path, home: Path) -> None:
    record = record_of(file, home)

    RecordShape.model_validate(record)
    jsonschema.Draft202012Validator(record_schema()).validate(record)


def test_a_private_answer_is_only_given_before_the_reveal(home: Path) -> None:
    ash = next(file for file in TALKS if file.name == "ash.talk.yaml")
    halves = [record_of(ash, home, lines=lines) for lines in range(15, 40)]

    assert any("given" in answer for record in halves for answer in record["answers"])
    for record in halves:
        RecordShape.model_validate(record)


def test_what_is_no_record_does_not_fit(home: Path) -> None:
    record = record_of(TALKS[0], home)

    with pytest.raises(ValidationError):
        RecordShape.model_validate({**record, "format": "guide-record/0"})
    assert not jsonschema.Draft202012Validator(record_schema()).is_valid({**record, "people": [{"id": "p1"}]})
