"""A conversation to test with: a tiny flow written in YAML, a session that keeps nothing, verbs to talk."""

import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest

from guide.clock import StillClock
from guide.engine.session import Session
from guide.engine.turn import Asks, Effect, Turn
from guide.errors import Refused
from guide.flow.compile import compile_flow
from guide.flow.model import Flow
from guide.log.memory import Memory

Json = Any

CHECKOUT = Path(__file__).parent.parent.parent
EXAMPLE = CHECKOUT / "tests" / "flow" / "example" / "flows" / "mill-lane"

SHEET = """
sheet: look
title: A look
areas:
  said: {title: Said, unsorted: true}
  harm: {title: Harm}
  hard: {title: Hard}
  next: {title: Next}
  line: {title: The line, holds: ratings}
  around: {title: Around, holds: people}
"""
OTHER = "sheet: other\ntitle: Other\nareas: {one: {title: One}, two: {title: Two}}\n"

HEAD = """
flow: tiny
version: 1
title: Tiny
about: A flow for one rule.
group: Tests
minutes: 5
audience: family
forms: {full: "Everything", short: "Less"}
sheets: [look, other]
papers: [record]
"""

PEOPLE = """
people:
  - {as: child, ask: "Who is this about?", age: true}
  - {as: parent, ask: "Who is here?", many: true, optional: true}
  - {as: worker, ask: "Who helps?"}
"""

ASH = {"name": "Ash", "as": "child", "age": 9}
DEE = {"name": "Dee", "as": "parent"}
ROB = {"name": "Rob", "as": "parent"}
IMRAN = {"name": "Imran", "as": "worker"}
FAMILY = (ASH, DEE, ROB, IMRAN)


@lru_cache(maxsize=256)
def tiny(
    sections: str,
    *,
    people: str = PEOPLE,
    head: str = "",
    blocks: tuple[tuple[str, str], ...] = (),
    sheets: tuple[tuple[str, str], ...] = (),
) -> Flow:
    """Return a flow of these sections, compiled; `head` may add to or replace keys of the flow."""
    own = dedent(head)
    replaced = {line.partition(":")[0] for line in own.splitlines() if line[:1].isalpha()}
    lines = [line for line in HEAD.splitlines() if line.partition(":")[0] not in replaced]
    text = "\n".join([*lines, own, people, "sections:", indent(dedent(sections).strip("\n"), "  "), ""])
    with tempfile.TemporaryDirectory() as folder:
        flows = Path(folder)
        written = {"sheets/look.yaml": SHEET, "sheets/other.yaml": OTHER, "tiny/flow.yaml": text}
        written |= {f"blocks/{name}.yaml": dedent(block) for name, block in blocks}
        written |= {f"sheets/{name}.yaml": sheet for name, sheet in sheets}
        for name, words in written.items():
            (flows / name).parent.mkdir(parents=True, exist_ok=True)
            (flows / name).write_text(words, encoding="utf-8")
        return compiled(flows / "tiny")


def section(*steps: str) -> str:
    """Return one section of these steps, each written on a line."""
    return "- section: one\n  title: One\n  steps:\n" + "".join(f"    - {step}\n" for step in steps)


@lru_cache(maxsize=32)
def compiled(folder: Path) -> Flow:
    """Return a flow in a folder, compiled; whatever keeps it from being used fails the test."""
    made = compile_flow(folder)
    assert not [str(one) for one in made.findings if one.severity == "error"]
    return made.flow


