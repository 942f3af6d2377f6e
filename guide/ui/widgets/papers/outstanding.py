"""Who may hold a paper with words that are held back now: said above the papers until it is no longer so."""

from collections.abc import Sequence

from textual.content import Content

from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import hung, own


class Outstanding(Drawn):
    """Sentences under each other; nothing, and no room taken, where there are none."""

    DEFAULT_CSS = """
    Outstanding { display: none; padding: 0 0 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.sentences: Sequence[str] = ()

    def show(self, sentences: Sequence[str]) -> None:
        """Say these."""
        self.sentences = sentences
        self.display = bool(sentences)
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the sentences, each with a sign before it."""
        sign = Content.styled("! ", "bold $accent")
        return Content("\n\n").join(hung(sign, own(one), width) for one in self.sentences)
