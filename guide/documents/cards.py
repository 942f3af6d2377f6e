"""Writes the questions of a flow as a deck of prompt cards."""

from pathlib import Path

from guide.documents.pages.cards import cards_page
from guide.documents.render import render
from guide.documents.says import voice
from guide.documents.shelf import put
from guide.errors import GuideError
from guide.flow.model import Flow


def write_cards(  # noqa: PLR0913 - each is one option of `guide cards`
    flow: Flow, to: Path, *, formats: tuple[str, ...], form: str = "", band: str = "", lang: str = "en"
) -> tuple[int, list[Path]]:
    """Return how many cards there are and the files they went to.

    Raises GuideError, one sentence, for a flow without a question and for a folder that takes nothing.
    """
    own = voice(lang)
    page = cards_page(flow, own, form=form, band=band)
    if not page.cards:
        raise GuideError(f"{flow.flow} has no question that could stand on a card.")
    return page.count, put({f"cards.{kind}": render(page, kind, own) for kind in formats}, to)
