"""What stands on the home screen: what can be started, and what was started."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from guide.log.store import SessionRow, Store
from guide.ui.says import say
from guide.ui.widgets.home_list import Row

_RECENT: Final = 20
"""How many of what was started are shown at once; the search finds the others."""

Flow = Mapping[str, Any]
"""As `guide.flow.library.flow_list` tells of one."""


def shelf(
    flows: Sequence[Flow], started: Sequence[SessionRow], wanted: str, names: Mapping[str, str]
) -> list[Row]:
    """Return the rows of the home screen; `wanted` narrows them, `names` are shown only when switched on."""
    letters = wanted.casefold().strip()
    to_start = [one for one in flows if letters in f"{one['title']} {one.get('about', '')}".casefold()]
    to_go_on = [_session(one, names) for one in started]
    to_go_on = [one for one in to_go_on if letters in f"{one.text} {one.under}".casefold()]
    older = len(to_go_on) - _RECENT
    to_go_on = to_go_on[:_RECENT]
    rows = list(_groups(to_start))
    if to_go_on:
        rows += [Row("heading", say("home.started")), *to_go_on]
        rows += [Row("note", say("home.older", n=older))] if older > 0 else []
    if not rows:
        rows = [Row("note", say("home.not_found" if letters else "home.no_flows"))]
    elif not started and not letters:
        rows.append(Row("note", say("home.empty")))
    return rows


def _groups(flows: Iterable[Flow]) -> Iterable[Row]:
    for group, own in groupby(
        sorted(flows, key=lambda one: (_order(one), one["group"])), key=lambda one: one["group"]
    ):
        yield Row("heading", str(group))
        for one in own:
            yield Row(
                "flow", one["title"], one["flow"], say("home.minutes", n=one["minutes"]), one.get("about", "")
            )


def _order(flow: Flow) -> int:
    """With a child first, then with a family, then among colleagues."""
    return ("child", "family", "team", "worker").index(flow["audience"])


def _session(one: SessionRow, names: Mapping[str, str]) -> Row:
    label = one.label or one.thread or one.title
    under = [] if label == one.title else [one.title]
    if one.finished:
        under.append(say("home.finished"))
    if one.session in names:
        under.insert(0, names[one.session])
    return Row("session", label, one.session, day(one.changed), " · ".join(under))


def day(at: str) -> str:
    """Return a time of the journal, which is UTC, as the day it was here."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return say("day", day=moment.day, month=say("months").split()[moment.month - 1], time=f"{moment:%H:%M}")


def names_in(store: Store, session: str) -> str:
    """Return the names of the people in a session, read from its journal."""
    from guide.engine.session import events_from
    from guide.map.fold import fold

    people = fold(events_from(store.rows(session)), session).people
    return ", ".join(one.name for one in people.values() if not one.left)


def papers_of(store: Store, session: str) -> list[str]:
    """Return the papers made from a session, the newest first, each with its day and nobody's name."""
    from guide.documents.leaving import every_left
    from guide.engine.session import events_from

    left = every_left(events_from(store.rows(session)))
    return [*dict.fromkeys(f"{one.paper}.{one.format}, {day(one.at)}" for one in left)]
