"""What papers are wished for: for whom, as what, where to; and what that makes of a conversation."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from guide.documents import leaving
from guide.documents.clearing import Waiting, waiting_for_clearing
from guide.documents.handed_out import HandedOut, Out
from guide.documents.leaving import Order, Picture
from guide.documents.papers import FORMATS, PaperState
from guide.documents.printing import PANELS, printing_of
from guide.errors import GuideError
from guide.ui.says import say
from guide.ui.talking import Talking
from guide.ui.widgets.papers.paper_list import Row

GROUPS: Final = ("file", "family", "team")
"""For whom, where it is not one person."""
_WHOLE: Final = {"json": "record", "csv": "entries"}
"""Formats that are one file for the whole conversation, and what the file is called."""
_ENOUGH: Final = 3
"""How many times a paper left are told of, the newest."""


class Ordering:
    """The wishes for one conversation's papers."""

    def __init__(self, talking: Talking, home: Path) -> None:
        self.talking, self.home = talking, home
        self.viewer, self.format = "file", FORMATS[0]
        self.aliases: dict[str, str] = {}
        """Names and what stands in their place, kept for as long as this screen is open."""
        self.page, self.panels = "", ""
        """On which size of paper, and how many pictures of a story on a page; nothing where nobody chose."""
        self.folder: Path | None = None
        """The folder somebody chose."""
        self._picture: Picture | None = None
        self._handed: HandedOut | None = None

    @property
    def handed_out(self) -> HandedOut:
        """What left before, compared with the conversation as it was last looked at."""
        if self._handed is None:
            self._handed = HandedOut(self.talking.session, self.picture)
        return self._handed

    @property
    def picture(self) -> Picture:
        """The conversation as it stood when this was last looked at."""
        if self._picture is None:
            self._picture = leaving.picture_of(self.talking.session)
        return self._picture

    def look_again(self) -> None:
        """Look at the conversation as it stands now."""
        self._picture = None
        if self._handed is not None:
            self._handed.look_again(self.picture)

    # Wishes

    @property
    def to(self) -> Path:
        """Where to: the folder that was chosen, else the usual one, with one inside it for each reader.

        Papers of one name for two readers never stand in each other's place, and nobody is named in a path.
        """
        if self.folder is not None:
            return self.folder
        inside = self.viewer if self.viewer in GROUPS else say("papers.folder", person=self.viewer[1:])
        return _usual_folder(self.home) / inside

    def put_into(self, words: str) -> bool:
        """Put papers into this folder from now on; False where it can be none."""
        folder = _folder(words.strip())
        self.folder = folder or self.folder
        return folder is not None

    def put_onto(self, chosen: str) -> None:
        """Make papers on this size, or with so many pictures a page; nothing for as each is made."""
        if chosen in PANELS:
            self.panels = chosen
        else:
            self.page, self.panels = chosen, self.panels if chosen else ""

    @property
    def on_what(self) -> str:
        """On which size of paper, and how many pictures of a story on a page, in words."""
        page = say(f"papers.on.{self.page}")
        return (
            say("papers.on.both", page=page, panels=say(f"papers.on.{self.panels}")) if self.panels else page
        )

    def name_of(self, viewer: str) -> str:
        """Return for whom it is, in words."""
        return say(f"papers.for.{viewer}") if viewer in GROUPS else self.talking.name(viewer) or viewer

    @property
    def asks_found(self) -> bool:
        """Whether it must be asked first if somebody could find it; raises GuideError for nobody known."""
        return leaving.holds_childs_words(self.picture, self.viewer)

    def order(self, paper: str, found: str, *, organisation: str, now: str) -> Order:
        """Return what is to be made; `now` is the time in UTC."""
        return Order(
            formats=(self.format,),
            to=self.to,
            viewer=self.viewer,
            paper="" if self.format in _WHOLE else paper,
            found=found,
            organisation=organisation,
            printing=printing_of(self.page, self.panels),
            today=datetime.fromisoformat(now).astimezone().date().isoformat(),
            aliases=tuple(self.aliases.items()),
            in_place_of=self.handed_out.in_place_of(self.viewer, other_names=bool(self.aliases)),
        )

    # What can be made

    def rows(self) -> list[Row]:
        """Return what can be made by these wishes; raises GuideError when it is for nobody known."""
        before = self.handed_out.newest()
        if self.format in _WHOLE:
            name = _WHOLE[self.format]
            return [Row(name, say(f"papers.whole.{self.format}"), made=self._made(name, before))]
        states = leaving.states(self.picture, self.viewer)
        rows = [
            Row(one.name, one.title, one.ready, self._why(one), self._made(one.name, before))
            for one in states
        ]
        return [*rows, Row("", say("papers.all"))] if sum(one.ready for one in states) > 1 else rows

    def _why(self, state: PaperState) -> str:
        """Return why a paper waits; for a reader it may be there and not be theirs to see.

        The story says itself which picture waits for what.
        """
        if state.ready or self.viewer == "file" or state.name == "story":
            return state.why
        for_file = leaving.states(self.picture, "file")
        is_there = any(one.name == state.name and one.ready for one in for_file)
        return say("papers.not_theirs", who=self.name_of(self.viewer)) if is_there else state.why

    def _made(self, paper: str, before: Iterable[Out]) -> tuple[str, ...]:
        """Return when a paper left before, the newest first, and what has changed on it since."""
        made = [self._since(one) for one in before if one.left.paper == paper]
        return tuple(made[:_ENOUGH])

    def _since(self, one: Out) -> str:
        left, speak = one.left, self.handed_out.voice
        who = self.name_of(self.handed_out.reader(left.viewer))
        made = say("papers.made_for", who=who, format=left.format, when=speak.time(left.at))
        names = say("papers.in_other_names") if left.other_names else ""
        told = one.changes.told(speak)
        since = say("papers.since", changes=told) if told else say("papers.same") if left.is_stale else ""
        return f"{made}{names}{since}"

    def warnings(self) -> tuple[str, ...]:
        """Return who may have words that are held back now, and what to do about it."""
        return tuple(self.handed_out.warning(one) for one in self.handed_out.still_out())

    def waiting(self) -> list[Waiting]:
        """Return what a named adult would have to clear before it is shown to whom this is for."""
        try:
            return waiting_for_clearing(self.picture, self.viewer)
        except GuideError:  # nobody is called that any more; the rows say so
            return []


def _usual_folder(home: Path) -> Path:
    """Return a folder beside where the person works, never one inside what guide keeps for itself."""
    here = Path.cwd()
    return (Path.home() if here.is_relative_to(home) else here) / "papers"


def _folder(words: str) -> Path | None:
    """Return the folder that was typed; None where it can be none."""
    if not words or not words.isprintable():
        return None
    try:
        folder = Path(words).expanduser().absolute()
        return None if folder.exists() and not folder.is_dir() else folder
    except (OSError, RuntimeError):  # too long; a `~name` that nobody here has
        return None
