"""Writes papers from a session."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guide.cli.open import reopen
from guide.errors import GuideError, WrongUse
from guide.settings import read_settings

if TYPE_CHECKING:
    from guide.documents.handed_out import HandedOut
    from guide.documents.leaving import Order
    from guide.documents.printing import Printing
    from guide.engine.session import Session
    from guide.paths import Paths

FORMATS = ("html", "md", "docx", "pdf", "json", "csv")


def formats_of(text: str) -> list[str]:
    """Read `html,json`; raises WrongUse for a format that papers are not written in."""
    wanted = [one.strip() for one in text.split(",") if one.strip()]
    for one in wanted:
        if one not in FORMATS:
            raise WrongUse(f"There is no format called “{one}”: use {', '.join(FORMATS)}.")
    return wanted or ["html"]


def export_command(  # noqa: PLR0913 - each is one option of `guide export`
    place: str | None,
    name: str,
    *,
    formats: str,
    to: Path,
    paper: str,
    viewer: str,
    found: str,
    sources: bool,
    aliases: Path | None,
    page: str,
    panels: str,
) -> int:
    """Write the papers that are ready, or the one that is named."""
    from guide.documents.printing import printing_of

    wanted, printing = formats_of(formats), printing_of(page, panels)
    session, store, where = reopen(name, place=place)
    try:
        if not viewer:
            print("For the file (--for NAME, family or team makes one to hand over).", file=sys.stderr)
        for written in write_papers(
            session,
            where,
            wanted,
            to,
            paper=paper,
            viewer=viewer or "file",
            found=found,
            sources=sources,
            aliases=aliases,
            printing=printing,
        ):
            print(written)
    finally:
        session.close()
        store.close()
    return 0


def write_papers(  # noqa: PLR0913 - each is one option of `guide export`
    session: "Session",
    where: "Paths",
    formats: list[str],
    to: Path,
    *,
    paper: str = "",
    viewer: str = "file",
    found: str = "",
    sources: bool = False,
    aliases: Path | None = None,
    printing: "Printing | None" = None,
) -> list[Path]:
    """Write papers and note in the journal what left, for whom; raises GuideError with one sentence."""
    from guide.documents.agency import agency_of
    from guide.documents.aliases import read_aliases
    from guide.documents.handed_out import HandedOut
    from guide.documents.leaving import Order, note
    from guide.documents.printing import Printing

    organisation = read_settings(where.settings_file).organisation
    before = HandedOut(session)
    given = read_aliases(aliases) if aliases else ()
    order = Order(
        formats=tuple(formats),
        to=to,
        viewer=viewer,
        paper=paper,
        found=found,
        sources=sources,
        aliases=given,
        printing=printing or Printing(),
        organisation=organisation.name,
        agency=agency_of(organisation, where.home),
        today=_today(),
        in_place_of=before.in_place_of(viewer, other_names=bool(given)),
    )
    written = _write(before, order)
    for one in before.still_out():
        if before.reader(one.left.viewer) == before.reader(viewer):
            _tell(before.warning(one))
    note(session, order, written)
    return written


def _write(before: "HandedOut", order: "Order") -> list[Path]:
    """Write them; a refusal says which option answers it."""
    from guide.documents.leaving import write
    from guide.documents.sharing import NotAnswered
    from guide.documents.shelf import NoFolder

    try:
        return write(before.now, order, tell=_tell)
    except NotAnswered as refused:
        raise GuideError(f"{refused} (--found no)") from refused
    except NoFolder as refused:
        raise GuideError(f"{str(refused).removesuffix('.')} with --to.") from refused


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _today() -> str:
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011 - a paper's date is the day where it is made
