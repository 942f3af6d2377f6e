"""The story in words and pictures: its pictures in order, each with its sentences and who agreed to them."""

from textual import on
from textual.app import ComposeResult

from guide.engine.turn import Turn
from guide.map.model import Panel
from guide.ui.commands.command import bindings
from guide.ui.commands.story import STORY
from guide.ui.says import say
from guide.ui.screens.story_changing import StoryChanging
from guide.ui.screens.story_page import StoryPage
from guide.ui.seen import WITH_SOMEBODY, panels_seen, who_sits
from guide.ui.talking import Talking
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.map.top import TopLine
from guide.ui.widgets.notice import Notice
from guide.ui.widgets.story.board import StoryBoard
from guide.ui.widgets.story.telling import tellings
from guide.ui.widgets.story.writing import WritingBox

_EVERY = 1.0
"""Seconds between two looks at what another window wrote."""


class StoryScreen(StoryChanging, StoryPage):
    """The story of one conversation."""

    CSS_PATH = "story.tcss"
    AUTO_FOCUS = "StoryBoard"
    COMMAND_SET = STORY
    BINDINGS = bindings(STORY.values())

    def __init__(self, talking: Talking, *, closes: bool = False) -> None:
        super().__init__()
        self.talking = talking
        self.closes = closes
        """Whether the conversation was opened for this screen alone, and is closed with it."""
        self.shown_turn: Turn | None = None

    def compose(self) -> ComposeResult:
        """Lay out the pictures between what this is and what can be done."""
        yield TopLine()
        yield StoryBoard()
        yield WritingBox()
        yield Notice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the story, and what was half written in it."""
        self.show()
        if self.can_change:
            self.take_up_writing()
        if self.talking.session.readonly:
            self.set_interval(_EVERY, self.follow)

    def on_screen_resume(self) -> None:
        """Show what was changed elsewhere meanwhile."""
        if self.shown_turn is not None:
            self.follow()

    # What stands

    @property
    def held_with(self) -> str:
        """Who sits before the screen: whoever it was handed to last, until it is handed on."""
        return who_sits(self.turn)

    @property
    def is_familys(self) -> bool:
        """Whether a child or a family reads this screen."""
        return self.held_with in WITH_SOMEBODY

    @property
    def can_change(self) -> bool:
        """Whether anything may be changed here: a child looks at it, and is asked in the conversation."""
        return self.held_with != "child" and not self.talking.session.readonly

    @property
    def panels(self) -> list[Panel]:
        """The pictures whoever sits here may see, in order."""
        return panels_seen(self.turn, self.held_with)

    # Showing

    def show(self, notice: str = "") -> None:
        """Show the story as it stands."""
        self.shown_turn = self.turn
        record = self.turn.record
        right = [say("invented")] if record.invented else []
        right.append(say("follows") if self.talking.session.readonly else say("saved"))
        self.query_one(TopLine).show({"story": say("story.title")}, "story", " · ".join(right))
        self.board.show(tellings(self.panels, self.talking.name, self.names(), record.lang))
        self.tell(notice)
        self.refresh_bindings()
        self.show_keys()

    @on(StoryBoard.Picked)
    def show_what_can_be_done(self) -> None:
        """Offer what can be done with what is picked."""
        self.refresh_bindings()
        self.show_keys()

    def follow(self) -> None:
        """Show what another window wrote."""
        if self.talking.session.readonly:
            self.talking.session.follow()
        if self.turn is not self.shown_turn:
            self.show()

    # Leaving

    def open_papers(self) -> None:
        """Open what can be made."""
        from guide.ui.screens.papers import PapersScreen

        self.app.push_screen(PapersScreen(self.talking))

    def leave(self) -> None:
        """Go back; from the box first to the pictures."""
        if self.is_writing:
            self.leave_box()
        elif self.is_making:
            self.tell(say("papers.making"))
        else:
            if self.closes:
                self.talking.session.close()
            self.dismiss(None)
