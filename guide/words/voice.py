"""Says a sentence in the program's own voice, in the language asked for."""

from functools import lru_cache
from importlib import import_module
from string import Template


@lru_cache(maxsize=4)
def _words(lang: str) -> dict[str, str]:
    try:
        words: dict[str, str] = import_module(f"guide.words.{lang}").WORDS
    except ModuleNotFoundError:
        return _words("en")
    return words


def say(key: str, lang: str = "en", /, **names: object) -> str:
    """Return the sentence for `key` with its names filled in; English where a language lacks it.

    Raises KeyError for a key no language has: every key is in a test.
    """
    sentence = _words(lang).get(key) or _words("en")[key]
    return Template(sentence).safe_substitute({name: str(value) for name, value in names.items()})
