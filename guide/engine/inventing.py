"""Whether a conversation is with invented people: said when it begins, of everybody in it, and for good.

Real and invented people never come together: not in one conversation, not in one thread, not by beginning
one conversation with the people of another.
"""

import json

from guide.errors import WrongUse
from guide.log.store import SessionRow, Store


def begins_invented(store: Store, thread: str, origin: str, *, wished: bool) -> bool:
    """Return whether a new conversation is with invented people.

    Begun with the people of an invented one it is invented too. Raises WrongUse where real and invented
    people would come together.
    """
    if not (thread or origin):
        return wished
    known = [_is_invented(store, one) for one in store.sessions() if _is_beside(one, thread, origin)]
    if not known or (wished and all(known)):
        return wished
    if wished:
        raise WrongUse(
            "The people of that conversation are real: one with invented people begins by itself,"
            " without --thread and --from."
        )
    if any(known) and not origin:
        raise WrongUse(
            f"Everybody in the thread “{thread}” is invented: name another thread, or begin with --invented."
        )
    return all(known)


def _is_beside(one: SessionRow, thread: str, origin: str) -> bool:
    return one.session == origin or bool(thread and one.thread == thread)


def _is_invented(store: Store, one: SessionRow) -> bool:
    first = store.rows(one.session)[0]
    started = json.loads(first.payload)
    return isinstance(started, dict) and started.get("invented") is True
