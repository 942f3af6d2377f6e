"""Who and what stands where: columns side by side, in as many rows as there have to be."""

from collections.abc import Mapping, Sequence
from typing import Final

from guide.documents.pictures.figures import half_width
from guide.documents.pictures.grouping import TABLE, grouped
from guide.documents.pictures.lettering import Lines, lines, longest_word, width
from guide.documents.pictures.scene import Scene, Somebody, Thing
from guide.documents.pictures.things import table_width, width_of
from guide.frozen import frozen, replace

NAME: Final = 15.0
NOTE: Final = 12.5
FRAME: Final = 68.0
"""How wide an empty frame is."""
_CLEAR: Final = 8
"""Between the words of two columns."""
_HAIR: Final = 0.01
"""So that a word exactly as wide as its room is not broken by what numbers lose when they are added."""
_NAME_MOST: Final = 132
_NOTE_MOST: Final = 104
_SMALLER: Final = 0.78
"""How tall people are drawn in a crowd."""
_NARROW: Final = 70
_SMALL: Final = ("baby", "toddler")
LEFT_IS_FULL: Final = ("bedroom",)
"""Places with furniture on the left that things would stand before."""
_CROWDED: Final = 4
"""So many things do not all stand on one side."""
_CLOSER: Final = (1, 0.93, 0.86)
"""How tall people are drawn to stand in one row, before they stand in two."""


@frozen
class Column:
    """One place to stand, with the words under it."""

    who: Somebody | None = None
    baby: Somebody | None = None
    """Who is in their arms."""
    thing: Thing | None = None
    on: tuple[Thing, ...] = ()
    """What stands on the thing: on a table, or on a door."""
    above: Thing | None = None
    """What is over their head."""
    linked: bool = False
    """Whether they hold the hand of whoever stands to the right."""
    x: float = 0
    """The middle."""
    room: float = 0
    words: tuple[Lines, ...] = ()

    @property
    def labels(self) -> tuple[tuple[str, bool], ...]:
        """The words under it, and of each whether it is a name."""
        if self.thing is not None:
            return tuple((one.caption, False) for one in (self.thing, *self.on) if one.caption)
        people = [one for one in (self.who, self.baby) if one is not None]
        each = (((one.name, True), (one.note, False)) for one in people)
        return tuple(label for pair in each for label in pair if label[0])


@frozen
class Row:
    """Everybody on one line of the floor."""

    columns: tuple[Column, ...]
    scale: float


def rows(scene: Scene, room: float) -> list[Row]:
    """Return everybody and everything in rows no wider than `room`, middles counted from its left edge."""
    columns = _columns(scene)
    if not columns:
        return []
    wide = [_wanted(one) for one in columns]
    if sum(wide) <= room:
        return [_placed(columns, wide, room, 1)]
    for scale in _CLOSER:
        close = [_least(one, scale) for one in columns]
        if sum(close) <= room:
            return [_placed(columns, close, room, scale)]
    small = [max(_NARROW, _least(one, _SMALLER)) for one in columns]
    return [_placed(part, widths, room, _SMALLER) for part, widths in _split(columns, small, room)]


def _columns(scene: Scene) -> list[Column]:
    """Return the columns in order: whoever holds a hand beside whose hand it is, things at the ends."""
    arms = _in_arms(scene)
    carried = {baby.name.casefold() for baby in arms.values()}
    standing = [one for one in _beside(list(scene.people)) if one.name.casefold() not in carried]
    people = [
        Column(one, arms.get(one.name.casefold()), linked=_holds(one, other, arms))
        for one, other in zip(standing, [*standing[1:], None], strict=False)
    ]
    groups, over = grouped(scene)
    if over is not None:
        people[0] = replace(people[0], above=over)
    things = [Column(thing=one.thing, on=one.on) for one in groups]
    if scene.place in LEFT_IS_FULL and len(things) < _CROWDED:
        return [*people, *things]
    return [*things[1::2], *people, *things[::2]]


def _in_arms(scene: Scene) -> dict[str, Somebody]:
    """Return who is in whose arms, by name in small letters: only small ones, and each only once."""
    named = {one.name.casefold(): one for one in scene.people}
    arms: dict[str, Somebody] = {}
    taken: set[str] = set()
    for one in scene.people:
        name, baby = one.name.casefold(), named.get(one.carries.casefold())
        if baby is None or baby.look.size not in _SMALL or one.look.size in _SMALL:
            continue
        held = baby.name.casefold()
        if held not in taken:
            arms[name] = baby
            taken.add(held)
    return arms


