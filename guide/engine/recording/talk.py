"""Makes a talk of a session: who takes part, what is said, and what stands on the sheets in the end."""

from collections.abc import Mapping
from typing import Any

from guide.engine.play import DoesNotFit, play
from guide.engine.recording.repeat import CannotBeRepeated, Repeating
from guide.engine.recording.shortened import Person, Shortening, as_line, introduced
from guide.engine.session import Session
from guide.errors import GuideError
from guide.flow.talk import TalkLine
from guide.frozen import frozen
from guide.map.placing import is_hidden

Json = Any


@frozen
class Recorded:
    """What a talk file holds beside its header."""

    people: tuple[Person, ...]
    lines: tuple[TalkLine, ...]
    expect: Mapping[str, Json]


def recorded(session: Session) -> Recorded:
    """Return the talk a session makes.

    Raises GuideError, one sentence, while a person is not marked invented, while a question still stands,
    and when something in it cannot be written as a line.
    """
    _everybody_is_invented(session)
    _is_over(session)
    repeating = Repeating.whole(session)
    people = introduced(repeating.steps)
    lines = Shortening(repeating.steps, repeating.session, people).lines()
    numbered = tuple(as_line(one, number) for number, one in enumerate(lines, 1))
    _says_the_same(Recorded(tuple(people), numbered, {}), repeating)
    return Recorded(tuple(people), numbered, expectations(repeating.session))


def _says_the_same(made: Recorded, repeating: Repeating) -> None:
    """Play it once: a talk that does not bring back what was said is none."""
    again = Repeating(repeating.session.record, repeating.session).session
    try:
        for _ in play(again, made.people, made.lines):
            pass
    except DoesNotFit as wrong:
        raise CannotBeRepeated(f"This conversation cannot be played as a talk: {wrong}.") from None
    before, after = ([one.what for one in session.record.events] for session in (repeating.session, again))
    if before != after:
        raise CannotBeRepeated(
            "This conversation cannot be played as a talk: something would be told otherwise."
        )


def _everybody_is_invented(session: Session) -> None:
    if session.record.invented:
        return
    names = session.walk.sight.names_of(session.record.people) or "Nobody"
    raise GuideError(
        f"{names} {'is' if len(session.record.people) < 2 else 'are'} not marked invented, and only a"  # noqa: PLR2004
        " conversation with invented people becomes a talk: that is said when it begins, with"
        f" guide start {session.flow.flow} --invented."
    )


def _is_over(session: Session) -> None:
    asks = session.turn.asks
    if asks.kind != "end":
        raise GuideError(
            f"This conversation still asks something (“{asks.step or asks.kind}”): go on with guide resume"
            f" {session.id}, finish it, and record it then."
        )
    record = session.record
    hidden = [
        key.step for key, one in record.visits.items() if one.answers and is_hidden(session.flow, record, key)
    ]
    if hidden:
        raise GuideError(f"What was given privately at “{hidden[0]}” was never opened, so it stays private.")


def expectations(session: Session) -> dict[str, Json]:
    """Return what a talk expects: area to its texts or names, a line to its numbers, and the story."""
    sight = session.walk.shown
    found: dict[str, Json] = {}
    for name, area in session.flow.areas.items():
        match area.holds:
            case "ratings":
                found[name] = {sight.name_of(one.by): one.value for one in sight.ratings(name)}
            case "people":
                found[name] = [one.name for one in sight.people(name)]
            case _:
                found[name] = [one.text for one in sight.entries(name)]
    pages = [" ".join(one.text) for one in sight.panels()]
    return {**found, "story": pages} if pages else found
