"""Hears who there is: new people, what changed about one, and who has left."""

from collections.abc import Mapping, Sequence
from typing import Any

from guide.engine.listening import Listening
from guide.flow.model import BANDS, ROLES, Step
from guide.log import events as ev

Json = Any


def joined(heard: Listening, step: Step | None) -> tuple[list[str], list[ev.What]]:
    """Return the ids of the people named and what happened; `step` is the one that asks for people."""
    value = heard.line["people"]
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        raise heard.refused("people")
    if not value and step is None:
        raise heard.refused("people")
    ids: list[str] = []
    happened: list[ev.What] = []
    for one in value:
        person, what = _described(heard, one) if one.get("id") else _new(heard, one, step)
        happened.extend(what)
        if not one.get("left"):
            ids.append(person)
    if step is not None:
        _one_of_the_role(heard, step, happened)
        ids = [name for name in ids if name]
    happened.extend(_also_asked(heard, happened))
    return ids, happened


def _described(heard: Listening, one: Mapping[str, Json]) -> tuple[str, list[ev.What]]:
    person = heard.person(one["id"])
    changes = {
        "name": one.get("name"),
        "role": _role(heard, one.get("as"), None) if one.get("as") else None,
        "age": _age(heard, one.get("age")),
        "band": _band(heard, one.get("band")) or None,
        "left": one.get("left") if isinstance(one.get("left"), bool) else None,
    }
    return person, [ev.Described(person=person, **changes)]


def _new(heard: Listening, one: Mapping[str, Json], step: Step | None) -> tuple[str, list[ev.What]]:
    name = one.get("name")
    if not isinstance(name, str) or not name:
        raise heard.refused("people")
    role = _role(heard, one.get("as"), step)
    spoken_of = _spoken_of(heard, name)
    areas = _areas(heard, step)
    if spoken_of is not None:
        return spoken_of, [ev.Described(person=spoken_of, role=role, age=_age(heard, one.get("age")))]
    person = heard.new("person")
    what = ev.Joined(
        person=person,
        name=name,
        role=role,
        age=_age(heard, one.get("age")),
        band=_band(heard, one.get("band")),
        step=step.id if step else "",
        areas=areas,
    )
    return person, [what]


def _areas(heard: Listening, step: Step | None) -> tuple[str, ...]:
    if step is None:
        return ()
    return tuple(one for one in step.into if heard.walked.flow.areas[one].holds == "people")


def _spoken_of(heard: Listening, name: str) -> str | None:
    """Somebody a child named is the same person when a helper says who they are."""
    known = {one for own in heard.record.named.values() for one in own}
    people = heard.record.people
    return next((one for one in known if people[one].name == name and people[one].role == "other"), None)


def _role(heard: Listening, value: Json, step: Step | None) -> str:
    usual = (step.role or next(iter(step.roles), "other")) if step else "other"
    role = str(value or usual)
    if role not in ROLES and not any(role in one.roles for one in heard.walked.flow.steps.values()):
        raise heard.refused("role", role=role, roles=", ".join(ROLES))
    return role


def _age(heard: Listening, value: Json) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and value.isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 130:  # noqa: PLR2004
        raise heard.refused("shape", key="age", shape="a whole number of years")
    return value


def _band(heard: Listening, value: Json) -> str:
    if not value:
        return ""
    if value not in BANDS:
        raise heard.refused("shape", key="band", shape=f"one of {', '.join(BANDS)}")
    return str(value)


def _one_of_the_role(heard: Listening, step: Step, happened: Sequence[ev.What]) -> None:
    """A flow's own first question about people means exactly one, unless it says several."""
    if not step.role or step.many:
        return
    own = [one for one in happened if isinstance(one, ev.Joined | ev.Described) and one.role == step.role]
    known = heard.record.of_roles((step.role,))
    if len(own) > 1 or (not own and not known and not step.optional):
        raise heard.refused("one_person")


def _also_asked(heard: Listening, happened: Sequence[ev.What]) -> list[ev.What]:
    """Who is added while a question for several stands is asked too, when the role is meant."""
    standing = heard.walked.standing
    if standing is None:
        return []
    step, put = heard.walked.flow.steps[standing.key.step], heard.record.visit(standing.key).put
    new = [one.person for one in happened if isinstance(one, ev.Joined) and one.role in step.by]
    if put is None or not new:
        return []
    key = standing.key
    return [ev.Put(step=key.step, item=key.item, returned=key.returned, people=(*put, *new))]
