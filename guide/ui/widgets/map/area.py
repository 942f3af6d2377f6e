"""One area of the sheet: its title, and everything that stands in it."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.message import Message

from guide.flow.evaluate import fill
from guide.flow.model import ROLES, Wording
from guide.map.model import Person, Rating
from guide.ui.says import say
from guide.ui.seen import Place, Seen
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.map.entry import draw_entry, draw_reasons
from guide.ui.widgets.map.marks import draw_marks, room_of
from guide.ui.widgets.words import MUTED, hung, lines, own


class AreaCard(Drawn):
    """Draws one area; it remembers on which lines each thing stands, so that it can be scrolled to."""

    DEFAULT_CSS = """
    AreaCard { padding: 0 1 1 0; }
    """

    class Clicked(Message):
        """Something in an area was clicked on."""

        def __init__(self, held: str) -> None:
            super().__init__()
            self.held = held
            """The id of the entry or rating."""

    def __init__(self, area: str) -> None:
        super().__init__()
        self.area = area
        self.seen: Seen | None = None
        self.place: Place | None = None
        self.gap = ""
        self.picked = ""
        self.spans: dict[str, tuple[int, int]] = {}
        """Entry or rating to its first line and how many it has."""
        self._drawn: tuple[int, Content] | None = None

    def show(self, seen: Seen, place: Place, gap: str = "") -> None:
        """Show this area as it stands, and what is missing there."""
        self.seen, self.place, self.gap = seen, place, gap
        self._drawn = None
        self.redraw()

    def pick(self, held: str) -> None:
        """Pick what stands here under this id; nothing when it stands elsewhere."""
        here = held if held in self.held else ""
        if here != self.picked:
            # As high as before: only painted again, and not from what was measured then.
            self.picked, self._drawn, self.measured = here, None, None
            self.refresh()

    @property
    def held(self) -> list[str]:
        """What can be picked here, in order."""
        if self.place is None:
            return []
        return [one.id for one in self.place.entries] + [one.id for one in self.place.ratings]

    # Drawing

    def draw(self, width: int) -> Content:
        """Return the area."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]

    def _draw(self, width: int) -> Content:
        if self.seen is None or self.place is None:
            return Content("")
        place, self.spans = self.place, {}
        rows = [*own(place.area.title, MUTED if place.is_empty else "bold").wrap(width)]
        for one in place.entries:
            drawn = draw_entry(
                one, self.seen.name, width, picked=one.id == self.picked, openly=not self.seen.with_somebody
            )
            self._add(rows, one.id, drawn)
        rows += [row for one in place.people for row in _person(self.seen, one, width)]
        if place.ratings:
            self._add_line(rows, self.seen, place.ratings, width)
        if self.gap:
            rows += hung(Content("  "), own(self.gap, f"italic {MUTED}"), width).split("\n")
        return lines(rows)

    def _add(self, rows: list[Content], held: str, drawn: list[Content]) -> None:
        self.spans[held] = (len(rows), len(drawn))
        rows += drawn

    def _add_line(self, rows: list[Content], seen: Seen, ratings: Sequence[Rating], width: int) -> None:
        rows += _ends(seen, ratings[0], width)
        begin = len(rows)
        rows += draw_marks(ratings, seen.name, width, picked=self.picked)
        for one in ratings:
            self.spans[one.id] = (begin, len(rows) - begin)
        rows.append(Content(""))
        for one in ratings:
            drawn = draw_reasons(
                one, seen.name, width, picked=one.id == self.picked, openly=not seen.with_somebody
            )
            if drawn:
                self._add(rows, one.id, drawn)
        if not rows[-1].plain:
            rows.pop()

    # Mouse

    def on_click(self, event: Click) -> None:
        """Pick what is clicked on."""
        for held, (first, many) in self.spans.items():
            if first <= event.y < first + many:
                event.stop()
                self.post_message(self.Clicked(held))
                return


def _person(seen: Seen, person: Person, width: int) -> list[Content]:
    """Return somebody who stands in the area, with who they are."""
    roles = {key: label for step in seen.sight.flow.steps.values() for key, label in step.roles.items()}
    role = roles.get(person.role) or (say(f"role.{person.role}") if person.role in ROLES else person.role)
    name = Content.assemble(own(person.name), ("  ", ""), own(role, MUTED))
    return list(hung(Content.styled("· ", "$accent"), name, width).split("\n"))


def _ends(seen: Seen, rating: Rating, width: int) -> list[Content]:
    """Return what the two ends of the line mean, in the words of the question."""
    step = seen.sight.flow.steps.get(rating.step)
    if step is None:
        return []
    room = min(width, room_of(rating.of, width) + 2)
    half = max(8, room // 2 - 1)
    left, right = (_end(seen, wording, half) for wording in (step.zero, step.ten))
    rows = []
    for at in range(max(len(left), len(right))):
        begin = left[at] if at < len(left) else Content("")
        end = right[at] if at < len(right) else Content("")
        gap = max(1, room - begin.cell_length - end.cell_length)
        rows.append(Content.assemble(begin, " " * gap, end))
    return rows


def _end(seen: Seen, wording: Wording | None, width: int) -> list[Content]:
    text = fill(wording.for_band(_band(seen)), seen.sight) if wording else ""
    return [one.rstrip() for one in own(text, MUTED).wrap(width)] if text else []


def _band(seen: Seen) -> str:
    children = seen.sight.record.of_roles(("child",))
    return children[0].understanding if seen.held_with == "child" and children else "adult"
