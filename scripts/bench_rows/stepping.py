"""How long the engine takes from one answer to the next question, beside two state machine libraries."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final, Protocol

from bench_rows.budgets import FOR_INTEREST, STEP
from bench_rows.invented import made, mixed_flow
from bench_rows.peers import END, SismicPeer, StateMachinePeer, ways_of
from bench_rows.row import NotMeasured, Row
from bench_rows.taking import medians, timed
from bench_rows.talker import Reply, reply_to
from guide.engine.asks import asks_of
from guide.engine.step import decide, settle
from guide.engine.walk import Walk, carry, walk
from guide.flow.model import Flow
from guide.log import events as ev
from guide.log.events import Event
from guide.map.fold import fold

_STEPS: Final = 500
_AT: Final = "2026-11-21T10:00:00Z"


class _Peer(Protocol):
    def begin(self) -> None: ...

    def go_on(self, step: str, answer: str) -> str: ...


def measure(*, quick: bool) -> list[Row]:
    """Walk one flow through to its end in all three, and return the time for one step of it."""
    with TemporaryDirectory() as folder:
        flow = made(mixed_flow(Path(folder), _STEPS))
    ways = ways_of(flow)
    machine, sismic = StateMachinePeer(ways), SismicPeer(ways)
    replies, path = _replies(flow)
    for peer in (machine, sismic):
        _walk_through(peer, path)
    seconds = medians(
        2 if quick else 9,
        lambda: _walking(flow, replies),
        lambda: _deciding(flow, replies),
        lambda: _timed_peer(machine, path),
        lambda: _timed_peer(sismic, path),
    )
    return _rows(*(1e6 * one / len(path) for one in seconds))


def _rows(walking: float, deciding: float, machine: float, sismic: float) -> list[Row]:
    what = f"one step of a flow of {_STEPS}: from an answer to the next question"
    whole = "the same, with the reply heard and the record folded"
    peers = {"python-statemachine": machine, "sismic": sismic}
    rows = [Row("step", what, walking, name, one, "µs", STEP) for name, one in peers.items()]
    return [*rows, Row("step", whole, deciding, "python-statemachine", machine, "µs", FOR_INTEREST)]


def _begin(flow: Flow) -> Walk:
    started = ev.Started(
        flow=flow.flow, version=1, form="full", level="safety", lang="en", thread="", invented=True, origin=""
    )
    return settle(walk(flow, fold([Event(0, _AT, started)], "s")), [], _AT).walk


def _replies(flow: Flow) -> tuple[list[Reply], list[tuple[str, str]]]:
    """Return what is replied on the way through a flow, and its steps each with its answer."""
    walked, replies, path = _begin(flow), [], {}
    while not walked.ended:
        asks = asks_of(walked)
        reply = reply_to(asks)
        if asks.step and asks.step not in path:
            path[asks.step] = reply["choose"][0] if "choose" in reply else "answered"
        replies.append(reply)
        walked = decide(walked, reply, _AT).walk
    return replies, list(path.items())


def _walking(flow: Flow, replies: list[Reply]) -> float:
    """Return the seconds the walk alone takes: what was heard is in the record already."""
    walked, seconds = _begin(flow), 0.0
    for reply in replies:
        moved = decide(walked, reply, _AT)
        happened = [one.what for one in moved.events]
        seconds += timed(partial(carry, walked, moved.record, happened))
        walked = moved.walk
    return seconds


def _deciding(flow: Flow, replies: list[Reply]) -> float:
    """Return the seconds everything takes that one reply brings, short of the disk."""
    walked, began = _begin(flow), perf_counter()
    for reply in replies:
        walked = decide(walked, reply, _AT).walk
    return perf_counter() - began


def _timed_peer(peer: _Peer, path: list[tuple[str, str]]) -> float:
    peer.begin()
    return timed(lambda: [peer.go_on(step, answer) for step, answer in path])


def _walk_through(peer: _Peer, path: list[tuple[str, str]]) -> None:
    """Make sure that a peer really walks the same way; what it would measure else says nothing."""
    peer.begin()
    for (step, answer), (following, _) in zip(path, [*path[1:], (END, "")], strict=True):
        reached = peer.go_on(step, answer)
        if reached != following:
            raise NotMeasured(f"{type(peer).__name__} went from {step} to {reached}, not to {following}.")
