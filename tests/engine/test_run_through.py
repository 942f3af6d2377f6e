"""A talk played through: what stood before and after each line, and where it no longer fits."""

from itertools import pairwise

from tests.engine.before_a_room import SAYS, a_talk, played


def test_every_line_of_a_talk_is_kept_with_what_stood_before_and_after() -> None:
    run = played()

    assert [one.line for one in run.exchanges] == [one.line for one in a_talk().lines if not one.beat]
    for one, following in pairwise(run.exchanges):
        assert len(one.after.record.events) <= len(following.before.record.events)
    assert run.misfit is None
    assert run.last.is_finished
    assert run.last.record.invented


def test_what_goes_on_by_itself_is_told_before_the_line_it_leads_to() -> None:
    first = played().exchanges[0]

    assert "Hello all" in [one.text for one in first.led]
    assert [one.text for one in first.said] == ["What happened?", "He was horrible"]


def test_a_talk_that_does_not_fit_any_more_is_played_up_to_there() -> None:
    whole = a_talk()
    last = next(one for one in whole.lines if one.at == "sorted")
    run = played(SAYS.replace("at: sorted", "at: soted"))

    assert run.misfit is not None
    assert run.misfit.line == last.line
    assert "soted" in run.misfit.says
    assert [one.line for one in run.exchanges] == [
        one.line for one in whole.lines if not one.beat and one.line < last.line
    ]


def test_a_talk_that_fits_nowhere_still_stands_at_its_beginning() -> None:
    run = played("- {at: nowhere, say: a}\n")

    assert run.exchanges == ()
    assert run.misfit is not None
    assert run.last == run.opening
