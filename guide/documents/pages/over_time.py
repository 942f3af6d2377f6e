"""Marks on one line over time: the pictures, and the same as a table with what was said about each mark."""

from collections.abc import Mapping, Sequence
from typing import Any

from guide.documents.over_time import Moment, Plot, of_person, parts_of, plots_of
from guide.documents.quotes import TEN, Mark, Quoting
from guide.documents.shapes import Area
from guide.frozen import frozen, replace

Json = Any


@frozen
class Cell:
    """One person's marks at one time."""

    marks: tuple[Mark, ...]
    text: str
    """The numbers in words; that there is none, where there is none."""
    because: tuple[str, ...]
    """What was said about them, where it does not stand on the paper already."""


@frozen
class Told:
    """The same as one picture, as a table: a row for each person, a column for each date."""

    dates: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@frozen
class OverTime:
    """One line over time."""

    title: str
    how: str
    """How it is read."""
    plots: tuple[Plot, ...]
    tables: tuple[Told, ...]
    """One for each picture."""
    notes: tuple[str, ...]
    """What nought and ten meant when they meant something else."""
    has_guess: bool


@frozen
class Asked:
    """Everything known of one line, as one reader may see it."""

    now: Sequence[Mapping[str, Json]]
    """The marks of this conversation."""
    earlier: Sequence[Mapping[str, Json]]
    """The marks of those before, the oldest first."""
    times: Sequence[Mapping[str, Json]]
    """When somebody was asked before."""
    ends: tuple[str, str]
    """What nought and ten mean now."""


def over_time(quoting: Quoting, area: Area, asked: Asked, *, wide: float) -> OverTime | None:
    """Return one line over time; None where all its marks are of one time."""
    moments = _moments(quoting, asked)
    if sum(bool(one.marks) for one in moments) < 2:  # noqa: PLR2004 - a line over time has a before
        return None
    say = quoting.names.voice.say
    parts = parts_of(moments, wide)
    present = {str(one.get("id")) for one in asked.now}
    tables = tuple(_table(quoting, some, names, present) for some, names in parts)
    title = say("line.over")
    says = [say("line.over_says", title=area.title, marks=_spoken(one)) for one in tables]
    return OverTime(
        title,
        say("line.over_how"),
        plots_of(moments, wide=wide, title=f"{area.title}: {title}", says=says),
        tables,
        tuple(one.said for one in moments if one.said),
        any(mark.hollow for one in moments for mark in one.marks),
    )


def _moments(quoting: Quoting, asked: Asked) -> list[Moment]:
    """Return the times in order: each conversation is one, and more where somebody was asked again in it."""
    found: dict[tuple[str, int], list[Mapping[str, Json]]] = {}
    again: dict[tuple[str, str, str], int] = {}
    for one in (*asked.earlier, *asked.now):
        session = str(one.get("session") or "")
        guesser = str(one.get("guesser") or one.get("guessed_by"))
        who = (session, str(one.get("by") or one.get("name")), guesser)
        again[who] = again.get(who, 0) + 1
        found.setdefault((session, again[who]), []).append(one)
    firsts = {key: min(str(one.get("at") or "") for one in group) for key, group in found.items()}
    for time in asked.times:
        key = (str(time["session"]), 1)
        found.setdefault(key, [])
        firsts[key] = str(time["at"])
    order = sorted(found, key=lambda key: firsts[key])
    return _labelled(quoting, [(firsts[key], found[key]) for key in order], asked.ends)


def _labelled(
    quoting: Quoting, groups: Sequence[tuple[str, Sequence[Mapping[str, Json]]]], ends: tuple[str, str]
) -> list[Moment]:
    """Return the times with their dates; two of one day with the time of day."""
    voice = quoting.names.voice
    days = [voice.date(at) for at, _ in groups]
    found = []
    for (at, group), day in zip(groups, days, strict=True):
        label = voice.time(at) if days.count(day) > 1 else day
        marks = tuple(_mark(quoting, one) for one in group)
        found.append(Moment(label, marks, _other_ends(quoting, label, group, ends)))
    return found


def _mark(quoting: Quoting, rating: Mapping[str, Json]) -> Mark:
    if "session" not in rating:
        return quoting.mark(rating)
    names = quoting.names
    known = {
        key: rating.get(key) or rating.get(name) for key, name in (("by", "name"), ("guessed_by", "guesser"))
    }
    shown = {**rating, **{key: one for key, one in known.items() if one}}
    mark = quoting.mark(shown)
    return replace(mark, id=f"{rating['session']}:{rating['id']}", name=names.of(shown.get("by")))


def _other_ends(
    quoting: Quoting, label: str, group: Sequence[Mapping[str, Json]], ends: tuple[str, str]
) -> str:
    """Return what nought and ten meant then, where that is known and was something else."""
    first = group[0] if group else {}
    then = (str(first.get("zero") or ""), str(first.get("ten") or ""))
    if "session" not in first or not all(then) or not all(ends) or then == ends:
        return ""
    return quoting.names.voice.say("line.over_ends", date=label, zero=then[0], ten=then[1])


def _table(quoting: Quoting, moments: Sequence[Moment], names: Sequence[str], present: set[str]) -> Told:
    rows = tuple(
        (name, tuple(_cell(quoting, of_person(one, name), present) for one in moments)) for name in names
    )
    return Told(tuple(one.label for one in moments), rows)


def _cell(quoting: Quoting, marks: tuple[Mark, ...], present: set[str]) -> Cell:
    say = quoting.names.voice.say
    texts = [mark.says.partition(": ")[2] if mark.hollow else _number(quoting, mark) for mark in marks]
    earlier = [mark for mark in marks if mark.id not in present]
    because = tuple(text for mark in earlier for text in mark.because)
    return Cell(marks, "; ".join(texts) or say("line.no_mark"), because)


def _number(quoting: Quoting, mark: Mark) -> str:
    say = quoting.names.voice.say
    return mark.number if mark.of == TEN else say("line.stones", value=mark.number, of=mark.of)


def _spoken(table: Told) -> str:
    """Return a table in one sentence, with a gap told as one."""
    return "; ".join(
        f"{name}: {', '.join(f'{cell.text} ({date})' for date, cell in zip(table.dates, cells, strict=True))}"
        for name, cells in table.rows
    )
