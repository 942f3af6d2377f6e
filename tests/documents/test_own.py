"""Own pages for a meeting, and what a meeting came to: words as they are, and nobody else's."""

from pathlib import Path
from typing import Any

import pytest

from guide.clock import StillClock
from guide.documents.leaving import Order, picture_of, write
from guide.engine.play import play
from guide.engine.session import Session
from guide.errors import GuideError
from guide.flow.compile import compile_flow
from guide.flow.talk_file import read_talk
from guide.log.memory import Memory

FLOWS = Path(__file__).parent.parent.parent / "flows"
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} **no** =1+1"


def played(flow: str, talk: str, **changed: Any) -> Session:
    """Play a talk; the words of some steps are others."""
    told = read_talk(FLOWS / flow / f"{talk}.talk.yaml")
    compiled = compile_flow(FLOWS / flow).flow
    session = Session.start(Memory(), compiled, StillClock(), form=told.form, level=told.level, invented=True)
    lines = [
        one if one.at not in changed or "say" not in one.keys else one.__class__(**_told(one, changed))
        for one in told.lines
    ]
    list(play(session, told.people, lines))
    return session


def _told(one: Any, changed: dict[str, Any]) -> dict[str, Any]:
    return {**vars(one), "keys": {**one.keys, "say": changed[one.at]}}


def paper(session: Session, name: str, folder: Path, **order: Any) -> str:
    form = order.pop("form", "md")
    (made,) = write(picture_of(session), Order((form,), folder, paper=name, today="2026-11-22", **order))
    return made.read_text(encoding="utf-8")


def test_a_mothers_page_has_her_words_her_number_and_whom_it_is_about(tmp_path: Path) -> None:
    text = paper(played("my-say", "teresa"), "my-say", tmp_path)

    assert "# What I want to say" in text
    assert "About Mina (4)" in text
    assert "- Mina sleeps in her own bed since March" in text
    assert "- Teresa: 6" in text
    assert "10: Safe" in text, "which end is safe is said every time"


def test_a_young_persons_page_leaves_only_when_nobody_dangerous_can_find_it(tmp_path: Path) -> None:
    session = played("my-say", "kasia")

    with pytest.raises(GuideError, match="find this paper"):
        paper(session, "my-say", tmp_path, viewer="Kasia")
    text = paper(session, "my-say", tmp_path, viewer="Kasia", found="no")
    assert "For Kasia." in text
    assert "people talking about me in the third person while im sitting there" in text


def test_nobody_else_reads_it_before_she_wished_it_and_somebody_cleared_it(tmp_path: Path) -> None:
    session = played("my-say", "kasia")

    with pytest.raises(GuideError, match="nothing to put"):
        paper(session, "my-say", tmp_path, viewer="Ife", found="no")


@pytest.mark.parametrize(
    ("flow", "talk", "step", "name"),
    [("my-say", "teresa", "working_well", "my-say"), ("group-review", "yusuf", "worker_goal", "summary")],
)
def test_words_are_words_on_the_pages_for_meetings(
    flow: str, talk: str, step: str, name: str, tmp_path: Path
) -> None:
    session = played(flow, talk, **{step: HOSTILE})

    html, text = (paper(session, name, tmp_path, form=form) for form in ("html", "md"))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} **no** =1+1" in html
    assert "49" not in text.replace("2026", "")
    assert r"\*\*no\*\*" in text


def test_a_supervision_says_what_was_agreed_and_by_whom(tmp_path: Path) -> None:
    text = paper(played("supervision", "hanne"), "summary", tmp_path)

    assert "Moira" in text.partition("Next steps, agreed")[2]
    assert "Nothing here has been decided" not in text
