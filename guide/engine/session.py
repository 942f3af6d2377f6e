"""The one object that writes and remembers: it hears a reply, has it on disk, then shows the turn."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from guide.clock import Clock
from guide.engine.asks import asks_of, reask
from guide.engine.step import Moved, decide, settle
from guide.engine.turn import Asks, Effect, Said, Turn
from guide.engine.undo import to_put_back, to_take_back
from guide.engine.walk import Walk, walk
from guide.errors import Refused
from guide.flow.model import Flow, flow_from_json
from guide.flow.uncollected import uncollected
from guide.frozen import replace
from guide.log import events as ev
from guide.log.events import Event, payload_of, what_from
from guide.log.store import NewRow, NewSession, Row, Store
from guide.map.fold import fold
from guide.map.model import Person, Record
from guide.words.voice import say

Json = Any

_ANSWERS: Final = (
    ev.Answered, ev.Passed, ev.WentOn, ev.Followed, ev.Closed, ev.Reasoned, ev.PartGiven, ev.Sorted,
    ev.Reviewed,
)  # fmt: skip
"""After these at the question that stands, what was half typed there is spent."""


def _rows(events: Iterable[Event]) -> list[NewRow]:
    return [
        NewRow(
            os.urandom(16).hex(),
            event.at,
            event.deed,
            type(event.what).__name__,
            json.dumps(payload_of(event.what), ensure_ascii=False, separators=(",", ":")),
        )
        for event in events
    ]


def events_from(rows: Sequence[Row]) -> list[Event]:
    """Read a journal's rows back into events; a redacted one is left out."""
    return [
        Event(row.deed, row.at, what_from(row.kind, json.loads(row.payload)))
        for row in rows
        if row.payload != "null"
    ]


class Session:
    """One conversation, open; made by `start` or `resume`."""

    def __init__(self, store: Store, flow: Flow, clock: Clock, walked: Walk, seq: int) -> None:
        """Hold a walked record; `seq` is the number of the last event on disk."""
        self._store, self._clock, self._seq = store, clock, seq
        self.flow = flow
        self.walk = walked
        self.readonly = False
        """Whether another program holds the pen: this one then only follows."""
        self.turn = self._turn(())

    # Beginning

    @classmethod
    def start(  # noqa: PLR0913 - each is one thing a person may say when starting
        cls,
        store: Store,
        flow: Flow,
        clock: Clock,
        *,
        form: str = "",
        level: str = "",
        thread: str = "",
        lang: str = "en",
        origin: str = "",
        invented: bool = False,
    ) -> "Session":
        """Begin a conversation; people already known in the thread are carried over and not asked again.

        Raises WrongUse where real and invented people would come together.
        """
        now, session = clock.now(), os.urandom(5).hex()
        if thread or origin:
            from guide.engine.inventing import begins_invented  # only where people are brought along

            invented = begins_invented(store, thread, origin, wished=invented)
        started = ev.Started(
            flow=flow.flow, version=flow.version, form=form or next(iter(flow.forms), ""),
            level=level or next(iter(flow.levels), ""), lang=lang, thread=thread, invented=invented,
            origin=origin,
        )  # fmt: skip
        known = _known_people(store, thread, origin)
        begun = walk(flow, fold([Event(0, now, started)], session))
        moved = settle(begun, [*_carried(flow, known)], now) if known else settle(begun, [], now)
        first = _after_start(begun, moved, now)
        row = NewSession(session, thread, flow.flow, flow.version, flow.title, now)
        compiled = json.dumps(flow.source, ensure_ascii=False, separators=(",", ":"))
        store.take(session)
        seq = store.create(row, compiled, _rows([Event(0, now, started), *first.events]))
        return cls(store, flow, clock, first.walk, seq)

    @classmethod
    def resume(cls, store: Store, clock: Clock, session: str) -> "Session":
        """Open a conversation where it stopped, on the flow it was begun with."""
        flow = flow_from_json(json.loads(store.compiled(session)))
        readonly = bool(store.read_only) or not store.take(session)
        with uncollected():
            rows = store.rows(session)
            walked = walk(flow, fold(events_from(rows), session))
        opened = cls(store, flow, clock, walked, rows[-1].seq if rows else 0)
        opened.readonly = readonly
        return opened

    # What is known

    @property
    def id(self) -> str:
        """The session's id."""
        return self.record.session

    @property
    def store(self) -> Store:
        """Where it is kept, beside those it goes on from."""
        return self._store

    @property
    def record(self) -> Record:
        """Everything known."""
        return self.walk.record

    # Talking

    def hear(self, line: Json) -> Turn | Effect:
        """Hear one reply; it is on disk before the turn is returned.

        Raises Refused when it is not legal now, NotSaved or Conflict when the store refuses; nothing has
        happened then, and the question stands.
        """
        if self.readonly:
            raise Refused(say("refused.readonly", self.record.lang))
        if _is_tried(line):
            from guide.engine.effect import effect_of  # seldom asked for

            return effect_of(self.walk, {key: one for key, one in line.items() if key != "try"})
        return self._write(decide(self.walk, line, self._clock.now(), self.turn.asks))

    def reask(self, name: str) -> Asks | None:
        """Return the question an answer, entry or rating answered, put so that the answer can be changed.

        None for what was put on a sheet by hand.
        """
        record = self.record
        held = record.entries.get(name) or record.ratings.get(name) or record.panels.get(name)
        answer = record.answers.get(held.answer if held else name)
        return reask(self.walk, answer.key) if answer else None

    def exported(
        self, paper: str, made_format: str, viewer: str, found: str = "", *, other_names: bool = False
    ) -> Turn:
        """Write down that a paper left the program; `other_names` when chosen names stood in it."""
        what = ev.Exported(
            paper=paper, format=made_format, viewer=viewer, found=found, other_names=other_names
        )
        return self._write(settle(self.walk, [what], self._clock.now()))

    def _write(self, moved: Moved) -> Turn:
        ended = moved.walk.ended or moved.record.finished_by_hand
        answered = _is_answered(self.walk, moved.events)
        self._seq = self._store.append(
            self.id,
            _rows(moved.events),
            self._seq,
            clear_draft=answered,
            finished=moved.record.finished if ended else None,
            answers=len(moved.walk.shown.active),
        )
        self.walk = moved.walk
        self.turn = self._turn(self._said(moved.events), answered=answered)
        return self.turn

    def _said(self, events: Sequence[Event]) -> tuple[Said, ...]:
        from guide.engine.said import said_of  # as for the transcript

        return said_of(self.walk, events)

    def _asks(self) -> Asks:
        """Return what is asked now, with what an earlier conversation offers the worker there."""
        asks = asks_of(self.walk)
        step = self.flow.steps.get(asks.step or "") if self.record.origin else None
        if step is None or not step.offers or asks.held_with != "worker":
            return asks
        from guide.engine.offering import offered  # only at such a question

        offers = offered(self._store, self.record, step.offers)
        taking = tuple({"say": one.text, "from": one.id} for one in offers)
        return replace(asks, offers=offers, accepts=(*asks.accepts, *taking))

    def _turn(self, said: tuple[Said, ...], *, answered: bool = False) -> Turn:
        record = self.record
        return Turn(
            record.counts.deed + 1,
            record.session,
            self._asks(),
            said,
            self.walk,
            can_back=bool(to_take_back(record)[0]),
            can_redo=bool(to_put_back(record)),
            answered=answered,
        )

    # Following

    def follow(self) -> bool:
        """Read what another window wrote; True when something changed."""
        rows = self._store.rows(self.id, self._seq)
        if not rows:
            return False
        new = events_from(rows)
        self.walk = walk(self.flow, fold([*self.record.events, *new], self.id))
        self._seq = rows[-1].seq
        self.turn = self._turn(self._said(new))
        return True

    def transcript(self, last: int | None = None) -> list[Said]:
        """Return the conversation so far, without what was taken back."""
        from guide.engine.said import transcript  # a conversation just begun has said nothing

        return transcript(self.walk, last)

    def as_it_was(self, events: int) -> Walk:
        """Return the conversation as it stood after so many events."""
        with uncollected():
            return walk(self.flow, fold(self.record.events[:events], self.id))

    def record_json(self, walked: Walk | None = None) -> dict[str, Json]:
        """Return the record as `guide-record/1`; `walked` is the conversation as it was before."""
        row = self._store.find(self.id)
        from guide.map.as_json import record_as_json  # only papers and other programs want it

        stood = walked or self.walk
        return record_as_json(
            stood.shown,
            stood.path,
            ended=stood.ended,
            head={"seq": row.head_seq, "hash": row.head_hash},
            deferred=stood.deferred,
        )

    def close(self) -> None:
        """Put down the pen, so that another window may write."""
        if not self.readonly:
            self._store.release(self.id)


