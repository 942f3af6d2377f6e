"""Plays a talk: a whole conversation from a file, line by line, as demonstration, test and example."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from guide.engine.session import Session
from guide.engine.turn import Asks, Turn
from guide.errors import GuideError, Refused
from guide.frozen import frozen

Json = Any


class Line(Protocol):
    """One line of a talk, as `guide.flow.talk_file` reads it."""

    @property
    def line(self) -> int:
        """Where it stands in its file."""
        ...

    @property
    def at(self) -> str | None:
        """The step it answers."""
        ...

    @property
    def of(self) -> int | None:
        """Which item of a loop, from 1."""
        ...

    @property
    def keys(self) -> Mapping[str, Json]:
        """The keys of a JSON-lines reply."""
        ...

    @property
    def beat(self) -> Mapping[str, Json] | None:
        """A moment for a trainer; nothing is said at it."""
        ...


@frozen
class Played:
    """One reply of a talk as it was sent, and the turn it led to."""

    line: int
    """The line of the file; 0 for what goes on by itself."""
    reply: Mapping[str, Json]
    turn: Turn


class DoesNotFit(GuideError):
    """A line of a talk does not fit the step the conversation is at."""

    def __init__(self, line: int, says: str) -> None:
        """Say what does not fit, and at which line of the talk."""
        super().__init__(says)
        self.line = line


def play(session: Session, people: Sequence[Mapping[str, Json]], lines: Sequence[Line]) -> Iterator[Played]:
    """Send a talk's replies one after the other, yielding each turn.

    Raises DoesNotFit at the first that does not fit.
    """
    player = Player(session, people, lines)
    while (reply := player.next()) is not None:
        at = player.line
        yield Played(at, reply, player.send(reply))


class Player:
    """Plays a talk one reply at a time: `next` says what comes, `send` says it.

    What a conversation does by itself goes on by itself: texts, timers, hand-over pages; and parts, reasons
    and the what-else question a line leaves out are passed over.
    """

    def __init__(self, session: Session, people: Sequence[Mapping[str, Json]], lines: Sequence[Line]) -> None:
        """Play `lines` on a session just begun; `people` answer the flow's own first questions."""
        self.session, self.people = session, list(people)
        self._lines = [one for one in lines if not one.beat]
        self._beats = {self._line_after(lines, at): one.beat for at, one in enumerate(lines) if one.beat}
        self._done = 0
        self.line = 0
        """The file's line of the reply `next` gave; 0 for what goes on by itself."""

    @staticmethod
    def _line_after(lines: Sequence[Line], at: int) -> int:
        return next((one.line for one in lines[at:] if not one.beat), 0)

    @property
    def asks(self) -> Asks:
        """What the conversation asks now."""
        return self.session.turn.asks

    @property
    def beat(self) -> Mapping[str, Json] | None:
        """The trainer's moment that stands before the line `next` gave, if there is one."""
        return self._beats.get(self.line) if self.line else None

    def next(self) -> Mapping[str, Json] | None:
        """Return the next reply exactly as it is to be heard; None when the talk is over.

        Raises DoesNotFit when the next line does not fit, or a question still stands after the last.
        """
        self.line = 0
        if self._done == len(self._lines):
            return self._closing()
        line = self._lines[self._done]
        on_the_way = self._to(line)
        if on_the_way is not None:
            return on_the_way
        self.line = line.line
        return line.keys

    def _to(self, line: Line) -> Mapping[str, Json] | None:
        if line.at is None:
            step = self.asks.step or ""
            return self._introduce(step) if step.startswith("people.") else None
        return self._on_the_way(line)

    def send(self, reply: Mapping[str, Json]) -> Turn:
        """Let the session hear a reply; raises DoesNotFit when it is refused."""
        at = self.line or (self._lines[self._done].line if self._done < len(self._lines) else 0)
        try:
            turn = self.session.hear(reply)
        except Refused as refused:
            raise DoesNotFit(at, str(refused)) from refused
        if self.line:
            self._done += 1
        if reply.get("people"):
            self.people = [one for one in self.people if one not in reply["people"]]
        return turn if isinstance(turn, Turn) else self.session.turn

    def _on_the_way(self, line: Line) -> Mapping[str, Json] | None:
        """Return what goes on by itself before the line's step; None when the line can be said."""
        asks = self.asks
        if asks.kind == "end":
            raise DoesNotFit(line.line, f"the conversation has ended before “{line.at}”")
        if asks.kind in {"hand-over", "break"}:
            return {"next": True}
        if (asks.step or "").startswith("people.") and line.at != asks.step:
            return self._introduce(asks.step or "")
        if asks.step == line.at and self._is_item(line, asks):
            return self._opening(line, asks)
        return self._leaving(line, asks)

    def _is_item(self, line: Line, asks: Asks) -> bool:
        if line.of is None or asks.of is None:
            return True
        section = self.session.flow.steps[asks.step or ""].section
        items = self.session.walk.items.get(section, [])
        if self.session.walk.standing and self.session.walk.standing.key.returned:
            return True
        return line.of <= len(items) and items[line.of - 1] == asks.of

    def _opening(self, line: Line, asks: Asks) -> Mapping[str, Json] | None:
        """At the line's own step: leave out what the line leaves out."""
        keys = line.keys
        if asks.mode == "quiet" and "say" in keys:
            return {"more": True}
        if asks.mode == "quiet" and "pass" in keys and keys["pass"] not in {"break", "finish-here"}:
            return {"more": True}
        if asks.mode in {"reason", "part", "sentence"} and self._is_another(keys, asks):
            return None
        if asks.mode == "reason" and not ({"say", "pass", "more"} & keys.keys()):
            return {"more": False}
        return None

    def _is_another(self, keys: Mapping[str, Json], asks: Asks) -> bool:
        named = {one.name: one.id for one in asks.by}
        by = keys.get("by")
        return bool(asks.who) and by is not None and named.get(str(by), by) != asks.who

    def _leaving(self, line: Line, asks: Asks) -> Mapping[str, Json]:
        """At another step: go on from it where nothing more need be said."""
        reply = self._by_itself(asks)
        if reply is None:
            says = f"this line answers “{line.at}”, but the conversation asks “{asks.step}” here"
            raise DoesNotFit(line.line, says)
        return reply

    def _by_itself(self, asks: Asks) -> Mapping[str, Json] | None:
        """Return what goes on by itself where nobody has to say more; None where somebody has."""
        if asks.kind in {"hand-over", "break"} or asks.mode == "next":
            return {"next": True}
        match asks.mode:
            case "quiet" | "more" | "echo" | "reason":
                return {"more": False}
            case "sentence":
                return {"ok": True}
        return {"next": True} if {"next": True} in asks.accepts else None

    # People

    def _introduce(self, step: str) -> Mapping[str, Json]:
        """Answer a flow's own first questions from the talk's people; the last brings everybody left."""
        role = step.partition(".")[2]
        known = [one.id for one in self.session.flow.people]
        is_last = not any(self._of(one.partition(".")[2]) for one in known[known.index(step) + 1 :])
        own = self._of(role)
        rest = [one for one in self.people if one not in own] if is_last else []
        if not own and not rest:
            return {"next": True} if self.asks.optional else {"pass": "dont-know"}
        return {"people": [*own, *rest]}

    def _of(self, role: str) -> list[Mapping[str, Json]]:
        return [one for one in self.people if one.get("as") == role]

    def _closing(self) -> Mapping[str, Json] | None:
        """Return what goes on by itself after the last line."""
        asks = self.asks
        if asks.kind == "end":
            return None
        if (asks.step or "").startswith("people."):
            return self._introduce(asks.step or "")
        reply = self._by_itself(asks)
        if reply is None:
            at = self._lines[-1].line if self._lines else 0
            raise DoesNotFit(at, f"the talk is over, but the conversation still asks “{asks.step}”")
        return reply


def unmet(session: Session, expect: Mapping[str, Json]) -> list[str]:
    """Return what a talk expects and the record does not show, a sentence each."""
    sight = session.walk.shown
    found: list[str] = []
    for area, wanted in expect.items():
        if area == "absent":
            found.extend(_present(session, wanted))
        elif area == "story":
            pages = [" ".join(one.text) for one in sight.panels()]
            if pages != list(wanted):
                found.append(f"the story should be {list(wanted)}, and is {pages}")
        elif isinstance(wanted, Mapping):
            own = {sight.name_of(one.by): one.value for one in sight.ratings(area)}
            if own != dict(wanted):
                found.append(f"{area} should be {dict(wanted)}, and is {own}")
        else:
            texts = [one.text for one in sight.entries(area)]
            known = session.flow.areas.get(area)
            if known is not None and known.holds == "people":
                texts = [one.name for one in sight.people(area)]
            if texts != list(wanted):
                found.append(f"{area} should hold {list(wanted)}, and holds {texts}")
    return found


def _present(session: Session, texts: Sequence[str]) -> list[str]:
    sight = session.walk.shown
    standing = [one.text for area in session.flow.areas for one in sight.entries(area)]
    return [f"“{text}” should be on no sheet, and is" for text in texts if text in standing]
