"""The trainer's notes on a second terminal: the same numbers as the room's screen, and they follow it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from guide.engine.showing import stops_of
from guide.frozen import replace
from guide.ui.commands.command import bindings
from guide.ui.commands.present import NOTES
from guide.ui.says import say
from guide.ui.screens.present_moving import Moving
from guide.ui.screens.present_state import RoomFile, Shown
from guide.ui.widgets.key_line import KeyLine
from guide.ui.widgets.present.blocks import StagePage
from guide.ui.widgets.present.notes import notes_of
from guide.ui.widgets.present.stage import Stage
from guide.ui.widgets.status_line import StatusLine

_EVERY = 0.3
"""Seconds between two looks at where the room is."""


class NotesScreen(Moving):
    """For the trainer's eyes: everything a moment holds, and what of it the room sees."""

    COMMAND_SET = NOTES
    BINDINGS = bindings(NOTES.values())
    DEFAULT_CSS = """
    NotesScreen { background: $background; }
    NotesScreen #notes { height: 1fr; padding: 1 2; align-horizontal: center; scrollbar-size-vertical: 1; }
    NotesScreen.-short #notes { padding: 0 2; }
    """

    room: RoomFile
    """Where the room's screen is."""
    how = ""
    """What the first line said of it last."""
    is_live = False
    """Whether the room answers live."""

    def compose(self) -> ComposeResult:
        """Lay out the first line, the notes and the keys."""
        yield StatusLine()
        with VerticalScroll(id="notes", can_focus=False):
            yield Stage()
        yield KeyLine(self.keys_offered())

    def on_mount(self) -> None:
        """Show the notes of the first page, and look after the room."""
        self.room = RoomFile(self.app.paths)
        self.show_view()
        self.follow()
        self.set_interval(_EVERY, self.follow)

    def show_view(self) -> None:
        """Show the notes of where we are."""
        self._write_first_line()
        blocks = tuple(notes_of(self.view, self.run_through, self.trouble))
        self.query_one(Stage).show(StagePage("notes", blocks))
        self.query_one("#notes", VerticalScroll).scroll_home(animate=False)
        self.show_keys()

    def scroll_words(self, rows: int) -> None:
        """Move the notes where there are more than fit."""
        self.query_one("#notes", VerticalScroll).scroll_relative(y=rows, animate=False)

    def follow(self) -> None:
        """Go where the room's screen went; until it moves again the keys here may go elsewhere."""
        shown = self.room.look()
        if shown is not None and shown.talk == str(self.run_through.talk.file.absolute()):
            self.is_live = shown.is_live
            self._go_along(shown)
        if self.how != self._how():
            self._write_first_line()

    def _how(self) -> str:
        if not self.room.is_there:
            return say("present.notes.alone")
        return say("present.notes.live" if self.is_live else "present.notes.follows")

    def _write_first_line(self) -> None:
        self.how = self._how()
        stop = self.view.stop
        where = " · ".join(one for one in (stop.number, stop.beat.name if stop.beat else "") if one)
        self.query_one(StatusLine).show(f"{say('present.notes')} · {where}", self.how)

    def _go_along(self, shown: Shown) -> None:
        if shown.cut != self.cut:
            self.cut = shown.cut
            self.view = replace(self.view, stops=stops_of(self.run_through, shown.cut), at=0, shown=())
        at = self.view.place_of(shown.number)
        if at is not None:
            there = self.view.to(at)
            layers = tuple(one for one in shown.layers if one in there.stop.layers)
            self.move(replace(there, shown=layers))
