"""In a real browser, with the fonts it really takes, no words in a picture lie on others or run out of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.documents.random_papers import maps, some, stories
from tests.documents.reading_back import made
from tests.documents.test_bad_input import HARD, crowded
from tests.real.printing import Browser, missing

Json = Any

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "everything is there")

MANY = 60
"""Every second of so many: the rest of four hundred is measured without a browser."""
LIE_ON_OTHERS = """
[...document.querySelectorAll('svg.picture, .line svg.drawing')].flatMap(svg => {
  const whole = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim()).map(one => {
    // Over and under the letters a box has room for accents; a line may begin in that of the line before.
    const box = one.getBoundingClientRect(), room = box.height * SLACK;
    return {says: one.textContent, left: box.left + 1, right: box.right - 1,
            top: box.top + room, bottom: box.bottom - room};
  });
  const found = boxes.filter(one => one.left < whole.left - 2 || one.right > whole.right + 2)
    .map(one => `outside: ${one.says}`);
  boxes.forEach((one, at) => boxes.slice(at + 1).forEach(other => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    if (across > 0 && down > 0) found.push(`${one.says} lies on ${other.says}`);
  }));
  return found;
})
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


def lying(browser: Browser, page: Path, record: Json, slack: float = 0.22) -> list[str]:
    page.write_text(made(record, "html").text, encoding="utf-8")
    browser.open(page)
    found: list[str] = browser.look_up(LIE_ON_OTHERS.replace("SLACK", str(slack)))
    return found


@pytest.mark.parametrize("kind", [stories, maps], ids=["stories", "maps"])
def test_no_words_of_a_random_picture_lie_on_others(
    browser: Browser, tmp_path: Path, kind: Callable[[], Any]
) -> None:
    found = [lying(browser, tmp_path / "page.html", one) for one in some(kind(), MANY)[::2]]

    assert {at: one for at, one in enumerate(found) if one} == {}


def test_none_of_a_picture_nobody_would_wish_for_either(browser: Browser, tmp_path: Path) -> None:
    story: Json = some(stories(), 1)[0]
    story["story"] = [
        {"id": f"n{at}", "title": "", "text": ["Here."], "picture": one, "from": []}
        for at, one in enumerate(HARD.values())
    ]

    assert lying(browser, tmp_path / "page.html", story) == []
    assert lying(browser, tmp_path / "page.html", crowded()) == []
    assert lying(browser, tmp_path / "page.html", story, slack=-0.3), "the test of the test"
