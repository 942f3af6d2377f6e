"""Marks of the conversations this one goes on from, as one reader may see them.

What was decided there still holds: each mark passes the rules of its own conversation, for the people who
would read it now.  Whoever was not known there was given nothing there.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.documents import sharing
from guide.documents.quoted import childs_part, whose
from guide.documents.shapes import Flow, flow_from
from guide.documents.viewers import Viewer, is_child
from guide.engine.cleaning import cleaned
from guide.frozen import field, frozen, replace

Json = Any

BEFORE: Final = "before"
"""Beside a record: the records of the conversations it goes on from, each with its flow. It never leaves."""
EARLIER: Final = "earlier"
"""On a sheet that leaves: area to the marks of earlier conversations."""

TIMES: Final = "earlier_times"
"""On a sheet that leaves: area to when somebody was asked before, also where none of it may be seen."""

_KEPT: Final = ("value", "of", "because", "lower", "higher", "small_step", "at")
_NOBODY: Final = "nobody who was there"


@frozen
class Earlier:
    """Marks of earlier conversations, by area."""

    marks: Mapping[str, tuple[Mapping[str, Json], ...]] = field(default_factory=dict)
    times: Mapping[str, tuple[Mapping[str, Json], ...]] = field(default_factory=dict)
    """When marks were made, in conversations that every reader was known in."""
    has_childs: bool = False
    """Whether one of them is a child's, or holds what a child said."""

    def on(self, record: Mapping[str, Json]) -> dict[str, Json]:
        """Return a record with these marks on its sheets; whoever is not in it is there by name only."""
        sheets = dict(record.get("sheets") or {})
        known = {one["id"] for one in record.get("people") or ()}
        for name, sheet in sheets.items():
            own = {
                area: [_of_known(one, known) for one in self.marks[area]]
                for area in sheet.get("scales") or {}
                if self.marks.get(area)
            }
            if own:
                times = {area: list(self.times.get(area, ())) for area in own}
                sheets[name] = {**sheet, EARLIER: own, TIMES: times}
        return {**record, "sheets": sheets}


def _of_known(rating: Mapping[str, Json], known: set[str]) -> dict[str, Json]:
    return {**rating, **{key: None for key in ("by", "guessed_by") if rating[key] not in known}}


def earlier_for(viewer: Viewer, record: Mapping[str, Json]) -> Earlier:
    """Return what this reader may see of the marks made before, the oldest first."""
    marks: dict[str, list[Mapping[str, Json]]] = {}
    times: dict[str, list[Mapping[str, Json]]] = {}
    has_childs = False
    for one in record.get(BEFORE) or ():
        whole = one["record"]
        flow = flow_from(one["flow"])
        then = _then(viewer, record, whole)
        shown = sharing.shown_to(then, whole, flow)
        now = _called_now(whole, record)
        childs = frozenset() if viewer.is_file else _childs(whole)
        for area, rating in _ratings(shown):
            marks.setdefault(area, []).append(cleaned(_carried(rating, area, whole, flow, now)))
            has_childs = has_childs or whose(rating) in childs or rating["id"] in childs
        # Whoever gave and sees no mark there need not know on which day others sat together.
        knows = then.is_file or bool(shown["answers"]) or any(True for _ in _ratings(shown))
        for area, time in _times(whole) if knows and _NOBODY not in then.people else ():
            times.setdefault(area, []).append(time)
    return Earlier(_fixed(marks), _fixed(times), has_childs)


def _fixed(found: Mapping[str, list[Mapping[str, Json]]]) -> dict[str, tuple[Mapping[str, Json], ...]]:
    return {area: tuple(each) for area, each in found.items()}


def _times(whole: Mapping[str, Json]) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Yield each line somebody put a mark on, and when the first of them was put there."""
    first: dict[str, str] = {}
    for area, rating in _ratings(whole):
        at = str(rating.get("at") or "")
        first[area] = min(first.get(area, at), at)
    session = (whole.get("session") or {}).get("id")
    yield from ((area, {"session": session, "at": at}) for area, at in first.items())


def _then(viewer: Viewer, record: Mapping[str, Json], whole: Mapping[str, Json]) -> Viewer:
    """Return the same readers as the earlier conversation knew them."""
    if viewer.is_file:
        return viewer
    then = {now: before for before, now in _called_now(whole, record).items()}
    return replace(viewer, people=frozenset(then.get(one, _NOBODY) for one in viewer.people))


def _called_now(whole: Mapping[str, Json], record: Mapping[str, Json]) -> dict[str, str]:
    """Return person of then to person of now: the same name and role, where only one has them."""
    now = _by_name(record)
    return {
        ids[0]: now[name][0]
        for name, ids in _by_name(whole).items()
        if len(ids) == len(now.get(name, ())) == 1
    }


def _by_name(record: Mapping[str, Json]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in record.get("people") or ():
        found.setdefault((str(one["name"]).casefold(), str(one.get("as") or "")), []).append(one["id"])
    return found


def _childs(whole: Mapping[str, Json]) -> frozenset[str]:
    """Return the children, and every mark that has something a child said in it."""
    children = frozenset(one["id"] for one in whole.get("people") or () if is_child(one))
    return children | childs_part(whole, children).keys()


def _ratings(shown: Mapping[str, Json]) -> Iterator[tuple[str, Mapping[str, Json]]]:
    for sheet in (shown.get("sheets") or {}).values():
        for area, held in (sheet.get("scales") or {}).items():
            yield from ((area, rating) for rating in held)


def _carried(
    rating: Mapping[str, Json], area: str, whole: Mapping[str, Json], flow: Flow, now: Mapping[str, str]
) -> dict[str, Json]:
    names = {one["id"]: str(one["name"]) for one in whole.get("people") or ()}
    by, guesser = rating.get("by"), rating.get("guessed_by")
    steps = [step for step in flow.steps.values() if step.kind == "scale" and area in step.into]
    asked = next((step for step in steps if step.id == rating.get("step")), steps[0] if steps else None)
    return {
        "session": (whole.get("session") or {}).get("id"),
        "id": rating["id"],
        "by": now.get(str(by)),
        "name": names.get(str(by), ""),
        "guessed_by": now.get(str(guesser)) if guesser else None,
        "guesser": names.get(str(guesser), "") if guesser else None,
        "zero": asked.zero if asked else "",
        "ten": asked.ten if asked else "",
        **{key: rating[key] for key in _KEPT if key in rating},
    }
