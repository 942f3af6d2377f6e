"""The published schemas fit what people really write."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from guide.errors import WrongUse
from guide.flow.read import read_yaml
from guide.flow.schema import schema
from tests.flow.conftest import EXAMPLE

ROOT = Path(__file__).parents[2]
PATTERNS = {
    "flow": "*/flow.yaml",
    "talk": "*/*.talk.yaml",
    "sheet": "sheets/*.yaml",
    "block": "blocks/*.yaml",
}
FILES = [
    (kind, path)
    for root in (EXAMPLE, ROOT / "flows")
    for kind, pattern in PATTERNS.items()
    for path in sorted(root.glob(pattern))
]


def written(path: Path) -> Any:
    return read_yaml(path, "flow")[0].value


@pytest.mark.parametrize("kind", ["flow", "block", "sheet", "talk"])
def test_a_schema_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize(
    ("kind", "path"), FILES, ids=[path.relative_to(path.parents[1]).as_posix() for _, path in FILES]
)
def test_what_is_written_fits_it(kind: str, path: Path) -> None:
    jsonschema.Draft202012Validator(schema(kind)).validate(written(path))


def test_what_is_not_a_flow_does_not_fit_it() -> None:
    flow = written(EXAMPLE / "mill-lane" / "flow.yaml")
    validator = jsonschema.Draft202012Validator(schema("flow"))

    assert not validator.is_valid(flow | {"colour": "red"})
    assert not validator.is_valid(flow | {"audience": "kids"})
    assert not validator.is_valid({key: flow[key] for key in flow if key != "title"})


def test_other_kinds_are_met_with_what_there_is() -> None:
    with pytest.raises(WrongUse, match="flow, block, sheet, talk or record"):
        schema("poem")
