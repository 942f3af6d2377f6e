"""Writes the trainer's crib of a talk: to print, with the numbers of the room's screen."""

import re
from pathlib import Path
from typing import Final

from guide.documents.pages.crib import crib_page
from guide.documents.render import render
from guide.documents.says import voice
from guide.documents.shelf import put
from guide.engine.run_through import RunThrough
from guide.engine.showing import stops_of

_KINDS: Final = ("html", "md")


def write_crib(run: RunThrough, cut: int, to: Path, *, today: str, trouble: str = "") -> list[Path]:
    """Write the crib as a page and as plain text, and return the files.

    Raises WrongUse for a cut the talk has not got, GuideError when the folder does not take them.
    """
    own = voice(run.talk.lang or "en")
    page = crib_page(run, stops_of(run, cut), own, cut=cut, today=today, trouble=trouble)
    name = "-".join(one for one in ("crib", _plain(run.talk.name), str(cut or "")) if one)
    return put({f"{name}.{kind}": render(page, kind, own) for kind in _KINDS}, to)


def _plain(name: str) -> str:
    """Return a talk's name as part of a file's: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9-]+", "-", name.casefold()).strip("-")
