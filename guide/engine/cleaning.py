"""Drops from what was typed what nobody says: control characters and lone surrogates."""

import re
from collections.abc import Mapping
from typing import Any, Final

_UNSPOKEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but newline and tab, halves of characters, and two signs that no XML may hold."""

_DEEPEST: Final = 12
"""Replies nest four deep; what nests deeper is no reply and could overrun the stack."""


_HUGE: Final = 10**18
"""Nobody says such a number, and some programs that read the record could not hold it."""


class Unspeakable(ValueError):
    """A value that is no plain JSON, or nested too deep to be a reply."""


def cleaned_text(text: str) -> str:
    """Return the words as they are kept: nothing else is changed, not even spelling."""
    return _UNSPOKEN.sub("", text).strip()


def cleaned(value: Any, deep: int = 0) -> Any:
    """Clean every text in a plain value, keys too; raises Unspeakable for what is no plain value."""
    if isinstance(value, str):
        return cleaned_text(value)
    if value is None or (isinstance(value, int | float) and abs(value) < _HUGE):
        return value
    if deep < _DEEPEST and isinstance(value, Mapping):
        return {cleaned_text(str(key)): cleaned(one, deep + 1) for key, one in value.items()}
    if deep < _DEEPEST and isinstance(value, list | tuple):
        return [cleaned(one, deep + 1) for one in value]
    raise Unspeakable
