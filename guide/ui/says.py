"""Says what the screen says in its own voice; people's words and a flow's questions never come from here."""

from guide.ui.en import WORDS


def say(key: str, **names: object) -> str:
    """Return the sentence for `key` with `{name}` filled in; raises KeyError for one nobody wrote."""
    sentence = WORDS[key]
    return sentence.format(**names) if names else sentence
