"""Changing the whole sheet: moving, putting right, taking off and adding, each as one line that is heard."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import getters, on

from guide.engine.turn import Turn
from guide.errors import GuideError
from guide.flow.model import Sheet
from guide.map.model import Entry, Rating
from guide.ui.effects import in_words
from guide.ui.replying import Line, number_of
from guide.ui.says import say
from guide.ui.screens.page import Page
from guide.ui.talking import Talking
from guide.ui.widgets.map.board import Board
from guide.ui.widgets.map.described import described, shortened
from guide.ui.widgets.notice import Notice


class Moving(Page):
    """The part of the sheet's screen that changes what stands on it."""

    talking: Talking
    at: str
    """The sheet that is shown."""

    board = getters.query_one(Board)

    async def show(self, notice: str = "") -> None:
        """Show the sheet as it stands."""
        raise NotImplementedError

    @property
    def turn(self) -> Turn:
        """The turn that stands."""
        return self.talking.turn

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets that can be shown."""
        raise NotImplementedError

    def tell(self, text: str) -> None:
        """Say one calm sentence under the sheet; nothing takes it away but the next deed."""
        self.query_one(Notice).tell(text)

    # What is picked

    @property
    def picked(self) -> str:
        """The id of what is picked."""
        return self.board.picked

    @property
    def held(self) -> Entry | Rating | None:
        """What is picked."""
        record = self.turn.record
        return record.entries.get(self.picked) or record.ratings.get(self.picked)

    @property
    def is_entry(self) -> bool:
        """Whether words are picked and not a mark on a line."""
        return isinstance(self.held, Entry)

    # Saying

    async def say(self, line: Line, notice: str = "") -> None:
        """Say a line; a refusal is one calm sentence, and nothing has happened."""
        before, held = self.turn.asks, {*self.board.held}
        try:
            self.talking.hear(line)
        except GuideError as refused:
            self.tell(str(refused))
            return
        now = self.turn.asks
        asks_else = (now.kind, now.step, now.of) != (before.kind, before.step, before.of)
        told = notice or say("map.undone" if "back" in line else "map.done")
        await self.show(f"{told} {say('map.asks_else')}" if asks_else else told)
        new = [one for one in self.board.held if one not in held]
        if len(new) == 1:
            self.board.pick(new[0])

    def say_later(self, line: Line, notice: str = "") -> None:
        """Say a line when the key that meant it is done with."""
        self.call_next(self.say, line, notice)

    # Deeds

    @on(Board.Taken)
    def look(self) -> None:
        """Show where what is picked comes from, and offer everything that can be done with it."""
        from guide.ui.screens.dialogs import Pick

        held = self.held
        if held is None:
            return
        deeds: Mapping[str, Callable[[], None]] = {
            **({"move": self.move} if self.is_entry else {}),
            "change": self.change,
            "take_off": self.take_off,
        }
        title, about = described(held, self.talking.name)
        dialog = Pick(title, {key: say(f"map.{key}") for key in deeds}, about=f"{about}\n")

        def do(key: str | None) -> None:
            if key:
                self.call_later(deeds[key])

        self.app.push_screen(dialog, do)

    def move(self) -> None:
        """Ask where what is picked belongs."""
        held = self.picked
        here = self.board.place_of(held)
        places = {
            area: title for area, title in self._places().items() if here is None or area != here.area.id
        }

        def put(area: str) -> None:
            self.say_later({"move": {held: area}}, say("map.moved", where=places[area]))

        self.pick(say("map.where_to"), places, put)

    def _places(self) -> dict[str, str]:
        """Return everywhere words can stand: this sheet's areas, then those of the others."""
        sheets = sorted(self.sheets, key=lambda one: one.id != self.at)
        return {
            area.id: area.title if sheet.id == self.at else f"{sheet.title}: {area.title}"
            for sheet in sheets
            for area in sheet.areas.values()
            if area.holds == "entries"
        }

    def change(self) -> None:
        """Ask for the words, or the number, as they should be."""
        held = self.held
        if isinstance(held, Entry):
            self._ask(say("map.words"), held.text, held.id, lambda words: {"say": words})
        elif held is not None:
            self._ask(say("map.number"), f"{held.value:g}", held.id, lambda words: {"rate": number_of(words)})

    def _ask(self, title: str, now: str, held: str, line: Callable[[str], Line]) -> None:
        self.ask_words(
            title, now, lambda words: self.call_later(self.correct, {"correct": held, **line(words)})
        )

    def correct(self, line: Line) -> None:
        """Put it right; what this would bring beyond the words is shown first."""
        from guide.ui.screens.dialogs import Pick

        try:
            effect = self.talking.effect(line)
        except GuideError as refused:
            self.tell(str(refused))
            return
        if effect is None:
            self.say_later(line, say("map.changed"))
            return
        options = {"yes": say("effect.yes"), "no": say("effect.no")}
        dialog = Pick(say("effect.title"), options, about=in_words(effect))
        self.app.push_screen(
            dialog, lambda key: self.say_later(line, say("map.changed")) if key == "yes" else None
        )

    def take_off(self) -> None:
        """Take what is picked off the sheet."""
        held = self.held
        if held is not None:
            words = held.text if isinstance(held, Entry) else f"{held.value:g}"
            self.say_later({"remove": held.id}, say("map.taken_off", words=shortened(words)))

    def add(self) -> None:
        """Ask where, for the words, and whose words they are."""
        # One window after the other: one opened while another still closes is drawn without its style.
        self.pick(say("map.where_to"), self._places(), lambda area: self.call_later(self._add_words, area))

    def _add_words(self, area: str) -> None:
        self.ask_words(say("map.add_words"), "", lambda words: self.call_later(self._add_by, area, words))

    def _add_by(self, area: str, words: str) -> None:
        def put(**by: Any) -> None:
            self.say_later({"add": {"area": area, "say": words}, **by}, say("map.added"))

        people = self.talking.people()
        if people:
            self.pick(say("speaker.title"), people, lambda person: put(by=person))
        else:
            put()
