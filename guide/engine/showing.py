"""A talk before a room: its stops, which layers of a stop are shown, forward, back and jump."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from guide.engine.beats import Beat, beats_of
from guide.engine.run_through import Exchange, RunThrough
from guide.errors import WrongUse
from guide.frozen import field, frozen, replace

LAYERS: Final = (
    "question", "technique", "why", "opened", "instead", "answer", "tests", "argue", "place",
)  # fmt: skip
"""What a moment reveals, in the order in which it teaches; a weaker question each is `instead.1`, `.2` …"""


@frozen
class Stop:
    """One page of a showing."""

    kind: str
    """opening · exchange (one line of the talk) · way (several, folded together) · beat · end."""
    number: str
    """The same on the screen, in the notes and on paper: `2` a moment, `2.3` what follows it."""
    beat: Beat | None = None
    exchanges: tuple[Exchange, ...] = ()

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """The layers this stop has, in teaching order."""
        return tuple(_layers(self.beat)) if self.beat is not None else ()


def _layers(beat: Beat) -> Iterator[str]:
    for layer in LAYERS:
        match layer:
            case "instead":
                yield from (f"instead.{at}" for at, _ in enumerate(beat.instead, 1))
            case "place":
                if beat.landings:
                    yield layer
            case _:
                if getattr(beat, layer):
                    yield layer


def is_of(layer: str, kind: str) -> bool:
    """Return whether a layer is of a kind: `instead.2` is of `instead`."""
    return layer.partition(".")[0] == kind


def in_cut(beat: Beat, cut: int) -> bool:
    """Return whether the showing of `cut` minutes stops at a moment; 0 is the whole talk."""
    return not cut or not beat.cuts or cut in beat.cuts


def stops_of(run: RunThrough, cut: int = 0) -> tuple[Stop, ...]:
    """Return the stops of the whole talk, or of a cut; raises WrongUse for a cut it has not got."""
    if cut and cut not in run.talk.cuts:
        known = ", ".join(map(str, run.talk.cuts))
        has = f"it has {known}" if known else "it can only be shown whole"
        raise WrongUse(f"The talk {run.talk.name} has no cut of {cut} minutes: {has}.")
    stops = [Stop("opening", "0")]
    waiting: list[tuple[str, Exchange]] = []
    for number, beat, exchange in _numbered(run):
        if beat is not None and in_cut(beat, cut):
            stops += _between(waiting, folded=bool(cut))
            waiting.clear()
            covered = run.exchanges[beat.at : beat.at + beat.covers]
            stops.append(Stop("beat", number, beat, covered))
        elif exchange.is_telling:
            waiting.append((number, exchange))
    return (*stops, *_between(waiting, folded=bool(cut)), Stop("end", "end"))


def _between(waiting: Sequence[tuple[str, Exchange]], *, folded: bool) -> list[Stop]:
    if not folded or not waiting:
        return [Stop("exchange", number, exchanges=(one,)) for number, one in waiting]
    first, last = waiting[0][0], waiting[-1][0]
    number = first if first == last else f"{first}–{last}"
    return [Stop("way", number, exchanges=tuple(one for _, one in waiting))]


def _numbered(run: RunThrough) -> Iterator[tuple[str, Beat | None, Exchange]]:
    """Yield every line with its number: a moment's own, or its place after the moment before it."""
    beats = {beat.at: beat for beat in beats_of(run)}
    covered = {beat.at + 1 for beat in beats.values() if beat.covers > 1}
    moment = after = 0
    for at, exchange in enumerate(run.exchanges):
        beat = beats.get(at)
        if beat is not None:
            moment, after = beat.number, 0
            yield str(moment), beat, exchange
        elif at not in covered:
            after += exchange.is_telling
            yield f"{moment}.{after}", None, exchange


@frozen
class Show:
    """Where a showing is: the stop, and its layers in the order they were shown."""

    stops: tuple[Stop, ...] = field(compare=False, repr=False)
    at: int = 0
    shown: tuple[str, ...] = ()
    left: Mapping[int, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """In which order the layers of a stop were shown when forward left it."""

    @property
    def stop(self) -> Stop:
        """The stop that is shown."""
        return self.stops[self.at]

    @property
    def coming(self) -> str:
        """The layer forward reveals; empty when it goes on to the next stop."""
        return next((one for one in self.stop.layers if one not in self.shown), "")

    def forward(self) -> "Show":
        """Reveal the next layer in teaching order, or go on to the next stop; at the end stay."""
        if self.coming:
            return replace(self, shown=(*self.shown, self.coming))
        if self.at + 1 == len(self.stops):
            return self
        return replace(self.to(self.at + 1), left={**self.left, self.at: self.shown})

    def back(self) -> "Show":
        """Hide what was shown last, or go back to the stop before with all it had; at the start stay."""
        if self.shown:
            return replace(self, shown=self.shown[:-1])
        if not self.at:
            return self
        before = self.at - 1
        return replace(self, at=before, shown=self.left.get(before, self.stops[before].layers))

    def toggle(self, kind: str) -> "Show":
        """Show all layers of a kind, or hide them when they are all shown."""
        own = [one for one in self.stop.layers if is_of(one, kind)]
        if all(one in self.shown for one in own):
            return replace(self, shown=tuple(one for one in self.shown if one not in own))
        return replace(self, shown=(*self.shown, *(one for one in own if one not in self.shown)))

    def to(self, at: int) -> "Show":
        """Jump to a stop, with nothing of it revealed."""
        return replace(self, at=max(0, min(at, len(self.stops) - 1)), shown=())

    def next_moment(self) -> "Show":
        """Jump to the next moment, or to the end."""
        ahead = (at for at, one in enumerate(self.stops) if at > self.at and one.beat is not None)
        return self.to(next(ahead, len(self.stops) - 1))

    def moment_before(self) -> "Show":
        """Jump to the beginning of this moment, or to the one before."""
        if self.shown:
            return self.to(self.at)
        before = (at for at in range(self.at - 1, -1, -1) if self.stops[at].beat is not None)
        return self.to(next(before, 0))

    def place_of(self, number: str) -> int | None:
        """Return where the stop of a number stands, or the one into which it was folded."""
        return next((at for at, one in enumerate(self.stops) if one.number == number), None)


def next_beat_name(show: Show) -> str:
    """Return what comes next by name, for the trainer; empty at the end."""
    ahead = (one.beat for one in show.stops[show.at + 1 :] if one.beat is not None)
    beat = next(ahead, None)
    return f"{beat.number} {beat.name}" if beat is not None else ""
