"""Writes a page in the formats of an office, DOCX and PDF, where the libraries for them are installed."""

from typing import Any, Final

from guide.documents.blocks.laying import LAYOUTS, blocks_of
from guide.documents.says import Voice
from guide.errors import GuideError

_MANY: Final = 12
"""How many letters are named at most; a sign says when there are more."""


def as_docx(page: Any, voice: Voice, *, today: str, sources: bool = False, sheet: str = "") -> bytes:
    """Return a page as DOCX; raises GuideError, one sentence, where python-docx is not installed."""
    from guide.documents.as_docx.here import docx_of

    _known(page, "docx")
    return docx_of(blocks_of(page, voice, sheet), today=today, sources=sources)


def as_pdf(page: Any, voice: Voice, *, sheet: str = "") -> tuple[bytes, str]:
    """Return a page as PDF, and what has to be said about it, mostly nothing.

    Raises GuideError, one sentence, where typst is not installed.
    """
    from guide.documents.as_pdf.typeset import typeset

    _known(page, "pdf")
    made = typeset(blocks_of(page, voice, sheet))
    if not made.lacks:
        return made.content, ""
    named = " ".join((*made.lacks[:_MANY], *("…" for _ in made.lacks[_MANY : _MANY + 1])))
    return made.content, voice.say("face.letters", letters=named, tab=page.title)


def _known(page: Any, form: str) -> None:
    if page.layout not in LAYOUTS:
        raise GuideError(f"This paper is not written as {form}: make the page as html, and print that.")
