"""Whether the two outer columns of a sheet outgrow the middle one: a room full of worries and plans."""

from typing import Final

from guide.flow.model import Sheet
from guide.map.sight import Sight

_COLUMNS: Final = 3
_ENOUGH: Final = 4
"""Entries outside the middle before anything is said: nobody is hurried after two sentences."""


STRENGTHS: Final = ("strengths", "safety", "good", "helps")
"""Names of areas that hold what is going well."""


def middle_of(sheet: Sheet) -> str | None:
    """Return the middle one of three columns, where it is the one for what is going well; else None."""
    if sheet.draw != "columns" or len(sheet.columns) != _COLUMNS:
        return None
    middle = list(sheet.columns)[1]
    names = {area.id.partition(".")[2] for area in sheet.areas.values() if area.column == middle}
    return None if names.isdisjoint(STRENGTHS) else middle


def more_middle(sight: Sight, sheet: str) -> bool:
    """Whether left and right together hold more than twice what stands in the middle.

    Twice, because that is what three columns of equal length have.  The rule counts entries and weighs
    nothing; it holds only for a sheet in three columns, from four entries outside the middle on.
    """
    known = sight.flow.sheets.get(sheet)
    middle = middle_of(known) if known is not None else None
    if known is None or middle is None:
        return False
    held = dict.fromkeys(known.columns, 0)
    for area in known.areas.values():
        if area.column in held:
            held[area.column] += len(sight.placed.get(area.id, ()))
    outside = sum(held.values()) - held[middle]
    return outside >= _ENOUGH and outside > 2 * held[middle]
