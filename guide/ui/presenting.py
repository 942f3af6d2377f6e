"""The app that shows a talk: guide's own, with the room's screen or the trainer's notes in place of home."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from guide.log.memory import Memory
from guide.log.store import Store
from guide.ui.app import GuideApp
from guide.ui.screens.present_state import RoomFile

if TYPE_CHECKING:
    from guide.ui.screens.present_live import LiveScreen

MakeScreen = Callable[[], Screen[None]]


class PresentApp(GuideApp, inherit_bindings=False):
    """guide before a room."""

    BINDINGS = GuideApp.BINDINGS

    def __init__(self, *, first: MakeScreen, keeps_live: bool = False, **given: Any) -> None:
        super().__init__(**given)
        self.first = first
        """Makes the screen to begin with."""
        self.keeps_live = keeps_live
        """Whether what is answered live is kept as a session."""
        self.room = RoomFile(self.paths)
        self.live: LiveScreen | None = None
        """Where the room answers live just now."""

    def get_default_screen(self) -> Screen[Any]:
        """Begin with the talk."""
        return self.first()

    def live_store(self) -> Store:
        """Return where what is answered live goes: by itself nowhere."""
        return self.store if self.keeps_live else Memory()

    def go_home(self) -> None:
        """Go back to the talk, from wherever we are."""
        while len(self.screen_stack) > 1:
            self.pop_screen()


def run_present(*, is_rooms: bool, **app: Any) -> int:
    """Show a talk on the terminal, to a room or to the trainer alone; return the exit code."""
    gc.disable()  # as `guide.ui.app.run`: on_ready lets waste be collected again
    present = PresentApp(**app)
    try:
        present.run()
    finally:
        if present.live is not None:
            present.live.settle()
        if is_rooms:
            present.room.forget()
    return present.return_code or 0
