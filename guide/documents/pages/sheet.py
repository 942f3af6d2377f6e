"""What every sheet's paper is made of: cells with what was said, and lines with everybody's mark."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.documents.earlier import EARLIER, TIMES
from guide.documents.face import Face
from guide.documents.line import Drawing, draw_line
from guide.documents.names import Names
from guide.documents.pages.over_time import Asked, OverTime, over_time
from guide.documents.quotes import TEN, Mark, Quote, Quoting
from guide.documents.shapes import Area, Flow, Sheet
from guide.frozen import frozen

Json = Any

_WIDE: Final = {"columns": 1480.0, "ring": 695.0}
_PLAIN_WIDE: Final = 1024.0
"""How wide a line is drawn, in CSS pixels: the inside of A3 on its side, of A4 upright, of A4 on its side."""


@frozen
class Cell:
    """One area of a sheet with what stands in it."""

    id: str
    title: str
    quotes: tuple[Quote, ...]
    people: bool = False
    gap: str = ""
    """What to say when nothing stands here; only in the file."""


@frozen
class Reasons:
    """What somebody said about their mark."""

    mark: Mark
    guess: str


@frozen
class Line:
    """A line with everybody's mark and what they said about it."""

    title: str
    zero: str
    ten: str
    drawing: Drawing | None
    """None when the marks are stones of a child's own path."""
    reasons: tuple[Reasons, ...]
    over: OverTime | None = None
    """The same line before, where marks are known from more than one time."""

    @property
    def has_guess(self) -> bool:
        """Whether a hollow mark has to be explained."""
        return any(one.mark.hollow for one in self.reasons)


@frozen
class Laid:
    """One sheet of a record, with all that is needed to lay it out."""

    sheet: Sheet
    held: Mapping[str, Json]
    """The sheet as the record has it: `areas` and `scales`."""
    quoting: Quoting
    flow: Flow
    face: Face
    is_file: bool
    wide: float = 0
    """How wide a line is drawn, when not as wide as the sheet's own paper."""

    @property
    def names(self) -> Names:
        """Everybody who may be named."""
        return self.quoting.names

    def say(self, key: str, **given: object) -> str:
        """Say something in the program's own voice."""
        return self.names.voice.say(key, **given)

    def entries(self, area: Area | None) -> tuple[Json, ...]:
        """Return what stands in an area."""
        return tuple((self.held.get("areas") or {}).get(area.id) or ()) if area else ()

    def quotes(self, area: Area | None) -> tuple[Quote, ...]:
        """Return what stands in an area, as it stands on a paper."""
        return self.quoting.quotes(self.entries(area))

    def cell(self, area: Area) -> Cell:
        """Return an area with what stands in it."""
        gap = area.gap if self.is_file else ""
        return Cell(area.id, area.title, self.quotes(area), people=area.holds == "people", gap=gap)

    def lines(self) -> tuple[Line, ...]:
        """Return every line that somebody has put a mark on, now or at more than one time before."""
        rated = (self.line(area, self.ratings(area)) for area in self.sheet.areas if area.holds == "ratings")
        return tuple(one for one in rated if one.reasons or one.over)

    def ratings(self, area: Area) -> tuple[Mapping[str, Json], ...]:
        """Return the ratings on one line, as the record has them."""
        return tuple((self.held.get("scales") or {}).get(area.id) or ())

    def line(self, area: Area, ratings: Iterable[Mapping[str, Json]]) -> Line:
        """Return one line with everybody's mark; nobody's marks are ever put together."""
        reasons = tuple(Reasons(self.quoting.mark(one), self.quoting.guess(one)) for one in ratings)
        zero, ten = self.ends(area)
        marks = [(one.mark, one.guess) for one in reasons]
        drawing = None
        if marks and all(mark.of == TEN for mark, _ in marks):
            says = self.say("line.describe", marks=". ".join(mark.says for mark, _ in marks))
            wide = self.wide or _WIDE.get(self.sheet.draw, _PLAIN_WIDE)
            drawing = draw_line(marks, wide=wide, title=area.title, says=says)
        wide = self.wide or _WIDE.get(self.sheet.draw, _PLAIN_WIDE)
        return Line(area.title, zero, ten, drawing, reasons, self.over_time(area, wide=wide))

    def over_time(self, area: Area, *, wide: float) -> OverTime | None:
        """Return the marks on one line at every time they were made; None while there is one time only."""
        earlier, times = (tuple((self.held.get(key) or {}).get(area.id) or ()) for key in (EARLIER, TIMES))
        asked = Asked(self.ratings(area), earlier, times, self.ends(area))
        return over_time(self.quoting, area, asked, wide=wide)

    def ends(self, area: Area) -> tuple[str, str]:
        """Return what nought and ten mean, as far as it is known here."""
        steps = [step for step in self.flow.steps.values() if step.kind == "scale" and area.id in step.into]
        zero = area.zero or next((step.zero for step in steps if step.zero), "")
        ten = area.ten or next((step.ten for step in steps if step.ten), "")
        return ("" if "{{" in zero else zero), ("" if "{{" in ten else ten)

    def whom(self) -> str:
        """Return whom it is about, with their age."""
        children = self.names.children()
        return self.names.voice.join(f"{one.name} ({one.age})" if one.age is not None else one.name
                                     for one in children) if children else ""  # fmt: skip

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands on this sheet."""
        kinds = (self.held.get("areas") or {}, self.held.get("scales") or {})
        return not any(one for kind in kinds for one in kind.values())
