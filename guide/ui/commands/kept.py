"""What can be done from home with a conversation that was started, without going on with it."""

from typing import TYPE_CHECKING

from guide.errors import GuideError
from guide.ui.commands.command import Command

if TYPE_CHECKING:
    from guide.ui.screens.home import HomeScreen
    from guide.ui.talking import Talking


class OnKept(Command):
    """Something done with a conversation as it stands."""

    priority = False

    def is_offered(self, screen: "HomeScreen") -> bool:
        """Where one is picked."""
        return screen.session is not None

    def do(self, screen: "HomeScreen") -> None:
        """Open the conversation for one screen alone; it is closed with it."""
        from guide.engine.session import Session
        from guide.ui.talking import Talking

        assert screen.session is not None  # noqa: S101 - it is offered only then
        try:
            session = Session.resume(screen.app.store, screen.app.clock, screen.session.session)
        except GuideError as refused:
            screen.notify(str(refused), markup=False, timeout=20)
            return
        self.show(screen, Talking(session))

    def show(self, screen: "HomeScreen", talking: "Talking") -> None:
        """Show it."""
        raise NotImplementedError


class MapOf(OnKept):
    """The whole sheet of this conversation, as far as whoever sat there last may see it."""

    id = "map"
    keys = "f5"
    label = "the whole sheet"

    def show(self, screen: "HomeScreen", talking: "Talking") -> None:
        """Open it."""
        from guide.ui.screens.map import MapScreen

        screen.app.push_screen(MapScreen(talking, closes=True))


class StoryOf(OnKept):
    """The story of this conversation in words and pictures, as far as whoever sat there last may see it."""

    id = "story"
    keys = "ctrl+d"
    label = "the story"

    def show(self, screen: "HomeScreen", talking: "Talking") -> None:
        """Open it, with what was half written in it."""
        from guide.ui.half_written import half_of
        from guide.ui.screens.story import StoryScreen

        talking.keeper = screen.app.keeper_of_drafts()
        talking.take_up(half_of(screen.app.store.draft(talking.session.id)))
        screen.app.push_screen(StoryScreen(talking, closes=True))


class PapersOf(OnKept):
    """What can be made from this conversation, for whom, and what that still waits for."""

    id = "papers"
    keys = "f12"
    label = "papers"

    def show(self, screen: "HomeScreen", talking: "Talking") -> None:
        """Open them."""
        from guide.ui.screens.papers import PapersScreen

        screen.app.push_screen(PapersScreen(talking, closes=True))
