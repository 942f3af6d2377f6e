"""People: named by name or id, asked once, never removed, only marked as left."""

import pytest

from guide.log.memory import Memory
from tests.engine.talking import ASH, DEE, IMRAN, ROB, Talking, compiled, flow_folders, section, talk, tiny

ONE = section(
    "{ask: a, text: 'A, {{ child.name }}?', into: look.harm}",
    "{ask: b, text: 'B?'}",
)
KNOWS = """
- section: one
  title: One
  steps:
    - people: around
      text: "Who helps?"
      roles: {family: "Family", helper: "Somebody whose job it is"}
      into: look.around
    - ask: last
      text: "Last, {{ around | join(', ') }}?"
"""


@pytest.mark.parametrize("by", ["Dee", "p2", "dee"])
def test_a_person_is_named_by_name_or_id(by: str) -> None:
    talking = talk(ONE)

    talking.hear(say="x", by=by)

    assert [one["by"] for one in talking.held("look.harm")] == ["p2"]


def test_a_name_two_people_have_is_refused_with_say_which() -> None:
    talking = talk(ONE)
    talking.hear(people=[{"name": "Dee", "as": "friend"}])

    sentence = talking.is_refused(say="x", by="Dee")

    assert "say which" in sentence
    assert "p2" in sentence
    assert "p5" in sentence
    talking.hear(say="x", by="p5")
    assert [one["by"] for one in talking.held("look.harm")] == ["p5"]


def test_an_example_holds_the_id_where_a_name_is_not_unique() -> None:
    sections = "- section: one\n  title: One\n  steps: [{ask: a, text: 'A?', by: [parent]}]\n"
    talking = talk(sections, ASH, DEE, {"name": "dee", "as": "parent"}, {"name": "p2", "as": "parent"}, IMRAN)

    assert [one["by"] for one in talking.accepts if "say" in one] == ["p2", "p3", "p4"]


def test_nobody_of_that_name_says_who_is_known() -> None:
    assert "Ash, Dee, Rob and Imran" in talk(ONE).is_refused(say="x", by="Nobody")


def test_somebody_who_left_is_only_marked() -> None:
    talking = talk(ONE)

    talking.hear(people=[{"id": "p3", "left": True}])

    assert [one["left"] for one in talking.record["people"]] == [False, False, True, False]
    talking.hear(people=[{"id": "p3", "left": False}])
    assert not any(one["left"] for one in talking.record["people"])


def test_of_two_with_one_name_the_one_who_is_still_there_is_meant() -> None:
    talking = talk(ONE)
    talking.hear(people=[{"name": "Dee", "as": "friend"}])
    talking.hear(people=[{"id": "p2", "left": True}])

    talking.hear(say="x", by="Dee")

    assert [one["by"] for one in talking.held("look.harm")] == ["p5"]


def test_the_first_question_wants_exactly_one_unless_it_says_several() -> None:
    talking = Talking(tiny(ONE))

    assert "one" in talking.is_refused(people=[ASH, {"name": "Milo", "as": "child"}])
    assert "child" in talking.is_refused(people=[DEE])
    talking.hear(people=[ASH, DEE])
    assert talking.at == "people.parent"
    assert talking.hear(people=[]).asks.step == "people.worker"
    assert "needed" in talking.is_refused(people=[])
    assert [one["name"] for one in talking.record["people"]] == ["Ash", "Dee"]


def test_an_age_and_a_band_choose_the_wording() -> None:
    sections = """
- section: one
  title: One
  with: child
  steps: [{ask: a, text: {younger: "Y?", middle: "M?", teen: "T?", adapted: "P?", observer: "O?"}}]
"""
    texts = [
        talk(sections, {"name": "Ash", "as": "child", **how}, IMRAN).asks.text
        for how in (
            {"age": 5},
            {"age": 8},
            {"age": 13},
            {},
            {"age": 18},
            {"age": 12, "band": "adapted"},
            {"age": "9"},
        )
    ]

    assert texts == ["Y?", "M?", "T?", "M?", "T?", "P?", "M?"]


def test_what_is_put_right_about_a_person_is_read_from_then_on() -> None:
    talking = talk(ONE)

    talking.hear(people=[{"id": "p1", "name": "Ashley", "age": 10, "band": "teen"}])

    assert talking.asks.text == "A, Ashley?"
    assert [talking.record["people"][0][key] for key in ("name", "age", "band")] == ["Ashley", 10, "teen"]
    assert talking.back().asks.text == "A, Ash?"


def test_a_correction_of_the_only_person_asked_for_renames_them() -> None:
    talking = talk(ONE)

    talking.hear(correct="people.child", people=[{"name": "Ashley", "as": "child", "age": 9}])

    assert [one["name"] for one in talking.record["people"]] == ["Ashley", "Dee", "Rob", "Imran"]
    assert talking.asks.text == "A, Ashley?"


def test_who_was_asked_for_stands_in_the_area() -> None:
    talking = talk(KNOWS)

    talking.hear(people=[{"name": "Nain", "as": "family"}, {"id": "p2"}])

    assert [one["name"] for one in talking.held("look.around")] == ["Dee", "Nain"]
    assert talking.asks.text == "Last, Nain, Dee?"
    assert talking.record["sheets"]["look"]["areas"]["look.around"][1]["as"] == "family"


