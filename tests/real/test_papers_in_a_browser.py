"""Every paper of every talk, printed by a real browser: all words are on it, on the right sheet, and none are code."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import FLOWS, Program, guide, home_with_flows, people
from tests.documents.test_words_survive import text_of
from tests.real.printing import Browser, Printed, missing

Json = Any

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "everything is there")

TALKS = sorted(FLOWS.glob("*/*.talk.yaml"))
SIZES = {"columns": "A3 landscape", "houses": "A4 landscape", "preparation": "A4 portrait", "record": "A4 portrait",
         "example": "A5 portrait", "ring": "A4 portrait", "stops": "A4 landscape", "story": "A4 portrait"}  # fmt: skip
ONE_PAGE = {"preparation", "example"}
HOSTILE = ("[/x]", "{{ 7*7 }}", "<script>document.title='it ran';alert(1)</script>", "=cmd|' /C calc'!A0",
           "<img src=x onerror=\"document.title='it ran'\">", "</style><style>*{display:none}</style>",
           '"><a href="https://example.org/">x</a>', "@import url(https://example.org/x.css);")  # fmt: skip
FOREIGN = {"right to left": "שלום", "another alphabet": "Łódź ŵythnos", "an emoji": "😀"}
LEFT_TO_RIGHT = {"another alphabet"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


class Page(HTMLParser):
    """Collects every attribute of a page, and its style."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.attributes: list[tuple[str, str]] = []
        self.policy = ""
        self.style = ""
        self.feed(text)
        self.layout = re.search(r"on-(\w+)", dict(self.attributes)["class"])[1]  # type: ignore[index]
        self.words = text_of(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        self.attributes += [
            (name, value) for name, value in own.items() if (name, value) not in self.attributes
        ]
        if own.get("http-equiv") == "Content-Security-Policy":
            self.policy = own["content"]

    def handle_data(self, data: str) -> None:
        if self.lasttag == "style":
            self.style += data

    @property
    def foot(self) -> str:
        """What stands at the foot of every page; in the style each of its letters is written as its number."""
        found = re.search(r'@bottom-left\{content:"([^"]*)"', self.style)
        return re.sub(r"\\([0-9a-f]{6})", lambda code: chr(int(code[1], 16)), found[1]) if found else ""


def squeezed(text: str) -> str:
    """Return the letters alone: where lines break and what white space becomes is for the page to say."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]+", "", text)


def look_at(browser: Browser, file: Path) -> tuple[Page, Printed]:
    """Print a paper and check what holds for every one of them."""
    page, printed = Page(file.read_text(encoding="utf-8")), browser.print(file)
    outside = [one for one in page.attributes if re.match(r"\s*(https?:)?//", one[1]) and one[0] != "xmlns"]

    assert page.policy.startswith("default-src 'none'")
    assert outside == []
    assert not re.search(r"url\((?!\"?data:)|@import", page.style)
    assert printed.loaded == ()
    assert printed.came_to_life == ()
    assert printed.sizes == {SIZES[page.layout]}
    assert len(printed.pages) == 1 or page.layout not in ONE_PAGE
    for number, words in enumerate(printed.pages, 1):
        own = squeezed(words).replace(squeezed(page.foot), "").replace(f"{number}/{len(printed.pages)}", "")
        assert re.search(r"\w{3}", own), f"page {number} of {file.name} is blank"
    return page, printed


def said_on(record: Json, paper: str) -> list[str]:
    """Return all that was said and stands on a paper's sheet, and with each mark."""
    sheets = (
        record["sheets"].values()
        if paper == "record"
        else [record["sheets"].get(paper, {"areas": {}, "scales": {}})]
    )
    entries = [one for sheet in sheets for area in sheet["areas"].values() for one in area if "text" in one]
    marks = [one for sheet in sheets for scale in sheet["scales"].values() for one in scale]
    said = [one["text"] for one in entries] + [more["text"] for one in entries for more in one["followups"]]
    return said + [
        words for one in marks for key in ("because", "higher", "lower") for words in one.get(key) or ()
    ]


def not_on(printed: Printed, said: list[str], foot: str) -> list[str]:
    """Return what of it is not on the pages."""
    whole = "".join(squeezed(page).replace(squeezed(foot), "") for page in printed.pages)
    whole = (
        re.sub(rf"(?:{len(printed.pages)}|\d+)/{len(printed.pages)}(?=\D|\Z)", "", whole)
        if len(printed.pages) > 1
        else whole
    )
    return [words for words in said if squeezed(words) not in whole]


@pytest.mark.parametrize(
    "talk", TALKS, ids=[f"{one.parent.name}-{one.name.partition('.')[0]}" for one in TALKS]
)
def test_every_word_of_a_talk_is_printed(browser: Browser, home: Path, tmp_path: Path, talk: Path) -> None:
    ran = guide(
        home_with_flows(home),
        "talk",
        talk.parent.name,
        "--answers",
        talk,
        "--to",
        tmp_path,
        "--format",
        "html,json",
    )
    assert ran.code == 0, ran.err
    import json

    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))

    for file in sorted(tmp_path.glob("*.html")):
        page, printed = look_at(browser, file)
        said = said_on(record, file.stem)
        if page.layout in ONE_PAGE:  # these leave something out on purpose
            said = [words for words in said if words in page.words]
        assert said or page.layout == "example"
        assert not_on(printed, said, page.foot) == []
        assert not_on(printed, [page.foot], "") == []


def test_words_that_are_code_to_a_browser_are_printed_as_words(
    browser: Browser, home: Path, tmp_path: Path
) -> None:
    home_with_flows(home)
    for flow, area in (("map", "map.harm"), ("three-houses", "houses.good")):
        with Program(home, flow) as program:
            program.hear(people((HOSTILE[2], "child"), ("Ana", "worker")))
            for words in (*HOSTILE, *FOREIGN.values()):
                program.hear({"add": {"area": area, "say": words}, "by": "p1"})
        ran = guide(home, "export", "--to", tmp_path / flow)
        assert ran.code == 0, ran.err

    for file in sorted(tmp_path.glob("*/*.html")):
        page, printed = look_at(browser, file)
        assert not_on(printed, [*HOSTILE, FOREIGN["another alphabet"], FOREIGN["an emoji"]], page.foot) == []
        assert FOREIGN["right to left"] in "".join(printed.pages) or FOREIGN["right to left"][
            ::-1
        ] in "".join(printed.pages)
        assert "ran" not in printed.title.replace(HOSTILE[2], "")
        assert "49" not in "".join(printed.pages)
