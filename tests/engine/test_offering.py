"""What an earlier conversation offers: to the worker only, line by line, with where it comes from."""

from guide.log.memory import Memory
from tests.engine.talking import FAMILY, Talking, tiny

EARLIER = """
- section: one
  title: One
  steps:
    - ask: things
      text: "What?"
      more: ["What else?"]
      into: look.harm
    - review: read
      text: "I read it."
      reads: [look.harm]
      shows: true
"""
LATER = """
- section: before
  title: Before
  with: worker
  steps:
    - ask: known
      text: "What is known?"
      more: ["What else?"]
      offers: [look.harm]
      into: look.said
      optional: true
- section: after
  title: After
  with: family
  steps:
    - ask: again
      text: "What happened?"
      offers: [look.harm]
"""


def earlier(store: Memory) -> Talking:
    talking = Talking(tiny(EARLIER), store=store).meet(*FAMILY).to("things")
    talking.hear(say="Mum slept", by="Ash")
    talking.hear(say="I made toast", by="Ash")
    talking.hear(more=False)
    talking.hear(ok=True, share={"2": {"Dee": "no"}})
    return talking


def later(store: Memory, origin: str = "") -> Talking:
    return Talking(tiny(LATER), store=store, origin=origin)


def started() -> tuple[Talking, str]:
    store = Memory()
    origin = earlier(store).session.id
    return later(store, origin), origin


def test_what_was_said_is_offered_with_whose_it_is_and_from_whom_it_was_kept() -> None:
    talking, origin = started()

    assert talking.at == "known"
    assert talking.json["asks"]["offers"] == [
        {"id": f"{origin}:e1", "text": "Mum slept", "by": "p1"},
        {"id": f"{origin}:e2", "text": "I made toast", "by": "p1", "kept": "Dee: no"},
    ]


def test_nothing_is_taken_by_itself() -> None:
    talking, origin = started()
    talking.hear(next=True)

    assert talking.texts("look.said") == []
    assert origin not in str([one.what for one in talking.session.record.events[1:]])


def test_its_very_words_take_it_as_that_persons_and_keep_its_source() -> None:
    talking, origin = started()
    talking.hear(say="Mum slept")
    taken = talking.held("look.said")[0]

    assert (taken["text"], taken["by"], taken["typed_by"], taken["from"]) == (
        "Mum slept", "p1", "p4", f"{origin}:e1",
    )  # fmt: skip
    assert [one.text for one in talking.asks.offers] == ["I made toast"]


def test_other_words_are_the_workers_own() -> None:
    talking, _ = started()
    talking.hear(say="Mum slept a lot")

    assert (talking.held("look.said")[0]["by"], talking.held("look.said")[0]["from"]) == ("p4", None)


def test_words_put_differently_keep_their_source_where_it_is_named() -> None:
    talking, origin = started()
    talking.hear({"say": "Mum was asleep", "from": f"{origin}:e1"})

    assert talking.held("look.said")[0]["from"] == f"{origin}:e1"


def test_every_shape_that_takes_one_can_be_sent_as_it_stands() -> None:
    talking, origin = started()
    offers = [one for one in talking.accepts if "from" in one]
    talking.hear(offers[0])

    assert talking.held("look.said")[0]["from"] == f"{origin}:e1"


def test_a_number_is_short_for_the_line_it_stands_before() -> None:
    talking, _ = started()

    assert talking.asks.in_full("2") == "I made toast"
    assert talking.asks.in_full("3") == "3"


def test_before_a_family_nothing_is_offered() -> None:
    talking, _ = started()
    talking.hear(next=True)
    talking.to("again")

    assert talking.asks.offers == ()


def test_started_from_nothing_nothing_is_offered() -> None:
    talking = later(Memory()).meet(*FAMILY)

    assert (talking.at, talking.asks.offers) == ("known", ())
    assert talking.hear(say="Mum slept").record.entries["e1"].from_ is None


def test_when_the_earlier_conversation_is_erased_only_what_was_taken_is_left() -> None:
    talking, origin = started()
    talking.hear(say="Mum slept")
    talking.store.forget(origin, "2026-11-22T10:00:00Z")
    talking.hear(say="Nain has a key")

    assert talking.asks.offers == ()
    assert talking.texts("look.said") == ["Mum slept", "Nain has a key"]
