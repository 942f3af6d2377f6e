"""What a child or a family reads: what is asked to be looked at again, and what is left alone."""

import pytest

from guide.flow.check import check_flow
from guide.flow.compile import compile_flow
from tests.flow.conftest import Write


def codes(
    write: Write, text: str, *, held_with: str = "child", step: str = "ask", band: str = ""
) -> list[str]:
    words = f'"{text}"' if not band else f'{{{band}: "{text}"}}'
    path = write(
        "small/flow.yaml",
        f"flow: small\ntitle: Small\nsections:\n  - section: one\n    with: {held_with}\n    steps:\n"
        f"      - {step}: a\n        text: {words}\n",
    )
    return [one.code for one in check_flow(compile_flow(path), talks=False)]


@pytest.mark.parametrize(
    "text",
    [
        "What goes in here?",
        "Tell me about that.",
        "You said 'on the bucket'. Tell me about that.",
        "Who is there?",
        "What happens next?",
        "Which days feel like good days?",
        "What do you do when it gets hard?",
        "Did I get it right?",
        "What else is in this house?",
        "Carry on, have a break, or finish?",
        "What would you see, hear and smell?",
        "Where would you like to sit?",
        "What is on the TV then?",
    ],
)
def test_a_good_question_is_left_alone(write: Write, text: str) -> None:
    assert codes(write, text, band="middle") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Isn't it nice there?", "G100"),
        ("Does he come often?", "G100"),
        ("Did anybody see that?", "G100"),
        ("That must be hard?", "G100"),
        ("Is it because of the night?", "G100"),
        ("It was nice, yes?", "G100"),
        ("What was it, and who was there?", "G101"),
        ("What was it? And then?", "G101"),
        ("How come you went?", "G103"),
        ("What happens when Dad shouts?", "G104"),
        ("Where does it hurt?", "G104"),
    ],
)
def test_a_poor_question_is_to_be_looked_at_again(write: Write, text: str, code: str) -> None:
    assert code in codes(write, text, band="middle")


@pytest.mark.parametrize(
    ("band", "words", "found"),
    [
        ("younger", 12, []),
        ("younger", 13, ["G102"]),
        ("adapted", 13, ["G102"]),
        ("middle", 16, []),
        ("middle", 17, ["G102"]),
        ("teen", 20, []),
        ("teen", 21, ["G102"]),
        ("observer", 25, []),
        ("observer", 26, ["G102"]),
    ],
)
def test_each_band_has_its_length(write: Write, band: str, words: int, found: list[str]) -> None:
    assert codes(write, " ".join(["word"] * words), band=band) == found


def test_length_is_that_of_the_longest_sentence(write: Write) -> None:
    assert (
        codes(write, "This house is for things you like. What shall we put in first?", band="younger") == []
    )


def test_an_expression_counts_as_one_word(write: Write) -> None:
    text = "{{ child.name }} " + " ".join(["word"] * 11)

    assert codes(write, text, band="younger") == []


@pytest.mark.parametrize("held_with", ["worker", "team"])
def test_only_what_a_child_or_family_reads_is_looked_at(write: Write, held_with: str) -> None:
    assert codes(write, "Why did the siblings' placement break down?", held_with=held_with) == []


def test_a_family_is_not_asked_in_a_childs_words_but_without_jargon(write: Write) -> None:
    assert codes(write, "Why do you think that is?", held_with="family") == []
    assert codes(write, "What do the professionals say?", held_with="family") == ["G105"]
    assert codes(write, "This stands on the sheet.", held_with="family", step="say") == ["G106"]
    assert codes(write, "Take a sheet of paper.", held_with="family", step="say") == []


def test_an_observer_is_spoken_to_as_the_adult_they_are(write: Write) -> None:
    assert codes(write, "What does the child do when mum comes?", band="observer") == []
    assert codes(write, "What does the child do?", band="middle") == ["G107"]


def test_a_child_may_read_the_names_they_have_spoken(write: Write) -> None:
    assert codes(write, "{{ child.name }}, {{ worker }} and {{ named('child') }}.", step="say") == []
    assert codes(write, "This is for {{ people('parent') }}.", step="say") == ["G108"]


def test_what_only_a_helper_sees_is_not_held_to_it(write: Write) -> None:
    path = write(
        "small/flow.yaml",
        "flow: small\ntitle: Small\nsections:\n  - section: one\n    with: child\n    steps:\n"
        "      - ask: a\n        text: What goes in here?\n        note: Ask the child about the placement.\n"
        "        teach: Why is it so? Assessment.\n        listen_for: The session.\n",
    )

    assert check_flow(compile_flow(path), talks=False) == []
