"""Makes people's words safe to print: no terminal escape survives, newlines are indented."""

import unicodedata


def plain(text: str, indent: str = "      ") -> str:
    """Return words without control and direction-changing characters; further lines are indented."""
    kept = (
        one for one in text
        if one == "\n" or (unicodedata.category(one) not in {"Cc", "Cs"} and one not in _TURNS)
    )  # fmt: skip
    return "".join(kept).replace("\n", f"\n{indent}")


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