def _is_tried(line: Json) -> bool:
    return isinstance(line, Mapping) and line.get("try") is True and "correct" in line


def _is_answered(walked: Walk, events: Iterable[Event]) -> bool:
    """Whether these events answer the question that stood; neither a break nor a change elsewhere does."""
    key = walked.standing.key if walked.standing else None
    return any(
        isinstance(event.what, ev.Finished)
        or (
            isinstance(event.what, _ANSWERS)
            and (event.what.step, event.what.item, event.what.returned) == key
        )
        for event in events
    )


def _after_start(begun: Walk, moved: Moved, now: str) -> Moved:
    """Give the first events the deed of the start: nothing takes the start back."""
    events = tuple(Event(0, now, one.what) for one in moved.events)
    record = fold([*begun.record.events, *events], begun.record.session)
    return Moved(events, walk(begun.flow, record))


def _known_people(store: Store, thread: str, origin: str) -> list[Person]:
    """Return the people of a thread's earlier sessions, or of the one this is started from."""
    if not thread and not origin:
        return []
    found: dict[tuple[str, str], Person] = {}
    for row in store.sessions():
        if row.session == origin or (thread and row.thread == thread):
            for one in fold(events_from(store.rows(row.session)), row.session).people.values():
                if not one.left:
                    found.setdefault((one.name, one.role), one)
    return list(found.values())


def _carried(flow: Flow, known: Sequence[Person]) -> list[ev.What]:
    """Return the events by which known people join, and by which the questions about them are answered."""
    happened: list[ev.What] = []
    ids: dict[str, list[str]] = {}
    for at, one in enumerate(known, 1):
        person = f"p{at}"
        ids.setdefault(one.role, []).append(person)
        happened.append(ev.Joined(person=person, name=one.name, role=one.role, age=one.age, band=one.band))
    for at, step in enumerate((one for one in flow.people if one.role in ids), 1):
        own = ids[step.role] if step.many else ids[step.role][:1]
        happened.append(ev.Answered(step=step.id, answer=f"a{at}", kind="people", value=own))
    return happened
