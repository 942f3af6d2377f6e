"""Going over a list: an item added later is asked, a removed one set aside; and once more on request."""

from tests.engine.talking import Talking, talk

EACH = """
- section: things
  title: Things
  steps: [{ask: thing, text: "What?", more: ["What else?"], into: look.harm}]
- section: each
  title: Each
  for_each: {one: "entries('look.harm')"}
  steps:
    - {ask: about, text: "What of {{ one.text }}, {{ one.by }}?", into: look.next}
    - {number: often, text: "How often, {{ about }}?", when: "answered('about')"}
- section: close
  title: Close
  steps: [{ask: last, text: "Last, {{ about | join(', ') }}?"}]
"""


def begun(*things: str) -> Talking:
    talking = talk(EACH)
    for words in things:
        talking.hear(say=words, by="Dee")
    talking.hear({"more": False} if things else {"pass": "dont-know"})
    return talking


def test_inside_its_items_text_and_answers_are_seen_and_outside_a_list() -> None:
    talking = begun("one", "two")
    asked = [talking.asks.text]
    talking.hear(say="of one")
    asked.append(talking.asks.text)
    talking.hear(number=1)
    asked.append(talking.asks.text)
    talking.hear({"pass": "dont-know"})

    assert asked == ["What of one, Dee?", "How often, of one?", "What of two, Dee?"]
    assert talking.asks.text == "Last, of one?"


def test_a_pass_is_of_its_own_item() -> None:
    sections = EACH.replace("when: \"answered('about')\"", "when: \"passed('about')\"")
    talking = talk(sections)
    for words in ("one", "two"):
        talking.hear(say=words)
    talking.hear(more=False)

    talking.hear({"pass": "dont-know"})
    assert talking.at == "often"
    talking.hear(number=1)
    assert talking.hear(say="of two").asks.step == "last"


def test_an_empty_list_is_passed_over() -> None:
    assert begun().at == "last"


def test_an_item_added_later_is_asked() -> None:
    talking = begun("one")
    talking.hear(say="of one")
    talking.hear(number=1)
    assert talking.at == "last"

    talking.hear(add={"area": "look.harm", "say": "another"})

    assert (talking.at, talking.asks.of) == ("about", "e3")
    talking.hear(say="of another")
    talking.hear(number=2)
    assert talking.asks.text == "Last, of one, of another?"


def test_a_removed_items_answers_are_set_aside() -> None:
    talking = begun("one", "two")
    for words in ("of one", "of two"):
        talking.hear(say=words)
        talking.hear(number=1)

    talking.hear(remove="e1")

    assert talking.texts("look.next") == ["of two"]
    assert [(one["of"], one["status"]) for one in talking.answers("about")] == [
        ("e1", "aside"),
        ("e2", "active"),
    ]
    assert talking.asks.text == "Last, of two?"


def test_a_loop_over_people_ratings_and_panels() -> None:
    for over, texts in (("people('parent')", ["Dee", "Rob"]), ("ratings('look.line')", ["3", "8"])):
        sections = f"""
- section: one
  title: One
  steps: [{{scale: line, text: "?", zero: "0", ten: "10", by: [parent], into: look.line}}]
- section: each
  title: Each
  for_each: {{it: "{over}"}}
  steps: [{{ask: about, text: "{{{{ it.text }}}}"}}]
"""
        talking = talk(sections)
        talking.hear(rate=3, by="Dee")
        talking.hear(rate=8, by="Rob")

        seen = [talking.asks.text]
        talking.hear(say="x")
        seen.append(talking.asks.text)
        assert seen == texts


def test_a_loop_over_the_panels_of_another() -> None:
    sections = """
- section: pages
  title: Pages
  again: "Another?"
  steps: [{panel: page, text: "Page?"}]
- section: each
  title: Each
  for_each: {one: "page"}
  steps: [{ask: about, text: "{{ one.text }}"}]
"""
    talking = talk(sections)
    talking.hear(panel={"text": ["A plate.", "A door."]})
    talking.hear(choose=["yes"])
    talking.hear(panel={"text": ["A bucket."]})
    talking.hear(choose=["no"])

    seen = [(talking.asks.of, talking.asks.text)]
    talking.hear(say="x")
    seen.append((talking.asks.of, talking.asks.text))
    assert seen == [("n1", "A plate. A door."), ("n2", "A bucket.")]


def test_a_way_out_of_a_loop_leaves_it() -> None:
    sections = EACH.replace(
        '{ask: about, text: "What of {{ one.text }}, {{ one.by }}?", into: look.next}',
        '{ask: about, text: "What of {{ one.text }}?", then: [{when: "about == \'stop\'", go: close}]}',
    )
    talking = talk(sections)
    for words in ("one", "two"):
        talking.hear(say=words)
    talking.hear(more=False)

    talking.hear(say="stop")

    assert (talking.at, talking.asks.text) == ("last", "Last, stop?")


def test_a_way_to_the_section_from_outside_goes_over_the_whole_list_once() -> None:
    sections = EACH.replace("into: look.harm}]", "into: look.harm, then: [{go: close}]}]").replace(
        "[{ask: last, text: \"Last, {{ about | join(', ') }}?\"}]",
        '[{ask: last, text: "Last?", then: [{go: each}]}]',
    )
    talking = talk(sections)
    talking.hear(say="one")
    talking.hear(more=False)
    assert talking.at == "last"

    talking.hear(say="x")
    assert (talking.at, talking.asks.of) == ("about", "e1")
    talking.hear(say="of one")
    assert talking.hear(number=1).is_finished


AGAIN = """
- section: stories
  title: Stories
  again: "Is there another one?"
  steps:
    - {ask: scene, text: "Scene?", into: look.harm}
    - {ask: who, text: "Who, in {{ scene }}?"}
- section: close
  title: Close
  steps: [{ask: last, text: "Last, {{ scene | join(', ') }}?"}]
"""


def test_once_more_repeats_the_section_as_another_item() -> None:
    talking = talk(AGAIN)
    talking.hear(say="kitchen")
    talking.hear(say="me")
    assert (talking.at, talking.asks.text, talking.asks.of) == (
        "stories_again",
        "Is there another one?",
        "i1",
    )
    assert talking.accepts[0] == {"choose": ["no"]}
    assert {"pass": "later"} not in talking.accepts

    talking.hear(choose=["yes"])
    assert (talking.at, talking.asks.of) == ("scene", "i2")
    talking.hear(say="garden")
    assert talking.asks.text == "Who, in garden?"
    talking.hear(say="her")
    talking.hear(choose=["no"])

    assert talking.asks.text == "Last, kitchen, garden?"
    assert [one["of"] for one in talking.answers("scene")] == ["i1", "i2"]


def test_passed_it_goes_on() -> None:
    talking = talk(AGAIN)
    talking.hear(say="kitchen")
    talking.hear(say="me")

    assert talking.hear({"pass": "dont-know"}).asks.step == "last"


def test_a_yes_corrected_into_a_no_sets_the_other_round_aside() -> None:
    talking = talk(AGAIN)
    for words in ("kitchen", "me"):
        talking.hear(say=words)
    talking.hear(choose=["yes"])
    for words in ("garden", "her"):
        talking.hear(say=words)
    talking.hear(choose=["no"])

    talking.hear(correct="stories_again", of="i1", choose=["no"])

    assert talking.texts("look.harm") == ["kitchen"]
    assert talking.at == "last"


def test_back_leaves_the_other_round() -> None:
    talking = talk(AGAIN)
    for words in ("kitchen", "me"):
        talking.hear(say=words)
    talking.hear(choose=["yes"])

    assert talking.back().asks.step == "stories_again"
