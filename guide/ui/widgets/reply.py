"""Where the answer is given: shows the one way to answer that fits what is asked."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from guide.ui.staging import is_grid, is_round, is_writing
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.base import Answering, Line, Now
from guide.ui.widgets.answering.in_words import InWords


class Reply(VerticalScroll, can_focus=False):
    """Holds every way to answer that was needed so far, and shows one."""

    DEFAULT_CSS = """
    Reply { height: auto; max-height: 70%; padding: 0 1; }
    """

    def __init__(self, now: Now | None = None) -> None:
        super().__init__()
        self.first = self.shown = now

    def compose(self) -> ComposeResult:
        """Begin with the way the first question needs; the others come when they are first needed."""
        if self.first is not None:
            yield way_to_answer(self.first)(self.first, classes="-now")

    @property
    def typed(self) -> str:
        """What stands in the box; empty where there is none."""
        for box in self.query(AnswerBox):
            if box.parent is not None and box.parent.has_class("-now"):
                return box.text
        return ""

    async def show(self, now: Now) -> None:
        """Show the way to answer what is asked, and let the keys go there."""
        kind = way_to_answer(now)
        way: Answering | None = self.query_one_optional(kind)
        if way is None:
            way = kind(now)
            await self.mount(way)
        elif now != self.shown or isinstance(way, InWords):
            way.show(now)  # what is half marked, sorted or painted stays while the same question stands
        self.shown = now
        for one in self.query(Answering):
            one.set_class(one is way, "-now")
        way.focus_now()

    def preview(self, line: Line) -> None:
        """Show beforehand what will be answered."""
        for one in self.query(Answering):
            if one.has_class("-now"):
                one.preview(line)

    def focus_now(self) -> None:
        """Let the keys go to where the answer is given."""
        for one in self.query(".-now"):
            if isinstance(one, Answering):
                one.focus_now()


def way_to_answer(now: Now) -> type[Answering]:
    """Return the way to answer that fits; imported when it is first needed, or every start pays for all."""
    asks = now.asks
    if now.everybody and (way := _way_for_team(now)) is not None:
        return way
    if asks.mode == "next":
        if asks.kind == "timer":
            from guide.ui.widgets.answering.timing import InQuiet

            return InQuiet
        from guide.ui.widgets.answering.choosing import GoingOn

        return GoingOn
    return _way_for_kind(asks.kind) if asks.mode == "first" else InWords


def _way_for_team(now: Now) -> type[Answering] | None:
    if is_writing(now.asks):
        from guide.ui.widgets.room.writing import OnPaper

        return OnPaper
    if is_round(now.asks):
        from guide.ui.widgets.room.speaking import InTurn

        return InTurn
    if is_grid(now.asks, now.step):
        from guide.ui.widgets.room.grid import InOneGrid

        return InOneGrid
    return None


def _way_for_kind(kind: str) -> type[Answering]:
    match kind:
        case "choose":
            from guide.ui.widgets.answering.choosing import ByChoice

            return ByChoice
        case "scale":
            from guide.ui.widgets.answering.scale import OnTheLine

            return OnTheLine
        case "sort":
            from guide.ui.widgets.answering.sorting import Sorting

            return Sorting
        case "review":
            from guide.ui.widgets.answering.reviewing import Reviewing

            return Reviewing
        case "panel":
            from guide.ui.widgets.answering.painting import Painting

            return Painting
        case _:
            return InWords
