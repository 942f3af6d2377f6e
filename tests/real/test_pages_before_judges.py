"""Every page is valid HTML and breaks no rule of accessibility: judged from outside, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.every_paper import pages
from tests.real.judges import Validator, broken_rules, lacking
from tests.real.printing import Browser

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking() or "everything is there")

WRONG = "<!doctype html><html><title></title><h1>A</h1><img src='data:,'><p id=a><p id=a>"

MANY = {"record", "cards"}
"""They are long, and those of one flow look like those of another."""


@pytest.fixture(scope="module")
def every_page(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return list(pages(tmp_path_factory.mktemp("pages")))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("wrong") / "wrong.html"
    page.write_text(WRONG, encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def validator(every_page: list[Path], wrong: Path) -> Iterator[Validator]:
    """Begun before the browser, so that both work at once."""
    with Validator([*every_page, wrong]) as validator:
        yield validator


@pytest.fixture(scope="module")
def browser(validator: Validator) -> Iterator[Browser]:  # noqa: ARG001 - it is to be at work already
    with Browser() as browser:
        yield browser


def test_there_is_a_page_of_every_kind(every_page: list[Path]) -> None:
    assert len(every_page) > 100
    kinds = {"houses", "map", "inquiry", "story", "words", "summary", "slips", "example", "my-say", "record"}
    assert kinds | {"cards", "handout"} <= {one.stem for one in every_page}


def test_no_page_breaks_a_rule_of_accessibility(browser: Browser, every_page: list[Path]) -> None:
    found, measured = {}, set[tuple[str, str]]()
    for page in every_page:
        # Records of one flow, and cards, have the same colours: those of one are measured.
        kind = (page.parts[-3].rpartition("-")[0], page.stem)
        contrast = page.stem not in MANY or kind not in measured
        measured.add(kind)
        browser.open(page)
        if broken := broken_rules(browser, contrast=contrast):
            found["/".join(page.parts[-3:])] = broken

    assert found == {}


def test_a_story_breaks_none_with_one_two_or_four_pictures_a_page(
    browser: Browser, every_page: list[Path]
) -> None:
    story = next(one for one in every_page if one.stem == "story")
    browser.open(story)
    for many in (1, 2, 4):
        browser.look_up(f"document.getElementById('many-{many}').click()")
        assert broken_rules(browser) == []
        browser.dress("print")
        assert broken_rules(browser) == []
        browser.dress("")


def test_no_page_has_a_fault_for_the_checker_of_the_standard(
    validator: Validator, wrong: Path, browser: Browser
) -> None:
    faults = validator.faults()

    assert [one for one in faults if not one[0].endswith(wrong.name)] == []
    assert len(faults) > 2, "the test of the test"
    browser.open(wrong)
    assert len(broken_rules(browser)) > 2
