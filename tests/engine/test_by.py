"""A question for several people: each is asked, in any order; and who speaks when nobody is named."""

from typing import Any

from tests.engine.talking import ASH, DEE, IMRAN, Talking, talk

LINE = """
- section: one
  title: One
  steps:
    - scale: today
      text: "Today?"
      zero: "Bad"
      ten: "Good"
      by: [worker, parent, child]
      because: "Because?"
      higher: "Higher?"
      into: look.line
    - ask: last
      text: "Last?"
"""
LIST = """
- section: one
  title: One
  steps:
    - ask: things
      text: "What?"
      by: [child, parent]
      more: ["What else?"]
      into: look.harm
    - ask: last
      text: "Last?"
"""


def names(talking: Talking) -> list[str]:
    return [one.name for one in talking.asks.by]


def test_the_child_is_asked_first_and_the_accountable_last() -> None:
    sections = LINE.replace("[worker, parent, child]", "[manager, worker, lead, friend, parent, child]")
    people: list[dict[str, Any]] = [
        ASH,
        DEE,
        IMRAN,
        {"name": "Mo", "as": "manager"},
        {"name": "Lu", "as": "lead"},
        {"name": "Fi", "as": "friend"},
    ]
    talking = Talking(talk(sections).session.flow)
    talking.hear(people=[*people[3:], ASH])
    talking.meet(*people)
    talking.to("today")

    assert names(talking) == ["Ash", "Fi", "Dee", "Imran", "Lu", "Mo"]


def test_anybody_may_answer_first_and_the_turn_lists_who_is_still_to_answer() -> None:
    talking = talk(LINE)

    talking.hear(rate=7, because="x", higher="y", by="Imran")

    assert names(talking) == ["Ash", "Dee", "Rob"]
    assert [one["by"] for one in talking.accepts if "rate" in one] == ["Ash", "Dee", "Rob"]


def test_nobody_answers_twice() -> None:
    talking = talk(LINE)
    talking.hear(rate=7, because="x", higher="y", by="Dee")

    assert "correction" in talking.is_refused(rate=8, by="Dee")


def test_somebody_of_another_role_is_not_asked() -> None:
    talking = talk(LIST)

    assert "Imran" in talking.is_refused(say="x", by="Imran")


def test_when_it_is_unclear_who_speaks_the_line_is_refused() -> None:
    talking = talk(LINE)

    assert "Who says this" in talking.is_refused(rate=3)


def test_one_persons_turns_are_finished_before_the_next() -> None:
    talking = talk(LINE)
    talking.hear(rate=7, by="Dee")

    assert (talking.asks.part, talking.asks.who, names(talking)) == (
        "because",
        talking.person("Dee"),
        ["Dee", "Ash", "Rob", "Imran"],
    )
    assert talking.hear(say="mornings").asks.part == "higher"
    assert talking.hear(say="evenings").asks.part is None
    assert talking.held("look.line")[0]["because"] == ["mornings"]


def test_another_persons_answer_passes_over_what_the_one_before_left_open() -> None:
    talking = talk(LINE)
    talking.hear(rate=7, by="Dee")

    talking.hear(rate=3, by="Ash")

    assert (talking.asks.part, talking.asks.who) == ("because", talking.person("Ash"))
    talking.hear(more=False)
    assert names(talking) == ["Rob", "Imran"]
    assert [one["because"] for one in talking.held("look.line")] == [[], []]


def test_a_list_belongs_to_one_person_at_a_time() -> None:
    talking = talk(LIST)
    talking.hear(say="one", by="Dee")
    assert talking.asks.quiet
    talking.hear(more=True)
    talking.hear(say="two")
    talking.hear(say="mine", by="Ash")
    talking.hear(more=False)

    assert names(talking) == ["Rob"]
    assert [(one["text"], one["by"]) for one in talking.held("look.harm")] == [
        ("one", "p2"), ("two", "p2"), ("mine", "p1"),
    ]  # fmt: skip
    assert talking.hear({"pass": "dont-know", "by": "Rob"}).asks.step == "last"


def test_a_steps_name_is_the_list_of_values_in_order_of_answering() -> None:
    sections = LIST.replace('      more: ["What else?"]\n', "").replace(
        '"Last?"', "\"{{ things | join(', ') }}?\""
    )
    talking = talk(sections)
    for who in ("Rob", "Ash", "Dee"):
        talking.hear(say=f"of {who}", by=who)

    assert talking.asks.text == "of Rob, of Ash, of Dee?"


def test_nobody_of_these_roles_is_passed_over_without_a_gap() -> None:
    sections = LIST.replace("[child, parent]", "[school]")

    talking = talk(sections)

    assert talking.at == "last"
    assert not {"not-known", "put-off"} & set(talking.gaps())


def test_somebody_added_while_it_stands_is_asked_too_and_back_forgets_it() -> None:
    talking = talk(LIST)
    talking.hear(people=[{"name": "Kim", "as": "parent"}])
    assert names(talking) == ["Ash", "Dee", "Rob", "Kim"]

    talking.back()

    assert names(talking) == ["Ash", "Dee", "Rob"]


