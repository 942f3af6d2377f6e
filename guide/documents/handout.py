"""Writes the two pages of the handout for practising in threes."""

from collections.abc import Callable
from pathlib import Path

from guide.documents.pages.handout import Handout, handout_page
from guide.documents.says import Voice, voice
from guide.documents.shelf import put
from guide.flow.model import Flow
from guide.flow.talk import Talk


def write_handout(  # noqa: PLR0913 - each is one option of `guide cards`
    flow: Flow,
    to: Path,
    *,
    formats: tuple[str, ...],
    talk: Talk | None = None,
    lang: str = "en",
    today: str = "",
    tell: Callable[[str], None] | None = None,
) -> list[Path]:
    """Return the files it went to; `tell` is given what has to be said about one.

    Raises GuideError, one sentence, when the folder takes nothing, and where docx or pdf cannot be made here.
    """
    own = voice(lang)
    page = handout_page(flow, own, talk=talk)
    return put({f"handout.{kind}": _written(page, kind, own, today, tell) for kind in formats}, to)


def _written(
    page: Handout, kind: str, own: Voice, today: str, tell: Callable[[str], None] | None
) -> str | bytes:
    if kind == "docx":
        from guide.documents.office import as_docx

        return as_docx(page, own, today=today)
    if kind == "pdf":
        from guide.documents.office import as_pdf

        content, note = as_pdf(page, own)
        if note and tell is not None:
            tell(note)
        return content
    from guide.documents.render import render

    return render(page, kind, own)
