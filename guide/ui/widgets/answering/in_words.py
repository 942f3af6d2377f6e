"""Answering in words: the box, and for people how they were understood."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from guide.ui.replying import reply_to
from guide.ui.says import say
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.base import Answering, Line, Now
from guide.ui.widgets.words import MUTED, own


class InWords(Answering):
    """The answer box."""

    DEFAULT_CSS = """
    InWords > Static { height: auto; padding: 0 1; color: $text-muted; display: none; }
    InWords.-people > Static { display: block; }
    """

    class Typed(Message):
        """What stands in the box has changed: it is to be kept."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text
            """All of it."""

    def __init__(self, now: Now | None = None, *, classes: str = "") -> None:
        people = " -people" if now is not None and now.asks.kind == "people" else ""
        super().__init__(now, classes=f"{classes}{people}")
        self.now = now

    def compose(self) -> ComposeResult:
        """Lay out the box, filled already where it can be, and the line under it."""
        now = self.first
        text, hint = (_text(now), _placeholder(now)) if now is not None else ("", "")
        yield AnswerBox(text, id="box", placeholder=hint)
        yield Static(_understood(now, text) if now is not None else "")

    def begin(self, now: Now) -> None:
        """Begin with what was laid out: filling it in again would cost a second painting."""

    @property
    def box(self) -> AnswerBox:
        """The box."""
        return self.query_one(AnswerBox)

    def show(self, now: Now) -> None:
        """Show the box, filled with what stood in it or with the whole sentence."""
        self.now = now
        self.box.fill(_text(now))
        self.box.placeholder = _placeholder(now)
        self.set_class(now.asks.kind == "people", "-people")
        self.query_one(Static).update(_understood(now, self.box.text))

    def preview(self, line: Line) -> None:
        """Put the words into the box."""
        self.box.fill(str(line.get("say", "")))

    def focus_now(self) -> None:
        """Let the keys go to the box."""
        self.box.focus()

    @on(TextArea.Changed)
    def keep(self, changed: TextArea.Changed) -> None:
        """Have what was typed kept, and show people as they are understood."""
        changed.stop()
        self.post_message(self.Typed(changed.text_area.text))
        if self.now is not None and self.now.asks.kind == "people":
            self.query_one(Static).update(_understood(self.now, changed.text_area.text))

    @on(AnswerBox.Said)
    def take(self, said: AnswerBox.Said) -> None:
        """Give the words as a reply; the box keeps them until the next turn has come."""
        said.stop()
        line = reply_to(self.now.asks, self.now.step, said.text) if self.now else None
        if line is not None:
            self.give(line)


def _text(now: Now) -> str:
    """Return what stands in the box beforehand: what was half typed, or the whole sentence."""
    sentence = now.asks.items[0].text if now.asks.mode == "sentence" and now.asks.items else ""
    return now.text or sentence


def _placeholder(now: Now) -> str:
    """Return an example of what the question takes, where it takes more than words."""
    asks = now.asks
    if asks.kind == "number" and asks.range:
        least, most, _ = asks.range
        return say("number.hint", least=f"{least:g}", most=f"{most:g}", unit=asks.unit).strip()
    if asks.kind == "date":
        return say("date.about" if asks.approximate else "date.hint")
    if asks.kind == "people":
        if asks.held_with == "team":
            return say("room.people_hint")
        about_many = len(asks.roles) != 1 and (now.step is None or now.step.role in {"", "child"})
        return say("people.hint" if about_many else "people.first_name")
    return ""


def _understood(now: Now, text: str) -> Content:
    """Return people as they were understood from what is typed; before that, who is meant."""
    if now.asks.kind != "people":
        return Content("")
    from guide.ui.people_line import people_of, read_back

    people = people_of(text, now.asks.roles, now.step.role if now.step else "")
    return own("   ".join(read_back(people, now.asks.roles)) or _who_is_meant(now), MUTED)


def _who_is_meant(now: Now) -> str:
    """Return who is meant; before a team with the word that is typed for each."""
    roles = now.asks.roles
    if now.asks.held_with == "team" and len(roles) > 1:
        return " · ".join(f"{role}: {label}" for role, label in roles.items())
    return " · ".join(roles.values())