def test_somebody_added_later_never_pulls_the_walk_back_and_answers_by_a_correction() -> None:
    talking = talk(LIST)
    for who in ("Ash", "Dee", "Rob"):
        talking.hear({"pass": "dont-know", "by": who})
    talking.hear(people=[{"name": "Kim", "as": "parent"}])
    assert talking.at == "last"

    talking.hear(correct="things", by="Kim", say="I saw it")

    assert talking.at == "last"
    assert [(one["text"], one["by"]) for one in talking.held("look.harm")] == [
        ("I saw it", talking.person("Kim"))
    ]
    talking.hear(correct="things", by="Kim", say="I heard it")
    assert talking.texts("look.harm") == ["I heard it"]


def test_a_correction_is_not_taken_from_somebody_the_question_is_not_for() -> None:
    talking = talk(LIST)
    for who in ("Ash", "Dee", "Rob"):
        talking.hear({"pass": "dont-know", "by": who})

    assert "Imran" in talking.is_refused(correct="things", by="Imran", say="x")


def test_a_guess_closes_the_turn_and_says_whose_it_is() -> None:
    talking = talk(LINE)

    talking.hear(rate=7, by="Rob", guessed_by="Imran")

    assert names(talking) == ["Ash", "Dee", "Imran"]
    assert [(one["by"], one["guessed_by"]) for one in talking.held("look.line")] == [("p3", "p4")]
    assert talking.session.walk.shown.call("highest", "look.line") is None


def test_their_own_rating_whenever_given_stands_beside_the_guess() -> None:
    talking = talk(LINE)
    talking.hear(rate=7, by="Rob", guessed_by="Imran")
    talking.hear(rate=2, because="x", higher="y", by="Rob")

    assert [(one["value"], one["guessed_by"]) for one in talking.held("look.line")] == [(7, "p4"), (2, None)]

    talking.hear(rate=7, by="Dee", guessed_by="Imran")
    for who in ("Ash", "Imran"):
        talking.hear({"pass": "dont-know", "by": who})
    talking.hear(correct="today", by="Dee", rate=4)
    assert [(one["value"], one["guessed_by"]) for one in talking.held("look.line")] == [
        (7, "p4"), (2, None), (7, "p4"), (4, None),
    ]  # fmt: skip


def test_somebody_who_is_not_there_can_be_guessed_too() -> None:
    talking = talk(LINE)
    talking.hear(people=[{"name": "Mr Bello", "as": "school"}])

    talking.hear(rate=7, by="Mr Bello", guessed_by="Imran")

    assert names(talking) == ["Ash", "Dee", "Rob", "Imran"]


def test_an_optional_question_left_empty_by_one_still_asks_the_others() -> None:
    talking = talk(LIST.replace("by: [child", "optional: true\n      by: [child"))
    assert {"next": True} in talking.accepts

    talking.hear(next=True, by="Ash")
    assert names(talking) == ["Dee", "Rob"]

    assert talking.hear(next=True).asks.step == "last"


# Nobody named


ALONE = """
- section: one
  title: One
  with: {held}
  steps: [{{ask: a, text: "A?", into: look.harm}}, {{ask: b, text: "B?", into: look.harm}}]
- section: two
  title: Two
  with: {held}
  steps: [{{ask: c, text: "C?", into: look.harm}}]
"""


def said_by(held: str, *bys: str) -> list[str | None]:
    talking = talk(ALONE.format(held=held))
    for by in bys:
        talking.hear({"say": "x", "by": by} if by else {"say": "x"})
    return [one["by"] for one in talking.held("look.harm")]


def test_with_a_child_it_is_the_child_and_with_a_worker_the_worker() -> None:
    assert said_by("child", "", "", "") == ["p1", "p1", "p1"]
    assert said_by("worker", "", "", "") == ["p4", "p4", "p4"]


def test_with_a_family_it_is_the_last_one_named_in_this_section_else_nobody() -> None:
    assert said_by("family", "", "Dee", "") == [None, "p2", None]
    assert said_by("family", "Dee", "", "Rob") == ["p2", "p2", "p3"]
    assert said_by("team", "Rob", "", "") == ["p3", "p3", None]


def test_an_aside_names_nobody_and_back_forgets_who_was_named() -> None:
    talking = talk(ALONE.format(held="family"))
    talking.hear(aside="He sighs", by="Imran")
    talking.hear(say="x", by="Dee")
    assert talking.asks.speaks == talking.person("Dee")

    talking.back()

    assert talking.asks.speaks == ""


def test_a_single_role_is_the_first_who_has_not_left() -> None:
    talking = talk(ALONE.format(held="child"))
    talking.hear(people=[{"name": "Milo", "as": "child", "age": 2}])
    talking.hear(people=[{"id": "p1", "left": True}])

    talking.hear(say="x")

    assert [one["by"] for one in talking.held("look.harm")] == [talking.person("Milo")]
