"""Leaves out of a repeated conversation what a talk does by itself, as a person writing one would."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from guide.engine.play import DoesNotFit, Player
from guide.engine.recording.repeat import Repeated
from guide.engine.recording.replies import Reply
from guide.engine.session import Session
from guide.flow.talk import TalkLine
from guide.frozen import mutable, replace

Json = Any
Person = Mapping[str, Json]

_PEOPLE: Final = "people."
"""How the flow's own first questions begin."""


def introduced(steps: Sequence[Repeated]) -> list[Person]:
    """Return the people who answer the flow's own first questions: those a talk names at its top."""
    return [
        person
        for one in steps
        if _introduces(one.reply)
        for person in one.reply.keys["people"]
        if "id" not in person
    ]


def _introduces(reply: Reply) -> bool:
    return (reply.at or "").startswith(_PEOPLE) and "people" in reply.keys


@mutable
class Shortening:
    """Goes through the replies from the last to the first, and keeps those that have to be written."""

    steps: Sequence[Repeated]
    end: Session
    people: Sequence[Person]

    def lines(self) -> list[Reply]:
        """Return the replies that have to be written."""
        written: list[Reply] = []
        upto = len(self.steps)
        target: Reply | None = None
        while True:
            start, placed = self._earliest(upto, target)
            if placed is not None:
                written.append(placed)
            if start == 0:
                return list(reversed(written))
            upto, target = start - 1, self.steps[start - 1].reply

    def _earliest(self, upto: int, target: Reply | None) -> tuple[int, Reply | None]:
        """Return from where on the replies before `target` come by themselves, and how it is written then."""
        first = upto
        while first > 0 and self._may_be_left_out(self.steps[first - 1].reply):
            first -= 1
        for start in range(first, upto + 1):
            for placed in self._ways_to_write(upto, target):
                if self._comes_by_itself(start, upto, placed):
                    return start, placed
        return upto, target

    def _ways_to_write(self, upto: int, target: Reply | None) -> list[Reply | None]:
        """Return a line as it is, then with the step where it is said; said at once, it names none."""
        if target is None:
            return [None]
        if target.at is not None:
            return [target, replace(target, at=None, of=None)]
        here = self.steps[upto].before.turn.asks.step
        return (
            [target, replace(target, at=here)]
            if here and not {"of", "item"} & target.keys.keys()
            else [target]
        )

    @staticmethod
    def _may_be_left_out(reply: Reply) -> bool:
        keys = reply.keys.keys()
        return keys <= {"next", "more", "ok", "by"} or _introduces(reply) or _passes_people(reply)

    def _comes_by_itself(self, start: int, upto: int, target: Reply | None) -> bool:
        """Whether a talk with this line next does exactly what was done from `start` on."""
        lines = [] if target is None else [as_line(target)]
        for at in range(start, upto):
            if self._next(self.steps[at].before, at, lines) != self.steps[at].reply.keys:
                return False
        if target is None:
            return self._next(self.end, upto, lines) is None
        return bool(self._next(self.steps[upto].before, upto, lines) == target.keys)

    def _next(self, before: Session, at: int, lines: Sequence[TalkLine]) -> Json:
        """Return what a talk says next there; nothing fitting is no reply."""
        met = len(introduced(self.steps[:at]))
        try:
            return Player(before, self.people[met:], lines).next()
        except DoesNotFit:
            return {}


def _passes_people(reply: Reply) -> bool:
    return (reply.at or "").startswith(_PEOPLE) and reply.keys.keys() == {"pass"}


def as_line(reply: Reply, number: int = 1) -> TalkLine:
    """Return a reply as a line of a talk."""
    return TalkLine(number, reply.at, reply.of, None, reply.keys)
