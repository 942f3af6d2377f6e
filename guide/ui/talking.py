"""The one thing of the screen that holds a Session: says what was answered, keeps what is half typed."""

from collections.abc import Mapping
from typing import Any

from guide.engine.session import Session
from guide.engine.turn import Asks, Effect, Item, Said, Turn
from guide.frozen import replace
from guide.log.draft import DraftKeeper
from guide.ui.replying import Line, Manner
from guide.ui.seen import lines_seen

_ENOUGH = 400
"""Lines read back for the window of bubbles: more than it ever mounts, because some are not for everybody."""

_AGAIN = frozenset({"back", "redo", "correct", "remove", "move", "clear"})
"""After these what was said before reads differently, and is drawn anew."""


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
        self.session.hear(line)
        self.correcting = None
        self.offers_urgent = before.urgent and before.mode != "next"
        self.manner = self.manner.after(before)
        return bool(_AGAIN & line.keys()) or before.held_with != self.turn.asks.held_with

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
        if self.keeper is not None and asks.step is not None and self.correcting is None:
            self.keeper.put(self.session.id, asks.step, asks.of or "", text)

    def name(self, person: str | None) -> str:
        """Return a person's name, or nothing."""
        return self.turn.walk.sight.name_of(person or "")

    def new_lines(self) -> list[Said]:
        """Return what this turn brought, as far as whoever sits there may see it."""
        return lines_seen(self.turn.said, self.turn.asks.held_with)

    def all_lines(self) -> list[Said]:
        """Return the conversation so far, as far as whoever sits there may see it."""
        return lines_seen(self.session.transcript(_ENOUGH), self.turn.asks.held_with)

    def last_urgent(self) -> str:
        """Return the id of what was last marked as urgent; empty for nothing."""
        return ["", *self.session.record.urgent][-1]

    def people(self) -> dict[str, str]:
        """Return everybody who has not left, id to name."""
        return {one.id: one.name for one in self.session.record.people.values() if not one.left}
