"""One reply while it is being heard: the line, the question that stands, who is meant by a name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from guide.engine.asks import speaker_of
from guide.engine.standing import Standing
from guide.engine.turn import Asks
from guide.engine.walk import Walk
from guide.errors import Refused
from guide.flow.evaluate import and_join
from guide.flow.model import Step
from guide.log import events as ev
from guide.map.model import EMPTY_VOICE, Record, Visit, Voice
from guide.words.voice import say

Json = Any


@dataclass
class Listening:
    """What a hearer works with; it gives out ids and resolves names, and writes nothing."""

    walked: Walk
    asks: Asks
    line: Mapping[str, Json]
    given_out: dict[str, int] = field(default_factory=dict)

    @property
    def record(self) -> Record:
        """Everything known."""
        return self.walked.record

    def refused(self, sentence: str, /, **names: object) -> Refused:
        """Return a refusal: one sentence."""
        return Refused(say(f"refused.{sentence}", self.record.lang, **names))

    def shapes(self) -> str:
        """Return the shapes this turn accepts, as words."""
        keys = dict.fromkeys(next(iter(one)) for one in self.asks.accepts)
        return ", ".join(f'"{key}"' for key in keys) or '"back"'

    def new(self, kind: str) -> str:
        """Give out the next id of a kind: `answer` a7, `entry` e3 …"""
        number = self.given_out.get(kind, getattr(self.record.counts, kind)) + 1
        self.given_out[kind] = number
        return f"{'n' if kind == 'panel' else kind[0]}{number}"

    # Where we are

    @property
    def standing(self) -> Standing:
        """The question that stands; raises Refused at the end and at a hand-over page or break."""
        if self.asks.kind == "end" or self.walked.standing is None:
            raise self.refused("ended")
        if self.asks.kind in {"hand-over", "break"}:
            raise self.refused("next_first")
        return self.walked.standing

    @property
    def step(self) -> Step:
        """The step that stands."""
        return self.walked.flow.steps[self.standing.key.step]

    @property
    def visit(self) -> Visit:
        """What happened so far at the visit that stands."""
        return self.record.visit(self.standing.key)

    def voice(self, who: str) -> Voice:
        """Return one person's turns at the visit that stands."""
        return self.visit.voices.get(who, EMPTY_VOICE)

    @property
    def place(self) -> dict[str, Any]:
        """The visit that stands, as an event's fields."""
        key = self.standing.key
        return {"step": key.step, "item": key.item, "returned": key.returned}

    def not_here(self, key: str) -> Refused:
        """Return the refusal of a key that does not answer this question."""
        return self.refused("not_here", key=key, shapes=self.shapes())

    # Words

    def text(self, key: str) -> str:
        """Return the words under a key; raises Refused when there are none."""
        value = self.line.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = f"{value:g}"
        if not isinstance(value, str):
            raise self.refused("shape", key=key, shape="words")
        if not value:
            raise self.refused("empty")
        return value

    def optional_text(self, key: str) -> str | None:
        """Return the words under a key that may be missing."""
        value = self.line.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.refused("shape", key=key, shape="words")
        return value or None

    def mapping(self, key: str) -> Mapping[str, Json]:
        """Return the object under a key."""
        value = self.line[key]
        if not isinstance(value, Mapping):
            raise self.refused("shape", key=key, shape='an object, like {"…": …}')
        return value

    # People

    def person(self, name: Json) -> str:
        """Return the id of the person meant; raises Refused for nobody and for two of one name."""
        people = self.record.people
        if isinstance(name, str) and name in people:
            return name
        found = [one for one in people.values() if one.name == name]
        if not found and isinstance(name, str):
            found = [one for one in people.values() if one.name.casefold() == name.casefold()]
        present = [one for one in found if not one.left] or found
        if not present:
            raise self.refused("unknown_person", name=name, known=self._known())
        if len(present) > 1:
            raise self.refused("which", name=name, ids=", ".join(one.id for one in present))
        return present[0].id

    def _known(self) -> str:
        return and_join([one.name for one in self.record.people.values()]) or "nobody yet"

    def speaker(self) -> str:
        """Return whose words these are: the one named, else whom `speaker_of` takes them to be."""
        if self.line.get("by"):
            return self.person(self.line["by"])
        return speaker_of(self.walked, self.asks.held_with)

    def helper(self) -> str:
        """Return the first helper known, or nobody."""
        helpers = self.record.of_roles(("worker", "lead", "case_holder"))
        return helpers[0].id if helpers else ""

    def typed_by(self) -> str | None:
        """Return who typed it, when that was said."""
        return self.person(self.line["typed_by"]) if self.line.get("typed_by") else None

    def from_(self) -> str | None:
        """Return who it comes from: a person's id when known, else the words themselves."""
        value = self.optional_text("from")
        if value is None:
            return None
        known = [one.id for one in self.record.people.values() if value in (one.id, one.name)]
        return known[0] if len(known) == 1 else value

    # Places on a sheet

    def area(self, name: Json) -> str:
        """Return an area that holds entries; raises Refused with the nearest name."""
        areas = self.walked.flow.areas
        if name not in areas:
            near = get_close_matches(str(name), list(areas), 1)
            raise self.refused("unknown_area", name=name, hint=f": did you mean “{near[0]}”?" if near else "")
        if areas[name].holds != "entries":
            raise self.refused("holds_others", name=name)
        return str(name)

    def areas(self) -> tuple[str, ...]:
        """Return where the words of this line go: the step's areas, unless they belong elsewhere."""
        given = self.line.get("into")
        if given is None:
            return tuple(one for one in self.step.into if self.walked.flow.areas[one].holds == "entries")
        return tuple(self.area(one) for one in ([given] if isinstance(given, str) else given))

    def held(self, name: Json) -> str:
        """Return the entry or rating meant by an id, or by its number among the items, from 1."""
        items = self.asks.items
        text = str(name)
        if text.isdigit() and 1 <= int(text) <= len(items):
            return items[int(text) - 1].id
        if text in self.record.entries or text in self.record.ratings:
            return text
        raise self.refused("entry", name=name)

    def asked(self) -> str | None:
        """Return the question as it was really put; None when nothing was asked."""
        return self.optional_text("asked") or self.asks.text or None

    def leaves_open(self, who: str) -> list[ev.What]:
        """Return the end of the turns that another person's answer passes over."""
        open_turn = self.standing.who
        if open_turn and open_turn != who:
            return [ev.Closed(**self.place, by=open_turn)]
        return []
