"""Reading back: one turn for everything, two decisions about showing, and who agrees."""

from tests.engine.talking import Talking, talk

READ = """
- section: one
  title: One
  steps:
    - ask: things
      text: "What?"
      more: ["What else?"]
      into: look.harm
    - people: around
      text: "Who?"
      roles: {family: "Family"}
      into: look.around
      optional: true
    - review: read_back
      text: "I read it back."
      reads: [look.harm, look.around]
      shows: true
    - ask: last
      text: "Last, {{ answered('read_back') }}?"
"""


def begun(*things: str) -> Talking:
    talking = talk(READ)
    for words in things:
        talking.hear(say=words, by="Ash")
    if things:
        talking.hear(more=False)
    else:
        talking.hear({"pass": "dont-know"})
    return talking


def reading() -> Talking:
    talking = begun("one", "two")
    talking.hear(people=[{"name": "Nain", "as": "family"}])
    return talking


def test_everything_is_read_in_one_turn() -> None:
    talking = reading()

    assert talking.at == "read_back"
    assert talking.json["asks"]["items"] == [
        {"id": "e1", "text": "one", "by": "p1"}, {"id": "e2", "text": "two", "by": "p1"},
        {"id": "p5", "text": "Nain", "by": "p5"},
    ]  # fmt: skip
    assert talking.hear(ok=True).asks.text == "Last, yes?"


def test_nothing_to_read_is_passed_over() -> None:
    talking = begun()
    talking.hear(next=True)

    assert talking.at == "last"


def test_it_is_corrected_first_and_stays_one_turn() -> None:
    talking = reading()

    talking.hear(correct="e2", say="the noise")

    assert talking.at == "read_back"
    assert talking.asks.items[1].text == "the noise"


def test_what_changes_later_is_a_gap() -> None:
    for change in (
        {"correct": "e1", "say": "other"},
        {"add": {"area": "look.harm", "say": "new"}},
        {"move": {"e1": "look.hard"}},
    ):
        talking = reading()
        talking.hear(ok=True)
        assert "not-read-back" not in talking.gaps()

        talking.hear(change)
        assert "not-read-back" in talking.gaps()
        talking.hear(correct="read_back", ok=True)
        assert "not-read-back" not in talking.gaps()


def test_a_wish_for_each_viewer_by_number_or_id() -> None:
    talking = reading()

    talking.hear(
        ok=True, share={"1": {"Dee": "yes", "p3": "with-me"}, "e2": {"Dee": "not the bit about the chair"}}
    )

    one, two = talking.held("look.harm")
    assert one["share"] == {
        "p2": {"wish": "yes", "words": "", "cleared": None}, "p3": {"wish": "with-me", "words": "",
        "cleared": None},
    }  # fmt: skip
    assert two["share"] == {"p2": {"wish": "no", "words": "not the bit about the chair", "cleared": None}}


def test_a_wish_may_come_with_their_own_words() -> None:
    talking = reading()

    talking.hear(ok=True, share={"e1": {"Dee": {"wish": "with-me", "words": "you be there"}}})

    assert talking.held("look.harm")[0]["share"]["p2"] == {
        "wish": "with-me",
        "words": "you be there",
        "cleared": None,
    }


def test_clearing_is_a_named_adults_second_decision() -> None:
    talking = reading()
    talking.hear(ok=True, share={"e1": {"Dee": "yes"}})

    talking.hear(clear={"Dee": ["e1"]}, by="Imran", why="Nobody is hurt by it")

    assert talking.held("look.harm")[0]["share"]["p2"] == {
        "wish": "yes", "words": "",
        "cleared": {"by": "p4", "at": "2026-11-21T10:00:00Z", "why": "Nobody is hurt by it"},
    }  # fmt: skip
    assert "adult" in talking.is_refused(clear={"Rob": ["e1"]}, by="Ash")


def test_a_wish_changed_later_keeps_the_clearing_and_back_the_wish() -> None:
    talking = reading()
    talking.hear(ok=True, share={"e1": {"Dee": "yes"}})
    talking.hear(clear={"Dee": ["e1"]})

    talking.hear(correct="read_back", ok=True, share={"e1": {"Dee": "no"}})
    share = talking.held("look.harm")[0]["share"]["p2"]
    assert (share["wish"], share["cleared"]["by"]) == ("no", "p4")
    assert len(talking.answers("read_back")) == 1
    talking.back()
    assert talking.held("look.harm")[0]["share"]["p2"]["wish"] == "yes"


def test_who_agrees_and_who_does_not() -> None:
    talking = reading()

    talking.hear(ok=True, agree={"e1": ["Dee", "Rob"]}, dispute={"e1": {"Rob": "It was once"}})

    (one, _) = talking.held("look.harm")
    assert one["agreed_by"] == ["p2"]
    assert [list(pair.values()) for pair in one["disputed_by"]] == [["p3", "It was once"]]


def test_a_wrong_shape_of_a_wish_is_refused() -> None:
    for line in (
        {"share": {"e9": {"Dee": "yes"}}}, {"share": {"e1": "yes"}}, {"share": {"e1": {"Nobody": "yes"}}},
        {"share": ["e1"]}, {"share": {"e1": {"Dee": 5.5j}}}, {"share": {"e1": {"Dee": {"wish": "perhaps"}}}},
        {"share": {"3": {"Dee": "yes"}}}, {"share": {"e1": {"Dee": ""}}}, {"agree": {"e1": 5}},
        {"agree": {"e1": ["X"]}},
        {"dispute": {"e1": ["Rob"]}}, {"dispute": {"e1": {"Rob": ["x"]}}},
    ):  # fmt: skip
        reading().is_refused({"ok": True, **line})


def test_words_put_right_afterwards_were_neither_wished_nor_cleared() -> None:
    talking = reading()
    talking.hear(ok=True, share={"e1": {"Dee": "yes"}, "e2": {"Dee": "yes"}})
    talking.hear(clear={"Dee": ["e1", "e2"]}, by=_clears(talking), why="safe")
    assert talking.held("look.harm")[0]["share"]["p2"]["cleared"]

    talking.hear(correct="e1", say="one and a belt")

    first, second = talking.held("look.harm")
    assert first["share"] == {}
    assert second["share"]["p2"]["cleared"]
    talking.hear(back=True)
    assert talking.held("look.harm")[0]["share"]["p2"]["cleared"]


def _clears(talking: Talking) -> str:
    return next(one.id for one in talking.session.record.people.values() if one.role == "worker")
