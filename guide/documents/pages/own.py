"""A person's own page to bring to a meeting: large, in their words, with room to add to it by hand."""

from typing import Final

from guide.documents.face import Face
from guide.documents.pages.sheet import Cell, Laid, Line
from guide.documents.quotes import Mark
from guide.frozen import frozen, replace

SHEET: Final = "my-say"
_WIDE: Final = 695.0
"""The inside of A4 upright, in CSS pixels."""


@frozen
class Own:
    """The page."""

    title: str
    whose: str
    """Whose page it is."""
    about: str
    """Whom the meeting is about, when that is somebody else."""
    face: Face
    parts_of_page: tuple[Cell, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    layout: str = "own"


def own_page(laid: Laid) -> Own:
    """Return the page; a part in which nothing was said keeps its lines to write on."""
    laid = replace(laid, wide=_WIDE)
    areas = [area for area in laid.sheet.areas if area.holds != "ratings"]
    rated = [one for area in laid.sheet.areas if area.holds == "ratings" for one in laid.ratings(area)]
    owners = {str(one["by"]) for area in areas for one in laid.entries(area) if one.get("by")}
    owners |= {str(one["by"]) for one in rated if one.get("by") and not one.get("guessed_by")}
    named = [who for who in laid.names.people if who in owners]
    children = {one.id for one in laid.names.children()}
    return Own(
        title=laid.sheet.title,
        whose=laid.names.all(named) if named else "",
        about="" if set(named) & children else laid.whom(),
        face=laid.face,
        parts_of_page=tuple(laid.cell(area) for area in areas),
        lines=laid.lines(),
        marks=tuple(laid.quoting.mark(one) for one in rated),
    )
