"""Every sentence the program says exists, is one sentence, and is said somewhere."""

import re
from pathlib import Path
from string import Template

import pytest

from guide.words.en import WORDS
from guide.words.voice import say

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (Path(__file__).parents[2] / "guide").rglob("*.py")
    if path.name != "en.py"
)


@pytest.mark.parametrize("key", WORDS)
def test_a_sentence_is_said_somewhere(key: str) -> None:
    room, _, name = key.partition(".")
    said = [key, name] if name else [room]

    assert any(re.search(rf"[\"'{{}}.]{re.escape(one)}[\"'}}]", CODE) for one in said)


@pytest.mark.parametrize("key", WORDS)
def test_a_sentence_fills_in_what_it_names(key: str) -> None:
    names = [name for _, name, braced, _ in Template.pattern.findall(WORDS[key]) if name or braced]

    filled = say(key, **dict.fromkeys(names, "X"))

    assert "$" not in filled


@pytest.mark.parametrize("key", [key for key in WORDS if key.startswith("refused.")])
def test_a_refusal_is_one_sentence(key: str) -> None:
    assert WORDS[key].endswith((".", "?"))
    assert "\n" not in WORDS[key]


def test_every_refusal_in_the_code_has_its_sentence() -> None:
    named = re.findall(r"\brefused\(\s*\"([a-z_]+)\"", CODE)

    assert set(named) <= {key.removeprefix("refused.") for key in WORDS}


def test_what_a_language_lacks_is_said_in_english() -> None:
    assert say("hello", "xx", names="Ash") == "Hello Ash"


def test_peoples_words_are_filled_in_as_they_are() -> None:
    assert say("hello", names="$names ${x} {0} %s") == "Hello $names ${x} {0} %s"


def test_a_key_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("no such key")
