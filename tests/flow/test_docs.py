"""The pages about flows say what the program does."""

import re
from pathlib import Path

import pytest

from guide.flow.catalogue import CATALOGUE
from guide.flow.catalogue.page import findings_page
from guide.flow.check import check_flow
from guide.flow.compile import compile_flow
from guide.flow.expressions import FILTERS, FUNCTIONS
from guide.flow.model import BANDS, ROLES
from guide.flow.shape_steps import STEPS

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_findings_is_the_catalogue() -> None:
    written = (DOCS / "findings.md").read_text(encoding="utf-8")

    assert written == findings_page(), "run: python -m guide.flow.catalogue.page > docs/findings.md"


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_finding_says_what_to_do(code: str) -> None:
    rule = CATALOGUE[code]

    assert re.fullmatch(r"G\d{3}", code)
    assert rule.fix in {"{how}", "{known}"} or rule.fix.endswith((".", '".', "?"))
    assert rule.says.endswith((".", "}"))
    assert rule.why.endswith(".")


def test_the_page_for_writers_tells_every_kind_of_step_role_band_filter_and_function() -> None:
    page = (DOCS / "writing-flows.md").read_text(encoding="utf-8")

    for words in (STEPS, ROLES, BANDS, FILTERS, FUNCTIONS):
        assert [word for word in words if f"`{word}" not in page] == []


def test_the_first_flow_of_the_page_is_one_and_its_talk_fits_it(tmp_path: Path) -> None:
    page = (DOCS / "writing-flows.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "tea-round").mkdir()
    for name, first in (("flow.yaml", "flow: tea-round"), ("ada.talk.yaml", "talk: ada")):
        text = next(block for block in blocks if block.startswith(first))
        (tmp_path / "tea-round" / name).write_text(text, encoding="utf-8")

    assert check_flow(compile_flow(tmp_path / "tea-round", DOCS.parent / "flows")) == []


def test_the_pages_lead_to_each_other() -> None:
    page = (DOCS / "writing-flows.md").read_text(encoding="utf-8")

    for name, anchor in re.findall(r"\]\(([\w-]+\.md)(?:#(\w+))?\)", page):
        target = (DOCS / name).read_text(encoding="utf-8")
        assert not anchor or f"### {anchor.upper()}" in target
