"""Draws a sheet as headed areas under each other, each thing said with who said it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from textual.content import Content

from guide.flow.model import Sheet
from guide.map.model import Entry
from guide.ui.says import say
from guide.ui.seen import Place, Seen
from guide.ui.widgets.sheet.marks import marks_piece
from guide.ui.widgets.sheet.piece import Piece
from guide.ui.widgets.words import MUTED, hung, own

RECENT: Final = 12
"""How much of an area is drawn beside the conversation; the whole sheet has a screen of its own."""

_AIR: Final = Piece("", lambda _: Content(""))


def column_pieces(seen: Seen, sheet: Sheet) -> Iterator[Piece]:
    """Yield the pieces of every area of a sheet that these people are shown, under its column's heading.

    Empty areas stand close together.
    """
    heading, was_empty = "", False
    for at, place in enumerate(seen.places(sheet)):
        title = sheet.columns.get(place.area.column, "")
        air = at > 0 and not (was_empty and place.is_empty)
        if title and title != heading:
            if at:
                yield _AIR
            yield _heading(title.upper(), "bold $accent")
            air = True
        heading, was_empty = title, place.is_empty
        if air:
            yield _AIR
        yield from (one._replace(area=place.area.id) for one in _area(seen, place))


def _area(seen: Seen, place: Place) -> Iterator[Piece]:
    """Yield one area: its title, then what stands in it."""
    yield _heading(place.area.title, "bold" if not place.is_empty else MUTED)
    if len(place.entries) > RECENT:
        yield _heading(say("sheet.earlier"), MUTED)
    for one in place.entries[-RECENT:]:
        text, about = one.text, _about(one, seen.name, openly=not seen.with_somebody)
        yield Piece((text, about), partial(_draw_entry, text, about))
    for person in place.people:
        yield Piece(("person", person.name), partial(_draw_person, person.name))
    if place.ratings:
        yield marks_piece(place.ratings, seen.name)


def _heading(text: str, style: str) -> Piece:
    return Piece((text, style), lambda width: Content("\n").join(own(text, style).wrap(width)))


def _about(entry: Entry, name: Callable[[str | None], str], *, openly: bool) -> str:
    """Return who said it; before helpers also where it comes from."""
    told_by = name(entry.from_) or entry.from_ or ""
    source = say(f"source.{entry.source}", who=told_by) if openly and entry.source != "said" else ""
    return " · ".join(one for one in (name(entry.by), source) if one)


def _draw_entry(text: str, about: str, width: int) -> Content:
    """Draw one thing said, with who said it and where it comes from."""
    words = own(text)
    if about:
        words = Content.assemble(words, "  ", own(about, MUTED))
    return hung(Content.styled("· ", "$accent"), words, width)


def _draw_person(name: str, width: int) -> Content:
    return hung(Content("  "), own(name), width)
