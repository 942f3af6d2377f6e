"""Drops from what was typed what nobody says: control characters and lone surrogates."""

import re
from typing import Any, Final

_UNSPOKEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
"""Control characters but newline and tab, and halves of characters."""


def cleaned_text(text: str) -> str:
    """Return the words as they are kept: nothing else is changed, not even spelling."""
    return _UNSPOKEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def cleaned(value: Any) -> Any:
    """Clean every text in a plain value; keys too."""
    if isinstance(value, str):
        return cleaned_text(value)
    if isinstance(value, dict):
        return {cleaned_text(str(key)): cleaned(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(one) for one in value]
    return value
