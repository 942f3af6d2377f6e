"""What people are called where several are named together: no two alike."""

from collections import Counter
from collections.abc import Iterable

from guide.engine.turn import Asked
from guide.map.model import Person
from guide.ui.en import WORDS
from guide.ui.says import say


def names_of(people: Iterable[Asked | Person]) -> dict[str, str]:
    """Return each person's name; two who share one are told apart by what they are, else by a number."""
    people = list(people)
    shared = {name for name, many in Counter(one.name for one in people).items() if many > 1}
    called: dict[str, str] = {}
    for one in people:
        name = f"{one.name} ({role_of(one)})" if one.name in shared else one.name
        alike = sum(known == name or known.startswith(f"{name} ") for known in called.values())
        called[one.id] = f"{name} {alike + 1}" if one.name in shared and alike else name
    return called


def role_of(person: Asked | Person) -> str:
    """Return what somebody is, in a word."""
    return say(f"role.{person.role}") if f"role.{person.role}" in WORDS else person.role.replace("_", " ")
