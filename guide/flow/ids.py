"""What things in a flow may be called."""

import re
from typing import Final

from guide.flow.model import ROLES
from guide.flow.shape_words import KEBAB, SNAKE

_TAKEN: Final = {
    "form": "what tells the form of the conversation",
    "level": "what tells the level",
    "parts": "what holds the parts of a sentence",
    "end": "the end of the conversation",
}

_KEBAB = re.compile(KEBAB)
_SNAKE = re.compile(SNAKE)


def is_kebab(name: str) -> bool:
    """Whether `name` can be the name of a flow, block or sheet."""
    return _KEBAB.fullmatch(name) is not None


def is_snake(name: str) -> bool:
    """Whether `name` can be the name of something inside a flow."""
    return _SNAKE.fullmatch(name) is not None


def taken_by(name: str) -> str:
    """Return what has this name in every flow already, or nothing."""
    return "a role" if name in ROLES else _TAKEN.get(name, "")


def snake(name: str) -> str:
    """Return the name nearest to `name` that something inside a flow can have."""
    parts = re.findall(r"[a-z0-9]+", name.casefold())
    joined = "_".join(parts) or "a_name"
    return joined if joined[0].isalpha() else f"n_{joined}"


def kebab(name: str) -> str:
    """Return the name nearest to `name` that a flow, block or sheet can have."""
    return snake(name).replace("_", "-")


def spelled(name: str) -> str:
    """Return an id as words, for a title nobody wrote: `what_helps` is "What helps"."""
    return name.replace("_", " ").replace("-", " ").capitalize()
