"""Reads people from one line as it is said: `Lewis 6, Katy mum, Ryan, Pat gran, Mr Bello teacher`."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from guide.flow.model import ROLES
from guide.frozen import frozen
from guide.ui.says import say

_AGE: Final = re.compile(r"^(\d{1,3})$")
_OLDEST: Final = 130
_GROWN_UP: Final = 18


@frozen
class Named:
    """Somebody as they were typed."""

    name: str
    role: str = ""
    age: int | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the person as a reply holds them."""
        own: dict[str, Any] = {"name": self.name}
        if self.role:
            own["as"] = self.role
        if self.age is not None:
            own["age"] = self.age
        return own


def people_of(line: str, roles: Mapping[str, str], usual: str = "") -> list[Named]:
    """Return the people of a line; a word for what somebody is becomes their role, a number their age.

    `roles` are those the question knows, `usual` the role of whoever has none.
    """
    parts = (one.replace("(", " ").replace(")", " ").strip() for one in re.split(r"[,;\n]", line))
    people = [_one(part, roles, usual) for part in parts if part]
    return _one_child(people, usual)


def _one(part: str, roles: Mapping[str, str], usual: str) -> Named:
    words = part.split()
    age: int | None = None
    role = ""
    while len(words) > 1:
        last = words[-1]
        if age is None and _AGE.match(last) and int(last) <= _OLDEST:
            age = int(last)
        elif not role and (found := _role(last, roles)):
            role = found
        else:
            break
        words.pop()
    if not role and usual in {"", "other"} and len(words) == 1:
        role = _role(words[0], roles)  # "Mum" is a name, and says what she is as well
    return Named(" ".join(words), role or usual, age)


def _role(word: str, roles: Mapping[str, str]) -> str:
    """Return the role a word means; empty when it is only a word."""
    typed = word.casefold().strip(".")
    known = [*roles, *ROLES]
    if typed in known:
        return typed
    meant = next((role for role, words in _said_as().items() if typed in words), "")
    return meant if meant in known else ""


def _said_as() -> dict[str, frozenset[str]]:
    return {role: frozenset(say(f"role_words.{role}").split()) for role in _WORDED}


_WORDED: Final = (
    "parent",
    "carer",
    "family",
    "friend",
    "school",
    "health",
    "police",
    "worker",
    "manager",
    "child",
)


def _one_child(people: list[Named], usual: str) -> list[Named]:
    """Where it is about one child, only whoever has a child's age, else the first, is that child."""
    if usual != "child":
        return people
    about = next((at for at, one in enumerate(people) if one.age is not None and one.age < _GROWN_UP), 0)
    return [
        one if at == about or one.role != "child" else Named(one.name, "other", one.age)
        for at, one in enumerate(people)
    ]


def read_back(people: Iterable[Named], roles: Mapping[str, str]) -> list[str]:
    """Return each person as it was understood: `Lewis, 6 · child`."""
    shown = []
    for one in people:
        name = one.name if one.age is None else f"{one.name}, {one.age}"
        label = roles.get(one.role) or (say(f"role.{one.role}") if one.role in ROLES else one.role)
        shown.append(f"{name} · {label}" if label else name)
    return shown
