"""Hears who there is: new people, what changed about one, and who has left."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from guide.engine.listening import Listening, What, place_of
from guide.flow.model import BANDS, ROLES, Step
from guide.log import events as ev

Json = Any

_OLDEST: Final = 130
_BREAKS: Final = re.compile(r"\s*[\n\t]\s*")


def joined(heard: Listening, step: Step | None, known: Sequence[str] = ()) -> tuple[list[str], What]:
    """Return the ids of the people named and what happened.

    `step` is the one that asks for people; `known` are those it has already, when its answer is put right.
    """
    value = heard.line.get("people")
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise heard.refused("people")
    if not value and step is None:
        raise heard.refused("people")
    ids: list[str] = []
    happened: What = []
    for one in value:
        person = _meant(heard, one, known, alone=len(value) == 1)
        person, what = _described(heard, one, person) if person else _new(heard, one, step)
        happened.append(what)
        if not one.get("left"):
            ids.append(person)
    if step is not None and step.role:
        _of_the_role(heard, step, happened)
    return list(dict.fromkeys(ids)), [*happened, *_also_asked(heard, happened)]


def _meant(heard: Listening, one: Mapping[str, Json], known: Sequence[str], *, alone: bool) -> str:
    """Return the person meant, or nothing for somebody new."""
    if one.get("id"):
        return heard.person(one["id"])
    name = one.get("name")
    people = heard.record.people
    same = [person for person in known if people[person].name == name]
    if same:
        return same[0]
    return known[0] if alone and len(known) == 1 else _spoken_of(heard, name)


def _spoken_of(heard: Listening, name: Json) -> str:
    """Somebody a child named is the same person when a helper says who they are."""
    people = heard.record.people
    named = (person for own in heard.record.named.values() for person in own)
    return next((one for one in named if people[one].name == name and people[one].role == "other"), "")


def _described(heard: Listening, one: Mapping[str, Json], person: str) -> tuple[str, ev.What]:
    left = one.get("left")
    if left is not None and not isinstance(left, bool):
        raise heard.refused("shape", key="left", shape="true or false")
    return person, ev.Described(
        person=person,
        name=_name(heard, one) if one.get("name") is not None else None,
        role=_role(heard, one["as"], None) if one.get("as") else None,
        age=_age(heard, one.get("age")),
        band=_band(heard, one.get("band")) or None,
        left=left,
    )


def _new(heard: Listening, one: Mapping[str, Json], step: Step | None) -> tuple[str, ev.What]:
    name, role = _name(heard, one), _role(heard, one.get("as"), step)
    age, band = _age(heard, one.get("age")), _band(heard, one.get("band"))
    if one.get("left"):
        raise heard.refused(
            "unknown_person", name=name, known=heard.walked.sight.names_of(heard.record.people)
        )
    person = heard.new("person")
    areas = () if step is not None else _areas(heard)
    return person, ev.Joined(
        person=person, name=name, role=role, age=age, band=band, step=step.id if step else "", areas=areas
    )


def _name(heard: Listening, one: Mapping[str, Json]) -> str:
    name = one.get("name")
    if not isinstance(name, str) or not name:
        raise heard.refused("people")
    return _BREAKS.sub(" ", name)


def _areas(heard: Listening) -> tuple[str, ...]:
    """Return the areas somebody is put into by hand."""
    given = heard.line.get("into")
    names = [] if given is None else heard.several(given, "into")
    for name in names:
        area = heard.walked.flow.areas.get(name)
        if area is None or area.holds != "people":
            raise heard.refused("holds_no_people", name=name)
    return tuple(names)


def _role(heard: Listening, value: Json, step: Step | None) -> str:
    usual = (step.role or next(iter(step.roles), "other")) if step else "other"
    role = str(value or usual)
    known = _roles(heard)
    if role not in known:
        raise heard.refused("role", role=role, roles=", ".join(known))
    return role


def _roles(heard: Listening) -> Collection[str]:
    own = (role for step in heard.walked.flow.steps.values() for role in (*step.roles, step.role) if role)
    return dict.fromkeys((*ROLES, *own))


def _age(heard: Listening, value: Json) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and value.isdecimal() and len(value) <= len(str(_OLDEST)):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _OLDEST:
        raise heard.refused("shape", key="age", shape="a whole number of years")
    return value


def _band(heard: Listening, value: Json) -> str:
    if not value:
        return ""
    if value not in BANDS:
        raise heard.refused("shape", key="band", shape=f"one of {', '.join(BANDS)}")
    return str(value)


def _of_the_role(heard: Listening, step: Step, happened: Sequence[ev.What]) -> None:
    """Make sure a flow's own first question gets somebody of its role; one alone unless it says several."""
    own = [
        one for one in happened if isinstance(one, ev.Joined | ev.Described) and _is_of(heard, one, step.role)
    ]
    if len(own) > 1 and not step.many:
        raise heard.refused("one_person")
    if not own and not step.optional and not heard.record.of_roles((step.role,)):
        raise heard.refused("nobody_of_role", role=step.role.replace("_", " "))


def _is_of(heard: Listening, one: ev.Joined | ev.Described, role: str) -> bool:
    known = heard.record.people.get(one.person)
    return (one.role or (known.role if known else "")) == role


def _also_asked(heard: Listening, happened: Sequence[ev.What]) -> What:
    """Who is added while a question for several stands is asked too, when the role is meant."""
    standing = heard.walked.standing
    if standing is None:
        return []
    step, put = heard.walked.flow.steps[standing.key.step], heard.record.visit(standing.key).put
    new = [one.person for one in happened if isinstance(one, ev.Joined) and one.role in step.by]
    if put is None or not new:
        return []
    return [ev.Put(**place_of(standing.key), people=(*put, *new))]
