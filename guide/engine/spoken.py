"""What was said, ready to be read aloud: each with a name, a guess as a guess, nothing private unopened."""

from collections.abc import Iterable
from typing import Final

from guide.engine.run_through import RunThrough
from guide.engine.turn import Said, Turn
from guide.frozen import frozen

_OWN: Final = frozenset({"said", "rated", "chose", "followed", "reason", "passed", "added", "joined"})
"""Lines that are what somebody answered."""

_MOST_SAID: Final = 3
"""How many of the lines just said are shown at a moment."""


@frozen
class Spoken:
    """What somebody said, ready to be read: never anything private that is not opened."""

    text: str
    who: str = ""
    kind: str = "said"
    """As `Said.kind`; `given` for a private answer, `guide` for a question as it was put."""
    guessed_by: str = ""
    """Whose guess a number is."""


def spoken(turn: Turn, said: Iterable[Said]) -> tuple[Spoken, ...]:
    """Return what people said among these lines, each with their name."""
    return tuple(_spoken(turn, one) for one in own(said))


def told(turn: Turn, said: Iterable[Said]) -> tuple[Spoken, ...]:
    """Return these lines as they are watched: questions too, and what was only noted."""
    kept = [one for one in said if one.text or one.given]
    return tuple(_spoken(turn, one) for one in kept if one.kind != "joined" or one.answer)


def _spoken(turn: Turn, said: Said) -> Spoken:
    name = turn.walk.sight.name_of
    rating = turn.record.ratings.get(said.rating)
    guessed_by = name(rating.guessed_by) if rating and rating.guessed_by else ""
    return Spoken(said.text, name(said.by or ""), "given" if said.given else said.kind, guessed_by)


def own(said: Iterable[Said]) -> list[Said]:
    """Return the lines that are what somebody answered."""
    return [one for one in said if one.kind in _OWN and (one.kind != "joined" or one.answer)]


def items_of(turn: Turn) -> tuple[Spoken, ...]:
    """Return what waits to be sorted: that is what the room is asked about."""
    return tuple(Spoken(one.text, turn.walk.sight.name_of(one.by)) for one in turn.asks.items)


def just_said(run: RunThrough, at: int) -> tuple[Spoken, ...]:
    """Return the last thing somebody said before this line, with the question it answered."""
    for one in reversed(run.exchanges[:at]):
        answers = own(one.said)
        if answers:
            asked = [line for line in one.said if line.kind == "guide"][:1]
            return tuple(_spoken(one.after, line) for line in (*asked, *answers[-_MOST_SAID:]))
    return ()
