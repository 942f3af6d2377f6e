"""Clearing: a named adult looks at each thing somebody would show, and says why it is safe."""

from collections.abc import Sequence

from guide.documents.clearing import Waiting, may_clear, readers
from guide.errors import GuideError
from guide.ui.ordering import Ordering
from guide.ui.replying import Line
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.talking import Talking


class Clearing(Page):
    """The part of the papers' screen that clears."""

    talking: Talking
    ordering: Ordering
    waiting: Sequence[Waiting]
    """What a named adult would have to clear before it is shown to whom it is for."""

    def look_again(self) -> None:
        """Look at the conversation again, and show what can be made of it."""
        raise NotImplementedError

    def tell(self, text: str) -> None:
        """Say one calm sentence under the papers."""
        raise NotImplementedError

    @property
    def can_clear(self) -> bool:
        """Whether something waits for a named adult to clear it."""
        return bool(self.waiting) and not self.talking.session.readonly

    def clear(self) -> None:
        """Let somebody look at what waits, and mark what is safe."""
        from guide.ui.screens.picking import PickSeveral

        options = {one.id: _with_name(self.talking.name(one.by), one.text) for one in self.waiting}
        title = say("papers.ask.clear", who=self.ordering.name_of(self.ordering.viewer))

        def ask_who(ids: str | None) -> None:
            if ids:
                self.call_later(self._ask_who, ids.split())

        self.app.push_screen(PickSeveral(title, options), ask_who)

    def _ask_who(self, ids: Sequence[str]) -> None:
        adults = may_clear(self.ordering.picture)
        self.pick(say("papers.ask.cleared_by"), adults, lambda who: self.call_later(self._ask_why, ids, who))

    def _ask_why(self, ids: Sequence[str], who: str) -> None:
        whom = readers(self.ordering.picture, self.ordering.viewer)

        def clear(why: str) -> None:
            self.say_cleared({"clear": {one: list(ids) for one in whom}, "by": who, "why": why})

        self.ask_words(say("papers.ask.cleared_why"), "", clear)

    def say_cleared(self, line: Line) -> None:
        """Have it written down who cleared what."""
        try:
            self.talking.hear(line)
        except GuideError as refused:
            self.tell(str(refused))
            return
        self.look_again()
        self.tell(say("papers.cleared"))


def _with_name(name: str, text: str) -> str:
    return f"{name}: {text}" if name else text
