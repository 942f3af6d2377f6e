"""A sheet drawn as one line with stops, such as a way walked in stages: each area is a stop."""

from guide.documents.face import Face
from guide.documents.pages.sheet import Cell, Laid, Line
from guide.frozen import frozen


@frozen
class Stops:
    """A sheet drawn as a line with stops."""

    title: str
    whom: str
    face: Face
    stops: tuple[Cell, ...]
    lines: tuple[Line, ...]
    layout: str = "stops"


def stops_page(laid: Laid) -> Stops:
    """Return the stops in the order of the sheet."""
    stops = tuple(laid.cell(area) for area in laid.sheet.areas if area.holds != "ratings")
    return Stops(laid.sheet.title, laid.whom(), laid.face, stops, laid.lines())