def _holds(one: Somebody, other: Somebody | None, arms: Mapping[str, Somebody]) -> bool:
    """Return whether two hold hands; whoever has somebody in their arms has none free."""
    if other is None or one.holds or one.name.casefold() in arms or other.name.casefold() in arms:
        return False
    return one.hand.casefold() == other.name.casefold() or other.hand.casefold() == one.name.casefold()


def _beside(people: list[Somebody]) -> list[Somebody]:
    """Return people so that whoever holds a hand stands beside whose hand it is."""
    for one in [each for each in people if each.hand]:
        at = next((n for n, other in enumerate(people) if other.name.casefold() == one.hand.casefold()), -1)
        here = people.index(one)
        if at >= 0 and abs(at - here) > 1:
            people.insert(here + 1 if at > here else here, people.pop(at))
    return people


def _size(is_name: bool, scale: float) -> float:  # noqa: FBT001 - which of two kinds of words
    return (NAME if is_name else NOTE) - (0 if scale == 1 else 1)


def _wanted(one: Column) -> float:
    named = max((min(width(text, _size(bold, 1), bold=bold), _NAME_MOST if bold else _NOTE_MOST)
                 for text, bold in one.labels), default=0)  # fmt: skip
    return max(_least(one, 1), named + _CLEAR)


def _least(one: Column, scale: float) -> float:
    """Return the width a column cannot do without; words that are longer are broken."""
    word = max((longest_word(text, _size(bold, scale), bold=bold) for text, bold in one.labels), default=0)
    if one.thing is not None:
        return max((thing_width(one) + 8) * scale, min(word, 90) + _CLEAR)
    body = 2 * half_width(one.who.look, lifts=one.who.holds is not None) if one.who else 0
    return max((body + 6) * scale, min(word, 96) + _CLEAR)


def thing_width(one: Column) -> float:
    """Return how wide the thing of a column is, with what stands on it."""
    if one.thing is None or not one.thing.key:
        return FRAME
    return table_width(len(one.on)) if is_table(one) else width_of(one.thing.key)


def is_table(one: Column) -> bool:
    """Return whether it is a table, which is as wide as it has to be."""
    return one.thing is not None and one.thing.key == TABLE


def _split(
    columns: list[Column], widths: list[float], room: float
) -> list[tuple[list[Column], list[float]]]:  # fmt: skip
    """Return the columns in as few rows as hold them, filled alike; held hands are not torn apart."""
    fewest = len(_filled(columns, widths, room, room))
    share = sum(widths) / fewest
    while share < room:
        parts = _filled(columns, widths, share, room)
        if len(parts) <= fewest:
            return parts
        share *= 1.06
    return _filled(columns, widths, room, room)


def _filled(
    columns: list[Column], widths: list[float], share: float, room: float
) -> list[tuple[list[Column], list[float]]]:  # fmt: skip
    parts: list[tuple[list[Column], list[float]]] = []
    for column, wide in zip(columns, widths, strict=True):
        full = not parts or sum(parts[-1][1]) + wide > room
        linked = parts and parts[-1][0][-1].linked
        if full or (not linked and sum(parts[-1][1]) + wide > share):
            if parts:
                parts[-1][0][-1] = replace(parts[-1][0][-1], linked=False)
            parts.append(([], []))
        parts[-1][0].append(column)
        parts[-1][1].append(wide)
    return parts


def _placed(columns: Sequence[Column], widths: list[float], room: float, scale: float) -> Row:
    """Return the columns with their middles and words; what room is left goes between them, not too much."""
    free = room - sum(widths)
    spaces = sum(not one.linked for one in columns[:-1])
    gap = min(free / (spaces + 2), 46)
    x = (room - sum(widths) - gap * spaces) / 2
    placed = []
    for column, wide in zip(columns, widths, strict=True):
        words = tuple(
            lines(text, wide - _CLEAR + _HAIR, _size(bold, scale), bold=bold) for text, bold in column.labels
        )
        placed.append(replace(column, x=x + wide / 2, room=wide, words=words))
        x += wide + (0 if column.linked else gap)
    return Row(tuple(placed), scale)
