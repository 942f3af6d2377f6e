"""Which way the conversation takes: file order, `then`, conditions, sections, blocks; a step once a walk."""

import pytest

from tests.engine.talking import talk

HOUSES = """
- section: choose_first
  title: First
  steps:
    - choose: first
      text: "Which first?"
      options: {good: "Good", worries: "Worries", dreams: "Dreams"}
      then:
        - {when: "first == 'worries'", go: worries}
        - {when: "first == 'dreams'", go: dreams}
- section: good
  title: Good
  steps: [{ask: good_things, text: "Good?"}]
- section: worries
  title: Worries
  steps:
    - ask: worry_things
      text: "Worries?"
      then: [{when: "not answered('good_things')", go: good}]
- section: dreams
  title: Dreams
  steps:
    - ask: dream_things
      text: "Dreams?"
      then: [{when: "not answered('worry_things')", go: worries}]
- section: close
  title: Close
  steps: [{ask: bye, text: "Bye?"}]
"""


@pytest.mark.parametrize(
    ("first", "way"),
    [
        ("good", ["good_things", "worry_things", "dream_things", "bye"]),
        ("worries", ["worry_things", "good_things", "dream_things", "bye"]),
        ("dreams", ["dream_things", "worry_things", "good_things", "bye"]),
    ],
)
def test_houses_can_be_opened_in_any_order_and_each_is_opened_once(first: str, way: list[str]) -> None:
    talking = talk(HOUSES)
    talking.hear(choose=[first])

    taken = []
    while not talking.turn.is_finished:
        taken.append(talking.at)
        talking.hear(say="x")

    assert taken == way


def test_the_first_way_that_holds_wins_and_none_is_file_order() -> None:
    sections = """
- section: one
  title: One
  steps:
    - number: n
      text: "N?"
      then: [{when: "n > 5", go: high}, {when: "n > 2", go: middle}]
    - ask: low
      text: "Low?"
      then: [{go: end}]
    - ask: middle
      text: "Middle?"
      then: [{go: end}]
    - ask: high
      text: "High?"
"""
    taken = []
    for n in (1, 3, 9):
        talking = talk(sections)
        taken.append(talking.hear(number=n).asks.step)

    assert taken == ["low", "middle", "high"]


def test_a_sections_condition_is_worked_out_once_on_arriving() -> None:
    sections = """
- section: one
  title: One
  steps: [{choose: go_in, text: "In?", options: {yes: "Yes", no: "No"}}]
- section: two
  title: Two
  when: "go_in == 'yes' and not answered('a')"
  steps: [{ask: a, text: "A?"}, {ask: b, text: "B?"}]
"""
    talking = talk(sections)
    talking.hear(choose=["yes"])
    assert talking.hear(say="a").asks.step == "b"
    assert talk(sections).hear(choose=["no"]).is_finished


def test_a_step_skipped_is_not_visited_and_can_be_come_to_again() -> None:
    sections = """
- section: one
  title: One
  steps:
    - ask: maybe
      text: "Maybe?"
      when: "answered('sure')"
    - ask: sure
      text: "Sure?"
      then: [{go: maybe}]
    - ask: last
      text: "Last?"
"""
    talking = talk(sections)
    assert talking.at == "sure"
    assert talking.hear(say="x").asks.step == "maybe"
    assert talking.hear(say="x").asks.step == "last"


def test_a_way_into_the_middle_of_a_closed_section_passes_it_over() -> None:
    sections = """
- section: one
  title: One
  steps: [{ask: a, text: "A?", then: [{go: c}]}]
- section: two
  title: Two
  when: "form == 'short'"
  steps: [{ask: b, text: "B?"}, {ask: c, text: "C?"}]
- section: three
  title: Three
  steps: [{ask: d, text: "D?"}]
"""
    assert talk(sections).hear(say="x").asks.step == "d"
    assert talk(sections, form="short").hear(say="x").asks.step == "c"


