"""What people are called on a paper: two of one name are told apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from guide.documents.says import Voice
from guide.documents.viewers import FAMILY, TEAM, is_child
from guide.frozen import frozen

Json = Any


@frozen
class Person:
    """Somebody on a paper."""

    id: str
    name: str
    """As everybody else here can tell them apart by."""
    role: str
    age: int | None
    is_child: bool
    left: bool

    @property
    def is_family(self) -> bool:
        """Whether it is about them, or they live with it."""
        return self.role in FAMILY

    @property
    def is_team(self) -> bool:
        """Whether they are here because it is their job."""
        return self.role in TEAM


@frozen
class Names:
    """Everybody a paper may name."""

    people: Mapping[str, Person]
    voice: Voice

    def of(self, who: Json) -> str:
        """Return what somebody is called; words that name nobody here are given back as they are."""
        if not who:
            return self.voice.say("who.nobody")
        found = self.people.get(str(who))
        return found.name if found else str(who)

    def all(self, who: Iterable[Json]) -> str:
        """Return several names as one reads them aloud."""
        return self.voice.join(self.of(one) for one in who)

    def whose(self, who: Json) -> str:
        """Return "Rosa's"."""
        return self.voice.say("who.whose", name=self.of(who))

    def children(self) -> tuple[Person, ...]:
        """Return whom it is about."""
        return tuple(one for one in self.people.values() if one.role == "child" and not one.left)


def names_of(people: Iterable[Mapping[str, Json]], voice: Voice) -> Names:
    """Return the names of these people; of two called the same, each with the role, then with a number."""
    listed = list(people)
    called = _apart([str(one["name"]) for one in listed], [_role(one, voice) for one in listed])
    return Names(
        {
            str(one["id"]): Person(
                str(one["id"]),
                name,
                str(one.get("as", "")),
                one.get("age"),
                is_child(one),
                bool(one.get("left")),
            )
            for one, name in zip(listed, called, strict=True)
        },
        voice,
    )


def _role(person: Mapping[str, Json], voice: Voice) -> str:
    role = str(person.get("as", ""))
    return voice.say(f"roles.{role}") if voice.knows(f"roles.{role}") else role.replace("_", " ")


def _apart(names: list[str], roles: list[str]) -> list[str]:
    """Return the names so that no two are the same."""
    shared = {name for name, times in Counter(name.casefold() for name in names).items() if times > 1}
    told = [f"{name} ({role})" if role and name.casefold() in shared else name
            for name, role in zip(names, roles, strict=True)]  # fmt: skip
    again = Counter(name.casefold() for name in told)
    seen: Counter[str] = Counter()
    called = []
    for name in told:
        seen[name.casefold()] += 1
        called.append(f"{name} {seen[name.casefold()]}" if again[name.casefold()] > 1 else name)
    return called
