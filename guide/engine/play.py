"""Plays a talk: a whole conversation from a file, line by line, as demonstration, test and example."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from guide.engine.session import Session
from guide.engine.turn import Asks, Turn
from guide.errors import GuideError, Refused

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


@dataclass(frozen=True)
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
    """Send a talk's replies one after the other, yielding each turn; raises DoesNotFit at the first that
    does not fit.

    What a conversation does by itself goes on by itself: texts, timers, hand-over pages; and parts, reasons
    and the what-else question a line leaves out are passed over.
    """
    player = _Player(session, list(people))
    for line in lines:
        if not line.beat:
            yield from player.send(line)
    yield from player.to_the_end(lines[-1].line if lines else 0)


class _Player:
    def __init__(self, session: Session, people: list[Mapping[str, Json]]) -> None:
        self.session, self.people = session, people

    @property
    def asks(self) -> Asks:
        return self.session.turn.asks

    def send(self, line: Line) -> Iterator[Played]:
        """Bring the conversation to the line's step, then say it."""
        if line.at is not None:
            yield from self._come_to(line)
        else:
            yield from self._introduced(line.line)
        yield self._hear(line.line, line.keys)

    def _hear(self, at: int, reply: Mapping[str, Json]) -> Played:
        try:
            turn = self.session.hear(reply)
        except Refused as refused:
            raise DoesNotFit(at, str(refused)) from refused
        if not isinstance(turn, Turn):
            return Played(at, reply, self.session.turn)
        return Played(at, reply, turn)

    def _come_to(self, line: Line) -> Iterator[Played]:
        for _ in range(10_000):
            reply = self._on_the_way(line)
            if reply is None:
                return
            yield self._hear(0 if not reply.get("people") else line.line, reply)
        raise DoesNotFit(line.line, f"the conversation never comes to “{line.at}”")

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
        match asks.mode:
            case "next":
                return {"next": True}
            case "quiet" | "more" | "echo" | "reason":
                return {"more": False}
            case "sentence":
                return {"ok": True}
            case "part" if self.session.flow.steps[asks.step or ""].parts[asks.part or ""].optional:
                return {"pass": "rather-not"}
        if asks.optional and asks.mode == "first":
            return {"next": True}
        raise DoesNotFit(
            line.line, f"this line answers “{line.at}”, but the conversation asks “{asks.step}” here"
        )

    # People

    def _introduced(self, at: int) -> Iterator[Played]:
        while (self.asks.step or "").startswith("people."):
            yield self._hear(at, self._introduce(self.asks.step or ""))

    def _introduce(self, step: str) -> Mapping[str, Json]:
        """Answer a flow's own first questions from the talk's people; the last brings everybody left."""
        role = step.partition(".")[2]
        known = [one.id for one in self.session.flow.people]
        is_last = not any(self._of(one.partition(".")[2]) for one in known[known.index(step) + 1 :])
        own = self._of(role)
        rest = [one for one in self.people if one not in own] if is_last else []
        self.people = [one for one in self.people if one not in own and one not in rest]
        if not own and not rest:
            return {"next": True} if self.asks.optional else {"pass": "dont-know"}
        return {"people": [*own, *rest]}

    def _of(self, role: str) -> list[Mapping[str, Json]]:
        return [one for one in self.people if one.get("as") == role]

    def to_the_end(self, at: int) -> Iterator[Played]:
        """Go on by itself after the last line; raises DoesNotFit while a question still stands."""
        for _ in range(10_000):
            asks = self.asks
            if asks.kind == "end":
                return
            if asks.kind in {"hand-over", "break"} or asks.mode == "next":
                yield self._hear(0, {"next": True})
            elif asks.mode in {"quiet", "more", "echo", "reason"}:
                yield self._hear(0, {"more": False})
            elif asks.mode == "sentence":
                yield self._hear(0, {"ok": True})
            elif asks.optional and asks.mode == "first":
                yield self._hear(0, {"next": True})
            else:
                raise DoesNotFit(at, f"the talk is over, but the conversation still asks “{asks.step}”")


def unmet(session: Session, expect: Mapping[str, Json]) -> list[str]:
    """Return what a talk expects and the record does not show, a sentence each."""
    sight = session.walk.sight
    found: list[str] = []
    for area, wanted in expect.items():
        if area == "absent":
            found.extend(_present(session, wanted))
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
    sight = session.walk.sight
    standing = [one.text for area in session.flow.areas for one in sight.entries(area)]
    return [f"“{text}” should be on no sheet, and is" for text in texts if text in standing]
