"""Making papers where nobody waits for them, and opening what was made."""

from pathlib import Path

from textual import getters, on, work
from textual.message import Message
from textual.worker import Worker, WorkerState

from guide.documents import leaving
from guide.documents.agency import agency_of
from guide.documents.leaving import Order, Picture
from guide.documents.sharing import FOUND_QUESTION
from guide.errors import GuideError
from guide.frozen import replace
from guide.ui.ordering import Ordering
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.talking import Talking
from guide.ui.widgets.notice import Notice
from guide.ui.widgets.papers.paper_list import PaperList, Row


class Making(Page):
    """The part of the papers' screen that makes them."""

    talking: Talking
    ordering: Ordering
    is_making: bool = False
    page_made: Path | None = None
    """The page that was made last."""

    papers = getters.query_one(PaperList)

    class Made(Message):
        """Papers were written."""

        def __init__(self, order: Order, files: list[Path], notes: list[str]) -> None:
            super().__init__()
            self.order, self.files = order, files
            self.notes = notes
            """What has to be said about them."""

    class NotMade(Message):
        """Nothing was written."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why
            """One sentence."""

    class NotOpened(Message):
        """There is no browser here that could show a page."""

    def look_again(self) -> None:
        """Look at the conversation again, and show what can be made of it."""
        raise NotImplementedError

    def tell(self, text: str) -> None:
        """Say one calm sentence under the papers."""
        self.query_one(Notice).tell(text)

    @property
    def can_make(self) -> bool:
        """Whether Enter makes something."""
        return self.papers.row is not None and not self.is_making and not self.talking.session.readonly

    @on(PaperList.Taken)
    def make(self) -> None:
        """Make what is picked; where a child's words would be on it, ask first whether it could be found."""
        row = self.papers.row
        if row is None or not self.can_make:
            return
        if not row.ready:
            self.tell(row.why)
            return
        try:
            asks_found = self.ordering.asks_found
        except GuideError as refused:
            self.tell(str(refused))
            return
        if asks_found:
            options = {"no": say("papers.found.no"), "yes": say("papers.found.yes")}
            self.pick(FOUND_QUESTION, options, lambda found: self._make(row, found))
        else:
            self._make(row, "")

    def _make(self, row: Row, found: str) -> None:
        organisation, now = self.app.settings.organisation.name, self.app.clock.now()
        self.is_making = True
        self.tell(say("papers.making"))
        order = self.ordering.order(row.paper, found, organisation=organisation, now=now)
        self.put_on_paper(order)

    def put_on_paper(self, order: Order) -> None:
        """Have these papers written, with the organisation's own look on them."""
        look = agency_of(self.app.settings.organisation, self.app.paths.home)
        self.write(self.ordering.picture, replace(order, agency=look))

    @work(thread=True, exclusive=True, group="papers", exit_on_error=False)
    def write(self, picture: Picture, order: Order) -> None:
        """Write the papers where nobody waits for it; only messages come back."""
        notes: list[str] = []
        try:
            files = leaving.write(picture, order, notes.append)
        except GuideError as refused:
            self.post_message(self.NotMade(str(refused)))
        else:
            self.post_message(self.Made(order, files, notes))

    @on(Made)
    def note_made(self, made: Made) -> None:
        """Note what left, and say where it is."""
        self.is_making = False
        pages = [one for one in made.files if one.suffix == ".html"]
        self.page_made = pages[0] if pages else self.page_made
        try:
            leaving.note(self.talking.session, made.order, made.files)
        except GuideError as refused:
            self.tell(str(refused))
            return
        self.look_again()
        self.tell("\n".join([say("papers.made"), *(str(one) for one in made.files), *made.notes]))

    @on(NotMade)
    def tell_why(self, refused: NotMade) -> None:
        """Say why nothing was made."""
        self.is_making = False
        self.tell(refused.why)
        self.show_keys()

    @on(Worker.StateChanged)
    def tell_broken(self, changed: Worker.StateChanged) -> None:
        """Say that it broke, rather than nothing at all."""
        if changed.state is WorkerState.ERROR and changed.worker.group == "papers":
            self.post_message(self.NotMade(say("papers.broken")))

    # Opening

    def open_made(self) -> None:
        """Open the page that was made last."""
        if self.page_made is not None:
            self.show_page(self.page_made)

    @work(thread=True, exclusive=True, group="browser", exit_on_error=False)
    def show_page(self, page: Path) -> None:
        """Open a page where nobody waits for the browser."""
        from guide.ui.browser import open_page

        if not open_page(page):
            self.post_message(self.NotOpened())

    @on(NotOpened)
    def tell_where(self) -> None:
        """Say where it is, to be opened by hand."""
        self.tell(say("papers.no_browser", page=str(self.page_made)))
