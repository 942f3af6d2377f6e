"""What is missing, doubtful or one-sided is named; never filled in, never judged."""

from tests.engine.talking import ASH, DEE, IMRAN, Talking, example, section, talk, tiny

ONE = """
- section: one
  title: One
  steps:
    - {ask: a, text: "What happened to {{ child.name }} on that day in the spring when nobody was at home at all, and who saw it?", into: look.harm}
    - {ask: b, text: "B?", optional: true}
    - {ask: c, text: "C?"}
"""  # noqa: E501 - a question that is too long for a gap


def says(talking: Talking) -> dict[str, str]:
    return {one["code"]: one["says"] for one in talking.record["gaps"]}


def test_a_child_without_words_of_their_own() -> None:
    talking = talk(ONE)
    assert "Ash" in says(talking)["no-child-voice"]

    talking.hear(say="x", by="Ash")

    assert "no-child-voice" not in says(talking)


def test_a_guess_about_a_child_is_no_voice_of_theirs() -> None:
    sections = section(
        "{scale: l, text: '?', zero: '0', ten: '1', into: look.line}",
        "{ask: c, text: 'C?'}",
    )
    talking = talk(sections)

    talking.hear(rate=3, by="Ash", guessed_by="Imran")

    assert "no-child-voice" in says(talking)


def test_a_parent_nobody_asked() -> None:
    talking = talk(ONE, ASH, DEE, IMRAN)
    assert "Dee" in says(talking)["parent-not-asked"]

    talking.hear(say="x", by="Dee")
    assert "parent-not-asked" not in says(talking)


def test_a_question_put_off_or_not_known_is_told_shortly() -> None:
    talking = talk(ONE)
    talking.hear({"pass": "dont-know"})

    assert says(talking)["not-known"].startswith("Not known yet: What happened to Ash on that day")
    assert says(talking)["not-known"].endswith("…")
    assert len(says(talking)["not-known"]) < 120
    talking.hear({"pass": "later"})
    assert "put-off" not in says(talking), "an optional question is no gap"


def test_an_area_that_should_not_stay_empty() -> None:
    talking = example()

    assert says(talking)["empty"] == "Nobody has said what happens next."


def test_what_waits_to_be_sorted() -> None:
    talking = talk(ONE.replace("into: look.harm", "into: look.said"))
    talking.hear(say="x")

    assert says(talking)["unsorted"] == "1 still to be sorted: Said."


def test_something_urgent_nobody_was_told_of() -> None:
    talking = talk(ONE)
    talking.hear(urgent="")
    assert "urgent-not-told" in says(talking)

    talking.hear(urgent={"told": "Ann"})

    assert "urgent-not-told" not in says(talking)


def test_one_sided_either_way() -> None:
    head = "sheets: [sides]\n"
    sections = section(
        "{ask: a, text: 'A?', into: sides.worries}",
        "{ask: b, text: 'B?', into: sides.good}",
    )
    sheet = "sheet: sides\ntitle: Sides\nareas: {worries: {title: Worries}, good: {title: Good}}\n"
    flow = tiny(sections, head=head, sheets=(("sides", sheet),))
    seen = []
    for first, second in (
        ({"say": "x"}, {"pass": "rather-not"}),
        ({"pass": "rather-not"}, {"say": "x"}),
        ({"say": "x"}, {"say": "x"}),
    ):
        talking = Talking(flow).meet(ASH, IMRAN).to("a")
        talking.hear(first)
        talking.hear(second)
        seen.append({code for code in says(talking) if code.startswith("all-")})

    assert seen == [{"all-worries"}, {"all-strengths"}, set()]


def test_a_strength_put_down_as_safety_that_nobody_sorted() -> None:
    sheet = "sheet: map\ntitle: Map\nareas: {strengths: {title: Strengths}, safety: {title: Safety}}\n"
    sections = """
- section: one
  title: One
  steps:
    - {ask: a, text: "A?", into: map.strengths}
    - {sort: sorting, text: "Where?", sorts: map.strengths, where: {map.safety: "Was the danger there?"}}
    - {ask: c, text: "C?"}
"""
    flow = tiny(sections, head="sheets: [map]\n", sheets=(("map", sheet),))
    talking = Talking(flow).meet(ASH, IMRAN).to("a")
    talking.hear(say="Nain came round")
    talking.hear(sort={"1": "map.safety"})
    assert "strength-as-safety" not in says(talking)

    talking.hear(add={"area": "map.safety", "say": "Good at school"})

    assert "Good at school" in says(talking)["strength-as-safety"]
