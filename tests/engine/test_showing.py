"""Forward, back and jump: a showing is always where it would be by walking there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.engine.showing import LAYERS, Show, stops_of
from guide.errors import WrongUse
from tests.engine.before_a_room import played


def show(cut: int = 0) -> Show:
    return Show(stops_of(played(), cut))


def everywhere(begun: Show) -> list[Show]:
    """Return every state forward leads through."""
    found = [begun]
    while (ahead := found[-1].forward()) != found[-1]:
        found.append(ahead)
    return found


CUTS = st.sampled_from([0, 6, 12])


@pytest.mark.parametrize("cut", [0, 6, 12])
def test_forward_then_back_is_where_we_were(cut: int) -> None:
    states = everywhere(show(cut))

    for here, ahead in pairwise(states):
        assert here.forward() == ahead
        assert ahead.back() == here
    assert states[0].back() == states[0]


@given(CUTS, st.lists(st.sampled_from([*LAYERS, "forward", "back", "next", "before"]), max_size=30))
def test_forward_then_back_is_where_we_were_whatever_was_shown_and_hidden_before(
    cut: int, moves: list[str]
) -> None:
    here = show(cut)
    for move in moves:
        match move:
            case "forward":
                here = here.forward()
            case "back":
                here = here.back()
            case "next":
                here = here.next_moment()
            case "before":
                here = here.moment_before()
            case layer:
                here = here.toggle(layer)
        ahead = here.forward()

        assert set(here.shown) <= set(here.stop.layers)
        assert ahead == here or ahead.back() == here


@given(CUTS, st.integers(min_value=-5, max_value=60))
def test_a_jump_is_where_walking_leads(cut: int, at: int) -> None:
    begun = show(cut)
    walked = next(one for one in everywhere(begun) if one.at == max(0, min(at, len(begun.stops) - 1)))

    assert begun.to(at) == walked
    assert begun.to(at).stop is walked.stop


def test_a_moment_reveals_its_layers_in_the_order_that_teaches() -> None:
    moment = show().next_moment()

    assert moment.stop.layers == (
        "question", "technique", "why", "opened", "instead.1", "instead.2", "answer", "tests", "argue",
        "place",
    )  # fmt: skip
    assert moment.shown == ()
    assert moment.forward().shown == ("question",)


def test_a_layer_is_shown_and_hidden_by_its_kind_alone() -> None:
    moment = show().next_moment()

    assert moment.toggle("instead").shown == ("instead.1", "instead.2")
    assert moment.toggle("instead").toggle("question").toggle("instead").shown == ("question",)
    assert moment.toggle("instead").forward().shown == ("instead.1", "instead.2", "question")
    assert show().toggle("question") == show()


def test_the_whole_talk_shows_every_line_and_a_cut_folds_what_is_between() -> None:
    whole, short = stops_of(played()), stops_of(played(), 6)

    assert [one.number for one in whole] == [
        "0", "0.1", "1", "1.1", "2", "2.1", "3", "4", "4.1", "end",
    ]  # fmt: skip
    assert [(one.kind, one.number) for one in short] == [
        ("opening", "0"), ("way", "0.1"), ("beat", "1"), ("way", "1.1–2.1"), ("beat", "3"), ("beat", "4"),
        ("way", "4.1"), ("end", "end"),
    ]  # fmt: skip


def test_a_number_means_the_same_in_every_cut() -> None:
    named = [{one.number: one.beat.name for one in stops_of(played(), cut) if one.beat} for cut in (0, 6, 12)]

    assert named[1].items() <= named[0].items()
    assert named[2] == named[0]


def test_a_cut_the_talk_has_not_got_is_refused_with_those_it_has() -> None:
    with pytest.raises(WrongUse, match="no cut of 20 minutes: it has 6, 12"):
        stops_of(played(), 20)


def test_the_moment_before_is_first_the_beginning_of_this_one() -> None:
    second = show().next_moment().next_moment()

    assert second.stop.number == "2"
    assert second.forward().moment_before() == second
    assert second.moment_before() == show().next_moment()
    assert show().moment_before() == show()
