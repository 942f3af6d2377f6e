"""A list of first names for a room: large enough to be read from the back, and never two alike."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region

from guide.engine.turn import Asked
from guide.ui.called import names_of
from guide.ui.says import say
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, lines, own

_AIRY: Final = 8
"""Names up to which there is an empty line between them, where the screen is tall."""


class NameRows(Drawn, can_focus=True):
    """Names under each other, one of them under the cursor."""

    DEFAULT_CSS = """
    NameRows { padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Asked, ...] = ()
        self.names: dict[str, str] = {}
        self.at: int | None = None
        """The row a key would act on."""

    def take(self, people: Sequence[Asked]) -> None:
        """Hold these people, the cursor with the same person where they are still there."""
        here = self.person
        self.people, self.names = tuple(people), names_of(people)
        ids = [one.id for one in people]
        self.at = ids.index(here.id) if here is not None and here.id in ids else None

    @property
    def person(self) -> Asked | None:
        """Who is under the cursor."""
        return self.people[self.at] if self.at is not None and self.at < len(self.people) else None

    # Drawing

    def head(self, width: int) -> Iterable[Content]:  # noqa: ARG002 – for those that have one
        """Return what stands over the names."""
        return ()

    def foot(self) -> Iterable[Content]:
        """Return what stands under the names."""
        return ()

    def row(self, at: int, person: Asked) -> Content:
        """Return one row."""
        raise NotImplementedError

    def draw(self, width: int) -> Content:
        """Return the names with what stands over and under them."""
        return lines(
            row.rstrip() for part in self._parts(width) for row in (part.wrap(max(8, width)) or [Content("")])
        )

    def _parts(self, width: int) -> Iterator[Content]:
        head, foot = list(self.head(width)), list(self.foot())
        yield from [*head, Content("")] if head else []
        for at, one in enumerate(self.people):
            if at and self._is_airy:
                yield Content("")
            yield self.row(at, one)
        yield from [Content(""), *foot] if foot else []

    @property
    def _is_airy(self) -> bool:
        return self.screen.has_class("-tall") and len(self.people) <= _AIRY

    def called(self, person: Asked, style: str = "") -> Content:
        """Return a person's name as it is drawn."""
        return own(self.names[person.id], style)

    def how(self, key: str, **names: object) -> Content:
        """Return a muted line saying which keys do what."""
        return own(say(key, **names), MUTED)

    # Moving

    def go(self, at: int) -> None:
        """Put the cursor on a row."""
        self.at = max(0, min(at, len(self.people) - 1)) if self.people else None
        self.redraw()
        self.keep_in_view()

    def keep_in_view(self) -> None:
        """Scroll what holds this list to the row under the cursor."""
        holder = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if holder is None or self.at is None or not self.content_size.width:
            return
        head = sum(one.plain.count("\n") + 1 for one in self.head(self.content_size.width))
        row = (head + 1 if head else 0) + self.at * (2 if self._is_airy else 1)
        top = self.content_region.y - holder.content_region.y + holder.scroll_offset.y
        holder.scroll_to_region(Region(0, top + row, 1, 2), animate=False)
