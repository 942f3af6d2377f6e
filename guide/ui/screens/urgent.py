"""Something urgent, the first half: in front of a child or a family, a calm page with one sentence to say."""

from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Middle
from textual.widgets import Static

from guide.errors import GuideError
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.seen import is_before_family
from guide.ui.talking import Talking
from guide.ui.widgets.calm_page import CalmPage
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import own

if TYPE_CHECKING:
    from guide.ui.app import GuideApp


def open_urgent(app: "GuideApp") -> None:
    """Open the half that fits who sits there; before a child or a family it is written down at once."""
    from guide.ui.screens.urgent_apart import UrgentApart

    if any(isinstance(one, UrgentScreen | UrgentApart) for one in app.screen_stack):
        return
    talking = next((one.talking for one in reversed(app.screen_stack) if hasattr(one, "talking")), None)
    if talking is None or not is_before_family(talking.turn):
        app.push_screen(UrgentApart(talking))
    else:
        app.push_screen(UrgentScreen(talking))


class UrgentScreen(Page):
    """One sentence to say and one thing to press: no list, no question, nothing to type."""

    CSS_PATH = "urgent.tcss"
    AUTO_FOCUS = "Choices"

    def __init__(self, talking: Talking) -> None:
        super().__init__()
        self.talking = talking
        self.urgent = ""
        """What was written down, by its id; empty while the disk refuses it."""

    @property
    def is_familys(self) -> bool:
        """A child or a family reads it."""
        return True

    def compose(self) -> ComposeResult:
        """Lay out the sentence, and behind it the page that asks for the helper alone."""
        with Middle(id="sentence"):
            yield Static(own(say("urgent.sentence")), id="to-say")
            yield Choices({"safe": say("urgent.safe")})
        yield CalmPage()

    def on_mount(self) -> None:
        """Write it down at once, with the last words as they were said."""
        self.query_one(Choices).show({"safe": say("urgent.safe")}, spacious=True, at=0)
        try:
            self.talking.hear({"urgent": ""})
        except GuideError:
            return  # the page must stand whatever the disk says; the helper's own page tries again
        self.urgent = self.talking.last_urgent()

    @on(Choices.Chosen)
    def ask_for_helper(self, chosen: Choices.Chosen) -> None:
        """Somebody safe is there: the next page is for the helper alone."""
        chosen.stop()
        self.add_class("-apart")
        self.query_one(CalmPage).show_words(say("urgent.apart"), {}, deliberate=True)

    @on(CalmPage.WentOn)
    def go_apart(self) -> None:
        """Open the helper's own page in place of this one."""
        from guide.ui.screens.urgent_apart import UrgentApart

        self.app.switch_screen(UrgentApart(self.talking, self.urgent))

    def action_command(self, name: str) -> Any:
        """Do nothing: this page has no commands."""
