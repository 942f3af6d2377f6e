"""The first line of the whole sheet: which sheet this is, the others beside it, and how things stand."""

from collections.abc import Mapping

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, own


class TopLine(Drawn):
    """The sheets' titles on one line, the one that is shown standing out."""

    DEFAULT_CSS = """
    TopLine { height: 1; padding: 0 2; }
    """

    class Chosen(Message):
        """Another sheet was clicked on."""

        def __init__(self, sheet: str) -> None:
            super().__init__()
            self.sheet = sheet
            """Its id."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: Mapping[str, str] = {}
        self.at = self.right = ""

    def show(self, titles: Mapping[str, str], at: str, right: str) -> None:
        """Show the sheets' titles, `at` being the one that is open, and on the right how things stand."""
        self.titles, self.at, self.right = titles, at, right
        self.refresh()

    def draw(self, width: int) -> Content:
        """Return the line."""
        right = own(self.right, MUTED)
        left = Content("")
        for sheet, title in self.titles.items():
            one = own(f"▸ {title}", "bold") if self._stands_out(sheet) else own(title, self._style(sheet))
            one = one.stylize(Style.from_meta({"sheet": sheet}))
            left = Content.assemble(left, "   " if left else "", one)
        left = left.truncate(max(0, width - right.cell_length - 2), ellipsis=True)
        return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)

    def _stands_out(self, sheet: str) -> bool:
        return sheet == self.at and len(self.titles) > 1

    def _style(self, sheet: str) -> str:
        return "bold" if sheet == self.at else MUTED

    def on_click(self, event: Click) -> None:
        """Open the sheet that was clicked on."""
        sheet = event.style.meta.get("sheet")
        if isinstance(sheet, str):
            self.post_message(self.Chosen(sheet))
