"""Draws a sheet as headed areas under each other, each thing said with who said it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from textual.content import Content

from guide.flow.model import Sheet
from guide.map.model import Entry, Rating
from guide.ui.says import say
from guide.ui.seen import Place, Seen
from guide.ui.widgets.sheet.line import Mark, draw_line
from guide.ui.widgets.words import MUTED, hung, lines, own

RECENT: Final = 12
"""How much of an area is drawn beside the conversation; the whole sheet has a screen of its own."""


def draw_columns(seen: Seen, sheet: Sheet, width: int) -> Content:
    """Draw every area of a sheet that these people are shown, under its column's heading."""
    return lines(block for _, block in _blocks(seen, sheet, width))


def row_of(seen: Seen, sheet: Sheet, into: Iterable[str], width: int) -> int | None:
    """Return the row an area begins on, so that the panel can show where something lands; None for none."""
    wanted, row = set(into), 0
    for area, block in _blocks(seen, sheet, width):
        if area in wanted:
            return row
        row += block.plain.count("\n") + 1
    return None


def _blocks(seen: Seen, sheet: Sheet, width: int) -> Iterator[tuple[str, Content]]:
    """Yield headings and areas with the empty lines before them; empty areas stand close together."""
    heading, was_empty = "", False
    for at, place in enumerate(seen.places(sheet)):
        title = sheet.columns.get(place.area.column, "")
        air = at > 0 and not (was_empty and place.is_empty)
        if title and title != heading:
            yield "", lines([*([Content("")] if at else []), own(title.upper(), "bold $accent")])
            air = True
        heading, was_empty = title, place.is_empty
        block = draw_place(seen, place, width)
        yield place.area.id, lines([Content(""), block]) if air else block


def draw_place(seen: Seen, place: Place, width: int) -> Content:
    """Draw one area: its title, then what stands in it."""
    rows = [own(place.area.title, "bold" if not place.is_empty else MUTED)]
    earlier = len(place.entries) - RECENT
    if earlier > 0:
        rows.append(own(say("sheet.earlier"), MUTED))
    rows.extend(draw_entry(one, seen.name, width) for one in place.entries[-RECENT:])
    rows.extend(hung(Content("  "), own(one.name), width) for one in place.people)
    if place.ratings:
        rows.append(draw_line(marks_of(place.ratings, seen.name), width, most=most_of(place.ratings)))
    return lines(rows)


def draw_entry(entry: Entry, name: Callable[[str | None], str], width: int) -> Content:
    """Draw one thing said, with who said it and where it comes from."""
    told_by = name(entry.from_) or entry.from_ or ""
    source = say(f"source.{entry.source}", who=told_by) if entry.source != "said" else ""
    about = [one for one in (name(entry.by), source) if one]
    text = own(entry.text)
    if about:
        text = Content.assemble(text, "  ", own(" · ".join(about), MUTED))
    return hung(Content.styled("· ", "$accent"), text, width)


def marks_of(ratings: Iterable[Rating], name: Callable[[str | None], str]) -> list[Mark]:
    """Return ratings as marks with names; a guess says whose it is."""
    marks = []
    for one in ratings:
        who = name(one.by)
        if one.guessed_by is not None:
            who = say("guess_of", who=who, by=name(one.guessed_by))
        marks.append(Mark(who, one.value, is_guess=one.guessed_by is not None))
    return marks


def most_of(ratings: Iterable[Rating]) -> int:
    """Return the highest mark of the line these stand on."""
    return max((one.of for one in ratings), default=10)
