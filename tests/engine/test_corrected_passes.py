"""A pass put right into an answer, an answer into a pass; and answers given when the question is gone."""

from tests.engine.talking import section, talk
from tests.engine.test_corrections import WAY, begun


def test_a_pass_is_corrected_into_an_answer_and_is_a_gap_no_more() -> None:
    talking = begun()
    assert "not-known" in talking.gaps()
    (passed,) = talking.answers("passed_one")

    talking.hear(correct="passed_one", say="now I know", by="Dee")

    (answer,) = talking.answers("passed_one")
    assert (answer["id"], answer["value"], answer["pass"], answer["status"]) == (
        passed["id"],
        "now I know",
        None,
        "active",
    )
    assert talking.texts("look.next") == ["now I know"]
    assert "not-known" not in talking.gaps()
    assert talking.session.walk.sight.call("passed", "passed_one") is False
    assert talking.at == "last"


def test_an_answer_is_corrected_into_a_pass_and_leaves_the_sheet() -> None:
    talking = begun()

    talking.hear({"correct": "e1", "pass": "rather-not"})
    talking.hear({"correct": "line", "pass": "dont-know"})
    talking.hear({"correct": "way", "pass": "dont-know"})

    assert talking.texts("look.harm") == []
    assert talking.held("look.line") == []
    assert [one["pass"] for one in talking.answers("way")] == ["dont-know"]
    assert "rather-not" in [one.text for one in talking.session.transcript()]


def test_a_put_off_answer_can_be_given_by_a_correction_and_does_not_come_back() -> None:
    sections = section(
        "{ask: a, text: 'A?', into: look.harm}",
        "{ask: b, text: 'B?'}",
    )
    talking = talk(sections)
    talking.hear({"pass": "later"})

    talking.hear(correct="a", say="after all")
    talking.hear(say="b")

    assert talking.turn.is_finished
    assert talking.texts("look.harm") == ["after all"]
    assert talking.record["later"] == []


def test_a_question_put_off_and_come_back_is_corrected_where_it_was_answered() -> None:
    sections = section(
        "{ask: a, text: 'A?', into: look.harm}",
        "{ask: b, text: 'B?'}",
    )
    talking = talk(sections)
    talking.hear({"pass": "later"})
    talking.hear(say="b")
    talking.hear(say="first")

    talking.hear(correct="a", say="second")

    assert talking.texts("look.harm") == ["second"]


def test_an_optional_question_left_empty_is_answered_by_a_correction() -> None:
    sections = section(
        "{ask: a, text: 'A?', optional: true, into: look.harm}",
        "{ask: b, text: 'B?'}",
    )
    talking = talk(sections)
    talking.hear(next=True)

    talking.hear(correct="a", say="after all", by="Dee")

    assert [(one["text"], one["by"]) for one in talking.held("look.harm")] == [("after all", "p2")]
    assert talking.at == "b"


def test_what_was_not_asked_yet_cannot_be_corrected() -> None:
    talking = talk(WAY)

    assert "has not answered" in talking.is_refused(correct="last", say="x")
    assert "did you mean" in talking.is_refused(correct="lsat", say="x")


def test_a_reason_passed_is_given_later() -> None:
    talking = talk(WAY)
    talking.hear(choose=["short"])
    talking.hear(say="x")
    talking.hear(more=False)
    talking.hear(number=1)
    talking.hear(date="2026-01-01")
    talking.hear(rate=4)
    talking.hear({"pass": "dont-know"})
    (passed,) = [one for one in talking.answers("line") if one["part"]]

    talking.hear(correct=passed["id"], say="Nain comes")

    assert talking.held("look.line")[0]["because"] == ["Nain comes"]
    assert talking.at == "page"
