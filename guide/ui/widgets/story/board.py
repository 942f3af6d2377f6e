"""The story's pictures under each other; one of them may be picked, and only what is seen is painted."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from guide.ui.says import say
from guide.ui.widgets.stacked import Stacked
from guide.ui.widgets.story.telling import Telling, draw_telling
from guide.ui.widgets.words import MUTED, own


class StoryBoard(Stacked, can_focus=True):
    """Pictures to be picked by arrow keys, or read only."""

    DEFAULT_CSS = """
    StoryBoard { padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    class Picked(Message):
        """Another picture is picked."""

    class Taken(Message):
        """A picture that is picked was clicked on again."""

    def __init__(self) -> None:
        super().__init__()
        self.told: Sequence[Telling] = ()
        self.picked = ""
        """The id of what is picked."""
        self._tops: dict[str, tuple[int, int]] = {}
        """Where each picture begins, and how many rows it has."""
        self._drawn: dict[tuple[Telling, bool, int], list[Strip]] = {}

    def show(self, told: Sequence[Telling]) -> None:
        """Show these; what was picked stays picked, and where it is gone the one before it is picked."""
        before, self.told = self.held, told
        if self.picked and self.picked not in self.held:
            above = [one for one in before[: before.index(self.picked)] if one in self.held]
            self.picked = above[-1] if above else ""
        self.restack()
        self.into_sight()

    @property
    def held(self) -> list[str]:
        """What can be picked, in order."""
        return [one.id for one in self.told]

    def stack(self, width: int) -> list[Strip]:
        """Return every row; a picture that did not change is not drawn again."""
        if not self.told:
            return self.strips_of(own(say("story.nothing"), MUTED), width)
        rows: list[Strip] = []
        drawn: dict[tuple[Telling, bool, int], list[Strip]] = {}
        self._tops = {}
        for one in self.told:
            look = (one, one.id == self.picked, width)
            drawn[look] = self._drawn.get(look) or self._draw(*look)
            self._tops[one.id] = (len(rows), len(drawn[look]))
            rows += drawn[look]
        self._drawn = drawn
        return rows

    def _draw(self, one: Telling, picked: bool, width: int) -> list[Strip]:  # noqa: FBT001 – a look's key
        return self.strips_of(draw_telling(one, width, picked=picked), width)

    def forget_looks(self) -> None:
        """Forget every picture that was drawn."""
        self._drawn = {}

    def wanted(self) -> tuple[int, int] | None:
        """Keep what is picked in sight."""
        return self._tops.get(self.picked)

    # Picking

    def pick(self, held: str) -> None:
        """Pick this, and nothing else."""
        if held != self.picked:
            self.picked = held
            self.restack()
            self.post_message(self.Picked())
        self.into_sight()

    def into_sight(self) -> None:
        """Bring what is picked into sight."""
        if self.picked in self._tops and self.content_size.width:
            self.bring_into_sight(*self._tops[self.picked])

    def action_step(self, by: int) -> None:
        """Pick the next or the one before; past the last scroll to the end."""
        held = self.held
        if not held:
            return
        if self.picked not in held:
            self.pick(held[0 if by > 0 else -1])
        elif 0 <= (at := held.index(self.picked) + by) < len(held):
            self.pick(held[at])
        else:
            self.go_to(0 if by < 0 else len(self.rows))

    def on_click(self, event: Click) -> None:
        """Pick what was clicked on; clicked again it is taken."""
        offset = event.get_content_offset(self)
        row = self.top + offset.y if offset is not None else -1
        found = next((one for one, (top, many) in self._tops.items() if top <= row < top + many), "")
        if found and found == self.picked:
            self.post_message(self.Taken())
        elif found:
            self.pick(found)
