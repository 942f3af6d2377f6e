"""Back and redo: one line is one deed; `next` is none; some things nobody takes back."""

import pytest

from tests.engine.talking import Talking, talk

PLAIN = """
- section: one
  title: One
  steps:
    - say: hello
      text: "Hello"
    - ask: first
      text: "First?"
      into: look.harm
    - say: between
      text: "Between"
    - timer: quiet
      text: "Quiet"
      minutes: 5
    - ask: second
      text: "Second?"
      optional: true
      into: look.harm
    - scale: line
      text: "Line?"
      zero: "0"
      ten: "10"
      because: "Because?"
      into: look.line
    - ask: third
      text: "Third?"
"""


def begun(held_with: str = "family") -> Talking:
    return talk(PLAIN.replace("title: One", f"title: One\n  with: {held_with}")).to("first")


def test_back_takes_the_last_thing_back_with_the_nexts_after_it() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.to("second")

    talking.back()

    assert talking.at == "first"
    assert talking.texts("look.harm") == []


def test_next_is_no_deed_of_its_own() -> None:
    talking = begun()
    assert not talking.session.record.answers.keys() - {"a1", "a2", "a3"}

    talking.back()

    assert talking.hear(next=True).asks.step == "people.worker"


def test_one_line_is_one_deed_whatever_events_it_writes() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.to("second").hear(next=True)
    talking.hear(rate=4, because="Nain comes")
    assert talking.at == "third"

    talking.back()

    assert talking.at == "line"
    assert talking.held("look.line") == []


def test_an_optional_question_left_empty_is_taken_back_with_what_came_before() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.to("second").hear(next=True)

    assert talking.back().asks.step == "first"


def test_redo_does_it_again_and_is_legal_only_then() -> None:
    talking = begun()
    assert "nothing" in talking.is_refused(redo=True)
    talking.hear(say="one")
    talking.to("second").hear(say="two")
    talking.back()
    talking.back()
    assert {"redo": True} in talking.accepts

    assert talking.hear(redo=True).asks.step == "second"
    assert talking.hear(redo=True).asks.step == "line"
    assert talking.texts("look.harm") == ["one", "two"]
    assert {"redo": True} not in talking.accepts


def test_something_new_ends_what_can_be_done_again() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.back()
    talking.hear(say="other")

    talking.is_refused(redo=True)


def test_back_is_offered_exactly_when_it_is_legal() -> None:
    talking = talk(PLAIN, {"name": "Ash", "as": "child"}, {"name": "Imran", "as": "worker"})
    while {"back": True} in talking.accepts:
        talking.back()

    assert talking.hear(next=True).asks.step == "people.child"
    assert "nothing" in talking.is_refused(back=True)


def test_ids_are_never_used_again() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.back()
    talking.hear(say="two")

    assert [one["id"] for one in talking.held("look.harm")] == ["e2"]
    assert talking.answers("first")[0]["id"] == "a5"
    assert talking.resumed().record.counts == talking.session.record.counts


@pytest.mark.parametrize(
    "line",
    [
        {"aside": "He sighs"}, {"add": {"area": "look.hard", "say": "x"}}, {"named": "Pop"},
        {"people": [{"name": "Nain", "as": "family"}]}, {"correct": "first", "say": "x"}, {"remove": "e1"},
        {"move": {"e1": "look.hard"}}, {"clear": {"Dee": ["e1"]}}, {"finish": True}, {"pass": "break"},
    ],
    ids=lambda line: next(iter(line)),
)  # fmt: skip
def test_every_kind_of_deed_can_be_taken_back_and_done_again(line: dict[str, object]) -> None:
    talking = begun("child" if line == {"pass": "break"} else "family")
    talking.hear(say="one")
    if talking.asks.quiet:
        talking.hear(more=False)
    talking.to("second")
    before = {**talking.record, "head": None}
    talking.hear(line)
    after = {**talking.record, "head": None}
    assert after != before or talking.asks.kind == "break"

    talking.back()
    assert {**talking.record, "head": None} == before
    talking.hear(redo=True)
    assert {**talking.record, "head": None} == after


def test_what_left_as_a_paper_stays_written_down() -> None:
    talking = begun()
    talking.hear(say="one")
    talking.session.exported("map", "html", "Dee", "no")

    talking.back()

    assert talking.at == "first"
    assert len(talking.session.record.exported) == 1


# Something urgent


def test_something_urgent_is_marked_at_once_with_the_last_words_and_nothing_else_is_asked() -> None:
    talking = begun()
    talking.hear(say="I can't wake her", by="Ash", asked="What is it?")

    talking.hear(urgent="")

    (urgent,) = talking.record["urgent"]
    assert (urgent["words"], urgent["asked"], urgent["by"]) == ("I can't wake her", "What is it?", "p1")
    assert talking.at == "between"
    assert "urgent-not-told" in talking.gaps()


def test_undo_never_removes_it() -> None:
    talking = begun()
    talking.hear(say="I can't wake her", by="Ash")
    talking.hear(urgent="")
    talking.hear(urgent={"told": "Ann, 11.05", "danger": "no"})

    while talking.turn.can_back:
        talking.back()

    (urgent,) = talking.record["urgent"]
    assert (urgent["words"], urgent["told"], urgent["danger"]) == ("I can't wake her", "Ann, 11.05", "no")
    assert talking.texts("look.harm") == []
    assert "urgent-not-told" not in talking.gaps()


def test_what_was_undone_is_not_taken_for_the_last_words() -> None:
    talking = begun()
    talking.hear(say="first words")
    talking.to("second").hear(say="taken back")
    talking.back()

    talking.hear(urgent="")

    assert talking.record["urgent"][0]["words"] == "first words"


def test_its_second_half_is_written_apart_and_cannot_change_when_it_was() -> None:
    talking = begun()
    talking.hear(urgent="she said so")

    talking.hear(urgent={"id": "u1", "told": "Ann", "at": "long ago", "step": "nowhere"})

    (urgent,) = talking.record["urgent"]
    assert (urgent["id"], urgent["told"], urgent["at"], urgent["step"]) == (
        "u1",
        "Ann",
        "2026-11-21T10:00:00Z",
        "first",
    )
    assert "u9" in talking.is_refused(urgent={"id": "u9", "told": "Ann"})


def test_it_is_legal_on_a_hand_over_page_in_a_break_and_at_the_end() -> None:
    for line in ({"pass": "break"}, {"finish": True}):
        talking = begun("child" if line == {"pass": "break"} else "family")
        talking.hear(line)
        talking.hear(urgent="")
        assert len(talking.record["urgent"]) == 1
