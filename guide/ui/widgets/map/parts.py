"""What the whole sheet is put together from beside its areas: columns, houses, what is still open."""

from collections.abc import Sequence

from textual.containers import VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from guide.ui.says import say
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.map.area import AreaCard
from guide.ui.widgets.map.laid import Block
from guide.ui.widgets.sheet.houses import House, draw_houses
from guide.ui.widgets.words import MUTED, hung, lines, own


class Open(Drawn):
    """What is still open, and where nothing stands; on a helper's page only."""

    DEFAULT_CSS = """
    Open { margin: 0 0 1 0; padding: 0 1; border-left: outer $border-blurred; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.says: tuple[str, ...] = ()
        self.blank: tuple[str, ...] = ()

    def show(self, says: tuple[str, ...], blank: tuple[str, ...]) -> None:
        """Show these sentences, and the titles of what is blank."""
        self.says, self.blank = says, blank
        self.display = bool(says or blank)
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the sentences under each other."""
        rows = [own(say("map.open"), "bold")] if self.says else []
        rows += [hung(Content.styled("· ", MUTED), own(one), width) for one in self.says]
        rows += own(_blank(self.blank), MUTED).wrap(width) if self.blank else []
        return lines(rows)


class Houses(Drawn):
    """The houses as they are drawn for a child."""

    DEFAULT_CSS = """
    Houses { margin: 0 0 1 0; }
    """

    def __init__(self, houses: Sequence[House]) -> None:
        super().__init__()
        self.houses = houses

    def show(self, houses: Sequence[House]) -> None:
        """Draw these houses."""
        self.houses = houses
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the drawing."""
        return draw_houses(self.houses, width)


def column(block: Block) -> VerticalGroup:
    """Return a column: its heading, its areas, and what is blank there."""
    named = block.named
    title = own(named, "bold $accent") if named else own(block.title, "bold $accent")
    if named:
        title = Content.assemble(title, "  ", own(block.title, MUTED))
    parts: list[Widget] = [Static(title, classes="heading"), *(AreaCard(one.area.id) for one in block.places)]
    if block.blank:
        parts.append(Static(own(_blank(block.blank), MUTED), classes="blank"))
    return VerticalGroup(*parts, classes="column")


def _blank(titles: tuple[str, ...]) -> str:
    return say("map.blank", titles=" · ".join(titles))
