"""What a trainer's moment holds, worked out from the talk and its flow."""

import pytest

from guide.engine.beats import Beat, Weaker, beats_of
from guide.engine.landing import Landing, SortQuestion
from guide.engine.spoken import Spoken
from tests.engine.before_a_room import played


def beat(name: str) -> Beat:
    return next(one for one in beats_of(played()) if one.name == name)


def test_moments_are_numbered_through_the_whole_talk() -> None:
    assert [(one.number, one.name) for one in beats_of(played())] == [
        (1, "Horrible"), (2, "The number"), (3, "Two sentences"), (4, "In secret"),
    ]  # fmt: skip


def test_what_was_just_said_stands_with_its_question() -> None:
    said = beat("Horrible").said

    assert said == (Spoken("What happened?", kind="guide"), Spoken("He was horrible", "Dee"))


def test_a_phrase_given_back_is_our_question_and_the_next_line_answers_it() -> None:
    one = beat("Horrible")

    assert (one.question, one.technique) == ("Horrible: what did he do?", "echo")
    assert one.why.startswith("Their own words, given back")
    assert [said.text for said in one.answer] == ["He threw a cup at the wall and Ash hid on the stairs"]
    assert one.covers == 2


def test_what_the_talk_says_of_a_moment_is_kept_word_for_word() -> None:
    one = beat("Horrible")

    assert one.think == "She says horrible. What would you ask?"
    assert one.opened == "A cup, and where Ash stood."
    assert one.argue == "The wall was hit and nobody was."
    assert one.instead == (
        Weaker("Why was he horrible?", "A shrug", "A why asks for a reason."),
        Weaker("Is he always like that?", "Yes"),
    )
    assert one.notes == "Wait for the room."


def test_an_answer_waits_to_be_sorted_by_the_tests_of_its_flow() -> None:
    one = beat("Horrible")

    assert one.tests == (
        SortQuestion("Has it happened?", "Harm"),
        SortQuestion("Does it make things harder?", "Hard"),
    )
    assert [(each.places, each.later) for each in one.landings] == [(("Said",), ("Harm",))]
    assert one.areas == ("look.said",)


def test_a_number_is_a_guess_where_it_is_one_and_its_reason_goes_with_it() -> None:
    one = beat("The number")

    assert (one.question, one.technique) == ("Nought to ten?", "scaling")
    assert one.answer[0] == Spoken("4", "Imran", "rated", "Dee")
    assert one.answer[1].text == "He said sorry"
    assert one.landings[0].places == ("The line",)
    assert one.note == ""


def test_at_a_sort_the_room_is_asked_about_what_waits_there() -> None:
    one = beat("Two sentences")

    assert [each.text for each in one.said] == ["He was horrible", "Third night without sleep"]
    assert one.answer == ()
    assert one.question == "Where does it belong?"
    assert one.landings == (
        Landing("He was horrible", ("Harm",)),
        Landing("Third night without sleep", ("Hard",)),
    )


def test_what_was_given_privately_is_not_told_at_a_moment() -> None:
    one = beat("In secret")

    assert [(each.kind, each.text) for each in one.answer] == [("given", "")]
    assert "I ring my mum" not in repr(one)
    assert one.landings == ()


@pytest.mark.parametrize("line", ['{aside: "She smiles", seen: true}', "{finish: true}"])
def test_a_moment_before_something_nobody_asked_holds_no_question_of_ours(line: str) -> None:
    run = played(f'- {{at: events, by: Dee, say: "a"}}\n- beat: "Here"\n- {line}\n')
    (one,) = beats_of(run)

    assert one.answer == ()
    assert one.landings == ()
