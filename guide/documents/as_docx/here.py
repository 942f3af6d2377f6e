"""Tells whether DOCX can be made here, before anything of its library is touched."""

import importlib
from typing import Final

from guide.documents.blocks.model import Blocks
from guide.errors import GuideError

MISSING: Final = (
    "DOCX needs the part called python-docx, which is not installed here: make the page as html, open it in a"
    " browser and print it."
)


class NoDocx(GuideError):
    """DOCX cannot be made here."""


def docx_of(paper: Blocks, *, today: str, sources: bool = False) -> bytes:
    """Return a paper as DOCX; `sources` puts a comment beside everything said: where it comes from.

    Raises NoDocx with what to do instead where python-docx is not installed.
    """
    try:
        importlib.import_module("docx")
    except ImportError:
        raise NoDocx(MISSING) from None
    from guide.documents.as_docx.writer import written

    return written(paper, today=today, sources=sources)
