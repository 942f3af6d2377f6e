"""Papers: what can be made, for whom, where to; what left before and whether it still says what is known."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from guide.documents.papers import FORMATS
from guide.documents.printing import PAGES, PANELS
from guide.errors import GuideError
from guide.ui.commands.command import bindings, key_of, key_shown
from guide.ui.commands.papers import PAPERS
from guide.ui.ordering import GROUPS, Ordering
from guide.ui.says import say
from guide.ui.screens.clearing import Clearing
from guide.ui.screens.making import Making
from guide.ui.screens.naming import Naming
from guide.ui.talking import Talking
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.map.described import shortened
from guide.ui.widgets.map.top import TopLine
from guide.ui.widgets.notice import Notice
from guide.ui.widgets.papers.outstanding import Outstanding
from guide.ui.widgets.papers.paper_list import PaperList
from guide.ui.widgets.papers.wishes import Wish, Wishes


class PapersScreen(Making, Clearing, Naming):
    """What can be made of one conversation."""

    CSS_PATH = "papers.tcss"
    AUTO_FOCUS = "PaperList"
    COMMAND_SET = PAPERS
    BINDINGS = bindings(PAPERS.values())

    def __init__(self, talking: Talking, *, closes: bool = False) -> None:
        super().__init__()
        self.talking = talking
        self.closes = closes
        """Whether the conversation was opened for this screen alone, and is closed with it."""
        self.waiting = []

    def compose(self) -> ComposeResult:
        """Lay out the wishes over the papers."""
        yield TopLine()
        yield Wishes()
        with VerticalScroll(can_focus=False):
            yield Outstanding()
            yield PaperList()
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what can be made."""
        self.ordering = Ordering(self.talking, self.app.paths.home)
        self.show()

    def on_screen_resume(self) -> None:
        """Show it again: something may have been said meanwhile."""
        if self.papers.rows:
            self.look_again()

    # Showing

    def look_again(self) -> None:
        """Look at the conversation again, and show what can be made of it."""
        self.ordering.look_again()
        self.show()

    def show(self) -> None:
        """Show the wishes and the papers."""
        session = self.talking.session
        right = [say("invented")] if session.record.invented else []
        right += [say("follows")] if session.readonly else []
        self.query_one(TopLine).show({"papers": say("papers.title")}, "papers", " · ".join(right))
        self.waiting = self.ordering.waiting()
        self.query_one(Wishes).show(self._wishes())
        # Every paper that ever left is looked at for it: the screen stands before that.
        self.call_after_refresh(self.warn)
        try:
            self.papers.show(self.ordering.rows())
        except GuideError as refused:
            self.papers.show(())
            self.tell(str(refused))
        self.show_keys()

    def warn(self) -> None:
        """Say who may have words that are held back now."""
        if self.is_mounted:
            self.query_one(Outstanding).show(self.ordering.warnings())

    def _wishes(self) -> list[Wish]:
        order, chosen = self.ordering, self.app.settings.keys
        about = order.viewer if order.viewer in GROUPS else "person"
        values = [
            ("for_whom", order.name_of(order.viewer), say(f"papers.about.{about}")),
            ("as_what", say(f"papers.as.{order.format}"), ""),
            ("on_what", order.on_what, ""),
            ("where_to", str(order.to), ""),
            ("names", say("names.chosen", n=len(order.aliases)) if order.aliases else say("names.real"), ""),
        ]
        if self.can_clear:
            values.append(("clear", say("papers.waiting", n=len(self.waiting)), say("papers.about.clear")))
        return [
            Wish(say(f"papers.{name}"), value, about, key_shown(key_of(PAPERS[name], chosen)), name)
            for name, value, about in values
        ]

    @on(PaperList.Moved)
    def show_what_can_be_done(self) -> None:
        """Offer what can be done with what is picked."""
        self.refresh_bindings()
        self.show_keys()

    @on(Wishes.Clicked)
    async def change_clicked(self, clicked: Wishes.Clicked) -> None:
        """Change the wish that was clicked on."""
        await self.action_command(clicked.command)

    # Wishes

    def ask_for_whom(self) -> None:
        """Ask for whom."""
        options = {one: say(f"papers.for.{one}") for one in GROUPS} | self.talking.people()
        self.pick(say("papers.ask.for_whom"), options, lambda viewer: self.wish(viewer=viewer))

    def ask_as_what(self) -> None:
        """Ask as what."""
        options = {one: say(f"papers.as.{one}") for one in FORMATS}
        self.pick(say("papers.ask.as_what"), options, lambda form: self.wish(form=form))

    def ask_on_what(self) -> None:
        """Ask on what size of paper, and how many pictures a page where there is a story."""
        tells = any(one.paper == "story" for one in self.papers.rows)
        options = {one: say(f"papers.on.{one}") for one in ("", *PAGES, *(PANELS if tells else ()))}
        self.pick(say("papers.ask.on_what"), options, self.put_onto)

    def put_onto(self, chosen: str) -> None:
        """Make papers on this from now on."""
        self.ordering.put_onto(chosen)
        self.wish()

    def ask_where_to(self) -> None:
        """Ask where to."""
        self.ask_words(say("papers.ask.where_to"), str(self.ordering.to), self.put_into)

    def put_into(self, words: str) -> None:
        """Put papers into this folder from now on, if it is one."""
        if self.ordering.put_into(words):
            self.wish()
        else:
            self.tell(say("papers.no_folder", folder=shortened(words)))

    def wish(self, *, viewer: str = "", form: str = "") -> None:
        """Make papers by another wish from now on."""
        self.ordering.viewer = viewer or self.ordering.viewer
        self.ordering.format = form or self.ordering.format
        self.tell("")
        self.show()

    # Leaving

    def leave(self) -> None:
        """Go back, once what is being made is on the disk and noted."""
        if self.is_making:
            self.tell(say("papers.making"))
            return
        if self.closes:
            self.talking.session.close()
        self.dismiss(None)
