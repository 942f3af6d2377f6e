"""A sheet drawn as houses, such as a child's three houses and the path between two of them."""

from typing import Final

from guide.documents.face import Face
from guide.documents.pages.over_time import OverTime
from guide.documents.pages.sheet import Cell, Laid, Line, Reasons
from guide.documents.path import Path, draw_path
from guide.documents.quotes import TEN, Quote
from guide.documents.shapes import Area
from guide.frozen import frozen, replace

_PATH_FROM: Final = "worries"
_PATH_TO: Final = "dreams"
_ROW: Final = 3
"""Houses in one row."""


@frozen
class House:
    """One house with what stands in it."""

    id: str
    name: str
    """What the child calls it."""
    means: str
    """What it is for, under the child's own name; empty when the child gave none."""
    quotes: tuple[Quote, ...]
    about_name: tuple[str, ...] = ()
    """Earlier names, and what was said about the name."""
    who: str = ""
    """Whose words they are, said once when all of them were put down in the same way."""


@frozen
class Walk:
    """The path between two houses, and what was said about it."""

    drawing: Path
    reasons: tuple[Reasons, ...]
    cells: tuple[Cell, ...]
    over: OverTime | None = None
    """The same path before, where marks are known from more than one time."""

    @property
    def has_words(self) -> bool:
        """Whether anything was said about the path."""
        marks = [one.mark for one in self.reasons]
        said = any(mark.because or mark.lower or mark.higher or mark.small_step for mark in marks)
        return said or bool(self.cells) or any(one.guess for one in self.reasons)


@frozen
class Houses:
    """A sheet drawn as houses."""

    title: str
    tab: str
    """The title without the child's name: it shows on a screen others can see."""
    whom: str
    face: Face
    rows: tuple[tuple[House, ...], ...]
    walk: Walk | None
    lines: tuple[Line, ...]
    """Lines that are not the path, if the sheet has any."""
    beside: tuple[Cell, ...]
    """Other people's words, from another day: a page of their own."""
    beside_title: str
    layout: str = "houses"


def houses_page(laid: Laid) -> Houses:
    """Return the houses: a column with an area of its own name is one; without columns every area is."""
    homes = _homes(laid)
    houses = tuple(_house(laid, area) for area in homes)
    path = next((area for area in laid.sheet.areas if area.holds == "ratings" and laid.ratings(area)), None)
    names = {f"{laid.sheet.id}.{area.short}_name" for area in homes}
    told = {area.id for area in homes} | names
    column = path.column if path and path.column else None
    rest = [area for area in laid.sheet.areas if area.id not in told and area.holds != "ratings"]
    along = [area for area in rest if column and area.column == column]
    apart = [area for area in rest if area not in along]
    return Houses(
        title=_title(laid),
        tab=laid.sheet.title,
        whom=laid.whom(),
        face=laid.face,
        rows=tuple(houses[at : at + _ROW] for at in range(0, len(houses), _ROW)),
        walk=_walk(laid, path, houses, along) if path else None,
        lines=tuple(line for line in laid.lines() if path is None or line.title != path.title),
        beside=_said(laid, apart),
        beside_title=laid.sheet.columns.get(apart[0].column, "") if apart else "",
    )


def _title(laid: Laid) -> str:
    children = laid.names.children()
    if not children:
        return laid.sheet.title
    whose = laid.names.whose(laid.names.voice.join(one.name for one in children))
    return laid.say("houses.whose", whose=whose, title=laid.sheet.title.lower())


def _homes(laid: Laid) -> list[Area]:
    areas = [area for area in laid.sheet.areas if area.holds == "entries" and not area.unsorted]
    homes = [area for area in areas if area.short == area.column]
    return homes or [area for area in areas if not area.short.endswith("_name")]


def _house(laid: Laid, area: Area) -> House:
    called = laid.quotes(laid.sheet.area(f"{area.short}_name"))
    plain = laid.sheet.columns.get(area.column) or area.title
    name = called[-1].text if called else plain
    quotes, who = _once(laid.quotes(area))
    about = tuple(quote.text for quote in called[:-1]) + tuple(
        more for quote in called for more in quote.more
    )
    return House(area.id, name, area.title if called else "", quotes, about, who)


def _once(quotes: tuple[Quote, ...]) -> tuple[tuple[Quote, ...], str]:
    """Return the quotes without whose words they are, and that once, when it is the same for all."""
    said = {quote.who for quote in quotes}
    if len(said) != 1 or len(quotes) == 1:
        return quotes, ""
    return tuple(replace(quote, who="") for quote in quotes), said.pop()


def _walk(laid: Laid, path: Area, houses: tuple[House, ...], along: list[Area]) -> Walk:
    line = laid.line(path, laid.ratings(path))
    reasons = line.reasons
    zero, ten = _ends(laid, path, houses)
    marks = [one.mark for one in reasons]
    title = laid.say("houses.walk", zero=zero, ten=ten)
    says = ". ".join(laid.say("houses.ten" if mark.of == TEN else "houses.stones",
                              name=mark.name, value=mark.number, of=mark.of) for mark in marks)  # fmt: skip
    drawing = draw_path(marks, zero=zero, ten=ten, title=title, says=says)
    return Walk(drawing, reasons, _said(laid, along), line.over)


def _ends(laid: Laid, path: Area, houses: tuple[House, ...]) -> tuple[str, str]:
    """Return the names of the houses the path goes between, in the child's own words."""
    zero, ten = laid.ends(path)
    named = {house.id.partition(".")[2]: house.name for house in houses}
    last = [house.name for house in houses][-2:]
    zero = named.get(_PATH_FROM) or zero or (last[0] if len(last) > 1 else laid.say("houses.start"))
    ten = named.get(_PATH_TO) or ten or (last[-1] if last else laid.say("houses.finish"))
    return zero, ten


def _said(laid: Laid, areas: list[Area]) -> tuple[Cell, ...]:
    return tuple(cell for cell in map(laid.cell, areas) if cell.quotes)
