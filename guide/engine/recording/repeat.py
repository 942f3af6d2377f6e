"""Repeats a session from its journal in a conversation of its own, deed by deed, in lines a talk may hold."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from guide.clock import StillClock
from guide.engine.recording.called import Called, is_same
from guide.engine.recording.naming import Keys, Naming, joined
from guide.engine.recording.replies import Reply, replies
from guide.engine.session import Session
from guide.engine.step import Moved, decide
from guide.errors import GuideError, Refused
from guide.frozen import frozen
from guide.log import events as ev
from guide.log.memory import Memory
from guide.map.model import Record

Happened = Sequence[ev.What]

_BY_THEMSELVES: Final = (ev.Put, ev.Revealed, ev.Exported, ev.Started, ev.ClockBegan, ev.ClockSet)
"""What follows from other things, or is no part of what is said."""

_NEXT: Final = Reply({"next": True})


class CannotBeRepeated(GuideError):
    """Something stands in a journal that no line of a talk brings about."""


@frozen
class Repeated:
    """One reply of the repeated conversation, and how it stood before."""

    reply: Reply
    before: Session


def deeds_of(record: Record) -> list[list[ev.What]]:
    """Return what happened in every deed that stands, in order; what undo removed is left out."""
    standing = {one.number for one in record.deeds}
    told = (one for one in record.events if one.deed in standing)
    return [
        own
        for _, deed in groupby(told, key=lambda one: one.deed)
        if (own := _heard(one.what for one in deed))
    ]


def _heard(happened: Iterable[ev.What]) -> list[ev.What]:
    """Return what a line itself brought, without what followed by itself."""
    return [
        one
        for one in happened
        if not isinstance(one, _BY_THEMSELVES) and (not isinstance(one, ev.Finished) or one.by_hand)
    ]


class Repeating:
    """A conversation that repeats another one, on the same flow, begun as a talk is begun."""

    def __init__(self, record: Record, session: Session) -> None:
        """Begin again with nothing said."""
        self.session = Session.start(
            Memory(), session.flow, StillClock(), form=record.form, level=record.level, lang=record.lang,
            invented=True,
        )  # fmt: skip
        self.called = Called()
        self.steps: list[Repeated] = []
        """Every reply so far."""
        self.waiting: list[Happened] = []
        """What could not be said yet."""

    @classmethod
    def whole(cls, session: Session) -> "Repeating":
        """Repeat a whole session; raises CannotBeRepeated."""
        repeating = cls(session.record, session)
        first, *rest = [*deeds_of(session.record)] or [[]]
        carried = [one for one in session.record.events if one.deed == 0 and isinstance(one.what, ev.Joined)]
        if carried:
            repeating.meet(first)
        for deed in rest if carried else [first, *rest]:
            repeating.repeat(deed)
        if repeating.waiting:
            raise CannotBeRepeated(_sentence(""))
        return repeating

    def meet(self, known: Happened) -> None:
        """Bring in those whom another conversation brought along: here they are asked for like anybody."""
        people = {one.person: joined(one) for one in known if isinstance(one, ev.Joined)}
        asked = [one for one in known if isinstance(one, ev.Answered)]
        answers = {one.step: list(one.value) for one in asked}
        if asked:
            also = people.keys() - {who for own in answers.values() for who in own}
            answers[asked[-1].step] += [who for who in people if who in also]
        while (step := self.session.turn.asks.step or "") in answers:
            self._join(answers.pop(step), people, Reply({}, step))
        if not asked and people:
            self._join(list(people), people, Reply({}))

    def _join(self, who: Sequence[str], people: dict[str, Keys], where: Reply) -> None:
        reply = Reply({"people": [people[one] for one in who]}, where.at)
        moved = self._moved(reply)
        if moved is None:
            raise CannotBeRepeated(_sentence(self.session.turn.asks.step))
        new = [one.what for one in moved.events if isinstance(one.what, ev.Joined)]
        self.called.ids.update(zip(who, (one.person for one in new), strict=True))
        self._take(reply, moved)

    def repeat(self, deed: Happened) -> None:
        """Say one deed again; raises CannotBeRepeated when no line brings it about.

        What is legal at any turn waits until it can be said: undo may have removed the page it was said at.
        """
        try:
            self._repeat(deed)
        except CannotBeRepeated:
            if any(isinstance(one, ev.Place) for one in deed):
                raise
            self.waiting.append(deed)
            return
        while self.waiting and self._try(self.waiting[0]):
            del self.waiting[0]

    def _repeat(self, deed: Happened) -> None:
        if any(isinstance(one, ev.Handed) for one in deed):
            if self.session.turn.asks.kind == "hand-over":  # undo may have left the screen with somebody else
                self._try(deed)
            return
        while not (self._try(deed) or self._try(deed, roughly=True)):
            if self.session.turn.asks.kind != "hand-over":
                raise CannotBeRepeated(_sentence(getattr(deed[0], "step", "")))
            self._take(_NEXT, decide(self.session.walk, _NEXT.keys, self.session.record.started))

    def _try(self, deed: Happened, *, roughly: bool = False) -> bool:
        naming = Naming(self.session.walk, self.session.turn.asks, self.called)
        for reply in replies(deed, naming):
            moved = self._moved(reply)
            new = _heard(one.what for one in moved.events) if moved else []
            if moved is not None and is_same(deed, new, self.called, roughly=roughly):
                self._take(reply, moved)
                return True
        return False

    def _moved(self, reply: Reply) -> Moved | None:
        """Return what a line would bring about; None when it is not legal here."""
        if reply.at is not None and reply.at != self.session.turn.asks.step:
            return None
        try:
            return decide(self.session.walk, reply.keys, self.session.record.started, self.session.turn.asks)
        except Refused:
            return None

    def _take(self, reply: Reply, moved: Moved) -> None:
        self.steps.append(Repeated(reply, self.session))
        self.session = Session(Memory(), self.session.flow, StillClock(), moved.walk, 0)


def _sentence(step: str | None) -> str:
    where = f" at “{step}”" if step else ""
    return f"Something{where} cannot be written as a line of a talk: correct it in the conversation first."
