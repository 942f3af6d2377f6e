"""Drops what no paper may carry: control characters and lone surrogates, wherever in a record they stand."""

import re
from typing import Any, Final

Json = Any

_NEVER: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def without_controls(value: Json) -> Json:
    """Return a JSON value whose texts hold no control character but newline and tab.

    Hearing drops them already; a record read from somebody else's file has not been heard by us.
    """
    if isinstance(value, str):
        return _NEVER.sub("", value) if _NEVER.search(value) else value
    if isinstance(value, dict):
        return {key: without_controls(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [without_controls(one) for one in value]
    return value
