"""The story as a page: made and shown in the browser with one key."""

from collections.abc import Iterable

from textual import on

from guide.documents import leaving
from guide.documents.leaving import Order
from guide.documents.papers import PaperState
from guide.documents.sharing import FOUND_QUESTION
from guide.errors import GuideError
from guide.ui.ordering import Ordering
from guide.ui.says import say
from guide.ui.screens.making import Making

_STORY = "story"
_READERS = ("family", "file")
"""For whom the page is made: the first for whom there is a whole one; before a family only theirs."""


class StoryPage(Making):
    """The part of the story's screen that makes the page and opens it."""

    def look_again(self) -> None:
        """Leave the pictures as they are: making a page changes nothing in them."""

    def make_page(self) -> None:
        """Make the page; where a child's words would be on it, ask first whether it could be found."""
        if self.is_making:
            return
        self.ordering = Ordering(self.talking, self.app.paths.home)
        try:
            ready, why = self._reader()
            asks_found = ready and self.ordering.asks_found
        except GuideError as refused:
            self.tell(str(refused))
            return
        if not ready:
            self.tell(why or say("story.no_page"))
        elif asks_found and self.is_familys:
            # Who could find it, and what is left out, is a helper's to answer and to hear.
            self.tell(say("story.page_later"))
        elif asks_found:
            options = {"no": say("papers.found.no"), "yes": say("papers.found.yes")}
            self.pick(FOUND_QUESTION, options, self._write)
        else:
            self._write("")

    def _reader(self) -> tuple[bool, str]:
        """Choose for whom it is; return whether there is a page for anybody, and why not."""
        why = ""
        for viewer in _READERS[:1] if self.is_familys else _READERS:
            self.ordering.viewer = viewer
            found = _state(leaving.states(self.ordering.picture, viewer))
            if found is not None and found.ready and not found.why:
                return True, ""
            why = found.why if found is not None else why
        if self.is_familys:
            return False, say("story.not_for_family")
        return False, why

    def _write(self, found: str) -> None:
        organisation, now = self.app.settings.organisation.name, self.app.clock.now()
        self.is_making = True
        self.tell(say("papers.making"))
        order = self.ordering.order(_STORY, found, organisation=organisation, now=now)
        self.write_papers(order)

    def write_papers(self, order: Order) -> None:
        """Write them where nobody waits."""
        self.put_on_paper(order)

    @on(Making.Made)
    def show_made(self, made: Making.Made) -> None:
        """Show the page in the browser."""
        page = next((one for one in made.files if one.suffix == ".html"), None)
        if page is not None:
            self.show_page(page)


def _state(states: Iterable[PaperState]) -> PaperState | None:
    return next((one for one in states if one.name == _STORY), None)
