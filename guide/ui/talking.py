"""The one thing of the screen that holds a Session: says what was answered, keeps what is half typed."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.engine.session import Session
from guide.engine.turn import Asks, Effect, Item, Said, Turn
from guide.flow.evaluate import and_join
from guide.frozen import replace
from guide.log.draft import DraftKeeper
from guide.map.sentences import sentences_of
from guide.ui.called import names_of
from guide.ui.half_written import WRITING, Half, packed
from guide.ui.replying import Line, Manner
from guide.ui.seen import lines_before_team, lines_seen

_ENOUGH = 400
"""Lines read back for the window of bubbles: more than it ever mounts, because some are not for everybody."""

_AGAIN = frozenset({"back", "redo", "correct", "remove", "move", "clear", "split"})
"""After these what was said before reads differently, and is drawn anew."""

_Place = tuple[str | None, str | None]
"""A question: its step, and the item it is asked for."""


class Talking:
    """One open conversation, as a screen talks to it."""

    def __init__(self, session: Session, keeper: DraftKeeper | None = None) -> None:
        self.session = session
        self.keeper = keeper
        self.manner = Manner()
        self.correcting: Said | None = None
        """What is being put right; the next answer is its new wording."""
        self.offers_urgent = False
        """Whether the question just answered may have brought something urgent; nothing is detected."""
        self.writing = ("", "")
        """Where in the story something is half written, and the words."""
        self._half: dict[_Place, str] = {}
        """What is half typed at each question; only answering it takes it away."""

    @property
    def turn(self) -> Turn:
        """The turn that stands."""
        return self.session.turn

    def asks(self) -> Asks:
        """Return what is to be answered: the old question while something is put right, else the new."""
        if self.correcting is not None:
            asks = self.session.reask(self.correcting.answer or self.correcting.entry)
            if asks is not None:
                return replace(asks, quiet=False, held_with=self.turn.asks.held_with)
        return self.turn.asks

    def whole(self, line: Line) -> Line:
        """Return an answer with how it came, or as a correction of what is being put right."""
        if self.correcting is not None:
            return {"correct": self.correcting.answer or self.correcting.entry, **line}
        if "correct" in line:
            return line
        return self.manner.upon(line, self.turn.asks)

    def effect(self, line: Line) -> Effect | None:
        """Return what a correction would bring beyond the words; None for nothing, and with a child."""
        if "correct" not in line or self.turn.asks.held_with == "child":
            return None
        tried = self.session.hear({**line, "try": True})
        if isinstance(tried, Effect) and (tried.aside or tried.asks or tried.entries):
            return tried
        return None

    def hear(self, line: Mapping[str, Any]) -> bool:
        """Say a line; return whether what was said before is to be drawn anew.

        Raises GuideError, one sentence, when it is refused or the disk does not take it.
        """
        before = self.turn.asks
        if self.keeper is not None:
            self.keeper.drop()
        try:
            self.session.hear(line)
            if self.turn.answered:
                self._half.pop(_place(before), None)
        finally:
            self._keep_half()
        self.correcting = None
        self.offers_urgent = before.urgent and before.mode != "next"
        self.manner = self.manner.after(before)
        return bool(_AGAIN & line.keys()) or before.held_with != self.turn.asks.held_with

    def set_clock(self, way: str) -> None:
        """Stop the clock, let it go on, or give it more time: no answer, so nothing half done is lost.

        Raises GuideError as `hear` does.
        """
        self._beside({"clock": way})

    def _beside(self, line: Line) -> None:
        if self.keeper is not None:
            self.keeper.drop()
        try:
            self.session.hear(line)
        finally:
            self._keep_half()

    def told(self) -> list[Item]:
        """Return what was said to this question, and more about each, as it can be given back."""
        entries = self.session.record.entries
        told: list[Item] = []
        for item in self.turn.asks.items:
            told.append(item)
            more = entries[item.id].followups if item.id in entries else ()
            told.extend(Item(item.id, one.text, item.by) for one in more)
        return told

    def keep(self, text: str) -> None:
        """Have half a sentence kept; the disk is waited for by nobody."""
        asks = self.turn.asks
        if asks.step is None or self.correcting is not None:
            return
        self._half[_place(asks)] = text
        self._put()

    def keep_writing(self, place: str, words: str) -> None:
        """Have half a sentence of the story kept beside half an answer; no words forget it."""
        self.writing = (place, words) if words else ("", "")
        self._put()

    def take_up(self, half: Half) -> None:
        """Take up what was half typed when the program ended."""
        self.writing = (half.place, half.words) if half.words else ("", "")
        if half.answer:
            self._half[half.step, half.item or None] = half.answer

    def _put(self) -> None:
        if self.keeper is None:
            return
        asks, (place, words) = self.turn.asks, self.writing
        step, item = asks.step or "", asks.of or ""
        if words:
            body = packed(Half(step, item, self.half, words=words))
            self.keeper.put(self.session.id, WRITING, place, body)
        else:
            self.keeper.put(self.session.id, step, item, self.half)

    @property
    def half(self) -> str:
        """What is half typed at the question that stands."""
        return self._half.get(_place(self.turn.asks), "")

    def _keep_half(self) -> None:
        """Have it kept again: what was not saved yet had to be dropped before something was written."""
        if self.half or self.writing[1]:
            self._put()

    def name(self, person: str | None) -> str:
        """Return a person's name, or nothing."""
        return self.turn.walk.sight.name_of(person or "")

    def new_lines(self) -> list[Said]:
        """Return what this turn brought, as far as whoever sits there may see it."""
        return self._seen(self.turn.said)

    def all_lines(self) -> list[Said]:
        """Return the conversation so far, as far as whoever sits there may see it."""
        return self._seen(self.session.transcript(_ENOUGH))

    def _seen(self, said: Iterable[Said]) -> list[Said]:
        held_with = self.turn.asks.held_with
        lines = lines_seen(said, held_with)
        return lines_before_team(lines, self.session.flow) if held_with == "team" else lines

    def last_urgent(self) -> str:
        """Return the id of what was last marked as urgent; empty for nothing."""
        return ["", *self.session.record.urgent][-1]

    def people(self) -> dict[str, str]:
        """Return everybody who has not left, id to name."""
        return names_of(one for one in self.session.record.people.values() if not one.left)

    # Pictures

    def pictures(self) -> list[Mapping[str, Any]]:
        """Return the pictures of the story as it stands, in order."""
        return [one.picture for one in self.turn.walk.shown.panels()]

    def look_of(self, name: str) -> str:
        """Return what was said of how somebody looks, here or in one of the pictures."""
        said = self.session.record.looks.get(name.casefold())
        if said is not None:
            return said
        from guide.ui.pictured import look_in

        return look_in(self.pictures(), name)

    def is_small(self, name: str) -> bool:
        """Return whether somebody is drawn small enough to be carried, by age or by what was said."""
        from guide.ui.pictured import is_small

        known = [one for one in self.session.record.people.values() if one.name == name]
        age = known[0].age if known else None
        return is_small({"name": name, "age": age}, self.look_of(name))

    def as_they_look(self, picture: Mapping[str, Any]) -> dict[str, Any]:
        """Return a picture with what was said of how everybody in it looks."""
        from guide.ui.pictured import people_in

        people = [
            {**one, "look": look} if (look := self.look_of(str(one.get("name", "")))) else one
            for one in people_in(picture)
        ]
        return {**picture, "people": people} if people else dict(picture)

    def set_look(self, name: str, look: str) -> None:
        """Keep how somebody looks, while a question stands: no answer, so nothing half done is lost.

        Raises GuideError as `hear` does.
        """
        self._beside({"look": {name: look}})

    def viewers(self) -> dict[str, str]:
        """Return whom something might be shown to, id to name; with a child not the helper who sits there."""
        with_child = self.turn.asks.held_with == "child"
        people = self.session.record.people
        return {
            key: name
            for key, name in self.people().items()
            if not (with_child and people[key].role == "worker")
        }

    def read_back(self) -> frozenset[str]:
        """Return what was read back to somebody already."""
        answers = self.session.record.answers.values()
        return frozenset(
            name
            for one in answers
            if one.kind == "review" and isinstance(one.value, list)
            for name in one.value
        )

    def standing_behind(self) -> dict[str, str]:
        """Return each sentence of the story that somebody agrees to, with their names."""
        people, panels = self.people(), self.session.record.panels.values()
        agreed = {
            name: [people[who] for who in panel.agreed_by.get(words, ()) if who in people]
            for panel in panels
            for name, words in sentences_of([panel])
        }
        return {name: and_join(who) for name, who in agreed.items() if who}


def _place(asks: Asks) -> _Place:
    return asks.step, asks.of
