"""Every paper of every talk, printed by a real browser: all words are on it, and none of them are code."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import FLOWS, Program, guide, home_with_flows, people
from tests.documents.reading_back import made
from tests.documents.test_bad_input import crowded
from tests.documents.test_words_survive import text_of
from tests.real.printing import Browser, Printed, missing

Json = Any

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "everything is there")

TALKS = sorted(FLOWS.glob("*/*.talk.yaml"))
NAMES = [f"{one.parent.name}-{one.name.partition('.')[0]}" for one in TALKS]
SIZES = {
    "columns": "A3 landscape", "houses": "A4 landscape", "stops": "A4 landscape", "ring": "A4 portrait",
    "preparation": "A4 portrait", "record": "A4 portrait", "story": "A4 portrait", "example": "A5 portrait",
    "summary": "A4 portrait", "own": "A4 portrait",
}  # fmt: skip
"""On what each layout is printed."""

ONE_PAGE = {"preparation", "example"}
"""They are one page, and leave something out on purpose to be that."""

HOSTILE = (
    "[/x]", "{{ 7*7 }}", "<script>document.title='it ran';alert(1)</script>", "=cmd|' /C calc'!A0",
    "<img src=x onerror=\"document.title='it ran'\">", "</style><style>*{display:none}</style>",
    '"><a href="https://example.org/">x</a>', "@import url(https://example.org/x.css);", "Łódź ŵythnos", "😀",
)  # fmt: skip
RIGHT_TO_LEFT = "שלום"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


class Page(HTMLParser):
    """What stands in the file: words, style, attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.attributes: list[tuple[str, str]] = []
        self.style = ""
        self.feed(text)
        self.words = text_of(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.lasttag == "style":
            self.style += data

    @property
    def layout(self) -> str:
        """The name of the layout, which stands in the class of the whole."""
        classes = " ".join(value for name, value in self.attributes if name == "class")
        return next(one.removeprefix("on-") for one in classes.split() if one.startswith("on-"))

    @property
    def policy(self) -> str:
        """What the page allows itself."""
        return next(value for name, value in self.attributes if name == "content" and "-src" in value)

    @property
    def foot(self) -> str:
        """What stands at the foot of every page; in the style each letter is written as its number."""
        found = re.search(r'@bottom-left\{content:"([^"]*)"', self.style)
        return re.sub(r"\\([0-9a-f]{6})", lambda code: chr(int(code[1], 16)), found[1]) if found else ""


def letters(text: str) -> str:
    """Return the letters alone: where a line breaks, and what white space becomes, is for the page to say."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]+", "", text)


def own_letters(page: Page, printed: Printed) -> list[str]:
    """Return the letters of each printed page without its foot and its number."""
    count = len(printed.pages)
    feet = (f"{letters(page.foot)}{number}/{count}" for number in range(1, count + 1))
    return [letters(words).replace(foot, "") for words, foot in zip(printed.pages, feet, strict=True)]


def look_at(browser: Browser, file: Path) -> tuple[Page, Printed]:
    """Print a paper and check what holds for every one of them."""
    page, printed = Page(file.read_text(encoding="utf-8")), browser.print(file)
    outside = [value for name, value in page.attributes if re.match(r"\s*\w*:?//", value) and name != "xmlns"]

    assert page.policy.startswith("default-src 'none'")
    assert outside == []
    assert not re.search(r"url\((?!\"?data:)|@import", page.style)
    assert printed.loaded == ()
    assert printed.came_to_life == ()
    assert printed.sizes == {SIZES[page.layout]}
    assert len(printed.pages) == 1 or page.layout not in ONE_PAGE
    assert all(letters(page.foot) in letters(words) for words in printed.pages)
    assert all(re.search(r"\w{3}", own) for own in own_letters(page, printed)), "a page is blank"
    return page, printed


def said_on(record: Json, paper: str) -> list[str]:
    """Return all that was said and belongs on a paper; on the record that is everything."""
    sheets = [sheet for name, sheet in record["sheets"].items() if paper in {name, "record"}]
    entries = [one for sheet in sheets for area in sheet["areas"].values() for one in area if "text" in one]
    marks = [one for sheet in sheets for scale in sheet["scales"].values() for one in scale]
    said = [one["text"] for one in entries] + [more["text"] for one in entries for more in one["followups"]]
    said += [words for one in marks for key in ("because", "higher", "lower") for words in one[key]]
    if paper == "record":
        said += [one["asked"] for one in record["answers"] if one["asked"]]
        said += [one["value"] for one in record["answers"] if one["kind"] in {"ask", "date"} and one["value"]]
        said += [one["text"] for one in record["asides"]] + [one["words"] for one in record["urgent"]]
    return said


@pytest.mark.parametrize("talk", TALKS, ids=NAMES)
def test_every_word_of_a_talk_is_printed(browser: Browser, home: Path, tmp_path: Path, talk: Path) -> None:
    played = ("talk", talk.parent.name, "--answers", talk, "--to", tmp_path, "--format", "html,json")
    ran = guide(home_with_flows(home), *played)
    assert ran.code == 0, ran.err
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    papers = sorted(tmp_path.glob("*.html"))
    assert tmp_path / "record.html" in papers
    assert record["session"]["invented"] is True
    assert len(said_on(record, "record")) > 2

    for file in papers:
        page, printed = look_at(browser, file)
        assert all("invented" in words for words in printed.pages), f"a page of {file.name} does not say it"
        said = said_on(record, file.stem)
        if page.layout in ONE_PAGE:
            said = [words for words in said if words in page.words]
        whole = "".join(own_letters(page, printed))
        assert [words for words in said if letters(words) not in whole] == [], file.name


@pytest.mark.parametrize(("flow", "area"), [("map", "map.harm"), ("three-houses", "houses.good")])
def test_words_that_are_code_to_a_browser_are_printed_as_words(
    browser: Browser, home: Path, tmp_path: Path, flow: str, area: str
) -> None:
    with Program(home_with_flows(home), flow) as program:
        program.hear(people((HOSTILE[2], "child"), ("Ana", "worker")))
        for words in (*HOSTILE, RIGHT_TO_LEFT):
            program.hear({"add": {"area": area, "say": words}, "by": "p1"})
    ran = guide(home, "export", "--to", tmp_path / "out")
    assert ran.code == 0, ran.err

    for file in sorted((tmp_path / "out").glob("*.html")):
        page, printed = look_at(browser, file)
        whole = "".join(own_letters(page, printed))
        assert [words for words in HOSTILE if letters(words) not in whole] == []
        assert {RIGHT_TO_LEFT, RIGHT_TO_LEFT[::-1]} & set(re.findall(r"[\u0590-\u05ff]+", whole))
        assert printed.title != "it ran"
        assert "49" not in whole


def test_twelve_marks_at_one_place_are_printed_on_one_page_under_their_heading(
    browser: Browser, tmp_path: Path
) -> None:
    page = tmp_path / "map.html"
    page.write_text(made(crowded(), "html").text, encoding="utf-8")

    printed = browser.print(page)

    (whole,) = [words for words in printed.pages if "Where we are on the line" in words]
    assert all(f"Wrex{at:02}" in letters(whole) for at in range(12))
    assert printed.sizes == {"A3 landscape"}
