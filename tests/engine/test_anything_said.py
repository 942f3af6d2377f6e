"""Whatever comes in, words are kept as words, and nothing but a sentence comes back."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.engine.cleaning import cleaned_text
from guide.errors import Refused
from tests.engine.everything import begun
from tests.engine.talking import FAMILY, Talking, talk
from tests.strategies import AWKWARD, lines, plain_values, words

IN_CI = settings(max_examples=80, derandomize=True)

ASK = """
- section: one
  title: One
  steps:
    - ask: thing
      text: "What is it?"
      more: ["What else?"]
      into: look.harm
    - choose: which
      text: "Which?"
      options: {a: "A", b: "B"}
"""


def refused(talking: Talking, line: Any) -> str:
    """Say a line and return why it is refused, if it is; then nothing may have been written."""
    before = talking.store.head(talking.session.id)
    try:
        talking.session.hear(line)
    except Refused as refusal:
        assert talking.store.head(talking.session.id) == before
        return str(refusal)
    return ""


@settings(IN_CI, max_examples=100)
@given(st.integers(0, 40), st.lists(lines(), min_size=1, max_size=4))
def test_hearing_never_fails_but_with_one_sentence(gone: int, heard: list[Any]) -> None:
    talking = begun(gone)

    for line in heard:
        refusal = refused(talking, line)
        assert "\n" not in refusal
        assert len(refusal) < 1500
        json.dumps(talking.turn.as_json(), allow_nan=False).encode()
        json.dumps(talking.session.record_json(), allow_nan=False).encode()
        talking.session.transcript()


@IN_CI
@given(plain_values())
def test_a_value_of_any_shape_is_an_answer_or_refused(value: Any) -> None:
    talking = talk(ASK)
    for key in (
        "say",
        "choose",
        "by",
        "add",
        "people",
        "correct",
        "clear",
        "move",
        "urgent",
        "named",
        "aside",
    ):
        try:
            talking.session.hear({key: value})
        except Refused:
            continue


@IN_CI
@given(words())
def test_words_are_kept_as_they_were_said(said: str) -> None:
    talking = talk(ASK)
    kept = "".join(
        one for one in said if one in "\n\t" or unicodedata.category(one) not in {"Cc", "Cs"}
    ).strip()
    assert cleaned_text(said) == kept
    if not kept:
        assert "no words" in talking.is_refused(say=said)
        return

    talking.hear(say=said)

    assert talking.texts("look.harm") == [kept]
    assert talking.session.transcript()[-1].text == kept
    assert talking.resumed().record_json() == talking.record


@pytest.mark.parametrize("said", AWKWARD)
def test_words_are_never_code(said: str) -> None:
    talking = talk(ASK, {**FAMILY[0], "name": said} if cleaned_text(said) else FAMILY[0], FAMILY[3])

    talking.hear(say=said, asked=said) if cleaned_text(said) else talking.is_refused(say=said)

    for entry in talking.held("look.harm"):
        assert entry["text"] == cleaned_text(said)
        assert entry["asked"] == cleaned_text(said)


def test_a_hundred_thousand_letters_are_kept() -> None:
    long = "häßlich 👩‍👩‍👧 " * 8000

    talking = talk(ASK)
    talking.hear(say=long)

    assert talking.texts("look.harm") == [long.strip()]


@pytest.mark.parametrize(
    "line",
    [
        None, True, 7, 1.5, "say", ["say"], [], {}, {"say": ""}, {"say": None}, {"say": True}, {"say": ["a"]},
        {"say": {"a": 1}}, {"say": " \n\t "}, {"say": "\x00\x1b"}, {"sya": "x"}, {"say": "x", "sya": "y"},
        {"say": "x", "more": True}, {"say": "x", "aside": "y"}, {"say": "x", "try": True},
        {"say": "x", "by": "Nobody"},
        {"say": "x", "by": 7}, {"say": "x", "by": ["Ash"]}, {"say": "x", "form": "shouted"},
        {"say": "x", "form": 1},
        {"say": "x", "source": "dreamt"}, {"say": "x", "typed_by": "Nobody"},
        {"say": "x", "into": "look.nowhere"},
        {"say": "x", "into": 5}, {"say": "x", "into": {"a": 1}}, {"say": "x", "into": "look.line"},
        {"say": "x", "asked": 5.5j}, {"say": "x", "at": "which"}, {"rate": 4}, {"choose": ["a"]},
        {"number": 1},
        {"date": "2026-01-01"}, {"sort": {}}, {"parts": {}}, {"panel": {"text": ["x"]}}, {"ok": True},
        {"ok": False},
        {"more": True}, {"more": False}, {"more": "yes"}, {"echo": "x"}, {"next": True}, {"next": False},
        {"next": 1},
        {"pass": "no"}, {"pass": True}, {"pass": None}, {"pass": ["later"]}, {"back": False}, {"back": "yes"},
        {"redo": True}, {"redo": 1}, {"correct": "thing"}, {"correct": "nothing", "say": "x"},
        {"correct": 5, "say": "x"},
        {"correct": "thing", "say": "x", "of": {}}, {"remove": "e9"}, {"remove": None}, {"remove": "a1"},
        {"move": {}},
        {"move": {"e9": "look.harm"}}, {"move": ["e1"]}, {"add": {}}, {"add": {"area": "look.harm"}},
        {"add": {"say": "x"}}, {"add": {"area": "look.line", "say": "x"}},
        {"add": {"area": ["look.harm"], "say": "x"}},
        {"add": "x"}, {"add": {"area": "look.harm", "say": "x", "form": "shouted"}}, {"aside": ""},
        {"aside": 5.5j},
        {"named": ""}, {"named": ["Pop"]}, {"clear": {}}, {"clear": {"Ash": []}}, {"clear": {"Ash": 5}},
        {"clear": {"Nobody": ["e1"]}}, {"clear": ["e1"]}, {"clear": {"Dee": ["e1"]}, "by": "Ash"},
        {"urgent": ["x"]},
        {"urgent": {"id": "u9"}}, {"finish": False}, {"people": []}, {"people": "Nain"}, {"people": ["Nain"]},
        {"people": [{}]}, {"people": [{"name": ""}]}, {"people": [{"name": 5}]}, {"people": [{"id": "p9"}]},
        {"people": [{"name": "Nain", "as": "dragon"}]}, {"people": [{"name": "Nain", "age": "²"}]},
        {"people": [{"name": "Nain", "age": -1}]}, {"people": [{"name": "Nain", "age": "9" * 5000}]},
        {"people": [{"name": "Nain", "age": 9.5}]}, {"people": [{"name": "Nain", "band": "old"}]},
        {"people": [{"id": "p1", "left": "yes"}]}, {"people": [{"name": "Nobody", "left": True}]},
        {"say": 10**400}, {"say": float("nan")}, {"say": float("inf")}, {"say": b"bytes"}, {"say": {1, 2}},
    ],
    ids=repr,
)  # fmt: skip
def test_a_line_of_a_wrong_shape_is_refused_with_one_sentence(line: Any) -> None:
    sentence = talk(ASK).is_refused(line)

    assert sentence
    assert sentence[0].isupper() or sentence[0] in "“…"
    assert sentence.endswith((".", "?"))
    assert "\n" not in sentence


def test_a_line_nested_too_deep_is_refused() -> None:
    deep: Any = "x"
    for _ in range(5000):
        deep = [deep]

    assert "plain reply" in talk(ASK).is_refused(say=deep)


def test_an_unknown_key_says_what_was_probably_meant() -> None:
    assert "typed_by" in talk(ASK).is_refused(say="x", typd_by="Ash")


def test_one_line_says_one_thing() -> None:
    assert "two" in talk(ASK).is_refused(say="x", aside="y")


def test_a_number_said_is_kept_as_it_looks() -> None:
    talking = talk(ASK)

    talking.hear(say=1234567)

    assert talking.texts("look.harm") == ["1234567"]
