"""One reply while it is being heard: the line, the question that stands, who is meant by a name."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final

from guide.engine.asks import helpers_of, speaker_of
from guide.engine.standing import Standing
from guide.engine.turn import Asks, Item
from guide.engine.walk import Walk
from guide.errors import Refused
from guide.flow.evaluate import and_join
from guide.flow.model import Step
from guide.frozen import field, mutable
from guide.log import events as ev
from guide.map.model import EMPTY_VOICE, Key, Record, Visit, Voice
from guide.words.voice import say

Json = Any
What = list[ev.What]

_LONG: Final = 300
"""Letters of somebody's words that a refusal says back at most."""


def place_of(key: Key) -> dict[str, Any]:
    """Return a visit as an event's fields."""
    return {"step": key.step, "item": key.item, "returned": key.returned}


@mutable
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
        short = {name: _short(str(value)) for name, value in names.items()}
        return Refused(say(f"refused.{sentence}", self.record.lang, **short))

    def shapes(self) -> str:
        """Return the shapes this turn accepts, as words."""
        keys = dict.fromkeys(next(iter(one)) for one in self.asks.accepts)
        return ", ".join(f'"{key}"' for key in keys) or '"back"'

    def new(self, kind: str) -> str:
        """Give out the next id of a kind: `answer` a7, `entry` e3 …"""  # noqa: D400 - it goes on
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
        return place_of(self.standing.key)

    def not_here(self, key: str) -> Refused:
        """Return the refusal of a key that does not answer this question."""
        return self.refused("not_here", key=key, shapes=self.shapes())

    # Words

    def text(self, key: str) -> str:
        """Return the words under a key; raises Refused when there are none."""
        words = self.words(self.line.get(key), key)
        if not words:
            raise self.refused("empty")
        return words

    def words(self, value: Json, key: str) -> str:
        """Return a value as words; a number is what it looks like."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            raise self.refused("shape", key=key, shape="words")
        return value

    def optional_text(self, key: str) -> str | None:
        """Return the words under a key that may be missing."""
        value = self.line.get(key)
        return None if value is None else self.words(value, key) or None

    def mapping(self, key: str) -> Mapping[str, Json]:
        """Return the object under a key; raises Refused for anything else."""
        value = self.line.get(key)
        if not isinstance(value, Mapping):
            raise self.refused("shape", key=key, shape='an object, like {"…": …}')
        return value

    def several(self, value: Json, key: str) -> list[str]:
        """Return one text, or a list of them."""
        return [self.words(one, key) for one in (value if isinstance(value, list) else [value])]

    def one_of(self, key: str, known: tuple[str, ...], usual: str) -> str:
        """Return one of the words a key may have."""
        value = self.line.get(key)
        if value is None:
            return usual
        if value not in known:
            raise self.refused("shape", key=key, shape=f"one of {', '.join(known)}")
        return str(value)

    def is_true(self, key: str) -> None:
        """Make sure a key that can only be true is; raises Refused."""
        if self.line[key] is not True:
            raise self.refused("true", key=key)

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

    def named(self, key: str) -> str | None:
        """Return the person named under a key that may be missing."""
        return self.person(self.line[key]) if self.line.get(key) else None

    def speaker(self) -> str:
        """Return whose words these are: the one named, else whom `speaker_of` takes them to be."""
        section = (
            self.walked.flow.steps[self.walked.standing.key.step].section if self.walked.standing else ""
        )
        return self.named("by") or speaker_of(self.walked, self.asks.held_with, section)

    def helper(self) -> str:
        """Return the first helper known, or nobody."""
        helpers = helpers_of(self.walked)
        return helpers[0].id if helpers else ""

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
        known = areas.get(name) if isinstance(name, str) else None
        if known is None:
            near = get_close_matches(str(name)[:80], list(areas), 1)
            hint = f": did you mean “{near[0]}”?" if near else ""
            raise self.refused("unknown_area", name=name, hint=hint)
        if known.holds != "entries":
            raise self.refused("holds_others", name=name)
        return known.id

    def areas(self, step: Step, holds: str = "entries") -> tuple[str, ...]:
        """Return where the words of this line go: the step's areas, unless they belong elsewhere."""
        given = self.line.get("into")
        if given is None or holds != "entries":
            return tuple(one for one in step.into if self.walked.flow.areas[one].holds == holds)
        return tuple(self.area(one) for one in (given if isinstance(given, list) else [given]))

    def held(self, name: Json, items: tuple[Item, ...] | None = None) -> str:
        """Return the entry or rating meant by an id, or by its number among the items, from 1."""
        among = self.asks.items if items is None else items
        text = str(name)
        if text.isdecimal() and len(text) < len("10000") and 1 <= int(text) <= len(among):
            text = among[int(text) - 1].id
        if text in self.record.entries or text in self.record.ratings:
            return text
        raise self.refused("entry", name=name)

    def asked(self) -> str | None:
        """Return the question as it was really put; None when nothing was asked."""
        return self.optional_text("asked") or self.asks.text or None


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONG else f"{line[:_LONG]}…"