SEES = """
- section: one
  title: One
  steps:
    - ask: not_asked
      text: "?"
      when: "form == 'short'"
    - number: n
      text: "N?"
    - choose: many
      text: "Many?"
      many: true
      options: {a: "A", b: "B", c: "C"}
    - ask: words
      text: "Words?"
      into: look.harm
    - ask: passed_one
      text: "?"
    - ask: put_off
      text: "?"
    - scale: today
      text: "?"
      zero: "0"
      ten: "10"
      by: [child, parent]
      into: look.line
    - ask: then_asked
      text: "?"
      when: "WHEN"
    - ask: last
      text: "?"
"""


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("form == 'full'", True),
        ("child.age >= 9", True),
        ("child.name == 'Ash'", True),
        ("parent | length == 2", True),
        ("n == 3", True),
        ("n != 3", False),
        ("not_asked == 'x'", False),
        ("not_asked != 'x'", True),
        ("not_asked not in ['x']", True),
        ("not_asked > 1", False),
        ("not_asked | length == 0", True),
        ("not_asked | default('d') == 'd'", True),
        ("passed_one == 'x'", False),
        ("passed('passed_one')", True),
        ("passed('put_off')", False),
        ("answered('put_off')", False),
        ("answered('n')", True),
        ("'b' in many", True),
        ("many | length == 2", True),
        ("'Some' in words and words | lower == 'some words'", True),
        ("people('parent') | length == 2", True),
        ("entries('look.harm') | length == 1", True),
        ("lowest('look.line') == 3 and highest('look.line') == 8 and spread('look.line') == 5", True),
        ("ratings('look.line') | length == 2", True),
        ("case_holder", False),
        ("not case_holder", True),
        ("level", True),
    ],
)
def test_a_condition_sees_what_was_answered_before_it(when: str, holds: bool) -> None:  # noqa: FBT001 - the outcome
    talking = talk(SEES.replace("WHEN", when))
    talking.hear(number=3)
    talking.hear(choose=["a", "b"])
    talking.hear(say="Some words")
    talking.hear({"pass": "dont-know"})
    talking.hear({"pass": "later"})
    talking.hear(rate=3, by="Ash")
    talking.hear(rate=8, by="Dee")
    talking.hear(rate=9, by="Rob", guessed_by="Imran")

    assert (talking.at == "then_asked") is holds


def test_functions_see_only_what_steps_before_brought_and_what_was_put_by_hand() -> None:
    sections = """
- section: one
  title: One
  steps:
    - ask: early
      text: "Early?"
      when: "entries('look.harm') | length > 0"
    - ask: thing
      text: "Thing?"
      into: look.harm
    - ask: other
      text: "Other?"
"""
    talking = talk(sections)
    assert talking.hear(say="x").asks.step == "other"

    talking.hear(add={"area": "look.harm", "say": "by hand"})

    assert talking.at == "early"


def test_a_role_in_a_text_is_its_names_and_nobody_the_roles_own_word() -> None:
    sections = """
- section: one
  title: One
  steps: [{say: hello, text: "{{ child.name }}, {{ parent }}, {{ worker }}, {{ carer }},
  {{ people('carer') }}!"}]
"""
    people = """
people:
  - {as: child, ask: "Who?", age: true}
  - {as: parent, ask: "Who?", many: true, optional: true}
  - {as: carer, ask: "Who?", many: true, optional: true}
  - {as: worker, ask: "Who?"}
"""
    assert talk(sections, people=people).asks.text == "Ash, Dee and Rob, Imran, the carer, !"


def test_a_block_brings_its_section_with_its_given_words_and_its_ids() -> None:
    block = """
    block: opening
    needs: {purpose: "why"}
    title: Opening
    steps:
      - say: why_today
        text: "We meet {{ purpose }}."
      - choose: may_we
        text: "May we?"
        options: {yes: "Yes", no: "No"}
        then: [{when: "may_we == 'no'", go: end}]
    """
    sections = """
- use: opening
  given: {purpose: "to talk"}
- section: one
  title: One
  steps: [{ask: a, text: "A?", when: "may_we == 'yes'"}]
- use: opening
  as: second
  given: {purpose: "once more"}
"""
    talking = talk(sections, blocks=(("opening", block),))

    assert talking.asks.text == "We meet to talk."
    talking.to("may_we").hear(choose=["yes"])
    talking.hear(say="x")
    assert (talking.at, talking.asks.text) == ("second_why_today", "We meet once more.")
    assert talking.to("second_may_we").hear(choose=["no"]).is_finished
