"""Cards and the handout, printed by a real browser: nothing runs over, and backs lie behind their fronts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.documents.cards import write_cards
from guide.documents.handout import write_handout
from guide.documents.pages.cards import A_SHEET, cards_page
from guide.documents.says import voice
from guide.flow.talk_file import read_talk
from tests.engine.talking import CHECKOUT, compiled, section, tiny
from tests.real.printing import Browser, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "everything is there")

FLOWS = sorted(one.parent for one in (CHECKOUT / "flows").glob("*/flow.yaml"))
TALKS = sorted((CHECKOUT / "flows").glob("*/*.talk.yaml"))
MUCH = {
    "text": "What happened then, and who was there? " * 14,
    "teach": "Ask on until it can be pictured. " * 30,
    "listen_for": "Somebody doing something. " * 20,
}
LONG = tiny(
    section(
        "{ask: long, technique: exception, " + ", ".join(f"{key}: '{one}'" for key, one in MUCH.items()) + "}"
    )
)
RUNS_OVER = """
[...document.querySelectorAll('.card, .asks, .tells')]
  .filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
  .map(one => one.textContent.trim().slice(0, 60)).join(' | ')
"""


def runs_over(browser: Browser) -> str:
    """Return what does not fit where it stands, as it is printed."""
    browser.dress("print")
    found = str(browser.look_up(RUNS_OVER))
    browser.dress("")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.mark.parametrize("folder", [*FLOWS, None], ids=lambda one: one.name if one else "long")
def test_every_word_stands_on_its_card_and_every_back_on_the_sheet_behind(
    browser: Browser, tmp_path: Path, folder: Path | None
) -> None:
    flow = compiled(folder) if folder else LONG
    _, (file,) = write_cards(flow, tmp_path, formats=("html",))
    deck = cards_page(flow, voice("en"))

    printed = browser.print(file)

    assert runs_over(browser) == ""
    assert printed.sizes == {"A4 portrait"}
    assert printed.loaded == printed.came_to_life == ()
    assert len(printed.pages) == 2 * -(-deck.count // A_SHEET)
    for at, sheet in enumerate(deck.sheets):
        front, back = (" ".join(words.split()) for words in printed.pages[2 * at : 2 * at + 2])
        for card in filter(None, sheet.fronts):
            assert " ".join(card.question.split()) in front
            assert all(" ".join(text.split()) in back for _, texts in card.back for text in texts)


@pytest.mark.parametrize(
    "file", [None, *TALKS], ids=lambda one: one.name.partition(".")[0] if one else "ours"
)
def test_the_handout_is_two_pages_that_say_invented(
    browser: Browser, tmp_path: Path, file: Path | None
) -> None:
    flow = compiled(file.parent if file else CHECKOUT / "flows" / "map")
    (page,) = write_handout(flow, tmp_path, formats=("html",), talk=read_talk(file) if file else None)

    printed = browser.print(page)

    assert len(printed.pages) == 2
    assert printed.sizes == {"A4 portrait"}
    assert printed.loaded == ()
    assert all("Everybody here is invented." in words for words in printed.pages)
    assert "The observer's sheet" in printed.pages[1]
    assert "You watch" in printed.pages[0]
