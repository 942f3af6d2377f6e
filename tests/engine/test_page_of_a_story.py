"""A page of a story: words first, a panel made of them, each sentence read back and agreed to."""

from typing import Any

from guide.engine.play import play, unmet
from guide.flow.talk_file import read_talk
from tests.engine.talking import CHECKOUT, DEE, FAMILY, Talking, compiled, tiny

Json = Any

PAGE = """
- section: page
  title: A page
  steps:
    - ask: said
      text: "What happened?"
      more: ["What else?"]
      into: look.harm
    - panel: picture
      title: "What happened to {{ child }}"
      text: "Which sentences shall we make of it?"
      made_of: [look.harm, look.hard]
      optional: true
    - review: read
      text: "I read it out."
      reads: [picture]
    - ask: last
      text: "What else?"
"""
TOLD = {"text": ["Mum slept.", "Nain came."], "picture": {}}
STORY = CHECKOUT / "flows" / "words-and-pictures"


def begun(*words: str) -> Talking:
    talking = Talking(tiny(PAGE)).meet(*FAMILY).to("said")
    for one in words:
        talking.hear(say=one, by="Dee")
    talking.hear(more=False)
    return talking


def told(*words: str) -> Talking:
    talking = begun(*(words or ("I slept. My mum came",)))
    talking.hear(panel=TOLD)
    return talking


def sentences(talking: Talking) -> list[tuple[list[str], list[Json]]]:
    return [(one["agreed_by"], one["disputed_by"]) for one in talking.record["story"][0]["sentences"]]


def test_the_words_a_page_is_made_of_stand_beside_it() -> None:
    talking = begun("I slept", "My mum came")

    assert [one.text for one in talking.asks.items] == ["I slept", "My mum came"]


def test_a_page_keeps_what_it_was_made_of() -> None:
    talking = told("I slept", "My mum came")

    assert talking.record["story"][0]["from"] == ["e1", "e2"]


def test_a_page_is_made_of_what_a_line_says_and_of_nothing_else() -> None:
    talking, nothing = begun("I slept", "My mum came"), begun("I slept")
    talking.hear(panel={**TOLD, "from": [2]})
    nothing.hear(panel={**TOLD, "from": []})

    assert talking.record["story"][0]["from"] == ["e2"]
    assert nothing.record["story"][0]["from"] == []


def test_a_page_has_the_heading_of_its_step_unless_a_line_gives_another() -> None:
    own, other = begun("I slept"), begun("I slept")
    own.hear(panel=TOLD)
    other.hear(panel={**TOLD, "title": "One night"})

    assert own.record["story"][0]["title"] == "What happened to Ash"
    assert other.record["story"][0]["title"] == "One night"


def test_a_page_is_read_back_sentence_by_sentence() -> None:
    talking = told()

    assert talking.at == "read"
    assert [(one.id, one.text) for one in talking.asks.items] == [
        ("n1.1", "Mum slept."), ("n1.2", "Nain came."),
    ]  # fmt: skip


def test_a_page_nobody_made_is_not_read_back() -> None:
    talking = begun("I slept")
    talking.hear(next=True)

    assert talking.at == "last"


def test_one_agrees_to_a_sentence_and_another_stands_beside_it() -> None:
    talking = told()
    talking.hear(ok=True, agree={"1": ["Dee"], "n1.2": ["Dee", "Rob"]}, dispute={"1": {"Rob": "She was ill"}})
    dee, rob = (
        next(one["id"] for one in talking.record["people"] if one["name"] == name) for name in ("Dee", "Rob")
    )

    assert sentences(talking) == [([dee], [{"by": rob, "says": "She was ill"}]), ([dee, rob], [])]


def test_a_sentence_is_put_right_by_itself_and_then_agreed_to_by_nobody() -> None:
    talking = told()
    talking.hear(ok=True, agree={"1": ["Dee"], "2": ["Dee"]})
    talking.hear({"correct": "n1.1", "say": "Mum was ill."})

    assert talking.record["story"][0]["text"] == ["Mum was ill.", "Nain came."]
    assert [bool(agreed) for agreed, _ in sentences(talking)] == [False, True]


def test_what_was_agreed_goes_with_the_reply_that_is_taken_back() -> None:
    talking = told()
    talking.hear(ok=True, agree={"1": ["Dee"]})
    talking.back()

    assert sentences(talking) == [([], []), ([], [])]
    assert talking.at == "read"


def test_a_sentence_that_is_not_there_is_refused() -> None:
    talking = told()

    assert "n1.3" in talking.is_refused(ok=True, agree={"n1.3": ["Dee"]})
    assert "n1.3" in talking.is_refused({"correct": "n1.3", "say": "No."})


def test_nobody_may_be_shown_a_sentence_by_a_wish() -> None:
    assert "n1.1" in told().is_refused(ok=True, share={"n1.1": {DEE["name"]: "yes"}})


def test_a_sentence_added_after_reading_is_a_gap() -> None:
    talking = told()
    talking.hear(ok=True)
    assert "not-read-back" not in talking.gaps()

    talking.hear({"correct": "n1", "panel": {"text": ["Mum slept.", "Nain came.", "She has a key."]}})

    assert "not-read-back" in talking.gaps()


def test_a_talk_is_held_to_the_pages_of_its_story() -> None:
    talking = told()

    assert unmet(talking.session, {"story": ["Mum slept. Nain came."]}) == []
    assert unmet(talking.session, {"story": ["Mum slept."]}) != []


def test_the_ten_pages_are_told_in_the_order_of_practice_each_from_its_own_words() -> None:
    talk = read_talk(STORY / "carys.talk.yaml")
    talking = Talking(compiled(STORY), form=talk.form, invented=True)
    for _ in play(talking.session, talk.people, talk.lines):
        pass
    story = talking.record["story"]

    assert len(story) == len({one["id"] for one in story}) == 10
    assert all(one["from"] and one["text"] for one in story)
    assert all(any(one["agreed_by"] for one in page["sentences"]) for page in story)
