"""What holds in every conversation we bring: own words, the question as put, and nothing that decides.

Each talk beside our flows is played once; each claim looks at all of them.  docs/guard-rails.md says which
test holds which guard rail.
"""

import random
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guide.clock import StillClock
from guide.documents.leaving import Order, picture_of, write
from guide.engine.asks import asks_of
from guide.engine.cleaning import cleaned_text
from guide.engine.play import Player
from guide.engine.session import Session
from guide.engine.step import decide
from guide.errors import Refused
from guide.flow.expressions import FILTERS, FUNCTIONS
from guide.flow.talk_file import read_talk
from guide.frozen import frozen
from guide.log.memory import Memory
from guide.map.record_shape import record_schema
from tests.documents.test_words_survive import text_of
from tests.engine.talking import Talking, compiled, talk

Json = Any

FLOWS = Path(__file__).parents[1] / "flows"
TALKS = sorted(FLOWS.glob("*/*.talk.yaml"))
NAMES = [f"{one.parent.name}-{one.name.partition('.')[0]}" for one in TALKS]
every_talk = pytest.mark.parametrize("file", TALKS, ids=NAMES)

DECIDING = re.compile(
    r"score|threshold|average|(?<!\w)mean(?!\w)|median|total|sum(?!m)|weight|mood|sentiment|risk|severity"
    r"|likel|predict|recommend|advice|advis|praise|grade|rank|traffic|alert|verdict|diagnos"
)
"""What no key of the record and no function of a flow may be called."""


@frozen
class Told:
    """One reply of a talk: what was asked, what was heard, and what stood in the record before and after."""

    asks: Json
    reply: Json
    before: Json
    after: Json


@frozen
class Played:
    """A talk that was played to its end."""

    told: tuple[Told, ...]
    session: Session

    @property
    def record(self) -> Json:
        """The record it left."""
        return self.told[-1].after


@cache
def played(file: Path) -> Played:
    written = read_talk(file)
    session = Session.start(
        Memory(), compiled(file.parent), StillClock(), form=written.form, level=written.level, invented=True
    )
    player = Player(session, written.people, written.lines)
    told, before = [], session.record_json()
    while (reply := player.next()) is not None:
        asks = session.turn.as_json().get("asks", {})
        player.send(reply)
        after = session.record_json()
        told.append(Told(asks, reply, before, after))
        before = after
    return Played(tuple(told), session)


def strings(value: Json) -> Iterator[str]:
    """Yield every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in strings(one))
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in strings(one))


# 1. Own words


@every_talk
def test_every_word_said_stands_in_the_record_letter_for_letter(file: Path) -> None:
    kept = set(strings(played(file).record))

    for told in played(file).told:
        said = (told.reply.get(key) for key in ("say", "because", "aside", "date"))
        for words in map(cleaned_text, map(str, filter(None, said))):
            assert words in kept or (told.asks.get("part") and _inside(words, kept)), words
        for words in strings(told.reply.get("parts")):
            assert _inside(cleaned_text(words), kept), words


def _inside(words: str, kept: AbstractSet[str]) -> bool:
    """Whether words stand inside a sentence: those of a part stand in the sentence made of them."""
    return any(words in text for text in kept)


@every_talk
def test_no_entry_is_in_other_words_than_somebody_said(file: Path) -> None:
    heard = {cleaned_text(text) for one in played(file).told for text in strings(dict(one.reply))}
    heard |= {
        text for one in played(file).told for text in strings(one.asks.get("options"))
    }  # picked, not said
    answers = played(file).record["answers"]
    composed = {name for one in answers if one["kind"] == "compose" for name in one["entries"]}

    for sheet in played(file).record["sheets"].values():
        entries = [one for area in sheet["areas"].values() for one in area if "text" in one]
        assert [one for one in entries if one["text"] not in heard and one["id"] not in composed] == []


# 2. The question as it was put


@every_talk
def test_each_answer_is_kept_with_the_question_as_it_was_put(file: Path) -> None:
    looked_at = 0

    for one in played(file).told:
        known = {answer["id"] for answer in one.before["answers"]}
        new = [answer for answer in one.after["answers"] if answer["id"] not in known]
        for answer in (answer for answer in new if answer["step"] == one.asks.get("step")):
            if "given" in answer:  # private: until the last has answered nothing else is told
                continue
            assert answer["asked"] == (one.reply.get("asked") or one.asks["text"] or None), answer
            looked_at += 1

    assert looked_at


# 3. Nothing decides


def keys_of(schema: Json) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (key for one in schema.values() for key in keys_of(one))
    elif isinstance(schema, list):
        yield from (key for one in schema for key in keys_of(one))


def test_nothing_in_a_record_and_nothing_a_flow_can_ask_for_is_a_judgement() -> None:
    named = {*keys_of(record_schema()), *FUNCTIONS, *FILTERS}

    assert "value" in named
    assert "lowest" in named
    assert [name for name in named if DECIDING.search(name.casefold())] == []


LINE = """
- section: one
  title: One
  steps:
    - scale: mark
      text: "Where are we?"
      zero: "Nothing"
      ten: "All"
      half: true
      by: [child, parent]
      into: look.line
    - ask: lowest_one
      text: "Lowest"
      when: "lowest('look.line') == 3"
      optional: true
    - ask: together
      text: "Spread"
      when: "spread('look.line') == 4"
      optional: true
    - ask: zero
      text: "Zero"
      when: "lowest('look.line') == 0"
      optional: true
    - ask: last
      text: "Last"