class Talking:
    """One conversation, talked from a test."""

    def __init__(self, flow: Flow, *, store: Memory | None = None, **how: Any) -> None:
        """Begin it; `how` as in `Session.start`."""
        self.store = store or Memory()
        self.session = Session.start(self.store, flow, StillClock(), **how)

    @property
    def turn(self) -> Turn:
        """The turn that stands."""
        return self.session.turn

    @property
    def asks(self) -> Asks:
        """What is asked now."""
        return self.turn.asks

    @property
    def at(self) -> str:
        """The step asked now, or what else there is: hand-over, break, end."""
        return self.asks.step or self.asks.kind

    @property
    def json(self) -> Json:
        """The turn as a program sees it."""
        return self.turn.as_json()

    @property
    def accepts(self) -> list[Json]:
        """Every shape that answers now."""
        found: list[Json] = self.json.get("asks", {}).get("accepts", [])
        return found

    @property
    def record(self) -> Json:
        """The record as it leaves."""
        return self.session.record_json()

    def hear(self, line: Json = None, /, **keys: Json) -> Turn:
        """Say one line; its keys may be named as arguments."""
        turn = self.session.hear(keys if line is None else line)
        assert isinstance(turn, Turn)
        return turn

    def tries(self, **keys: Json) -> Effect:
        """Try a correction out."""
        tried = self.session.hear({**keys, "try": True})
        assert isinstance(tried, Effect)
        return tried

    def is_refused(self, line: Json = None, /, **keys: Json) -> str:
        """Say one line that is refused; return the sentence. Nothing may have happened."""
        before, rows = self.session.record, self.store.head(self.session.id)
        with pytest.raises(Refused) as refusal:
            self.session.hear(keys if line is None else line)
        assert self.session.record is before
        assert self.store.head(self.session.id) == rows
        return str(refusal.value)

    def meet(self, *people: Mapping[str, Json]) -> "Talking":
        """Answer the flow's own first questions."""
        while (self.asks.step or "").startswith("people."):
            role = (self.asks.step or "").partition(".")[2]
            own = [one for one in people if one["as"] == role]
            self.hear({"people": own} if own else {"next": True})
        return self

    def to(self, step: str) -> "Talking":
        """Go on over texts, timers and hand-over pages to a step."""
        for _ in range(100):
            if self.at == step:
                return self
            self.hear(next=True)
        raise AssertionError(step)

    def back(self) -> Turn:
        """Take back the last thing."""
        return self.hear(back=True)

    def texts(self, area: str) -> list[str]:
        """Return what stands in an area."""
        return [one["text"] for one in self.held(area)]

    def held(self, area: str) -> list[Json]:
        """Return the entries, ratings or people in an area, as they leave."""
        sheet = self.record["sheets"][area.partition(".")[0]]
        found: list[Json] = sheet["areas"].get(area, sheet["scales"].get(area))
        return found

    def answers(self, step: str) -> list[Json]:
        """Return every answer at a step, as they leave."""
        return [one for one in self.record["answers"] if one["step"] == step]

    def gaps(self) -> list[str]:
        """Return the codes of all gaps."""
        return [one["code"] for one in self.record["gaps"]]

    def person(self, name: str) -> str:
        """Return the id of the only person of a name."""
        (found,) = [one["id"] for one in self.record["people"] if one["name"] == name]
        return str(found)

    def events(self) -> list[str]:
        """Return the kinds of events written so far."""
        return [row.kind for row in self.store.rows(self.session.id)]

    def resumed(self) -> Session:
        """Open the same conversation again, as another program would."""
        return Session.resume(self.store, StillClock(), self.session.id)


def talk(sections: str, *people: Mapping[str, Json], **how: Any) -> Talking:
    """Begin a tiny flow with these people known, at its first question, handed over to whom it is for."""
    flow = {key: how.pop(key) for key in ("people", "head", "blocks") if key in how}
    talking = Talking(tiny(sections, **flow), **how).meet(*(people or FAMILY))
    if talking.at == "hand-over":
        talking.hear(next=True)
    return talking


def example(**how: Any) -> Talking:
    """Begin the example flow."""
    return Talking(compiled(EXAMPLE), **how)


def flow_folders() -> Iterator[Path]:
    """Return the folders of every flow that comes with guide, and of the example."""
    yield EXAMPLE
    yield from sorted(one.parent for one in (CHECKOUT / "flows").glob("*/flow.yaml"))