def test_nobody_helps_is_an_answer() -> None:
    talking = talk(KNOWS)

    assert talking.hear(people=[]).asks.step == "last"
    assert talking.answers("around")[0]["value"] == []


def test_people_of_a_step_set_aside_stand_there_no_more() -> None:
    sections = (
        "- section: zero\n  title: Zero\n  steps: [{choose: go, text: '?', options: {yes: 'Y', no: 'N'}}]\n"
        + KNOWS
    )
    sections = sections.replace('text: "Who helps?"', 'text: "Who helps?"\n      when: "go == \'yes\'"')
    talking = talk(sections)
    talking.hear(choose=["yes"])
    talking.hear(people=[{"name": "Nain", "as": "family"}])
    assert len(talking.held("look.around")) == 1

    talking.hear(correct="go", choose=["no"])

    assert talking.held("look.around") == []
    assert "Nain" in [one["name"] for one in talking.record["people"]]


def test_a_correction_of_who_helps_adds_and_takes_off_the_area() -> None:
    talking = talk(KNOWS)
    talking.hear(people=[{"name": "Nain", "as": "family"}, {"name": "Mr Bello", "as": "helper"}])

    talking.hear(correct="around", people=[{"name": "Nain"}, {"name": "Pop", "as": "family"}])

    assert [one["name"] for one in talking.held("look.around")] == ["Nain", "Pop"]
    assert [one["name"] for one in talking.record["people"]].count("Nain") == 1


def test_anybody_may_be_told_of_at_any_turn_and_put_into_an_area() -> None:
    talking = talk(ONE)

    talking.hear(people=[{"name": "Nain", "as": "family"}], into="look.around")

    assert talking.at == "a"
    assert [one["name"] for one in talking.held("look.around")] == ["Nain"]
    assert "hold people" in talking.is_refused(people=[{"name": "Pop"}], into="look.harm")


def test_somebody_a_child_names_is_known_and_the_same_when_told_of_later() -> None:
    talking = talk(ONE)
    talking.hear(named="Pop", by="Ash")
    assert talking.session.walk.sight.call("named", "child")[0]["name"] == "Pop"
    talking.hear(people=[{"name": "Pop", "as": "family"}])

    assert [(one["name"], one["as"]) for one in talking.record["people"]][4:] == [("Pop", "family")]
    talking.hear(named="Dee")
    assert [one["name"] for one in talking.session.walk.sight.call("named", "child")] == ["Pop", "Dee"]


# Threads


def test_a_thread_brings_its_people_and_nobody_is_asked_twice() -> None:
    store = Memory()
    first = Talking(tiny(ONE), store=store, thread="t1")
    first.meet(ASH, DEE, ROB, IMRAN)
    first.session.close()

    second = Talking(tiny(KNOWS), store=store, thread="t1")

    assert [(one["name"], one["as"], one["age"]) for one in second.record["people"]] == [
        ("Ash", "child", 9), ("Dee", "parent", None), ("Rob", "parent", None), ("Imran", "worker", None),
    ]  # fmt: skip
    assert second.at == "hand-over"
    assert {"people.child", "people.parent"} <= {one["step"] for one in second.record["answers"]}
    assert not second.turn.can_back


def test_only_who_is_missing_in_the_thread_is_asked_for() -> None:
    store = Memory()
    people = 'people: [{as: child, ask: "Who?", age: true}]'
    Talking(tiny(ONE, people=people), store=store, thread="t1").meet(ASH)

    second = Talking(tiny(ONE), store=store, thread="t1")

    assert second.at == "people.parent"
    assert second.meet(DEE, IMRAN).at == "hand-over"


def test_somebody_who_left_is_not_carried_over() -> None:
    store = Memory()
    first = Talking(tiny(ONE), store=store, thread="t1").meet(ASH, DEE, ROB, IMRAN)
    first.hear(people=[{"id": "p3", "left": True}])

    second = Talking(tiny(ONE), store=store, thread="t1")

    assert [one["name"] for one in second.record["people"]] == ["Ash", "Dee", "Imran"]


def test_another_thread_brings_nobody_and_a_named_session_its_own() -> None:
    store = Memory()
    first = Talking(tiny(ONE), store=store, thread="t1").meet(ASH, DEE, ROB, IMRAN)

    assert Talking(tiny(ONE), store=store, thread="t2").record["people"] == []
    assert len(Talking(tiny(ONE), store=store, origin=first.session.id).record["people"]) == 4


def test_each_flow_that_comes_with_guide_can_follow_another_in_one_thread() -> None:
    store = Memory()
    first = Talking(tiny(ONE), store=store, thread="t1").meet(ASH, DEE, ROB, IMRAN)
    assert first.session.id

    for folder in flow_folders():
        known = Talking(compiled(folder), store=store, thread="t1").record["people"]
        assert [one["name"] for one in known][:4] == ["Ash", "Dee", "Rob", "Imran"]
