"""A sheet in columns, such as the map: cells under their headings, what stands beside them, and the line."""

from collections.abc import Sequence

from guide.documents.face import Face
from guide.documents.pages.sheet import Cell, Laid, Line
from guide.documents.shapes import Area
from guide.frozen import frozen


@frozen
class Column:
    """One column with its cells."""

    title: str
    cells: tuple[Cell, ...]


@frozen
class Columns:
    """A sheet in columns."""

    title: str
    whom: str
    face: Face
    above: tuple[Cell, ...]
    """What is said first, before the columns."""
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    below: tuple[Cell, ...]
    """What stands beside the columns and was said."""
    layout: str = "columns"


def columns_page(laid: Laid) -> Columns:
    """Return a sheet in columns; areas that stand before the first column in the sheet stand above it."""
    sheet = laid.sheet
    plain = [area for area in sheet.areas if area.holds != "ratings"]
    beside = [area for area in plain if area.column not in sheet.columns]
    first = next((at for at, area in enumerate(plain) if area.column in sheet.columns), len(plain))
    above = [area for area in plain[:first] if not area.unsorted] if sheet.columns else []
    below = [area for area in beside if area not in above]
    return Columns(
        title=sheet.title,
        whom=laid.whom(),
        face=laid.face,
        above=_said(laid, above),
        columns=tuple(_column(laid, name, title) for name, title in sheet.columns.items()),
        lines=laid.lines(),
        below=_said(laid, below),
    )


def _column(laid: Laid, name: str, title: str) -> Column:
    areas = [area for area in laid.sheet.areas if area.column == name and area.holds != "ratings"]
    # A place the sheet waits for keeps its room to write; any other is left out while nothing is in it.
    return Column(title, tuple(cell for area in areas if (cell := laid.cell(area)).quotes or area.gap))


def _said(laid: Laid, areas: Sequence[Area]) -> tuple[Cell, ...]:
    return tuple(cell for cell in map(laid.cell, areas) if cell.quotes)
