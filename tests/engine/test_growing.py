"""A long conversation costs no more a turn than a short one, and a replay twice as long twice as much."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from guide.clock import StillClock
from guide.engine.session import Session, events_from
from guide.engine.walk import walk
from guide.flow.model import Flow, flow_from_json
from guide.log.memory import Memory
from guide.map.fold import fold


def long_flow(steps: int) -> Flow:
    """Return a flow of so many questions in sections of fifty, every tenth asked on a condition."""

    def step(at: int) -> dict[str, Any]:
        own = {"id": f"s{at}", "kind": "ask", "text": {"any": [f"Question {at}?"]}, "into": ["look.harm"]}
        return own | ({"when": ["call", "answered", f"s{at - 1}"]} if at % 10 == 3 else {})

    sections = [
        {
            "id": f"part{at}",
            "held_with": "family",
            "title": {"any": ["Part"]},
            "steps": [step(one) for one in range(at, min(at + 50, steps))],
        }
        for at in range(0, steps, 50)
    ]
    sheet = {
        "id": "look",
        "title": "Look",
        "draw": "columns",
        "areas": [{"id": "look.harm", "title": "Harm"}],
    }
    head = {"flow": "long", "version": 1, "title": "Long", "about": "", "group": "", "minutes": 1}
    rest = {"audience": "family", "forms": {}, "people": [], "papers": [], "levels": {}}
    return flow_from_json({**head, **rest, "sheets": [sheet], "sections": sections})


def calls_of(deed: Callable[[], object]) -> int:
    """Return how many functions were called meanwhile: a measure that no other program disturbs."""
    calls = 0

    def count(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        deed()
    finally:
        sys.setprofile(None)
    return calls


def begun(answers: int) -> tuple[Session, Memory]:
    store = Memory()
    session = Session.start(store, long_flow(1300), StillClock())
    session.hear({"next": True})
    for at in range(answers):
        session.hear({"say": f"answer {at}"})
    return session, store


def test_hearing_costs_the_same_after_a_thousand_answers_as_after_ten() -> None:
    few, _ = begun(10)
    many, _ = begun(1000)

    early = calls_of(lambda: few.hear({"say": "x"}))
    late = calls_of(lambda: many.hear({"say": "x"}))

    assert late < early * 1.3


def test_folding_and_walking_cost_twice_as_much_for_twice_as_many() -> None:
    _, small = begun(400)
    _, large = begun(800)

    for again in (_folded, _walked):
        half, whole = (calls_of(again(store)) for store in (small, large))
        assert whole < half * 2.3


def _folded(store: Memory) -> Callable[[], object]:
    events = events_from(store.rows(store.sessions()[0].session))
    return lambda: fold(events)


def _walked(store: Memory) -> Callable[[], object]:
    flow, record = long_flow(1300), fold(events_from(store.rows(store.sessions()[0].session)))
    walk(flow, record)
    return lambda: walk(flow, record)
