"""What the room's screen and the trainer's notes have in common: where a showing is, and moving in it."""

from guide.engine.run_through import RunThrough
from guide.engine.showing import Show
from guide.ui.says import say
from guide.ui.screens.page import Page


class Moving(Page):
    """A page that shows a talk stop by stop."""

    def __init__(self, run: RunThrough, view: Show, cut: int = 0, trouble: str = "") -> None:
        super().__init__()
        self.run_through, self.view, self.cut, self.trouble = run, view, cut, trouble

    def move(self, view: Show) -> None:
        """Go to another stop, or show and hide layers of this one."""
        self.view = view
        self.show_view()

    def show_view(self) -> None:
        """Show where we are."""
        raise NotImplementedError

    def scroll_words(self, rows: int) -> None:
        """Move the words where there are more than fit."""
        raise NotImplementedError

    def ask_where(self) -> None:
        """Let a moment be picked by its number or its name."""
        from guide.ui.screens.present_where import Where

        stops = enumerate(self.view.stops)
        places = {str(at): f"{one.number} {one.beat.name}" for at, one in stops if one.beat is not None}
        places = {"0": f"0 {say('present.start')}"} | places
        self.app.push_screen(Where(places), lambda at: self.move(self.view.to(int(at))) if at else None)
