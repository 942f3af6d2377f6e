"""A worker's own page before a visit: one side of A4 that survives being read over the worker's shoulder.

What the worker fears, where they put the family on a line and how they sorted what they heard stay in the
file: on this page stand only why, what is known and from whom, what is not, what to ask, and one doubt.
"""

from typing import Final

from guide.documents.face import Face
from guide.documents.pages.sheet import Laid
from guide.documents.quotes import Quote
from guide.frozen import frozen

_WHY: Final = ("ahead",)
_VISIT: Final = ("purpose",)
_UNKNOWN: Final = ("find_out",)
_QUESTIONS: Final = ("questions",)
_DOUBT: Final = ("doubts",)
_NOT_HERE: Final = frozenset({"danger", "goals", "next", "fears"})
_ALSO_KNOWN: Final = ("child",)


@frozen
class Known:
    """What is known, under the heading of its column."""

    title: str
    quotes: tuple[Quote, ...]


@frozen
class Preparation:
    """The page."""

    title: str
    whom: str
    face: Face
    preparation: str
    """Whose preparation it is, of which day, and with whom it has not been talked about yet."""
    why: tuple[Quote, ...]
    visit: tuple[Quote, ...]
    known: tuple[Known, ...]
    unknown: tuple[Quote, ...]
    questions: tuple[Quote, ...]
    doubt: tuple[Quote, ...]
    layout: str = "preparation"


def preparation_page(laid: Laid, preparation: str) -> Preparation:
    """Return the page; what is going well stands before what worries us."""
    return Preparation(
        title=laid.say("preparation.title"),
        whom=laid.whom(),
        face=laid.face,
        preparation=preparation,
        why=_of(laid, _WHY),
        visit=_of(laid, _VISIT),
        known=_known(laid),
        unknown=_of(laid, _UNKNOWN),
        questions=_of(laid, _QUESTIONS),
        doubt=_of(laid, _DOUBT),
    )


def _of(laid: Laid, shorts: tuple[str, ...]) -> tuple[Quote, ...]:
    return tuple(quote for short in shorts for quote in laid.quotes(laid.sheet.area(short)))


def _known(laid: Laid) -> tuple[Known, ...]:
    columns = list(laid.sheet.columns.items())
    known = []
    for name, title in (*columns[1:], *columns[:1]):
        areas = [area for area in laid.sheet.areas if area.column == name and area.short not in _NOT_HERE]
        known.append(Known(title, tuple(quote for area in areas for quote in laid.quotes(area))))
    unsorted = tuple(quote for area in laid.sheet.areas if area.unsorted for quote in laid.quotes(area))
    also = unsorted + _of(laid, _ALSO_KNOWN)
    known.append(Known("", also))
    return tuple(one for one in known if one.quotes)
