"""What the property tests draw: words nobody expects, plain values of any shape, and whole conversations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from guide.engine.session import Session
from guide.engine.turn import Turn
from guide.errors import Refused

Json = Any

AWKWARD = (
    "[/x]", "[red]no[/red]", "{{ 7*7 }}", "{% raw %}", "<script>alert(1)</script>", "=1+1",
    "../../etc/passwd",
    "$name ${names}", "%s %d", "\x1b[31mred\x1b[0m", "a\x00b", "\ud800half", "e\u0301", "👩‍👩‍👧", "שלום",
    "مرحبا",
    "two\nlines", "tab\there", "\u202eltr", "'; DROP TABLE event; --", "  ends  ", "…", "null", "0",
)  # fmt: skip
"""Words that are code to somebody."""


def words() -> SearchStrategy[str]:
    """Draw what somebody might type, lone surrogates and control characters too."""
    return st.sampled_from(AWKWARD) | st.text(st.characters(), max_size=40)


def plain_values() -> SearchStrategy[Json]:
    """Draw any JSON value."""
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | words()
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words(), inner, max_size=3),
        max_leaves=8,
    )


KEYS = (
    "say", "more", "echo", "entry", "rate", "because", "higher", "choose", "number", "date", "people", "sort",
    "parts", "panel", "ok", "share", "agree", "dispute", "next", "pass", "by", "asked", "form", "typed_by",
    "into", "source", "from", "about", "guessed_by", "back", "redo", "correct", "try", "remove", "move",
    "add",
    "aside", "seen", "named", "clear", "why", "urgent", "finish", "of", "item", "at",
    "clock", "wrote", "split", "look", "before", "after",
)  # fmt: skip
"""Every key of a reply."""

_NAMES = st.sampled_from(
    (
        "Ash",
        "Dee",
        "Rob",
        "Imran",
        "p1",
        "p2",
        "p9",
        "a1",
        "a5",
        "e1",
        "e2",
        "r1",
        "n1",
        "events",
        "today",
        "sentence",
    )
)
_AREAS = st.sampled_from(
    ("look.harm", "look.hard", "look.line", "look.around", "other.one", "nowhere.at_all")
)
_LIKELY = (
    _NAMES | _AREAS | st.sampled_from((True, False, 1, 3.5, "yes", "", "later", "finish-here")) | words()
)


def lines() -> SearchStrategy[Json]:
    """Draw a line in nearly the shape of a reply, and now and then anything at all."""
    nested = st.dictionaries(
        _NAMES | words(), _LIKELY | st.dictionaries(_NAMES, _LIKELY, max_size=2), max_size=2
    )
    value = _LIKELY | nested | st.lists(_LIKELY | nested, max_size=2) | plain_values()
    return st.dictionaries(st.sampled_from(KEYS), value, min_size=1, max_size=3) | plain_values()


@dataclass(frozen=True)
class Deed:
    """One thing somebody does; what exactly depends on what is asked when it is done."""

    kind: str
    """answer, correct, remove, move, add, aside, named, urgent, people, back, redo, finish, clock, story."""
    pick: int
    """Which of the shapes, answers or entries there are then."""
    text: str = "…"


def conversations(most: int = 25) -> SearchStrategy[list[Deed]]:
    """Draw a conversation: mostly answers, and now and then something else."""
    rare = ("correct", "correct", "remove", "move", "add", "aside", "named", "urgent", "people", "back",
    "back",
            "redo", "clear", "finish", "clock", "clock", "story", "story")  # fmt: skip
    kinds = st.sampled_from(("answer",) * 30 + rare)
    deed = st.builds(
        Deed, kinds, st.integers(0, 11), st.sampled_from(("one", "two", "three words here", "x"))
    )
    return st.lists(deed, max_size=most)


def line_of(deed: Deed, session: Session) -> Mapping[str, Json]:
    """Return what a deed is at this turn."""
    record = session.record
    match deed.kind:
        case "answer":
            return _worded(
                _one_of(session.turn.as_json().get("asks", {}).get("accepts", ()), deed.pick), deed
            )
        case "correct":
            return _correction(session, deed)
        case "remove":
            return {"remove": _one_of([*record.entries, *record.ratings], deed.pick) or "e1"}
        case "move":
            area = ("look.harm", "look.hard", "other.one")[deed.pick % 3]
            return {"move": {_one_of(list(record.entries), deed.pick) or "e1": area}}
        case "add":
            return {"add": {"area": "look.said", "say": deed.text}}
        case "clear":
            return {"clear": {"p1": [_one_of(list(record.entries), deed.pick) or "e1"]}}
        case "story":
            return _story(deed, list(record.panels) or ["n1"])
        case "people":
            return {"people": [{"name": "Nain", "as": ("parent", "family")[deed.pick % 2]}]}
        case "clock":
            return {"clock": ("pause", "go", "more")[deed.pick % 3]}
        case _:
            return {deed.kind: True if deed.kind in {"back", "redo", "finish"} else deed.text}


def _story(deed: Deed, panels: list[str]) -> Mapping[str, Json]:
    """Return a change of the story."""
    one, other = _one_of(panels, deed.pick), _one_of(panels, deed.pick // 2)
    lines: tuple[Mapping[str, Json], ...] = (
        {"add": {"panel": {"text": [deed.text, "and more"]}}},
        {"move": {one: {"before": other}}},
        {"split": {one: 1}},
        {"agree": {one: ["p1"]}},
        {"look": {"Mum": deed.text}},
    )
    return lines[len(deed.text) % len(lines)]


def _one_of(shapes: Any, pick: int) -> Any:
    return shapes[pick % len(shapes)] if shapes else None


def _worded(line: Mapping[str, Json] | None, deed: Deed) -> Mapping[str, Json]:
    if line is None:
        return {"next": True}
    return {**line, "say": deed.text} if "say" in line else line


def _correction(session: Session, deed: Deed) -> Mapping[str, Json]:
    """Return a new value for one of the answers, in its own shape."""
    name = _one_of(list(session.record.answers), deed.pick)
    if name is None:
        return {"correct": "events", "say": deed.text}
    step = session.flow.steps[session.record.answers[name].key.step]
    if deed.pick % 5 == 0:
        return {"correct": name, "pass": "dont-know"}
    shapes: dict[str, dict[str, Json]] = {
        "choose": {"choose": [_one_of(list(step.options), deed.pick)]},
        "number": {"number": deed.pick % 10},
        "date": {"date": "about March"},
        "scale": {"rate": deed.pick % 10},
        "panel": {"panel": {"text": [deed.text]}},
        "sort": {"sort": {}},
        "review": {"ok": True},
        "people": {"people": [{"name": "Nan", "as": step.role or "family"}]},
    }
    return {"correct": name, **shapes.get(step.kind, {"say": deed.text})}


def act(session: Session, deed: Deed) -> bool:
    """Do it; False when it was refused, which changes nothing."""
    try:
        return isinstance(session.hear(line_of(deed, session)), Turn)
    except Refused:
        return False
