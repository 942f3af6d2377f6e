"""What can be done with a conversation that was started: a label, an end for good, the same people again."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from guide.errors import GuideError
from guide.log.store import SessionRow
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.shelf import Flow, papers_of
from guide.ui.widgets.home_list import Row


class Started(Page):
    """The part of the home screen that keeps what was started in order."""

    flows: Sequence[Flow] = ()
    started: Sequence[SessionRow] = ()

    @property
    def row(self) -> Row | None:
        """What is picked."""
        raise NotImplementedError

    def start(self, flow: str, origin: SessionRow | None = None, *, invented: bool = False) -> None:
        """Start a conversation."""
        raise NotImplementedError

    def read_started(self) -> None:
        """Read again what was started."""
        raise NotImplementedError

    @property
    def session(self) -> SessionRow | None:
        """The conversation that is picked."""
        row = self.row
        if row is None or row.kind != "session":
            return None
        return next((one for one in self.started if one.session == row.key), None)

    def try_to(self, deed: Callable[[], None]) -> None:
        """Do it, or say in one sentence why not."""
        try:
            deed()
        except GuideError as refused:
            self.notify(str(refused), markup=False, timeout=20)

    def again(self) -> None:
        """Ask what to start with the same people."""
        session = self.session
        flows = {one["flow"]: one["title"] for one in self.flows}
        self.pick(say("home.again"), flows, lambda flow: self.start(flow, session))

    def rename(self) -> None:
        """Ask for a label."""
        session = self.session
        if session is not None:
            self.ask_words(say("home.label"), session.label, lambda text: self._label(session.session, text))

    def _label(self, session: str, text: str) -> None:
        self.try_to(lambda: self.app.store.label(session, text))
        self.read_started()

    def erase(self) -> None:
        """Ask whether it is to be erased."""
        session = self.session
        if session is not None:
            options = {"keep": say("home.keep"), "erase": say("home.erase")}
            title = say("home.erase_title", what=session.label or session.title)
            with suppress(GuideError):  # what cannot be read any more can still be erased
                if papers := papers_of(self.app.store, session.session):
                    title += "\n" + say("home.erase_papers", papers="; ".join(papers))
            self.pick(title, options, lambda key: self._erase(session.session, key))

    def _erase(self, session: str, key: str) -> None:
        if key == "erase":
            self.try_to(lambda: self._forget(session))
            self.read_started()

    def _forget(self, session: str) -> None:
        gone = self.app.store.forget(session, self.app.clock.now())
        self.notify(say("home.erased" if gone else "home.erased_later"), markup=False)
