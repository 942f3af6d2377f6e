"""What is said to be impossible never happens, however a conversation turns out."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guide.flow.model import Flow, flow_from_json
from guide.flow.ways import WaysOn, knots


def flow_of(sections: list[Any], after: str = "") -> Flow:
    """Return a flow; a section is its name, its conditions and its steps: name, may be left out, ways."""
    return flow_from_json(
        {
            "flow": "small", "version": 1, "title": "", "about": "", "group": "", "minutes": 0,
            "audience": "worker", "forms": {}, "people": [], "sheets": [], "papers": [], "after": after,
            "levels": {}, "sections": sections,
        }
    )  # fmt: skip


def section(name: str, steps: list[Any], **more: Any) -> Any:
    return {"id": name, "title": {"any": [name]}, "held_with": "worker", "steps": steps, **more}


def step(name: str, *ways: tuple[str, bool], left_out: bool = False) -> Any:
    then = [{"go": go} | ({"when": ["name", "x"]} if maybe else {}) for go, maybe in ways]
    own = {"id": name, "kind": "ask", "text": {"any": [name]}, "then": then}
    return own | ({"when": ["name", "x"]} if left_out else {})


def test_without_ways_steps_follow_each_other() -> None:
    ways = WaysOn(flow_of([section("one", [step("a"), step("b")]), section("two", [step("c")])]))

    assert ways.reached == {0, 1, 2}
    assert ways.can_precede(0, 2)
    assert not ways.can_precede(2, 0)
    assert not ways.can_precede(1, 1)


def test_a_way_that_always_holds_leaves_out_what_lies_between() -> None:
    ways = WaysOn(flow_of([section("one", [step("a", ("c", False)), step("b"), step("c")])]))

    assert ways.reached == {0, 2}


def test_houses_can_be_opened_in_any_order() -> None:
    ways = WaysOn(
        flow_of(
            [
                section("good", [step("a", ("dreams", True))]),
                section("worries", [step("b")]),
                section("dreams", [step("c", ("worries", True))]),
                section("close", [step("d")]),
            ]
        )
    )

    assert ways.reached == {0, 1, 2, 3}
    assert ways.can_precede(1, 2)
    assert ways.can_precede(2, 1)


def test_arriving_where_one_has_been_goes_on_from_the_step_after_it() -> None:
    ways = WaysOn(flow_of([section("one", [step("a", ("c", False)), step("b"), step("c", ("a", False))])]))

    assert ways.reached == {0, 1, 2}


def test_finish_here_leads_to_the_last_section_from_everywhere() -> None:
    flow = flow_of(
        [section("one", [step("a", ("end", False)), step("b")]), section("last", [step("c")])], "last"
    )
    ways = WaysOn(flow)

    assert ways.reached == {0, 2}
    assert ways.can_precede(1, 2)


def test_finish_here_leads_back_to_a_last_section_that_stands_before() -> None:
    ways = WaysOn(flow_of([section("last", [step("a")]), section("one", [step("b")])], "last"))

    assert ways.can_precede(1, 0)


def test_the_next_round_of_a_section_knows_nothing_of_the_last() -> None:
    again = {"id": "one_again", "kind": "choose", "text": {"any": ["Again?"]}, "again": True}
    ways = WaysOn(flow_of([section("one", [step("a"), step("b")], again=again), section("two", [step("c")])]))

    assert not ways.can_precede(1, 0)
    assert ways.can_precede(1, 3)


NAMES = [f"q{number}" for number in range(8)]
SECTIONS = ["one", "two", "three"]
gos = st.sampled_from([*NAMES, *SECTIONS, "end"])


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    cuts = sorted(draw(st.sets(st.integers(1, len(NAMES) - 1), min_size=2, max_size=2)))
    steps = [
        step(name, *draw(st.lists(st.tuples(gos, st.booleans()), max_size=2)), left_out=draw(st.booleans()))
        for name in NAMES
    ]
    parts = [steps[: cuts[0]], steps[cuts[0] : cuts[1]], steps[cuts[1] :]]
    conditional = [{"when": ["name", "x"]} if draw(st.booleans()) else {} for _ in SECTIONS]
    return flow_of(
        [section(name, own, **more) for name, own, more in zip(SECTIONS, parts, conditional, strict=True)],
        draw(st.sampled_from(["", "three"])),
    )


def talked(flow: Flow, turns: st.DataObject) -> list[int]:
    """Walk a flow with conditions that turn out as they like; return the steps asked, in order."""
    steps = [one for section in flow.sections for one in section.steps]
    number = {one.id: at for at, one in enumerate(steps)}
    first = {section.id: number[section.steps[0].id] for section in flow.sections}
    is_open = {section.id: section.when is None or turns.draw(st.booleans()) for section in flow.sections}
    asked: list[int] = []
    at = 0
    while at < len(steps):
        one = steps[at]
        held = one.when is None or turns.draw(st.booleans())
        if at in asked or not is_open[one.section] or not held:
            at += 1
            continue
        asked.append(at)
        to = next((way.go for way in one.then if way.when is None or turns.draw(st.booleans())), None)
        if to is None:
            at += 1
        elif to == "end":
            is_last = one.section == flow.after or not flow.after or first[flow.after] in asked
            at = len(steps) if is_last else first[flow.after]
        else:
            at = first.get(to, number.get(to, 0))
    return asked


@given(flows(), st.data())
def test_whatever_is_asked_was_said_to_be_reached_and_in_an_order_that_can_be(
    flow: Flow, turns: st.DataObject
) -> None:
    ways = WaysOn(flow)

    asked = talked(flow, turns)

    assert set(asked) <= ways.reached
    assert all(ways.can_precede(one, other) for at, one in enumerate(asked) for other in asked[at + 1 :])


def test_a_knot_comes_after_all_it_leads_to() -> None:
    assert [sorted(knot) for knot in knots([[1], [2, 0], [3], []], 4)] == [[3], [2], [0, 1]]


def test_two_thousand_steps_that_all_lead_back_are_no_burden() -> None:
    steps = [step(f"s{at}", (f"s{max(0, at - 7)}", True), left_out=True) for at in range(2_000)]

    ways = WaysOn(flow_of([section("one", steps)]))

    assert len(ways.reached) == 2_000
    assert ways.can_precede(1_999, 1_990)
