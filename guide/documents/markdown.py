"""Writes words so that Markdown shows them as they were heard and makes nothing of them."""

import re
from typing import Final

_ALWAYS: Final = re.compile(r"([\\`*_\[\]<>&~|$^])")
"""Letters that can begin something anywhere in a line."""

_NUMBERED: Final = re.compile(r"\d{1,9}(?=[.)](\s|$))")
_AT_START: Final = "#+=:-"
"""What makes a line a heading, a list or a rule."""

_LINKS: Final = re.compile(r"(?<=[A-Za-z])(:)(?=//)|(?<=\bwww)(\.)|(?<=\S)(@)(?=\S)", re.IGNORECASE)
"""What some readers turn into a link by themselves."""


def escape(words: object) -> str:
    """Return words for Markdown: every letter kept, line breaks too, and no mark-up in it."""
    return "\\\n".join(_line(line) for line in str(words).split("\n"))


def _line(line: str) -> str:
    body = line.strip(" \t")
    before, after = line[: len(line) - len(line.lstrip(" \t"))], line[len(line.rstrip(" \t")) :]
    if not body:
        return _spaces(line)
    body = _ALWAYS.sub(r"\\\1", body)
    body = _LINKS.sub(lambda found: "\\" + found[0], body)
    number = _NUMBERED.match(body)
    if number:
        body = f"{number[0]}\\{body[number.end() :]}"
    elif body[0] in _AT_START:
        body = f"\\{body}"
    return f"{_spaces(before)}{body}{_spaces(after)}"


def _spaces(blank: str) -> str:
    """Return white space at the edge of a line, where Markdown would drop it or read it as a layout."""
    return blank.replace(" ", "&#32;").replace("\t", "&#9;")