"""


def marked(*rates: tuple[str, Json]) -> Talking:
    talking = talk(LINE)
    for name, rate in rates:
        talking.hear({**({"pass": rate} if isinstance(rate, str) else {"rate": rate}), "by": name})
    return talking


def steps_asked(talking: Talking) -> list[str]:
    found = []
    while talking.at != "last":
        found.append(talking.at)
        talking.hear(next=True)
    return found


def test_what_somebody_does_not_know_is_no_number_and_moves_nobody_elses() -> None:
    talking = marked(("Ash", 3), ("Dee", "dont-know"), ("Rob", 7))

    assert [(one["by"], one["value"]) for one in talking.held("look.line")] == [
        (talking.person("Ash"), 3),
        (talking.person("Rob"), 7),
    ]
    assert steps_asked(talking) == ["lowest_one", "together"]


def test_where_nobody_knows_there_is_no_lowest_and_no_spread() -> None:
    assert steps_asked(marked(("Ash", "dont-know"), ("Dee", "rather-not"), ("Rob", "dont-know"))) == []


def test_marks_are_never_put_together_into_one(tmp_path: Path) -> None:
    talking = marked(("Ash", 3.5), ("Dee", 7), ("Rob", 8.5))  # mean 6.33, median 7, sum 19
    order = Order(formats=("html", "md", "json", "csv"), to=tmp_path, today="2026-11-22")

    write(picture_of(talking.session), order)

    for file in tmp_path.iterdir():
        text = file.read_text()
        words = text_of(text) if file.suffix == ".html" else text
        assert not re.search(r"(?<![\w.:-])(6[.,]3\d*|19)(?![\w:-])", words), file.name
        assert not re.search(r"average|median|in total|score", words, re.IGNORECASE), file.name


# 4. Something urgent


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_afterwards_something_urgent_stays(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - deeds that can be done again, no secret
    talking = marked(("Ash", 3))
    talking.hear({"urgent": "He said tonight"})
    deeds: list[Json] = [
        {"back": True}, {"redo": True}, {"finish": True}, {"aside": "x"}, {"remove": "r1"}, {"next": True},
        {"correct": "a1", "rate": 4}, {"rate": 5, "by": "Dee"}, {"pass": "later", "by": "Rob"},
        {"urgent": ""},
    ]  # fmt: skip

    for _ in range(40):
        try:
            talking.hear(chance.choice(deeds))
        except Refused:
            continue

    assert "He said tonight" in set(strings(talking.record["urgent"]))
    assert talking.resumed().record_json()["urgent"] == talking.record["urgent"]


# Passes


@every_talk
def test_a_pass_needs_no_reason_and_nothing_is_asked_about_it(file: Path) -> None:
    """At every turn of every talk each pass it takes is tried out."""
    written = read_talk(file)
    session = Session.start(
        Memory(), compiled(file.parent), StillClock(), form=written.form, level=written.level
    )
    player = Player(session, written.people, written.lines)
    asked_about = list[str]()
    while (reply := player.next()) is not None:
        for one in session.turn.as_json()["asks"]["accepts"]:
            if one.get("pass") in {"later", "rather-not", "dont-know"}:
                assert set(one) <= {"pass", "by"}
                before, after = session.turn.asks, asks_of(decide(session.walk, one, StillClock().now()).walk)
                if before.mode == "first" and (after.mode, after.step) == ("reason", before.step):
                    asked_about.append(f"{one} {after.text}")
        player.send(reply)

    assert asked_about == []
