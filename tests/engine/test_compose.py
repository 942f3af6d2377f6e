"""A sentence made of parts, read back whole and changed in the family's own words."""

from tests.engine.talking import Talking, talk

WORRY = """
- section: one
  title: One
  steps:
    - compose: worry
      text: "One sentence."
      parts:
        who: {ask: "Who?", many: true}
        what: {ask: "What, {{ child.name }}?"}
        when: {ask: "When?", optional: true}
        child: {ask: "And {{ child.name }}?", optional: true}
      template:
        - "{{ parts.who }} worry that {{ parts.what }}"
        - " {{ parts.when }}"
        - ", and that {{ parts.child }}"
        - "."
      read_back: "Is that it?"
      into: look.harm
    - ask: last
      text: "Last, {{ worry | default('nothing') }}"
"""


def begun() -> Talking:
    return talk(WORRY)


def test_each_part_is_a_turn_and_then_the_sentence_stands() -> None:
    talking = begun()
    asked = []
    for words in ("Dee\nRob", "he  shouts", "at night", "Ash is hurt"):
        asked.append((talking.asks.part, talking.asks.text))
        talking.hear(say=words)

    assert asked == [("who", "Who?"), ("what", "What, Ash?"), ("when", "When?"), ("child", "And Ash?")]
    assert (talking.asks.part, talking.asks.text) == ("sentence", "Is that it?")
    assert talking.json["asks"]["items"] == [
        {
            "id": "sentence",
            "text": "Dee and Rob worry that he  shouts at night, and that Ash is hurt.",
            "by": None,
        }
    ]


def test_right_as_it_is() -> None:
    talking = begun()
    talking.hear(parts={"who": ["Dee", "Rob", "Nain"], "what": "he shouts", "when": "at night", "child": "x"})
    talking.hear(ok=True, by="Dee")

    (entry,) = talking.held("look.harm")
    assert entry["text"] == "Dee, Rob and Nain worry that he shouts at night, and that x."
    assert (entry["form"], entry["by"], entry["was"]) == ("composed", "p2", [])


def test_a_piece_whose_part_was_passed_is_left_out_whole() -> None:
    talking = begun()
    talking.hear(parts={"who": "Dee", "what": "he shouts"})

    assert talking.asks.items[0].text == "Dee worry that he shouts."


def test_optional_parts_can_be_passed_or_left_empty_one_by_one() -> None:
    talking = begun()
    talking.hear(say="Dee")
    talking.hear(say="he shouts")
    assert {"next": True} in talking.accepts
    talking.hear(next=True)
    talking.hear({"pass": "dont-know"})

    assert talking.asks.items[0].text == "Dee worry that he shouts."
    assert talking.session.walk.sight.call("passed", "worry") is False


def test_in_the_familys_own_words_and_the_composed_one_stays_beside() -> None:
    talking = begun()
    talking.hear(parts={"who": "Imran", "what": "he shouts"}, by="Imran")
    talking.hear(say="Dee is afraid that he shouts.", by="Dee")

    (entry,) = talking.held("look.harm")
    assert (entry["text"], entry["by"]) == ("Dee is afraid that he shouts.", "p2")
    assert entry["was"] == ["Imran worry that he shouts."]
    assert talking.asks.text == "Last, Dee is afraid that he shouts."


def test_a_needed_part_passed_passes_the_step() -> None:
    talking = begun()
    talking.hear(say="Dee")

    talking.hear({"pass": "rather-not"})

    assert (talking.at, talking.texts("look.harm")) == ("last", [])
    assert talking.session.walk.sight.call("passed", "worry") is True


def test_a_needed_part_left_out_passes_it_too_and_loses_no_words() -> None:
    talking = begun()

    talking.hear(parts={"who": "Dee", "when": "at night"})

    assert talking.at == "last"
    assert "PartGiven" in talking.events()


def test_the_whole_question_can_be_put_off_before_a_part_was_said() -> None:
    talking = begun()
    assert {"pass": "later"} in talking.accepts
    talking.hear(say="Dee")
    assert {"pass": "later"} not in talking.accepts
    talking.back()
    talking.hear({"pass": "later"})
    talking.hear(say="last")

    assert (talking.at, talking.asks.part, talking.asks.returned) == ("worry", "who", True)


def test_an_unknown_part_is_refused() -> None:
    assert "who, what, when, child" in begun().is_refused(parts={"whom": "x"})
    begun().is_refused(parts={"what": ["a", "b"]})
    begun().is_refused(parts={"what": {"a": "b"}})
    begun().is_refused(ok=True)


def test_each_of_several_people_makes_a_sentence() -> None:
    sections = WORRY.replace('text: "One sentence."', 'text: "One sentence."\n      by: [child, parent]')
    talking = talk(sections)
    talking.hear(say="Dee", by="Dee")
    assert (talking.asks.part, talking.asks.who) == ("what", "p2")

    talking.hear(say="Ash", by="Ash")
    assert (talking.asks.part, talking.asks.who) == ("what", "p1")
    talking.hear(say="it is loud")
    talking.hear(more=False) if talking.asks.more else talking.hear({"pass": "dont-know"})
    talking.hear({"pass": "dont-know"})
    talking.hear(ok=True)
    assert [one["by"] for one in talking.held("look.harm")] == ["p1"]
    talking.hear(parts={"who": "Rob", "what": "I shout"}, by="Rob")
    talking.hear(ok=True)

    assert [(one["by"], one["text"]) for one in talking.held("look.harm")] == [
        ("p1", "Ash worry that it is loud."), ("p3", "Rob worry that I shout."),
    ]  # fmt: skip
    assert talking.at == "last"


def test_back_goes_through_the_parts_one_by_one() -> None:
    talking = begun()
    for words in ("Dee", "he shouts", "at night", "x"):
        talking.hear(say=words)

    parts = []
    for _ in range(4):
        talking.back()
        parts.append(talking.asks.part)

    assert parts == ["child", "when", "what", "who"]


def test_a_sentence_can_be_corrected() -> None:
    talking = begun()
    talking.hear(parts={"who": "Dee", "what": "he shouts"})
    talking.hear(ok=True)

    talking.hear(correct="worry", say="It is loud.")

    assert talking.held("look.harm")[0]["was"] == ["Dee worry that he shouts."]
    assert talking.texts("look.harm") == ["It is loud."]
