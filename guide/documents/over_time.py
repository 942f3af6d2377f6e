"""Draws marks over time: a row for each person, their own marks at their dates, nothing put together.

A row goes from nought at its foot to ten at its head.  A person's own marks are joined where nothing is
missing between them; a gap stays a gap, and a guess is hollow and joined to nothing.  There is no average,
no direction and no colour that would judge.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from guide.documents.measure import wrap
from guide.documents.quotes import TEN, Mark
from guide.frozen import frozen

_SIZE: Final = 16.0
_SMALL: Final = 14.0
_LINE: Final = 20.0
_NAME_ROOM: Final = 190.0
"""A longer name goes on in a second line."""
_LEFT: Final = 240.0
"""Where the first date can begin: after the names and the ends of the scale."""
_END: Final = 10.0
"""Room after the last date."""
_HIGH: Final = 56.0
"""From nought to ten."""
_OVER: Final = 26.0
"""Room over a row for the number of a high mark."""
_UNDER: Final = 12.0
_ASIDE: Final = 40.0
"""From one mark to the next at one date: a guess stands beside what somebody said themselves."""
_LEAST: Final = 152.0
"""From one date to the next at least; a date can be read in it."""
_ROWS: Final = 6
"""People in one picture: more stand in the next, which can stand on another page."""


@frozen
class Moment:
    """One time at which marks were made."""

    label: str
    """Its date."""
    marks: tuple[Mark, ...]
    """Nothing where there is none that may be seen: a gap stays a gap."""
    said: str = ""
    """What nought and ten meant then, where they meant something else."""


@frozen
class Dot:
    """One mark."""

    x: float
    y: float
    number: str
    hollow: bool


@frozen
class Row:
    """One person's marks."""

    top: float
    foot: float
    """How far down nought is."""
    name: tuple[str, ...]
    most: int
    """The number at its head: 10, or how many stones there are."""
    dots: tuple[Dot, ...]
    joined: tuple[tuple[float, float, float, float], ...]
    """Lines between their own marks, from place to place."""


@frozen
class Plot:
    """A picture of some people's marks at some dates."""

    width: float
    height: float
    rows: tuple[Row, ...]
    dates: tuple[tuple[float, float, str], ...]
    """Place from the left and from the top, and one line of a date."""
    left: float
    """Where the rows begin, after the names."""
    title: str
    says: str

    @property
    def high(self) -> float:
        """From nought to ten."""
        return _HIGH


def plots_of(moments: Sequence[Moment], *, wide: float, title: str, says: Sequence[str]) -> tuple[Plot, ...]:
    """Return the pictures, no wider than `wide`: as many as it takes for every date and every person.

    `says` is one sentence for each picture that whoever cannot see it will hear; see `parts_of`.
    """
    found = parts_of(moments, wide)
    return tuple(
        _plot(some, names, title=title, says=words) for (some, names), words in zip(found, says, strict=True)
    )


def parts_of(moments: Sequence[Moment], wide: float) -> list[tuple[tuple[Moment, ...], tuple[str, ...]]]:
    """Return what each picture shows: so many dates, and so many people who have a mark at one of them."""
    across = max(1, int((wide - _LEFT - _END) // _across(moments)))
    found = []
    for at in range(0, len(moments), across):
        some = tuple(moments[at : at + across])
        names = people_in(some)
        many = max(1, -(-len(names) // _ROWS))
        each = max(1, -(-len(names) // many))  # pictures of about the same height: nobody stands in one alone
        found += [(some, names[row : row + each]) for row in range(0, len(names), each)]
    return found


def people_in(moments: Iterable[Moment]) -> tuple[str, ...]:
    """Return everybody who has a mark, in the order of their first."""
    return tuple(dict.fromkeys(mark.name for one in moments for mark in one.marks))


def of_person(moment: Moment, name: str) -> tuple[Mark, ...]:
    """Return somebody's marks at one time: their own first, guesses after it."""
    own = [mark for mark in moment.marks if mark.name == name]
    return tuple(sorted(own, key=lambda mark: mark.hollow))


def _across(moments: Iterable[Moment]) -> float:
    """Return how far apart two dates are."""
    every = [len(of_person(one, name)) for one in moments for name in people_in((one,))]
    return max(_LEAST, _ASIDE * max(every, default=1) + 60)


def _plot(moments: Sequence[Moment], names: Sequence[str], *, title: str, says: str) -> Plot:
    across = _across(moments)
    labels = [wrap(one.label, across - 14, _SMALL) for one in moments]
    top = _LINE * max((len(lines) for lines in labels), default=1) + 10
    rows: list[Row] = []
    for name in names:
        rows.append(_row(moments, name, top, across))
        top = rows[-1].foot + _UNDER
    dates = tuple(
        (_LEFT + across * (at + 0.5), _LINE * (line + 1), words)
        for at, lines in enumerate(labels)
        for line, words in enumerate(lines)
    )
    return Plot(_LEFT + across * len(moments) + _END, top + 6, tuple(rows), dates, _LEFT, title, says)


def _row(moments: Sequence[Moment], name: str, top: float, across: float) -> Row:
    lines = wrap(name, _NAME_ROOM, _SIZE, bold=True) or ("?",)
    foot = top + max(_OVER + _HIGH, _LINE * len(lines) + 16)
    dots: list[Dot] = []
    joined: list[tuple[float, float, float, float]] = []
    last: Dot | None = None
    most = _most(mark for one in moments for mark in of_person(one, name))
    for at, moment in enumerate(moments):
        marks = of_person(moment, name)
        middle = _LEFT + across * (at + 0.5) - _ASIDE * (len(marks) - 1) / 2
        here = [_dot(mark, middle + _ASIDE * number, foot, most) for number, mark in enumerate(marks)]
        own = next((dot for dot in here if not dot.hollow), None)
        if own is not None and last is not None:
            joined.append((last.x, last.y, own.x, own.y))
        dots += here
        last = own
    return Row(top, foot, lines, most, tuple(dots), tuple(joined))


def _most(marks: Iterable[Mark]) -> int:
    """Return what all these marks are out of; 10 where they differ."""
    found = {mark.of for mark in marks}
    return found.pop() if len(found) == 1 else TEN


def _dot(mark: Mark, x: float, foot: float, most: int) -> Dot:
    share = min(max(mark.value / mark.of, 0.0), 1.0)
    number = mark.number if mark.of == most else f"{mark.number}/{mark.of}"
    return Dot(x, foot - share * _HIGH, number, mark.hollow)
