"""What is asked now: the question, large with a child and compact with a worker."""

from textual.content import Content

from guide.engine.turn import Asks, Item
from guide.flow.model import Step
from guide.ui.says import say
from guide.ui.seen import WITH_SOMEBODY
from guide.ui.staging import speaks_in_turn
from guide.ui.widgets.drawn import Drawn
from guide.ui.widgets.words import MUTED, lines, own

_CLOSE = 4
"""How far apart the two counts may be for both to be worth reading."""


_OFFERED = 8
"""How many lines are offered at once: the box below has to stay in sight."""


class Question(Drawn):
    """The question that stands."""

    DEFAULT_CSS = """
    Question { padding: 1 1 0 1; }
    """

    def __init__(self, asks: Asks | None = None, step: Step | None = None) -> None:
        super().__init__()
        self.words = question_of(asks, step) if asks is not None else Content("")

    def show(self, asks: Asks, step: Step | None, *, instead: str = "") -> None:
        """Show what is asked; `instead` is what the helper asks in place of it."""
        self.words = question_of(asks, step, instead=instead)
        self.redraw()

    def draw(self, width: int) -> Content:
        """Return the question, wrapped."""
        return lines(row.rstrip() for row in self.words.wrap(max(8, width)))


def question_of(asks: Asks, step: Step | None, *, instead: str = "") -> Content:
    """Return the question as it is read."""
    if asks.held_with in WITH_SOMEBODY:
        return _for_them(asks, instead)
    parts = [own(_place(asks), MUTED)] if _place(asks) else []
    parts.append(own(instead or asks.text, "bold"))
    if step is not None and step.note and asks.held_with == "worker":
        parts.append(own(step.note, MUTED))
    if asks.offers:
        parts += [Content(""), own(say("offered"), MUTED), *_offered(asks)]
    if speaks_in_turn(asks, step):
        parts += [Content(""), _order(asks)]
    return lines(parts)


def _offered(asks: Asks) -> list[Content]:
    """Return what an earlier conversation offers here, each with its number and whom it was kept from."""
    rows = [own(f"{at}  {one.text}{_kept(one)}") for at, one in enumerate(asks.offers[:_OFFERED], 1)]
    more = len(asks.offers) - _OFFERED
    return [*rows, own(say("offered.more", n=more), MUTED)] if more > 0 else rows


def _kept(item: Item) -> str:
    return f"  ({say('offered.kept', who=item.kept)})" if item.kept else ""


def _order(asks: Asks) -> Content:
    """Return whose turn it is in a room, and who comes next."""
    from guide.ui.called import names_of  # only a team's questions need it

    names = list(names_of(asks.by).values())
    after = f"{say('room.then', who=', '.join(names[1:]))} · {say('room.else')}"
    return Content.assemble(own(say("room.turn", who=names[0]), "bold $accent"), "   ", own(after, MUTED))


def _for_them(asks: Asks, instead: str) -> Content:
    if asks.quiet:
        return own(say("take_your_time"), f"italic {MUTED}")
    return own(instead or asks.text, "bold")


def _place(asks: Asks) -> str:
    """Return where we are and roughly how much is left, for those who want to know."""
    return " · ".join(one for one in (asks.title, _left(asks)) if one)


def _left(asks: Asks) -> str:
    if asks.left is None or asks.held_with != "worker":
        return ""
    least, most = asks.left
    if not least:  # "none left" over a question that stands would be wrong, and "none or more" says nothing
        return say("left.at_most", most=most) if 1 < most <= _CLOSE + 1 else ""
    if most > 2 * least + _CLOSE:
        return say("left.or_more", least=least)
    return say("left.some", least=least, most=most) if least != most else say("left.exactly", most=most)
