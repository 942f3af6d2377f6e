"""Says one deed of a journal again: the lines that may have made it happen, the plainest first.

Several lines may look alike in the journal; whoever repeats the conversation takes the first that makes the
same happen again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from guide.engine.recording.by_hand import BY_HAND
from guide.engine.recording.corrections import corrections
from guide.engine.recording.naming import Keys, Naming, one_or_all, without_nothing
from guide.engine.recording.told import opinions, value_of
from guide.frozen import frozen
from guide.log import events as ev

Json = Any
Happened = Sequence[ev.What]


@frozen
class Reply:
    """One line: where it belongs, and what it says."""

    keys: Keys
    at: str | None = None
    of: int | None = None


def replies(happened: Happened, naming: Naming) -> Iterator[Reply]:
    """Return the lines that may have brought one deed: its events without what followed by itself."""
    head = next((one for one in happened if type(one) not in _ASIDE), happened[0])
    place = head if isinstance(head, ev.Place) else None
    here = _HERE.get(type(head))
    if here is not None:
        for keys in here(happened, head, naming):
            yield from _asked_too(keys, head, naming, place)
    for keys in BY_HAND.get(type(head), _none)(happened, naming):
        yield Reply(keys)
    for keys in corrections(happened, naming):
        yield Reply(keys)


_ASIDE: Final = (ev.Closed, ev.Joined, ev.Described, ev.Put)
"""What comes along with something else that tells what the line was."""


def _asked_too(keys: Keys, head: ev.What, naming: Naming, place: ev.Place | None) -> Iterator[Reply]:
    """Return a line as it is, then with where it went, then with the question as it was really put."""
    at, of = (place.step, naming.of(place)) if place else (None, None)
    areas, asked = getattr(head, "areas", ()), getattr(head, "asked", None)
    into = [{}, {"into": one_or_all(areas)}] if areas and "rate" not in keys else [{}]
    put = [{}, {"asked": asked}] if asked else [{}]
    for question in put:
        for area in into:
            yield Reply({**keys, **question, **area}, at, of)


def _none(*_: object) -> Iterator[Keys]:
    return iter(())


# At the question that stands


def _went_on(_: Happened, what: ev.WentOn, naming: Naming) -> Iterator[Keys]:
    yield {"next": True}
    if what.by:
        yield {"next": True, **naming.by(what.by)}


def _paused(*_: object) -> Iterator[Keys]:
    yield {"pass": "break"}


def _more_asked(*_: object) -> Iterator[Keys]:
    yield {"more": True}


def _closed(*_: object) -> Iterator[Keys]:
    yield {"more": False}


def _echoed(_: Happened, what: ev.Echoed, naming: Naming) -> Iterator[Keys]:
    yield {"echo": what.phrase}
    yield {"echo": what.phrase, "entry": naming.thing(what.entry)}


def _followed(_: Happened, what: ev.Followed, naming: Naming) -> Iterator[Keys]:
    more = without_nothing({
        "form": "" if what.form == "said" else what.form,
        "typed_by": naming.person(what.typed_by),
    })  # fmt: skip
    yield {**naming.by(what.by), "say": what.text, **more}


def _reasoned(_: Happened, what: ev.Reasoned, naming: Naming) -> Iterator[Keys]:
    yield {**naming.by(what.by), "say": what.text}


def _passed(happened: Happened, what: ev.Passed, naming: Naming) -> Iterator[Keys]:
    if len(happened) == 1 or isinstance(happened[0], ev.Closed | ev.Resumed):
        yield {**naming.by(what.by), "pass": what.way}
    yield from _parts(happened, what, naming)


def _part_given(happened: Happened, what: ev.PartGiven, naming: Naming) -> Iterator[Keys]:
    if sum(isinstance(one, ev.PartGiven) for one in happened) == 1:
        yield {**naming.by(what.by), "say": one_or_all(what.texts)}
    yield from _parts(happened, what, naming)


def _parts(happened: Happened, what: ev.PartGiven | ev.Passed, naming: Naming) -> Iterator[Keys]:
    """Return all parts of a sentence in one line; what is left out was passed."""
    given = {one.part: one_or_all(one.texts) for one in happened if isinstance(one, ev.PartGiven)}
    yield {**naming.by(what.by), "parts": given}


def _sorted(_: Happened, what: ev.Sorted, naming: Naming) -> Iterator[Keys]:
    sorts = naming.walked.flow.steps[what.step].sorts
    places = {str(naming.thing(name)): area for name, area in what.placed.items() if area != sorts}
    yield {**naming.by(what.by), "sort": places}


def _reviewed(_: Happened, what: ev.Reviewed, naming: Naming) -> Iterator[Keys]:
    yield {**naming.by(what.by), "ok": True, **opinions(what, naming)}


def _answered(happened: Happened, what: ev.Answered, naming: Naming) -> Iterator[Keys]:
    if what.kind == "people":
        yield {"people": naming.people(happened)}
        yield {"people": naming.people(happened), **naming.by(what.by)}
        return
    if what.kind == "compose" and not what.was:
        yield {**naming.by(what.by), "ok": True, **naming.about(what)}
    yield {
        **naming.by(what.by),
        **value_of(what.kind, what.value, naming),
        **_with_it(happened, what, naming),
    }


def _with_it(happened: Happened, what: ev.Answered, naming: Naming) -> Keys:
    """Return what came with an answer: the words to a number, and how it came."""
    reasons: dict[str, list[str]] = {}
    for one in happened:
        if isinstance(one, ev.Reasoned):
            reasons.setdefault(one.part, []).append(one.text)
    return {**{part: one_or_all(texts) for part, texts in reasons.items()}, **naming.about(what)}


_HERE: Final[Mapping[type, Callable[..., Iterator[Keys]]]] = {
    ev.WentOn: _went_on,
    ev.Paused: _paused,
    ev.MoreAsked: _more_asked,
    ev.Closed: _closed,
    ev.Echoed: _echoed,
    ev.Followed: _followed,
    ev.Reasoned: _reasoned,
    ev.Passed: _passed,
    ev.PartGiven: _part_given,
    ev.Sorted: _sorted,
    ev.Reviewed: _reviewed,
    ev.Answered: _answered,
}
