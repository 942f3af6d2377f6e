"""Something urgent, the second half: on the helper's own page, apart from the child or the family."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from guide.errors import GuideError
from guide.settings.model import Settings
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.seen import is_before_family
from guide.ui.talking import Talking
from guide.ui.widgets.choices import Choices, OneOf
from guide.ui.widgets.words import MUTED, lines, own

_BOXES = ("words", "there", "told_who", "told_when", "child_told")


class UrgentApart(Page):
    """What to do first, then what to write down; danger and the local steps come before the writing."""

    CSS_PATH = "urgent_apart.tcss"
    AUTO_FOCUS = "OneOf"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "keep", show=False, priority=True),
    ]

    def __init__(self, talking: Talking | None, urgent: str = "") -> None:
        super().__init__()
        self.talking, self.urgent = talking, urgent

    def compose(self) -> ComposeResult:
        """Lay out the steps and the boxes."""
        with VerticalScroll(can_focus=False, id="urgent-page"):
            yield Static(own(say("urgent.danger"), "bold"))
            yield OneOf({one: say(f"urgent.danger.{one}") for one in ("yes", "not_sure", "no")})
            yield Static(steps_of(self.app.settings), id="steps")
            if self.talking is not None:
                yield from self._boxes()
            yield Static(id="told")
            yield Choices(id="after")

    def _boxes(self) -> Iterator[Static | Input]:
        known = self._known()
        if known.asked:
            yield Static(own(say("urgent.asked", question=known.asked), MUTED))
        for name in _BOXES:
            yield Static(own(say(f"urgent.{name}")))
            yield Input(known.words if name == "words" else "", id=name)

    def _known(self) -> Any:
        from guide.map.model import Urgent

        urgent = self.talking.session.record.urgent if self.talking else {}
        return urgent.get(self.urgent, Urgent("", "", "", "", ""))

    def on_mount(self) -> None:
        """Offer to keep it, and to go on; the first question stays in sight."""
        self.call_after_refresh(self.query_one("#urgent-page").scroll_home, animate=False)
        if self.talking is None:
            self.query_one("#after", Choices).show({"leave": say("urgent.close")})
            return
        going_on = "back" if is_before_family(self.talking.turn) else "leave"
        self.query_one("#after", Choices).show(
            {"keep": say("urgent.keep"), going_on: say(f"urgent.{going_on}")}
        )

    @on(Input.Submitted)
    def next_box(self, submitted: Input.Submitted) -> None:
        """Go on to the next box."""
        submitted.stop()
        self.focus_next()

    @on(Choices.Chosen, "#after")
    def take(self, chosen: Choices.Chosen) -> None:
        """Keep it, or go on."""
        chosen.stop()
        if chosen.keys[0] == "keep":
            self.action_keep()
        else:
            self.action_leave()

    def fields(self) -> dict[str, Any]:
        """Return what is written so far; what is empty is left out."""
        own_words = {name: self.query_one(f"#{name}", Input).value.strip() for name in _BOXES}
        told = {"who": own_words.pop("told_who"), "when": own_words.pop("told_when")}
        fields: dict[str, Any] = {key: value for key, value in own_words.items() if value}
        if danger := self.query_one(OneOf).chosen:
            fields["danger"] = danger
        if told["who"]:
            fields["told"] = [told]
        return fields

    def action_keep(self) -> None:
        """Keep what is written."""
        if self.talking is None:
            return
        try:
            self.talking.hear(
                {"urgent": {"id": self.urgent, **self.fields()} if self.urgent else self.fields()}
            )
        except GuideError as refused:
            self._tell(str(refused))
            return
        self.urgent = self.urgent or self.talking.last_urgent()
        self._tell(say("urgent.kept"))

    def _tell(self, text: str) -> None:
        self.query_one("#told", Static).update(own(text, "bold"))

    def action_leave(self) -> None:
        """Go back; a child or a family is greeted before their page opens again."""
        self.dismiss(None)
        if self.talking is not None and is_before_family(self.talking.turn):
            below = next((one for one in reversed(self.app.screen_stack) if hasattr(one, "greet")), None)
            if below is not None:
                below.call_next(below.greet)


def steps_of(settings: Settings) -> Content:
    """Return the local steps and numbers; where none are set, the emergency number and whom to ring."""
    urgent = settings.urgent
    steps = urgent.steps or (say("urgent.no_steps", number=urgent.emergency),)
    rows = [own(f"{at}  {step}" if len(steps) > 1 else step, "bold") for at, step in enumerate(steps, 1)]
    rows.extend(own(f"{one.name}: {one.number}") for one in urgent.numbers)
    if urgent.steps:
        rows.append(own(say("urgent.emergency", number=urgent.emergency)))
    else:
        rows.append(own(say("urgent.set_steps"), MUTED))
    return lines(rows)
