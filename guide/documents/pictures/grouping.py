"""What stands on what: small things on a table, sleep on a closed door, a cloud over the only head."""

from typing import Final

from guide.documents.pictures.scene import Scene, Thing
from guide.frozen import frozen, replace

TABLE: Final = "desk"
DOOR: Final = "door"
SOFA: Final = "sofa"
_SMALL: Final = ("baby", "toddler")
_ON_SOFA: Final = 3
"""So many sit on a sofa."""
ON_TABLES: Final = frozenset({
    "bottle", "glass-full", "beer", "mug", "pills", "medicine-syrup", "first-aid-kit", "bandage",
    "device-laptop", "device-mobile", "phone", "soup", "bread", "pizza", "cookie", "milk", "baby-bottle",
    "cake", "apple", "book", "photo", "file-text", "clipboard-text", "mail", "key", "home", "puzzle",
    "palette", "pencil", "coins", "fish", "flower", "tools-kitchen-2", "stethoscope", "robot", "gift",
})  # fmt: skip
"""What nobody puts on the floor."""
_INDOORS: Final = frozenset({"home", "bedroom", "kitchen", "office", "contact"})
"""Where a table stands by itself when something has to stand on it."""
_ON_DOORS: Final = ("zzz",)
_OVER_HEADS: Final = ("cloud", "cloud-rain", "cloud-storm", "zzz", "heart", "star", "music")
_MOST: Final = 3
"""So many things stand on one table."""


@frozen
class Group:
    """A thing, and what stands on it; a table of our own has no words."""

    thing: Thing
    on: tuple[Thing, ...] = ()


def grouped(scene: Scene) -> tuple[list[Group], Thing | None]:
    """Return the things that stand somewhere, in order, and what is over the one head there is."""
    rest = [one for one in scene.things if not one.is_there]
    over = _over_head(scene, rest)
    rest = [one for one in rest if one is not over]
    door = next((one for one in rest if one.key == DOOR), None)
    sleep = [one for one in rest if one.key in _ON_DOORS and not one.caption][:1] if door else []
    table = next((one for one in rest if one.key == TABLE and not one.caption), None)
    small = [one for one in rest if one.key in ON_TABLES and (table or scene.place in _INDOORS)]
    found = _on_tables(small, table)
    for one in rest:
        if one is door:
            found.append(Group(one, tuple(sleep)))
        elif not any(one is other for other in (*small, *sleep, table)):
            found.append(Group(one))
    return found, over


def sits_on_sofa(scene: Scene) -> bool:
    """Return whether everybody sits on the sofa that was named: a few, and nobody too small for it."""
    named = any(one.key == SOFA and not one.caption for one in scene.things)
    fit = all(one.look.size not in _SMALL and not one.look.wheelchair for one in scene.people)
    return named and 0 < len(scene.people) <= _ON_SOFA and fit


def seated(scene: Scene) -> Scene:
    """Return the scene with everybody on the sofa, which then stands nowhere else."""
    people = tuple(replace(one, look=replace(one.look, sits=True)) for one in scene.people)
    things = tuple(one for one in scene.things if one.key != SOFA or one.caption)
    return replace(scene, people=people, things=things)


def _over_head(scene: Scene, things: list[Thing]) -> Thing | None:
    if len(scene.people) != 1 or scene.bubbles:
        return None
    return next((one for one in things if one.key in _OVER_HEADS and not one.caption), None)


def _on_tables(small: list[Thing], table: Thing | None) -> list[Group]:
    """Return the tables: what has words under it stands on one of its own."""
    plain = [one for one in small if not one.caption]
    own = [one for one in small if one.caption]
    stands = Thing("", TABLE, "")
    shared = [plain[at : at + _MOST] for at in range(0, len(plain), _MOST)] or ([[]] if table else [])
    first = [table or stands, *[stands] * len(shared)]
    found = [Group(one, tuple(some)) for one, some in zip(first, shared, strict=False)]
    return [*found, *(Group(stands, (one,)) for one in own)]
