"""Sessions and events of nobody in particular, for the tests of the stores."""

import json
from collections.abc import Iterable
from uuid import uuid4

from guide.log.store import NewRow, NewSession, Store

AT = "2026-11-21T10:00:00Z"


def a_session(session: str = "aa11", *, started: str = AT, label: str = "") -> NewSession:
    """Return a session of the three houses."""
    return NewSession(session, "t1", "three-houses", 1, "Three Houses", started, label)


def a_row(text: str = "Drumming", *, deed: int = 1, at: str = AT) -> NewRow:
    """Return an event in which `text` was said."""
    return NewRow(uuid4().hex, at, deed, "answered", json.dumps({"text": text}, ensure_ascii=False))


def rows_of(texts: Iterable[str]) -> list[NewRow]:
    """Return one event for each text."""
    return [a_row(text) for text in texts]


def texts_of(store: Store, session: str = "aa11") -> list[str]:
    """Return what was said in a session, in order."""
    return [json.loads(row.payload)["text"] for row in store.rows(session)]


def begin(
    store: Store, session: str = "aa11", texts: Iterable[str] = ("begun",), flow: str = '{"flow": 1}'
) -> int:
    """Begin a session in which the texts were said, and return its head."""
    return store.create(a_session(session), flow, rows_of(texts))
