"""Reading back: one thing at a time, put right where it is not; then, where asked, who may see it."""

import re
from collections.abc import Mapping
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from guide.engine.turn import Asks, Item
from guide.flow.evaluate import and_join
from guide.ui.people_line import people_of
from guide.ui.says import say
from guide.ui.seen import WITH_SOMEBODY
from guide.ui.widgets.answer_box import AnswerBox
from guide.ui.widgets.answering.agreeing import Agreeing
from guide.ui.widgets.answering.base import Answering, Now
from guide.ui.widgets.answering.showing import Showing
from guide.ui.widgets.choices import Choices
from guide.ui.widgets.words import MUTED, lines, own

_SENTENCE: Final = re.compile(r"^(n\d+)\.(\d+)$")


class Reviewing(Answering):
    """Goes through what was said; nobody's words are changed but by somebody's hand."""

    DEFAULT_CSS = """
    Reviewing { border: round $border; padding: 0 1; }
    Reviewing > #read { padding: 0 0 1 0; }
    Reviewing > AnswerBox { display: none; }
    Reviewing.-changing > AnswerBox { display: block; }
    Reviewing.-changing > Choices { display: none; }
    Reviewing > Showing, Reviewing > Agreeing { display: none; }
    Reviewing.-agreeing > Agreeing { display: block; }
    Reviewing.-agreeing > Choices { display: none; }
    Reviewing.-showing > Showing { display: block; }
    Reviewing.-showing > #read, Reviewing.-showing > #right { display: none; }
    """

    def __init__(self, now: Now | None = None, *, classes: str = "") -> None:
        super().__init__(now, classes=classes)
        self.asks: Asks | None = None
        self.viewers: Mapping[str, str] = {}
        self.at = 0
        self.agree: dict[str, list[str]] = {}
        self.dispute: dict[str, dict[str, str]] = {}
        self.behind: Mapping[str, str] = {}
        self.last: tuple[str, ...] = ()
        """Who stood behind the sentence before: mostly the same people stand behind the next."""
        self.was_read = False
        """Whether it was read back before, in another mood: now it is only about who may see it."""

    def compose(self) -> ComposeResult:
        """Lay out the words and what can be done with them."""
        yield Static(id="read")
        yield Choices(id="right")
        yield AnswerBox(id="changed")
        yield Agreeing()
        yield Showing()

    def show(self, now: Now) -> None:
        """Read these back; while it is the same question, go on where we were."""
        before = self.asks
        same = before is not None and (before.step, before.of) == (now.asks.step, now.asks.of)
        self.asks, self.viewers, self.behind = now.asks, now.viewers, now.behind
        self.at = min(self.at, len(now.asks.items)) if same else 0
        if not same:
            self.agree, self.dispute = {}, {}
            self.was_read = now.asks.shows and not now.read_back.isdisjoint(one.id for one in now.asks.items)
        if self.was_read:
            self.at = len(now.asks.items)
        if not same:
            self.query_one(Showing).begin()
        self.set_class(False, "-changing", "-showing", "-agreeing")
        self.read()

    def focus_now(self) -> None:
        """Let the keys go to what is asked: whether it is right, or who may see it."""
        place = self.query_one(Showing) if self.has_class("-showing") else self
        place.query(Choices).first().focus()

    @property
    def item(self) -> Item | None:
        """What is being read back now."""
        items = self.asks.items if self.asks else ()
        return items[self.at] if self.at < len(items) else None

    def read(self) -> None:
        """Read one thing back, or go on to who may see it."""
        item = self.item
        if item is None or self.asks is None:
            self._finish()
            return
        count = (
            ""
            if self.asks.held_with in WITH_SOMEBODY
            else say("sort.count", at=self.at + 1, of=len(self.asks.items))
        )
        behind = say("story.agreed", who=self.behind[item.id]) if item.id in self.behind else ""
        shown = ((count, MUTED), (item.text, "bold"), (behind, MUTED))
        self.query_one("#read", Static).update(lines([own(one, style) for one, style in shown if one]))
        options = self._ways(item, self.asks.held_with)
        if self.at:
            options["before"] = say("review.before")
        self.query_one("#right", Choices).show(options, spacious=self.asks.held_with == "child", at=0)

    def _ways(self, item: Item, held_with: str) -> dict[str, str]:
        """Return what can be done with it; who stands behind a sentence of the story is never guessed."""
        change, right = {"change": say("review.change")}, {"right": say("review.right")}
        if held_with == "child" or not self.viewers:
            return right | change
        agree, differ = {"agree": say("review.agree")}, {"differ": say("review.differ")}
        if _sentence(item.id) is None:
            return right | change | agree | differ
        if item.id in self.behind:
            return right | change | {"agree": say("review.too")} | differ
        last = [self.viewers[one] for one in self.last if one in self.viewers]
        if last:
            agree = {"same": say("review.same", who=and_join(last)), "agree": say("review.somebody_else")}
        return agree | change | differ | {"right": say("review.open")}

    def _finish(self) -> None:
        if self.asks is not None and self.asks.shows:
            self.set_class(True, "-showing")
            self.query_one(Showing).show(
                self.asks.items, self.viewers, with_child=self.asks.held_with == "child"
            )
        else:
            self._give({})

    @on(Choices.Chosen, "#right")
    def take(self, chosen: Choices.Chosen) -> None:
        """Go on, go back, or open the box."""
        chosen.stop()
        match chosen.keys[0]:
            case "right":
                self.at += 1
                self.read()
            case "before":
                self.at -= 1
                self.read()
            case "same":
                self._stand_behind(self.last)
            case "agree" | "differ":
                self._ask_who(differs=chosen.keys[0] == "differ")
            case _:
                self._change()

    def _change(self) -> None:
        box = self.query_one("#changed", AnswerBox)
        self.set_class(True, "-changing")
        box.fill(self.item.text if self.item else "")
        box.focus()

    @on(AnswerBox.Said)
    def take_change(self, said: AnswerBox.Said) -> None:
        """Give the words as they should be; the same words change nothing."""
        said.stop()
        self.set_class(False, "-changing")
        self.query_one("#right", Choices).focus()
        item = self.item
        self.at += 1
        if item is not None and said.text.strip() not in {"", item.text}:
            self.give({"correct": item.id, "say": said.text})
        else:
            self.read()

    @on(AnswerBox.WentUp)
    @on(AnswerBox.Undo)
    @on(AnswerBox.Redo)
    def stay(self, wish: AnswerBox.WentUp | AnswerBox.Undo | AnswerBox.Redo) -> None:
        """Stay: here the box belongs to the one thing being put right."""
        wish.stop()

    @on(Showing.Decided)
    def decided(self, decided: Showing.Decided) -> None:
        """Give what was said about who may see it."""
        decided.stop()
        self._give(decided.share)

    @on(Showing.Somebody)
    def name_somebody(self, somebody: Showing.Somebody) -> None:
        """Write down who it is that is to be shown something; the same question goes on."""
        somebody.stop()
        self.give({"people": [one.as_json() for one in people_of(somebody.name, {}, "other")]})

    def _give(self, share: dict[str, dict[str, str]]) -> None:
        said = {"share": share, "agree": self.agree, "dispute": self.dispute}
        self.give({"ok": True, **{key: value for key, value in said.items() if value}})

    # Who agrees, who does not

    def _ask_who(self, *, differs: bool) -> None:
        self.add_class("-agreeing")
        self.query_one(Agreeing).ask(self.viewers, differs=differs)

    @on(Agreeing.Agreed)
    def take_agreed(self, agreed: Agreeing.Agreed) -> None:
        """Keep who agrees, and read the same one again; of a sentence of the story, go on to the next."""
        agreed.stop()
        item = self.item
        if item is not None and agreed.people and _sentence(item.id) is not None:
            self.remove_class("-agreeing")
            self.query_one("#right", Choices).focus()
            self._stand_behind(agreed.people)
            return
        if item is not None:
            self.agree[item.id] = list(agreed.people)
        self._read_again()

    def _stand_behind(self, people: tuple[str, ...]) -> None:
        """Write down at once who stands behind a sentence: nothing of a long reading is lost."""
        found = _sentence(self.item.id) if self.item else None
        if found is not None:
            self.last = people
            self.at += 1
            panel, number = found
            self.give({"agree": {panel: {number: list(people)}}})

    @on(Agreeing.Differs)
    def take_differs(self, differs: Agreeing.Differs) -> None:
        """Keep who sees it differently and how, and read the same one again."""
        differs.stop()
        found = _sentence(self.item.id) if self.item else None
        if found is not None:
            panel, number = found
            self.remove_class("-agreeing")
            self.query_one("#right", Choices).focus()
            self.give({"dispute": {panel: {number: {differs.person: differs.words}}}})
            return
        if self.item is not None:
            self.dispute.setdefault(self.item.id, {})[differs.person] = differs.words
        self._read_again()

    def _read_again(self) -> None:
        self.remove_class("-agreeing")
        self.read()
        self.query_one("#right", Choices).focus()


def _sentence(name: str) -> tuple[str, str] | None:
    """Return the picture and the number of a sentence of the story; nothing for anything else."""
    found = _SENTENCE.match(name)
    return (found[1], found[2]) if found else None
