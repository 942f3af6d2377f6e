"""Writes the two pages of the handout for practising in threes."""

from pathlib import Path

from guide.documents.pages.handout import handout_page
from guide.documents.render import render
from guide.documents.says import voice
from guide.documents.shelf import put
from guide.flow.model import Flow
from guide.flow.talk import Talk


def write_handout(
    flow: Flow, to: Path, *, formats: tuple[str, ...], talk: Talk | None = None, lang: str = "en"
) -> list[Path]:
    """Return the files it went to; raises GuideError, one sentence, when the folder takes nothing."""
    own = voice(lang)
    page = handout_page(flow, own, talk=talk)
    return put({f"handout.{kind}": render(page, kind, own) for kind in formats}, to)
