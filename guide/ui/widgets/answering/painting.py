"""One picture of a story: its sentences, then the picture in words, as they suggest it or as it is chosen."""

from collections.abc import Callable, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static, TextArea

from guide.ui.pictured import Picture, described, people_in, suggested
from guide.ui.says import say
from guide.ui.screens.looking import Looking
from guide.ui.screens.picturing import OF_PEOPLE, PARTS, Picturing
from guide.ui.screens.talk_page import TalkPage
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.answering.in_words import InWords
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import MUTED, own


class Painting(Answering):
    """Where a picture and its sentences are written."""

    DEFAULT_CSS = """
    Painting { height: auto; }
    Painting > #shows { height: auto; padding: 0 1; border-left: outer $accent; }
    Painting > Choices { height: auto; padding: 0 1; }
    Painting > #shows, Painting > Choices { display: none; }
    Painting.-painting > #shows, Painting.-painting > Choices { display: block; }
    Painting.-painting > #how { display: none; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the sentences, what the picture shows, and what can be chosen for it."""
        yield AnswerBox(id="sentences", placeholder=say("panel.text"))
        yield Static(own(say("panel.how"), MUTED), id="how")
        yield Static(id="shows")
        yield Choices(id="parts")

    def show(self, now: Now) -> None:
        """Begin with what had been typed, and with the picture that stands where one is put right."""
        self.names: Sequence[str] = now.names
        self.picture: Picture | None = None
        """What was chosen; None while the sentences alone suggest it."""
        self.stands = now.picture
        self.is_optional = now.step is not None and now.step.optional and now.picture is None
        self.box.fill(now.text)
        self.remove_class("-painting")

    @property
    def box(self) -> AnswerBox:
        """The sentences."""
        return self.query_one(AnswerBox)

    @property
    def sentences(self) -> list[str]:
        """What was written: each line is a sentence."""
        return [one.strip() for one in self.box.text.splitlines() if one.strip()]

    @property
    def shown(self) -> Picture:
        """The picture as it stands now: chosen, kept, or as the sentences suggest."""
        if self.picture is not None:
            return self.picture
        return dict(self.stands) if self.stands is not None else suggested(self.sentences, self.names)

    def panel(self) -> dict[str, Any]:
        """Return the panel as it was written."""
        return {"text": self.sentences, "picture": self.shown}

    # The sentences

    @on(TextArea.Changed)
    def keep_half(self, changed: TextArea.Changed) -> None:
        """Have half a sentence kept."""
        changed.stop()
        self.post_message(InWords.Typed(self.box.text))

    @on(AnswerBox.Said)
    def to_picture(self, said: AnswerBox.Said) -> None:
        """Go on from the sentences to the picture."""
        said.stop()
        if not self.sentences and self.is_optional:
            self.give({"next": True})
        elif self.sentences:
            self.add_class("-painting")
            self._show_picture()
            self.query_one("#parts", Choices).focus()

    # The picture

    def _show_picture(self) -> None:
        shown = self.shown
        what = described(self.page.talking.as_they_look(shown), self.names)
        self.query_one("#shows", Static).update(own(say("picture.shows", what=what)))
        parts = {one: say(f"picture.part.{one}") for one in PARTS if _fits(one, shown)}
        self.query_one("#parts", Choices).show(
            {"keep": say("picture.keep"), **parts, "words": say("picture.words")}, at=0
        )

    @on(Choices.Chosen)
    def choose(self, chosen: Choices.Chosen) -> None:
        """Keep the picture, go back to the words, or choose one part of it."""
        chosen.stop()
        match chosen.keys[0]:
            case "keep":
                self.give({"panel": self.panel()})
            case "words":
                self.remove_class("-painting")
                self.box.focus()
            case part:
                self._ask(part)

    @property
    def page(self) -> TalkPage:
        """The screen the question stands on."""
        page = self.screen
        assert isinstance(page, TalkPage)  # noqa: S101 – every screen a question stands on is one
        return page

    def _ask(self, part: str) -> None:
        Picturing(self.page, self.names, Looking(self.page, self.page.talking, self._keep_look)).ask(
            part, self.shown, self._take
        )

    def _keep_look(self, name: str, look: str, then: Callable[[], Any]) -> None:
        def go_on() -> None:
            self._show_picture()
            then()

        self.page.keep_look(name, look, go_on)

    def _take(self, picture: Picture) -> None:
        self.picture = picture
        self._show_picture()
        self.query_one("#parts", Choices).focus()


def _fits(part: str, picture: Picture) -> bool:
    """Whether there is anybody to feel or say something."""
    return part not in OF_PEOPLE or bool(people_in(picture))
