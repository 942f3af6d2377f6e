"""Going from screen to screen: which comes first, which stands below, and how one gets home."""

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from guide.clock import Clock
from guide.errors import GuideError
from guide.frozen import replace
from guide.paths import Paths
from guide.settings.model import Settings

if TYPE_CHECKING:
    from guide.engine.session import Session
    from guide.log.draft import DraftKeeper
    from guide.log.store import Store


class Going(App[int]):
    """The part of the app that opens screens."""

    def __init__(  # noqa: PLR0913 – everything it is given by the door
        self,
        *,
        paths: Paths,
        settings: Settings,
        clock: Clock,
        store: "Store",
        open_session: "Session | None" = None,
        start: str | None = None,
    ) -> None:
        # A default screen's own style sheet is not looked up: it has to come with the app's.
        first = "conversation" if open_session or start else "home"
        super().__init__(css_path=["app.tcss", f"screens/{first}.tcss"])
        self.paths, self.settings, self.clock, self.store = paths, settings, clock, store
        self.open_session, self.flow_to_start = open_session, start
        self.keeper: DraftKeeper | None = None

    def second_store(self) -> "Store":
        """Open the vault once more, for the thread that keeps what is half typed."""
        from guide.log.vault import open_vault

        return open_vault(self.paths.vault)

    def get_default_screen(self) -> Screen[None]:
        """Begin with the conversation asked for, else at home: pushing a screen would cost half a start."""
        if self.open_session is not None:
            return self.conversation(self.open_session)
        if self.flow_to_start is not None:
            return self.conversation(self.begin(self.flow_to_start))
        return self.home()

    def home(self) -> Screen[None]:
        """Return a new home screen."""
        from guide.ui.screens.home import HomeScreen

        return HomeScreen()

    def conversation(self, session: "Session") -> Screen[None]:
        """Return a screen for a conversation, with what was half typed in it."""
        from guide.ui.half_written import half_of
        from guide.ui.screens.conversation import ConversationScreen

        keeper, half, asks = self.keeper_of_drafts(), half_of(self.store.draft(session.id)), session.turn.asks
        kept = (half.step, half.item) == (asks.step, asks.of or "")
        screen = ConversationScreen(session, keeper=keeper, draft=half.answer if kept else "")
        screen.talking.take_up(half if kept else replace(half, answer=""))
        return screen

    def keeper_of_drafts(self) -> "DraftKeeper":
        """Return the one that keeps what is half typed."""
        from guide.log.draft import DraftKeeper

        self.keeper = self.keeper or DraftKeeper(self.second_store, self.clock)
        return self.keeper

    def begin(self, flow: str, **how: Any) -> "Session":
        """Begin a conversation on a flow, by its name."""
        from guide.engine.session import Session
        from guide.flow.library import load_flow

        return Session.start(
            self.store, load_flow(flow, self.paths), self.clock, lang=self.settings.language, **how
        )

    def talk_on(self, session: "Session") -> None:
        """Go over to a conversation."""
        self.go_over(self.conversation(session))

    def go_over(self, screen: Screen[None]) -> None:
        """Show a screen in place of the one that stands; the very first stays below, it has to."""
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def demonstrate(self) -> None:
        """Play a talk with invented people."""
        from guide.ui.screens.demonstration import DemonstrationScreen, player_of

        try:
            self.go_over(DemonstrationScreen(player_of(self.paths, self.clock)))
        except GuideError as refused:
            self.notify(str(refused), markup=False, timeout=20)

    def go_home(self) -> None:
        """Go back home from wherever we are; another window may then write what was open here."""
        for screen in self.screen_stack:
            if (talking := getattr(screen, "talking", None)) is not None:
                talking.session.close()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if self.open_session is not None or self.flow_to_start is not None:
            self.push_screen(self.home())
