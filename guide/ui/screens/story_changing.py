"""Changing a story: each deed is one line that is heard, and taken back like every other."""

from collections.abc import Callable, Sequence
from typing import Any

from textual import getters, on

from guide.engine.turn import Turn
from guide.errors import GuideError
from guide.log.store import Conflict
from guide.map.model import Panel
from guide.ui.pictured import Picture, people_in, suggested
from guide.ui.replying import Line
from guide.ui.says import say
from guide.ui.screens.looking import Looking
from guide.ui.screens.picking import PickSeveral
from guide.ui.screens.picturing import OF_PEOPLE, PARTS, Picturing
from guide.ui.screens.story_words import StoryWords
from guide.ui.widgets.map.described import shortened
from guide.ui.widgets.notice import Notice
from guide.ui.widgets.story.board import StoryBoard


class StoryChanging(StoryWords):
    """The part of the story's screen that changes it."""

    board = getters.query_one(StoryBoard)

    @property
    def turn(self) -> Turn:
        """The turn that stands."""
        return self.talking.turn

    @property
    def panels(self) -> list[Panel]:
        """The pictures whoever sits here may see, in order."""
        raise NotImplementedError

    def show(self, notice: str = "") -> None:
        """Show the story as it stands."""
        raise NotImplementedError

    def tell(self, text: str) -> None:
        """Say one calm sentence under the pictures; nothing takes it away but the next deed."""
        self.query_one(Notice).tell(text)

    def back_to_board(self) -> None:
        """Let the keys go to the pictures."""
        self.board.focus()

    def stand_at(self, held: str) -> None:
        """Pick this picture; nothing for none."""
        if held:
            self.board.pick(held)

    @property
    def held(self) -> Panel | None:
        """What is picked."""
        return next((one for one in self.panels if one.id == self.board.picked), None)

    # Saying

    def say(self, line: Line, notice: str = "") -> None:
        """Say a line; a refusal is one calm sentence, and nothing has happened."""
        before, held = self.turn.asks, {one.id for one in self.panels}
        try:
            self.talking.hear(line)
        except GuideError as refused:
            if isinstance(refused, Conflict) and self.talking.session.follow():
                self.show()
            self.tell(str(refused))
            return
        if self.is_writing:
            self.leave_box()
        now = self.turn.asks
        asks_else = (now.kind, now.step, now.of) != (before.kind, before.step, before.of)
        told = notice or say("map.undone" if "back" in line else "map.done")
        self.show(f"{told} {say('map.asks_else')}" if asks_else else told)
        new = [one.id for one in self.panels if one.id not in held]
        if len(new) == 1:
            self.board.pick(new[0])

    def say_later(self, line: Line, notice: str = "") -> None:
        """Say a line when the key that meant it is done with."""
        self.call_next(self.say, line, notice)

    # Words

    def change(self) -> None:
        """Write the sentences as they should be, a line each."""
        if self.held is not None:
            self.write_at(f"text:{self.held.id}", "\n".join(self.held.text))

    def name_it(self) -> None:
        """Write the title as it should be."""
        if self.held is not None:
            self.write_at(f"title:{self.held.id}", self.held.title)

    def add(self) -> None:
        """Write the sentences of another picture, after the one that is picked."""
        self.write_at(f"add:{self.board.picked}", "")

    # The picture

    def paint(self) -> None:
        """Ask what should be changed in the picture."""
        held = self.held
        if held is None:
            return
        people = people_in(held.picture)
        options = {one: say(f"picture.part.{one}") for one in PARTS if people or one not in OF_PEOPLE}
        options["suggested"] = say("picture.as_suggested")

        def ask(part: str) -> None:
            if part == "suggested":
                self._paint(suggested(held.text, self.names()))
            else:
                # One window after the other: one opened while another closes is drawn without its style.
                looking = Looking(self, self.talking, self._keep_look)
                self.call_later(Picturing(self, self.names(), looking).ask, part, held.picture, self._paint)

        self.pick(say("picture.ask.part"), options, ask)

    def _paint(self, picture: Picture) -> None:
        if self.held is not None and picture != self.held.picture:
            self.say_later({"correct": self.held.id, "panel": {"picture": picture}}, say("story.painted"))

    def _keep_look(self, name: str, look: str, then: Callable[[], Any]) -> None:
        self.say_later({"look": {name: look}}, say("look.kept", who=name))
        self.call_next(then)

    def names(self) -> list[str]:
        """Return who may be in a picture: everybody known here, and whoever is in one already."""
        shown = [str(person.get("name", "")) for one in self.panels for person in people_in(one.picture)]
        return [one for one in dict.fromkeys((*self.talking.people().values(), *shown)) if one]

    # Places in the story

    def move_by(self, by: int) -> None:
        """Move what is picked one place on, or back."""
        ids = [one.id for one in self.panels]
        if self.held is None or not 0 <= ids.index(self.held.id) + by < len(ids):
            return
        there = ids[ids.index(self.held.id) + by]
        self.say_later({"move": {self.held.id: {"after" if by > 0 else "before": there}}}, say("story.moved"))

    def move(self) -> None:
        """Ask where what is picked belongs."""
        held = self.held
        others = [one for one in self.panels if held is not None and one.id != held.id]
        if held is None or not others:
            return
        options = {"": say("story.first")} | {one.id: say("story.after", what=_called(one)) for one in others}
        keys = list(options)
        shown = {str(at): options[key] for at, key in enumerate(keys)}

        def put(at: str) -> None:
            after = keys[int(at)]
            where = {"after": after} if after else {"before": others[0].id}
            self.say_later({"move": {held.id: where}}, say("story.moved"))

        self.pick(say("story.where_to"), shown, put)

    def split(self) -> None:
        """Ask after which sentence a new picture begins."""
        held = self.held
        if held is None or len(held.text) < 2:  # noqa: PLR2004 – one sentence is no two
            return
        options = {
            str(at): say("story.split_after", words=_short(one)) for at, one in enumerate(held.text[:-1], 1)
        }
        self.pick(
            say("story.split_where"),
            options,
            lambda at: self.say_later({"split": {held.id: int(at)}}, say("story.split")),
        )

    def take_out(self) -> None:
        """Take what is picked out of the story."""
        if self.held is not None:
            self.say_later({"remove": self.held.id}, say("story.taken_out"))

    # Who agrees

    def agree(self) -> None:
        """Ask which sentence somebody agrees to, then who."""
        self._pick_sentence(say("story.agree_what"), self._who_agrees, every=True)

    def _who_agrees(self, held: str, at: int) -> None:
        people = self.talking.people()

        def keep(chosen: str | None) -> None:
            if chosen:
                who = chosen.split()
                said = {str(at): who} if at else who
                self.say_later({"agree": {held: said}}, say("story.agree_kept"))

        self.app.push_screen(PickSeveral(say("story.who_agrees"), people), keep)

    def differ(self) -> None:
        """Ask which sentence somebody sees differently, who, and how they would put it."""
        self._pick_sentence(say("story.differ_what"), self._who_differs)

    def _who_differs(self, held: str, at: int) -> None:
        self.pick(
            say("review.who_differs"),
            self.talking.people(),
            lambda who: self.write_at(f"differ:{held}:{at}:{who}", ""),
        )

    def _pick_sentence(self, title: str, then: Callable[[str, int], None], *, every: bool = False) -> None:
        held = self.held
        if held is None or not self.talking.people():
            return
        options = {"0": say("story.every_sentence")} if every and len(held.text) > 1 else {}
        options |= {str(at): _short(one) for at, one in enumerate(held.text, 1)}
        if len(options) == 1:
            then(held.id, 1)
        else:
            self.pick(title, options, lambda at: self.call_later(then, held.id, int(at)))

    # Everything with what is picked

    @on(StoryBoard.Taken)
    def look(self) -> None:
        """Offer everything that can be done with what is picked."""
        held = self.held
        if held is None or not self.can_change:
            return
        deeds = {
            "change": self.change, "paint": self.paint, "name_it": self.name_it, "agree": self.agree,
            "differ": self.differ, "move": self.move, "split_it": self.split, "take_out": self.take_out,
        }  # fmt: skip
        options = {key: say(f"story.{key}") for key in deeds if key != "split_it" or len(held.text) > 1}
        self.pick(_called(held), options, lambda key: self.call_later(deeds[key]))

    @property
    def can_change(self) -> bool:
        """Whether anything may be changed here."""
        raise NotImplementedError


def _called(panel: Panel) -> str:
    return shortened(panel.title or _first(panel.text))


def _first(text: Sequence[str]) -> str:
    return text[0] if text else ""


def _short(sentence: str) -> str:
    return shortened(sentence)
