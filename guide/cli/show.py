"""Prints the map in the terminal: every sheet with what stands on it, and the gaps."""

import json
from typing import TYPE_CHECKING

from guide.cli.open import reopen
from guide.cli.plain import plain

if TYPE_CHECKING:
    from guide.engine.session import Session
    from guide.flow.model import Area
    from guide.map.model import Rating


def show_command(place: str | None, name: str, *, as_json: bool) -> int:
    """Print a session's sheets; with `--json` the whole record."""
    session, store, _ = reopen(name, place=place)
    try:
        if as_json:
            print(json.dumps(session.record_json(), indent=2, ensure_ascii=False))
        else:
            print("\n".join(sheet_lines(session)))
    finally:
        session.close()
        store.close()
    return 0


def sheet_lines(session: "Session") -> list[str]:
    """Return the sheets as lines of plain text; people's words keep no terminal escapes."""
    sight = session.walk.shown
    lines = [f"{session.flow.title}, begun {session.record.started[:10]}"]
    if session.record.invented:
        lines.append("Everybody here is invented.")
    for sheet in session.flow.sheets.values():
        lines += ["", sheet.title.upper()]
        for area in sheet.areas.values():
            lines += _area_lines(session, area)
    gaps = session.turn.gaps
    if gaps:
        lines += ["", "STILL OPEN", *(f"  - {plain(gap.says)}" for gap in gaps)]
    later = [
        sight.record.answers[name] for name in sight.active if sight.record.answers[name].passed == "later"
    ]
    if later:
        lines += ["", "PUT OFF", *(f"  - {plain(one.asked or one.key.step)}" for one in later)]
    return lines


def _area_lines(session: "Session", area: "Area") -> list[str]:
    sight = session.walk.shown
    lines = ["", f"  {area.title}"]
    if area.holds == "people":
        return [*lines, *(f"    - {plain(one.name)}" for one in sight.people(area.id))]
    if area.holds == "ratings":
        return [*lines, *(f"    {_rating(session, one)}" for one in sight.ratings(area.id))]
    for entry in sight.entries(area.id):
        by = sight.name_of(entry.by)
        lines.append(f"    - {plain(entry.text)}" + (f"  ({plain(by)})" if by else ""))
        lines += [f"        {plain(more.text)}" for more in entry.followups]
    return lines


def _rating(session: "Session", rating: "Rating") -> str:
    name = session.walk.shown.name_of(rating.by) or "somebody"
    whose = session.walk.shown.name_of(rating.guessed_by or "")
    guess = f", {whose}'s guess" if whose else ""
    return plain(f"{'o' if whose else '*'} {name}{guess}: {rating.value:g} of {rating.of}")
