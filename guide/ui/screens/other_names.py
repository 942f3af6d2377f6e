"""Other names: a window with a box for each person, and one that tells what would be replaced."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from guide.documents.aliases import pair_of
from guide.errors import GuideError
from guide.ui.says import say
from guide.ui.screens.dialogs import Dialog
from guide.ui.widgets.words import MUTED, own

Names = dict[str, str]
"""Name to what stands in its place."""


class OtherNames(ModalScreen[Names]):
    """Asks what stands in place of each name; gives nothing where it is left."""

    AUTO_FOCUS = "Input"
    CSS_PATH = "other_names.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "take", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, people: Sequence[str], chosen: Mapping[str, str]) -> None:
        super().__init__()
        self.people, self.chosen = people, chosen
        """Everybody who is named, once; and what was chosen before."""

    def compose(self) -> ComposeResult:
        """Lay out a row for each name, and one for names of nobody here."""
        more = {name: alias for name, alias in self.chosen.items() if name not in self.people}
        with VerticalGroup():
            yield Static(own(say("names.title")), classes="title")
            with VerticalScroll(can_focus=False):
                for name in self.people:
                    with HorizontalGroup():
                        yield Static(own(name), classes="who")
                        yield Input(self.chosen.get(name, ""), placeholder=say("names.as_it_is"))
                with HorizontalGroup():
                    yield Static(own(say("names.more"), MUTED), classes="who")
                    written = "; ".join(f"{name} = {alias}" for name, alias in more.items())
                    yield Input(written, placeholder=say("names.more_like"), id="more")
            yield Static(own(say("names.how"), MUTED), classes="how")
            yield Static(id="refused")

    @on(Input.Submitted)
    def next_box(self, submitted: Input.Submitted) -> None:
        """Go on to the next box; at the last one take them."""
        submitted.stop()
        if submitted.input.id == "more":
            self.action_take()
        else:
            self.focus_next()

    def action_take(self) -> None:
        """Give what was chosen; a name with nothing beside it stays as it is."""
        boxes = [one for one in self.query(Input) if one.id != "more"]
        names = {name: box.value.strip() for name, box in zip(self.people, boxes, strict=True)}
        try:
            more = [pair_of(one) for one in self.query_one("#more", Input).value.split(";") if one.strip()]
        except GuideError as refused:
            self.query_one("#refused", Static).update(own(str(refused)))
            return
        self.dismiss({name: alias for name, alias in (*names.items(), *more) if alias and alias != name})

    def action_leave(self) -> None:
        """Close it; what was chosen before stays."""
        self.dismiss(None)


class Replaced(Dialog):
    """Tells what would be replaced, and what still looks like somebody; any of the usual keys closes it."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", show=False)]

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__(say("names.replaced"))
        self.told = told

    def compose(self) -> ComposeResult:
        """Lay out the sentences."""
        with VerticalGroup():
            yield Static(own(self.heading), classes="title")
            with VerticalScroll():
                for one in self.told:
                    yield Static(own(one))
                yield Static(own(say("names.read_it"), MUTED), classes="how")
            yield Static(own(say("names.close"), MUTED), classes="how")
