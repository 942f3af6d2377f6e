"""What a program reads: the turn as one JSON object, and what was heard and done since the last."""

import json

from tests.engine.talking import Talking, example, talk

ONE = """
- section: prepare
  title: Prepare
  with: worker
  steps: [{ask: place, text: "Place?", note: "secret note", teach: "secret teaching", listen_for: "secret"}]
- section: one
  title: "One, {{ child.name }}"
  with: child
  steps:
    - {ask: a, text: "A?", why: "So that I know.", into: look.harm, note: "secret note", teach: "secret"}
    - {ask: b, text: "B?"}
"""

KEYS = {
    "step", "kind", "with", "text", "why", "part", "of", "band", "by", "options", "into", "private",
    "reveals", "quiet",
    "more", "range", "items", "left", "accepts",
}  # fmt: skip


def at_child() -> Talking:
    talking = talk(ONE)
    talking.hear(say="school")
    return talking.to("a")


def test_a_turn_has_every_key_it_is_known_by() -> None:
    turn = at_child().json

    assert turn.keys() == {"turn", "session", "asks", "said", "gaps"}
    asks = turn["asks"]
    assert asks.keys() >= KEYS
    assert {key: asks[key] for key in ("step", "kind", "with", "text", "why", "band", "into", "left")} == {
        "step": "a", "kind": "ask", "with": "child", "text": "A?", "why": "So that I know.", "band": "middle",
        "into": ["look.harm"], "left": {"min": 1, "max": 1},
    }  # fmt: skip


def test_turns_are_counted() -> None:
    talking = at_child()
    before = talking.turn.n

    assert talking.hear(say="x").n == before + 1


def test_a_childs_turn_tells_no_gaps_and_no_helpers_notes() -> None:
    talking = at_child()
    talking.hear(aside="she sighs")
    talking.hear(correct="place", say="home")

    text = json.dumps(talking.json)
    assert talking.json["gaps"] == []
    assert "secret" not in text


def test_a_workers_turn_tells_the_gaps() -> None:
    assert {one["code"] for one in talk(ONE).json["gaps"]} >= {"no-child-voice"}


def test_what_was_said_since_the_last_turn() -> None:
    talking = at_child()

    assert talking.hear(say="Drumming").as_json()["said"] == [
        {"by": None, "step": "a", "text": "A?", "kind": "guide"},
        {"by": "p1", "step": "a", "text": "Drumming", "answer": "a5", "entry": "e2", "kind": "said"},
    ]
    assert [one["kind"] for one in talking.hear(back=True).as_json()["said"]] == ["back"]
    assert [one["kind"] for one in talking.hear(redo=True).as_json()["said"]] == ["redo"]


def test_a_line_is_said_with_whom_it_was_said() -> None:
    talking = at_child()
    talking.hear(say="Drumming")
    talking.hear(aside="She smiled")
    talking.hear(urgent="")

    kinds = {one.kind: one.held_with for one in talking.session.transcript()}
    assert (kinds["aside"], kinds["urgent"]) == ("worker", "worker")
    assert {
        one.held_with for one in talking.session.transcript() if one.step == "a" and one.kind == "said"
    } == {"child"}


def test_the_transcript_leaves_out_what_was_taken_back_and_can_be_cut() -> None:
    talking = at_child()
    talking.hear(say="taken back")
    talking.back()
    talking.hear(say="kept")

    texts = [one.text for one in talking.session.transcript()]
    assert "kept" in texts
    assert "taken back" not in texts
    assert [one.text for one in talking.session.transcript(2)] == texts[-2:]
    assert talking.session.transcript(0) == []


def test_the_transcript_reads_as_corrected() -> None:
    talking = at_child()
    talking.hear(say="Drumming")
    talking.hear(correct="a", say="Drums")

    assert "Drums" in [one.text for one in talking.session.transcript()]
    assert "Drumming" not in [one.text for one in talking.session.transcript()]


def test_the_whole_example_can_be_read_at_every_turn() -> None:
    talking = example()
    while not talking.turn.is_finished:
        json.dumps(talking.json)
        json.dumps(talking.record)
        assert all(
            one.text or one.given or one.kind not in {"said", "guide"} for one in talking.session.transcript()
        )
        talking.hear(talking.accepts[0])
