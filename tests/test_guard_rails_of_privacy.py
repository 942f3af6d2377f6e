"""What is private until everybody has answered: in no byte of a paper and on no frame of a screen before."""

from pathlib import Path

import pytest

from guide.documents.leaving import Order, picture_of, write
from guide.errors import GuideError
from guide.ui.commands.anywhere import ANYWHERE
from guide.ui.commands.conversation import CONVERSATION
from guide.ui.screens.conversation import ConversationScreen
from tests.engine.talking import Talking, talk
from tests.engine.test_private import CANARY, FRAME, KINDS, secret_lines
from tests.ui.every_frame import Film, filmed
from tests.ui.stage import at, on_screen, played

VIEWERS = ("file", "family", "team", "p1", "p2", "p3", "p4")


def written(talking: Talking, to: Path) -> str:
    """Return every byte, file name and sentence that making every paper for everybody brings."""
    told: list[str] = []
    for viewer in VIEWERS:
        order = Order(("html", "md", "json", "csv"), to / viewer, viewer, found="no", today="2026-11-22")
        try:
            write(picture_of(talking.session), order)
        except GuideError as nothing:
            told.append(str(nothing))
    files = [one for one in to.rglob("*") if one.is_file()]
    return "\n".join([*told, *map(str, files), *(one.read_text("utf-8") for one in files)])


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_private_is_in_no_byte_of_any_paper_before_it_is_opened(kind: str, tmp_path: Path) -> None:
    talking = talk(FRAME.format(kind=KINDS[kind]))
    for who in ("Ash", "Dee"):
        for line in secret_lines(kind, who):
            talking.hear(line)

    before = written(talking, tmp_path / "before")
    talking.hear({"pass": "rather-not", "by": "Rob"})
    after = written(talking, tmp_path / "after")

    assert "7391" not in before
    assert "7391" in after


LOOKING = ("why", "sheet", "form", "speaker", "aside", "map", "papers", "help", "palette", "hide")
KEYS = [{**CONVERSATION, **ANYWHERE}[name].keys.split(",")[0] for name in LOOKING]
"""What somebody might press who wants to know what another has given."""


def shown(film: Film) -> str:
    return "\n".join(text for shot in film.shots for text in (*shot.lines, *shot.texts))


async def test_what_is_private_is_on_no_frame_whatever_is_pressed_before_it_is_opened() -> None:
    table = played("mill-lane", "ash", at("today", "first"))
    session = table.session
    async with on_screen(table) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ConversationScreen)
        with filmed(pilot, table) as film:
            await screen.say({"rate": 7, "because": CANARY, "by": "Ash"})
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause()
                await pilot.press("f8" if key == "f8" else "escape")
                await pilot.pause()
        assert session.turn.asks.step == "today"
        before = shown(film)
        assert CANARY not in repr(session.record_json())
        for _ in range(20):
            if session.turn.asks.step == "today":
                passes = [one for one in session.turn.asks.accepts if one.get("pass") == "dont-know"]
                await screen.say(dict(passes[0]) if passes else {"more": False})

    assert "Ash has answered" in before
    assert CANARY not in before
    assert CANARY in repr(session.record_json())
