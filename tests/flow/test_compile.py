"""A flow and all it uses become one plain JSON value."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.flow.check import check_flow
from guide.flow.compile import Compiled, compile_flow
from guide.flow.model import Flow, Step, flow_from_json
from tests.flow.conftest import EXAMPLE, Write

OWN = Path(__file__).parents[2] / "flows"

HEAD = "flow: small\ntitle: Small\naudience: family\nsheets: [look]\n"


def compiled(path: Path) -> Compiled:
    made = compile_flow(path)
    assert [str(one) for one in check_flow(made, talks=False) if one.severity == "error"] == []
    return made


@pytest.fixture
def mill_lane() -> Flow:
    return compiled(EXAMPLE / "mill-lane").flow


def test_the_example_compiles_without_a_finding() -> None:
    assert check_flow(compile_flow(EXAMPLE / "mill-lane")) == []


@pytest.mark.parametrize("flow", sorted(path.parent.name for path in OWN.glob("*/flow.yaml")))
def test_the_flows_that_come_with_guide_have_no_errors(flow: str) -> None:
    findings = check_flow(compile_flow(OWN / flow))

    assert [str(one) for one in findings if one.severity == "error"] == []


def test_what_is_compiled_is_plain_json_and_reads_back_the_same(mill_lane: Flow) -> None:
    again = flow_from_json(json.loads(json.dumps(mill_lane.source)))

    assert (again.people, again.sections, again.sheets) == (
        mill_lane.people,
        mill_lane.sections,
        mill_lane.sheets,
    )


def test_a_flow_can_be_named_by_its_folder_or_its_file() -> None:
    by_folder, by_file = (compile_flow(EXAMPLE / name) for name in ("mill-lane", "mill-lane/flow.yaml"))

    assert by_folder.json == by_file.json


def test_what_a_key_leaves_out_is_left_out(mill_lane: Flow) -> None:
    bye = next(one for one in mill_lane.source["sections"][-1]["steps"] if one["id"] == "bye")

    assert set(bye) == {"id", "kind", "text", "print"}


def test_people_are_steps_before_the_first_section(mill_lane: Flow) -> None:
    child, parent, worker = mill_lane.people

    assert (child.id, child.role, child.age, child.many) == ("people.child", "child", True, False)
    assert (parent.id, parent.many) == ("people.parent", True)
    assert worker.text.for_band("adult") == ("Who is helping today?",)


def test_given_words_stand_in_the_blocks_texts(mill_lane: Flow) -> None:
    text = mill_lane.steps["why_today"].text.for_band("adult")

    assert text == ("We meet to see what helps. You can stop, skip or change anything at any time.",)


def test_a_block_of_steps_is_a_section_of_its_name_held_with_the_flows_audience(mill_lane: Flow) -> None:
    opening = mill_lane.section_of["opening"]

    assert opening.held_with == "family"
    assert [step.id for step in opening.steps] == ["why_today", "may_we_start"]


def test_areas_have_whole_ids(mill_lane: Flow) -> None:
    assert list(mill_lane.areas)[:2] == ["look.said", "look.harm"]
    assert mill_lane.areas["look.said"].unsorted
    assert mill_lane.areas["look.line"].holds == "ratings"


def test_a_piece_of_a_sentence_knows_the_parts_it_needs(mill_lane: Flow) -> None:
    pieces = mill_lane.steps["worry"].template

    assert [piece.parts for piece in pieces] == [("who", "what"), ("when",), ("child",)]
    assert pieces[1].pieces[0] == " "


def test_a_section_that_is_repeated_ends_with_a_question(write: Write) -> None:
    path = write(
        "small/flow.yaml",
        HEAD + "sections:\n  - section: one\n    again: Another?\n    steps: [{ask: what, text: What?}]\n",
    )

    again = compiled(path).flow.section_of["one"].again

    assert again is not None
    assert (again.id, again.kind, list(again.options), again.again) == (
        "one_again",
        "choose",
        ["yes", "no"],
        True,
    )


BLOCK = """
    block: asking
    needs: {about: what it is about}
    steps:
      - choose: ready
        text: "Ready for {{ about }}?"
        options: {yes: Yes, no: No}
        then:
          - {when: "ready == 'no'", go: last}
      - ask: what
        text: What?
        when: "answered('ready') and form == 'full'"
      - say: last
        text: "{{ ready }}, {{ child }}"
    """


def test_a_block_used_twice_has_other_ids_everywhere_inside(write: Write) -> None:
    write("blocks/asking.yaml", BLOCK)
    path = write(
        "small/flow.yaml",
        HEAD + "forms: {full: Full}\nsections:\n  - use: asking\n    given: {about: tea}\n"
        "  - use: asking\n    as: second\n    given: {about: cake}\n    with: child\n"
        "    when: ready == 'yes'\n",
    )

    flow = compiled(path).flow

    second = flow.section_of["second_asking"]
    assert [step.id for step in second.steps] == ["second_ready", "second_what", "second_last"]
    assert second.held_with == "child"
    assert second.when == ["cmp", ["name", "ready"], [["eq", ["lit", "yes"]]]]
    assert second.steps[0].then[0].go == "second_last"
    assert second.steps[0].then[0].when == ["cmp", ["name", "second_ready"], [["eq", ["lit", "no"]]]]
    assert second.steps[1].when == [
        "and", ["call", "answered", "second_ready"], ["cmp", ["name", "form"], [["eq", ["lit", "full"]]]],
    ]  # fmt: skip
    assert second.steps[2].text.for_band("teen") == (["name", "second_ready"], ", ", ["name", "child"])
    assert flow.steps["ready"].text.for_band("teen") == ("Ready for tea?",)


def test_a_block_of_sections_keeps_what_is_the_workers_own(write: Write) -> None:
    write(
        "blocks/two.yaml",
        """
        block: two
        sections:
          - section: apart
            with: worker
            when: "form == 'full'"
            steps: [{say: a, text: A}]
          - section: together
            steps: [{say: b, text: B}]
        """,
    )
    path = write(
        "small/flow.yaml",
        HEAD
        + "forms: {full: F, short: S}\nsections:\n  - {use: two, with: child, when: \"form != 'short'\"}\n",
    )

    apart, together = compiled(path).flow.sections

    assert (apart.held_with, together.held_with) == ("worker", "child")
    assert apart.when is not None
    assert apart.when[0] == "and"
    assert together.when == ["cmp", ["name", "form"], [["ne", ["lit", "short"]]]]


def test_a_block_inside_a_block_is_renamed_with_it(write: Write) -> None:
    write("blocks/inner.yaml", "block: inner\nsteps:\n  - {ask: what, text: What?}\n")
    write(
        "blocks/outer.yaml",
        "block: outer\nsections:\n  - {use: inner, as: deep}\n"
        "  - {section: after, when: \"answered('deep_what')\", steps: [{say: x, text: y}]}\n",
    )
    path = write("small/flow.yaml", HEAD + "sections:\n  - {use: outer, as: second}\n")

    flow = compiled(path).flow

    assert list(flow.section_of) == ["second_deep_inner", "second_after"]
    assert "second_deep_what" in flow.steps
    assert flow.section_of["second_after"].when == ["call", "answered", "second_deep_what"]


def test_ratings_of_a_scale_are_those_of_the_area_it_goes_into(write: Write) -> None:
    path = write(
        "small/flow.yaml",
        HEAD
        + "sections:\n  - section: one\n    steps:\n      - {scale: today, text: How?, zero: Bad, ten: Good,"
        " into: look.line}\n      - {ask: what, text: What?, when: \"spread('today') >= 3\"}\n",
    )

    assert compiled(path).flow.steps["what"].when == [
        "cmp",
        ["call", "spread", "look.line"],
        [["ge", ["lit", 3]]],
    ]


def test_levels_are_words_by_level_with_their_own_name(write: Write) -> None:
    write("language/levels.yaml", "safety: {goal: safety goal}\nsuccess: {goal: goal}\n")
    path = write(
        "small/flow.yaml",
        HEAD + "sections:\n  - section: one\n    steps:\n"
        "      - {say: a, text: 'Our {{ level.goal }}', when: \"level.id == 'success'\"}\n",
    )

    assert compiled(path).flow.levels["success"] == {"id": "success", "goal": "goal"}


def test_a_role_in_a_note_is_its_own_word_since_cards_know_nobody(write: Write) -> None:
    path = write(
        "small/flow.yaml",
        HEAD + "sections:\n  - section: one\n    steps:\n      - ask: a\n        text: What?\n"
        '        note: "{{ child.name }} may draw. Ask {{ worker }}."\n',
    )

    assert compiled(path).flow.steps["a"].note == "The child may draw. Ask the worker."


def of_step(write: Write, step: str) -> Step:
    head = HEAD + "sections:\n  - section: one\n    steps:\n"
    return compile_flow(write("small/flow.yaml", head + f"      - {step}\n")).flow.steps["a"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("{ask: a, text: What?}", "{ask: a, text: What else?, why: So.}", True),
        ("{ask: a, text: What?}", "{ask: a, text: What?, into: look.harm}", False),
        ("{ask: a, text: What?}", "{choose: a, text: What?, options: {b: B}}", False),
        ("{choose: a, text: T, options: {b: B}}", "{choose: a, text: T, options: {b: Bee}}", True),
        ("{choose: a, text: T, options: {b: B}}", "{choose: a, text: T, options: {c: B}}", False),
        ("{ask: a, text: What?}", "{ask: a, text: What?, by: [child]}", False),
    ],
)
def test_a_fingerprint_is_of_the_answer_and_not_of_the_wording(
    write: Write, one: str, other: str, *, same: bool
) -> None:
    assert (of_step(write, one).print == of_step(write, other).print) is same


def test_one_text_for_a_list_of_texts_and_one_name_for_a_list_of_names_will_do(write: Write) -> None:
    step = of_step(write, "{ask: a, text: What?, more: What else?, into: look.harm, by: child}")

    assert [wording.for_band("adult") for wording in step.more] == [("What else?",)]
    assert (step.into, step.by) == (("look.harm",), ("child",))


def test_a_very_long_flow_is_compiled_and_checked_in_a_moment(write: Write) -> None:
    steps = "".join(
        f"      - ask: q_{at}\n        text: {{younger: What {at}?, teen: What is {at}?}}\n"
        f"        when: not answered('q_{max(0, at - 9)}') or form == 'full'\n"
        f"        then: [{{when: passed('q_{at}'), go: q_{(at + 4) % 2000}}}, {{go: q_{(at - 2) % 2000}}}]\n"
        for at in range(1, 2_000)
    )
    head = HEAD + "forms: {full: F}\nsections:\n  - section: one\n    with: child\n    steps:\n"
    path = write("small/flow.yaml", head + "      - {ask: q_0, text: What?}\n" + steps)

    began = time.perf_counter()
    made = compile_flow(path)
    findings = check_flow(made, talks=False)

    assert (len(made.flow.steps), findings) == (2_000, [])
    assert time.perf_counter() - began < 10


keys = st.sampled_from(
    ["flow", "title", "sections", "section", "steps", "say", "ask", "text", "when", "then", "go", "use",
     "with", "into", "options", "choose", "for_each", "people", "as", "sheets", "parts", "template", "x"]
)  # fmt: skip
leaves = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False),
    st.sampled_from(["a", "small", "look", "look.harm", "end", "{{ child }}", "{{", "answered('a')"]),
    st.text(max_size=8),
)  # fmt: skip
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=25,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=300)
@given(st.dictionaries(keys, trees, max_size=6))
def test_whatever_shape_a_file_has_it_is_compiled_or_found_fault_with(write: Write, value: object) -> None:
    path = write("small/flow.yaml", json.dumps(value))

    made = compile_flow(path)

    findings = check_flow(made)
    assert made.json is not None or findings
    assert all(one.line >= 1 for one in findings)
