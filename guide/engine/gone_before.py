"""The conversations this one goes on from, the first of them first: looked up whenever they are wanted."""

import json

from guide.engine.session import Session, events_from
from guide.engine.walk import Walk, walk
from guide.errors import GuideError
from guide.flow.model import flow_from_json
from guide.flow.uncollected import uncollected
from guide.log.store import Store
from guide.map.fold import fold

_MOST = 60
"""How far back is looked: far beyond what a family is ever asked."""


def gone_before(session: Session, until: str = "") -> tuple[Walk, ...]:
    """Return the conversation this one was started from, the one that was started from, and so on.

    They are never copied: of one that was erased nothing is left here, nor of any before it. `until` leaves
    out what happened in them after that time.
    """
    found: list[Walk] = []
    origin, seen = session.record.origin, {session.id}
    while origin and origin not in seen and len(found) < _MOST:
        seen.add(origin)
        try:
            walked = _walked(session.store, origin, until)
        except GuideError:
            break
        found.append(walked)
        origin = walked.record.origin
    return tuple(reversed(found))


def _walked(store: Store, session: str, until: str) -> Walk:
    flow = flow_from_json(json.loads(store.compiled(session)))
    with uncollected():
        events = events_from(store.rows(session))
        return walk(flow, fold([one for one in events if not until or one.at <= until], session))
