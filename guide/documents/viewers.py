"""For whom a paper is made: the file, the family, the team, or one person."""

from collections.abc import Mapping
from typing import Any, Final, Literal

from guide.errors import WrongUse
from guide.frozen import frozen

Json = Any

FAMILY: Final = frozenset({"child", "parent", "carer", "family", "friend"})
"""Roles of the people a conversation is about or with."""

TEAM: Final = frozenset(
    {"worker", "case_holder", "lead", "advisor", "observer", "manager", "school", "health", "police", "chair"}
)
"""Roles of the people whose job it is."""

_GROWN: Final = 18


@frozen
class Viewer:
    """For whom a paper is made."""

    kind: Literal["file", "family", "team", "person"]
    people: frozenset[str] = frozenset()
    """Ids of everybody who will read it; nobody for the file."""
    name: str = ""
    """The reader's name, when it is made for one person."""

    @property
    def is_file(self) -> bool:
        """Whether it is made for the file, which holds everything and is not for the family."""
        return self.kind == "file"


FILE: Final = Viewer("file")


def parse_for(wanted: str, record: Mapping[str, Json]) -> Viewer:
    """Return the viewer that `--for` names: file, family, team, or a person by name or id.

    Raises WrongUse when nobody, or more than one person, is called that.
    """
    match wanted:
        case "file":
            return FILE
        case "family":
            return Viewer("family", _of_roles(record, FAMILY))
        case "team":
            return Viewer("team", _of_roles(record, TEAM))
        case _:
            return _person(wanted, record)


def is_child(person: Mapping[str, Json]) -> bool:
    """Return whether this person's words are a child's words."""
    age = person.get("age")
    return person.get("as") == "child" or (isinstance(age, int) and age < _GROWN)


def _of_roles(record: Mapping[str, Json], roles: frozenset[str]) -> frozenset[str]:
    present = (one for one in record.get("people") or () if not one.get("left"))
    return frozenset(one["id"] for one in present if one.get("as") in roles)


def _person(wanted: str, record: Mapping[str, Json]) -> Viewer:
    people = record.get("people") or ()
    found = [one for one in people if wanted == one["id"]] or [one for one in people if wanted == one["name"]]
    found = found or [one for one in people if wanted.strip().casefold() == one["name"].strip().casefold()]
    if len(found) == 1:
        return Viewer("person", frozenset({found[0]["id"]}), found[0]["name"])
    if found:
        ids = " or ".join(one["id"] for one in found)
        raise WrongUse(f"More than one person here is called {wanted!r}: say which, {ids}.")
    raise WrongUse(
        f"Nobody here is called {wanted!r}: say file, family, team, or the name of somebody who is."
    )
