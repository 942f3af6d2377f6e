"""What may be seen by whoever sits before the screen: a child and a family only what was said with them.

Papers have their own, finer rules (`guide.documents.sharing`); a screen is simpler and stricter: words said
with one side are not on the screen of the other.
"""

from collections.abc import Iterable
from typing import Final

from guide.engine.turn import Said, Turn
from guide.flow.model import Area, Flow, Sheet
from guide.flow.possible import possible_areas
from guide.frozen import frozen
from guide.map.model import Entry, Panel, Person, Rating
from guide.map.sight import Sight

WITH_SOMEBODY: Final = frozenset({"child", "family"})
"""Held with these, no helper's words, no counts and no empty places stand on the screen."""

_QUIET_KINDS: Final = frozenset({"guide", "said", "rated", "chose", "followed", "reason", "passed", "added"})
"""Lines a child or a family sees again; what the program did is nothing to them."""


_OWN_KINDS: Final = frozenset({"aside", "urgent", "handed"})
"""Lines of whoever leads, which a room has no use for."""


def who_sits(turn: Turn) -> str:
    """Return who sits before the screen: whoever it was handed to last, until it is handed on."""
    asks, sits = turn.asks, turn.record.sits
    return sits if "worker" in {sits, asks.held_with} else asks.held_with


def is_before_family(turn: Turn) -> bool:
    """Return whether a child or a family may read the screen, on a hand-over page in either direction too."""
    return not WITH_SOMEBODY.isdisjoint((turn.asks.held_with, turn.record.sits))


def lines_seen(said: Iterable[Said], held_with: str) -> list[Said]:
    """Return the lines of the conversation that may stand before these people."""
    if held_with not in WITH_SOMEBODY:
        return list(said)
    return [one for one in said if one.held_with == held_with and one.kind in _QUIET_KINDS]


def lines_before_team(said: Iterable[Said], flow: Flow) -> list[Said]:
    """Return the lines that may stand before a room of colleagues, a question once and not for each of them.

    What was said or kept aside on the leader's own pages stays there; who has written is only counted.
    """
    kept: list[Said] = []
    put = ""
    for one in said:
        is_theirs = one.held_with != "worker" and one.kind not in _OWN_KINDS and not _counted(one, flow)
        if not is_theirs or (one.kind == "guide" and one.text == put):
            continue
        put = one.text if one.kind == "guide" else put
        kept.append(one)
    return kept


def _counted(said: Said, flow: Flow) -> bool:
    step = flow.steps.get(said.step)
    return step is not None and step.kind == "timer" and bool(step.by)


def panels_seen(turn: Turn, held_with: str) -> list[Panel]:
    """Return the pictures that may stand before these people: with a child or a family their own."""
    sight = turn.walk.shown
    return [one for one in sight.panels() if _may_see(turn, one, held_with)]


def _may_see(turn: Turn, panel: Panel, held_with: str) -> bool:
    if held_with not in WITH_SOMEBODY:
        return True
    step = turn.walk.flow.steps.get(panel.step)
    made_with = turn.walk.flow.held_with(step) if step is not None else panel.made_with
    return made_with == held_with


@frozen
class Place:
    """One area as it is shown."""

    area: Area
    entries: tuple[Entry, ...] = ()
    ratings: tuple[Rating, ...] = ()
    people: tuple[Person, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here."""
        return not (self.entries or self.ratings or self.people)


@frozen
class Seen:
    """The sheets as one side sees them now."""

    sight: Sight
    held_with: str

    @classmethod
    def of(cls, turn: Turn, held_with: str | None = None) -> "Seen":
        """Return what may be seen at this turn, what was said to the question that still stands too."""
        return cls(turn.walk.shown, turn.asks.held_with if held_with is None else held_with)

    @property
    def with_somebody(self) -> bool:
        """Whether a child or a family sits there."""
        return self.held_with in WITH_SOMEBODY

    def sheets(self) -> list[Sheet]:
        """Return the sheets these people are shown; a child only its picture."""
        every = list(self.sight.flow.sheets.values())
        if self.held_with != "child":
            return every
        return [sheet for sheet in every if sheet.draw == "houses"]

    def sheet_for(self, into: tuple[str, ...]) -> Sheet | None:
        """Return the sheet an answer would go to, else the first one."""
        sheets = self.sheets()
        meant = {area.partition(".")[0] for area in into}
        return next((sheet for sheet in sheets if sheet.id in meant), sheets[0] if sheets else None)

    def places(self, sheet: Sheet) -> list[Place]:
        """Return a sheet's areas; before a child or a family only those where something stands."""
        possible = possible_areas(self.sight.flow, self.sight.record.form)
        every = [self.place(area) for area in sheet.areas.values()]
        every = [one for one in every if one.area.id in possible or not one.is_empty]
        return [one for one in every if not (self.with_somebody and one.is_empty)]

    def place(self, area: Area) -> Place:
        """Return one area with what may be seen in it."""
        entries, ratings, people = self.sight.standing(area.id)
        if self.with_somebody:
            entries = [one for one in entries if self._may_see(one, area)]
            ratings = [one for one in ratings if self._may_see(one, area)]
        return Place(area, tuple(entries), tuple(ratings), tuple(people))

    def _may_see(self, held: Entry | Rating, area: Area) -> bool:
        step = self.sight.flow.steps.get(held.step)
        if step is None:
            return False
        # A mother is not to meet her sentence again as a worry about her: that is the worker's sorting.
        home = {place.partition(".")[0] for place in step.into}
        return self.sight.flow.held_with(step) == self.held_with and area.id.partition(".")[0] in home

    def name(self, person: str | None) -> str:
        """Return a person's name, or nothing."""
        return self.sight.name_of(person or "")
