"""Hands a paper to Typst: with the strictest promise it can keep, and saying when it was a lesser one."""

import importlib
from functools import lru_cache
from importlib.resources import as_file, files
from types import ModuleType
from typing import Any, Final

from guide.documents.as_pdf.source import picture, source_of
from guide.documents.blocks.model import Blocks, Picture, Table, Words
from guide.documents.letters import missing_letters
from guide.documents.svg import words_of
from guide.errors import GuideError
from guide.frozen import frozen

MISSING: Final = (
    "PDF needs the part called typst, which is not installed here: make the page as html, open it in a"
    " browser and print it to a file."
)
_ACCESSIBLE: Final = ["ua-1"]
_PIXELS: Final = 1440


class NoTypst(GuideError):
    """PDF cannot be made here."""


@frozen
class Typeset:
    """A PDF, and what it could not promise."""

    content: bytes
    lacks: str = ""
    """Letters that our own fonts have not got; taken from this computer's fonts, or missing."""


def typst_here() -> ModuleType | None:
    """Return Typst where it is installed."""
    try:
        return importlib.import_module("typst")
    except ImportError:
        return None


def typeset(paper: Blocks) -> Typeset:
    """Return a paper as PDF: PDF/UA-1 with our fonts, then with this computer's too, then plainly tagged.

    Raises NoTypst with what to do instead where Typst is not installed.
    """
    typst = typst_here()
    if typst is None:
        raise NoTypst(MISSING)
    source = source_of(paper).encode()
    for system, standards in ((False, _ACCESSIBLE), (True, _ACCESSIBLE)):
        try:
            made = _compiled(typst, source, system=system, standards=standards)
        except typst.TypstError:
            continue
        return Typeset(made, missing_letters(_said(paper)) if system else "")
    return Typeset(_compiled(typst, source, system=True, standards=[]), missing_letters(_said(paper)))


def _compiled(typst: ModuleType, source: bytes, *, system: bool, standards: list[str]) -> bytes:
    made: bytes = typst.compile(
        source, format="pdf", font_paths=_fonts(system=system), ignore_system_fonts=not system,
        pdf_standards=standards,
    )  # fmt: skip
    return made


@lru_cache(maxsize=2)
def _fonts(*, system: bool) -> Any:
    """Return our fonts, and this computer's where they are wanted; reading them costs more than a page."""
    typst = importlib.import_module("typst")
    with as_file(files("guide.documents") / "fonts") as folder:
        return typst.Fonts(
            include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(folder)]
        )


@lru_cache(maxsize=64)
def png_of(svg: str, wide: float) -> bytes | None:
    """Return a picture as PNG with nothing behind it; nothing where Typst is not installed.

    Words in letters that our own fonts have not got are drawn with this computer's.
    """
    typst = typst_here()
    if typst is None:
        return None
    drawn = picture(Picture(svg, "-", wide))
    source = f"#set page(width: {wide}mm, height: auto, margin: 0pt, fill: none)\n#{drawn}"
    ppi = _PIXELS / (wide / 25.4)
    lent = bool(missing_letters(words_of(svg)))
    made: bytes | list[bytes] = typst.compile(
        source.encode(), format="png", ppi=ppi, font_paths=_fonts(system=lent), ignore_system_fonts=not lent
    )
    return made if isinstance(made, bytes) else made[0]


def _said(paper: Blocks) -> str:
    """Return every word of a paper."""
    found: list[str] = []
    waiting: list[Any] = list(paper.blocks)
    while waiting:
        one = waiting.pop()
        if isinstance(one, Words):
            found.append(one.text)
        elif isinstance(one, Table):
            waiting += [block for row in one.rows for cell in row for block in cell.blocks]
        elif isinstance(one, Picture):
            found.append(one.says)
        else:
            waiting += [block for item in getattr(one, "items", ()) for block in item]
    return "".join(found)
