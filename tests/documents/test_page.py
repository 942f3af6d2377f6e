"""A page is one file that loads nothing, runs nothing, and can be read by everybody."""

import base64
import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.documents.conftest import Sample, Written
from tests.documents.test_faces import ALL

Json = Any

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Tree(HTMLParser):
    """Checks that what is opened is closed, and gathers what a reader needs."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_startendtag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tree_of(page: str) -> Tree:
    tree = Tree()
    tree.feed(page)
    tree.close()
    assert tree.open == []
    return tree


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_a_page_is_whole_and_small(sample: Sample, written: Written, name: str, paper: str) -> None:
    page = written(sample(name), paper)

    tree_of(page)
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert len(page.encode()) < 250_000


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_a_page_loads_nothing_and_runs_nothing(
    sample: Sample, written: Written, name: str, paper: str
) -> None:
    page = written(sample(name), paper)

    assert re.findall(r"url\((.{16})", page) == ['"data:font/woff2'] * 2
    assert not re.search(r"@import|<(script|link|iframe|base|object|embed|img|form)\b", page)
    assert not [
        pair
        for pair in tree_of(page).attributes
        if pair[0] in {"src", "href", "style"} or pair[0].startswith("on")
    ]


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_a_page_allows_its_own_style_and_no_other(
    sample: Sample, written: Written, name: str, paper: str
) -> None:
    page = written(sample(name), paper)

    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert style is not None
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in policy[1].replace("'", "&#39;")
    assert policy[1].replace("&#39;", "'").startswith("default-src 'none';")


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_headings_go_down_by_one_and_pictures_are_told_in_words(
    sample: Sample, written: Written, name: str, paper: str
) -> None:
    page = written(sample(name), paper)
    tree = tree_of(page)

    assert tree.headings[0] == 1
    assert tree.headings.count(1) == 1
    assert all(down - up <= 1 for up, down in zip(tree.headings, tree.headings[1:], strict=False))
    assert len(tree.ids) == len(set(tree.ids))
    for labelled in (value for key, value in tree.attributes if key == "aria-labelledby"):
        assert set(labelled.split()) <= set(tree.ids)
    for picture in re.findall(r"<svg[^>]*>", page):
        assert 'role="img"' in picture or 'aria-hidden="true"' in picture


@pytest.mark.parametrize(("name", "paper"), ALL)
def test_peoples_words_find_their_own_direction(
    sample: Sample, written: Written, name: str, paper: str
) -> None:
    page = written(sample(name), paper)

    assert page.count('dir="auto"') >= 5
    for words in re.findall(r"<(?:p|li|span) class=\"words[^>]*>", page):
        assert 'dir="auto"' in words or "label" in page


def test_ink_and_paper_stand_far_enough_apart(sample: Sample, written: Written) -> None:
    page = written(sample("map-full"), "map")
    colours = dict(re.findall(r"--([a-z0-9-]+): (#\w{6})", page))

    papers = [colours[name] for name in ("paper", "pale-1", "pale-2", "pale-3", "tint-1", "tint-2", "tint-3")]
    for paper in papers:
        assert _contrast(colours["ink"], paper) >= 7
        assert _contrast(colours["accent"], paper) >= 4.5
    for paper in papers[:4]:
        assert _contrast(colours["soft"], paper) >= 4.5


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as the web's accessibility guidelines count it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_template_library_is_loaded_only_when_a_page_is_written() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, guide.documents.papers; print('jinja2' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert loaded.stdout.strip() == "False"
