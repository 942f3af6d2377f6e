"""A picture line by line: told as its sentences suggest it, with how somebody looks."""

from io import StringIO

from guide.cli.lines import talk_in_lines
from tests.engine.kinds import at


def said(*lines: str) -> str:
    """Return what is told when these lines are typed at a question for a picture."""
    talking = at('panel: it\n      text: "A picture?"')
    out = StringIO()
    talk_in_lines(talking.session, StringIO("\n".join((*lines, "/quit")) + "\n"), out)
    return out.getvalue()


def test_a_picture_is_told_as_its_sentences_suggest_it() -> None:
    told = said("Mum was sad at home. / Dee held Ash's hand.")

    assert "(the picture: At home: Mum (sad), Dee (hand in hand with Ash), Ash.)" in told


def test_a_look_is_said_in_a_line_and_told_with_the_picture() -> None:
    told = said("Dee was at school.", "/look dee: bun, [/x] a red coat")

    assert "(the picture: At school: Dee (with a bun, [/x] a red coat).)" in told


def test_a_look_of_nobody_is_one_sentence() -> None:
    assert "should be like" in said("Dee was at school.", "/look : bun")
