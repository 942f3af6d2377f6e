"""What happened, written as JSON and read back."""

import json

import pytest

from guide.errors import GuideError
from guide.frozen import fields
from guide.log import events as ev

MADE = (
    ev.Started(flow="f", version=2, form="full", level="safety", invented=True),
    ev.Joined(person="p1", name="Ash", role="child", age=0, areas=("look.around",)),
    ev.Described(person="p1", left=False, age=0),
    ev.Answered(
        step="a", answer="a1", value=0, was=("x",), areas=("look.harm",), from_="p2", of=4, returned=True
    ),
    ev.Passed(step="a", answer="a1", way="later"),
    ev.Reviewed(step="a", answer="a1", read=("e1",), agree={"e1": ["p2"]}, share={"e1": {"p3": "yes"}}),
    ev.Put(step="a", item="e1", people=()),
    ev.LookSaid(name="Mum", look="plaits, glasses", by="p1"),
    ev.TookBack(deeds=(3, 4)),
    ev.Finished(by_hand=True),
)


@pytest.mark.parametrize("what", MADE, ids=lambda what: type(what).__name__)
def test_an_event_is_read_back_as_it_was_written(what: ev.What) -> None:
    payload = json.loads(json.dumps(ev.payload_of(what)))

    assert ev.what_from(type(what).__name__, payload) == what


@pytest.mark.parametrize("what", MADE, ids=lambda what: type(what).__name__)
def test_only_what_is_unusual_is_written(what: ev.What) -> None:
    payload = ev.payload_of(what)

    assert payload.keys() == {one.name for one in fields(what) if not one.is_usual(what.__dict__[one.name])}
    assert "returned" not in payload or payload["returned"] is True


@pytest.mark.parametrize(
    ("kind", "payload"), [("Danced", {}), ("Removed", {"target": "e1", "gently": True}), ("Removed", {})]
)
def test_an_event_of_a_newer_version_is_told_in_one_sentence(kind: str, payload: dict[str, object]) -> None:
    with pytest.raises(GuideError, match="newer"):
        ev.what_from(kind, payload)
